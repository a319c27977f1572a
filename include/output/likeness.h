/* output/likeness.h - how like one another two versions of a result file are: the same bytes, the same but for chance, or
 * different, and where first.
 *
 * Within Monte Carlo error: both have the same rows, and no mean is further from its counterpart than chance sets the
 * means of two independent studies. A table with intervals (low_95, high_95) is tested mean by mean, from the intervals, each
 * month of series.csv with at least the measure's mean variance over the months; replications.csv measure by measure,
 * from the runs; each by Welch's test. Where a value exists in fewer than two runs
 * of a study, how many runs have it is tested by Fisher's instead. The smallest of a file's n probabilities must be at least
 * 0.01 / n (Bonferroni), so that of a hundred files that differ by chance alone about one is called different. What says
 * how far runs lie apart (the interval itself, p10, p90, sd, probability_better) is not tested, but must be the same where
 * every mean is. */
#ifndef OUTPUT_LIKENESS_H
#define OUTPUT_LIKENESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum out_likeness_kind {
    OUT_IDENTICAL,    /* byte for byte */
    OUT_WITHIN_ERROR, /* the same but for chance */
    OUT_NO_ERROR,  /* waits.csv, incidence.csv and data of figures: different, and they sum up runs without saying how
                         far chance takes what they say */
    OUT_DIFFERENT, /* more than chance explains, or other rows, or texts */
};

struct out_likeness {
    enum out_likeness_kind kind;
    size_t line;    /* first that differs, from 1; 0: none */
    char *texts[2]; /* that line in each, fit for one line of a report, owned; NULL where the file has ended */
    char *column;   /* of a table, in which that line differs, owned; NULL: none */
    size_t tests;   /* means and counts tested; 0: none */
    size_t worst;   /* line of the smallest probability, in the first file */
    double chance;  /* the smallest probability times the number of tests, at most 1 */
};

/* Compares two files, byte by byte and, if they differ and are tables, row by row. One that cannot be read has no lines.
 *   paths  an older and a newer version
 *   name   by which results know the file: its ending says whether it is a table
 *   runs   replications in each
 * The caller frees with out_likeness_free. */
void out_likeness_find(struct out_likeness *likeness, const char *const paths[2], const char *name, uint32_t runs);
void out_likeness_free(struct out_likeness *likeness);

#endif
