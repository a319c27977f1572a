/* command/words.c - what a table does not say: in sentences. */
#include "words.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "layout.h"

enum { FEW_REPLICATIONS = 20, FAR_OVER = 130 /* % */, MANY_TIMES = 3, MANY_BEDS = 20 };

static double year_mean(const struct expt_results *results, size_t outcome, const char *measure, size_t year) {
    const int column = expt_column_find(&results->outcomes[outcome], measure, "all", "all");
    return column < 0
               ? NAN
               : stat_moments_mean(&results->outcomes[outcome].years[(size_t)column * results->year_count + year]);
}

void cmd_words_question(FILE *out, const struct scn_scenario *scenario) {
    if (scenario->question[0] != '\0') {
        char *text = mem_format("%s asks: %s", scenario->name, scenario->question);
        cmd_layout_paragraph(out, text);
        free(text);
    }
}

static bool has_setting(const struct scn_scenario *scenario, const char *setting) {
    size_t s = 0;
    while (s < scenario->setting_count && strcmp(scenario->settings[s], setting) != 0) {
        s++;
    }
    return s < scenario->setting_count;
}

/* A setting, and behind it who took it unless all did. */
static void print_setting(FILE *out, const struct cmd_study *study, const char *setting) {
    char *who = mem_text("");
    size_t taken = 0;
    for (size_t i = 0; i < study->count; i++) {
        if (has_setting(&study->read[i], setting)) {
            char *longer = mem_format("%s%s%s", who, taken > 0 ? ", " : "", study->read[i].name);
            free(who);
            who = longer;
            taken++;
        }
    }
    char *text = taken == study->count ? mem_format("with %s", setting)
                                       : mem_format("with %s in %s only: the others have no such row", setting, who);
    cmd_layout_paragraph(out, text);
    free(text);
    free(who);
}

void cmd_words_settings(FILE *out, const struct cmd_study *study) {
    for (size_t i = 0; i < study->count; i++) {
        for (size_t s = 0; s < study->read[i].setting_count; s++) {
            bool was_said = false;
            for (size_t earlier = 0; earlier < i; earlier++) {
                was_said = was_said || has_setting(&study->read[earlier], study->read[i].settings[s]);
            }
            if (!was_said) {
                print_setting(out, study, study->read[i].settings[s]);
            }
        }
    }
}

void cmd_words_study(FILE *out, const struct cmd_study *study) {
    const struct expt_results *results = &study->results;
    for (size_t i = 0; i < study->count; i++) {
        const char *role = study->count == 1 ? "Scenario" : i == 0 ? "Baseline" : i == 1 ? "Against" : "";
        fprintf(out, "%-9s %s: %s\n", role, results->outcomes[i].name, results->outcomes[i].title);
    }
    char *numbers =
        results->first_replication == 1 ? mem_text("") : mem_format(" (from number %u on)", results->first_replication);
    fprintf(out, "%s to %s, %u %s%s, seed %llu\n", results->months[0], results->months[results->month_count - 1],
            results->replications, results->replications == 1 ? "replication" : "replications", numbers,
            (unsigned long long)study->seed);
    free(numbers);
    cmd_words_settings(out, study);
    for (size_t i = 0; i < study->count; i++) {
        cmd_words_question(out, &study->read[i]);
    }
}

/* Teams whose demand is at least their capacity in some year; those in which it still is in the last; the first such
 * year with its team. */
struct overload {
    size_t teams, overloaded, lasting, first_year;
    const char *first_team;
};

/* In a year in which a team is closed it has no load. */
static bool is_overloaded(const struct expt_results *results, const struct expt_outcome *outcome, size_t column,
                          size_t year) {
    return stat_moments_mean(&outcome->years[column * results->year_count + year]) >= 100;
}

/* First year in which a team's demand reaches its capacity; the number of years when in none. */
static size_t year_of_overload(const struct expt_results *results, const struct expt_outcome *outcome, size_t column) {
    size_t y = 0;
    while (y < results->year_count && !is_overloaded(results, outcome, column, y)) {
        y++;
    }
    return y;
}

