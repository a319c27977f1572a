/* tests/scenario/test_parameters.c - the printed reference, and the tables it is printed from. */
#include "scenario/scenario.h"
#include "service/list.h"

#include "fixture.h"

enum { TABLES_MAX = 100 };

/* Every table that can be reached, each once. */
static size_t reach(const struct param_table *tables[TABLES_MAX]) {
    size_t count = 1;
    tables[0] = &scn_scenario_table;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < tables[i]->count; k++) {
            const struct param_table *below = tables[i]->params[k].table;
            bool known = below == NULL;
            for (size_t j = 0; j < count; j++) {
                known = known || tables[j] == below;
            }
            if (!known) {
                assert_true(count < TABLES_MAX);
                tables[count++] = below;
            }
        }
    }
    return count;
}

static char *printed(void) {
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    scn_parameters_print(out);
    assert_int_equal(fclose(out), 0);
    return text;
}

static void every_parameter_is_printed(void **state) {
    (void)state;
    const struct param_table *tables[TABLES_MAX];
    const size_t count = reach(tables);
    char *text = printed();
    for (size_t i = 0; i < count; i++) {
        char *heading = mem_format("\n## %s\n\n%s%s\n", tables[i]->name, tables[i]->meaning,
                                   tables[i]->repeats ? " An overlay replaces the whole list of them." : "");
        const char *section = strstr(text, heading);
        assert_non_null(section);
        free(heading);
        for (size_t k = 0; k < tables[i]->count; k++) {
            char *row = mem_format("\n| `%s` | %s | ", tables[i]->params[k].key, tables[i]->params[k].unit);
            assert_non_null(strstr(section, row));
            free(row);
        }
    }
    free(text);
}

static void ranges_and_defaults_are_shown(void **state) {
    (void)state;
    char *text = printed();
    static const char *const rows[] = {
        "| `title` | text | text | must be given | ",
        "| `run` | group | group: run | its own defaults | ",
        "| `start_date` | date | date | \"2014-01-01\" | ",
        "| `replications` | runs | whole number, 1 to 1000000 | 100 | ",
        "| `holidays` | dates | dates | empty | ",
        "| `teams` | list of groups | list of groups: team; 1 to ",
        "| `triangular` | `min` 0 to ",
        "| `empirical` | `edges`, `weights` | ",
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_non_null(strstr(text, rows[i]));
    }
    free(text);
}

static void check_row(const struct param *param) {
    const bool grouped = param->kind == PARAM_GROUP || param->kind == PARAM_ROWS;
    const bool number = param->kind == PARAM_REAL || param->kind == PARAM_INTEGER || param->kind == PARAM_DIST;
    assert_true(strlen(param->key) > 0 && strlen(param->unit) > 0);
    assert_int_equal(param->meaning[strlen(param->meaning) - 1], '.');
    assert_int_equal(grouped, param->table != NULL);
    assert_true(!number || param->low < param->high);
    assert_true(!number || param->optional || isnan(param->fallback) ||
                (param->fallback >= param->low && param->fallback <= param->high));
}

static void every_row_is_complete(void **state) {
    (void)state;
    const struct param_table *tables[TABLES_MAX];
    const size_t count = reach(tables);
    for (size_t i = 0; i < count; i++) {
        assert_true(tables[i]->count > 0 && tables[i]->size > 0);
        for (size_t k = 0; k < tables[i]->count; k++) {
            check_row(&tables[i]->params[k]);
            assert_true(tables[i]->params[k].offset < tables[i]->size);
        }
    }
}

static void no_key_stands_twice_in_a_table(void **state) {
    (void)state;
    const struct param_table *tables[TABLES_MAX];
    const size_t count = reach(tables);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < tables[i]->count; k++) {
            for (size_t j = 0; j < k; j++) {
                assert_string_not_equal(tables[i]->params[k].key, tables[i]->params[j].key);
            }
        }
    }
}

static void every_queue_is_explained(void **state) {
    (void)state;
    size_t count;
    const struct svc_discipline *disciplines = svc_disciplines(&count);
    char *text = printed();
    for (size_t i = 0; i < count; i++) {
        char *row = mem_format("\n| `%s` | %s |\n", disciplines[i].name, disciplines[i].meaning);
        assert_non_null(strstr(text, row));
        free(row);
    }
    free(text);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_parameter_is_printed), cmocka_unit_test(ranges_and_defaults_are_shown),
        cmocka_unit_test(every_row_is_complete),      cmocka_unit_test(no_key_stands_twice_in_a_table),
        cmocka_unit_test(every_queue_is_explained),
    };
    return run_chosen(tests, argc, argv);
}
