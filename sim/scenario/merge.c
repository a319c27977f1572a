/* scenario/merge.c - one tree laid over another. */
#include "merge.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "lookup.h"

static bool is_keyed(const struct scn_node *list, const char *key) {
    if (list->kind != SCN_NODE_LIST || !key) {
        return false;
    }
    for (size_t i = 0; i < list->count; i++) {
        if (list->children[i].kind != SCN_NODE_GROUP || !scn_node_text(&list->children[i], key)) {
            return false;
        }
    }
    return true;
}

/* A row of the lower list while the upper one is laid over it. Lists may have many thousands of
 * rows, so that names are looked up in a tree; a dropped row stays until the end, for the tree
 * looks at its name. */
struct row {
    const char *name; /* borrowed from the row */
    size_t at;        /* its place in the lower list */
    unsigned line;    /* where the upper list names it; 0: nowhere yet, or on the command line */
    bool named;       /* by the upper list */
    bool dropped;
};

struct merging {
    struct scn_node *lower;
    const struct param_table *table;
    const char *key;
    size_t extended;  /* rows of the lower list before */
    struct row *rows; /* [place in the lower list] */
    void *tree;       /* of rows by name, as tsearch keeps it */
    struct err_list *err;
};

static int compare_names(const void *a, const void *b) {
    return strcmp(((const struct row *)a)->name, ((const struct row *)b)->name);
}

static void add_row(struct merging *merging, size_t at, const char *name) {
    merging->rows[at] = (struct row){.name = name, .at = at};
    tsearch(&merging->rows[at], &merging->tree, compare_names);
}

static struct row *find_row(const struct merging *merging, const char *name) {
    const struct row wanted = {.name = name};
    struct row *const *found = tfind(&wanted, &merging->tree, compare_names);
    return found ? *found : NULL;
}

static void complain_unknown(const struct merging *merging, const struct scn_node *row, const char *name) {
    const char **names = mem_zeroed(merging->lower->count, sizeof *names);
    for (size_t i = 0; i < merging->lower->count; i++) {
        names[i] = merging->rows[i].name;
    }
    char *hint = err_suggestion(name, names, merging->lower->count, "");
    err_add(merging->err, row->file, row->line, "'%s' cannot be dropped: no row of this list has that %s%s", name,
            merging->key, hint);
    free(hint);
    free(names);
}

/* Takes `drop` out of a row and tells whether it was true. */
static bool take_drop(struct scn_node *row, struct err_list *err) {
    for (size_t i = 0; i < row->count; i++) {
        struct scn_node *child = &row->children[i];
        if (strcmp(child->name, "drop") != 0) {
            continue;
        }
        const bool dropped = child->boolean;
        if (child->kind != SCN_NODE_BOOLEAN) {
            err_add(err, child->file, child->line, "'drop': true or false was expected, this is %s",
                    scn_node_kind_words(child->kind));
        }
        scn_node_remove(row, i);
        return dropped;
    }
    return false;
}

static struct scn_node emptied(const struct scn_node *node) {
    return (struct scn_node){
        .kind = node->kind, .name = node->name ? mem_text(node->name) : NULL, .file = node->file, .line = node->line};
}

static void complain_twice(const struct merging *merging, const struct row *known, const struct scn_node *row) {
    char *first = known->line > 0 ? mem_format(", first in line %u", known->line) : mem_text("");
    err_add(merging->err, row->file, row->line, "'%s' is in this list twice%s: every %s may stand once", known->name,
            first, merging->key);
    free(first);
}

/* The name is the same in both rows; it stays where it is, since the tree looks at it. */
static void merge_known(struct merging *merging, struct row *known, struct scn_node *row, bool dropped) {
    if (known->named) {
        complain_twice(merging, known, row);
        return;
    }
    known->named = true;
    known->line = row->line;
    known->dropped = dropped;
    const struct scn_node *name = scn_node_find(row, merging->key);
    scn_node_remove(row, (size_t)(name - row->children));
    if (!dropped) {
        scn_merge(&merging->lower->children[known->at], row, merging->table, merging->err);
    }
}

static void merge_row(struct merging *merging, struct scn_node *row) {
    const bool dropped = take_drop(row, merging->err);
    const char *name = scn_node_text(row, merging->key);
    struct row *known = find_row(merging, name);
    if (known) {
        merge_known(merging, known, row, dropped);
    } else if (dropped) {
        complain_unknown(merging, row, name);
    } else {
        add_row(merging, merging->lower->count, name);
        merging->rows[merging->lower->count].line = row->line;
        merging->rows[merging->lower->count].named = true;
        struct scn_node *added = scn_node_append(merging->lower, emptied(row));
        added->is_added = merging->extended > 0;
        scn_merge(added, row, merging->table, merging->err);
    }
}

static void sweep_dropped(struct merging *merging) {
    struct scn_node *lower = merging->lower;
    size_t kept = 0;
    for (size_t i = 0; i < lower->count; i++) {
        if (merging->rows[i].dropped) {
            scn_node_free(&lower->children[i]);
        } else {
            lower->children[kept++] = lower->children[i];
        }
    }
    lower->count = kept;
}

/* The tree's entries are elements of an array. */
static void leave(void *entry) {
    (void)entry;
}

static void merge_list(struct scn_node *lower, struct scn_node *upper, const struct param_table *table,
                       struct err_list *err) {
    struct merging merging = {
        .lower = lower, .table = table, .key = scn_lookup_identity(table), .extended = lower->count, .err = err};
    merging.rows = mem_zeroed(lower->count + upper->count, sizeof *merging.rows);
    for (size_t i = 0; i < lower->count; i++) {
        add_row(&merging, i, scn_node_text(&lower->children[i], merging.key));
    }
    for (size_t i = 0; i < upper->count; i++) {
        merge_row(&merging, &upper->children[i]);
    }
    sweep_dropped(&merging);
    tdestroy(merging.tree, leave);
    free(merging.rows);
    scn_node_free(upper);
}

/* A distribution that names its family is a new one: keys of the old family must not linger in it. */
static bool merges(const struct scn_node *lower, const struct scn_node *upper) {
    return lower->kind == SCN_NODE_GROUP && upper->kind == SCN_NODE_GROUP && !scn_node_find(upper, "dist");
}

static void merge_value(struct scn_node *lower, struct scn_node *upper, const struct param_table *table,
                        struct err_list *err) {
    const char *key = scn_lookup_identity(table);
    if (merges(lower, upper)) {
        scn_merge(lower, upper, table, err);
    } else if (upper->count > 0 && is_keyed(lower, key) && is_keyed(upper, key)) {
        merge_list(lower, upper, table, err);
    } else {
        scn_node_free(lower);
        *lower = *upper;
        *upper = (struct scn_node){0};
    }
}

void scn_merge(struct scn_node *lower, struct scn_node *upper, const struct param_table *table, struct err_list *err) {
    if (upper->count > 0) { /* what several keys do to one another went wrong where one was changed last */
        lower->file = upper->file;
        lower->line = upper->line;
    }
    for (size_t i = 0; i < upper->count; i++) {
        struct scn_node *value = &upper->children[i];
        const struct param *row = scn_lookup_param(table, value->name);
        struct scn_node *below = scn_node_find(lower, value->name);
        if (!below) {
            below = scn_node_append(lower, emptied(value));
        }
        merge_value(below, value, row ? row->table : NULL, err);
    }
    scn_node_free(upper);
}
