/* scenario/template.h - a scenario to start from: every key that a planner may change, with its meaning. */
#ifndef SCENARIO_TEMPLATE_H
#define SCENARIO_TEMPLATE_H

#include <stdio.h>

#include "scenario/scenario.h"

/* Prints a scenario file that lies over another and changes nothing yet. Above each key stand its meaning, unit, range and
 * default; the key itself has the value of the other file behind two slashes, to be taken away. Of a list the first row
 * stands for all.
 *   base     which was read without faults
 *   name     of the new file, without folder and ending; what no line may hold is replaced
 *   extends  the other file as the new one must name it, of characters that a file may hold */
void scn_template_print(FILE *out, const struct scn_scenario *base, const char *name, const char *extends);

#endif
