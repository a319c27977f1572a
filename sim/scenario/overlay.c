/* scenario/overlay.c - a scenario file, the one that it extends, and the next. */
#include "overlay.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "merge.h"
#include "parse.h"

enum { DEPTH_MAX = 16 };

/* The files on the way from the first to the one being read. */
struct chain {
    char *identities[DEPTH_MAX]; /* absolute paths without links, so that two spellings of one file are one */
    size_t depth;
    bool whole; /* every file so far could be read */
    const struct param_table *table;
    struct scn_file_list *files;
    struct err_list *err;
};

/* False after a complaint. A file that cannot be found goes on, for reading it says why better. */
static bool enter(struct chain *chain, const char *path, struct scn_file_asker asker) {
    if (chain->depth == DEPTH_MAX) {
        err_add(chain->err, asker.file, asker.line, "'extends' goes deeper than %d files", DEPTH_MAX);
        return false;
    }
    char *identity = realpath(path, NULL);
    if (!identity) {
        identity = mem_text(path);
    }
    for (size_t i = 0; i < chain->depth; i++) {
        if (strcmp(chain->identities[i], identity) == 0) {
            err_add(chain->err, asker.file, asker.line, "'extends' goes round in a circle: '%s' is being read already",
                    path);
            free(identity);
            return false;
        }
    }
    chain->identities[chain->depth++] = identity;
    return true;
}

static void read_layer(struct chain *chain, const char *path, struct scn_file_asker asker, struct scn_node *root);

/* Follows `extends` of a layer and takes it out. */
static void read_below(struct chain *chain, struct scn_node *layer, struct scn_node *root) {
    const struct scn_node *extends = scn_node_find(layer, "extends");
    if (!extends) {
        return;
    }
    if (extends->kind == SCN_NODE_TEXT) {
        char *path = scn_file_beside(extends->file, extends->text);
        read_layer(chain, path, (struct scn_file_asker){extends->file, extends->line}, root);
        free(path);
    } else {
        err_add(chain->err, extends->file, extends->line, "'extends': a file name in quotes was expected, this is %s",
                scn_node_kind_words(extends->kind));
        chain->whole = false;
    }
    scn_node_remove(layer, (size_t)(extends - layer->children));
}

static void read_layer(struct chain *chain, const char *path, struct scn_file_asker asker, struct scn_node *root) {
    if (!enter(chain, path, asker)) {
        chain->whole = false;
        return;
    }
    struct scn_node layer;
    const char *kept = scn_file_remember(chain->files, path, false);
    if (scn_parse(kept, asker, &layer, chain->err)) {
        read_below(chain, &layer, root);
        scn_merge(root, &layer, chain->table, chain->err);
    } else {
        chain->whole = false;
    }
}

bool scn_overlay_read(const char *path, const struct param_table *table, struct scn_file_list *files,
                      struct scn_node *root, struct err_list *err) {
    struct chain chain = {.whole = true, .table = table, .files = files, .err = err};
    *root = (struct scn_node){.kind = SCN_NODE_GROUP, .file = scn_file_remember(files, path, false)};
    read_layer(&chain, path, (struct scn_file_asker){NULL, 0}, root);
    for (size_t i = 0; i < chain.depth; i++) {
        free(chain.identities[i]);
    }
    return chain.whole;
}
