/* tests/command/capture.h - what a function prints, as a text. */
#ifndef TESTS_COMMAND_CAPTURE_H
#define TESTS_COMMAND_CAPTURE_H

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "tests/support.h"

/* The caller frees it. */
static inline char *captured(void (*print)(FILE *out, const void *subject), const void *subject) {
    FILE *out = tmpfile();
    assert_non_null(out);
    print(out, subject);
    const long length = ftell(out);
    assert_true(length >= 0);
    char *text = mem_zeroed((size_t)length + 1, 1);
    rewind(out);
    assert_int_equal(fread(text, 1, (size_t)length, out), length);
    fclose(out);
    return text;
}

#endif
