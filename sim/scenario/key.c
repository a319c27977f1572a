/* scenario/key.c - a key that a scenario file may have. */
#include "scenario/key.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "complain.h"
#include "engine/dist.h"
#include "lookup.h"
#include "scenario/scenario.h"

/* Names to choose from, each once. */
struct names {
    const char **names;
    size_t count, capacity;
};

static void add_name(struct names *names, const char *name) {
    for (size_t i = 0; i < names->count; i++) {
        if (strcmp(names->names[i], name) == 0) {
            return;
        }
    }
    names->names = mem_grown(names->names, names->count, &names->capacity, sizeof *names->names);
    names->names[names->count++] = name;
}

static struct names keys_of_table(const struct param_table *table) {
    struct names names = {0};
    for (size_t i = 0; i < table->count; i++) {
        add_name(&names, table->params[i].key);
    }
    return names;
}

/* Keys that a distribution of any family may have. */
static struct names keys_of_distributions(void) {
    struct names names = {0};
    size_t count;
    const struct des_family *families = des_dist_families(&count);
    add_name(&names, "dist");
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < DES_DIST_KEYS && families[i].keys[k].name; k++) {
            add_name(&names, families[i].keys[k].name);
        }
    }
    add_name(&names, "edges");
    add_name(&names, "weights");
    return names;
}

static bool is_among(const struct names *names, const char *name) {
    bool found = false;
    for (size_t i = 0; i < names->count; i++) {
        found = found || strcmp(names->names[i], name) == 0;
    }
    return found;
}

/* A complaint that the step's key is none of these. */
static void complain_unknown(const struct scn_path_step *step, const char *file, const char *group,
                             const struct names *names, struct err_list *err) {
    const struct scn_node node = {.name = step->key, .file = file};
    scn_complain_unknown(&node, group, names->names, names->count, err);
}

/* How far a path has been followed. */
struct walk {
    const struct param_table *table; /* of the group that it stands in; NULL: behind a key that has none below it */
    const struct param *param;       /* of the last step; NULL: none yet */
    bool is_part, is_drop;
};

/* A step below a key that is neither a group nor a list. */
static bool follow_part(struct walk *walk, const struct scn_path_step *step, const char *file, struct err_list *err) {
    if (walk->is_part || walk->is_drop || walk->param->kind != PARAM_DIST) {
        err_add(err, file, 0, "'%s' stands below '%s', which has no keys of its own", step->key,
                walk->is_drop ? "drop" : walk->param->key);
        return false;
    }
    struct names names = keys_of_distributions();
    walk->is_part = is_among(&names, step->key);
    if (!walk->is_part) {
        complain_unknown(step, file, walk->param->key, &names, err);
    }
    free(names.names);
    return walk->is_part;
}

static bool follow_key(struct walk *walk, const struct scn_path_step *step, const char *file, struct err_list *err) {
    const struct param *param = scn_lookup_param(walk->table, step->key);
    if (!param) {
        struct names names = keys_of_table(walk->table);
        complain_unknown(step, file, walk->table->name, &names, err);
        free(names.names);
        return false;
    }
    walk->param = param;
    walk->table = param->table;
    return true;
}

static bool follow(struct walk *walk, const struct scn_path *path, size_t at, const char *file, struct err_list *err) {
    const struct scn_path_step *step = &path->steps[at];
    const bool is_row = at > 0 && path->steps[at - 1].row != NULL;
    bool good = true;
    if (is_row && walk->table && scn_lookup_identity(walk->table) && strcmp(step->key, "drop") == 0) {
        walk->is_drop = true;
        walk->table = NULL;
    } else if (walk->table) {
        good = follow_key(walk, step, file, err);
    } else {
        good = follow_part(walk, step, file, err);
    }
    if (good && step->row && (walk->is_part || walk->is_drop || walk->param->kind != PARAM_ROWS)) {
        err_add(err, file, 0, "'%s' is no list of groups: leave out '[%s]'", step->key, step->row);
        good = false;
    }
    return good;
}

bool scn_key_find(const struct scn_path *path, const char *file, struct scn_key *key, struct err_list *err) {
    struct walk walk = {.table = &scn_scenario_table};
    for (size_t i = 0; i < path->count; i++) {
        if (!follow(&walk, path, i, file, err)) {
            return false;
        }
    }
    *key = (struct scn_key){scn_path_copy(path), walk.is_drop ? NULL : walk.param, walk.is_part};
    return true;
}

