/* command/version.h - which caremix this is (inside the command layer only). */
#ifndef SIM_COMMAND_VERSION_H
#define SIM_COMMAND_VERSION_H

/* "0.1.0" */
const char *cmd_version_number(void);

/* The commit it was built from, "unknown" outside a repository. */
const char *cmd_version_commit(void);

/* The flags it was compiled with. */
const char *cmd_version_flags(void);

#endif
