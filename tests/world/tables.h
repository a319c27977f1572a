/* tests/world/tables.h - what must hold for every table of parameters that can be reached from one. */
#ifndef TESTS_WORLD_TABLES_H
#define TESTS_WORLD_TABLES_H

#include <string.h>

#include "base/param.h"
#include "engine/calendar.h"
#include "engine/dist.h"
#include "tests/support.h"

static inline size_t size_of_kind(const struct param *param) {
    switch (param->kind) {
    case PARAM_REAL:
        return sizeof(double);
    case PARAM_INTEGER:
        return sizeof(int64_t);
    case PARAM_BOOLEAN:
        return sizeof(bool);
    case PARAM_TEXT:
        return sizeof(char *);
    case PARAM_DATE:
        return sizeof(struct des_date);
    case PARAM_DIST:
        return sizeof(struct des_dist);
    case PARAM_TEXTS:
        return sizeof(struct param_texts);
    case PARAM_DATES:
        return sizeof(struct param_dates);
    case PARAM_REALS:
        return sizeof(struct param_reals);
    case PARAM_GROUP:
        return param->table->size;
    case PARAM_ROWS:
        return sizeof(struct param_rows);
    default:
        return SIZE_MAX;
    }
}

static inline bool has_range(const struct param *param) {
    return param->kind == PARAM_REAL || param->kind == PARAM_INTEGER || param->kind == PARAM_DIST ||
           param->kind == PARAM_TEXTS || param->kind == PARAM_ROWS;
}

static inline bool row_is_sound(const struct param_table *table, const struct param *param) {
    const bool grouped = param->kind == PARAM_GROUP || param->kind == PARAM_ROWS;
    const bool named = param->key && *param->key && param->unit && *param->unit && param->meaning && *param->meaning;
    if (!named || grouped != (param->table != NULL) || param->offset + size_of_kind(param) > table->size) {
        return false;
    }
    if (param->default_word && param->words && !strstr(param->words, param->default_word)) {
        return false;
    }
    const bool is_inside = param->low <= param->fallback && param->fallback <= param->high;
    return !has_range(param) || (param->low < param->high && (isnan(param->fallback) || is_inside || grouped));
}

/* A fault in the table or below it is printed; returns how many rows there are without one. */
static inline size_t count_sound_rows(const struct param_table *table, size_t *faults) {
    size_t sound = 0;
    *faults += !table->name || !*table->name || !table->meaning || !*table->meaning || table->count == 0;
    for (size_t i = 0; i < table->count; i++) {
        const struct param *param = &table->params[i];
        bool is_sound = row_is_sound(table, param);
        for (size_t j = 0; j < i; j++) {
            const struct param *other = &table->params[j];
            is_sound = is_sound && strcmp(other->key, param->key) != 0 && other->offset != param->offset;
        }
        if (!is_sound) {
            print_error("table '%s', row '%s'\n", table->name, param->key ? param->key : "(no key)");
        }
        *faults += !is_sound;
        sound += is_sound;
        sound += param->table ? count_sound_rows(param->table, faults) : 0;
    }
    return sound;
}

#endif
