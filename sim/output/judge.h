/* output/judge.h - two versions of a table, read row by row, and whether more than chance sets them apart (inside the
 * output layer only). */
#ifndef SIM_OUTPUT_JUDGE_H
#define SIM_OUTPUT_JUDGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rows.h"
#include "stats/moments.h"

/* What a table says of chance. */
enum out_judge_basis {
    OUT_BASIS_NONE,      /* nothing */
    OUT_BASIS_INTERVALS, /* the interval of each row's mean */
    OUT_BASIS_RUNS,      /* one row a run */
};

/* A column of the table; its name is owned. */
struct out_judge_column {
    char *name;
    bool is_tested, is_spread; /* neither: both tables must have the same text there; is_spread: they may differ where
                                  the means do, as do the runs themselves */
    bool is_of_measure;        /* says which measure the row is of: neither run, nor month, nor number */
};

/* A mean of both tables, with what its runs say of chance. */
struct out_judge_pair {
    size_t line; /* in the first table */
    struct stat_moments samples[2];
};

struct out_judge {
    uint32_t runs; /* replications behind each table */
    enum out_judge_basis basis;
    struct out_judge_column *columns;
    size_t column_count;
    size_t counted, value, low, high; /* columns of a table with intervals; value also of one with runs */
    bool is_same_shape;               /* as far as read: rows, and texts that chance does not touch */
    bool is_any_mean_other;           /* and not only what says how far runs lie apart */
    const char *column;               /* name of the first that differs, or NULL */
    size_t tests, spreads;            /* made, and those among them that knew how far chance goes */
    size_t worst;                     /* line of the smallest probability, in the first table */
    double least;                     /* that probability */
    char *measure;                    /* whose rows are being read, or NULL */
    struct out_judge_pair *pairs;     /* of this measure: one a row, or one for all its runs */
    size_t pair_count, pair_capacity;
};

/* Reads both tables from their headers on, until their ends or until they have not the same shape; a table without basis
 * only until the first difference. The caller frees with out_judge_free. */
void out_judge_read(struct out_judge *judge, struct out_rows tables[2], uint32_t runs);
void out_judge_free(struct out_judge *judge);

#endif
