/* tests/command/test_hostile_names.c - names that mean something to a shell, a table, JSON, SVG or gnuplot. */
#include <csv.h>
#include <jansson.h>

#include "base/text.h"
#include "tests/command/program.h"

static const char file_name[] = "n\"a,m%s$(touch${IFS}marker)&<e>'\xC3\xA9";

/* What stands in the valley, and what is put in its place. */
static const char *const names[][2] = {
    {"North", "=1+1, \"North\" & <b>"},
    {"South", "`touch marker`$(touch marker)"},
    {"OT North", "O\"T, %s%n {/Bold x}_^@ \xC3\xA9\xE8\xA9\xA6\xF0\x9F\x91\xB5"},
    {"OT South", "<script>alert('x')</script> ]]> &amp;"},
    {"Social work", "-Social\\work'; rm -rf ;"},
    {"Rehab", "@SUM(A1) !touch marker"},
    {"council", "c,o\\\"uncil\\"},
    {"urgent", "NaN"},
    {"medium", "+medium_1^2"},
    {"equipment", "e\"quip,ment"},
    {"community", "com\\munity %d"},
    {"old", "80+ 'old' \"\""},
    {"Valley", "Val\"ley, 100% {/*:Bold x} @{a}_b^c `touch marker` $(touch marker)"},
};

enum { NAMES = sizeof names / sizeof names[0] };

/* The text with every quoted name replaced, as a scenario file writes it. */
static char *in_scenario(const char *text) {
    char *result = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&result, &size);
    while (*text != '\0') {
        size_t n = 0, length = 0;
        for (; n < NAMES && length == 0; n++) {
            const size_t wanted = strlen(names[n][0]);
            length =
                text[0] == '"' && strncmp(text + 1, names[n][0], wanted) == 0 && text[wanted + 1] == '"' ? wanted : 0;
        }
        fputc(*text++, out);
        for (const char *at = length > 0 ? names[n - 1][1] : ""; *at != '\0'; at++) {
            fprintf(out, "%s%c", *at == '"' || *at == '\\' ? "\\" : "", *at);
        }
        text += length;
    }
    fclose(out);
    return result;
}

/* The residents with their places replaced, as a table writes them. */
static void write_residents(void **state, const char *text) {
    char *path = scratch_path(state, "valley-population.csv");
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    for (size_t length; *text != '\0'; text += length) {
        length = strcspn(text, ",\n");
        size_t n = 0;
        while (n < NAMES && (strlen(names[n][0]) != length || strncmp(text, names[n][0], length) != 0)) {
            n++;
        }
        if (n < NAMES) {
            csv_fwrite(out, names[n][1], strlen(names[n][1]));
        } else {
            fwrite(text, 1, length, out);
        }
        if (text[length] != '\0') {
            fputc(text[length++], out);
        }
    }
    assert_int_equal(fclose(out), 0);
    free(path);
}

static char *source_read(const char *name) {
    char *path = mem_format("tests/scenarios/%s", name), *bytes = mem_zeroed(1 << 20, 1);
    FILE *in = fopen(path, "r");
    assert_non_null(in);
    assert_true(fread(bytes, 1, (1 << 20) - 1, in) > 0);
    fclose(in);
    free(path);
    return bytes;
}

/* Two scenarios, the second laid over the first, compared into "results". */
static struct program compare_hostile(void **state) {
    char *valley = source_read("valley.cfg"), *people = source_read("valley-population.csv");
    char *deaths = source_read("valley-deaths.csv"), *text = in_scenario(valley);
    char *first = mem_format("%s.cfg", file_name), *second = mem_format("2%s.cfg", file_name);
    char *over = mem_format("extends = \"n\\\"%s.cfg\";\ntitle = \"second \\\\ \\\" %%d\";\n"
                            "teams = ( { name = \"@SUM(A1) !touch marker\"; recognises = 0.9; } );\n",
                            file_name + 2);
    char *words = mem_format("compare @/%s @/%s -r 2 -o @/results", first, second);
    scratch_write(state, first, text);
    scratch_write(state, second, over);
    scratch_write(state, "valley-deaths.csv", deaths);
    write_residents(state, people);
    struct program program = program_run(state, words);
    if (program.status != 0) {
        print_error("%s", program.err);
    }
    assert_int_equal(program.status, 0);
    free(valley);
    free(people);
    free(deaths);
    free(text);
    free(first);
    free(second);
    free(over);
    free(words);
    return program;
}

/* What libcsv finds in a table. */
struct sheet {
    size_t fields, width, rows;
    bool has[NAMES];
};

/* A spreadsheet would work out what begins so; an apostrophe keeps it from that. */
static void take_field(void *field, size_t length, void *context) {
    struct sheet *sheet = context;
    (void)length;
    for (size_t n = 0; n < NAMES; n++) {
        char *guarded = mem_format("%s%s", strchr("=+-@", names[n][1][0]) ? "'" : "", names[n][1]);
        sheet->has[n] = sheet->has[n] || strcmp(field, guarded) == 0;
        free(guarded);
    }
    sheet->fields++;
}

