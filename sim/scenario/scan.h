/* scenario/scan.h - a look at the text of a scenario file before libconfig sees it.
 * libconfig 1.5 swallows the rest of a file after an unclosed comment, wraps integers that do not
 * fit 32 bits, names the last line for an unclosed text, and ends the whole program on some
 * includes. Each is found here first; so are control characters, which would break the lines of
 * complaints and tables that quote a text. */
#ifndef SCENARIO_SCAN_H
#define SCENARIO_SCAN_H

#include <stdbool.h>

#include "base/err.h"

/* Returns false after a complaint.
 *   file  borrowed; named in complaints */
bool scn_scan(const char *text, const char *file, struct err_list *err);

#endif
