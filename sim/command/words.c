/* command/words.c - what a table does not say: in sentences. */
#include "words.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "table.h"

void cmd_words_paragraph(FILE *out, const char *text) {
    const char *indent = "- ";
    size_t used = 0;
    while (*text != '\0') {
        const size_t length = strcspn(text, " ");
        if (used == 0 || used + 1 + length > CMD_TABLE_WIDTH) {
            fprintf(out, "%s%s", used == 0 ? "" : "\n", indent);
            used = 2;
            indent = "  ";
        } else {
            fputc(' ', out);
            used++;
        }
        fprintf(out, "%.*s", (int)length, text);
        used += length;
        text += length + strspn(text + length, " ");
    }
    fputc('\n', out);
}

static double year_mean(const struct expt_results *results, size_t outcome, const char *measure, size_t year) {
    const int column = expt_column_find(&results->outcomes[outcome], measure, "all", "all");
    return column < 0 ? NAN
                      : stat_moments_mean(&results->outcomes[outcome].years[(size_t)column * results->year_count + year]);
}

/* Teams whose demand is at least their capacity in some year, and the first such year. */
struct overload {
    size_t teams, overloaded, first_year;
    const char *first_team;
};

/* First year in which a team's demand reaches its capacity; the number of years when in none. */
static size_t year_of_overload(const struct expt_results *results, const struct expt_outcome *outcome, size_t column) {
    size_t y = 0;
    while (y < results->year_count &&
           !(stat_moments_mean(&outcome->years[column * results->year_count + y]) >= 100)) {
        y++;
    }
    return y;
}

static struct overload find_overload(const struct expt_results *results, size_t scenario) {
    const struct expt_outcome *outcome = &results->outcomes[scenario];
    struct overload found = {.first_year = results->year_count};
    for (size_t c = 0; c < outcome->column_count; c++) {
        if (strcmp(outcome->columns[c].measure, "offered_load") == 0 &&
            strcmp(outcome->columns[c].dimension, "team") == 0) {
            const size_t year = year_of_overload(results, outcome, c);
            found.teams++;
            found.overloaded += year < results->year_count;
            if (year < found.first_year) {
                found.first_year = year;
                found.first_team = outcome->columns[c].subject;
            }
        }
    }
    return found;
}

static void say_overload(FILE *out, const struct expt_results *results, size_t i) {
    const struct overload found = find_overload(results, i);
    const char *name = results->outcomes[i].name;
    if (found.overloaded == 0) {
        char *text = mem_format("%s: demand stays below capacity in every team and year.", name);
        cmd_words_paragraph(out, text);
        free(text);
        return;
    }
    const size_t last = results->year_count - 1;
    char *people[2] = {cmd_table_number(year_mean(results, i, "list_people", 0), "%.0f"),
                       cmd_table_number(year_mean(results, i, "list_people", last), "%.0f")};
    char *waits[2] = {cmd_table_number(year_mean(results, i, "wait_mean", 0), "%.0f"),
                      cmd_table_number(year_mean(results, i, "wait_mean", last), "%.0f")};
    char *text = mem_format(
        "%s: the lists do not stabilise. Demand reaches capacity in %zu of %zu teams, first in %s (%d). From %d to %d "
        "people waiting go from %s to %s, the mean wait from %s to %s days: read the path, not the mean.",
        name, found.overloaded, found.teams, found.first_team, results->years[found.first_year], results->years[0],
        results->years[last], people[0], people[1], waits[0], waits[1]);
    cmd_words_paragraph(out, text);
    free(text);
    for (size_t k = 0; k < 2; k++) {
        free(people[k]);
        free(waits[k]);
    }
}

void cmd_words_stability(FILE *out, const struct expt_results *results) {
    for (size_t i = 0; results->year_count > 0 && i < results->outcome_count; i++) {
        say_overload(out, results, i);
    }
}

static struct stat_summary difference_in(const struct expt_results *results, size_t outcome, const char *measure) {
    const int column = expt_column_find(&results->outcomes[outcome], measure, "all", "all");
    return expt_column_difference(results, outcome, (size_t)column).difference;
}

/* "falls by 305 (95 % interval 290 to 320)" */
static char *change_text(const struct stat_summary *difference) {
    const bool is_fall = difference->mean < 0;
    char *mean = cmd_table_number(fabs(difference->mean), "%.0f");
    char *low = cmd_table_number(is_fall ? -difference->high : difference->low, "%.0f");
    char *high = cmd_table_number(is_fall ? -difference->low : difference->high, "%.0f");
    char *text = mem_format("%s by %s (95 %% interval %s to %s)", is_fall ? "falls" : "rises", mean, low, high);
    free(mean);
    free(low);
    free(high);
    return text;
}

