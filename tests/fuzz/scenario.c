/* tests/fuzz/scenario.c - any bytes as a scenario file: read, or refused with reasons. */
#include "scenario/scenario.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "tests/fuzz/target.h"

const char *const fuzz_corpus[] = {"scenarios/*.cfg", "tests/scenarios/*.cfg", "tests/bad/*.cfg",
                                   "tests/fuzz/corpus/scenario/*", NULL};

int LLVMFuzzerInitialize(int *argument_count, char ***arguments) {
    (void)argument_count;
    (void)arguments;
    fuzz_folder_make();
    return 0;
}

/* Behind what a resolved scenario says of settings. */
static const char *body_of(const char *resolved) {
    while (strncmp(resolved, "# with --set ", 13) == 0) {
        resolved += strcspn(resolved, "\n") + 1;
    }
    return resolved;
}

/* What a scenario resolves to is itself a scenario, and resolves to the same; unless it names data that lie elsewhere, of
 * which it tells. */
static bool read_again(const char *resolved) {
    struct err_list err;
    struct scn_scenario scenario;
    char *path = fuzz_input("resolved.cfg", (const uint8_t *)resolved, strlen(resolved));
    err_list_init(&err);
    const bool is_read = scn_scenario_read(path, &scenario, &err);
    fuzz_check(is_read, &err);
    err_require(!scenario.resolved || strcmp(scenario.resolved, body_of(resolved)) == 0);
    scn_scenario_free(&scenario);
    free(path);
    return is_read;
}

/* The first line as a value of the command line, over a scenario without faults. */
static void read_with_setting(const uint8_t *bytes, size_t size) {
    struct err_list err;
    struct scn_scenario scenario;
    const uint8_t *end = memchr(bytes, '\n', size);
    char *text = mem_format("title=%.*s", (int)(end ? (size_t)(end - bytes) : size), (const char *)bytes);
    struct scn_setting setting = {.text = text};
    err_list_init(&err);
    fuzz_check(scn_scenario_read_with("tests/scenarios/valley.cfg", &setting, 1, &scenario, &err), &err);
    err_require(!scenario.resolved || read_again(scenario.resolved));
    scn_scenario_free(&scenario);
    scn_setting_free(&setting, 1);
    free(text);
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
    read_with_setting(bytes, size);
    return 0;
}
