/* tests/fuzz/table.c - any bytes as a file of comma-separated values: residents, deaths, people who wait. */
#include <stdlib.h>
#include <string.h>

#include "sim/scenario/csv.h"
#include "sim/scenario/data.h"
#include "tests/fuzz/target.h"

const char *const fuzz_corpus[] = {"scenarios/*.csv", "tests/scenarios/*.csv", "tests/bad/*.csv",
                                   "tests/fuzz/corpus/table/*", NULL};

static const struct scn_file_asker nobody = {NULL, 0};

int LLVMFuzzerInitialize(int *argument_count, char ***arguments) {
    (void)argument_count;
    (void)arguments;
    fuzz_folder_make();
    return 0;
}

/* Columns of no particular meaning: what is read lies in its row and column. */
static void read_fields(const char *path) {
    static const char *const columns[] = {"year", "locality", "persons"};
    struct err_list err;
    struct scn_csv csv = {.path = path, .columns = columns, .column_count = 3, .optional_count = 2, .err = &err};
    err_list_init(&err);
    fuzz_check(scn_csv_read(&csv, nobody), &err);
    for (size_t i = 0; i < csv.rows; i++) {
        err_require(csv.lines[i] > 1 && strlen(scn_csv_field(&csv, i, 2)) < SIZE_MAX);
    }
    scn_csv_free(&csv);
}

/* The places, ages, needs and urgencies of the smallest scenario. */
static struct world world_make(void) {
    static char strath[] = "Strath", young[] = "0-64", old[] = "65+", urgent[] = "urgent", routine[] = "routine";
    static char equipment[] = "equipment", care[] = "care", principal[] = "principal";
    static struct world_locality localities[] = {{.name = strath}};
    static struct world_band bands[] = {{young, 0, 65}, {old, 65, 110}};
    static struct world_priority priorities[] = {{.name = urgent}, {.name = routine}};
    static struct world_need needs[] = {{.name = equipment}, {.name = care}};
    return (struct world){.localities = {localities, 1, NULL},
                          .bands = {bands, 2, NULL},
                          .priorities = {priorities, 2, NULL},
                          .needs = {needs, 2, NULL},
                          .population_variant = principal,
                          .death_multiplier = 1};
}

static void read_data(const char *path) {
    struct err_list err;
    struct world world = world_make();
    err_list_init(&err);
    fuzz_check(scn_data_population(path, nobody, nobody, &world, &err), &err);
    err_list_init(&err);
    fuzz_check(scn_data_deaths(path, nobody, &world, &err), &err);
    err_list_init(&err);
    fuzz_check(scn_data_starting_list(path, nobody, &world, &err), &err);
    world_population_free(&world.population);
    world_hazard_free(&world.death);
    world_starting_list_free(&world.starting_list);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    char *path = fuzz_input("input.csv", bytes, size);
    read_fields(path);
    read_data(path);
    free(path);
    return 0;
}
