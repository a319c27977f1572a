/* output/tables.c - the tidy result files of a study. */
#include "output/tables.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "output/csv.h"

static const double interval_confidence = 0.95;
static const double rounding = 1e-12; /* of shares that sum to 1 */

static void column_key_write(FILE *out, const struct expt_column *column) {
    out_csv_text(out, 0, column->measure);
    out_csv_text(out, 0, column->dimension);
    out_csv_text(out, 0, column->subject);
    out_csv_text(out, 0, column->unit);
}

static void summary_line(FILE *out, const struct expt_results *results, size_t outcome, size_t column) {
    const struct stat_summary summary = expt_column_summary(results, outcome, column);

    out_csv_text(out, 1, results->outcomes[outcome].name);
    column_key_write(out, &results->outcomes[outcome].columns[column]);
    out_csv_count(out, summary.count);
    out_csv_real(out, summary.mean);
    out_csv_real(out, summary.low);
    out_csv_real(out, summary.high);
    out_csv_real(out, summary.p10);
    out_csv_real(out, summary.p90);
    out_csv_end(out);
}

static void summary_write(FILE *out, const struct expt_results *results) {
    out_csv_header(out, "scenario", "measure", "dimension", "subject", "unit", "replications", "mean", "low_95",
                   "high_95", "p10", "p90", NULL);
    for (size_t i = 0; i < results->outcome_count; i++) {
        for (size_t j = 0; j < results->outcomes[i].column_count; j++) {
            summary_line(out, results, i, j);
        }
    }
}

static void difference_line(FILE *out, const struct expt_results *results, size_t outcome, size_t column) {
    const struct expt_outcome *scenario = &results->outcomes[outcome], *baseline = &results->outcomes[0];
    const struct expt_column *what = &scenario->columns[column];
    const struct expt_difference difference = expt_column_difference(results, outcome, column);

    if (!difference.exists) {
        return;
    }
    out_csv_text(out, 1, scenario->name);
    out_csv_text(out, 0, baseline->name);
    column_key_write(out, what);
    out_csv_count(out, difference.difference.count);
    out_csv_real(out, difference.difference.mean);
    out_csv_real(out, difference.difference.low);
    out_csv_real(out, difference.difference.high);
    out_csv_real(out, difference.probability_better);
    out_csv_text(out, 0, what->assumed && (scenario->has_effect || baseline->has_effect) ? "yes" : "no");
    out_csv_end(out);
}

static void differences_write(FILE *out, const struct expt_results *results) {
    out_csv_header(out, "scenario", "baseline", "measure", "dimension", "subject", "unit", "pairs", "difference",
                   "low_95", "high_95", "probability_better", "rests_on_assumed_effects", NULL);
    for (size_t i = 1; i < results->outcome_count; i++) {
        for (size_t j = 0; j < results->outcomes[i].column_count; j++) {
            difference_line(out, results, i, j);
        }
    }
}

static void split_write(FILE *out, const struct expt_results *results, const struct expt_outcome *scenario,
                        const struct expt_split *split) {
    for (size_t i = 0; i < split->part_count; i++) {
        const struct expt_part *part = &split->parts[i];
        const struct stat_summary summary = expt_part_summary(results, part);

        out_csv_text(out, 1, scenario->name);
        out_csv_text(out, 0, results->outcomes[0].name);
        out_csv_text(out, 0, split->measure);
        out_csv_text(out, 0, part->key);
        out_csv_text(out, 0, split->unit);
        out_csv_count(out, summary.count);
        out_csv_real(out, summary.mean);
        out_csv_real(out, summary.low);
        out_csv_real(out, summary.high);
        out_csv_text(out, 0, part->is_no_saving ? "yes" : "no");
        out_csv_text(out, 0, part->meaning);
        out_csv_end(out);
    }
}

static void splits_write(FILE *out, const struct expt_results *results) {
    out_csv_header(out, "scenario", "baseline", "measure", "part", "unit", "pairs", "difference", "low_95", "high_95",
                   "no_saving", "meaning", NULL);
    for (size_t i = 1; i < results->outcome_count; i++) {
        for (size_t j = 0; j < results->outcomes[i].split_count; j++) {
            split_write(out, results, &results->outcomes[i], &results->outcomes[i].splits[j]);
        }
    }
}

