/* tests/model/fixture.h - scenarios with a few lines laid over them, run side by side with the same people,
 * and what came out, asked for by measure and subject. */
#ifndef TESTS_MODEL_FIXTURE_H
#define TESTS_MODEL_FIXTURE_H

#include <string.h>

#include "base/mem.h"
#include "experiment/study.h"
#include "scenario/scenario.h"
#include "sim/command/inputs.h"
#include "tests/support.h"

enum { TRIAL_SCENARIOS_MAX = 4 };

/* Some scenarios and the results of a study of them; the first is the baseline. */
struct trial {
    struct scn_scenario scenarios[TRIAL_SCENARIOS_MAX];
    struct expt_scenario entries[TRIAL_SCENARIOS_MAX];
    size_t count;
    struct expt_results results;
};

/* One column: who and what. */
struct column {
    const char *measure, *dimension, *subject;
};

/* A file with an overlay over a base ("tests/scenarios/valley.cfg"), in a folder of its own; the caller
 * takes it away with overlay_drop. An overlay is written with ' for the quotes of its texts, so that it can
 * be read in a test. */
static inline char *overlay_write(const char *base, const char *overlay) {
    const char *temporary = getenv("TMPDIR");
    char *folder = mem_format("%s/caremix-test-XXXXXX", temporary != NULL ? temporary : "/tmp");
    char here[4096];
    assert_non_null(mkdtemp(folder));
    assert_non_null(getcwd(here, sizeof here));
    char *path = mem_format("%s/overlay.cfg", folder);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fprintf(out, "extends = \"%s/%s\";\n", here, base);
    for (const char *c = overlay; *c != '\0'; c++) {
        fputc(*c == '\'' ? '"' : *c, out);
    }
    assert_int_equal(fclose(out), 0);
    free(folder);
    return path;
}

static inline void overlay_drop(char *path) {
    assert_int_equal(remove(path), 0);
    *strrchr(path, '/') = '\0';
    assert_int_equal(rmdir(path), 0);
    free(path);
}

/* Weekdays from a date on, as a scenario writes them; the caller frees it. */
static inline char *weekdays(struct des_date from, struct des_date until) {
    char *list = mem_text("");
    for (int64_t day = des_date_day(from); day < des_date_day(until); day++) {
        if ((day + 3) % 7 < 5) { /* 1 January 1970 was a Thursday */
            const struct des_date date = des_date_from_day(day);
            char *longer =
                mem_format("%s%s'%04d-%02d-%02d'", list, *list == '\0' ? "" : ", ", date.year, date.month, date.day);
            free(list);
            list = longer;
        }
    }
    return list;
}

/* Reads a base with an overlay; false when there are complaints. The caller frees the scenario either way.
 */
static inline bool overlay_read(const char *base, const char *overlay, struct scn_scenario *scenario,
                                struct err_list *err) {
    char *path = overlay_write(base, overlay);
    const bool is_read = scn_scenario_read(path, scenario, err);
    overlay_drop(path);
    return is_read;
}

static inline void trial_read(struct scn_scenario *scenario, const char *base, const char *overlay) {
    struct err_list err;
    err_list_init(&err);
    const bool is_read = overlay_read(base, overlay, scenario, &err);
    for (size_t i = 0; i < err.count; i++) {
        print_error("%s\n", err.complaints[i].text);
    }
    err_list_free(&err);
    assert_true(is_read);
}

static inline struct model_inputs inputs_of(const struct scn_scenario *scenario) {
    return cmd_inputs(scenario, (uint64_t)scenario->run.seed);
}

/* Adds one scenario to a trial, which begins as all zero. */
static inline void trial_add(struct trial *trial, const char *base, const char *overlay) {
    const size_t i = trial->count++;
    assert_true(i < TRIAL_SCENARIOS_MAX);
    struct scn_scenario *scenario = &trial->scenarios[i];
    trial_read(scenario, base, overlay);
    trial->entries[i] =
        (struct expt_scenario){.name = scenario->name, .title = scenario->title, .inputs = inputs_of(scenario)};
}

/* Adds a base with each overlay in turn, up to a NULL. */
static inline void trial_prepare(struct trial *trial, const char *base, const char *const *overlays) {
    *trial = (struct trial){.count = 0};
    for (size_t i = 0; overlays[i] != NULL; i++) {
        trial_add(trial, base, overlays[i]);
    }
}

static inline struct expt_study study_of(const struct trial *trial, uint32_t replications) {
    return (struct expt_study){.scenarios = trial->entries,
                               .scenario_count = trial->count,
                               .first_replication = 1,
                               .replications = replications,
                               .threads = 1};
}

static inline void trial_go(struct trial *trial, uint32_t replications) {
    const struct expt_study study = study_of(trial, replications);
    expt_study_run(&study, NULL, NULL, &trial->results);
}

