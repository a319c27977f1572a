/* scenario/template.c - a scenario to start from. */
#include "scenario/template.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/text.h"
#include "inputs.h"
#include "lookup.h"
#include "quoted.h"
#include "scenario/key.h"
#include "scenario/name.h"
#include "show.h"

enum { WIDTH = 118, INDENT = 2 };

/* Where the next line goes. */
struct sheet {
    FILE *out;
    int indent;
};

/* How much of a text fits into so many columns: up to the last blank outside quotation marks, or as much as it takes to the
 * first; all of it where there is none. */
static size_t fitting(const char *text, size_t columns, bool is_code) {
    size_t fits = 0;
    for (size_t end = 0; text[end] != '\0' && (fits == 0 || end < columns);) {
        end += is_code && text[end] == '"' ? scn_quoted_length(text + end) : 1;
        if ((text[end] == ' ' || text[end] == '\0') && (fits == 0 || end <= columns)) {
            fits = end;
        }
    }
    return fits;
}

/* A text on lines that begin with a mark: '#' for words, two slashes for what may be made to hold. */
static void print_marked(const struct sheet *sheet, const char *mark, const char *text) {
    const bool is_code = mark[0] == '/';
    const size_t used = (size_t)sheet->indent + strlen(mark) + 1;
    while (*text != '\0') {
        const size_t length = fitting(text, WIDTH - used, is_code);
        fprintf(sheet->out, "%*s%s %.*s\n", sheet->indent, "", mark, (int)length, text);
        text += length;
        text += strspn(text, " ");
    }
}

/* What one of the printers of key.h says, as text. The caller frees it. */
static char *printed(void (*print)(FILE *out, const struct param *param), const struct param *param) {
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    err_require(out != NULL);
    print(out, param);
    err_require(fclose(out) == 0);
    return text;
}

/* "Full-time equivalents. [FTE; 0 to 1000; must be given]". The caller frees it. */
static char *described(const struct param *param) {
    char *allowed = printed(scn_key_allowed_print, param), *fallback = printed(scn_key_default_print, param);
    char *value = scn_show_default(param);
    const bool is_said_twice = strncmp(allowed, param->unit, strlen(param->unit)) == 0;
    char *text = mem_format("%s [%s%s%s; %s%s]", param->meaning, is_said_twice ? "" : param->unit,
                            is_said_twice ? "" : "; ", allowed, value && !param->table ? "default " : "", fallback);
    free(value);
    free(fallback);
    free(allowed);
    return text;
}

static void print_description(const struct sheet *sheet, const struct param *param, bool is_named) {
    char *text = described(param);
    char *line = is_named ? mem_format("%s: %s", param->key, text) : mem_text(text);
    print_marked(sheet, "#", line);
    free(line);
    free(text);
}

/* Keys of a group that is not there. */
static void print_keys(const struct sheet *sheet, const struct param_table *table) {
    const struct sheet inner = {sheet->out, sheet->indent + INDENT};
    for (size_t i = 0; i < table->count; i++) {
        print_description(&inner, &table->params[i], true);
        if (table->params[i].table) {
            print_keys(&inner, table->params[i].table);
        }
    }
}

static void print_group(const struct sheet *sheet, const struct scn_node *group, const struct param_table *table);

/* A key with a value; without one only what it could be. */
static void print_value(const struct sheet *sheet, const struct scn_node *node, const struct param *param) {
    char *value = node ? scn_show_value(node, param) : scn_show_default(param);
    const bool is_file = scn_inputs_is_file(param->key);
    print_description(sheet, param, value == NULL || is_file);
    if (value && is_file) {
        char *line = mem_format("here: %s, beside %s", value, node ? scn_name_base(node->file) : "this file");
        char *fit = text_line(line);
        print_marked(sheet, "#", fit);
        free(fit);
        free(line);
    } else if (value) {
        char *line = mem_format("%s = %s;", param->key, value);
        print_marked(sheet, "//", line);
        free(line);
    }
    if (param->kind == PARAM_ROWS) {
        print_marked(sheet, "#", "each with:");
        print_keys(sheet, param->table);
    }
    free(value);
}

