/* service/discipline.c - who is next: first come, strict priority, due date, accumulating priority. */
#include <string.h>

#include "service/list.h"

static int sign(des_time a, des_time b) {
    return (a > b) - (a < b);
}

static int compare_fifo(const struct svc_turn *a, const struct svc_turn *b, des_time now) {
    (void)now;
    return sign(a->since, b->since);
}

static int compare_priority(const struct svc_turn *a, const struct svc_turn *b, des_time now) {
    (void)now;
    return sign(a->rank, b->rank);
}

static int compare_due_date(const struct svc_turn *a, const struct svc_turn *b, des_time now) {
    (void)now;
    return sign(a->since + a->target, b->since + b->target);
}

/* Share of the target already waited: multiplied out, so that whole numbers decide. */
static int compare_accumulating(const struct svc_turn *a, const struct svc_turn *b, des_time now) {
    return sign((now - b->since) * a->target, (now - a->since) * b->target);
}

static const struct svc_discipline disciplines[] = {
    {"fifo", "First come, first served.", compare_fifo},
    {"priority", "The most urgent priority first; within one, first come.", compare_priority},
    {"due_date", "The earliest of referral plus target first.", compare_due_date},
    {"accumulating",
     "The largest of time waited over target first: urgent people overtake and nobody starves "
     "(Kleinrock 1964, Naval Research Logistics Quarterly 11(3), 329-341).",
     compare_accumulating},
};

const struct svc_discipline *svc_disciplines(size_t *count) {
    *count = sizeof disciplines / sizeof disciplines[0];
    return disciplines;
}

const struct svc_discipline *svc_discipline(const char *name) {
    for (size_t i = 0; i < sizeof disciplines / sizeof disciplines[0]; i++) {
        if (strcmp(disciplines[i].name, name) == 0) {
            return &disciplines[i];
        }
    }
    return NULL;
}
