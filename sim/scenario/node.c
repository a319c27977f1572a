/* scenario/node.c - a parsed scenario file as a tree of our own. */
#include "node.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void scn_node_free(struct scn_node *node) {
    for (size_t i = 0; i < node->count; i++) {
        scn_node_free(&node->children[i]);
    }
    free(node->children);
    free(node->name);
    free(node->text);
    *node = (struct scn_node){0};
}

struct scn_node *scn_node_append(struct scn_node *parent, struct scn_node child) {
    parent->children = mem_grown(parent->children, parent->count, &parent->capacity, sizeof child);
    parent->children[parent->count] = child;
    return &parent->children[parent->count++];
}

void scn_node_remove(struct scn_node *parent, size_t index) {
    scn_node_free(&parent->children[index]);
    parent->count--;
    memmove(&parent->children[index], &parent->children[index + 1], (parent->count - index) * sizeof *parent->children);
}

struct scn_node *scn_node_find(const struct scn_node *group, const char *name) {
    for (size_t i = 0; i < group->count; i++) {
        if (group->children[i].name && strcmp(group->children[i].name, name) == 0) {
            return &group->children[i];
        }
    }
    return NULL;
}

const char *scn_node_text(const struct scn_node *group, const char *name) {
    const struct scn_node *child = scn_node_find(group, name);
    return child && child->kind == SCN_NODE_TEXT ? child->text : NULL;
}

const char *scn_node_kind_words(enum scn_node_kind kind) {
    static const char *const words[] = {
        [SCN_NODE_GROUP] = "a group",
        [SCN_NODE_LIST] = "a list",
        [SCN_NODE_ARRAY] = "an array",
        [SCN_NODE_INTEGER] = "a whole number",
        [SCN_NODE_REAL] = "a number with a decimal point",
        [SCN_NODE_BOOLEAN] = "true or false",
        [SCN_NODE_TEXT] = "a text in quotes",
    };
    return words[kind];
}
