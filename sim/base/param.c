/* base/param.c - where a row stands. */
#include "base/param.h"

#include "base/err.h"

struct param_place param_place_of(const struct param_rows *rows, size_t index, const char *file) {
    err_require(index < rows->count);
    if (rows->places != NULL) {
        return rows->places[index];
    }
    return (struct param_place){file, 0};
}
