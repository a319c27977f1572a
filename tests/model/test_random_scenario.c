/* tests/model/test_random_scenario.c - what random scenarios hold, and how one that fails is made smaller. */
#include <string.h>

#include "base/mem.h"
#include "engine/dist.h"
#include "scenario/scenario.h"
#include "sim/scenario/parse.h"
#include "tests/model/random_scenario.h"
#include "tests/support.h"

enum { SEEDS = 60, KNOWN_MAX = 400 };

/* Keys, words and families of distributions that some scenario has said. */
struct said {
    const void *things[KNOWN_MAX]; /* rows of tables of parameters or of families, or words */
    size_t count;
};

static bool is_said(const struct said *said, const void *thing) {
    for (size_t i = 0; i < said->count; i++) {
        if (said->things[i] == thing) {
            return true;
        }
    }
    return false;
}

static void note(struct said *said, const void *thing) {
    if (!is_said(said, thing)) {
        assert_true(said->count < KNOWN_MAX);
        said->things[said->count++] = thing;
    }
}

/* Where a word stands among those allowed; NULL when it does not. */
static const char *word_among(const char *words, const char *word) {
    const size_t length = strlen(word);
    for (; words != NULL; words = strchr(words, '|') != NULL ? strchr(words, '|') + 1 : NULL) {
        if (strncmp(words, word, length) == 0 && (words[length] == '|' || words[length] == '\0')) {
            return words;
        }
    }
    return NULL;
}

static void note_group(struct said *said, const struct scn_node *group, const struct param_table *table) {
    for (size_t i = 0; i < table->count; i++) {
        const struct param *param = &table->params[i];
        const struct scn_node *node = scn_node_find(group, param->key);
        if (node == NULL) {
            continue;
        }
        note(said, param);
        if (param->kind == PARAM_GROUP) {
            note_group(said, node, param->table);
        } else if (param->kind == PARAM_ROWS) {
            for (size_t c = 0; c < node->count; c++) {
                note_group(said, &node->children[c], param->table);
            }
        } else if (param->kind == PARAM_DIST && node->kind == SCN_NODE_GROUP) {
            note(said, des_dist_family(scn_node_text(node, "dist")));
        } else if (param->words != NULL) {
            note(said, word_among(param->words, node->text));
        }
    }
}

/* What the scenario itself says, without the hamlet. */
static void note_scenario(struct said *said, uint64_t seed) {
    struct random_scenario scenario;
    struct err_list err;
    struct scn_node root;
    random_scenario_draw(&scenario, seed);
    err_list_init(&err);
    char *path = random_scenario_write(&scenario, "tests/scenarios/hamlet.cfg");
    assert_true(scn_parse(path, (struct scn_file_asker){NULL, 0}, &root, &err));
    note_group(said, &root, &scn_scenario_table);
    scn_node_free(&root);
    random_scenario_remove(&scenario, path);
    random_scenario_free(&scenario);
    err_list_free(&err);
}

/* Every key of the table and of those that it leads to, and each of its words, is said. Returns how many keys. */
static size_t check_table(const struct said *said, const struct param_table *table) {
    size_t count = 0;
    for (size_t i = 0; i < table->count; i++) {
        const struct param *param = &table->params[i];
        if (!is_said(said, param)) {
            print_error("no random scenario says '%s' of '%s'\n", param->key, table->name);
            fail();
        }
        for (const char *word = param->words; word != NULL;
             word = strchr(word, '|') != NULL ? strchr(word, '|') + 1 : NULL) {
            assert_true(is_said(said, word));
        }
        count += 1 + (param->table != NULL ? check_table(said, param->table) : 0);
    }
    return count;
}

static void every_key_is_said_by_some_scenario(void **state) {
    (void)state;
    struct said said = {.count = 0};
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        note_scenario(&said, seed);
    }
    assert_true(check_table(&said, &scn_scenario_table) > 130);
    size_t families;
    const struct des_family *family = des_dist_families(&families);
    for (size_t i = 0; i < families; i++) {
        assert_true(is_said(&said, &family[i]));
    }
}

