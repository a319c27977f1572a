/* command/money.c - what each scenario pays for: staff by role, and the prices behind costs, in sentences. */
#include "money.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "layout.h"
#include "world/absence.h"

/* On average over the study window: teams open and close, and staff may change. */
static double fte_of(const struct cmd_study *study, size_t i, size_t role) {
    const struct svc_service *service = &study->read[i].service;
    double fte = 0;
    for (size_t t = 0; t < service->teams.count; t++) {
        fte += svc_stage_mean_fte(svc_team(service, t), (unsigned)role, 0, study->read[i].end);
    }
    return fte;
}

static bool has_changes(const struct cmd_study *study, size_t i) {
    const struct svc_service *service = &study->read[i].service;
    for (size_t t = 0; t < service->teams.count; t++) {
        const struct svc_team *team = svc_team(service, t);
        if (team->stages[team->stage_count - 1].from > 0) {
            return true;
        }
    }
    return false;
}

/* Share of a role's posts that is empty on average; 0 for a role of which there is nobody. */
static double vacant_of(const struct cmd_study *study, size_t i, size_t role) {
    return fte_of(study, i, role) > 0 ? world_absence_share(world_role(&study->read[i].world, role), WORLD_VACANT) : 0;
}

static size_t roles_with_vacancies(const struct cmd_study *study, size_t i) {
    size_t count = 0;
    for (size_t r = 0; r < study->read[i].world.roles.count; r++) {
        count += vacant_of(study, i, r) > 0;
    }
    return count;
}

static char *staff_text(const struct cmd_study *study, size_t i, const char *who) {
    const struct world *world = &study->read[i].world;
    char *text = mem_text(who);
    double total = 0;
    for (size_t r = 0; r < world->roles.count; r++) {
        char *longer =
            mem_format("%s%s %.2f FTE %s", text, r > 0 ? "," : "", fte_of(study, i, r), world_role(world, r)->name);
        total += fte_of(study, i, r);
        free(text);
        text = longer;
    }
    char *whole = mem_format("%s: %.2f FTE in all.", text, total);
    free(text);
    return whole;
}

static bool is_same_role(const struct cmd_study *study, size_t i, size_t role) {
    return strcmp(world_role(&study->read[i].world, role)->name, world_role(&study->read[0].world, role)->name) == 0 &&
           fabs(fte_of(study, i, role) - fte_of(study, 0, role)) < 1e-9 &&
           fabs(vacant_of(study, i, role) - vacant_of(study, 0, role)) < 1e-9;
}

static bool is_same_staff(const struct cmd_study *study) {
    for (size_t i = 1; i < study->count; i++) {
        const size_t roles = study->read[i].world.roles.count;
        bool is_same = roles == study->read[0].world.roles.count;
        for (size_t r = 0; is_same && r < roles; r++) {
            is_same = is_same_role(study, i, r);
        }
        if (!is_same) {
            return false;
        }
    }
    return true;
}

static char *who_text(const struct cmd_study *study, size_t i, bool is_same) {
    bool is_changed = has_changes(study, i);
    for (size_t k = 0; is_same && k < study->count; k++) {
        is_changed = is_changed || has_changes(study, k);
    }
    const char *on_average = is_changed ? " on average" : "";
    const bool has_vacancies = roles_with_vacancies(study, i) > 0;
    if (is_same && study->count > 1) {
        return mem_format("All scenarios %s%s:", has_vacancies ? "have the same posts" : "pay for the same staff",
                          on_average);
    }
    return mem_format("%s %s%s%s for", study->read[i].name, has_vacancies ? "has" : "pays", on_average,
                      has_vacancies ? " posts" : "");
}

/* "separate: posts fall vacant: about 21 % of ot and 15 % of assistant posts are empty on average, and not paid." */
static void say_vacancies(FILE *out, const struct cmd_study *study, size_t i) {
    const size_t count = roles_with_vacancies(study, i);
    size_t said = 0;
    char *text = mem_format("%s: posts fall vacant: about", study->read[i].name);
    for (size_t r = 0; r < study->read[i].world.roles.count; r++) {
        const double vacant = vacant_of(study, i, r);
        if (vacant > 0) {
            char *longer = mem_format("%s%s %.0f %% of %s", text,
                                      said == 0          ? ""
                                      : said + 1 < count ? ","
                                                         : " and",
                                      100 * vacant, world_role(&study->read[i].world, r)->name);
            free(text);
            text = longer;
            said++;
        }
    }
    char *whole = mem_format("%s posts are empty on average, and not paid.", text);
    if (count > 0) {
        cmd_layout_paragraph(out, whole);
    }
    free(whole);
    free(text);
}

static double staff_cost(const struct expt_results *results, size_t outcome) {
    const int column = expt_column_find(&results->outcomes[outcome], "staff_cost_per_year", "all", "all");
    return column < 0 ? NAN : expt_column_summary(results, outcome, (size_t)column).mean;
}

/* To a thousandth: FTE are written with two digits. */
static bool costs_the_same(const struct expt_results *results) {
    for (size_t i = 1; i < results->outcome_count; i++) {
        const double cost = staff_cost(results, 0);
        if (!(fabs(staff_cost(results, i) - cost) <= cost / 1000)) {
            return false;
        }
    }
    return true;
}

void cmd_money_staff(FILE *out, const struct cmd_study *study) {
    const bool is_same = is_same_staff(study);
    for (size_t i = 0; i < (is_same ? 1 : study->count); i++) {
        char *who = who_text(study, i, is_same);
        char *text = staff_text(study, i, who);
        cmd_layout_paragraph(out, text);
        free(text);
        free(who);
    }
    for (size_t i = 0; i < study->count; i++) {
        say_vacancies(out, study, i);
    }
    if (!is_same && costs_the_same(&study->results)) {
        cmd_layout_paragraph(out, "The scenarios do not pay for the same staff, but staff cost the same.");
    } else if (!is_same) {
        cmd_layout_paragraph(out, "The scenarios do NOT pay for the same staff: part of any difference is money.");
    }
}

void cmd_money_prices(FILE *out, const struct cmd_study *study) {
    const struct world *world = &study->read[0].world;
    char *text = mem_format(
        "Costs are in prices of one year (%s), and only what is paid for counts: less cost may mean that people go "
        "without. Sums over years are discounted at %.3g %% a year to the start date.",
        world->price_year, 100 * world->discount_per_year);
    cmd_layout_paragraph(out, text);
    free(text);
}
