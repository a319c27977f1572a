/* command/place.h - where the files lie that belong to the program (inside the command layer only). */
#ifndef SIM_COMMAND_PLACE_H
#define SIM_COMMAND_PLACE_H

/* Path of a folder beside the program, where that was built or where it was installed; the name itself, from the working
 * folder, when there is none.
 *   folder  "plots"
 * The caller frees it. */
char *cmd_place_find(const char *folder);

#endif