static void take_row(int end, void *context) {
    struct sheet *sheet = context;
    (void)end;
    assert_true(sheet->rows == 0 || sheet->fields == sheet->width);
    sheet->width = sheet->fields;
    sheet->fields = 0;
    sheet->rows++;
}

static struct sheet sheet_read(void **state, const char *name) {
    size_t length;
    char *text = scratch_read(state, name, &length);
    struct sheet sheet = {.fields = 0};
    struct csv_parser parser;
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
    assert_int_equal(csv_parse(&parser, text, length, take_field, take_row, &sheet), length);
    assert_int_equal(csv_fini(&parser, take_field, take_row, &sheet), 0);
    csv_free(&parser);
    free(text);
    assert_true(sheet.rows > 1);
    return sheet;
}

static void tables_read_back_as_the_very_names(void **state) {
    static const char *const tables[] = {"results/summary.csv", "results/differences.csv", "results/replications.csv",
                                         "results/series.csv",  "results/waits.csv",       "results/incidence.csv",
                                         "results/splits.csv",  "results/measures.csv"};
    struct program program = compare_hostile(state);
    for (size_t t = 0; t < sizeof tables / sizeof tables[0]; t++) {
        const struct sheet sheet = sheet_read(state, tables[t]);
        for (size_t n = 0; t == 0 && n < NAMES; n++) {
            const bool is_subject = strcmp(names[n][0], "equipment") != 0 && strcmp(names[n][0], "Valley") != 0;
            if (is_subject != sheet.has[n]) {
                print_error("%s: %s\n", tables[t], names[n][1]);
            }
            assert_true(sheet.has[n] == is_subject);
        }
    }
    program_free(&program);
}

/* Runs a line of shell in the results; it must end well and say nothing. */
static void assert_quiet(void **state, const char *line) {
    char *command = mem_format("cd '%s/results' && { %s; } >../said.txt 2>&1", (const char *)*state, line);
    const int status = system(command);
    size_t length;
    char *said = scratch_read(state, "said.txt", &length);
    if (status != 0 || length > 0) {
        print_error("%s\n%s", line, said);
        fail();
    }
    free(said);
    free(command);
}

static void figures_are_sound_and_gnuplot_has_nothing_to_say(void **state) {
    struct program program = compare_hostile(state);
    assert_quiet(state, "test $(ls figures/*.svg | wc -l) -ge 12");
    assert_quiet(state, "xmllint --noout figures/*.svg");
    assert_quiet(state, "cd figures && for f in *.csv; do gnuplot -d ${f%.csv}.gp || exit 1; done");
    assert_quiet(state, "grep -q 'Val.*100% {/\\*:Bold x} @{a}_b^c' figures/utilisation.svg");
    program_free(&program);
}

static void the_manifest_is_json_and_names_the_files(void **state) {
    struct program program = compare_hostile(state);
    char *path = scratch_path(state, "results/manifest.json");
    json_t *manifest = json_load_file(path, JSON_REJECT_DUPLICATES, NULL);
    const json_t *scenarios = json_object_get(manifest, "scenarios");
    assert_string_equal(json_string_value(json_array_get(scenarios, 0)), file_name);
    json_decref(manifest);
    free(path);
    program_free(&program);
}

static void the_terminal_gets_plain_lines(void **state) {
    struct program program = compare_hostile(state);
    for (const char *at = program.out; *at != '\0'; at += text_character(at)) {
        assert_true(text_character(at) > 0);
        assert_true(*at == '\n' || !text_is_control(at, text_character(at)));
    }
    assert_string_equal(program.err, "");
    program_free(&program);
}

static void nothing_that_a_name_says_is_done(void **state) {
    struct program program = compare_hostile(state);
    assert_quiet(state, "test -z \"$(find .. -name '*marker' -not -name '*touch*')\"");
    assert_int_equal(access("marker", F_OK), -1);
    program_free(&program);
}

static void what_was_resolved_reads_again(void **state) {
    struct program program = compare_hostile(state);
    char *words = mem_format("check -r 1 @/results/resolved/%s.cfg", file_name);
    program_expect(state, words, 0, "no faults");
    free(words);
    program_free(&program);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(tables_read_back_as_the_very_names),
        test_in_scratch(figures_are_sound_and_gnuplot_has_nothing_to_say),
        test_in_scratch(the_manifest_is_json_and_names_the_files),
        test_in_scratch(the_terminal_gets_plain_lines),
        test_in_scratch(nothing_that_a_name_says_is_done),
        test_in_scratch(what_was_resolved_reads_again),
    };
    return run_chosen(tests, argc, argv);
}
