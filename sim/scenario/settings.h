/* scenario/settings.h - settings of the command line laid over a tree. */
#ifndef SCENARIO_SETTINGS_H
#define SCENARIO_SETTINGS_H

#include <stdbool.h>

#include "node.h"
#include "scenario/setting.h"

/* What a setting is called in complaints, and the file of the values that it gives: "--set key=value". The caller frees
 * it. */
char *scn_setting_label(const struct scn_setting *setting);

/* Lays a setting over a scenario; faults are complaints, a row that is not there is none.
 *   label  from scn_setting_label, borrowed by the tree: must outlive it
 *   root   the whole scenario
 * Returns whether it was laid over; the setting counts that, or keeps what is missing. */
bool scn_setting_lay(struct scn_setting *setting, const char *label, struct scn_node *root, struct err_list *err);

#endif