/* Names of the rows behind the first. */
static void print_others(const struct sheet *sheet, const struct scn_node *list, const struct param_table *table) {
    char *text = mem_format("%s in the same way:", list->count == 2 ? "the other" : "the others");
    for (size_t i = 1; i < list->count; i++) {
        char *name = scn_lookup_row_name(list, i, table);
        char *longer = mem_format("%s%s \"%s\"", text, i > 1 ? "," : "", name);
        free(name);
        free(text);
        text = longer;
    }
    if (list->count > 1) {
        print_marked(sheet, "#", text);
    }
    free(text);
}

/* A list of rows with names: the first one stands for all. */
static void print_rows(const struct sheet *sheet, const struct scn_node *list, const struct param *param) {
    const struct sheet inner = {sheet->out, sheet->indent + 2 * INDENT}, row = {sheet->out, sheet->indent + INDENT};
    const struct param *identity = &param->table->params[0];
    char *name = scn_show_value(scn_node_find(&list->children[0], identity->key), identity);
    print_description(sheet, param, false);
    fprintf(sheet->out, "%*s%s = (\n%*s{\n%*s%s = %s;\n", sheet->indent, "", param->key, row.indent, "", inner.indent,
            "", identity->key, name);
    print_group(&inner, &list->children[0], param->table);
    fprintf(sheet->out, "%*s}\n", row.indent, "");
    print_others(&row, list, param->table);
    fprintf(sheet->out, "%*s);\n", sheet->indent, "");
    free(name);
}

static void print_param(const struct sheet *sheet, const struct scn_node *node, const struct param *param) {
    const bool is_group = param->kind == PARAM_GROUP, is_rows = param->kind == PARAM_ROWS;
    if (is_group && node) {
        const struct sheet inner = {sheet->out, sheet->indent + INDENT};
        print_description(sheet, param, false);
        fprintf(sheet->out, "%*s%s = {\n", sheet->indent, "", param->key);
        print_group(&inner, node, param->table);
        fprintf(sheet->out, "%*s};\n", sheet->indent, "");
    } else if (is_rows && node && node->count > 0 && scn_lookup_identity(param->table)) {
        print_rows(sheet, node, param);
    } else if (is_group) {
        print_description(sheet, param, true);
        print_keys(sheet, param->table);
    } else {
        print_value(sheet, node, param);
    }
}

/* All keys of a group, but for the name by which a row is known. */
static void print_group(const struct sheet *sheet, const struct scn_node *group, const struct param_table *table) {
    const char *identity = scn_lookup_identity(table);
    for (size_t i = 0; i < table->count; i++) {
        const struct param *param = &table->params[i];
        const bool is_name = identity && sheet->indent > INDENT && strcmp(param->key, identity) == 0;
        if (!is_name) {
            print_param(sheet, scn_node_find(group, param->key), param);
        }
    }
}

static void print_head(FILE *out, const struct scn_scenario *base, const char *name) {
    char *lower = text_line(scn_name_base(base->path));
    fprintf(
        out,
        "# %s.cfg - say here in a sentence what this scenario is.\n"
        "# Question: what should it answer?\n"
        "# Expect: what do you think will happen? Say it before you run it.\n"
        "#\n"
        "# Behind each number that you change write where it comes from, as `caremix explain` shows it:\n"
        "#   A official statistic    B published study or report    C secondary source    D assumption\n"
        "#\n"
        "# This file lies over %s and changes nothing yet. To change a value take the two slashes before it away\n"
        "# and write another; what a line does not say stays as it is there. Above each key stand its meaning, unit,\n"
        "# range and default. Of each list the first row stands for all: rows are matched by their first key, a new\n"
        "# name is a new row, and drop = true; takes a row out. Delete what you do not need.\n\n",
        name, lower);
    free(lower);
}

static void print_text(FILE *out, const char *key, const char *text) {
    fprintf(out, "%s = ", key);
    scn_quoted_print(out, text);
    fputs(";\n", out);
}

void scn_template_print(FILE *out, const struct scn_scenario *base, const char *name, const char *extends) {
    const struct sheet sheet = {out, 0};
    char *title = text_line(name);
    print_head(out, base, title);
    print_text(out, "extends", extends);
    fputs("\n", out);
    for (size_t i = 0; i < scn_scenario_table.count; i++) {
        const struct param *param = &scn_scenario_table.params[i];
        if (strcmp(param->key, "title") == 0) {
            print_description(&sheet, param, false);
            print_text(out, "title", title);
        } else {
            fputs(param->table ? "\n" : "", out);
            print_param(&sheet, scn_node_find(base->tree, param->key), param);
        }
    }
    free(title);
}