/* With the invariants checked after every event; a broken one ends the program. */
static inline void trial_go_checked(struct trial *trial, uint32_t replications) {
    struct expt_study study = study_of(trial, replications);
    study.checked = true;
    expt_study_run(&study, NULL, NULL, &trial->results);
}

/* Reads and runs. The caller ends the trial with trial_end. */
static inline void trial_run(struct trial *trial, const char *base, uint32_t replications,
                             const char *const *overlays) {
    trial_prepare(trial, base, overlays);
    trial_go(trial, replications);
}

static inline void trial_end(struct trial *trial) {
    for (size_t i = 0; i < trial->count; i++) {
        scn_scenario_free(&trial->scenarios[i]);
    }
    expt_results_free(&trial->results);
}

static inline struct column of_all(const char *measure) {
    return (struct column){measure, "all", "all"};
}

static inline struct column of_team(const char *measure, const char *team) {
    return (struct column){measure, "team", team};
}

static inline struct column of_priority(const char *measure, const char *priority) {
    return (struct column){measure, "priority", priority};
}

static inline struct column of_organisation(const char *measure, const char *organisation) {
    return (struct column){measure, "organisation", organisation};
}

static inline struct column of_stream(const char *measure, const char *stream) {
    return (struct column){measure, "stream", stream};
}

static inline struct column of_role(const char *measure, const char *team_and_role) {
    return (struct column){measure, "role", team_and_role};
}

static inline struct column of_band(const char *measure, const char *band) {
    return (struct column){measure, "age band", band};
}

static inline size_t column_at(const struct trial *trial, size_t scenario, struct column column) {
    const int found =
        expt_column_find(&trial->results.outcomes[scenario], column.measure, column.dimension, column.subject);
    if (found < 0) {
        print_error("no column %s of %s %s\n", column.measure, column.dimension, column.subject);
    }
    assert_true(found >= 0);
    return (size_t)found;
}

static inline struct stat_summary summary_of(const struct trial *trial, size_t scenario, struct column column) {
    return expt_column_summary(&trial->results, scenario, column_at(trial, scenario, column));
}

static inline double mean_of(const struct trial *trial, size_t scenario, struct column column) {
    return summary_of(trial, scenario, column).mean;
}

/* Standard error of the mean over replications. */
static inline double error_of(const struct trial *trial, size_t scenario, struct column column) {
    const size_t c = column_at(trial, scenario, column);
    struct stat_moments moments = {0, 0, 0};
    for (uint32_t r = 0; r < trial->results.replications; r++) {
        stat_moments_add(&moments, trial->results.outcomes[scenario].values[c * trial->results.replications + r]);
    }
    return sqrt(stat_moments_variance(&moments) / (double)moments.count);
}

/* Of one replication, from 0. */
static inline double value_of(const struct trial *trial, size_t scenario, struct column column, uint32_t replication) {
    const size_t c = column_at(trial, scenario, column);
    return trial->results.outcomes[scenario].values[c * trial->results.replications + replication];
}

/* Of the first scenario, summed over all subjects of a kind in one replication. */
static inline double sum_over(const struct trial *trial, const char *measure, const char *dimension,
                              uint32_t replication) {
    const struct expt_outcome *outcome = &trial->results.outcomes[0];
    double sum = 0;
    for (size_t c = 0; c < outcome->column_count; c++) {
        if (strcmp(outcome->columns[c].measure, measure) == 0 &&
            strcmp(outcome->columns[c].dimension, dimension) == 0) {
            sum += outcome->values[c * trial->results.replications + replication];
        }
    }
    return sum;
}

/* Mean over replications of one year or month of the window, from 0. */
static inline double year_of(const struct trial *trial, size_t scenario, struct column column, size_t year) {
    const size_t c = column_at(trial, scenario, column);
    return stat_moments_mean(&trial->results.outcomes[scenario].years[c * trial->results.year_count + year]);
}

static inline double month_of(const struct trial *trial, size_t scenario, struct column column, size_t month) {
    const size_t c = column_at(trial, scenario, column);
    return stat_moments_mean(&trial->results.outcomes[scenario].months[c * trial->results.month_count + month]);
}

/* A scenario less the baseline, paired by replication. */
static inline struct stat_summary difference_of(const struct trial *trial, size_t scenario, struct column column) {
    const struct expt_difference difference =
        expt_column_difference(&trial->results, scenario, column_at(trial, scenario, column));
    assert_true(difference.exists);
    return difference.difference;
}

static inline void fixture_above(double more, double less, const char *file, int line) {
    if (!(more > less)) {
        print_error("%.10g is not above %.10g\n", more, less);
        _fail(file, line);
    }
}

