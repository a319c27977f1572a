/* scenario/node.h - a parsed scenario file as a tree of our own, in which every value knows the
 * file and line that said it, and every group those that last changed it. */
#ifndef SCENARIO_NODE_H
#define SCENARIO_NODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum scn_node_kind {
    SCN_NODE_GROUP,   /* { name = value; ... } */
    SCN_NODE_LIST,    /* ( ... ) */
    SCN_NODE_ARRAY,   /* [ ... ] */
    SCN_NODE_INTEGER, /* 5 or 5L or 0x5 */
    SCN_NODE_REAL,    /* 5.0 */
    SCN_NODE_BOOLEAN, /* true */
    SCN_NODE_TEXT     /* "five" */
};

struct scn_node {
    enum scn_node_kind kind;
    char *name;       /* owned; NULL for the root and for elements of lists and arrays */
    const char *file; /* borrowed from the list of files read, or "--set key=value"; of a group the last that says
                         something about it */
    unsigned line;    /* 0: said on the command line */
    bool is_added;    /* a row that a file adds to a list of the one that it extends */
    int64_t integer;
    double real;
    bool boolean;
    char *text; /* owned */

    struct scn_node *children; /* owned; of groups, lists and arrays */
    size_t count, capacity;
};

/* Frees what a node owns, children included. */
void scn_node_free(struct scn_node *node);

/* Moves a child behind the others; returns where it stands now (until the next change of its parent). */
struct scn_node *scn_node_append(struct scn_node *parent, struct scn_node child);

/* Takes a child out and frees it; the others keep their order. */
void scn_node_remove(struct scn_node *parent, size_t index);

/* The child of that name, or NULL. */
struct scn_node *scn_node_find(const struct scn_node *group, const char *name);

/* The text of the child of that name, or NULL when it is absent or no text. */
const char *scn_node_text(const struct scn_node *group, const char *name);

/* What a planner calls such a value: "a list", "a text in quotes". */
const char *scn_node_kind_words(enum scn_node_kind kind);

#endif
