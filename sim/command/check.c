/* command/check.c - are the files right, and can the teams do what comes to them? */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "command.h"
#include "dates.h"
#include "idle.h"
#include "layout.h"
#include "model/measure.h"
#include "money.h"
#include "options.h"
#include "study.h"
#include "words.h"

static const char documentation[] =
    "Checks scenario files, and prints for each team and year the demand in hours, the capacity in hours and their "
    "ratio, by which way people come to each organisation, and the staff that each scenario pays for."
    "\vDemand is the staff time that the referrals of a year will take, averaged over a few replications (-r, 4 unless "
    "told). With --parameters prints every key a scenario file may have, with --measures every measure with its "
    "definition.";

enum {
    KEY_PARAMETERS = 0x200,
    KEY_MEASURES,
    USUAL_REPLICATIONS = 4,
    TEAM_WIDTH = 20,
    YEAR_WIDTH = 8,
    YEARS_ACROSS = (CMD_LAYOUT_WIDTH - TEAM_WIDTH) / YEAR_WIDTH,
    ORGANISATION_WIDTH = 28,
    ROUTE_WIDTH = 12,
    ROUTES_ACROSS = (CMD_LAYOUT_WIDTH - ORGANISATION_WIDTH) / ROUTE_WIDTH
};

static bool has_study_options(const struct cmd_options *options) {
    return options->replications > 0 || options->first_replication > 0 || options->threads > 0 || options->has_seed ||
           options->checked || options->setting_count > 0;
}

static void require_scenarios(const struct cmd_options *options, struct argp_state *state) {
    if (options->scenario_count == 0 && !options->parameters && !options->measures) {
        argp_error(state, "at least one scenario is needed");
    }
    if (options->scenario_count == 0 && has_study_options(options)) {
        argp_error(state, "without a scenario nothing is run: name one, or leave out the options of a study");
    }
}

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
    case KEY_MEASURES:
        options->measures = true;
        return 0;
    case ARGP_KEY_END:
        require_scenarios(options, state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* Years that stand side by side. */
struct years {
    size_t first, end;
};

static double year_mean(const struct expt_results *results, const struct expt_outcome *outcome, const char *measure,
                        const char *team, size_t year) {
    const int column = expt_column_find(outcome, measure, "team", team);
    return stat_moments_mean(&outcome->years[(size_t)column * results->year_count + year]);
}

static bool has_capacity(const struct expt_results *results, const struct expt_outcome *outcome, const char *team,
                         size_t year) {
    return year_mean(results, outcome, "capacity_hours_per_year", team, year) > 0;
}

/* A team that is closed in all years has nothing to tell. */
static bool is_ever_open(const struct expt_results *results, const struct expt_outcome *outcome, const char *team) {
    for (size_t y = 0; y < results->year_count; y++) {
        if (has_capacity(results, outcome, team, y)) {
            return true;
        }
    }
    return false;
}

/* What moves to a team on the day before it opens is demand in a year without capacity: no load can be told from it. */
static void print_years(const struct expt_results *results, const struct expt_outcome *outcome, struct years years,
                        const char *team, const char *const row[2]) {
    cmd_layout_left(stdout, row[1], TEAM_WIDTH);
    for (size_t y = years.first; y < years.end; y++) {
        const bool is_told = has_capacity(results, outcome, team, y);
        const double value = is_told ? year_mean(results, outcome, row[0], team, y) : NAN;
        cmd_layout_right(stdout, cmd_layout_number(value, "%.0f"), YEAR_WIDTH);
    }
    printf("\n");
}

static void print_team(const struct expt_results *results, const struct expt_outcome *outcome, struct years years,
                       const char *team) {
    static const char *const rows[][2] = {{"demand_hours_per_year", "  demand"},
                                          {"capacity_hours_per_year", "  capacity"},
                                          {"offered_load", "  ratio, %"}};
    if (!is_ever_open(results, outcome, team)) {
        return;
    }
    printf("%s\n", team);
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
        print_years(results, outcome, years, team, rows[r]);
    }
}

static void print_load_block(const struct cmd_study *study, size_t i, struct years years) {
    printf("%*s", TEAM_WIDTH, "");
    for (size_t y = years.first; y < years.end; y++) {
        printf("%*d", YEAR_WIDTH, study->results.years[y]);
    }
    printf("\n");
    for (size_t t = 0; t < study->read[i].service.teams.count; t++) {
        print_team(&study->results, &study->results.outcomes[i], years, svc_team(&study->read[i].service, t)->name);
    }
}

static void print_load(const struct cmd_study *study, size_t i) {
    char *heading =
        mem_format("%s: demand and capacity in staff hours a year, and their ratio (mean of %u %s)",
                   study->read[i].name, study->results.replications, study->results.replications == 1 ? "run" : "runs");
    cmd_layout_heading(stdout, heading);
    free(heading);
    const size_t count = study->results.year_count;
    for (size_t first = 0; first < count; first += YEARS_ACROSS) {
        const size_t end = first + YEARS_ACROSS < count ? first + YEARS_ACROSS : count;
        print_load_block(study, i, (struct years){first, end});
    }
}

/* First year's mean of a column; NAN where there is none. */
static double first_year(const struct expt_results *results, size_t i, const char *dimension, const char *subject) {
    const struct expt_outcome *outcome = &results->outcomes[i];
    const int column = expt_column_find(outcome, "referrals_per_year", dimension, subject);
    return column < 0 ? NAN : stat_moments_mean(&outcome->years[(size_t)column * results->year_count]);
}