static inline void fixture_ratio(double a, double b, double ratio, double replications, const char *file, int line) {
    support_near(a / b, ratio, 4 * sqrt((1 / a + 1 / b) / replications), file, line);
}

static inline void fixture_agrees(const struct trial *trial, struct column column, double theory, double error_allowed,
                                  const char *file, int line) {
    const double error = error_of(trial, 0, column);
    fixture_above(error_allowed * theory, error, file, line);
    support_within(mean_of(trial, 0, column), theory, 4 * error, file, line);
}

static inline void fixture_moves(const struct trial *trial, size_t scenario, struct column column, int sign,
                                 const char *file, int line) {
    const struct stat_summary difference = difference_of(trial, scenario, column);
    const bool is_clear = sign > 0   ? difference.low > 0
                          : sign < 0 ? difference.high < 0
                                     : difference.mean == 0 && difference.half_width == 0;
    if (!is_clear) {
        print_error("%s of %s: %.10g in the baseline, difference %.10g (%.10g to %.10g)\n", column.measure,
                    column.subject, mean_of(trial, 0, column), difference.mean, difference.low, difference.high);
        _fail(file, line);
    }
}

static inline void fixture_same(const struct trial *trial, size_t a, size_t b, const char *file, int line) {
    const struct expt_outcome *one = &trial->results.outcomes[a], *other = &trial->results.outcomes[b];
    if (one->column_count != other->column_count) {
        _fail(file, line);
    }
    for (size_t i = 0; i < one->column_count * trial->results.replications; i++) {
        const struct expt_column *column = &one->columns[i / trial->results.replications];
        if (one->values[i] != other->values[i] && !(isnan(one->values[i]) && isnan(other->values[i]))) {
            print_error("%s of %s: %.17g and %.17g\n", column->measure, column->subject, one->values[i],
                        other->values[i]);
            _fail(file, line);
        }
    }
}

static inline bool fixture_is_near(double a, double b) {
    return isnan(a) ? isnan(b) : fabs(a - b) <= 1e-9 * (1 + fabs(a));
}

static inline void fixture_same_by_name(const struct trial *trial, size_t a, size_t b, const char *file, int line) {
    const struct expt_outcome *outcome = &trial->results.outcomes[a];
    if (outcome->column_count != trial->results.outcomes[b].column_count) {
        _fail(file, line);
    }
    for (size_t c = 0; c < outcome->column_count; c++) {
        const struct expt_column *at = &outcome->columns[c];
        const struct column column = {at->measure, at->dimension, at->subject};
        for (uint32_t r = 0; r < trial->results.replications; r++) {
            const double one = value_of(trial, a, column, r), other = value_of(trial, b, column, r);
            if (!fixture_is_near(one, other)) {
                print_error("%s of %s: %.17g and %.17g\n", at->measure, at->subject, one, other);
                _fail(file, line);
            }
        }
    }
}

#define assert_above(more, less) fixture_above((more), (less), __FILE__, __LINE__)

/* The mean of the first scenario agrees with theory within four standard errors, and these are small enough, as a share of
 * it, for that to mean something. */
#define assert_agrees(trial, column, theory, error_allowed)                                                            \
    fixture_agrees((trial), (column), (theory), (error_allowed), __FILE__, __LINE__)

/* Two mean counts over replications have the ratio: within four standard errors (one false alarm in 16,000). */
#define assert_ratio(a, b, ratio, replications) fixture_ratio((a), (b), (ratio), (replications), __FILE__, __LINE__)

/* Proves the invariants after every event of a run with at least so many events. */
static inline void assert_invariants_hold(const char *base, const char *overlay, double least_events) {
    struct trial trial = {.count = 0};
    trial_add(&trial, base, overlay);
    trial_go_checked(&trial, 1);
    assert_above((double)trial.results.outcomes[0].events, least_events);
    trial_end(&trial);
}

/* The 95 % interval of the paired difference from the baseline lies above 0, below 0, or is nothing but 0.
 * The seed is fixed, so these say the same each time; with another seed one in forty could come out
 * differently by chance where there is no effect at all. */
#define assert_rises(trial, scenario, column) fixture_moves((trial), (scenario), (column), 1, __FILE__, __LINE__)
#define assert_falls(trial, scenario, column) fixture_moves((trial), (scenario), (column), -1, __FILE__, __LINE__)
#define assert_stays(trial, scenario, column) fixture_moves((trial), (scenario), (column), 0, __FILE__, __LINE__)

/* Every column of one scenario is in the other by name, and the same but for the order in which sums were made. */
#define assert_same_by_name(trial, a, b) fixture_same_by_name((trial), (a), (b), __FILE__, __LINE__)

/* Every value of every column is the same number in two scenarios whose columns stand in the same order. */
#define assert_same_results(trial, a, b) fixture_same((trial), (a), (b), __FILE__, __LINE__)

#endif
