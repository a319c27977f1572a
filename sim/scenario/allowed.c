/* scenario/allowed.c - what a key may hold, and what holds without it, in words. */
#include <math.h>
#include <stdbool.h>

#include "number.h"
#include "scenario/key.h"

void scn_key_range_print(FILE *out, double low, double high) {
    char text[SCN_NUMBER_TEXT];
    scn_number_text(low, text);
    fprintf(out, "%s to ", text);
    scn_number_text(high, text);
    fputs(isinf(high) ? "any" : text, out);
}

static void print_range(FILE *out, double low, double high, const char *before) {
    fputs(before, out);
    scn_key_range_print(out, low, high);
}

/* A bar would end the cell. */
static void print_words(FILE *out, const char *words) {
    for (; *words; words++) {
        fputs(*words == '|' ? ", " : (char[]){*words, '\0'}, out);
    }
}

static void print_reals(FILE *out, const struct param *param) {
    if (param->length > 0) {
        fprintf(out, "%zu ", param->length);
    }
    print_range(out, param->low, param->high, "numbers, each ");
}

void scn_key_allowed_print(FILE *out, const struct param *param) {
    const bool counted = param->low > 0 || param->high > 0;
    switch (param->kind) {
    case PARAM_REAL:
        print_range(out, param->low, param->high, "");
        break;
    case PARAM_INTEGER:
        print_range(out, param->low, param->high, "whole number, ");
        break;
    case PARAM_BOOLEAN:
        fputs("true, false", out);
        break;
    case PARAM_TEXT:
        print_words(out, param->words ? param->words : "text");
        break;
    case PARAM_DATE:
        fputs("date", out);
        break;
    case PARAM_DIST:
        print_range(out, param->low, param->high, "number or distribution, mean ");
        break;
    case PARAM_GROUP:
        fprintf(out, "group: %s", param->table->name);
        break;
    case PARAM_REALS:
        print_reals(out, param);
        break;
    case PARAM_TEXTS:
    case PARAM_DATES:
    case PARAM_ROWS:
        fputs(param->kind == PARAM_TEXTS ? "texts" : param->kind == PARAM_DATES ? "dates" : "list of groups: ", out);
        fputs(param->kind == PARAM_ROWS ? param->table->name : "", out);
        if (counted) {
            print_range(out, param->low, param->high, "; ");
        }
    }
}

void scn_key_default_print(FILE *out, const struct param *param) {
    const bool numeric = param->kind == PARAM_REAL || param->kind == PARAM_INTEGER || param->kind == PARAM_DIST;
    const bool worded = param->kind == PARAM_TEXT || param->kind == PARAM_DATE;
    char text[SCN_NUMBER_TEXT];
    if (param->optional) {
        fputs("may be absent", out);
    } else if (param->default_word) {
        fprintf(out, "\"%s\"", param->default_word);
    } else if (isnan(param->fallback) || worded) {
        fputs("must be given", out);
    } else if (param->kind == PARAM_BOOLEAN) {
        fputs(param->fallback > 0 ? "true" : "false", out);
    } else if (numeric) {
        scn_number_text(param->fallback, text);
        fputs(text, out);
    } else {
        fputs(param->kind == PARAM_GROUP ? "its own defaults" : "empty", out);
    }
}