/* ---- text ---- */

static char *text_of(const struct random_scenario *scenario) {
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    assert_non_null(out);
    random_scenario_print(scenario, out);
    assert_int_equal(fclose(out), 0);
    return text;
}

static void a_seed_gives_one_scenario_and_another_seed_another(void **state) {
    (void)state;
    char *texts[3];
    const uint64_t seeds[] = {41, 41, 42};
    for (size_t i = 0; i < 3; i++) {
        struct random_scenario scenario;
        random_scenario_draw(&scenario, seeds[i]);
        texts[i] = text_of(&scenario);
        random_scenario_free(&scenario);
    }
    assert_string_equal(texts[0], texts[1]);
    assert_string_not_equal(texts[0], texts[2]);
    assert_non_null(strstr(texts[0], "# seed 41\nextends = \"hamlet.cfg\";\n"));
    for (size_t i = 0; i < 3; i++) {
        free(texts[i]);
    }
}

static void what_is_left_out_is_not_printed(void **state) {
    (void)state;
    struct random_scenario scenario;
    random_scenario_draw(&scenario, 7);
    assert_true(scenario.count > 20);
    for (size_t i = 0; i < scenario.count; i++) {
        scenario.statements[i].is_dropped = true;
    }
    char *text = text_of(&scenario);
    assert_string_equal(text, "# seed 7\nextends = \"hamlet.cfg\";\nworld = {\n};\n");
    free(text);
    random_scenario_free(&scenario);
}

/* ---- smaller ---- */

/* A failure that needs some statements, and how often it was tried. */
struct planted {
    size_t needed[3], count, tries;
};

static bool fails(const struct random_scenario *scenario, void *context) {
    struct planted *planted = context;
    planted->tries++;
    for (size_t i = 0; i < planted->count; i++) {
        if (scenario->statements[planted->needed[i]].is_dropped) {
            return false;
        }
    }
    return true;
}

static void a_failure_is_shrunk_to_the_statements_that_it_needs(void **state) {
    (void)state;
    for (size_t count = 0; count <= 3; count++) {
        struct random_scenario scenario;
        random_scenario_draw(&scenario, 3);
        struct planted planted = {.needed = {0, scenario.count / 2, scenario.count - 1}, .count = count};
        assert_int_equal(random_scenario_shrink(&scenario, fails, &planted), count);
        assert_true(planted.tries < 2 * scenario.count);
        for (size_t i = 0; i < scenario.count; i++) {
            const bool is_needed = (count > 0 && i == planted.needed[0]) || (count > 1 && i == planted.needed[1]) ||
                                   (count > 2 && i == planted.needed[2]);
            assert_true(scenario.statements[i].is_dropped == !is_needed);
        }
        random_scenario_free(&scenario);
    }
}

/* Either of two will do: one of them is left. */
static bool fails_with_either(const struct random_scenario *scenario, void *context) {
    (void)context;
    return !scenario->statements[2].is_dropped || !scenario->statements[9].is_dropped;
}

static void nothing_that_can_be_left_out_is_kept(void **state) {
    (void)state;
    struct random_scenario scenario;
    random_scenario_draw(&scenario, 5);
    assert_int_equal(random_scenario_shrink(&scenario, fails_with_either, NULL), 1);
    random_scenario_free(&scenario);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_key_is_said_by_some_scenario),
        cmocka_unit_test(a_seed_gives_one_scenario_and_another_seed_another),
        cmocka_unit_test(what_is_left_out_is_not_printed),
        cmocka_unit_test(a_failure_is_shrunk_to_the_statements_that_it_needs),
        cmocka_unit_test(nothing_that_can_be_left_out_is_kept),
    };
    return run_chosen(tests, argc, argv);
}
