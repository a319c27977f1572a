/* scenario/parameters.c - the reference of all parameters, printed from the tables that read them. */
#include <stdlib.h>

#include "base/mem.h"
#include "engine/dist.h"
#include "scenario/key.h"
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

static void print_table(FILE *out, const struct param_table *table, struct queue *queue) {
    fprintf(out, "\n## %s\n\n%s%s\n\n", table->name, table->meaning,
            table->repeats ? " An overlay replaces the whole list of them." : "");
    fputs("| key | unit | allowed | default | meaning |\n| --- | --- | --- | --- | --- |\n", out);
    for (size_t i = 0; i < table->count; i++) {
        const struct param *param = &table->params[i];
        fprintf(out, "| `%s` | %s | ", param->key, param->unit);
        scn_key_allowed_print(out, param);
        fputs(" | ", out);
        scn_key_default_print(out, param);
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
        scn_key_range_print(out, key->low, key->high);
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
