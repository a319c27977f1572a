/* scenario/lookup.c - rows of a parameter table, and the rows of a list in a file, by their names. */
#include "lookup.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

const struct param *scn_lookup_param(const struct param_table *table, const char *key) {
    for (size_t i = 0; table && i < table->count; i++) {
        if (strcmp(table->params[i].key, key) == 0) {
            return &table->params[i];
        }
    }
    return NULL;
}

const char *scn_lookup_identity(const struct param_table *table) {
    if (!table) {
        return "name";
    }
    const bool known = table->count > 0 && table->params[0].kind == PARAM_TEXT && !table->repeats;
    return known ? table->params[0].key : NULL;
}

char *scn_lookup_row_name(const struct scn_node *list, size_t index, const struct param_table *table) {
    const char *key = scn_lookup_identity(table);
    if (!key) {
        return mem_format("%zu", index + 1);
    }
    const char *name = scn_node_text(&list->children[index], key);
    return name ? mem_text(name) : NULL;
}

struct scn_node *scn_lookup_row(const struct scn_node *list, const char *row, const struct param_table *table) {
    struct scn_node *found = NULL;
    for (size_t i = 0; !found && i < list->count; i++) {
        char *name = scn_lookup_row_name(list, i, table);
        found = name && strcmp(name, row) == 0 ? &list->children[i] : NULL;
        free(name);
    }
    return found;
}
