/* base/mem.c - memory that is there or the program stops. */
#include "base/mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 8 };

/* Nothing can be saved any more, and to unwind would need memory itself. */
static void *there(void *memory) {
    if (memory == NULL) {
        fputs("caremix: error: the computer has no memory left\n", stderr);
        abort();
    }
    return memory;
}

/* The C library may answer NULL for a size of 0, which would look like a failure. */
static size_t at_least_one(size_t count) {
    return count > 0 ? count : 1;
}

void *mem_zeroed(size_t count, size_t size) {
    return there(calloc(at_least_one(count), at_least_one(size)));
}

/* The C library wants whole multiples of the alignment. */
void *mem_aligned(size_t size, size_t alignment) {
    const size_t multiples = (at_least_one(size) + alignment - 1) / alignment;
    return there(aligned_alloc(alignment, multiples * alignment));
}

void *mem_resized(void *array, size_t count, size_t size) {
    return there(reallocarray(array, at_least_one(count), at_least_one(size)));
}

void *mem_grown(void *array, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) {
        return array;
    }
    *capacity = *capacity > 0 ? *capacity * 2 : FIRST_CAPACITY;
    return mem_resized(array, *capacity, size);
}

char *mem_text(const char *text) {
    return there(strdup(text));
}

char *mem_format(const char *format, ...) {
    char *text = NULL;
    va_list values;
    va_start(values, format);
    int length = vasprintf(&text, format, values);
    va_end(values);
    return there(length < 0 ? NULL : text);
}
