/* command/version.c - which caremix this is. The commit is and the flags are given by the Makefile. */
#include "version.h"

const char *cmd_version_number(void) {
    return "0.1.0";
}

const char *cmd_version_commit(void) {
#ifdef CAREMIX_COMMIT
    return CAREMIX_COMMIT;
#else
    return "unknown";
#endif
}

const char *cmd_version_flags(void) {
#ifdef CAREMIX_FLAGS
    return CAREMIX_FLAGS;
#else
    return "unknown";
#endif
}
