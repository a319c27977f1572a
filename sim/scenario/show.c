/* scenario/show.c - the value of a key on one line, as a file writes it. */
#include "show.h"

#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "engine/dist.h"
#include "lookup.h"
#include "number.h"
#include "quoted.h"

static void show(FILE *out, const struct scn_node *node, const struct param *param);

/* All numbers of an array must be alike, and a whole number that is long would ask for an L. */
static void show_real(FILE *out, double value, bool is_pointed) {
    char text[SCN_NUMBER_TEXT];
    scn_number_text(value, text);
    const bool whole = !strpbrk(text, ".en");
    const size_t mantissa = strcspn(text, "e");
    const bool pointed = memchr(text, '.', mantissa) != NULL;
    const bool wanted = is_pointed || (whole && fabs(value) > INT32_MAX) || (!whole && text[mantissa] == 'e');
    fprintf(out, "%.*s%s%s", (int)mantissa, text, wanted && !pointed ? ".0" : "", text + mantissa);
}

static void show_scalar(FILE *out, const struct scn_node *node, const struct param *param) {
    const bool is_whole = param && param->kind == PARAM_INTEGER;
    switch (node->kind) {
    case SCN_NODE_INTEGER:
        if (is_whole) {
            const bool is_long = node->integer > INT32_MAX || node->integer < INT32_MIN;
            fprintf(out, "%" PRId64 "%s", node->integer, is_long ? "L" : "");
        } else {
            show_real(out, (double)node->integer, param && param->kind == PARAM_REALS);
        }
        break;
    case SCN_NODE_REAL:
        show_real(out, node->real, is_whole || (param && param->kind == PARAM_REALS));
        break;
    case SCN_NODE_BOOLEAN:
        fputs(node->boolean ? "true" : "false", out);
        break;
    default:
        scn_quoted_print(out, node->text ? node->text : "");
        break;
    }
}

static void show_elements(FILE *out, const struct scn_node *list, const struct param *param) {
    const bool is_rows = param && param->kind == PARAM_ROWS;
    fputs(is_rows ? "(" : "[", out);
    for (size_t i = 0; i < list->count; i++) {
        fputs(i > 0 ? ", " : " ", out);
        show(out, &list->children[i], param);
    }
    fputs(list->count > 0 ? " " : "", out);
    fputs(is_rows ? ")" : "]", out);
}

static void show_member(FILE *out, const struct scn_node *node, const struct param *param) {
    fprintf(out, "%s = ", node->name);
    show(out, node, param);
    fputs("; ", out);
}

/* Keys of a group in the order of its table; those that say what holds anyway are left out, those that the table does
 * not know stand at the end. */
static void show_group(FILE *out, const struct scn_node *group, const struct param_table *table) {
    fputs("{ ", out);
    for (size_t i = 0; table && i < table->count; i++) {
        const struct param *param = &table->params[i];
        const struct scn_node *node = scn_node_find(group, param->key);
        char *text = node ? scn_show_value(node, param) : NULL, *fallback = scn_show_default(param);
        if (text && !(fallback && strcmp(text, fallback) == 0)) {
            fprintf(out, "%s = %s; ", param->key, text);
        }
        free(fallback);
        free(text);
    }
    for (size_t i = 0; i < group->count; i++) {
        if (!scn_lookup_param(table, group->children[i].name)) {
            show_member(out, &group->children[i], NULL);
        }
    }
    putc('}', out);
}

/* A distribution: its family, then its keys in the family's order. */
static void show_dist(FILE *out, const struct scn_node *group, const struct param *param) {
    const char *name = scn_node_text(group, "dist");
    const struct des_family *family = name ? des_dist_family(name) : NULL;
    const struct scn_node *value = scn_node_find(group, "value");
    if (!family) {
        show_group(out, group, NULL);
        return;
    }
    if (value && strcmp(name, "constant") == 0) {
        show(out, value, param);
        return;
    }
    fprintf(out, "{ dist = \"%s\"; ", name);
    for (size_t i = 0; i < DES_DIST_KEYS && family->keys[i].name; i++) {
        const struct scn_node *node = scn_node_find(group, family->keys[i].name);
        if (node) {
            show_member(out, node, param);
        }
    }
    static const char *const bins[] = {"edges", "weights"};
    for (size_t i = 0; i < 2; i++) {
        const struct scn_node *node = scn_node_find(group, bins[i]);
        if (node) {
            show_member(out, node, &(struct param){.kind = PARAM_REALS});
        }
    }
    putc('}', out);
}

static void show(FILE *out, const struct scn_node *node, const struct param *param) {
    switch (node->kind) {
    case SCN_NODE_LIST:
    case SCN_NODE_ARRAY:
        show_elements(out, node, param);
        break;
    case SCN_NODE_GROUP:
        if (param && param->kind == PARAM_DIST) {
            show_dist(out, node, param);
        } else {
            show_group(out, node, param ? param->table : NULL);
        }
        break;
    default:
        show_scalar(out, node, param);
    }
}

char *scn_show_value(const struct scn_node *node, const struct param *param) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    err_require(out != NULL);
    show(out, node, param);
    err_require(fclose(out) == 0);
    return text;
}

char *scn_show_default(const struct param *param) {
    const bool is_texts = param->kind == PARAM_TEXTS;
    if (param->optional || param->kind == PARAM_GROUP || (!param->default_word && isnan(param->fallback))) {
        return NULL;
    }
    if (param->default_word) {
        return mem_format(is_texts ? "[ \"%s\" ]" : "\"%s\"", param->default_word);
    }
    if (param->kind == PARAM_TEXT || param->kind == PARAM_DATE) {
        return NULL;
    }
    if (is_texts || param->kind == PARAM_DATES || param->kind == PARAM_REALS || param->kind == PARAM_ROWS) {
        return mem_text(param->kind == PARAM_ROWS ? "()" : "[]");
    }
    if (param->kind == PARAM_BOOLEAN) {
        return mem_text(param->fallback > 0 ? "true" : "false");
    }
    const struct scn_node node = {.kind = SCN_NODE_REAL, .real = param->fallback};
    const struct scn_node whole = {.kind = SCN_NODE_INTEGER, .integer = (int64_t)param->fallback};
    return scn_show_value(param->kind == PARAM_INTEGER ? &whole : &node, param);
}
