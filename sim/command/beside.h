/* command/beside.h - folders that come with the program (inside the command layer only). */
#ifndef SIM_COMMAND_BESIDE_H
#define SIM_COMMAND_BESIDE_H

/* Path of a folder such as "scenarios" beside the program, where it was built or where it was installed; the name itself
 * when there is none. The caller frees it. */
char *cmd_beside_program(const char *folder);

#endif
