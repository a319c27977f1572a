/* command/selftest.c - known answers: scenarios that are textbook models, held against theory. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answer.h"
#include "base/mem.h"
#include "command.h"
#include "coverage.h"
#include "known.h"
#include "layout.h"
#include "options.h"
#include "place.h"

static const char documentation[] =
    "Runs scenarios that are textbook models and holds each against what theory says of the numbers in its file."
    "\vA case is a scenario file in tests/known-answers; without a name all are run. A number holds if theory lies in "
    "the 99.9 % interval of its mean over replications and half of that is at most 5 % of theory. With --seeds every "
    "case is repeated with so many seeds, and for each number is counted how many of its 95 % intervals hold the "
    "theory; -o then writes the counts and a figure. Replications and seed are those of each file unless told "
    "otherwise.";

static error_t parse(int key, char *text, struct argp_state *state) {
    (void)text;
    const struct cmd_options *options = state->input;
    if (key == ARGP_KEY_INIT) {
        cmd_options_hand_down(state, 3);
        return 0;
    }
    if (key == ARGP_KEY_END && options->folder != NULL && options->seeds == 0) {
        argp_error(state, "-o writes the coverage of intervals, so it needs --seeds");
    }
    if (key == ARGP_KEY_END && options->seeds > 0 && options->replications == 1) {
        argp_error(state, "one replication has no interval, so --seeds needs two or more");
    }
    return ARGP_ERR_UNKNOWN;
}

static bool is_wanted(const struct cmd_options *options, const struct cmd_case *of) {
    bool is_named = options->scenario_count == 0;
    for (size_t i = 0; i < options->scenario_count; i++) {
        is_named = is_named || strcmp(options->scenarios[i], of->file) == 0;
    }
    return is_named;
}

/* False after a complaint about each name that no case has. */
static bool are_known(const struct cmd_options *options) {
    size_t count, unknown = 0;
    const struct cmd_case *cases = cmd_cases(&count);
    const char **names = mem_zeroed(count, sizeof *names);
    for (size_t c = 0; c < count; c++) {
        names[c] = cases[c].file;
    }
    for (size_t i = 0; i < options->scenario_count; i++) {
        size_t c = 0;
        while (c < count && strcmp(names[c], options->scenarios[i]) != 0) {
            c++;
        }
        if (c == count) {
            char *hint = err_suggestion(options->scenarios[i], names, count, "");
            fprintf(stderr, "caremix selftest: '%s' is no case%s\n", options->scenarios[i], hint);
            free(hint);
            unknown++;
        }
    }
    free(names);
    return unknown == 0;
}

/* Reads one case; the caller frees the study in any case. */
static bool read_case(const struct cmd_case *of, const struct cmd_options *options, struct cmd_study *study) {
    char *path = mem_format("%s/%s.cfg", options->cases, of->file);
    struct cmd_options one = *options;
    one.scenarios = (const char *[]){path};
    one.scenario_count = 1;
    bool is_good = cmd_study_read(study, &one);
    if (is_good && options->seeds > 0 && study->replications < 2) {
        fprintf(stderr, "%s: error: one replication has no interval, so --seeds needs two or more\n", path);
        is_good = false;
    }
    free(path);
    return is_good;
}

/* Reads every case once, so that a faulty one is told before anything is run or made. */
static bool are_good(const struct cmd_options *options) {
    size_t count;
    const struct cmd_case *cases = cmd_cases(&count);
    bool is_good = true;
    for (size_t c = 0; c < count; c++) {
        if (is_wanted(options, &cases[c])) {
            struct cmd_study study;
            is_good = read_case(&cases[c], options, &study) && is_good;
            cmd_study_free(&study);
        }
    }
    return is_good;
}

/* Runs one case with its seed and the ones behind it. Returns an exit status. */
static int run_case(const struct cmd_case *of, const struct cmd_options *options, struct cmd_known_list *list) {
    int status = CMD_OK;
    for (uint32_t s = 0; status == CMD_OK && (s == 0 || s < options->seeds); s++) {
        struct cmd_study study;
        status = CMD_DATA;
        if (read_case(of, options, &study)) {
            study.seed += s;
            study.scenarios[0].inputs.seed = study.seed;
            cmd_study_run(&study, options->checked);
            status = cmd_study_end(&study);
        }
        if (status == CMD_OK) {
            cmd_known_take(list, of, &study);
        }
        cmd_study_free(&study);
    }
    return status;
}

