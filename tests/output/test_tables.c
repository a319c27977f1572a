/* tests/output/test_tables.c - the tidy result files of a study. */
#include "output/tables.h"

#include "tests/output/detail.h"
#include "tests/output/fixture.h"
#include "tests/output/scratch.h"

/* Writes the tables of an invented study into the scratch folder "results". */
static void tables_write(void **state, const struct expt_results *results) {
    struct out_folder folder;
    struct err_list err;
    char *path = scratch_path(state, "results");
    err_list_init(&err);
    assert_true(out_folder_init(&folder, path, false, &err));
    assert_true(out_tables_write(&folder, results, &err));
    assert_int_equal(err.count, 0);
    out_folder_free(&folder);
    free(path);
}

/* The field of that number (from 0) in a line without quotes, as a real number; NAN when it is empty. */
static double field_number(const char *line, size_t field) {
    for (; field > 0; field--) {
        line = strchr(line, ',');
        assert_non_null(line);
        line++;
    }
    return *line == ',' || *line == '\n' ? NAN : strtod(line, NULL);
}

/* The first line that begins so; it must be there. */
static const char *line_find(const char *text, const char *begin) {
    char *sought = mem_format("\n%s", begin);
    const char *found = strstr(text, sought);
    free(sought);
    assert_non_null(found);
    return found + 1;
}

static size_t lines_check(const char *text, size_t commas) {
    size_t lines = 0, seen = 0;
    for (; *text; text++) {
        seen += *text == ',';
        if (*text == '\n') {
            assert_int_equal(seen, commas);
            lines++;
            seen = 0;
        }
    }
    return lines;
}

/* Two causes, four bins: nobody is there any more in the third, and the fourth would take everything longer. */
static void incidence_make(struct expt_incidence *incidence) {
    static const char *const causes[2] = {"seen", "left"};
    static const double shares[8] = {0.3125, 0.59375, 0.59375, 0.59375, 0.125, 0.40625, 0.40625, 0.40625};
    static const uint64_t at_risk[4] = {1600, 900, 0, 0};
    *incidence = (struct expt_incidence){.bin_days = 1, .bins = 4, .cause_count = 2, .subjects = 1};
    incidence->causes = mem_zeroed(2, sizeof *incidence->causes);
    incidence->causes[0] = mem_text(causes[0]);
    incidence->causes[1] = mem_text(causes[1]);
    incidence->dimensions = mem_zeroed(1, sizeof *incidence->dimensions);
    incidence->names = mem_zeroed(1, sizeof *incidence->names);
    incidence->dimensions[0] = mem_text("priority");
    incidence->names[0] = mem_text("Priority 3");
    incidence->shares = mem_zeroed(8, sizeof *shares);
    memcpy(incidence->shares, shares, sizeof shares);
    incidence->at_risk = mem_zeroed(4, sizeof *at_risk);
    memcpy(incidence->at_risk, at_risk, sizeof at_risk);
}

static void every_line_of_a_table_has_all_its_fields(void **state) {
    static const struct {
        const char *name;
        size_t commas;
    } tables[] = {{"results/summary.csv", 10}, {"results/differences.csv", 11}, {"results/series.csv", 10},
                  {"results/waits.csv", 6},    {"results/incidence.csv", 6},    {"results/replications.csv", 7}};
    struct expt_results results;
    size_t length;
    fixture_results_make(&results);
    incidence_make(&results.outcomes[1].incidence);
    for (size_t i = 0; i < results.outcome_count; i++) {
        for (size_t j = 0; j < results.outcomes[i].column_count; j++) {
            assert_null(strchr(results.outcomes[i].columns[j].subject, ','));
        }
    }
    tables_write(state, &results);
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        char *text = scratch_read(state, tables[i].name, &length);
        assert_true(lines_check(text, tables[i].commas) > 1);
        free(text);
    }
    expt_results_free(&results);
}

static void the_summary_holds_each_column_of_each_scenario(void **state) {
    struct expt_results results;
    size_t length, columns = 0;
    fixture_results_make(&results);
    tables_write(state, &results);
    for (size_t i = 0; i < results.outcome_count; i++) {
        columns += results.outcomes[i].column_count;
    }
    char *text = scratch_read(state, "results/summary.csv", &length);
    assert_int_equal(lines_check(text, 10), columns + 1);
    int column = expt_column_find(&results.outcomes[1], "within_target", "priority", "Priority 2");
    struct stat_summary summary = expt_column_summary(&results, 1, (size_t)column);
    const char *line = line_find(text, "integrated,within_target,priority,Priority 2,%,30,");
    assert_near(field_number(line, 6), summary.mean, 1e-9);
    assert_near(field_number(line, 7), summary.low, 1e-9);
    assert_near(field_number(line, 10), summary.p90, 1e-9);
    free(text);
    expt_results_free(&results);
}

