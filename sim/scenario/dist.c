/* scenario/dist.c - distributions as scenario files give them. */
#include "dist.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "complain.h"

static const char expected[] = "a number or a distribution such as { dist = \"gamma\"; mean = 3.0; cv = 0.5; }";

static bool is_empirical(const struct des_family *family) {
    return strcmp(family->name, "empirical") == 0;
}

/* Names of the keys that a group of this family may have; returns how many. */
static size_t keys_of(const struct des_family *family, const char *keys[DES_DIST_KEYS + 3]) {
    size_t count = 0;
    keys[count++] = "dist";
    for (size_t i = 0; i < DES_DIST_KEYS && family->keys[i].name; i++) {
        keys[count++] = family->keys[i].name;
    }
    if (is_empirical(family)) {
        keys[count++] = "edges";
        keys[count++] = "weights";
    }
    return count;
}

static void refuse_unknown_keys(const struct scn_node *group, const struct des_family *family, struct err_list *err) {
    const char *keys[DES_DIST_KEYS + 3];
    const size_t count = keys_of(family, keys);
    for (size_t i = 0; i < group->count; i++) {
        bool known = false;
        for (size_t k = 0; k < count; k++) {
            known = known || strcmp(group->children[i].name, keys[k]) == 0;
        }
        if (!known) {
            scn_complain_unknown(&group->children[i], family->name, keys, count, err);
        }
    }
}

static const struct des_family *family_of(const struct scn_node *group, struct err_list *err) {
    const struct scn_node *name = scn_node_find(group, "dist");
    if (!name || name->kind != SCN_NODE_TEXT) {
        err_add(err, group->file, name ? name->line : group->line,
                "'%s': which distribution? Say, for instance, dist = \"gamma\";", group->name);
        return NULL;
    }
    const struct des_family *family = des_dist_family(name->text);
    if (family) {
        return family;
    }
    size_t count;
    const struct des_family *families = des_dist_families(&count);
    const char **names = mem_zeroed(count, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        names[i] = families[i].name;
    }
    char *hint = err_suggestion(name->text, names, count, "");
    err_add(err, name->file, name->line, "'%s' is no distribution%s", name->text, hint);
    free(hint);
    free(names);
    return NULL;
}

static void read_key(const struct scn_node *group, const struct des_family *family, size_t index, double *value,
                     struct err_list *err) {
    const struct des_family_key *key = &family->keys[index];
    const struct scn_node *node = scn_node_find(group, key->name);
    if (!node) {
        err_add(err, group->file, group->line, "'%s': the %s distribution needs '%s'", group->name, family->name,
                key->name);
        return;
    }
    const struct param range = {.low = key->low, .high = key->high, .unit = "for this distribution"};
    if (scn_complain_number(node, value, err)) {
        char *what = mem_format("'%s' of '%s'", key->name, group->name);
        scn_complain_range(node, what, *value, &range, err);
        free(what);
    }
}

/* The numbers of an array or list; NULL after a complaint. */
static double *numbers(const struct scn_node *group, const char *key, size_t *count, struct err_list *err) {
    const struct scn_node *list = scn_node_find(group, key);
    *count = 0;
    if (!list || (list->kind != SCN_NODE_ARRAY && list->kind != SCN_NODE_LIST)) {
        err_add(err, group->file, list ? list->line : group->line,
                "'%s': the empirical distribution needs '%s', an array of numbers such as [ 0.0, 1.0 ]", group->name,
                key);
        return NULL;
    }
    double *values = mem_zeroed(list->count, sizeof *values);
    for (size_t i = 0; i < list->count; i++) {
        if (!scn_complain_number(&list->children[i], &values[i], err)) {
            free(values);
            return NULL;
        }
    }
    *count = list->count;
    return values;
}

/* False after a complaint; the caller owns what bins holds after success. */
static bool read_bins(const struct scn_node *group, struct des_dist_bins *bins, struct err_list *err) {
    size_t edges, weights;
    *bins = (struct des_dist_bins){0};
    bins->edges = numbers(group, "edges", &edges, err);
    bins->weights = numbers(group, "weights", &weights, err);
    bool good = bins->edges && bins->weights;
    if (good && (weights == 0 || edges != weights + 1)) {
        err_add(err, group->file, group->line, "'%s': %zu edges and %zu weights; there must be one edge more",
                group->name, edges, weights);
        good = false;
    }
    bins->count = weights;
    if (!good) {
        free(bins->edges);
        free(bins->weights);
    }
    return good;
}

static bool make(const struct scn_node *group, const struct des_family *family, const double given[DES_DIST_KEYS],
                 struct des_dist *dist, struct err_list *err) {
    struct des_dist_bins bins;
    if (is_empirical(family) && !read_bins(group, &bins, err)) {
        return false;
    }
    const char *fault = des_dist_init(dist, family, given, is_empirical(family) ? &bins : NULL);
    if (fault) {
        err_add(err, group->file, group->line, "'%s': %s", group->name, fault);
    }
    return !fault;
}

static bool read_group(const struct scn_node *group, struct des_dist *dist, struct err_list *err) {
    const size_t before = err->count;
    const struct des_family *family = family_of(group, err);
    if (!family) {
        return false;
    }
    refuse_unknown_keys(group, family, err);
    double given[DES_DIST_KEYS] = {0};
    for (size_t i = 0; i < DES_DIST_KEYS && family->keys[i].name; i++) {
        read_key(group, family, i, &given[i], err);
    }
    return err->count == before && make(group, family, given, dist, err);
}

/* A plain number: always that. */
static void read_constant(const struct scn_node *node, const struct param *param, struct des_dist *dist,
                          struct err_list *err) {
    const struct des_family_key *key = &des_dist_family("constant")->keys[0];
    const struct param possible = {.low = key->low, .high = key->high, .unit = param->unit};
    double value;
    char *what = mem_format("'%s'", node->name);
    const bool good = scn_complain_number(node, &value, err) && scn_complain_range(node, what, value, param, err) &&
                      scn_complain_range(node, what, value, &possible, err);
    free(what);
    if (good) {
        *dist = des_dist_constant(value);
    }
}

void scn_dist_read(const struct scn_node *node, const struct param *param, struct des_dist *dist,
                   struct err_list *err) {
    if (node->kind == SCN_NODE_INTEGER || node->kind == SCN_NODE_REAL) {
        read_constant(node, param, dist, err);
        return;
    }
    if (node->kind != SCN_NODE_GROUP) {
        scn_complain_type(node, expected, err);
        return;
    }
    struct des_dist made = {0};
    if (!read_group(node, &made, err)) {
        return;
    }
    char *what = mem_format("the mean of '%s'", node->name);
    if (scn_complain_range(node, what, des_dist_mean(&made), param, err)) {
        *dist = made;
    } else {
        des_dist_free(&made);
    }
    free(what);
}
