/* command/idle.c - teams to which nobody comes: mostly another team, which stands before them, takes all. */
#include "idle.h"

#include <stdlib.h>

#include "base/mem.h"
#include "layout.h"

static double mean_of(const struct expt_results *results, size_t scenario, const char *measure, const char *team) {
    const int column = expt_column_find(&results->outcomes[scenario], measure, "team", team);
    return column < 0 ? 0 : expt_column_summary(results, scenario, (size_t)column).mean;
}

/* The caller frees it. */
static char *find_idle(const struct cmd_study *study, size_t i) {
    const struct svc_service *service = &study->read[i].service;
    char *teams = mem_text("");
    for (size_t t = 0; t < service->teams.count; t++) {
        const char *name = svc_team(service, t)->name;
        const bool has_staff = mean_of(&study->results, i, "capacity_hours_per_year", name) > 0;
        if (has_staff && mean_of(&study->results, i, "contacts_per_year", name) == 0) {
            char *longer = mem_format("%s%s'%s'", teams, *teams ? ", " : "", name);
            free(teams);
            teams = longer;
        }
    }
    return teams;
}

void cmd_idle_teams(FILE *out, const struct cmd_study *study) {
    for (size_t i = 0; i < study->count; i++) {
        char *teams = find_idle(study, i);
        if (*teams) {
            char *text =
                mem_format("%s: nobody comes to %s. Of several teams that may meet a need, people go to the one "
                           "with the highest 'precedence', then to the first in the file.",
                           study->read[i].name, teams);
            cmd_layout_paragraph(out, text);
            free(text);
        }
        free(teams);
    }
}
