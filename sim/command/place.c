/* command/place.c - where the files lie that belong to the program. */
#include "place.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

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
        if (access(place, R_OK) == 0) {
            return place;
        }
        free(place);
    }
    return mem_text(folder);
}