/* Does the path from the top end with the steps that are looked for? */
static bool ends_with(const struct scn_path *path, const struct scn_path *wanted) {
    bool good = path->count >= wanted->count;
    for (size_t i = 0; good && i < wanted->count; i++) {
        good = strcmp(path->steps[path->count - wanted->count + i].key, wanted->steps[i].key) == 0;
    }
    return good;
}

/* Keys on the way through all tables. */
struct search {
    const struct scn_path *wanted;
    struct scn_path path; /* from the top to where the search stands */
    struct scn_key_list *list;
    struct names names;      /* every key passed */
    struct err_list refused; /* keys that have no such rows as were named */
};

/* Keeps the key where the search stands, with the rows that were named if it can have them. */
static void keep(struct search *search) {
    struct scn_key_list *list = search->list;
    struct scn_key key;
    struct scn_path path = scn_path_copy(&search->path);
    for (size_t i = 0; i < search->wanted->count; i++) {
        const char *row = search->wanted->steps[i].row;
        struct scn_path_step *step = &path.steps[path.count - search->wanted->count + i];
        step->row = row ? mem_text(row) : NULL;
    }
    if (scn_key_find(&path, NULL, &key, &search->refused)) {
        list->keys = mem_grown(list->keys, list->count, &list->capacity, sizeof *list->keys);
        list->keys[list->count++] = key;
    }
    scn_path_free(&path);
}

/* Keys of a distribution are found by its name too, for there are many of each. */
static void search_parts(struct search *search) {
    struct names names = keys_of_distributions();
    for (size_t i = 0; search->wanted->count > 1 && i < names.count; i++) {
        scn_path_append(&search->path, names.names[i], NULL);
        if (ends_with(&search->path, search->wanted)) {
            keep(search);
        }
        scn_path_shorten(&search->path);
    }
    free(names.names);
}

static void search_table(struct search *search, const struct param_table *table) {
    for (size_t i = 0; i < table->count; i++) {
        const struct param *param = &table->params[i];
        scn_path_append(&search->path, param->key, NULL);
        add_name(&search->names, param->key);
        if (ends_with(&search->path, search->wanted)) {
            keep(search);
        }
        if (param->kind == PARAM_DIST) {
            search_parts(search);
        }
        if (param->table) {
            search_table(search, param->table);
        }
        scn_path_shorten(&search->path);
    }
}

/* Nothing was found: what the last key may have been meant to be. */
static void complain_unfound(const struct search *search, struct err_list *err) {
    char *text = scn_path_text(search->wanted);
    const char *last = search->wanted->steps[search->wanted->count - 1].key;
    const char *near = err_nearest(last, search->names.names, search->names.count);
    const bool other = near && strcmp(near, last) != 0;
    err_add(err, NULL, 0, "'%s' is no key of a scenario file%s%s%s", text, other ? "; did you mean '" : "",
            other ? near : "", other ? "'?" : " (all of them: caremix check --parameters)");
    free(text);
}

/* The first complaint of another list, which named no file either. */
static void repeat(const struct err_list *said, struct err_list *err) {
    err_add(err, NULL, 0, "%s", said->complaints[0].text + strlen("error: "));
}

bool scn_key_search(const struct scn_path *path, struct scn_key_list *list, struct err_list *err) {
    *list = (struct scn_key_list){.count = 0};
    struct err_list whole;
    struct scn_key key;
    err_list_init(&whole);
    if (scn_key_find(path, NULL, &key, &whole)) {
        list->keys = mem_grown(list->keys, 0, &list->capacity, sizeof *list->keys);
        list->keys[list->count++] = key;
    } else {
        struct search search = {.wanted = path, .list = list};
        err_list_init(&search.refused);
        search_table(&search, &scn_scenario_table);
        if (list->count == 0 && scn_lookup_param(&scn_scenario_table, path->steps[0].key)) {
            repeat(&whole, err);
        } else if (list->count == 0 && search.refused.count > 0) {
            repeat(&search.refused, err);
        } else if (list->count == 0) {
            complain_unfound(&search, err);
        }
        err_list_free(&search.refused);
        scn_path_free(&search.path);
        free(search.names.names);
    }
    err_list_free(&whole);
    return list->count > 0;
}

void scn_key_list_free(struct scn_key_list *list) {
    for (size_t i = 0; i < list->count; i++) {
        scn_path_free(&list->keys[i].path);
    }
    free(list->keys);
    *list = (struct scn_key_list){.count = 0};
}