/* Ways in, and behind them the last: all together. */
struct routes {
    const char **names;
    size_t count;
};

static double route_value(const struct cmd_study *study, size_t i, const char *organisation,
                          const struct routes *routes, size_t r) {
    if (r + 1 == routes->count) {
        return first_year(&study->results, i, "organisation", organisation);
    }
    char *route = mem_format("%s / %s", organisation, routes->names[r]);
    const double value = first_year(&study->results, i, "route", route);
    free(route);
    return value;
}

static void print_route_block(const struct cmd_study *study, size_t i, const struct routes *routes, size_t first) {
    const struct svc_service *service = &study->read[i].service;
    const size_t end = first + ROUTES_ACROSS < routes->count ? first + ROUTES_ACROSS : routes->count;
    cmd_layout_names(stdout, ORGANISATION_WIDTH, routes->names + first, end - first, ROUTE_WIDTH);
    for (size_t o = 0; o < service->organisation_count; o++) {
        if (route_value(study, i, service->organisations[o], routes, routes->count - 1) == 0) {
            continue; /* its teams are closed in that year */
        }
        cmd_layout_left(stdout, service->organisations[o], ORGANISATION_WIDTH);
        for (size_t r = first; r < end; r++) {
            const double value = route_value(study, i, service->organisations[o], routes, r);
            cmd_layout_right(stdout, cmd_layout_number(value, "%.0f"), ROUTE_WIDTH);
        }
        printf("\n");
    }
}

/* What comes to each organisation, by the way in of the people: their own requests and what others send on. */
static void print_routes(const struct cmd_study *study, size_t i) {
    const struct world *world = &study->read[i].world;
    struct routes routes = {mem_zeroed(world->streams.count + 1, sizeof *routes.names), world->streams.count + 1};
    for (size_t s = 0; s < world->streams.count; s++) {
        routes.names[s] = world_stream(world, s)->name;
    }
    routes.names[world->streams.count] = "in all";
    char *heading = mem_format("%s: referrals for assessment in the first year, by way in", study->read[i].name);
    cmd_layout_heading(stdout, heading);
    free(heading);
    for (size_t first = 0; first < routes.count; first += ROUTES_ACROSS) {
        print_route_block(study, i, &routes, first);
    }
    free(routes.names);
}

static void print(const struct cmd_study *study) {
    for (size_t i = 0; i < study->count; i++) {
        printf("%s: no faults\n", study->read[i].path);
        cmd_words_question(stdout, &study->read[i]);
    }
    cmd_words_settings(stdout, study);
    for (size_t i = 0; study->results.year_count > 0 && i < study->count; i++) {
        print_load(study, i);
        print_routes(study, i);
    }
    cmd_layout_heading(stdout, "What to know");
    cmd_money_staff(stdout, study);
    cmd_dates_without_effect(stdout, study);
    cmd_idle_teams(stdout, study);
    cmd_words_stability(stdout, &study->results);
}

static int check(const struct cmd_options *options) {
    struct cmd_study study;
    if (!cmd_study_read(&study, options)) {
        cmd_study_free(&study);
        return CMD_DATA;
    }
    study.replications = options->replications > 0 ? options->replications : USUAL_REPLICATIONS;
    cmd_study_run(&study, options->checked);
    const int status = cmd_study_end(&study);
    if (study.was_stopped) {
        fprintf(stderr, "caremix: interrupted; the scenarios have no faults.\n");
    } else {
        print(&study);
    }
    cmd_study_free(&study);
    return status;
}

/* Kinds of subject for which a measure is reported, with commas between them. */
static void print_dimensions(const struct model_measure *measure) {
    const char *comma = "";
    for (unsigned d = 0; d < MODEL_DIMENSIONS; d++) {
        if (measure->dimensions >> d & 1) {
            printf("%s%s", comma, model_dimension_name(d));
            comma = ", ";
        }
    }
}

static void print_measures(void) {
    static const char *const directions[] = {"lower", "neither", "higher"};
    size_t count;
    const struct model_measure *measures = model_measures(&count);
    printf("# Measures\n\n| key | name | unit | better | for | definition |\n| --- | --- | --- | --- | --- | --- |\n");
    for (size_t i = 0; i < count; i++) {
        printf("| `%s` | %s | %s | %s | ", measures[i].key, measures[i].name, measures[i].unit,
               directions[measures[i].better + 1]);
        print_dimensions(&measures[i]);
        printf(" | %s |\n", measures[i].definition);
    }
}

int cmd_check_main(int argument_count, char **arguments) {
    static const struct argp_option own[] = {
        {"parameters", KEY_PARAMETERS, NULL, 0, "Print every key of a scenario file, as Markdown", 0},
        {"measures", KEY_MEASURES, NULL, 0, "Print every measure with its definition, as Markdown", 0},
        {0}};
    static const struct argp_child children[] = {{&cmd_options_study, 0, "Study:", 1}, {0}};
    static const struct argp argp = {
        .options = own, .parser = parse, .args_doc = "[SCENARIO...]", .doc = documentation, .children = children};
    struct cmd_options options;
    cmd_options_parse(&options, &argp, argument_count, arguments);
    int status = CMD_OK;
    if (options.parameters) {
        scn_parameters_print(stdout);
    }
    if (options.measures) {
        print_measures();
    }
    if (options.scenario_count > 0) {
        status = check(&options);
    }
    cmd_options_free(&options);
    return status;
}
