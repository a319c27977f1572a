/* command/check.c - are the files right, and can the teams do what comes to them? */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "command.h"
#include "options.h"
#include "study.h"
#include "table.h"
#include "words.h"

static const char documentation[] =
    "Checks scenario files, and prints for each team and year the demand in hours, the capacity in hours and their "
    "ratio, by which way people come to each organisation, and the staff that each scenario pays for."
    "\vDemand is the staff time that the referrals of a year will take, averaged over a few replications (-r, 4 unless "
    "told). With --parameters prints every key a scenario file may have.";

enum { KEY_PARAMETERS = 0x200, USUAL_REPLICATIONS = 4, TEAM_WIDTH = 30, YEAR_WIDTH = 7, ROUTE_WIDTH = 12 };

static error_t parse(int key, char *text, struct argp_state *state) {
    (void)text;
    struct cmd_options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = options;
        return 0;
    case KEY_PARAMETERS:
        options->parameters = true;
        return 0;
    case ARGP_KEY_END:
        if (options->scenario_count == 0 && !options->parameters) {
            argp_error(state, "at least one scenario is needed");
        }
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static void print_years(const struct expt_results *results, const struct expt_outcome *outcome, const char *team,
                        const char *measure, const char *label) {
    const int column = expt_column_find(outcome, measure, "team", team);
    printf("  %-*s", TEAM_WIDTH - 2, label);
    for (size_t y = 0; y < results->year_count; y++) {
        const double value = stat_moments_mean(&outcome->years[(size_t)column * results->year_count + y]);
        char *number = cmd_table_number(value, "%.0f");
        printf("%*s", YEAR_WIDTH, number);
        free(number);
    }
    printf("\n");
}

static void print_load(const struct cmd_study *study, size_t i) {
    const struct expt_outcome *outcome = &study->results.outcomes[i];
    char *heading = mem_format("%s: demand and capacity, staff hours a year", study->read[i].name);
    cmd_table_heading(stdout, heading);
    free(heading);
    printf("%-*s", TEAM_WIDTH, "");
    for (size_t y = 0; y < study->results.year_count; y++) {
        printf("%*d", YEAR_WIDTH, study->results.years[y]);
    }
    printf("\n");
    for (size_t t = 0; t < study->read[i].service.teams.count; t++) {
        const char *team = svc_team(&study->read[i].service, t)->name;
        printf("%s\n", team);
        print_years(&study->results, outcome, team, "demand_hours_per_year", "demand, hours");
        print_years(&study->results, outcome, team, "capacity_hours_per_year", "capacity, hours");
        print_years(&study->results, outcome, team, "offered_load", "demand over capacity, %");
    }
}

/* First year's mean of a column; NAN where there is none. */
static double first_year(const struct cmd_study *study, size_t i, const char *dimension, const char *subject) {
    const struct expt_outcome *outcome = &study->results.outcomes[i];
    const int column = expt_column_find(outcome, "referrals_per_year", dimension, subject);
    return column < 0 || study->results.year_count == 0
               ? NAN
               : stat_moments_mean(&outcome->years[(size_t)column * study->results.year_count]);
}

static void print_cell(double value) {
    char *number = cmd_table_number(value, "%.0f");
    printf("%*s", ROUTE_WIDTH, number);
    free(number);
}

/* What comes to each organisation, by the way in of the people: their own requests and what others send on. */
static void print_routes(const struct cmd_study *study, size_t i) {
    const struct world *world = &study->read[i].world;
    const struct svc_service *service = &study->read[i].service;
    char *heading = mem_format("%s: referrals for assessment in the first year, by way in", study->read[i].name);
    cmd_table_heading(stdout, heading);
    free(heading);
    printf("%-*s", TEAM_WIDTH, "");
    for (size_t s = 0; s < world->streams.count; s++) {
        printf(" %*.*s", ROUTE_WIDTH - 1, ROUTE_WIDTH - 1, world_stream(world, s)->name);
    }
    printf("%*s\n", ROUTE_WIDTH, "in all");
    for (size_t o = 0; o < service->organisation_count; o++) {
        printf("%-*s", TEAM_WIDTH, service->organisations[o]);
        for (size_t s = 0; s < world->streams.count; s++) {
            char *route = mem_format("%s / %s", service->organisations[o], world_stream(world, s)->name);
            print_cell(first_year(study, i, "route", route));
            free(route);
        }
        print_cell(first_year(study, i, "organisation", service->organisations[o]));
        printf("\n");
    }
}

static int check(const struct cmd_options *options) {
    struct cmd_study study;
    if (!cmd_study_read(&study, options)) {
        cmd_study_free(&study);
        return CMD_DATA;
    }
    study.replications = options->replications > 0 ? options->replications : USUAL_REPLICATIONS;
    cmd_study_run(&study, options->checked);
    const bool was_stopped = study.was_stopped;
    for (size_t i = 0; !was_stopped && i < study.count; i++) {
        printf("%s: no faults\n", study.read[i].path);
    }
    for (size_t i = 0; !was_stopped && i < study.count; i++) {
        print_load(&study, i);
        print_routes(&study, i);
    }
    if (!was_stopped) {
        cmd_table_heading(stdout, "What to know");
        cmd_words_staff(stdout, &study);
        cmd_words_stability(stdout, &study.results);
    }
    cmd_study_free(&study);
    return was_stopped ? CMD_INTERRUPTED : CMD_OK;
}

int cmd_check_main(int argument_count, char **arguments) {
    static const struct argp_option own[] = {
        {"parameters", KEY_PARAMETERS, NULL, 0, "Print every key of a scenario file, as Markdown", 0}, {0}};
    static const struct argp_child children[] = {{&cmd_options_study, 0, "Study:", 1}, {0}};
    static const struct argp argp = {.options = own,
                                     .parser = parse,
                                     .args_doc = "[SCENARIO...]",
                                     .doc = documentation,
                                     .children = children};
    struct cmd_options options;
    cmd_options_parse(&options, &argp, argument_count, arguments);
    int status = CMD_OK;
    if (options.parameters) {
        scn_parameters_print(stdout);
    }
    if (options.scenario_count > 0) {
        status = check(&options);
    }
    cmd_options_free(&options);
    return status;
}