static bool has_load(const struct expt_results *results, const struct expt_outcome *outcome, size_t column) {
    for (size_t y = 0; y < results->year_count; y++) {
        if (!isnan(stat_moments_mean(&outcome->years[column * results->year_count + y]))) {
            return true;
        }
    }
    return false;
}

static struct overload find_overload(const struct expt_results *results, size_t scenario) {
    const struct expt_outcome *outcome = &results->outcomes[scenario];
    struct overload found = {.first_year = results->year_count};
    for (size_t c = 0; c < outcome->column_count; c++) {
        if (strcmp(outcome->columns[c].measure, "offered_load") == 0 &&
            strcmp(outcome->columns[c].dimension, "team") == 0) {
            const size_t year = year_of_overload(results, outcome, c);
            found.teams += has_load(results, outcome, c);
            found.overloaded += year < results->year_count;
            found.lasting += is_overloaded(results, outcome, c, results->year_count - 1);
            if (year < found.first_year) {
                found.first_year = year;
                found.first_team = outcome->columns[c].subject;
            }
        }
    }
    return found;
}

/* "from 52 to 1,114", of the first year and the last. The caller frees it. */
static char *from_to_text(const struct expt_results *results, size_t i, const char *measure) {
    char *first = cmd_layout_number(year_mean(results, i, measure, 0), "%.0f");
    char *last = cmd_layout_number(year_mean(results, i, measure, results->year_count - 1), "%.0f");
    char *text = mem_format("from %s to %s", first, last);
    free(first);
    free(last);
    return text;
}

/* Inpatients stay until they have been seen: where the acute team has too much to do their number has no bound. The
 * caller frees it. */
static char *beds_text(const struct expt_results *results, size_t i) {
    if (!(year_mean(results, i, "delayed_beds", results->year_count - 1) >= 1)) {
        return mem_text("");
    }
    char *beds = from_to_text(results, i, "delayed_beds");
    char *text = mem_format(", beds of people ready to leave hospital %s", beds);
    free(beds);
    return text;
}

/* "From 2014 to 2023 people waiting go from 52 to 1,114, the mean wait from 3 to 50 days: read the path." */
static char *path_text(const struct expt_results *results, size_t i) {
    const size_t last = results->year_count - 1;
    if (last == 0) {
        return mem_text("One year cannot show the path: run more years.");
    }
    char *people = from_to_text(results, i, "list_people"), *waits = from_to_text(results, i, "wait_mean");
    char *beds = beds_text(results, i);
    char *text = mem_format("From %d to %d people waiting go %s, the mean wait %s days%s: read the path, not the mean.",
                            results->years[0], results->years[last], people, waits, beds);
    free(people);
    free(waits);
    free(beds);
    return text;
}

/* Teams so far over capacity that a mean over all teams hides what becomes of those who wait there. */
static void say_far_over(FILE *out, const struct expt_results *results, size_t i) {
    const struct expt_outcome *outcome = &results->outcomes[i];
    char *teams = mem_text("");
    for (size_t c = 0; c < outcome->column_count; c++) {
        const struct expt_column *column = &outcome->columns[c];
        const double load = expt_column_summary(results, i, c).mean;
        if (strcmp(column->measure, "offered_load") == 0 && strcmp(column->dimension, "team") == 0 && load > FAR_OVER) {
            char *longer = mem_format("%s%s%s (%.0f %%)", teams, *teams ? ", " : "", column->subject, load);
            free(teams);
            teams = longer;
        }
    }
    if (*teams) {
        char *text =
            mem_format("%s: demand is far over capacity in %s. Means over all teams hide how long people wait there.",
                       outcome->name, teams);
        cmd_layout_paragraph(out, text);
        free(text);
    }
    free(teams);
}

