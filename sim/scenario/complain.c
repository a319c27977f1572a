/* scenario/complain.c - the sentences in which a reader says what is wrong with a value. */
#include "complain.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "number.h"

enum { GLANCE = 6 };

void scn_complain_type(const struct scn_node *node, const char *expected, struct err_list *err) {
    const char *kind = scn_node_kind_words(node->kind);
    if (node->name) {
        err_add(err, node->file, node->line, "'%s': %s was expected, this is %s", node->name, expected, kind);
    } else {
        err_add(err, node->file, node->line, "%s was expected here, this is %s", expected, kind);
    }
}

/* "; it has 'dist', 'mean'" when there are few enough to be read at a glance. */
static char *all_keys(const char *const *keys, size_t count) {
    char *text = mem_text("");
    for (size_t i = 0; count <= GLANCE && i < count; i++) {
        char *longer = mem_format("%s%s'%s'", text, i > 0 ? ", " : "; it has ", keys[i]);
        free(text);
        text = longer;
    }
    return text;
}

void scn_complain_unknown(const struct scn_node *node, const char *group, const char *const *keys, size_t count,
                          struct err_list *err) {
    char *all = all_keys(keys, count), *help = err_suggestion(node->name, keys, count, all);
    err_add(err, node->file, node->line, "'%s' is no parameter of '%s'%s", node->name, group, help);
    err_soften(err); /* what is not known is left out */
    free(help);
    free(all);
}

/* "outside 0..1000", "below 0" when there is no upper end. */
static char *outside(double low, double high) {
    char low_text[SCN_NUMBER_TEXT], high_text[SCN_NUMBER_TEXT];
    scn_number_text(low, low_text);
    scn_number_text(high, high_text);
    if (isinf(high)) {
        return mem_format("below %s", low_text);
    }
    if (isinf(low)) {
        return mem_format("above %s", high_text);
    }
    return mem_format("outside %s..%s", low_text, high_text);
}

bool scn_complain_range(const struct scn_node *node, const char *what, double value, const struct param *range,
                        struct err_list *err) {
    if (value >= range->low && value <= range->high) {
        return true;
    }
    char value_text[SCN_NUMBER_TEXT];
    scn_number_text(value, value_text);
    char *where = outside(range->low, range->high);
    err_add(err, node->file, node->line, "%s = %s is %s %s", what, value_text, where, range->unit);
    free(where);
    return false;
}

bool scn_complain_number(const struct scn_node *node, double *value, struct err_list *err) {
    if (node->kind != SCN_NODE_INTEGER && node->kind != SCN_NODE_REAL) {
        scn_complain_type(node, "a number", err);
        return false;
    }
    *value = node->kind == SCN_NODE_REAL ? node->real : (double)node->integer;
    if (!isfinite(*value)) {
        err_add(err, node->file, node->line, "'%s' is too big a number", node->name ? node->name : "element");
        return false;
    }
    return true;
}
