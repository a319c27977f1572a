/* scenario/misspelt.c - rows that almost have the name of one of the file below. */
#include "misspelt.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* Must the key be given? */
static bool is_required(const struct param *param) {
    const bool worded = param->kind == PARAM_TEXT || param->kind == PARAM_DATE;
    return !param->optional && !param->default_word && (isnan(param->fallback) || worded);
}

/* "'fte' and 'role'": what a group lacks; NULL when nothing. The caller frees it. */
static char *lacking(const struct scn_node *group, const struct param_table *table) {
    char *list = NULL;
    for (size_t i = table->count; i > 0; i--) {
        const struct param *param = &table->params[i - 1];
        if (is_required(param) && !scn_node_find(group, param->key)) {
            const char *between = !list ? "" : strstr(list, " and ") ? ", " : " and ";
            char *longer = mem_format("'%s'%s%s", param->key, between, list ? list : "");
            free(list);
            list = longer;
        }
    }
    return list;
}

/* The name of a row of the file below that an added one most likely meant; NULL when none is near. */
static const char *meant(const struct scn_node *list, const struct scn_node *added, const char *key) {
    const char **names = mem_zeroed(list->count, sizeof *names);
    size_t count = 0;
    for (const struct scn_node *row = list->children; row < added; row++) {
        if (row->file != added->file) {
            names[count++] = scn_node_text(row, key);
        }
    }
    const char *near = err_nearest(scn_node_text(added, key), names, count);
    free(names);
    return near;
}

bool scn_misspelt(const struct scn_node *list, const struct scn_node *row, const struct param_table *table,
                  struct err_list *err) {
    char *lacks = row->is_added ? lacking(row, table) : NULL;
    const char *key = table->params[0].key;
    const char *near = lacks ? meant(list, row, key) : NULL;
    if (near) {
        err_add(err, row->file, row->line,
                "no %s below is called '%s'; did you mean '%s'? If it is a new one, it lacks %s", table->name,
                scn_node_text(row, key), near, lacks);
    }
    free(lacks);
    return near;
}
