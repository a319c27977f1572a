/* scenario/name.h - what a file is called, from its path. */
#ifndef SCENARIO_NAME_H
#define SCENARIO_NAME_H

#include <stdbool.h>

/* Last part of a path, borrowed from it. */
const char *scn_name_base(const char *path);

/* The same without its ending: "pilot" of "scenarios/pilot.cfg". The caller frees it. */
char *scn_name_stem(const char *path);

/* Is it called as scenario files are: something before ".cfg"? */
bool scn_name_is_scenario(const char *path);

#endif
