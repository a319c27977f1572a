/* scenario/difference.c - what two scenarios have different, key by key. */
#include "scenario/difference.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "file.h"
#include "inputs.h"
#include "lookup.h"
#include "scenario/path.h"
#include "show.h"

/* Two trees side by side, and where they are compared. */
struct comparing {
    struct scn_path path;
    struct scn_difference_list *list;
};

/* The same key, or the same row, in both; NULL where it is absent. */
struct sides {
    const struct scn_node *nodes[2];
};

static struct scn_difference *add(struct comparing *comparing, enum scn_difference_kind kind,
                                  const struct param *param) {
    struct scn_difference_list *list = comparing->list;
    list->differences = mem_grown(list->differences, list->count, &list->capacity, sizeof *list->differences);
    struct scn_difference *added = &list->differences[list->count++];
    *added = (struct scn_difference){.kind = kind, .path = scn_path_text(&comparing->path), .param = param};
    return added;
}

static char *value_of(const struct scn_node *node, const struct param *param) {
    if (!node) {
        return scn_show_default(param);
    }
    if (!scn_inputs_is_file(param->key)) {
        return scn_show_value(node, param);
    }
    char *path = scn_inputs_path(node);
    const struct scn_node found = {.kind = SCN_NODE_TEXT, .text = path};
    char *value = scn_show_value(&found, param);
    free(path);
    return value;
}

/* Do two data files hold the same? They could be read before. */
static bool is_same_data(const struct sides *sides) {
    char *texts[2];
    struct err_list unsaid;
    err_list_init(&unsaid);
    for (size_t i = 0; i < 2; i++) {
        char *path = scn_inputs_path(sides->nodes[i]);
        texts[i] = scn_file_text(path, (struct scn_file_asker){NULL, 0}, &unsaid);
        free(path);
    }
    const bool same = texts[0] && texts[1] && strcmp(texts[0], texts[1]) == 0;
    free(texts[0]);
    free(texts[1]);
    err_list_free(&unsaid);
    return same;
}

static bool is_same(const struct sides *sides, const struct param *param, char *const values[2]) {
    if (!values[0] || !values[1]) {
        return !values[0] && !values[1];
    }
    const bool both = sides->nodes[0] && sides->nodes[1];
    return strcmp(values[0], values[1]) == 0 || (both && scn_inputs_is_file(param->key) && is_same_data(sides));
}

static void compare_values(struct comparing *comparing, const struct sides *sides, const struct param *param) {
    char *values[2] = {value_of(sides->nodes[0], param), value_of(sides->nodes[1], param)};
    if (is_same(sides, param, values)) {
        free(values[0]);
        free(values[1]);
        return;
    }
    struct scn_difference *added = add(comparing, SCN_DIFFERENCE_VALUE, param);
    for (size_t i = 0; i < 2; i++) {
        added->values[i] = values[i];
        added->is_default[i] = !sides->nodes[i] && values[i];
    }
}

static void compare_groups(struct comparing *comparing, const struct sides *sides, const struct param_table *table);

/* The row of that name in the other list; NULL where there is none, or no list. */
static const struct scn_node *namesake(const struct scn_node *list, const char *name, const struct param_table *table) {
    return list ? scn_lookup_row(list, name, table) : NULL;
}

static void add_row(struct comparing *comparing, const struct param *param, const struct sides *sides) {
    struct scn_difference *added = add(comparing, SCN_DIFFERENCE_ROW, param);
    for (size_t i = 0; i < 2; i++) {
        added->values[i] = sides->nodes[i] ? scn_show_value(sides->nodes[i], param) : NULL;
    }
}

/* Rows of one side: those that the other has too are compared from the first side only. */
static void compare_side(struct comparing *comparing, const struct sides *lists, size_t side,
                         const struct param *param) {
    const struct scn_node *list = lists->nodes[side];
    for (size_t i = 0; list && i < list->count; i++) {
        char *name = scn_lookup_row_name(list, i, param->table);
        struct sides rows;
        rows.nodes[side] = &list->children[i];
        rows.nodes[1 - side] = namesake(lists->nodes[1 - side], name, param->table);
        const struct scn_path_step *last = &comparing->path.steps[comparing->path.count - 1];
        char *key = mem_text(last->key);
        scn_path_shorten(&comparing->path);
        scn_path_append(&comparing->path, key, name);
        if (!rows.nodes[1 - side]) {
            add_row(comparing, param, &rows);
        } else if (side == 0) {
            compare_groups(comparing, &rows, param->table);
        }
        scn_path_shorten(&comparing->path);
        scn_path_append(&comparing->path, key, NULL);
        free(key);
        free(name);
    }
}

/* Names of the rows of one list that the other has too, in the order of the first. */
static char *common_names(const struct scn_node *list, const struct scn_node *other, const struct param_table *table) {
    char *names = mem_text("");
    for (size_t i = 0; i < list->count; i++) {
        char *name = scn_lookup_row_name(list, i, table);
        if (scn_lookup_row(other, name, table)) {
            char *longer = mem_format("%s%s\"%s\"", names, *names ? ", " : "", name);
            free(names);
            names = longer;
        }
        free(name);
    }
    return names;
}

static void compare_order(struct comparing *comparing, const struct sides *lists, const struct param *param) {
    if (!lists->nodes[0] || !lists->nodes[1]) {
        return;
    }
    char *names[2];
    for (size_t i = 0; i < 2; i++) {
        names[i] = common_names(lists->nodes[i], lists->nodes[1 - i], param->table);
    }
    if (strcmp(names[0], names[1]) != 0) {
        struct scn_difference *added = add(comparing, SCN_DIFFERENCE_ORDER, param);
        added->values[0] = names[0];
        added->values[1] = names[1];
    } else {
        free(names[0]);
        free(names[1]);
    }
}

static void compare_key(struct comparing *comparing, const struct sides *sides, const struct param *param) {
    const bool any = sides->nodes[0] || sides->nodes[1], both = sides->nodes[0] && sides->nodes[1];
    if (param->kind == PARAM_ROWS && scn_lookup_identity(param->table)) {
        compare_order(comparing, sides, param);
        compare_side(comparing, sides, 0, param);
        compare_side(comparing, sides, 1, param);
    } else if (param->kind == PARAM_GROUP && any && (both || !param->optional)) {
        compare_groups(comparing, sides, param->table);
    } else {
        compare_values(comparing, sides, param);
    }
}

static void compare_groups(struct comparing *comparing, const struct sides *sides, const struct param_table *table) {
    for (size_t i = 0; i < table->count; i++) {
        const struct param *param = &table->params[i];
        struct sides below;
        for (size_t s = 0; s < 2; s++) {
            below.nodes[s] = sides->nodes[s] ? scn_node_find(sides->nodes[s], param->key) : NULL;
        }
        scn_path_append(&comparing->path, param->key, NULL);
        compare_key(comparing, &below, param);
        scn_path_shorten(&comparing->path);
    }
}

void scn_difference_find(const struct scn_scenario *first, const struct scn_scenario *second,
                         struct scn_difference_list *list) {
    *list = (struct scn_difference_list){.count = 0};
    struct comparing comparing = {.list = list};
    const struct sides roots = {{first->tree, second->tree}};
    compare_groups(&comparing, &roots, &scn_scenario_table);
    scn_path_free(&comparing.path);
}

void scn_difference_list_free(struct scn_difference_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        free(list->differences[i].path);
        free(list->differences[i].values[0]);
        free(list->differences[i].values[1]);
    }
    free(list->differences);
    *list = (struct scn_difference_list){.count = 0};
}