static const char *verdict_on(const struct stat_summary *funded, const struct stat_summary *unmet,
                              const struct stat_summary *needed) {
    if (!(funded->high < 0)) {
        return "Funded care does not clearly fall.";
    }
    if (unmet->mean <= 0) {
        return "No part of the fall in funded care is people who merely wait.";
    }
    return needed->mean < 0 ? "The part of the fall that people merely wait for is not a saving."
                            : "All of the fall is people who merely wait: nothing is saved.";
}

/* Care that people only wait for is not saved: what is needed is what is funded and what is waited for together. */
static void say_held_up(FILE *out, const struct expt_results *results, size_t i) {
    const struct stat_summary funded = difference_in(results, i, "care_hours_per_week");
    const struct stat_summary unmet = difference_in(results, i, "care_unmet_hours_per_week");
    const struct stat_summary needed = difference_in(results, i, "care_needed_hours_per_week");
    char *funded_text = change_text(&funded), *unmet_text = change_text(&unmet), *needed_text = change_text(&needed);
    char *text = mem_format("%s against %s, home care in hours a week: needed %s; of it funded %s and waited for %s. %s",
                            results->outcomes[i].name, results->outcomes[0].name, needed_text, funded_text, unmet_text,
                            verdict_on(&funded, &unmet, &needed));
    cmd_words_paragraph(out, text);
    free(text);
    free(funded_text);
    free(unmet_text);
    free(needed_text);
}

void cmd_words_held_up(FILE *out, const struct expt_results *results) {
    for (size_t i = 1; results->replications > 1 && i < results->outcome_count; i++) {
        say_held_up(out, results, i);
    }
}

void cmd_words_assumptions(FILE *out, const struct expt_results *results) {
    for (size_t i = 0; i < results->outcome_count; i++) {
        if (results->outcomes[i].has_effect) {
            char *text = mem_format("* %s rests on assumed effect sizes (prevent, reduce, delay): no published number "
                                    "exists for them. Their ranges stand in its scenario file; try them.",
                                    results->outcomes[i].name);
            cmd_words_paragraph(out, text);
            free(text);
        }
    }
    cmd_words_paragraph(out, "Hours of work, rates of leaving a list and shares of further needs are assumptions or "
                             "calibrated in every scenario; each number's grade stands beside it in the scenario file.");
}

static double fte_of(const struct cmd_study *study, size_t i, size_t role) {
    const struct svc_service *service = &study->read[i].service;
    double fte = 0;
    for (size_t t = 0; t < service->teams.count; t++) {
        fte += svc_team(service, t)->fte[role];
    }
    return fte;
}

static char *staff_text(const struct cmd_study *study, size_t i) {
    const struct world *world = &study->read[i].world;
    char *text = mem_format("%s pays for", study->read[i].name);
    double total = 0;
    for (size_t r = 0; r < world->roles.count; r++) {
        char *longer = mem_format("%s%s %.2f FTE %s", text, r > 0 ? "," : "", fte_of(study, i, r),
                                  world_role(world, r)->name);
        total += fte_of(study, i, r);
        free(text);
        text = longer;
    }
    char *whole = mem_format("%s: %.2f FTE in all.", text, total);
    free(text);
    return whole;
}

static bool is_same_staff(const struct cmd_study *study) {
    for (size_t i = 1; i < study->count; i++) {
        const size_t roles = study->read[i].world.roles.count;
        bool is_same = roles == study->read[0].world.roles.count;
        for (size_t r = 0; is_same && r < roles; r++) {
            is_same = fabs(fte_of(study, i, r) - fte_of(study, 0, r)) < 1e-9;
        }
        if (!is_same) {
            return false;
        }
    }
    return true;
}

void cmd_words_staff(FILE *out, const struct cmd_study *study) {
    const bool is_same = is_same_staff(study);
    for (size_t i = 0; i < (is_same ? 1 : study->count); i++) {
        char *text = staff_text(study, i);
        cmd_words_paragraph(out, text);
        free(text);
    }
    if (study->count > 1) {
        cmd_words_paragraph(out, is_same ? "All scenarios pay for the same staff by role."
                                         : "The scenarios do NOT pay for the same staff: part of any difference is money.");
    }
}
