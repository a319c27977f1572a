/* base/mem.h - memory that is there or the program stops: callers need no path for "out of memory".
 * Every result belongs to the caller and is given back with free() of the C library. */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stddef.h>

/* count elements of size bytes, all zero; a valid pointer even when count is 0. */
void *mem_zeroed(size_t count, size_t size);

/* size bytes, not set, that begin at a multiple of alignment.
 *   alignment  a power of two */
void *mem_aligned(size_t size, size_t alignment);

/* The array moved to hold count elements of size bytes; new elements are not set.
 *   array   NULL or from this file; invalid afterwards */
void *mem_resized(void *array, size_t count, size_t size);

/* Makes room for one more element: doubles the capacity when count has reached it.
 *   capacity  read and written; starts at 0 with array NULL */
void *mem_grown(void *array, size_t count, size_t *capacity, size_t size);

/* A copy of a text. */
char *mem_text(const char *text);

/* A text made as by printf. */
char *mem_format(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