static void the_replications_average_to_the_summary(void **state) {
    struct expt_results results;
    size_t length;
    double sum = 0;
    fixture_results_make(&results);
    tables_write(state, &results);
    char *summary = scratch_read(state, "results/summary.csv", &length);
    char *text = scratch_read(state, "results/replications.csv", &length);
    for (int k = 1; k <= FIXTURE_REPLICATIONS; k++) {
        char *begin = mem_format("skill-mix,%d,list_people,all,all,people,", k);
        sum += field_number(line_find(text, begin), 6);
        free(begin);
    }
    const char *line = line_find(summary, "skill-mix,list_people,all,all,people,");
    assert_near(sum / FIXTURE_REPLICATIONS, field_number(line, 6), 1e-8);
    free(text);
    free(summary);
    expt_results_free(&results);
}

static void each_line_of_a_replication_has_its_number_and_fingerprint(void **state) {
    struct expt_results results;
    size_t length;
    fixture_results_make(&results);
    results.first_replication = 17;
    results.outcomes[1].fingerprints[3] = UINT64_C(0x00c0ffee12345678);
    tables_write(state, &results);
    char *text = scratch_read(state, "results/replications.csv", &length);
    size_t count = 0;
    for (const char *line = text; *line != '\0'; line = strchr(line, '\n') + 1) {
        const bool is_meant = strncmp(line, "integrated,20,", strlen("integrated,20,")) == 0;
        const char *end = strchr(line, '\n'), *found = strstr(line, ",00c0ffee12345678\n");
        assert_true(is_meant == (found != NULL && found < end));
        count += is_meant;
    }
    assert_int_equal(count, results.outcomes[1].column_count);
    assert_non_null(strstr(text, "\nseparate,17,"));
    assert_non_null(strstr(text, "\nseparate,46,"));
    assert_null(strstr(text, "\nseparate,16,"));
    assert_null(strstr(text, "\nseparate,47,"));
    free(text);
    expt_results_free(&results);
}

static void splits_name_every_part_and_sum_to_the_difference(void **state) {
    struct expt_results results;
    size_t length;
    fixture_results_make(&results);
    detail_add(&results);
    tables_write(state, &results);
    char *text = scratch_read(state, "results/splits.csv", &length);
    assert_int_equal(lines_check(text, 10), 1 + 2 * DETAIL_PARTS);
    char *differences = scratch_read(state, "results/differences.csv", &length);
    double sum = 0;
    for (size_t p = 0; p < DETAIL_PARTS; p++) {
        char *begin = mem_format("skill-mix,separate,care_hours_per_week,%s,hours a week,",
                                 results.outcomes[2].splits[0].parts[p].key);
        sum += field_number(line_find(text, begin), 6);
        free(begin);
    }
    const char *line = line_find(differences, "skill-mix,separate,care_hours_per_week,all,all,hours a week,");
    assert_near(sum, field_number(line, 7), 1e-8);
    assert_non_null(strstr(line_find(text, "skill-mix,separate,care_hours_per_week,held_up,"), ",yes,"));
    free(text);
    free(differences);
    expt_results_free(&results);
}

static void a_difference_says_what_it_rests_on(void **state) {
    struct expt_results results;
    size_t length;
    fixture_results_make(&results);
    tables_write(state, &results);
    char *text = scratch_read(state, "results/differences.csv", &length);
    const char *assumed = line_find(text, "skill-mix,separate,care_hours_per_week,all,all,hours a week,30,");
    const char *plain = line_find(text, "integrated,separate,care_hours_per_week,all,all,hours a week,30,");
    const char *wait = line_find(text, "skill-mix,separate,wait_mean,all,all,days,30,");
    assert_int_equal(strncmp(strchr(assumed, '\n') - 4, ",yes", 4), 0);
    assert_int_equal(strncmp(strchr(plain, '\n') - 3, ",no", 3), 0);
    assert_int_equal(strncmp(strchr(wait, '\n') - 3, ",no", 3), 0);
    assert_nan(field_number(assumed, 10)); /* neither fewer nor more hours are better as such */
    assert_within(field_number(wait, 10), 1, 0.05);
    assert_null(strstr(text, "\nseparate,"));
    assert_null(strstr(text, "Front door pair")); /* a team that the baseline does not have */
    free(text);
    expt_results_free(&results);
}

static void the_series_holds_the_months_of_monthly_columns_only(void **state) {
    struct expt_results results;
    size_t length, monthly = 0;
    fixture_results_make(&results);
    tables_write(state, &results);
    for (size_t i = 0; i < results.outcome_count; i++) {
        for (size_t j = 0; j < results.outcomes[i].column_count; j++) {
            monthly += results.outcomes[i].columns[j].monthly;
        }
    }
    char *text = scratch_read(state, "results/series.csv", &length);
    assert_int_equal(lines_check(text, 10), 120 * monthly + 1);
    const char *line = line_find(text, "separate,2023-12,list_people,all,all,people,30,");
    int column = expt_column_find(&results.outcomes[0], "list_people", "all", "all");
    const struct stat_moments *month = &results.outcomes[0].months[(size_t)column * 120 + 119];
    assert_near(field_number(line, 7), month->mean, 1e-9);
    assert_near(field_number(line, 10), sqrt(stat_moments_variance(month)), 1e-9);
    free(text);
    expt_results_free(&results);
}

