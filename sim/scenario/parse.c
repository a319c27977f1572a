/* scenario/parse.c - one scenario file into a tree, by libconfig. */
#include "parse.h"

#include <libconfig.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "quoted.h"
#include "scan.h"

static enum scn_node_kind kind_of(const config_setting_t *setting) {
    switch (config_setting_type(setting)) {
    case CONFIG_TYPE_GROUP:
        return SCN_NODE_GROUP;
    case CONFIG_TYPE_LIST:
        return SCN_NODE_LIST;
    case CONFIG_TYPE_ARRAY:
        return SCN_NODE_ARRAY;
    case CONFIG_TYPE_FLOAT:
        return SCN_NODE_REAL;
    case CONFIG_TYPE_BOOL:
        return SCN_NODE_BOOLEAN;
    case CONFIG_TYPE_STRING:
        return SCN_NODE_TEXT;
    default:
        return SCN_NODE_INTEGER;
    }
}

static void convert_scalar(const config_setting_t *setting, struct scn_node *node) {
    switch (config_setting_type(setting)) {
    case CONFIG_TYPE_INT:
        node->integer = config_setting_get_int(setting);
        break;
    case CONFIG_TYPE_INT64:
        node->integer = config_setting_get_int64(setting);
        break;
    case CONFIG_TYPE_FLOAT:
        node->real = config_setting_get_float(setting);
        break;
    case CONFIG_TYPE_BOOL:
        node->boolean = config_setting_get_bool(setting);
        break;
    case CONFIG_TYPE_STRING:
        node->text = mem_text(config_setting_get_string(setting));
        break;
    default:
        break;
    }
}

static struct scn_node converted(const config_setting_t *setting, const char *file) {
    struct scn_node node = {.kind = kind_of(setting), .file = file};
    const char *name = config_setting_name(setting);
    node.line = (unsigned)config_setting_source_line(setting);
    node.name = name ? mem_text(name) : NULL;
    convert_scalar(setting, &node);
    if (config_setting_is_aggregate(setting)) {
        unsigned count = (unsigned)config_setting_length(setting);
        for (unsigned i = 0; i < count; i++) {
            scn_node_append(&node, converted(config_setting_get_elem(setting, i), file));
        }
    }
    return node;
}

/* The line without the blanks around it, borrowed from text; *length receives its length. */
static const char *line_of(const char *text, int number, size_t *length) {
    for (int line = 1; line < number && *text; line++) {
        text += strcspn(text, "\n");
        text += *text == '\n';
    }
    text += strspn(text, " \t");
    *length = strcspn(text, "\r\n");
    while (*length > 0 && (text[*length - 1] == ' ' || text[*length - 1] == '\t')) {
        (*length)--;
    }
    return text;
}

/* A line without comments and without what stands in texts. The caller frees it. */
static char *bare(const char *line, size_t length) {
    char *code = mem_zeroed(length + 1, 1);
    size_t used = 0;
    for (size_t i = 0; i < length && line[i] != '#'; i += line[i] == '"' ? scn_quoted_length(line + i) : 1) {
        code[used++] = line[i];
    }
    return code;
}

static bool matches(const char *code, const char *pattern) {
    regex_t expression;
    err_require(regcomp(&expression, pattern, REG_EXTENDED | REG_ICASE | REG_NOSUB) == 0);
    const bool found = regexec(&expression, code, 0, NULL, 0) == 0;
    regfree(&expression);
    return found;
}

/* What a planner most likely did, from libconfig's words and the line where it gave up. */
static const char *hint(const char *what, const char *code) {
    static const char *const slips[][2] = {
        {"'", "a text stands in double quotes"},
        {"%", "a share is a number from 0 to 1: 5% is 0.05"},
        {"[=:] *(yes|no|on|off)\\b", "write true or false"},
        {"[=:] *[-+]?(nan|inf|infinity)\\b", "a number is written in digits"},
        {"[=:] *-?[0-9]+,[0-9]", "a decimal number has a point, not a comma"},
        {"^[])]|, *[])]", "no comma may stand before a closing bracket; or a ';' is missing in the line before"},
    };
    if (strstr(what, "mismatched element type")) {
        return "all values in [ ] must be alike: write [ 1.0, 2.5 ], not [ 1, 2.5 ]";
    }
    if (strstr(what, "duplicate setting")) {
        return "this key was given before in the same group";
    }
    for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++) {
        if (matches(code, slips[i][0])) {
            return slips[i][1];
        }
    }
    return "often a ';', a quote or a bracket is missing here or in the line before";
}

static void complain_syntax(const config_t *config, const char *text, const char *path, struct err_list *err) {
    size_t length;
    int number = config_error_line(config);
    const char *line = line_of(text, number, &length);
    char *shown = mem_format("%.*s", (int)(length < 60 ? length : 60), line), *code = bare(line, length);
    const char *what = config_error_text(config);
    err_add(err, path, (unsigned)number, "%s at '%s%s': %s", what, shown, length > 60 ? "..." : "", hint(what, code));
    free(code);
    free(shown);
}

static bool parse_text(const char *text, const char *path, struct scn_node *root, struct err_list *err) {
    config_t config;
    config_init(&config);
    bool good = config_read_string(&config, text);
    if (good) {
        *root = converted(config_root_setting(&config), path);
    } else {
        complain_syntax(&config, text, path, err);
    }
    config_destroy(&config);
    return good;
}

bool scn_parse(const char *path, struct scn_file_asker asker, struct scn_node *root, struct err_list *err) {
    char *text = scn_file_text(path, asker, err);
    bool good = text && scn_scan(text, path, err) && parse_text(text, path, root, err);
    free(text);
    return good;
}

/* A value of the command line stands in no line. */
static void forget_lines(struct scn_node *node) {
    node->line = 0;
    for (size_t i = 0; i < node->count; i++) {
        forget_lines(&node->children[i]);
    }
}

/* Is the text one setting, and nothing behind it? Texts across lines and includes are what scn_scan refuses. */
static bool parse_one(const char *text, const char *label, struct scn_node *root) {
    struct err_list unsaid;
    err_list_init(&unsaid);
    const bool good = scn_scan(text, label, &unsaid) && parse_text(text, label, root, &unsaid);
    err_list_free(&unsaid);
    if (good && root->count != 1) {
        scn_node_free(root);
        return false;
    }
    return good;
}

bool scn_parse_value(const char *text, const char *label, struct scn_node *value, struct err_list *err) {
    struct scn_node root;
    char *setting = mem_format("value = %s\n;", text);
    const bool good = parse_one(setting, label, &root);
    free(setting);
    if (!good) {
        err_add(err, label, 0,
                "'%s' is no value: write a number (with an L behind it from 2147483648 on), true or false, \"text\", "
                "[ \"a\", \"b\" ], [ 1.0, 2.5 ] all alike, { key = value; } or ( { key = value; } )",
                text);
        return false;
    }
    forget_lines(&root);
    *value = root.children[0];
    root.children[0] = (struct scn_node){.kind = SCN_NODE_BOOLEAN};
    scn_node_free(&root);
    free(value->name);
    value->name = NULL;
    return true;
}
