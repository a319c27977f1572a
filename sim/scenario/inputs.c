/* scenario/inputs.c - which data files are read, and when there is enough to read them against. */
#include "inputs.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "data.h"
#include "number.h"

/* What is being read, and into what. */
struct inputs {
    const struct scn_node *root;
    struct scn_scenario *scenario;
    struct scn_file_list *files;
    struct err_list *err;
};

/* A text of the world that a file gives, or NULL. */
static const struct scn_node *find_text(const struct inputs *inputs, const char *key) {
    const struct scn_node *world = scn_node_find(inputs->root, "world");
    const struct scn_node *node = world ? scn_node_find(world, key) : NULL;
    return node && node->kind == SCN_NODE_TEXT ? node : NULL;
}

bool scn_inputs_is_file(const char *key) {
    const size_t length = key ? strlen(key) : 0;
    return length > 5 && strcmp(key + length - 5, "_file") == 0;
}

char *scn_inputs_path(const struct scn_node *node) {
    return node->line > 0 ? scn_file_beside(node->file, node->text) : mem_text(node->text);
}

static const char *path_of(const struct inputs *inputs, const struct scn_node *node) {
    char *path = scn_inputs_path(node);
    const char *kept = scn_file_remember(inputs->files, path, true);
    free(path);
    return kept;
}

static struct scn_file_asker asker_of(const struct scn_node *node) {
    return (struct scn_file_asker){node->file, node->line};
}

/* Data files are checked against lists; without a name in every row there is nothing to check against. */
static bool is_named(const struct param_rows *rows, size_t size) {
    bool named = rows->count > 0;
    for (size_t i = 0; i < rows->count; i++) {
        const char *name = NULL;
        memcpy(&name, (const char *)rows->rows + i * size, sizeof name);
        named = named && name;
    }
    return named;
}

static void read_population(const struct inputs *inputs) {
    struct world *world = &inputs->scenario->world;
    const struct scn_node *file = find_text(inputs, "population_file");
    const struct scn_node *variant = find_text(inputs, "population_variant");
    if (file && world->population_variant && is_named(&world->localities, sizeof(struct world_locality)) &&
        is_named(&world->bands, sizeof(struct world_band))) {
        scn_data_population(path_of(inputs, file), asker_of(file), asker_of(variant ? variant : file), world,
                            inputs->err);
    }
}

static void read_deaths(const struct inputs *inputs) {
    const struct scn_node *file = find_text(inputs, "deaths_file");
    if (file) {
        scn_data_deaths(path_of(inputs, file), asker_of(file), &inputs->scenario->world, inputs->err);
    }
}

/* People who wait on day one would stand beside those whom a warm-up makes wait. */
static void check_warm_up(const struct inputs *inputs, const struct scn_node *file) {
    const struct scn_node *run = scn_node_find(inputs->root, "run");
    const struct scn_node *days = run ? scn_node_find(run, "warm_up_days") : NULL;
    if (inputs->scenario->run.warm_up_days <= 0) {
        return;
    }
    char number[SCN_NUMBER_TEXT];
    scn_number_text(inputs->scenario->run.warm_up_days, number);
    char *place = days ? mem_format("%s:%u", days->file, days->line) : mem_text("by default");
    err_add(inputs->err, file->file, file->line,
            "'starting_list_file' stands in place of a warm-up, but 'warm_up_days' = %s (%s); it must be 0", number,
            place);
    free(place);
}

static void read_starting_list(const struct inputs *inputs) {
    struct world *world = &inputs->scenario->world;
    const struct scn_node *file = find_text(inputs, "starting_list_file");
    if (!file) {
        return;
    }
    check_warm_up(inputs, file);
    if (is_named(&world->localities, sizeof(struct world_locality)) &&
        is_named(&world->priorities, sizeof(struct world_priority)) &&
        is_named(&world->needs, sizeof(struct world_need))) {
        scn_data_starting_list(path_of(inputs, file), asker_of(file), world, inputs->err);
    }
}

void scn_inputs_read(const struct scn_node *root, struct scn_scenario *scenario, struct scn_file_list *files,
                     struct err_list *err) {
    const struct inputs inputs = {root, scenario, files, err};
    read_population(&inputs);
    read_deaths(&inputs);
    read_starting_list(&inputs);
}
