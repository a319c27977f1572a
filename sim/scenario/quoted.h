/* scenario/quoted.h - a text in quotes, as a file writes it. */
#ifndef SCENARIO_QUOTED_H
#define SCENARIO_QUOTED_H

#include <stddef.h>
#include <stdio.h>

/* Bytes of the text that begins with the quote at which this stands, both quotes included; one that is never closed ends
 * with its line. */
size_t scn_quoted_length(const char *text);

/* Prints a text so that a file may hold it. Control characters stay what they are: reading refuses them. */
void scn_quoted_print(FILE *out, const char *text);

#endif
