/* command/inputs.c - from a scenario as it was read to what the model reads. */
#include "inputs.h"

struct model_inputs cmd_inputs(const struct scn_scenario *scenario, uint64_t seed) {
    return (struct model_inputs){
        .world = &scenario->world,
        .service = &scenario->service,
        .calendar = scenario->calendar,
        .always_open = scenario->always_open,
        .warm_up = scenario->warm_up,
        .end = scenario->end,
        .months = scenario->months,
        .seed = seed,
    };
}