/* Nobody leaves hospital unseen: where those who see them have too much to do, there is no bound. */
static void say_beds_unbound(FILE *out, const struct expt_results *results, size_t i) {
    const double first = year_mean(results, i, "delayed_beds_assessment", 0);
    const double last = year_mean(results, i, "delayed_beds_assessment", results->year_count - 1);
    if (last > MANY_TIMES * first && last > MANY_BEDS) {
        char *text =
            mem_format("%s: people stay in hospital until they have been assessed, and those who assess them have "
                       "more to do than hours: beds, and with them cost in all, mean no more than that they grow.",
                       results->outcomes[i].name);
        cmd_layout_paragraph(out, text);
        free(text);
    }
}

static void say_overload(FILE *out, const struct expt_results *results, size_t i) {
    const struct overload found = find_overload(results, i);
    const char *name = results->outcomes[i].name;
    char *text;
    if (found.overloaded == 0) {
        text = mem_format("%s: demand stays below capacity in every team and year.", name);
    } else {
        char *path = path_text(results, i);
        text = mem_format("%s: the lists %s. Demand reaches capacity in %zu of %zu teams, first in %s (%d)%s. %s", name,
                          found.lasting > 0 ? "do not stabilise" : "grow for a time", found.overloaded, found.teams,
                          found.first_team, results->years[found.first_year],
                          found.lasting > 0 ? "" : "; in the last year it is below capacity again", path);
        free(path);
    }
    cmd_layout_paragraph(out, text);
    free(text);
}

void cmd_words_stability(FILE *out, const struct expt_results *results) {
    if (results->year_count == 0) {
        cmd_layout_paragraph(out, "The study window is shorter than a year: whether lists stabilise cannot be said.");
    }
    for (size_t i = 0; results->year_count > 0 && i < results->outcome_count; i++) {
        say_overload(out, results, i);
        say_far_over(out, results, i);
        say_beds_unbound(out, results, i);
    }
}

void cmd_words_precision(FILE *out, const struct expt_results *results) {
    const bool is_compared = results->outcome_count > 1;
    if (results->replications == 1) {
        cmd_layout_paragraph(out, is_compared
                                      ? "One replication has no interval, and one pair of runs says little about "
                                        "which scenario is better: run more (-r)."
                                      : "One replication says nothing about how far another would differ: run "
                                        "more (-r).");
    } else if (results->replications < FEW_REPLICATIONS) {
        char *text = mem_format("%u replications are few%s. Run more (-r) before deciding.", results->replications,
                                is_compared ? ": intervals are wide, and a probability of 0 % or 100 % only says that "
                                              "all runs went one way"
                                            : "");
        cmd_layout_paragraph(out, text);
        free(text);
    }
}

/* False when one of the scenarios lacks the measure. */
static bool find_difference(const struct expt_results *results, size_t outcome, const char *measure,
                            struct stat_summary *difference) {
    const int column = expt_column_find(&results->outcomes[outcome], measure, "all", "all");
    const struct expt_difference found =
        column < 0 ? (struct expt_difference){0} : expt_column_difference(results, outcome, (size_t)column);
    *difference = found.difference;
    return found.exists;
}

/* "falls by 305 (95 % interval 290 to 320)": a fall is told as a positive number, and so are its limits. */
static char *change_text(const struct stat_summary *difference) {
    const bool is_fall = difference->mean <= -0.5;
    char *mean = cmd_layout_number(fabs(difference->mean), "%.0f");
    char *low = cmd_layout_number(is_fall ? -difference->high : difference->low, "%.0f");
    char *high = cmd_layout_number(is_fall ? -difference->low : difference->high, "%.0f");
    char *text = strcmp(mean, "0") == 0
                     ? mem_format("hardly changes (95 %% interval %s to %s)", low, high)
                     : mem_format("%s by %s (95 %% interval %s to %s)", is_fall ? "falls" : "rises", mean, low, high);
    free(mean);
    free(low);
    free(high);
    return text;
}

