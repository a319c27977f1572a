/* tests/fuzz/target.h - what a fuzzed reader gives to libFuzzer, or to the program that replays known inputs. */
#ifndef TESTS_FUZZ_TARGET_H
#define TESTS_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

/* Patterns of the files that the target begins with, as glob takes them; NULL behind the last. */
extern const char *const fuzz_corpus[];

/* What libFuzzer calls before the first input: makes a folder with the files that inputs may name. */
int LLVMFuzzerInitialize(int *argument_count, char ***arguments);

/* Reads one input. Aborts when the reader breaks a promise. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Makes the folder of this process, which goes when the process ends; what it holds refers to the files of the test
 * scenarios, and of the scenarios shipped. */
void fuzz_folder_make(void);

/* Writes an input into that folder; the path is the caller's. */
char *fuzz_input(const char *name, const uint8_t *bytes, size_t size);

/* A reader says what is wrong when it fails, says nothing when it does not, and each complaint is one line without
 * anything that a terminal would obey. Empties the list. */
void fuzz_check(bool is_read, struct err_list *err);

#endif
