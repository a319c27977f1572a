/* scenario/read.c - fills a struct from a tree by a table of parameters, and frees it by the same table. */
#include "read.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "complain.h"
#include "engine/calendar.h"
#include "engine/dist.h"
#include "misspelt.h"
#include "value.h"

static void *field_of(void *target, const struct param *param) {
    return (char *)target + param->offset;
}

/* Where a group's place is kept: in the struct that holds the group. */
static struct param_place *place_beside(const struct param *param, void *field) {
    return (struct param_place *)(void *)((char *)field - param->offset + param->place_offset);
}

static void refuse_unknown_keys(const struct scn_node *group, const struct param_table *table, struct err_list *err) {
    const char **keys = mem_zeroed(table->count, sizeof *keys);
    for (size_t i = 0; i < table->count; i++) {
        keys[i] = table->params[i].key;
    }
    for (size_t i = 0; i < group->count; i++) {
        bool known = false;
        for (size_t k = 0; k < table->count; k++) {
            known = known || strcmp(group->children[i].name, keys[k]) == 0;
        }
        if (!known) {
            scn_complain_unknown(&group->children[i], table->name, keys, table->count, err);
        }
    }
    free(keys);
}

struct reading {
    bool is_part; /* what is missing has been complained of */
    struct err_list *err;
};

static void read_group(const struct scn_node *group, const struct param_table *table, void *target,
                       const struct reading *reading);

static void complain_missing(const struct scn_node *group, const struct param_table *table, const struct param *param,
                             struct err_list *err) {
    const struct param *first = &table->params[0];
    const char *name = first->kind == PARAM_TEXT ? scn_node_text(group, first->key) : NULL;
    err_add(err, group->file, group->line, "%s%s%s%s lacks '%s' [%s]: %s", table->name, name ? " '" : "",
            name ? name : "", name ? "'" : "", param->key, param->unit, param->meaning);
}

/* An absent group that need not be given has the defaults of its own rows. */
static bool default_group(const struct scn_node *group, const struct param *param, void *field,
                          const struct reading *reading) {
    if (!param->optional && !isnan(param->fallback)) {
        const struct scn_node empty = {.kind = SCN_NODE_GROUP, .file = group->file, .line = group->line};
        read_group(&empty, param->table, field, reading);
    }
    return param->optional || !isnan(param->fallback);
}

/* Faults that are found after reading name the place of the group too. */
static void remember_place(const struct scn_node *node, const struct param *param, void *field) {
    if (param->place_offset > 0) {
        struct param_place *place = place_beside(param, field);
        *place = (struct param_place){mem_text(node->file), node->line};
    }
}

static void read_rows(const struct scn_node *node, const struct param *param, struct param_rows *rows,
                      const struct reading *reading) {
    const bool empty_array = node->kind == SCN_NODE_ARRAY && node->count == 0;
    if (node->kind != SCN_NODE_LIST && !empty_array) {
        scn_complain_type(node, "a list of groups such as ( { ... }, { ... } )", reading->err);
        return;
    }
    if (!scn_value_count(node, param, reading->err)) {
        return;
    }
    rows->rows = mem_zeroed(node->count, param->table->size);
    rows->places = mem_zeroed(node->count, sizeof *rows->places);
    rows->count = node->count;
    for (size_t i = 0; i < node->count; i++) {
        rows->places[i] = (struct param_place){mem_text(node->children[i].file), node->children[i].line};
        char *row = (char *)rows->rows + i * param->table->size;
        if (node->children[i].kind == SCN_NODE_GROUP) {
            const bool is_part = scn_misspelt(node, &node->children[i], param->table, reading->err);
            const struct reading inside = {reading->is_part || is_part, reading->err};
            read_group(&node->children[i], param->table, row, &inside);
        } else {
            scn_complain_type(&node->children[i], "a group { ... }", reading->err);
        }
    }
}

static void read_row(const struct scn_node *group, const struct param_table *table, const struct param *param,
                     void *field, const struct reading *reading) {
    const struct scn_node *node = scn_node_find(group, param->key);
    bool complete = true;
    if (!node) {
        complete =
            param->kind == PARAM_GROUP ? default_group(group, param, field, reading) : scn_value_default(param, field);
    } else if (param->kind == PARAM_ROWS) {
        read_rows(node, param, field, reading);
    } else if (param->kind != PARAM_GROUP) {
        scn_value_read(node, param, field, reading->err);
    } else if (node->kind == SCN_NODE_GROUP) {
        remember_place(node, param, field);
        read_group(node, param->table, field, reading);
    } else {
        scn_complain_type(node, "a group { ... }", reading->err);
    }
    if (!complete && !reading->is_part) {
        complain_missing(group, table, param, reading->err);
    }
}

static void read_group(const struct scn_node *group, const struct param_table *table, void *target,
                       const struct reading *reading) {
    refuse_unknown_keys(group, table, reading->err);
    for (size_t i = 0; i < table->count; i++) {
        read_row(group, table, &table->params[i], field_of(target, &table->params[i]), reading);
    }
}

void scn_read_group(const struct scn_node *group, const struct param_table *table, void *target, struct err_list *err) {
    read_group(group, table, target, &(struct reading){.err = err});
}

static void free_texts(struct param_texts *list) {
    for (size_t i = 0; i < list->count; i++) {
        free(list->texts[i]);
    }
    free(list->texts);
}

static void free_rows(const struct param_table *table, struct param_rows *rows) {
    for (size_t i = 0; i < rows->count; i++) {
        scn_read_free(table, (char *)rows->rows + i * table->size);
        free((void *)(uintptr_t)rows->places[i].file);
    }
    free(rows->rows);
    free(rows->places);
}

static void free_field(const struct param *param, void *field) {
    switch (param->kind) {
    case PARAM_TEXT:
        free(*(char **)field);
        break;
    case PARAM_DIST:
        des_dist_free(field);
        break;
    case PARAM_TEXTS:
        free_texts(field);
        break;
    case PARAM_DATES:
        free(((struct param_dates *)field)->dates);
        break;
    case PARAM_REALS:
        free(((struct param_reals *)field)->values);
        break;
    case PARAM_GROUP:
        if (param->place_offset > 0) {
            free((void *)(uintptr_t)place_beside(param, field)->file);
        }
        scn_read_free(param->table, field);
        break;
    case PARAM_ROWS:
        free_rows(param->table, field);
        break;
    case PARAM_REAL:
    case PARAM_INTEGER:
    case PARAM_BOOLEAN:
    case PARAM_DATE:
        break;
    }
}

void scn_read_free(const struct param_table *table, void *target) {
    for (size_t i = 0; i < table->count; i++) {
        free_field(&table->params[i], field_of(target, &table->params[i]));
    }
}
