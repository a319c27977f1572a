/* scenario/place.c - where scenario files give a key, with the comment that speaks for it. */
#include "scenario/place.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "comment.h"
#include "file.h"
#include "lookup.h"
#include "overlay.h"
#include "parse.h"
#include "scenario/scenario.h"
#include "scenario/source.h"
#include "show.h"

enum { DEPTH_MAX = 16 };

/* Scenarios that are asked about, and the file being looked through. */
struct finding {
    const struct scn_key *key;
    struct scn_node *trees;          /* [count] of whole scenarios */
    struct scn_file_list *own_files; /* [count] of each scenario */
    size_t count;
    const char *file;
    struct scn_comments comments;
    const struct scn_node *chain[DEPTH_MAX]; /* from the top of the file to where the search stands */
    size_t depth;
    struct scn_path path;
    struct scn_place_list *list;
};

/* Does what a file says at a path still hold after all files were laid over one another? Of groups any part of it. */
static bool holds(const struct scn_node *said, const struct scn_node *whole, const struct param *param) {
    const struct param_table *table = param ? param->table : NULL;
    const bool here = strcmp(said->file, whole->file) == 0 && said->line == whole->line && said->kind == whole->kind;
    const bool is_group = said->kind == SCN_NODE_GROUP && whole->kind == SCN_NODE_GROUP;
    const bool is_rows = param && param->kind == PARAM_ROWS && scn_lookup_identity(table) && !is_group;
    bool found = here && (said->count == 0 || (!is_group && !is_rows));
    for (size_t i = 0; !found && (is_group || is_rows) && i < said->count; i++) {
        char *name = is_rows ? scn_lookup_row_name(said, i, table) : mem_text(said->children[i].name);
        const struct scn_node *below = !name     ? NULL
                                       : is_rows ? scn_lookup_row(whole, name, table)
                                                 : scn_node_find(whole, name);
        const struct param *inner = is_rows ? param : scn_lookup_param(table, name ? name : "");
        found = below && holds(&said->children[i], below, inner);
        free(name);
    }
    return found;
}

/* The node at a whole path of a tree, or NULL. */
static const struct scn_node *node_at(const struct scn_node *root, const struct scn_path *path) {
    const struct param_table *table = &scn_scenario_table;
    const struct scn_node *node = root;
    for (size_t i = 0; node && i < path->count; i++) {
        const struct param *param = scn_lookup_param(table, path->steps[i].key);
        node = scn_node_find(node, path->steps[i].key);
        table = param ? param->table : NULL;
        if (node && path->steps[i].row) {
            node = scn_lookup_row(node, path->steps[i].row, table);
        }
    }
    return node;
}

static void remark(struct scn_place *place, char *text, unsigned line, bool is_above) {
    for (size_t i = 0; text && i < place->remark_count; i++) {
        if (strcmp(place->remarks[i].text, text) == 0) {
            free(text);
            return;
        }
    }
    if (text) {
        place->remarks =
            mem_grown(place->remarks, place->remark_count, &place->remark_capacity, sizeof *place->remarks);
        place->remarks[place->remark_count++] = (struct scn_remark){text, line, is_above};
    }
}

static bool is_graded(const struct scn_place *place) {
    size_t length;
    return place->remark_count > 0 && scn_source_word(place->remarks[place->remark_count - 1].text, &length) != NULL;
}

/* The line of the last row of a list whose rows have a line each; 0 for others. */
static unsigned last_line(const struct scn_node *list) {
    bool good = list->kind == SCN_NODE_LIST && list->count > 0;
    for (size_t i = 0; good && i < list->count; i++) {
        const struct scn_node *row = &list->children[i];
        for (size_t k = 0; k < row->count; k++) {
            good = good && row->children[k].line == row->line;
        }
    }
    return good ? list->children[list->count - 1].line : 0;
}

/* From the value outwards until a comment names a grade: one may speak for a list, and the head for the file. */
static void find_remarks(const struct finding *finding, struct scn_place *place) {
    const struct scn_comments *comments = &finding->comments;
    for (size_t i = finding->depth; i > 1 && !is_graded(place); i--) {
        const struct scn_node *node = finding->chain[i - 1];
        remark(place, scn_comments_beside(comments, node->line), node->line, false);
        const unsigned last = is_graded(place) ? 0 : last_line(node);
        if (last > 0) {
            remark(place, scn_comments_beside(comments, last), last, false);
        }
        if (!is_graded(place)) {
            remark(place, scn_comments_above(comments, node->line), node->line, true);
        }
    }
    if (!is_graded(place)) {
        remark(place, scn_comments_head(comments), 0, true);
    }
}

static const char *source_of(const struct finding *finding) {
    const char *source = NULL;
    for (size_t i = finding->depth; i > 0 && source == NULL; i--) {
        const struct scn_node *node = finding->chain[i - 1];
        source = node->kind == SCN_NODE_GROUP ? scn_node_text(node, "source") : NULL;
    }
    return source;
}

/* Names of the rows of a list, or its value where they have none. */
static char *value_of(const struct scn_node *node, const struct param *param) {
    if (param->kind != PARAM_ROWS || !scn_lookup_identity(param->table)) {
        return scn_show_value(node, param);
    }
    char *names = mem_text("");
    for (size_t i = 0; i < node->count; i++) {
        char *name = scn_lookup_row_name(node, i, param->table);
        char *longer = mem_format("%s%s%s", names, i > 0 ? "; " : "", name ? name : "?");
        free(names);
        free(name);
        names = longer;
    }
    return names;
}