static void series_line(FILE *out, const struct expt_outcome *outcome, const struct expt_column *column,
                        const char *month, const struct stat_moments *moments) {
    const double mean = stat_moments_mean(moments);
    const double half_width = stat_moments_half_width(moments, interval_confidence);

    out_csv_text(out, 1, outcome->name);
    out_csv_text(out, 0, month);
    column_key_write(out, column);
    out_csv_count(out, moments->count);
    out_csv_real(out, mean);
    out_csv_real(out, mean - half_width);
    out_csv_real(out, mean + half_width);
    out_csv_real(out, sqrt(stat_moments_variance(moments)));
    out_csv_end(out);
}

static void series_of_outcome_write(FILE *out, const struct expt_results *results, const struct expt_outcome *outcome) {
    const size_t months = results->month_count;

    for (size_t j = 0; j < outcome->column_count; j++) {
        for (size_t k = 0; outcome->columns[j].monthly && k < months; k++) {
            series_line(out, outcome, &outcome->columns[j], results->months[k], &outcome->months[j * months + k]);
        }
    }
}

static void series_write(FILE *out, const struct expt_results *results) {
    out_csv_header(out, "scenario", "month", "measure", "dimension", "subject", "unit", "replications", "mean",
                   "low_95", "high_95", "sd", NULL);
    for (size_t i = 0; i < results->outcome_count; i++) {
        series_of_outcome_write(out, results, &results->outcomes[i]);
    }
}

/* Bins up to the last in which anyone was counted. */
static size_t bins_used(const uint64_t *counts, size_t bins, uint64_t *total) {
    size_t used = 0;

    *total = 0;
    for (size_t i = 0; i < bins; i++) {
        *total += counts[i];
        if (counts[i] > 0) {
            used = i + 1;
        }
    }
    return used;
}

static void waits_of_subject_write(FILE *out, const struct expt_results *results, const struct expt_outcome *outcome,
                                   size_t subject) {
    const struct expt_waits *waits = &outcome->waits;
    const uint64_t *counts = waits->counts + subject * waits->bins;
    uint64_t total, sum = 0;
    const size_t used = bins_used(counts, waits->bins, &total);

    for (size_t i = 0; i < used; i++) {
        sum += counts[i];
        out_csv_text(out, 1, outcome->name);
        out_csv_text(out, 0, waits->dimensions[subject]);
        out_csv_text(out, 0, waits->names[subject]);
        out_csv_real(out, (double)i * waits->bin_days);
        out_csv_real(out, i + 1 == waits->bins ? NAN : (double)(i + 1) * waits->bin_days);
        out_csv_real(out, (double)counts[i] / (double)results->replications);
        out_csv_real(out, (double)sum / (double)total);
        out_csv_end(out);
    }
}

static void waits_write(FILE *out, const struct expt_results *results) {
    out_csv_header(out, "scenario", "dimension", "subject", "from_days", "to_days", "people", "cumulative_share", NULL);
    for (size_t i = 0; i < results->outcome_count; i++) {
        for (size_t j = 0; j < results->outcomes[i].waits.subjects; j++) {
            waits_of_subject_write(out, results, &results->outcomes[i], j);
        }
    }
}

static void incidence_line(FILE *out, const struct expt_outcome *outcome, const size_t at[2], const char *cause,
                           double share) {
    const struct expt_incidence *incidence = &outcome->incidence;
    const size_t subject = at[0], bin = at[1];

    out_csv_text(out, 1, outcome->name);
    out_csv_text(out, 0, incidence->dimensions[subject]);
    out_csv_text(out, 0, incidence->names[subject]);
    out_csv_real(out, (double)(bin + 1) * incidence->bin_days);
    out_csv_text(out, 0, cause);
    out_csv_real(out, share);
    out_csv_count(out, incidence->at_risk[subject * incidence->bins + bin]);
    out_csv_end(out);
}

