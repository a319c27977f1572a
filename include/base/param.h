/* base/param.h - one row of a table is the whole truth about one parameter of a scenario file.
 * A layer that owns a struct exports a table of its parameters; the scenario reader fills the struct from it, checks
 * it, refuses unknown keys and prints the reference from the same rows. Tables are constant data. */
#ifndef BASE_PARAM_H
#define BASE_PARAM_H

#include <stddef.h>

/* What a key holds, and the C type that stands at the row's offset. */
enum param_kind {
    PARAM_REAL,    /* double; an integer literal is accepted */
    PARAM_INTEGER, /* int64_t; a real literal is refused */
    PARAM_BOOLEAN, /* bool */
    PARAM_TEXT,    /* char *, owned by the struct; never NULL after reading unless the row allows absence */
    PARAM_DATE,    /* struct des_date, written "2014-01-31" */
    PARAM_DIST,    /* struct des_dist: { dist = "gamma"; mean = 3; cv = 0.5; } or a plain number for a constant */
    PARAM_TEXTS,   /* struct param_texts: [ "a", "b" ] */
    PARAM_DATES,   /* struct param_dates: [ "2014-01-01", ... ] */
    PARAM_REALS,   /* struct param_reals: [ 1.0, 0.5 ]; integer literals are accepted */
    PARAM_GROUP,   /* a struct of its own, read by row->table */
    PARAM_ROWS     /* struct param_rows: a list of groups, each read by row->table */
};

struct param_texts {
    char **texts;
    size_t count;
};

struct param_dates {
    struct des_date *dates;
    size_t count;
};

struct param_reals {
    double *values;
    size_t count;
};

/* Where a row stands in a file. */
struct param_place {
    const char *file; /* owned with the list of rows */
    unsigned line;
};

/* A list of groups: count structs of the row's table, one after another. */
struct param_rows {
    void *rows;
    size_t count;
    struct param_place *places; /* [count] owned; NULL when the rows were not read from a file */
};

struct param_table;

struct param {
    const char *key;
    enum param_kind kind;
    size_t offset;       /* of the field in the struct that the table describes */
    double low, high;    /* allowed range, both ends included; of the mean for a PARAM_DIST; of the count for lists,
                            but of each number for a PARAM_REALS */
    double fallback;     /* value when the key is absent; NAN: the key must be given (see optional); for lists 0:
                             may be absent, then empty; for a group 0: may be absent, then its rows' defaults */
    const char *unit;    /* "hours", "days", "probability", "name", ...; never empty */
    const char *meaning; /* one sentence for planners */
    const char *words;   /* PARAM_TEXT only: the allowed words, separated by '|', or NULL for any text */
    const char *default_word;        /* PARAM_TEXT, PARAM_DATE: value when absent; NULL: must be given (see optional);
                                 PARAM_TEXTS: the one text of the list when absent */
    const struct param_table *table; /* PARAM_GROUP and PARAM_ROWS only */
    size_t place_offset; /* PARAM_GROUP only: of the struct param_place that takes where the group stands; 0: none */
    size_t length;       /* PARAM_REALS only: how many numbers there must be, if any; 0: any number of them */
    int optional;        /* 1: may be absent although there is no default: the struct keeps zero bytes there,
                             or NAN for a PARAM_REAL */
};

struct param_table {
    const char *name;    /* what one group is called: "team", "staff group" */
    const char *meaning; /* one sentence */
    size_t size;         /* of the struct */
    const struct param *params;
    size_t count;
    int repeats; /* 1: rows of a list may share the value of the first key (shares by age), so the rows of a file that
                    extends another replace the list; 0: they may not, and merge by it when it is a text */
};

/* Place of a row for complaints: borrowed; the file given and line 0 when the rows were not read from a file. */
struct param_place param_place_of(const struct param_rows *rows, size_t index, const char *file);

#endif