static void add_place(struct finding *finding, const struct scn_node *node) {
    struct scn_place_list *list = finding->list;
    const bool is_part = finding->key->is_part;
    struct scn_place place = {.path = scn_path_text(&finding->path),
                              .value = is_part ? scn_show_value(node, NULL) : value_of(node, finding->key->param),
                              .file = mem_text(finding->file),
                              .line = node->line};
    const char *source = source_of(finding);
    place.source = source ? mem_text(source) : NULL;
    place.is_held = mem_zeroed(finding->count, sizeof *place.is_held);
    for (size_t i = 0; i < finding->count; i++) {
        const struct scn_node *whole = node_at(&finding->trees[i], &finding->path);
        place.is_held[i] = whole && holds(node, whole, finding->key->is_part ? NULL : finding->key->param);
    }
    if (!place.source) {
        find_remarks(finding, &place);
    }
    list->places = mem_grown(list->places, list->count, &list->capacity, sizeof *list->places);
    list->places[list->count++] = place;
}

static void search(struct finding *finding, const struct scn_node *group, const struct param_table *table, size_t step);

/* Rows that the path means: the one in brackets, or all. */
static void search_rows(struct finding *finding, const struct scn_node *list, const struct param_table *table,
                        size_t step) {
    const struct scn_path_step *wanted = &finding->key->path.steps[step];
    for (size_t i = 0; i < list->count; i++) {
        char *name = scn_lookup_row_name(list, i, table);
        if (name && (!wanted->row || strcmp(wanted->row, name) == 0) && list->children[i].kind == SCN_NODE_GROUP) {
            scn_path_append(&finding->path, wanted->key, name);
            search(finding, &list->children[i], table, step + 1);
            scn_path_shorten(&finding->path);
        }
        free(name);
    }
}

static void search_step(struct finding *finding, const struct scn_node *node, const struct param *param, size_t step) {
    const struct scn_path_step *wanted = &finding->key->path.steps[step];
    if (step + 1 < finding->key->path.count && param && param->kind == PARAM_ROWS) {
        search_rows(finding, node, param->table, step);
        return;
    }
    scn_path_append(&finding->path, wanted->key, NULL);
    if (step + 1 == finding->key->path.count) {
        finding->chain[finding->depth++] = node;
        add_place(finding, node);
        finding->depth--;
    } else if (node->kind == SCN_NODE_GROUP) {
        search(finding, node, param ? param->table : NULL, step + 1);
    }
    scn_path_shorten(&finding->path);
}

static void search(struct finding *finding, const struct scn_node *group, const struct param_table *table,
                   size_t step) {
    const char *key = finding->key->path.steps[step].key;
    const struct scn_node *node = scn_node_find(group, key);
    const bool is_list = node && node->kind == SCN_NODE_LIST;
    if (!node || finding->depth + 3 > DEPTH_MAX) {
        return;
    }
    finding->chain[finding->depth++] = group;
    finding->depth += is_list;
    if (is_list) {
        finding->chain[finding->depth - 1] = node;
    }
    search_step(finding, node, scn_lookup_param(table, key), step);
    finding->depth -= 1 + is_list;
}

/* A file by itself, as it was written. */
static void search_file(struct finding *finding, const char *path) {
    struct err_list unsaid;
    struct scn_node root;
    const struct scn_file_asker nobody = {NULL, 0};
    err_list_init(&unsaid);
    finding->file = path;
    char *text = scn_file_text(path, nobody, &unsaid);
    if (text && scn_parse(path, nobody, &root, &unsaid)) {
        scn_comments_init(&finding->comments, text);
        search(finding, &root, &scn_scenario_table, 0);
        scn_comments_free(&finding->comments);
        scn_node_free(&root);
    }
    free(text);
    err_list_free(&unsaid);
}

static void free_files(struct scn_file_list *files) {
    for (size_t i = 0; i < files->count; i++) {
        free(files->files[i].path);
    }
    free(files->files);
}

/* Every file once, in order of first reading. */
static void search_files(struct finding *finding) {
    struct scn_file_list all = {.count = 0};
    for (size_t i = 0; i < finding->count; i++) {
        for (size_t f = 0; f < finding->own_files[i].count; f++) {
            const char *path = finding->own_files[i].files[f].path;
            const size_t before = all.count;
            scn_file_remember(&all, path, finding->own_files[i].files[f].is_data);
            if (all.count > before) {
                search_file(finding, path);
            }
        }
    }
    free_files(&all);
}

bool scn_place_find(const struct scn_key *key, const char *const *scenarios, size_t count, struct scn_place_list *list,
                    struct err_list *err) {
    const size_t before = err->count;
    struct finding finding = {.key = key, .count = count, .list = list};
    const bool is_row = key->path.steps[key->path.count - 1].row != NULL;
    *list = (struct scn_place_list){.count = 0};
    finding.trees = mem_zeroed(count, sizeof *finding.trees);
    finding.own_files = mem_zeroed(count, sizeof *finding.own_files);
    for (size_t i = 0; i < count; i++) {
        scn_overlay_read(scenarios[i], &scn_scenario_table, &finding.own_files[i], &finding.trees[i], err);
    }
    if (err->count == before && key->param && !is_row && key->param->kind != PARAM_GROUP) {
        search_files(&finding);
    }
    for (size_t i = 0; i < count; i++) {
        scn_node_free(&finding.trees[i]);
        free_files(&finding.own_files[i]);
    }
    free(finding.trees);
    free(finding.own_files);
    scn_path_free(&finding.path);
    return err->count == before;
}

static void free_place(struct scn_place *place) {
    for (size_t i = 0; i < place->remark_count; i++) {
        free(place->remarks[i].text);
    }
    free(place->remarks);
    free(place->path);
    free(place->value);
    free(place->file);
    free(place->source);
    free(place->is_held);
}

void scn_place_list_free(struct scn_place_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        free_place(&list->places[i]);
    }
    free(list->places);
    *list = (struct scn_place_list){.count = 0};
}