/* As long as anybody is there; the last bin takes everything longer and so has no end. */
static void incidence_of_subject_write(FILE *out, const struct expt_outcome *outcome, size_t subject) {
    const struct expt_incidence *incidence = &outcome->incidence;
    const size_t bins = incidence->bins, causes = incidence->cause_count;

    for (size_t bin = 0; bin + 1 < bins && incidence->at_risk[subject * bins + bin] > 0; bin++) {
        const size_t at[2] = {subject, bin};
        double waiting = 1;

        for (size_t cause = 0; cause < causes; cause++) {
            const double share = incidence->shares[(subject * causes + cause) * bins + bin];

            incidence_line(out, outcome, at, incidence->causes[cause], share);
            waiting -= share;
        }
        incidence_line(out, outcome, at, "still waiting", waiting > rounding ? waiting : 0);
    }
}

static void incidence_write(FILE *out, const struct expt_results *results) {
    out_csv_header(out, "scenario", "dimension", "subject", "days", "cause", "share", "at_risk", NULL);
    for (size_t i = 0; i < results->outcome_count; i++) {
        for (size_t j = 0; j < results->outcomes[i].incidence.subjects; j++) {
            incidence_of_subject_write(out, &results->outcomes[i], j);
        }
    }
}

/* The fingerprint stands in a column of its own, in every line of its replication: in a line of its own it would make a text
 * of the column of values for readers of tables. */
static void replications_of_column_write(FILE *out, const struct expt_results *results,
                                         const struct expt_outcome *outcome, size_t column) {
    for (size_t k = 0; k < results->replications; k++) {
        out_csv_text(out, 1, outcome->name);
        out_csv_count(out, results->first_replication + k);
        column_key_write(out, &outcome->columns[column]);
        out_csv_real(out, outcome->values[column * results->replications + k]);
        out_csv_hex(out, outcome->fingerprints[k]);
        out_csv_end(out);
    }
}

static void replications_write(FILE *out, const struct expt_results *results) {
    out_csv_header(out, "scenario", "replication", "measure", "dimension", "subject", "unit", "value", "fingerprint",
                   NULL);
    for (size_t i = 0; i < results->outcome_count; i++) {
        for (size_t j = 0; j < results->outcomes[i].column_count; j++) {
            replications_of_column_write(out, results, &results->outcomes[i], j);
        }
    }
}

/* Measures are few, columns may be hundreds of thousands. */
static bool is_known(const char *const *measures, size_t count, const char *measure) {
    size_t i = 0;

    while (i < count && strcmp(measures[i], measure) != 0) {
        i++;
    }
    return i < count;
}

static void measure_line(FILE *out, const struct expt_column *column) {
    out_csv_text(out, 1, column->measure);
    out_csv_text(out, 0, column->name);
    out_csv_text(out, 0, column->unit);
    out_csv_text(out, 0, column->definition);
    out_csv_text(out, 0, column->better < 0 ? "lower" : column->better > 0 ? "higher" : "neither");
    out_csv_text(out, 0, column->monthly ? "yes" : "no");
    out_csv_end(out);
}

static void measures_write(FILE *out, const struct expt_results *results) {
    const char **known = NULL;
    size_t count = 0, capacity = 0;

    out_csv_header(out, "measure", "name", "unit", "definition", "better", "monthly", NULL);
    for (size_t i = 0; i < results->outcome_count; i++) {
        for (size_t j = 0; j < results->outcomes[i].column_count; j++) {
            const struct expt_column *column = &results->outcomes[i].columns[j];
            if (!is_known(known, count, column->measure)) {
                known = mem_grown(known, count, &capacity, sizeof *known);
                known[count++] = column->measure;
                measure_line(out, column);
            }
        }
    }
    free(known);
}

struct table {
    const char *name;
    void (*write)(FILE *out, const struct expt_results *results);
    bool compares; /* needs more than one scenario */
};

bool out_tables_write(struct out_folder *folder, const struct expt_results *results, struct err_list *err) {
    static const struct table tables[] = {
        {"summary.csv", summary_write, false},
        {"differences.csv", differences_write, true},
        {"splits.csv", splits_write, true},
        {"series.csv", series_write, false},
        {"waits.csv", waits_write, false},
        {"incidence.csv", incidence_write, false},
        {"replications.csv", replications_write, false},
        {"measures.csv", measures_write, false},
    };

    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        FILE *out;

        if (tables[i].compares && results->outcome_count < 2) {
            continue;
        }
        out = out_folder_begin(folder, tables[i].name, err);
        if (!out) {
            return false;
        }
        tables[i].write(out, results);
        if (!out_folder_end(folder, err)) {
            return false;
        }
    }
    return true;
}
