/* command/sources.h - what the grades and sources of values stand for (inside the command layer only). */
#ifndef SIM_COMMAND_SOURCES_H
#define SIM_COMMAND_SOURCES_H

#include <stdio.h>

#include "scenario/key.h"
#include "scenario/place.h"

/* Each grade and source that the remarks of these places name, once, with what SOURCES.md beside their files has on it, and
 * the lines there that name the key.
 *   list  of at least one place */
void cmd_sources_print(FILE *out, const struct scn_place_list *list, const struct scn_key *key);

#endif
