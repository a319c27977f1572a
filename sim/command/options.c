/* command/options.c - options that several subcommands share. */
#include "options.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"

enum { KEY_REPLACE = 0x100, KEY_CHECKED, KEY_SET, KEY_FIRST, KEY_CASES, KEY_SEEDS };

enum { MOST_REPLICATIONS = 1000000 };

uint64_t cmd_options_number(const char *text, const uint64_t range[2], const char *what, struct argp_state *state) {
    char *end = NULL;
    errno = 0;
    const unsigned long long value = strtoull(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end != '\0' || errno != 0 || value < range[0] || value > range[1]) {
        argp_error(state, "%s must be a whole number from %llu to %llu, not '%s'", what, (unsigned long long)range[0],
                   (unsigned long long)range[1], text);
    }
    return value;
}

void cmd_options_add_scenario(struct cmd_options *options, const char *path) {
    options->scenarios = mem_resized(options->scenarios, options->scenario_count + 1, sizeof *options->scenarios);
    options->scenarios[options->scenario_count++] = path;
}

static const uint64_t replications[2] = {1, MOST_REPLICATIONS}, coverage_seeds[2] = {20, 100000},
                      threads[2] = {1, 1024}, seeds[2] = {0, UINT64_C(1) << 53};

static error_t parse_scenarios(int key, char *text, struct argp_state *state) {
    struct cmd_options *options = state->input;
    switch (key) {
    case 's':
        options->seed = cmd_options_number(text, seeds, "--seed", state);
        options->has_seed = true;
        return 0;
    case KEY_SET:
        options->settings = mem_resized(options->settings, options->setting_count + 1, sizeof *options->settings);
        options->settings[options->setting_count++] = text;
        return 0;
    case KEY_CHECKED:
        options->checked = true;
        return 0;
    case ARGP_KEY_ARG:
        cmd_options_add_scenario(options, text);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static error_t parse_study(int key, char *text, struct argp_state *state) {
    struct cmd_options *options = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = options;
        return 0;
    case 'r':
        options->replications = (uint32_t)cmd_options_number(text, replications, "--replications", state);
        return 0;
    case KEY_FIRST:
        options->first_replication = (uint32_t)cmd_options_number(text, replications, "--first", state);
        return 0;
    case 'j':
        options->threads = (unsigned)cmd_options_number(text, threads, "--threads", state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static error_t parse_results(int key, char *text, struct argp_state *state) {
    struct cmd_options *options = state->input;
    switch (key) {
    case 'o':
        options->folder = text;
        return 0;
    case KEY_REPLACE:
        options->replace = true;
        return 0;
    case ARGP_KEY_END:
        if (options->replace && options->folder == NULL) {
            argp_error(state, "--replace replaces the results in a folder, so it needs -o");
        }
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static error_t parse_selftest(int key, char *text, struct argp_state *state) {
    struct cmd_options *options = state->input;
    switch (key) {
    case KEY_CASES:
        options->cases = text;
        return 0;
    case KEY_SEEDS:
        options->seeds = (uint32_t)cmd_options_number(text, coverage_seeds, "--seeds", state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static const struct argp_option study_options[] = {
    {"replications", 'r', "NUMBER", 0, "Run each scenario so often (default: as the first scenario says)", 0},
    {"first", KEY_FIRST, "NUMBER", 0,
     "Number the replications from this one on (default: 1); a replication alone is as in a longer run", 0},
    {"threads", 'j', "NUMBER", 0, "Use so many threads (default: one a processor); results are the same for any", 0},
    {0},
};

static const struct argp_option scenarios_options[] = {
    {"seed", 's', "NUMBER", 0, "Seed of all random numbers (default: as the first scenario says)", 0},
    {"set", KEY_SET, "KEY=VALUE", 0,
     "Lay a value over every scenario that has the key's row, as in 'teams[Rehab].staff[ot].fte=3.5'; may be repeated",
     0},
    {"checked", KEY_CHECKED, NULL, 0, "Check what must always hold after every event (some twenty times slower)", 0},
    {0},
};

static const struct argp_option results_options[] = {
    {"output", 'o', "DIR", 0, "Write results into a new folder DIR", 0},
    {"replace", KEY_REPLACE, NULL, 0, "Replace the results in DIR, if it holds results of caremix", 0},
    {0},
};

static const struct argp_option selftest_options[] = {
    {"cases", KEY_CASES, "DIR", 0, "Read the scenarios from DIR (default: those that belong to the program)", 0},
    {"seeds", KEY_SEEDS, "NUMBER", 0,
     "Repeat every case with so many seeds, and count how often its 95 % intervals hold what theory says", 0},
    {0},
};

const struct argp cmd_options_scenarios = {.options = scenarios_options, .parser = parse_scenarios};

static const struct argp_child study_children[] = {{&cmd_options_scenarios, 0, NULL, 0}, {0}};

const struct argp cmd_options_study = {.options = study_options, .parser = parse_study, .children = study_children};
const struct argp cmd_options_results = {.options = results_options, .parser = parse_results};
const struct argp cmd_options_selftest = {.options = selftest_options, .parser = parse_selftest};

const struct argp_child cmd_options_children[] = {
    {&cmd_options_study, 0, "Study:", 1}, {&cmd_options_results, 0, "Results:", 2}, {0}};

void cmd_options_hand_down(struct argp_state *state, size_t children) {
    for (size_t i = 0; i < children; i++) {
        state->child_inputs[i] = state->input;
    }
}

void cmd_options_parse(struct cmd_options *options, const struct argp *argp, int argument_count, char **arguments) {
    *options = (struct cmd_options){.argument_count = argument_count + 1,
                                    .arguments = mem_zeroed((size_t)argument_count + 1, sizeof *options->arguments)};
    options->arguments[0] = "caremix";
    for (int i = 0; i < argument_count; i++) {
        options->arguments[i + 1] = arguments[i];
    }
    char *program = mem_format("caremix %s", arguments[0]);
    arguments[0] = program; /* argp names it in messages for as long as the program runs */
    argp_parse(argp, argument_count, arguments, 0, NULL, options);
    if (options->threads == 0) {
        const long processors = sysconf(_SC_NPROCESSORS_ONLN);
        options->threads = processors > 0 ? (unsigned)processors : 1;
    }
}

void cmd_options_free(struct cmd_options *options) {
    free(options->scenarios);
    free(options->settings);
    free(options->arguments);
}