/* Care that is held up is not saved: what is needed is what is funded and what is not met together. */
struct care {
    struct stat_summary needed, funded, not_met;
};

static const char *verdict_on(const struct care *care) {
    if (care->funded.low > 0) {
        return "Funded care rises.";
    }
    if (!(care->funded.high < 0)) {
        return "Funded care neither clearly falls nor clearly rises.";
    }
    if (care->needed.low > 0) {
        return "Need rises: the fall in funded care is care not met, and no saving.";
    }
    if (!(care->needed.high < 0)) {
        return care->not_met.low > 0
                   ? "Need does not clearly fall: the fall in funded care is care not met, and no saving."
                   : "How much of the fall in funded care is care not met cannot be told.";
    }
    return care->not_met.mean > 0
               ? "The part of the fall that is care not met is no saving."
               : "Over the whole window no part of the fall in funded care is people who merely wait.";
}

static double year_difference(const struct expt_results *results, size_t outcome, const char *measure, size_t year) {
    return year_mean(results, outcome, measure, year) - year_mean(results, 0, measure, year);
}

/* A mean over all years may hide years in which part of the fall was care not met. */
static char *years_text(const struct expt_results *results, size_t i) {
    size_t years = 0, worst = 0;
    double most = 0;
    for (size_t y = 0; y < results->year_count; y++) {
        const double more = year_difference(results, i, "care_not_met_hours_per_week", y);
        const bool is_meant = more > 0.5 && year_difference(results, i, "care_hours_per_week", y) < 0;
        years += is_meant;
        worst = is_meant && more > most ? y : worst;
        most = is_meant ? fmax(most, more) : most;
    }
    if (years == 0) {
        return mem_text("");
    }
    char *hours = cmd_layout_number(most, "%.0f");
    char *text =
        mem_format(" In %zu of %zu years less was funded and more was not met (%s hours more in %d): that part of "
                   "those years' fall is no saving.",
                   years, results->year_count, hours, results->years[worst]);
    free(hours);
    return text;
}

static void say_held_up(FILE *out, const struct expt_results *results, size_t i, const struct care *care) {
    char *needed = change_text(&care->needed), *funded = change_text(&care->funded);
    char *not_met = change_text(&care->not_met);
    char *years = care->funded.low > 0 ? mem_text("") : years_text(results, i);
    char *text = mem_format("%s against %s, home care in hours a week: needed %s; of it funded %s and not met %s. %s%s",
                            results->outcomes[i].name, results->outcomes[0].name, needed, funded, not_met,
                            verdict_on(care), years);
    cmd_layout_paragraph(out, text);
    free(text);
    free(needed);
    free(funded);
    free(not_met);
    free(years);
}

void cmd_words_held_up(FILE *out, const struct expt_results *results) {
    for (size_t i = 1; results->replications > 1 && i < results->outcome_count; i++) {
        struct care care;
        if (find_difference(results, i, "care_needed_hours_per_week", &care.needed) &&
            find_difference(results, i, "care_hours_per_week", &care.funded) &&
            find_difference(results, i, "care_not_met_hours_per_week", &care.not_met)) {
            say_held_up(out, results, i, &care);
        }
    }
}

void cmd_words_assumptions(FILE *out, const struct expt_results *results) {
    for (size_t i = 0; i < results->outcome_count; i++) {
        if (results->outcomes[i].has_effect) {
            char *text = mem_format(
                "* %s rests on assumed effect sizes (prevent, reduce, delay): no published number "
                "exists for them. Their ranges stand in its scenario file, or in one that it extends; try them.",
                results->outcomes[i].name);
            cmd_layout_paragraph(out, text);
            free(text);
        }
    }
    cmd_layout_paragraph(out, "Hours of work, rates of leaving a list and shares of further needs are assumptions or "
                              "calibrated in every scenario; each number's grade stands beside it in the scenario "
                              "file, or in one that it extends.");
}
