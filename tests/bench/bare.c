/* tests/bench/bare.c - the model layer alone: replications of a scenario on one thread, and nothing gathered from them.
 * Leaves out what `caremix run` does besides: measures, their means and intervals, tables. `bare-silent` is the same
 * program with the accounts and histograms of silent.c, which keep nothing. `bare FILE 5` prints people, events and the
 * fingerprint of all events of the first five replications. */
#include <stdio.h>
#include <stdlib.h>

#include "model/model.h"
#include "scenario/scenario.h"
#include "sim/command/inputs.h"

static void run(const struct scn_scenario *scenario, uint32_t replications) {
    const struct model_inputs inputs = cmd_inputs(scenario, (uint64_t)scenario->run.seed);
    struct model *model = model_new(&inputs);
    uint64_t persons = 0, events = 0, fingerprint = 0;
    for (uint32_t r = 1; r <= replications; r++) {
        model_run(model, r, false);
        persons += model_persons(model);
        events += model_events(model);
        fingerprint ^= model_fingerprint(model) + r;
    }
    printf("%lu %lu %016lx\n", (unsigned long)persons, (unsigned long)events, (unsigned long)fingerprint);
    model_free(model);
}

int main(int count, char **words) {
    struct err_list err;
    struct scn_scenario scenario;
    if (count < 3) {
        return 64;
    }
    err_list_init(&err);
    const bool is_read = scn_scenario_read(words[1], &scenario, &err);
    if (is_read) {
        run(&scenario, (uint32_t)strtoul(words[2], NULL, 10));
    }
    for (size_t i = 0; i < err.count; i++) {
        fprintf(stderr, "%s\n", err.complaints[i].text);
    }
    scn_scenario_free(&scenario);
    err_list_free(&err);
    return is_read ? 0 : 65;
}
