/* tests/model/random_scenario.c - random scenarios as text and as files, and smaller ones. */
#include "tests/model/random_scenario.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/mem.h"
#include "tests/model/random_draw.h"

void random_scenario_draw(struct random_scenario *scenario, uint64_t seed) {
    *scenario = (struct random_scenario){.seed = seed};
    des_stream_init(&scenario->random, seed, 0);
    random_begin(scenario, "density");
    scenario->density = random_real(scenario, 0.1, 0.9);
    random_draw_world(scenario);
    random_draw_people(scenario);
    random_draw_service(scenario);
}

void random_scenario_free(struct random_scenario *scenario) {
    for (size_t i = 0; i < scenario->count; i++) {
        free(scenario->statements[i].row);
        free(scenario->statements[i].text);
        free(scenario->statements[i].file);
        free(scenario->statements[i].contents);
    }
    for (size_t i = 0; i < scenario->text_count; i++) {
        free(scenario->texts[i]);
    }
    free(scenario->statements);
    free(scenario->texts);
    *scenario = (struct random_scenario){.count = 0};
}

/* ---- as text ---- */

static bool is_in(const struct random_statement *statement, const char *group) {
    return !statement->is_dropped && strcmp(statement->group, group) == 0;
}

static bool has_group(const struct random_scenario *scenario, const char *group) {
    for (size_t i = 0; i < scenario->count; i++) {
        if (is_in(&scenario->statements[i], group)) {
            return true;
        }
    }
    return false;
}

static void print_text(const char *text, FILE *out) {
    for (; *text != '\0'; text++) {
        fputc(*text == '\'' ? '"' : *text, out);
    }
}

/* What is said about the group and, if row is not NULL, about that row of it. */
static void print_settings(const struct random_scenario *scenario, const char *group, const char *row, FILE *out) {
    for (size_t i = 0; i < scenario->count; i++) {
        const struct random_statement *statement = &scenario->statements[i];
        if (is_in(statement, group) && (row == NULL || strcmp(statement->row, row) == 0)) {
            fputs("  ", out);
            print_text(statement->text, out);
            fputc('\n', out);
        }
    }
}

static bool is_first_of_row(const struct random_scenario *scenario, size_t index) {
    const struct random_statement *statement = &scenario->statements[index];
    for (size_t i = 0; i < index; i++) {
        if (is_in(&scenario->statements[i], statement->group) &&
            strcmp(scenario->statements[i].row, statement->row) == 0) {
            return false;
        }
    }
    return true;
}

static void print_rows(const struct random_scenario *scenario, const char *group, FILE *out) {
    const char *comma = "";
    fprintf(out, "%s = (\n", group);
    for (size_t i = 0; i < scenario->count; i++) {
        const char *row = scenario->statements[i].row;
        if (is_in(&scenario->statements[i], group) && is_first_of_row(scenario, i)) {
            fprintf(out, "%s{ name = \"%s\";\n", comma, row);
            print_settings(scenario, group, row, out);
            fputs("}", out);
            comma = ",\n";
        }
    }
    fputs("\n);\n", out);
}

static void print_part(const struct random_scenario *scenario, const char *group, bool is_list, FILE *out) {
    if (!has_group(scenario, group)) {
        return;
    }
    if (is_list) {
        print_rows(scenario, group, out);
        return;
    }
    fprintf(out, "%s = {\n", group);
    print_settings(scenario, group, NULL, out);
    fputs("};\n", out);
}

static void print_overlay(const struct random_scenario *scenario, FILE *out) {
    static const char *const lists[] = {"localities", "priorities", "targets", "roles", "needs", "streams"};
    static const char *const groups[] = {"care", "leaving", "hospital", "care_homes"};
    print_settings(scenario, "", NULL, out);
    print_part(scenario, "run", false, out);
    fputs("world = {\n", out);
    print_settings(scenario, "world", NULL, out);
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        print_part(scenario, lists[i], true, out);
    }
    for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
        print_part(scenario, groups[i], false, out);
    }
    fputs("};\n", out);
    print_part(scenario, "teams", true, out);
    print_part(scenario, "published", true, out);
}