static void the_waits_end_where_the_last_person_was_seen(void **state) {
    struct expt_results results;
    size_t length, last = 0;
    double people = 0;
    fixture_results_make(&results);
    const uint64_t *counts = results.outcomes[0].waits.counts;
    tables_write(state, &results);
    for (size_t i = 0; i < FIXTURE_BINS; i++) {
        people += (double)counts[i] / FIXTURE_REPLICATIONS;
        last = counts[i] > 0 ? i : last;
    }
    char *text = scratch_read(state, "results/waits.csv", &length), *end = strstr(text, "\nseparate,priority,");
    double sum = 0;
    for (char *line = strstr(text, "\nseparate,all,"); line != end; line = strchr(line + 1, '\n')) {
        sum += field_number(line, 5);
    }
    char *begin = mem_format("separate,all,all,%zu,%zu,", last, last + 1);
    assert_near(field_number(line_find(text, begin), 6), 1, 1e-12);
    assert_near(sum, people, 1e-9);
    free(begin);
    free(text);
    expt_results_free(&results);
}

static void the_last_bin_of_the_waits_has_no_upper_end(void **state) {
    struct expt_results results;
    size_t length;
    fixture_results_make(&results);
    results.outcomes[2].waits.counts[FIXTURE_BINS - 1] = 60;
    tables_write(state, &results);
    char *text = scratch_read(state, "results/waits.csv", &length);
    const char *line = line_find(text, "skill-mix,all,all,399,,2,");
    assert_near(field_number(line, 6), 1, 1e-12);
    free(text);
    expt_results_free(&results);
}

static void ways_out_and_who_still_waits_stand_under_each_day(void **state) {
    struct expt_results results;
    size_t length;
    fixture_results_make(&results);
    incidence_make(&results.outcomes[1].incidence);
    tables_write(state, &results);
    char *text = scratch_read(state, "results/incidence.csv", &length);
    assert_string_equal(text, "scenario,dimension,subject,days,cause,share,at_risk\n"
                              "integrated,priority,Priority 3,1,seen,0.3125,1600\n"
                              "integrated,priority,Priority 3,1,left,0.125,1600\n"
                              "integrated,priority,Priority 3,1,still waiting,0.5625,1600\n"
                              "integrated,priority,Priority 3,2,seen,0.59375,900\n"
                              "integrated,priority,Priority 3,2,left,0.40625,900\n"
                              "integrated,priority,Priority 3,2,still waiting,0,900\n");
    free(text);
    expt_results_free(&results);
}

static void the_dictionary_names_each_measure_once(void **state) {
    struct expt_results results;
    size_t length;
    fixture_results_make(&results);
    tables_write(state, &results);
    char *text = scratch_read(state, "results/measures.csv", &length);
    const char *line = line_find(text, "wait_mean,");
    assert_null(strstr(line + 1, "\nwait_mean,"));
    assert_non_null(line_find(text, "utilisation,Utilisation,%,"));
    assert_non_null(strstr(line, ",lower,yes\n"));
    free(text);
    expt_results_free(&results);
}

static void one_scenario_has_no_differences(void **state) {
    struct expt_results results;
    fixture_results_make(&results);
    const size_t all = results.outcome_count;
    results.outcome_count = 1;
    tables_write(state, &results);
    assert_true(scratch_has(state, "results/summary.csv"));
    assert_false(scratch_has(state, "results/differences.csv"));
    results.outcome_count = all;
    expt_results_free(&results);
}

static void a_hostile_name_stays_in_its_field(void **state) {
    struct expt_results results;
    size_t length;
    fixture_results_make(&results);
    fixture_subject_rename(&results, "NHS acute", "=cmd, \"a\"\n2");
    tables_write(state, &results);
    char *text = scratch_read(state, "results/summary.csv", &length);
    assert_non_null(strstr(text, "separate,utilisation,team,\"'=cmd, \"\"a\"\"\n2\",%,30,"));
    free(text);
    expt_results_free(&results);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_line_of_a_table_has_all_its_fields, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(the_summary_holds_each_column_of_each_scenario, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(the_replications_average_to_the_summary, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(each_line_of_a_replication_has_its_number_and_fingerprint, scratch_make,
                                        scratch_remove),
        cmocka_unit_test_setup_teardown(splits_name_every_part_and_sum_to_the_difference, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_difference_says_what_it_rests_on, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(the_series_holds_the_months_of_monthly_columns_only, scratch_make,
                                        scratch_remove),
        cmocka_unit_test_setup_teardown(the_waits_end_where_the_last_person_was_seen, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(the_last_bin_of_the_waits_has_no_upper_end, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(ways_out_and_who_still_waits_stand_under_each_day, scratch_make,
                                        scratch_remove),
        cmocka_unit_test_setup_teardown(the_dictionary_names_each_measure_once, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(one_scenario_has_no_differences, scratch_make, scratch_remove),
        cmocka_unit_test_setup_teardown(a_hostile_name_stays_in_its_field, scratch_make, scratch_remove),
    };
    return run_chosen(tests, argc, argv);
}
