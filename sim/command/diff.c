/* command/diff.c - what two scenarios have different, a sentence a key. */
#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "command.h"
#include "layout.h"
#include "options.h"
#include "scenario/difference.h"
#include "study.h"

static const char documentation[] =
    "Says in one sentence each which keys two scenarios have different, whatever files they come from."
    "\vWhat is told is what holds: a key that one of them leaves out has its default. A long value is shortened unless "
    "--full is given. With --set PATH=VALUE a run of the one scenario takes a value of the other. The exit status is 0 "
    "whether they differ or not.";

enum { KEY_FULL = 0x200, SHORT = 70 };

/* Two scenarios, and how they are told apart and told of. */
struct pair {
    struct scn_scenario read[2];
    const char *names[2]; /* borrowed: the paths when both have the same name */
    bool is_full, has_meanings;
};

static error_t parse(int key, char *text, struct argp_state *state) {
    struct cmd_options *options = state->input;
    switch (key) {
    case KEY_FULL:
        options->full = true;
        return 0;
    case 'm':
        options->meanings = true;
        return 0;
    case ARGP_KEY_ARG:
        cmd_options_add_scenario(options, text);
        return 0;
    case ARGP_KEY_END:
        if (options->scenario_count != 2) {
            argp_error(state, "two scenarios are needed");
        }
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* The value, cut if it is long; the caller frees it. */
static char *shown(const char *value, const struct pair *pair) {
    if (value == NULL) {
        return mem_text("absent");
    }
    if (strcmp(value, "()") == 0 || strcmp(value, "[]") == 0) {
        return mem_text("an empty list");
    }
    return pair->is_full ? mem_text(value) : cmd_layout_cut(value, SHORT);
}

/* " (FTE)" where the unit says more than the value itself. */
static char *unit_of(const struct param *param) {
    const bool told = param->kind == PARAM_REAL || param->kind == PARAM_INTEGER || param->kind == PARAM_DIST ||
                      param->kind == PARAM_REALS;
    return told ? mem_format(" (%s)", param->unit) : mem_text("");
}

static char *value_sentence(const struct scn_difference *difference, const struct pair *pair) {
    char *values[2], *unit = unit_of(difference->param);
    for (size_t i = 0; i < 2; i++) {
        char *value = shown(difference->values[i], pair);
        values[i] = mem_format("%s%s in %s", value, difference->is_default[i] ? " (its default)" : "", pair->names[i]);
        free(value);
    }
    char *sentence = mem_format("%s: %s, %s%s.", difference->path, values[0], values[1], unit);
    free(values[0]);
    free(values[1]);
    free(unit);
    return sentence;
}

static char *row_sentence(const struct scn_difference *difference, const struct pair *pair) {
    const size_t owner = difference->values[0] != NULL ? 0 : 1;
    char *value = pair->is_full ? mem_format(": %s", difference->values[owner]) : mem_text("");
    char *sentence = mem_format("%s: this %s is only in %s%s.", difference->path, difference->param->table->name,
                                pair->names[owner], value);
    free(value);
    return sentence;
}

static char *order_sentence(const struct scn_difference *difference, const struct pair *pair) {
    char *first = shown(difference->values[0], pair), *second = shown(difference->values[1], pair);
    char *sentence = mem_format("%s: another order, %s in %s, %s in %s.", difference->path, first, pair->names[0],
                                second, pair->names[1]);
    free(first);
    free(second);
    return sentence;
}

static void print_difference(const struct scn_difference *difference, const struct pair *pair) {
    char *sentence = difference->kind == SCN_DIFFERENCE_VALUE ? value_sentence(difference, pair)
                     : difference->kind == SCN_DIFFERENCE_ROW ? row_sentence(difference, pair)
                                                              : order_sentence(difference, pair);
    if (pair->has_meanings) {
        char *longer = mem_format("%s %s", sentence, difference->param->meaning);
        free(sentence);
        sentence = longer;
    }
    cmd_layout_paragraph(stdout, sentence);
    free(sentence);
}

/* Two scenarios are hardly ever called the same: that is told above, and is no difference in what happens. */
static bool is_told_above(const struct scn_difference *difference) {
    return strcmp(difference->path, "title") == 0 || strcmp(difference->path, "question") == 0;
}

static void print_count(size_t counts[3], bool is_any) {
    char *order = counts[SCN_DIFFERENCE_ORDER] > 0
                      ? mem_format(", %zu %s in another order", counts[SCN_DIFFERENCE_ORDER],
                                   counts[SCN_DIFFERENCE_ORDER] == 1 ? "list" : "lists")
                      : mem_text("");
    if (is_any) {
        printf("\nDifferent: %zu %s, %zu %s that only one has%s.\n", counts[SCN_DIFFERENCE_VALUE],
               counts[SCN_DIFFERENCE_VALUE] == 1 ? "key" : "keys", counts[SCN_DIFFERENCE_ROW],
               counts[SCN_DIFFERENCE_ROW] == 1 ? "row" : "rows", order);
    } else {
        printf("\nNo key is different.\n");
    }
    free(order);
}

static void print(const struct pair *pair) {
    struct scn_difference_list list;
    size_t counts[3] = {0};
    bool is_any = false;
    scn_difference_find(&pair->read[0], &pair->read[1], &list);
    for (size_t i = 0; i < 2; i++) {
        printf("%s: %s\n", pair->names[i], pair->read[i].title);
    }
    printf("\n");
    for (size_t i = 0; i < list.count; i++) {
        if (!is_told_above(&list.differences[i])) {
            print_difference(&list.differences[i], pair);
            counts[list.differences[i].kind]++;
            is_any = true;
        }
    }
    print_count(counts, is_any);
    scn_difference_list_free(&list);
}

static bool read_pair(struct pair *pair, const struct cmd_options *options) {
    struct err_list err;
    err_list_init(&err);
    for (size_t i = 0; i < 2; i++) {
        scn_scenario_read(options->scenarios[i], &pair->read[i], &err);
    }
    const bool is_good = err.count == 0, is_one_name = strcmp(pair->read[0].name, pair->read[1].name) == 0;
    for (size_t i = 0; i < 2; i++) {
        pair->names[i] = is_one_name ? pair->read[i].path : pair->read[i].name;
    }
    if (!is_good) {
        cmd_study_complain(&err);
    }
    err_list_free(&err);
    return is_good;
}

int cmd_diff_main(int argument_count, char **arguments) {
    static const struct argp_option own[] = {
        {"full", KEY_FULL, NULL, 0, "Show long values, and rows that only one has, in full", 0},
        {"meaning", 'm', NULL, 0, "Say behind each key what it means", 0},
        {0}};
    static const struct argp argp = {
        .options = own, .parser = parse, .args_doc = "SCENARIO SCENARIO", .doc = documentation};
    struct cmd_options options;
    cmd_options_parse(&options, &argp, argument_count, arguments);
    struct pair pair = {.is_full = options.full, .has_meanings = options.meanings};
    const bool is_good = read_pair(&pair, &options);
    if (is_good) {
        print(&pair);
    }
    for (size_t i = 0; i < 2; i++) {
        scn_scenario_free(&pair.read[i]);
    }
    cmd_options_free(&options);
    return is_good ? CMD_OK : CMD_DATA;
}