void random_scenario_print(const struct random_scenario *scenario, FILE *out) {
    fprintf(out, "# seed %llu\nextends = \"hamlet.cfg\";\n", (unsigned long long)scenario->seed);
    print_overlay(scenario, out);
    for (size_t i = 0; i < scenario->count; i++) {
        const struct random_statement *statement = &scenario->statements[i];
        if (!statement->is_dropped && statement->file != NULL) {
            fprintf(out, "---- %s\n%s", statement->file, statement->contents);
        }
    }
}

/* ---- as files ---- */

static FILE *open_beside(const char *folder, const char *name) {
    char *path = mem_format("%s/%s", folder, name);
    FILE *out = fopen(path, "w");
    err_require(out != NULL);
    free(path);
    return out;
}

char *random_scenario_write(const struct random_scenario *scenario, const char *base) {
    const char *temporary = getenv("TMPDIR");
    char *folder = mem_format("%s/caremix-test-XXXXXX", temporary != NULL ? temporary : "/tmp");
    char here[4096];
    err_require(mkdtemp(folder) != NULL && getcwd(here, sizeof here) != NULL);
    FILE *out = open_beside(folder, "random.cfg");
    fprintf(out, "extends = \"%s%s%s\";\n", *base == '/' ? "" : here, *base == '/' ? "" : "/", base);
    print_overlay(scenario, out);
    err_require(fclose(out) == 0);
    for (size_t i = 0; i < scenario->count; i++) {
        if (scenario->statements[i].file != NULL) {
            out = open_beside(folder, scenario->statements[i].file);
            fputs(scenario->statements[i].contents, out);
            err_require(fclose(out) == 0);
        }
    }
    char *path = mem_format("%s/random.cfg", folder);
    free(folder);
    return path;
}

void random_scenario_remove(const struct random_scenario *scenario, char *path) {
    err_require(remove(path) == 0);
    *strrchr(path, '/') = '\0';
    for (size_t i = 0; i < scenario->count; i++) {
        if (scenario->statements[i].file != NULL) {
            char *beside = mem_format("%s/%s", path, scenario->statements[i].file);
            err_require(remove(beside) == 0);
            free(beside);
        }
    }
    err_require(rmdir(path) == 0);
    free(path);
}

/* ---- smaller ---- */

/* Leaves out up to so many of the statements that are left, from one on; *next receives where to go on. True if the
 * claim holds without them, and they stay out. */
static bool leave_out(struct random_scenario *scenario, size_t *next, size_t many, random_claim *claim, void *context) {
    size_t *dropped = mem_zeroed(many, sizeof *dropped), count = 0;
    for (; *next < scenario->count && count < many; (*next)++) {
        if (!scenario->statements[*next].is_dropped) {
            scenario->statements[*next].is_dropped = true;
            dropped[count++] = *next;
        }
    }
    const bool holds = count > 0 && claim(scenario, context);
    for (size_t i = 0; i < count; i++) {
        scenario->statements[dropped[i]].is_dropped = holds;
    }
    free(dropped);
    return holds;
}

static size_t count_left(const struct random_scenario *scenario) {
    size_t count = 0;
    for (size_t i = 0; i < scenario->count; i++) {
        count += !scenario->statements[i].is_dropped;
    }
    return count;
}

size_t random_scenario_shrink(struct random_scenario *scenario, random_claim *claim, void *context) {
    size_t many = count_left(scenario) / 2;
    while (many > 0) {
        bool has_shrunk = false;
        for (size_t next = 0; next < scenario->count;) {
            has_shrunk = leave_out(scenario, &next, many, claim, context) || has_shrunk;
        }
        many = many == 1 && has_shrunk ? 1 : many / 2;
    }
    return count_left(scenario);
}
