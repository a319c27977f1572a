/* output/coverage.h - how often intervals hold what theory says: coverage.csv and its figure. */
#ifndef OUTPUT_COVERAGE_H
#define OUTPUT_COVERAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "output/figures.h"
#include "output/folder.h"

/* One number of one case; texts are borrowed. */
struct out_coverage {
    const char *file, *title;                  /* of the case */
    const char *measure, *dimension, *subject; /* as in struct expt_column */
    const char *name, *unit;                   /* for people */
    unsigned year, month;                      /* of the study window, from 1; both 0: all of it */
    double theory, mean;                       /* NAN: theory has none; the latter over all seeds */
    uint64_t first_seed;
    uint32_t seeds, covered; /* run, and those whose interval holds the theory */
    uint32_t low, high;      /* seeds covered that chance makes plausible */
};

/* Do as many of a number's 95 % intervals hold what theory says as chance makes plausible? */
enum out_coverage_verdict {
    OUT_COVERAGE_PLAUSIBLE,
    OUT_COVERAGE_IMPLAUSIBLE, /* too few or too many */
    OUT_COVERAGE_NO_THEORY,   /* theory says nothing, or nothing was measured */
    OUT_COVERAGE_VERDICTS
};
enum out_coverage_verdict out_coverage_verdict(const struct out_coverage *row);

/* Writes coverage.csv, and the figure with its CSV, script and pictures.
 *   rows  [count], at least one
 * Returns false after a complaint. */
bool out_coverage_write(struct out_folder *folder, const struct out_coverage *rows, size_t count,
                        const struct out_figure_source *source, struct err_list *err);

#endif
