/* scenario/parameters.c - the reference of all parameters, printed from the tables that read them. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "engine/dist.h"
#include "number.h"
#include "scenario/scenario.h"
#include "service/list.h"

/* Tables printed or waiting to be printed, each once. */
struct queue {
    const struct param_table **tables;
    size_t count, capacity;
};

static void enqueue(struct queue *queue, const struct param_table *table) {
    for (size_t i = 0; i < queue->count; i++) {
        if (queue->tables[i] == table) {
            return;
        }
    }
    queue->tables = mem_grown(queue->tables, queue->count, &queue->capacity, sizeof *queue->tables);
    queue->tables[queue->count++] = table;
}

static void print_range(FILE *out, double low, double high, const char *before) {
    char text[SCN_NUMBER_TEXT];
    scn_number_text(low, text);
    fprintf(out, "%s%s to ", before, text);
    scn_number_text(high, text);
    fputs(isinf(high) ? "any" : text, out);
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

static void print_allowed(FILE *out, const struct param *param) {
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

static void print_default(FILE *out, const struct param *param) {
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

static void print_table(FILE *out, const struct param_table *table, struct queue *queue) {
    fprintf(out, "\n## %s\n\n%s%s\n\n", table->name, table->meaning,
            table->repeats ? " An overlay replaces the whole list of them." : "");
    fputs("| key | unit | allowed | default | meaning |\n| --- | --- | --- | --- | --- |\n", out);
    for (size_t i = 0; i < table->count; i++) {
        const struct param *param = &table->params[i];
        fprintf(out, "| `%s` | %s | ", param->key, param->unit);
        print_allowed(out, param);
        fputs(" | ", out);
        print_default(out, param);
        fprintf(out, " | %s |\n", param->meaning);
        if (param->table) {
            enqueue(queue, param->table);
        }
    }
}

static void print_family(FILE *out, const struct des_family *family) {
    fprintf(out, "| `%s` | ", family->name);
    for (size_t i = 0; i < DES_DIST_KEYS && family->keys[i].name; i++) {
        const struct des_family_key *key = &family->keys[i];
        fprintf(out, "%s`%s` ", i > 0 ? ", " : "", key->name);
        print_range(out, key->low, key->high, "");
    }
    fprintf(out, "%s | %s |\n", family->keys[0].name ? "" : "`edges`, `weights`", family->meaning);
}

static void print_families(FILE *out) {
    size_t count;
    const struct des_family *families = des_dist_families(&count);
    fputs("\n## Distributions\n\nWritten as `{ dist = \"gamma\"; mean = 3.0; cv = 0.5; }`; a plain number is a "
          "constant.\n\n| dist | keys | meaning |\n| --- | --- | --- |\n",
          out);
    for (size_t i = 0; i < count; i++) {
        print_family(out, &families[i]);
    }
}

static void print_disciplines(FILE *out) {
    size_t count;
    const struct svc_discipline *disciplines = svc_disciplines(&count);
    fputs("\n## Queues\n\nWho is next on a team's list.\n\n| queue | meaning |\n| --- | --- |\n", out);
    for (size_t i = 0; i < count; i++) {
        fprintf(out, "| `%s` | %s |\n", disciplines[i].name, disciplines[i].meaning);
    }
}

void scn_parameters_print(FILE *out) {
    struct queue queue = {0};
    fputs("# Parameters of a scenario file\n\n"
          "`extends = \"other.cfg\";` lays a file over another: groups merge, rows of lists merge by their "
          "first key\n"
          "(`drop = true;` takes a row out), everything else replaces.\n",
          out);
    enqueue(&queue, &scn_scenario_table);
    for (size_t i = 0; i < queue.count; i++) {
        print_table(out, queue.tables[i], &queue);
    }
    print_families(out);
    print_disciplines(out);
    free(queue.tables);
}
