/* command/sources.c - what the grades and sources of values stand for. */
#include "sources.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "layout.h"
#include "scenario/source.h"

/* Words already explained. */
struct words {
    char **words;
    size_t count, capacity;
};

static bool is_new_word(struct words *words, const char *word) {
    for (size_t i = 0; i < words->count; i++) {
        if (strcmp(words->words[i], word) == 0) {
            return false;
        }
    }
    words->words = mem_grown(words->words, words->count, &words->capacity, sizeof *words->words);
    words->words[words->count++] = mem_text(word);
    return true;
}

/* Explains what SOURCES.md has on the words of a comment: grades and keys of sources. */
static void print_words(FILE *out, struct words *words, const char *file, const char *text) {
    size_t length;
    for (const char *at = scn_source_word(text, &length); at != NULL; at = scn_source_word(at + length, &length)) {
        char *word = mem_format("%.*s", (int)length, at);
        char *meaning = scn_source_meaning(file, word);
        if (meaning != NULL && is_new_word(words, word)) {
            char *line = mem_format("%s: %s", word, meaning);
            cmd_layout_indented(out, line);
            free(line);
        }
        free(meaning);
        free(word);
    }
}

/* Where SOURCES.md speaks of the key itself: what the answer does over its range, or how it was set. */
static void print_lines(FILE *out, const char *file, const struct scn_path *path_of_key) {
    size_t count;
    const size_t last = path_of_key->count - 1;
    const char *key = path_of_key->steps[last].key, *group = last > 0 ? path_of_key->steps[last - 1].key : "";
    unsigned *lines = scn_source_lines(file, group, key, &count);
    if (count > 0) {
        char *path = scn_source_path(file),
             *text = mem_format("%s names '%s' in %s", path, key, count == 1 ? "line" : "lines");
        for (size_t i = 0; i < count; i++) {
            char *longer = mem_format("%s%s %u", text, i > 0 ? "," : "", lines[i]);
            free(text);
            text = longer;
        }
        cmd_layout_paragraph(out, text);
        free(text);
        free(path);
    }
    free(lines);
}

void cmd_sources_print(FILE *out, const struct scn_place_list *list, const struct scn_key *key) {
    struct words words = {0};
    cmd_layout_heading(out, "Grades and sources named above");
    for (size_t i = 0; i < list->count; i++) {
        const struct scn_place *place = &list->places[i];
        for (size_t r = 0; r < place->remark_count; r++) {
            print_words(out, &words, place->file, place->remarks[r].text);
        }
        print_words(out, &words, place->file, place->source != NULL ? place->source : "");
    }
    if (words.count == 0) {
        fputs("none\n", out);
    }
    print_lines(out, list->places[0].file, &key->path);
    for (size_t i = 0; i < words.count; i++) {
        free(words.words[i]);
    }
    free(words.words);
}
