/* scenario/setting.c - a value said on the command line, laid over a scenario. */
#include "scenario/setting.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "complain.h"
#include "lookup.h"
#include "merge.h"
#include "parse.h"
#include "scenario/key.h"
#include "scenario/scenario.h"
#include "settings.h"

char *scn_setting_label(const struct scn_setting *setting) {
    return mem_format("--set %s", setting->text);
}

/* A setting on its way into a tree. */
struct laying {
    struct scn_setting *setting;
    const char *label;
    struct scn_key key;
    struct scn_node *list, *group;   /* the last that are there on the path; the list has the group if that is a row */
    const struct param_table *table; /* of that group */
    size_t step;                     /* of the path, the first below that group */
    struct err_list *err;
};

/* What no file may hold either; NULL when every character is fit. */
static const char *unfitness(const char *text) {
    const char *odd = text_unfit(text, "");
    if (*odd == '\0') {
        return NULL;
    }
    return text_character(odd) > 0 ? "holds a line break, a tab or another control character"
                                   : "holds a character that is not UTF-8";
}

static bool find_key(struct laying *laying) {
    const char *text = laying->setting->text, *end = scn_path_end(text);
    struct scn_path path = {.count = 0};
    const char *fault = unfitness(text);
    if (fault == NULL) {
        fault =
            *end == '\0' ? "a value is missing: write key=value" : scn_path_parse(text, (size_t)(end - text), &path);
    }
    bool good = fault == NULL;
    if (fault != NULL) {
        err_add(laying->err, laying->label, 0, "%s", fault);
    } else {
        good = scn_key_find(&path, laying->label, &laying->key, laying->err);
    }
    scn_path_free(&path);
    return good;
}

/* The value as the file's language has it; texts and dates need no quotes. */
static bool read_value(const struct laying *laying, struct scn_node *value) {
    const char *text = scn_path_end(laying->setting->text) + 1;
    const struct param *param = laying->key.param;
    const bool worded = param && !laying->key.is_part && (param->kind == PARAM_TEXT || param->kind == PARAM_DATE);
    const struct scn_path_step *last = &laying->key.path.steps[laying->key.path.count - 1];
    const bool named = laying->key.is_part && strcmp(last->key, "dist") == 0;
    text += strspn(text, " ");
    if ((worded || named) && *text != '"') {
        *value = (struct scn_node){.kind = SCN_NODE_TEXT, .file = laying->label, .text = mem_text(text)};
        return true;
    }
    return scn_parse_value(text, laying->label, value, laying->err);
}

/* What is missing is told only when no scenario has it. */
static void miss(struct laying *laying, const char *what) {
    if (laying->setting->missing == NULL) {
        laying->setting->missing = mem_text(what);
    }
}

static void miss_row(struct laying *laying, const struct scn_node *list, const char *row) {
    char **names = mem_zeroed(list->count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++) {
        names[count] = scn_lookup_row_name(list, i, laying->table);
        count += names[count] != NULL;
    }
    char *hint = err_suggestion(row, (const char *const *)names, count, "");
    char *what = mem_format("no %s '%s' is in the list '%s'%s", laying->table->name, row, list->name, hint);
    miss(laying, what);
    free(what);
    free(hint);
    for (size_t i = 0; i < count; i++) {
        free(names[i]);
    }
    free(names);
}

/* Goes one step down; false when what is left of the path is not there yet, or never will be. */
static bool descend(struct laying *laying) {
    const struct scn_path_step *step = &laying->key.path.steps[laying->step];
    const struct param *param = scn_lookup_param(laying->table, step->key);
    struct scn_node *node = scn_node_find(laying->group, step->key);
    if (node && param && node->kind == SCN_NODE_GROUP && param->kind == PARAM_GROUP) {
        laying->group = node;
        laying->table = param->table;
        laying->step++;
        return true;
    }
    if (!node || !param || node->kind != SCN_NODE_LIST || !step->row) {
        return false;
    }
    struct scn_node *row = scn_lookup_row(node, step->row, param->table);
    laying->table = param->table;
    if (!row) {
        miss_row(laying, node, step->row);
        return false;
    }
    laying->list = node;
    laying->group = row;
    laying->step++;
    return true;
}

