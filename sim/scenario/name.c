/* scenario/name.c - what a file is called, from its path. */
#include "scenario/name.h"

#include <string.h>

#include "base/mem.h"

const char *scn_name_base(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Where the ending begins; the end of a name that has none, as one that only begins with a point. */
static const char *ending_of(const char *base) {
    const char *point = strrchr(base, '.');
    return point && point > base ? point : base + strlen(base);
}

char *scn_name_stem(const char *path) {
    const char *base = scn_name_base(path);
    return mem_format("%.*s", (int)(ending_of(base) - base), base);
}

bool scn_name_is_scenario(const char *path) {
    return strcmp(ending_of(scn_name_base(path)), ".cfg") == 0;
}
