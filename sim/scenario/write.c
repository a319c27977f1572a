/* scenario/write.c - a tree as text in libconfig's own form. */
#include "write.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "inputs.h"
#include "number.h"
#include "quoted.h"
#include "scenario/name.h"

enum { INDENT = 2, SHORT_MAX = 4 };

static void write_value(FILE *out, const struct scn_node *node, int depth);

/* Without a point or an exponent it would be read back as a whole number. */
static void write_real(FILE *out, double value) {
    char text[SCN_NUMBER_TEXT];
    scn_number_text(value, text);
    const size_t mantissa = strcspn(text, "e");
    const bool pointed = memchr(text, '.', mantissa);
    fprintf(out, "%.*s%s%s", (int)mantissa, text, pointed ? "" : ".0", text + mantissa);
}

static bool is_scalar(const struct scn_node *node) {
    return node->kind != SCN_NODE_GROUP && node->kind != SCN_NODE_LIST && node->kind != SCN_NODE_ARRAY;
}

static void write_members(FILE *out, const struct scn_node *group, int depth) {
    for (size_t i = 0; i < group->count; i++) {
        const struct scn_node *child = &group->children[i];
        fprintf(out, "%*s%s = ", depth * INDENT, "", child->name);
        write_value(out, child, depth);
        fputs(";\n", out);
    }
}

/* Scalars beside one another, everything else on a line of its own. */
static void write_elements(FILE *out, const struct scn_node *list, int depth) {
    const bool flat = list->count == 0 || is_scalar(&list->children[0]);
    const int indent = flat ? 1 : (depth + 1) * INDENT;
    for (size_t i = 0; i < list->count; i++) {
        fprintf(out, "%s%s%*s", i > 0 ? "," : "", flat ? "" : "\n", i > 0 || !flat ? indent : 0, "");
        write_value(out, &list->children[i], depth + 1);
    }
    if (!flat) {
        fprintf(out, "\n%*s", depth * INDENT, "");
    }
}

/* Short enough to stand on one line. */
static bool is_short(const struct scn_node *group) {
    bool scalar = group->count <= SHORT_MAX;
    for (size_t i = 0; i < group->count; i++) {
        scalar = scalar && is_scalar(&group->children[i]);
    }
    return scalar;
}

static void write_short(FILE *out, const struct scn_node *group) {
    fputs("{ ", out);
    for (size_t i = 0; i < group->count; i++) {
        fprintf(out, "%s = ", group->children[i].name);
        write_value(out, &group->children[i], 0);
        fputs("; ", out);
    }
    putc('}', out);
}

static void write_group(FILE *out, const struct scn_node *group, int depth) {
    if (is_short(group)) {
        write_short(out, group);
        return;
    }
    fputs("{\n", out);
    write_members(out, group, depth + 1);
    fprintf(out, "%*s}", depth * INDENT, "");
}

static void write_value(FILE *out, const struct scn_node *node, int depth) {
    switch (node->kind) {
    case SCN_NODE_GROUP:
        write_group(out, node, depth);
        break;
    case SCN_NODE_LIST:
    case SCN_NODE_ARRAY:
        putc(node->kind == SCN_NODE_LIST ? '(' : '[', out);
        write_elements(out, node, depth);
        putc(node->kind == SCN_NODE_LIST ? ')' : ']', out);
        break;
    case SCN_NODE_INTEGER:
        fprintf(out, "%" PRId64 "%s", node->integer, node->integer > INT32_MAX || node->integer < INT32_MIN ? "L" : "");
        break;
    case SCN_NODE_REAL:
        write_real(out, node->real);
        break;
    case SCN_NODE_BOOLEAN:
        fputs(node->boolean ? "true" : "false", out);
        break;
    case SCN_NODE_TEXT:
        scn_quoted_print(out, scn_inputs_is_file(node->name) ? scn_name_base(node->text) : node->text);
        break;
    }
}

char *scn_write(const struct scn_node *root) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    err_require(out != NULL);
    write_members(out, root, 0);
    err_require(fclose(out) == 0);
    return text;
}