/* A list in the middle of a path needs the name of one of its rows. */
static bool names_every_row(const struct laying *laying) {
    const struct scn_path *path = &laying->key.path;
    const struct param_table *table = &scn_scenario_table;
    for (size_t i = 0; table && i + 1 < path->count; i++) {
        const struct param *param = scn_lookup_param(table, path->steps[i].key);
        if (param->kind == PARAM_ROWS && !path->steps[i].row) {
            err_add(laying->err, laying->label, 0, "'%s' is a list: say in brackets which %s is meant, as in %s[%s]",
                    param->key, param->table->name, param->key, scn_lookup_identity(param->table) ? "name" : "1");
            return false;
        }
        table = param->table;
    }
    return true;
}

/* Does what is left of the path name a row? Its list is not there then. */
static bool lacks_row(struct laying *laying) {
    const struct scn_path *path = &laying->key.path;
    for (size_t i = laying->step; i < path->count; i++) {
        if (path->steps[i].row) {
            char *what = mem_format("'%s' has no rows there", path->steps[i].key);
            miss(laying, what);
            free(what);
            return true;
        }
    }
    return false;
}

static struct scn_node group_of(const char *label) {
    return (struct scn_node){.kind = SCN_NODE_GROUP, .file = label};
}

/* Lays the value, inside groups for the steps that are left, over the last group that is there. */
static void lay_value(struct laying *laying, struct scn_node value) {
    const struct scn_path *path = &laying->key.path;
    for (size_t i = path->count; i > laying->step; i--) {
        struct scn_node upper = group_of(laying->label);
        value.name = mem_text(path->steps[i - 1].key);
        scn_node_append(&upper, value);
        value = upper;
    }
    if (value.kind == SCN_NODE_GROUP) {
        scn_merge(laying->group, &value, laying->table, laying->err);
    } else {
        scn_complain_type(&value, "a group { ... }", laying->err);
    }
    scn_node_free(&value);
}

/* Takes the row out at which the path arrived. */
static void lay_drop(struct laying *laying, struct scn_node value) {
    value.name = mem_text("drop");
    if (value.kind != SCN_NODE_BOOLEAN) {
        scn_complain_type(&value, "true or false", laying->err);
    } else if (value.boolean) {
        scn_node_remove(laying->list, (size_t)(laying->group - laying->list->children));
    }
    scn_node_free(&value);
}

/* Walks down as far as the tree goes, short of the key that is laid over; false when a row is not there. */
static bool reach(struct laying *laying) {
    const struct scn_path *path = &laying->key.path;
    const size_t end = path->count - (path->steps[path->count - 1].row ? 0 : 1);
    while (laying->step < end && descend(laying)) {
    }
    return !lacks_row(laying);
}

bool scn_setting_lay(struct scn_setting *setting, const char *label, struct scn_node *root, struct err_list *err) {
    struct laying laying = {
        .setting = setting, .label = label, .group = root, .table = &scn_scenario_table, .err = err};
    struct scn_node value;
    if (!find_key(&laying)) {
        return false;
    }
    const bool is_drop = laying.key.param == NULL;
    const bool good = names_every_row(&laying) && read_value(&laying, &value);
    const bool there = good && reach(&laying);
    if (there && is_drop) {
        lay_drop(&laying, value);
    } else if (there) {
        lay_value(&laying, value);
    } else if (good) {
        scn_node_free(&value);
    }
    setting->taken += there;
    scn_path_free(&laying.key.path);
    return there;
}

void scn_setting_check(const struct scn_setting *settings, size_t count, struct err_list *err) {
    for (size_t i = 0; i < count; i++) {
        if (settings[i].taken == 0 && settings[i].missing != NULL) {
            char *label = scn_setting_label(&settings[i]);
            err_add(err, label, 0, "%s", settings[i].missing);
            free(label);
        }
    }
}

void scn_setting_free(struct scn_setting *settings, size_t count) {
    for (size_t i = 0; i < count; i++) {
        free(settings[i].missing);
        settings[i].missing = NULL;
    }
}
