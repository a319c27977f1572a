/* scenario/value.c - one value of a file into one field of a struct. */
#include "value.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "complain.h"
#include "dist.h"
#include "engine/calendar.h"

/* Of a share that is not known no sum is known. */
static double allowed_by(const struct param *param) {
    const bool is_share = param->kind == PARAM_REAL && param->low == 0 && param->high == 1;
    if (!isnan(param->fallback)) {
        return param->fallback;
    }
    return is_share ? NAN : fmin(fmax(1, param->low), param->high);
}

/* What was complained of is taken as its default, or else as 1 or what is allowed next to that, so that what names and
 * dates do to one another is looked at too. */
static void stand_in(const struct param *param, void *field, struct err_list *err) {
    err_soften(err);
    if (param->kind == PARAM_INTEGER) {
        *(int64_t *)field = (int64_t)allowed_by(param);
    } else {
        *(double *)field = allowed_by(param);
    }
}

static void read_number(const struct scn_node *node, const struct param *param, void *field, struct err_list *err) {
    double value;
    if (param->kind == PARAM_INTEGER && node->kind != SCN_NODE_INTEGER) {
        scn_complain_type(node, "a whole number", err);
        stand_in(param, field, err);
        return;
    }
    if (!scn_complain_number(node, &value, err)) {
        stand_in(param, field, err);
        return;
    }
    char *what = mem_format("'%s'", param->key);
    const bool is_within = scn_complain_range(node, what, value, param, err);
    free(what);
    if (!is_within) {
        stand_in(param, field, err);
    } else if (param->kind == PARAM_INTEGER) {
        *(int64_t *)field = node->integer;
    } else {
        *(double *)field = value;
    }
}

static bool is_word(const char *words, const char *text) {
    const size_t length = strlen(text);
    for (const char *at = words; *at; at += *at == '|') {
        const size_t span = strcspn(at, "|");
        if (span == length && strncmp(at, text, span) == 0) {
            return true;
        }
        at += span;
    }
    return false;
}

static void complain_word(const struct scn_node *node, const char *words, struct err_list *err) {
    const char *list[64];
    size_t count = 0;
    char *copy = mem_text(words), *rest = NULL;
    for (char *word = strtok_r(copy, "|", &rest); word && count < 64; word = strtok_r(NULL, "|", &rest)) {
        list[count++] = word;
    }
    char *shown = mem_text("");
    for (size_t i = 0; i < count; i++) {
        char *longer = mem_format("%s%s%s", shown, i == 0 ? "" : i + 1 < count ? ", " : " or ", list[i]);
        free(shown);
        shown = longer;
    }
    char *hint = err_suggestion(node->text, list, count, "");
    err_add(err, node->file, node->line, "'%s' = \"%s\" must be %s%s", node->name, node->text, shown, hint);
    free(hint);
    free(shown);
    free(copy);
}

static void read_text(const struct scn_node *node, const struct param *param, char **field, struct err_list *err) {
    if (node->kind != SCN_NODE_TEXT) {
        scn_complain_type(node, "a text in quotes", err);
    } else if (param->words && !is_word(param->words, node->text)) {
        complain_word(node, param->words, err);
    } else if (node->text[0] == '\0') {
        err_add(err, node->file, node->line, "'%s' is an empty text", param->key);
    } else {
        *field = mem_text(node->text);
    }
}

static bool parsed_date(const char *text, struct des_date *date) {
    const bool shaped = strlen(text) == 10 && strspn(text, "0123456789-") == 10 && text[4] == '-' && text[7] == '-';
    return shaped && sscanf(text, "%4d-%2d-%2d", &date->year, &date->month, &date->day) == 3 &&
           des_date_is_valid(*date);
}

static bool read_date(const struct scn_node *node, struct des_date *field, struct err_list *err) {
    struct des_date date;
    if (node->kind != SCN_NODE_TEXT) {
        scn_complain_type(node, "a date in quotes such as \"2014-01-31\"", err);
        return false;
    }
    if (!parsed_date(node->text, &date)) {
        err_add(err, node->file, node->line,
                "\"%s\" is no date from 1900 to 2200; write year-month-day such as \"2014-01-31\"", node->text);
        return false;
    }
    *field = date;
    return true;
}

bool scn_value_count(const struct scn_node *node, const struct param *param, struct err_list *err) {
    if ((param->low <= 0 && param->high <= 0) ||
        ((double)node->count >= param->low && (double)node->count <= param->high)) {
        return true;
    }
    err_add(err, node->file, node->line, "'%s' has %zu elements; %g to %g are needed", param->key, node->count,
            param->low, param->high);
    return false;
}

static bool is_sequence(const struct scn_node *node, const struct param *param, struct err_list *err) {
    if (node->kind == SCN_NODE_ARRAY || node->kind == SCN_NODE_LIST) {
        return scn_value_count(node, param, err);
    }
    scn_complain_type(node,
                      param->kind == PARAM_DATES ? "a list of dates such as [ \"2014-01-01\", \"2014-12-25\" ]"
                                                 : "a list of texts such as [ \"one\", \"two\" ]",
                      err);
    return false;
}

