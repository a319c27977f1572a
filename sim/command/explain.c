/* command/explain.c - what a key means, and where its values come from. */
#include <argp.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "command.h"
#include "engine/dist.h"
#include "layout.h"
#include "options.h"
#include "place.h"
#include "scenario/key.h"
#include "scenario/name.h"
#include "scenario/place.h"
#include "sources.h"
#include "study.h"

static const char documentation[] =
    "Explains a key of a scenario file: its unit, range, default and meaning, which files give it, which scenarios go "
    "by that, and the grade and source that stand beside it."
    "\vA key is named by its path, or by the end of one: 'fte', 'teams.staff.fte', 'teams[Council OT, Perth "
    "City].staff[ot].fte'. Looked through are the scenarios given, or those that come with the program.";

enum { LABEL_WIDTH = 10, MOST_SCENARIOS_NAMED = 4, SHORT = 60 };

static error_t parse(int key, char *text, struct argp_state *state) {
    struct cmd_options *options = state->input;
    switch (key) {
    case ARGP_KEY_ARG:
        if (options->key == NULL) {
            options->key = text;
        } else {
            cmd_options_add_scenario(options, text);
        }
        return 0;
    case ARGP_KEY_END:
        if (options->key == NULL) {
            argp_error(state, "a key is needed, such as teams.staff.fte");
        }
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* Scenario files to look through: those named, or all that come with the program. */
struct scenarios {
    char **paths; /* owned, as the texts */
    size_t count, capacity;
};

static void add_scenario(struct scenarios *scenarios, char *path) {
    scenarios->paths = mem_grown(scenarios->paths, scenarios->count, &scenarios->capacity, sizeof *scenarios->paths);
    scenarios->paths[scenarios->count++] = path;
}

static int is_scenario_file(const struct dirent *entry) {
    return entry->d_name[0] != '.' && scn_name_is_scenario(entry->d_name);
}

static void choose_scenarios(struct scenarios *scenarios, const struct cmd_options *options) {
    for (size_t i = 0; i < options->scenario_count; i++) {
        add_scenario(scenarios, mem_text(options->scenarios[i]));
    }
    if (options->scenario_count > 0) {
        return;
    }
    char *folder = cmd_place_find("scenarios");
    struct dirent **entries;
    const int count = scandir(folder, &entries, is_scenario_file, alphasort);
    for (int i = 0; i < count; i++) {
        add_scenario(scenarios, mem_format("%s/%s", folder, entries[i]->d_name));
        free(entries[i]);
    }
    if (count >= 0) {
        free(entries);
    }
    free(folder);
}

static void free_scenarios(struct scenarios *scenarios) {
    for (size_t i = 0; i < scenarios->count; i++) {
        free(scenarios->paths[i]);
    }
    free(scenarios->paths);
}

/* Keys of each family of distributions, on one line. */
static void print_families(void) {
    size_t count;
    const struct des_family *families = des_dist_families(&count);
    char *text = mem_text("A distribution is written as { dist = \"gamma\"; mean = 3.0; cv = 0.5; }:");
    for (size_t i = 0; i < count; i++) {
        char *keys = mem_text(families[i].keys[0].name ? "" : "edges, weights");
        for (size_t k = 0; k < DES_DIST_KEYS && families[i].keys[k].name; k++) {
            char *longer = mem_format("%s%s%s", keys, k > 0 ? ", " : "", families[i].keys[k].name);
            free(keys);
            keys = longer;
        }
        char *longer = mem_format("%s%s %s (%s)", text, i > 0 ? "," : "", families[i].name, keys);
        free(keys);
        free(text);
        text = longer;
    }
    cmd_layout_paragraph(stdout, text);
    free(text);
}

static void print_keys(const struct param_table *table) {
    char *text = mem_format("%s Its keys:", table->meaning);
    for (size_t i = 0; i < table->count; i++) {
        char *longer = mem_format("%s%s %s", text, i > 0 ? "," : "", table->params[i].key);
        free(text);
        text = longer;
    }
    cmd_layout_paragraph(stdout, text);
    free(text);
}

static void print_facts(const struct scn_key *key) {
    const struct param *param = key->param;
    char *path = scn_path_text(&key->path);
    cmd_layout_heading(stdout, path);
    free(path);
    if (param == NULL) {
        cmd_layout_paragraph(stdout, "drop = true; takes the row out that another file put into the list.");
        return;
    }
    if (key->is_part) {
        char *text = mem_format("A key of the distribution that '%s' has.", param->key);
        cmd_layout_paragraph(stdout, text);
        free(text);
    }
    cmd_layout_paragraph(stdout, param->meaning);
    printf("  %-*s%s\n  %-*s", LABEL_WIDTH, "unit", param->unit, LABEL_WIDTH, "allowed");
    scn_key_allowed_print(stdout, param);
    printf("\n  %-*s", LABEL_WIDTH, "default");
    scn_key_default_print(stdout, param);
    printf("\n");
    if (param->kind == PARAM_DIST) {
        print_families();
    } else if (param->table != NULL) {
        print_keys(param->table);
    }
}

/* "separate, triage and 3 more"; what is held is a subset of what reads the file. The caller frees it. */
static char *names_of(const struct scenarios *scenarios, const bool *are_meant) {
    char *text = mem_text("");
    size_t meant = 0;
    for (size_t i = 0; i < scenarios->count; i++) {
        meant += are_meant[i];
    }
    for (size_t i = 0, said = 0; i < scenarios->count; i++) {
        if (are_meant[i] && (said < MOST_SCENARIOS_NAMED || meant == MOST_SCENARIOS_NAMED + 1)) {
            char *name = scn_name_stem(scenarios->paths[i]);
            char *longer = mem_format("%s%s%s", text, said == 0 ? "" : said + 1 == meant ? " and " : ", ", name);
            free(name);
            free(text);
            text = longer;
            said++;
        }
    }
    if (meant > MOST_SCENARIOS_NAMED + 1) {
        char *longer = mem_format("%s and %zu more", text, meant - MOST_SCENARIOS_NAMED);
        free(text);
        text = longer;
    }
    return text;
}

static bool is_any(const bool *claims, size_t count) {
    size_t i = 0;
    while (i < count && !claims[i]) {
        i++;
    }
    return i < count;
}

/* Whose places stand below, when it is not the same as of the place before. */
static void print_owner(const struct scn_place *place, const struct scn_place *before,
                        const struct scenarios *scenarios) {
    const size_t size = scenarios->count * sizeof *place->is_held;
    if (before != NULL && strcmp(place->file, before->file) == 0 &&
        memcmp(place->is_held, before->is_held, size) == 0) {
        return;
    }
    char *holders = names_of(scenarios, place->is_held);
    char *text = is_any(place->is_held, scenarios->count)
                     ? mem_format("%s, holds in %s:", place->file, holders)
                     : mem_format("%s, holds nowhere here: other files say otherwise:", place->file);
    printf("\n");
    cmd_layout_paragraph(stdout, text);
    free(text);
    free(holders);
}

static bool has_same_remarks(const struct scn_place *place, const struct scn_place *other) {
    bool same = place->remark_count == other->remark_count && strcmp(place->file, other->file) == 0;
    for (size_t i = 0; same && i < place->remark_count; i++) {
        const struct scn_remark *mine = &place->remarks[i], *its = &other->remarks[i];
        const bool are_beside = mine->line == place->line && its->line == other->line;
        same = strcmp(mine->text, its->text) == 0 && (mine->line == its->line || are_beside);
    }
    return same && (place->source == NULL) == (other->source == NULL) &&
           (place->source == NULL || strcmp(place->source, other->source) == 0);
}

static void print_indented(const char *what, const char *text) {
    char *whole = mem_format("%s: %s", what, text);
    cmd_layout_indented(stdout, whole);
    free(whole);
}

static void print_remarks(const struct scn_place *place) {
    for (size_t i = 0; i < place->remark_count; i++) {
        const struct scn_remark *remark = &place->remarks[i];
        char *where = remark->line == 0             ? mem_text("head of the file")
                      : remark->is_above            ? mem_format("above line %u", remark->line)
                      : remark->line == place->line ? mem_text("beside it")
                                                    : mem_format("beside line %u", remark->line);
        print_indented(where, remark->text);
        free(where);
    }
    if (place->source != NULL) {
        print_indented("its source", place->source);
    }
    if (place->remark_count == 0 && place->source == NULL) {
        printf("        no source is written beside it\n");
    }
}

/* A place, and what is written about it unless the next one goes by the same. */
static void print_place(const struct scn_place *place, const struct scn_place *next) {
    const size_t used = cmd_layout_columns(place->path) + 11;
    char *value = cmd_layout_cut(place->value, used + SHORT < CMD_LAYOUT_WIDTH ? CMD_LAYOUT_WIDTH - used : SHORT);
    printf("%6u  %s = %s\n", place->line, place->path, value);
    free(value);
    if (next == NULL || !has_same_remarks(place, next)) {
        print_remarks(place);
    }
}

static void print_places(const struct scn_place_list *list, const struct scn_key *key,
                         const struct scenarios *scenarios) {
    cmd_layout_heading(stdout, "Where it is set");
    for (size_t i = 0; i < list->count; i++) {
        const struct scn_place *next = i + 1 < list->count ? &list->places[i + 1] : NULL;
        print_owner(&list->places[i], i > 0 ? &list->places[i - 1] : NULL, scenarios);
        print_place(&list->places[i], next);
    }
    if (list->count == 0) {
        printf("in none of %zu %s: its default holds, if it has one\n", scenarios->count,
               scenarios->count == 1 ? "scenario" : "scenarios");
    } else {
        cmd_sources_print(stdout, list, key);
    }
}

/* Groups have places only through their keys. */
static bool has_places(const struct scn_key *key) {
    return key->param != NULL && key->param->kind != PARAM_GROUP && key->path.steps[key->path.count - 1].row == NULL;
}

static int explain_one(const struct scn_key *key, const struct cmd_options *options) {
    struct scenarios scenarios = {0};
    struct scn_place_list list;
    struct err_list err;
    err_list_init(&err);
    choose_scenarios(&scenarios, options);
    const bool is_good = scn_place_find(key, (const char *const *)scenarios.paths, scenarios.count, &list, &err);
    if (is_good) {
        print_facts(key);
        if (has_places(key)) {
            print_places(&list, key, &scenarios);
        }
    } else {
        cmd_study_complain(&err);
    }
    scn_place_list_free(&list);
    err_list_free(&err);
    free_scenarios(&scenarios);
    return is_good ? CMD_OK : CMD_DATA;
}

/* What is written in files but is no key that has a value: false when it is none of these. */
static bool explain_word(const char *word) {
    static const char *const words[][2] = {
        {"extends",
         "extends = \"other.cfg\"; lays the file over another, relative to its folder: groups merge, rows of "
         "lists merge by their first key, everything else replaces."},
        {"drop", "drop = true; in a row takes the row out that another file put into the list."},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(word, words[i][0]) == 0) {
            cmd_layout_heading(stdout, word);
            cmd_layout_paragraph(stdout, words[i][1]);
            return true;
        }
    }
    return false;
}

static int explain(const struct cmd_options *options) {
    struct scn_path path;
    struct scn_key_list list = {.count = 0};
    struct err_list err;
    int status = CMD_USAGE;
    err_list_init(&err);
    const char *fault = scn_path_parse(options->key, strlen(options->key), &path);
    if (fault != NULL) {
        err_add(&err, NULL, 0, "'%s': %s", options->key, fault);
    } else if (scn_key_search(&path, &list, &err) && list.count == 1) {
        status = explain_one(&list.keys[0], options);
    } else if (list.count > 1) {
        for (size_t i = 0; i < list.count; i++) {
            print_facts(&list.keys[i]);
        }
        printf("\n%zu keys end in '%s'; name one by its whole path to see where it is set.\n", list.count,
               options->key);
        status = CMD_OK;
    }
    for (size_t i = 0; i < err.count; i++) {
        fprintf(stderr, "caremix explain: %s\n", err.complaints[i].text);
    }
    scn_key_list_free(&list);
    scn_path_free(&path);
    err_list_free(&err);
    return status;
}

int cmd_explain_main(int argument_count, char **arguments) {
    static const struct argp argp = {.parser = parse, .args_doc = "KEY [SCENARIO...]", .doc = documentation};
    struct cmd_options options;
    cmd_options_parse(&options, &argp, argument_count, arguments);
    const int status = explain_word(options.key) ? CMD_OK : explain(&options);
    cmd_options_free(&options);
    return status;
}
