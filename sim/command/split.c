/* command/split.c - the parts of differences from the baseline. */
#include "split.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "layout.h"

enum { NAME_WIDTH = 44, VALUE_WIDTH = 14, ACROSS = (CMD_LAYOUT_WIDTH - NAME_WIDTH) / VALUE_WIDTH };

static const double printed_step = 0.1;

/* Scenarios side by side, and their parts as they are printed: [scenario - first][part]. */
struct block {
    const struct expt_results *results;
    size_t split, first, end, part_count;
    double *parts;
};

static const struct expt_split *split_of(const struct block *block, size_t scenario) {
    return &block->results->outcomes[scenario].splits[block->split];
}

static double part_at(const struct block *block, size_t scenario, size_t part) {
    return block->parts[(scenario - block->first) * block->part_count + part];
}

static void work_out(struct block *block) {
    block->parts = mem_zeroed((block->end - block->first) * block->part_count, sizeof *block->parts);
    for (size_t i = block->first; i < block->end; i++) {
        double *parts = &block->parts[(i - block->first) * block->part_count];
        for (size_t p = 0; p < block->part_count; p++) {
            parts[p] = expt_part_summary(block->results, &split_of(block, i)->parts[p]).mean;
        }
        stat_round_to_sum(parts, block->part_count, printed_step);
    }
}

/* A reason that plays no part in any scenario of the block would only be read in vain. */
static bool is_shown(const struct block *block, size_t part) {
    for (size_t i = block->first; i < block->end; i++) {
        if (fabs(part_at(block, i, part)) > printed_step / 2) {
            return true;
        }
    }
    return false;
}

static void print_value(FILE *out, double value) {
    char *number = cmd_layout_number(value, "%.1f");
    cmd_layout_right(out, mem_format("%s%s", value > printed_step / 2 ? "+" : "", number), VALUE_WIDTH);
    free(number);
}

static void print_part(FILE *out, const struct block *block, size_t part) {
    const struct expt_part *what = &split_of(block, block->first)->parts[part];
    char *name = mem_format("  %s%s", what->name, what->is_no_saving ? " (no saving)" : "");
    cmd_layout_left(out, name, NAME_WIDTH);
    free(name);
    for (size_t i = block->first; i < block->end; i++) {
        print_value(out, part_at(block, i, part));
    }
    fputc('\n', out);
}

static void print_sums(FILE *out, const struct block *block) {
    cmd_layout_left(out, "  in all", NAME_WIDTH);
    for (size_t i = block->first; i < block->end; i++) {
        double sum = 0;
        for (size_t p = 0; p < block->part_count; p++) {
            sum += part_at(block, i, p);
        }
        print_value(out, sum);
    }
    fputc('\n', out);
}

static void print_split(FILE *out, const struct block *block) {
    const struct expt_split *split = split_of(block, block->first);
    fprintf(out, "%s (%s)\n", split->name, split->unit);
    for (size_t p = 0; p < block->part_count; p++) {
        if (is_shown(block, p)) {
            print_part(out, block, p);
        }
    }
    print_sums(out, block);
}

static void print_block(FILE *out, const struct expt_results *results, size_t first, size_t end) {
    const char *names[ACROSS];
    for (size_t i = first; i < end; i++) {
        names[i - first] = results->outcomes[i].name;
    }
    cmd_layout_names(out, NAME_WIDTH, names, end - first, VALUE_WIDTH);
    for (size_t s = 0; s < results->outcomes[first].split_count; s++) {
        struct block block = {results, s, first, end, results->outcomes[first].splits[s].part_count, NULL};
        work_out(&block);
        print_split(out, &block);
        free(block.parts);
    }
}

void cmd_split_print(FILE *out, const struct expt_results *results) {
    if (results->outcome_count < 2) {
        return;
    }
    char *heading = mem_format("Why they differ from %s, person by person", results->outcomes[0].name);
    cmd_layout_heading(out, heading);
    free(heading);
    for (size_t first = 1; first < results->outcome_count; first += ACROSS) {
        const size_t end = first + ACROSS < results->outcome_count ? first + ACROSS : results->outcome_count;
        fputs(first > 1 ? "\n" : "", out);
        print_block(out, results, first, end);
    }
}
