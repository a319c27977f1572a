/* command/place.c - where the files lie that belong to the program. */
#include "place.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

/* As seen from where the program was started when it lies below, for that is how users name files; else from the root. */
static char *short_path(const char *place) {
    char here[4096];
    char *path = realpath(place, NULL);
    if (path != NULL && getcwd(here, sizeof here) != NULL) {
        const size_t length = strlen(here);
        if (strncmp(path, here, length) == 0 && path[length] == '/') {
            char *below = mem_text(path + length + 1);
            free(path);
            return below;
        }
    }
    return path;
}

char *cmd_place_find(const char *folder) {
    char program[4096];
    const ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    program[length > 0 ? length : 0] = '\0';
    char *end = strrchr(program, '/');
    if (end != NULL) {
        *end = '\0';
    }
    static const char *const places[] = {"..", "../..", "../share/caremix"};
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        char *place = mem_format("%s/%s/%s", program, places[i], folder);
        char *path = access(place, R_OK) == 0 ? short_path(place) : NULL;
        free(place);
        if (path != NULL) {
            return path;
        }
    }
    return mem_text(folder);
}