static void read_texts(const struct scn_node *node, const struct param *param, struct param_texts *field,
                       struct err_list *err) {
    if (!is_sequence(node, param, err)) {
        return;
    }
    field->texts = mem_zeroed(node->count, sizeof *field->texts);
    for (size_t i = 0; i < node->count; i++) {
        if (node->children[i].kind == SCN_NODE_TEXT) {
            field->texts[field->count++] = mem_text(node->children[i].text);
        } else {
            scn_complain_type(&node->children[i], "a text in quotes", err);
        }
    }
}

static void read_dates(const struct scn_node *node, const struct param *param, struct param_dates *field,
                       struct err_list *err) {
    if (!is_sequence(node, param, err)) {
        return;
    }
    field->dates = mem_zeroed(node->count, sizeof *field->dates);
    for (size_t i = 0; i < node->count; i++) {
        if (read_date(&node->children[i], &field->dates[field->count], err)) {
            field->count++;
        }
    }
}

static void complain_length(const struct scn_node *node, const struct param *param, struct err_list *err) {
    err_add(err, node->file, node->line, "'%s' has %zu numbers; %zu are needed", param->key, node->count,
            param->length);
}

static void read_reals(const struct scn_node *node, const struct param *param, struct param_reals *field,
                       struct err_list *err) {
    if (node->kind != SCN_NODE_ARRAY && node->kind != SCN_NODE_LIST) {
        scn_complain_type(node, "a list of numbers such as [ 1.0, 0.5 ]", err);
        return;
    }
    if (param->length > 0 && node->count > 0 && node->count != param->length) {
        complain_length(node, param, err);
        return;
    }
    field->values = mem_zeroed(node->count, sizeof *field->values);
    for (size_t i = 0; i < node->count; i++) {
        char *what = mem_format("element %zu of '%s'", i + 1, param->key);
        double value;
        if (scn_complain_number(&node->children[i], &value, err) &&
            scn_complain_range(&node->children[i], what, value, param, err)) {
            field->values[field->count++] = value;
        }
        free(what);
    }
}

static void read_boolean(const struct scn_node *node, bool *field, struct err_list *err) {
    if (node->kind == SCN_NODE_BOOLEAN) {
        *field = node->boolean;
    } else {
        scn_complain_type(node, "true or false", err);
        err_soften(err);
        *field = false;
    }
}

void scn_value_read(const struct scn_node *node, const struct param *param, void *field, struct err_list *err) {
    switch (param->kind) {
    case PARAM_REAL:
    case PARAM_INTEGER:
        read_number(node, param, field, err);
        break;
    case PARAM_BOOLEAN:
        read_boolean(node, field, err);
        break;
    case PARAM_TEXT:
        read_text(node, param, field, err);
        break;
    case PARAM_DATE:
        read_date(node, field, err);
        break;
    case PARAM_DIST:
        scn_dist_read(node, param, field, err);
        break;
    case PARAM_TEXTS:
        read_texts(node, param, field, err);
        break;
    case PARAM_DATES:
        read_dates(node, param, field, err);
        break;
    case PARAM_REALS:
        read_reals(node, param, field, err);
        break;
    case PARAM_GROUP:
    case PARAM_ROWS:
        err_require(false && "a group is read by scn_read_group");
    }
}

/* Rows that give their default as a word. */
static bool default_word(const struct param *param, void *field) {
    if (!param->default_word) {
        return param->kind == PARAM_TEXTS && !isnan(param->fallback);
    }
    if (param->kind == PARAM_TEXT) {
        *(char **)field = mem_text(param->default_word);
    } else if (param->kind == PARAM_DATE) {
        err_require(parsed_date(param->default_word, field));
    } else {
        struct param_texts *list = field;
        list->texts = mem_zeroed(1, sizeof *list->texts);
        list->texts[list->count++] = mem_text(param->default_word);
    }
    return true;
}

bool scn_value_default(const struct param *param, void *field) {
    const bool numeric = param->kind == PARAM_REAL || param->kind == PARAM_INTEGER || param->kind == PARAM_BOOLEAN ||
                         param->kind == PARAM_DIST;
    if (param->optional) {
        if (param->kind == PARAM_REAL) {
            *(double *)field = NAN;
        }
        return true;
    }
    if (!numeric && param->kind != PARAM_DATES && param->kind != PARAM_REALS && param->kind != PARAM_ROWS) {
        return default_word(param, field);
    }
    if (isnan(param->fallback)) {
        return false;
    }
    if (param->kind == PARAM_REAL) {
        *(double *)field = param->fallback;
    } else if (param->kind == PARAM_INTEGER) {
        *(int64_t *)field = (int64_t)param->fallback;
    } else if (param->kind == PARAM_BOOLEAN) {
        *(bool *)field = param->fallback > 0;
    } else if (param->kind == PARAM_DIST) {
        *(struct des_dist *)field = des_dist_constant(param->fallback);
    }
    return true;
}