static void print_case(const struct cmd_known_list *list, size_t first, bool is_coverage) {
    cmd_known_heading(stdout, list->rows[first].of);
    for (size_t i = first; i < list->count; i++) {
        if (is_coverage) {
            cmd_known_coverage_row(stdout, &list->rows[i]);
        } else {
            cmd_known_row(stdout, &list->rows[i]);
        }
    }
    fflush(stdout);
}

static int run_cases(const struct cmd_options *options, struct cmd_known_list *list) {
    size_t count;
    const struct cmd_case *cases = cmd_cases(&count);
    int status = CMD_OK;
    cmd_known_columns(stdout, options->seeds > 0);
    for (size_t c = 0; status == CMD_OK && c < count; c++) {
        const size_t first = list->count;
        status = is_wanted(options, &cases[c]) ? run_case(&cases[c], options, list) : CMD_OK;
        if (status == CMD_OK && list->count > first) {
            print_case(list, first, options->seeds > 0);
        }
    }
    if (status == CMD_INTERRUPTED || status == CMD_TERMINATED) {
        fprintf(stderr, "caremix: interrupted; what is missing says nothing.\n");
    }
    return status;
}

static int conclude(const struct cmd_known_list *list) {
    size_t counts[CMD_NO_THEORY + 1] = {0};
    for (size_t i = 0; i < list->count; i++) {
        counts[cmd_known_verdict(&list->rows[i])]++;
    }
    const bool do_all_hold = counts[CMD_HOLDS] == list->count;
    printf("\n%zu of %zu numbers hold%s.\n", counts[CMD_HOLDS], list->count, do_all_hold ? "" : "; the others do NOT");
    if (counts[CMD_WIDE] > 0) {
        char *advice = mem_format("%zu of them only because their intervals are too wide, which more replications (-r) "
                                  "make narrower; those that each file asks for are enough.",
                                  counts[CMD_WIDE]);
        cmd_layout_paragraph(stdout, advice);
        free(advice);
    }
    char *rule = mem_format("A number holds if what theory says lies in the 99.9 %% interval of its mean over "
                            "replications (Student t), and half of that interval is at most %.0f %% of it: a wider "
                            "one would prove nothing (TOO WIDE). With other seeds, chance alone puts one in a thousand "
                            "outside. Theory is worked out from the numbers in each file; where these are seen to "
                            "leave the model that theory is about, there is NO THEORY. Not everything is looked at: "
                            "of a file that was changed, DIFFERS may also say that it is no such model any more.",
                            100 * cmd_known_widest);
    cmd_layout_paragraph(stdout, rule);
    free(rule);
    return do_all_hold ? CMD_OK : CMD_FAILED;
}

static int run(struct cmd_options *options) {
    char *place = cmd_place_find("tests/known-answers");
    struct cmd_known_list list = {0};
    options->cases = options->cases != NULL ? options->cases : place;
    int status = !are_known(options) ? CMD_USAGE : are_good(options) ? CMD_OK : CMD_DATA;
    if (status == CMD_OK && options->seeds > 0) {
        status = cmd_coverage_main(options, &list, run_cases);
    } else if (status == CMD_OK) {
        status = run_cases(options, &list);
        status = status == CMD_OK ? conclude(&list) : status;
    }
    cmd_known_free(&list);
    free(place);
    return status;
}

int cmd_selftest_main(int argument_count, char **arguments) {
    static const struct argp_child children[] = {{&cmd_options_study, 0, "Study:", 1},
                                                 {&cmd_options_selftest, 0, "Known answers:", 2},
                                                 {&cmd_options_results, 0, "Results:", 3},
                                                 {0}};
    static const struct argp argp = {
        .parser = parse, .args_doc = "[CASE...]", .doc = documentation, .children = children};
    struct cmd_options options;
    cmd_options_parse(&options, &argp, argument_count, arguments);
    const int status = run(&options);
    cmd_options_free(&options);
    return status;
}
