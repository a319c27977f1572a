/* service/gap.c - needs that no team takes, folded into one complaint where they have one reason. */
#include "gap.h"

#include <stdlib.h>

#include "base/mem.h"
#include "service/routing.h"

enum { SHOWN = 4 };

static struct svc_gap *find(struct svc_gaps *gaps, const struct svc_gap *gap) {
    for (size_t i = 0; i < gaps->count; i++) {
        const bool same_need = gap->team != SVC_NO_TEAM || gaps->gaps[i].need == gap->need;
        if (gaps->gaps[i].team == gap->team && same_need) {
            return &gaps->gaps[i];
        }
    }
    return NULL;
}

static void lengthen(struct svc_gap *gap, const char *more) {
    if (gap->count > SHOWN + 1) {
        return;
    }
    char *longer = gap->more ? mem_format("%s, %s", gap->more, more) : mem_text(more);
    free(gap->more);
    gap->more = longer;
}

void svc_gap_add(struct svc_gaps *gaps, struct svc_gap gap, char *text, char *more) {
    struct svc_gap *known = find(gaps, &gap);
    if (known) {
        known->count++;
        lengthen(known, more);
        free(text);
        free(more);
        return;
    }
    free(more);
    gap.text = text;
    gap.more = NULL;
    gap.count = 1;
    gaps->gaps = mem_grown(gaps->gaps, gaps->count, &gaps->capacity, sizeof *gaps->gaps);
    gaps->gaps[gaps->count++] = gap;
}

static void complain(const struct svc_gap *gap, struct err_list *err) {
    if (gap->count == 1) {
        err_add(err, gap->place.file, gap->place.line, "%s", gap->text);
    } else {
        err_add(err, gap->place.file, gap->place.line, "%s; nor, in %zu more %s, %s%s", gap->text, gap->count - 1,
                gap->count == 2 ? "case" : "cases", gap->more, gap->count > SHOWN + 1 ? " and others" : "");
    }
}

void svc_gap_complain(struct svc_gaps *gaps, struct err_list *err) {
    for (size_t i = 0; i < gaps->count; i++) {
        complain(&gaps->gaps[i], err);
        free(gaps->gaps[i].text);
        free(gaps->gaps[i].more);
    }
    free(gaps->gaps);
    *gaps = (struct svc_gaps){0};
}
