/* command/inputs.h - from a scenario as it was read to what the model reads (inside the command layer, and for programs
 * that test the model). */
#ifndef SIM_COMMAND_INPUTS_H
#define SIM_COMMAND_INPUTS_H

#include "model/inputs.h"
#include "scenario/scenario.h"

/* Borrows from the scenario, which outlives the result.
 *   seed  of the study, mostly the scenario's own */
struct model_inputs cmd_inputs(const struct scn_scenario *scenario, uint64_t seed);

#endif
