/* scenario/setting.h - a value said on the command line, laid over scenarios as a file of one key would be.
 * "teams[Rehab].recognises=0.5": a path (see scenario/path.h) and a value as a file writes it; a text or a date may do
 * without quotes. Rows are changed where they are, never added by their name alone; drop=true takes one out. A scenario
 * that lacks the row stays as it is. */
#ifndef SCENARIO_SETTING_H
#define SCENARIO_SETTING_H

#include <stddef.h>

#include "base/err.h"

struct scn_setting {
    const char *text; /* borrowed */
    size_t taken;     /* by how many of the scenarios read so far */
    char *missing;    /* owned: what the first scenario lacked that did not take it; NULL: none yet */
};

/* After the last scenario was read: a setting that none took for lack of its row is a complaint. */
void scn_setting_check(const struct scn_setting *settings, size_t count, struct err_list *err);

/* Frees what settings own; the array stays the caller's. */
void scn_setting_free(struct scn_setting *settings, size_t count);

#endif
