/* command/verdict_print.c - verdicts on results that were run again, for a terminal of 100 columns. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "layout.h"
#include "output/text.h"
#include "verdict.h"

enum { NAME_WIDTH = 32, STATE_WIDTH = 14, MOST_EXTRAS = 20, FACT_WIDTH = 14, FEW = 10 };

static const char definition[] =
    "Within Monte Carlo error: the same rows, and no mean further from its counterpart than chance sets the means of "
    "two studies apart (Welch's test mean by mean, from the intervals or, in replications.csv, from the runs; of a "
    "hundred files that differ by chance alone about one is called different). 'As its runs': the file says nothing of "
    "chance itself, and sums up or draws runs that are within Monte Carlo error.";

static const char few[] =
    "With so few replications chance explains almost any difference: 'within Monte Carlo error' says "
    "little here, 'identical' as much as ever.";

static const char *plural(size_t count, const char *one, const char *several) {
    return count == 1 ? one : several;
}

static void print_names(FILE *out, const struct cmd_verdicts *verdicts, enum out_record_state state,
                        const char *words) {
    for (size_t i = 0; i < verdicts->count; i++) {
        if (verdicts->files[i].state == state) {
            fprintf(out, "  %s: %s\n", verdicts->files[i].name, words);
        }
    }
}

static void print_extras(FILE *out, const struct cmd_verdicts *verdicts) {
    for (size_t i = 0; i < verdicts->extra_count && i < MOST_EXTRAS; i++) {
        char *name = out_text_line(verdicts->extras[i], CMD_LAYOUT_WIDTH / 2);
        fprintf(out, "  %s: not recorded, and not looked at\n", name);
        free(name);
    }
    if (verdicts->extra_count > MOST_EXTRAS) {
        fprintf(out, "  %zu more files are not recorded\n", verdicts->extra_count - MOST_EXTRAS);
    }
}

void cmd_verdicts_print_check(FILE *out, const struct cmd_verdicts *verdicts) {
    const struct out_record *record = verdicts->older;
    const size_t bad = verdicts->changed + verdicts->missing;
    fprintf(out, "%s: %zu files recorded, by caremix %s.\n", record->folder, verdicts->count, record->facts[0].value);
    if (bad == 0) {
        fprintf(out, "Each has the SHA-256 that the manifest records, and the data are those that were read.\n");
    } else {
        fprintf(out, "%zu %s not as the manifest records:\n", bad, plural(bad, "file is", "files are"));
        print_names(out, verdicts, OUT_CHANGED, "another SHA-256 than recorded");
        print_names(out, verdicts, OUT_MISSING, "missing");
    }
    print_extras(out, verdicts);
}

/* What could not be drawn at all was not compared. */
static bool is_drawn(const struct cmd_verdict *file) {
    return file->kind != CMD_VERDICT_REDRAWN || file->likeness.line > 0;
}

static void print_table(FILE *out, const struct cmd_verdicts *verdicts) {
    static const char *const states[] = {
        [OUT_AS_RECORDED] = "as recorded", [OUT_CHANGED] = "CHANGED", [OUT_MISSING] = "MISSING"};
    static const char *const kinds[] = {
        [CMD_VERDICT_IDENTICAL] = "identical",
        [CMD_VERDICT_REDRAWN] = "drawn differently; its data are identical",
        [CMD_VERDICT_WITHIN] = "within Monte Carlo error",
        [CMD_VERDICT_AS_RUNS] = "within Monte Carlo error, as its runs",
        [CMD_VERDICT_DIFFERENT] = "DIFFERENT",
        [CMD_VERDICT_NOT_MADE] = "NOT MADE AGAIN",
        [CMD_VERDICT_ADDED] = "MADE ONLY NOW",
        [CMD_VERDICT_GONE] = "-",
    };
    cmd_layout_heading(out, "File by file");
    fprintf(out, "%-*s%-*s%s\n", NAME_WIDTH, "file", STATE_WIDTH, "in the folder", "run again");
    for (size_t i = 0; i < verdicts->count; i++) {
        const struct cmd_verdict *file = &verdicts->files[i];
        cmd_layout_left(out, file->name, NAME_WIDTH);
        fprintf(out, "%-*s%s\n", STATE_WIDTH, file->kind == CMD_VERDICT_ADDED ? "-" : states[file->state],
                is_drawn(file) ? kinds[file->kind] : "not drawn; its data are identical");
    }
}

static void print_likeness(FILE *out, const struct cmd_verdict *file) {
    const struct out_likeness *likeness = &file->likeness;
    fprintf(out, "%s, line %zu", file->name, likeness->line);
    if (likeness->column != NULL) {
        char *column = out_text_line(likeness->column, NAME_WIDTH);
        fprintf(out, ", column %s", column);
        free(column);
    }
    fprintf(out, "\n  in the folder  %s\n  run again      %s\n",
            likeness->texts[0] ? likeness->texts[0] : "(no such line)",
            likeness->texts[1] ? likeness->texts[1] : "(no such line)");
    if (likeness->tests > 0 && likeness->worst == 0) {
        fprintf(out, "  So few runs say nothing of chance: none of %zu means could be tested.\n", likeness->tests);
    } else if (likeness->tests > 0) {
        fprintf(out, "  Furthest off of %zu means: line %zu; chance takes one so far in %s%.1f %% of such files.\n",
                likeness->tests, likeness->worst, likeness->chance < 0.001 ? "less than " : "",
                likeness->chance < 0.001 ? 0.1 : 100 * likeness->chance);
    }
}

