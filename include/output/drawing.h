/* output/drawing.h - runs gnuplot on one script and makes sure that whole pictures came out of it. */
#ifndef OUTPUT_DRAWING_H
#define OUTPUT_DRAWING_H

#include <stdbool.h>

#include "base/err.h"

/* Draws name.gp in a folder that holds the script and everything it reads; leaves name.svg and name.png
 * there. A script that fails, or a picture that is cut short (a full disk makes gnuplot write one and
 * report success), is a complaint. */
bool out_drawing_run(const char *path, const char *name, struct err_list *err);

/* Can gnuplot be started? A complaint when not, with what to do about it. */
bool out_drawing_is_possible(struct err_list *err);

#endif
