/* tests/fuzz/scenario.c - any bytes as a scenario file: read, or refused with reasons. */
#include "scenario/scenario.h"

#include <stdlib.h>
#include <string.h>

#include "tests/fuzz/target.h"

const char *const fuzz_corpus[] = {"scenarios/*.cfg", "tests/scenarios/*.cfg", "tests/bad/*.cfg",
                                   "tests/fuzz/corpus/scenario/*", NULL};

int LLVMFuzzerInitialize(int *argument_count, char ***arguments) {
    (void)argument_count;
    (void)arguments;
    fuzz_folder_make();
    return 0;
}

/* What a scenario resolves to is itself a scenario, and resolves to the same; unless it names data that lie elsewhere. */
static void read_again(const char *resolved) {
    struct err_list err;
    struct scn_scenario scenario;
    char *path = fuzz_input("resolved.cfg", (const uint8_t *)resolved, strlen(resolved));
    err_list_init(&err);
    fuzz_check(scn_scenario_read(path, &scenario, &err), &err);
    err_require(!scenario.resolved || strcmp(scenario.resolved, resolved) == 0);
    scn_scenario_free(&scenario);
    free(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
    struct err_list err;
    struct scn_scenario scenario;
    char *path = fuzz_input("input.cfg", bytes, size);
    err_list_init(&err);
    fuzz_check(scn_scenario_read(path, &scenario, &err), &err);
    if (scenario.resolved) {
        read_again(scenario.resolved);
    }
    scn_scenario_free(&scenario);
    free(path);
    return 0;
}