static bool is_binary(const char *name) {
    const size_t length = strlen(name);
    return length > 4 && strcmp(name + length - 4, ".png") == 0;
}

/* A picture is no text, and what only sums up or draws the runs differs as they do. */
static bool is_worth_a_look(const struct cmd_verdict *file) {
    return file->likeness.line > 0 &&
           (file->kind == CMD_VERDICT_WITHIN || (file->kind == CMD_VERDICT_DIFFERENT && !is_binary(file->name)));
}

static void print_differences(FILE *out, const struct cmd_verdicts *verdicts) {
    bool is_begun = false;
    for (size_t i = 0; i < verdicts->count; i++) {
        const struct cmd_verdict *file = &verdicts->files[i];
        if (is_worth_a_look(file)) {
            if (!is_begun) {
                cmd_layout_heading(out, "Where files differ first");
            }
            is_begun = true;
            print_likeness(out, file);
        }
    }
}

static size_t different_facts(const struct cmd_verdicts *verdicts) {
    size_t count = 0;
    for (size_t i = 0; i < verdicts->older->fact_count; i++) {
        count += strcmp(verdicts->older->facts[i].value, verdicts->newer->facts[i].value) != 0;
    }
    return count;
}

static void print_facts(FILE *out, const struct cmd_verdicts *verdicts) {
    const struct out_fact *then = verdicts->older->facts, *now = verdicts->newer->facts;
    const size_t count = different_facts(verdicts);
    if (count > 0) {
        cmd_layout_heading(out, "What made the results, where it is not the same");
    } else if (verdicts->counts[CMD_VERDICT_IDENTICAL] < verdicts->count) {
        fprintf(out, "\nProgram, libraries and kind of machine are the same then and now.\n");
    }
    for (size_t i = 0; i < verdicts->older->fact_count; i++) {
        if (strcmp(then[i].value, now[i].value) != 0) {
            fprintf(out, "%-*s then %s\n%-*s now  %s\n", FACT_WIDTH, then[i].name, then[i].value, FACT_WIDTH, "",
                    now[i].value);
        }
    }
}

/* A file that was changed, and one whose record was, look alike until they are made again. */
static const char *words_on_change(const struct cmd_verdict *file) {
    if (file->is_made_as_recorded && strncmp(file->name, "resolved/", strlen("resolved/")) != 0) {
        return file->state == OUT_MISSING ? "is missing, and is made again as it was recorded"
                                          : "was changed after it was recorded: made again, it is as recorded";
    }
    if (strncmp(file->name, "resolved/", strlen("resolved/")) == 0) {
        return "is not as recorded, and the study was run again from what there is now";
    }
    return file->kind == CMD_VERDICT_IDENTICAL
               ? "comes out again as it is in the folder: its SHA-256 in the manifest is wrong"
               : "is not as recorded, and comes out again neither as recorded nor as it is";
}

static void conclude_changes(FILE *out, const struct cmd_verdicts *verdicts) {
    for (size_t i = 0; i < verdicts->count; i++) {
        if (verdicts->files[i].state != OUT_AS_RECORDED) {
            char *text = mem_format("%s %s.", verdicts->files[i].name, words_on_change(&verdicts->files[i]));
            cmd_layout_paragraph(out, text);
            free(text);
        }
    }
}

static char *conclusion(const struct cmd_verdicts *verdicts) {
    const size_t *counts = verdicts->counts, identical = counts[CMD_VERDICT_IDENTICAL], all = verdicts->count;
    const size_t within = counts[CMD_VERDICT_WITHIN] + counts[CMD_VERDICT_AS_RUNS];
    const size_t redrawn = counts[CMD_VERDICT_REDRAWN], bad = all - identical - redrawn - within;
    const size_t altered = verdicts->changed + verdicts->missing;
    if (altered > 0 && verdicts->made_as_recorded == all) {
        return mem_format("All %zu files come out again as they were recorded, byte for byte; in the folder %zu %s so.",
                          all, altered, plural(altered, "is no longer", "are no longer"));
    }
    if (identical == all) {
        return mem_format("All %zu files are identical: the results come out again byte for byte.", all);
    }
    if (identical + redrawn == all) {
        return mem_format("All data are identical: they come out again byte for byte. %zu %s drawn differently, or "
                          "not drawn, from the same data by the same scripts.",
                          redrawn, plural(redrawn, "picture is", "pictures are"));
    }
    if (bad == 0) {
        return mem_format(
            "%zu of %zu files are identical and %zu within Monte Carlo error: the results do not come out "
            "again byte for byte, but differ by no more than chance explains.",
            identical + redrawn, all, within);
    }
    return mem_format("%zu of %zu files are identical, %zu within Monte Carlo error, and %zu not: the results do NOT "
                      "come out again.",
                      identical + redrawn, all, within, bad);
}

void cmd_verdicts_print(FILE *out, const struct cmd_verdicts *verdicts) {
    print_table(out, verdicts);
    print_differences(out, verdicts);
    print_facts(out, verdicts);
    cmd_layout_heading(out, "Conclusion");
    const size_t within = verdicts->counts[CMD_VERDICT_WITHIN] + verdicts->counts[CMD_VERDICT_AS_RUNS];
    if (within > 0) {
        cmd_layout_paragraph(out, definition);
    }
    if (within > 0 && verdicts->newer->replications < FEW) {
        cmd_layout_paragraph(out, few);
    }
    conclude_changes(out, verdicts);
    char *sentence = conclusion(verdicts);
    cmd_layout_paragraph(out, sentence);
    free(sentence);
}
