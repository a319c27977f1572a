/* tests/model/test_golden.c - every column of the three reference scenarios in their first year, two
 * replications, against stored values. A change that moves one on purpose stores them anew (make golden)
 * and says why. */
#include "tests/model/fixture.h"

enum { REPLICATIONS = 2 };

/* The results as text, one line a column; the caller frees it. */
static char *text_of(const struct trial *trial) {
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    const struct expt_outcome *outcome = &trial->results.outcomes[0];
    assert_non_null(out);
    fprintf(out, "measure,dimension,subject,replication 1,replication 2\n");
    for (size_t c = 0; c < outcome->column_count; c++) {
        const struct expt_column *column = &outcome->columns[c];
        fprintf(out, "%s,%s,\"%s\"", column->measure, column->dimension, column->subject);
        for (size_t r = 0; r < REPLICATIONS; r++) {
            const double value = outcome->values[c * REPLICATIONS + r];
            fprintf(out, isnan(value) ? "," : ",%.10g", value);
        }
        fprintf(out, "\n");
    }
    assert_int_equal(fclose(out), 0);
    return text;
}

static void store(const char *path, const char *text) {
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    fputs(text, out);
    assert_int_equal(fclose(out), 0);
}

/* Names the first line that is not as stored. */
static void compare(const char *path, const char *text) {
    FILE *in = fopen(path, "r");
    char line[400];
    assert_non_null(in);
    for (size_t number = 1; fgets(line, sizeof line, in) != NULL; number++) {
        const size_t length = strlen(line);
        if (strncmp(line, text, length) != 0) {
            print_error("%s:%zu: stored %sgot    %.*s\n", path, number, line, (int)strcspn(text, "\n"), text);
            fail();
        }
        text += length;
    }
    fclose(in);
    assert_string_equal(text, "");
}

static void run_golden(const char *name) {
    const char *renew = getenv("GOLDEN");
    char *scenario = mem_format("scenarios/%s.cfg", name), *path = mem_format("tests/golden/%s.csv", name);
    struct trial trial;
    trial_run(&trial, scenario, REPLICATIONS, (const char *const[]){"run = { end_date = '2015-01-01'; };", NULL});
    char *text = text_of(&trial);
    if (renew != NULL && strcmp(renew, "renew") == 0) {
        store(path, text);
    }
    compare(path, text);
    free(text);
    free(path);
    free(scenario);
    trial_end(&trial);
}

static void separate_services_are_as_stored(void **state) {
    (void)state;
    run_golden("separate");
}

static void integrated_teams_are_as_stored(void **state) {
    (void)state;
    run_golden("integrated");
}

static void the_skill_mix_is_as_stored(void **state) {
    (void)state;
    run_golden("skill-mix");
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(separate_services_are_as_stored),
        cmocka_unit_test(integrated_teams_are_as_stored),
        cmocka_unit_test(the_skill_mix_is_as_stored),
    };
    return run_chosen(tests, argc, argv);
}
