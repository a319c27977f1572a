/* output/record.c - what a results folder says of itself. */
#include "output/record.h"

#include <errno.h>
#include <fts.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/text.h"
#include "output/text.h"

static const char manifest_name[] = "manifest.json";

enum { SHOWN_CHARACTERS = 60, FACT_CHARACTERS = 200 };

/* Beyond all results; a manifest that says more is a fault rather than hours of work. */
enum { MOST_BYTES = 1 << 26, MOST_REPLICATIONS = 1000000, MOST_FILES = 10000, MOST_COMPLAINTS = 20 };

/* A manifest being read. */
struct reading {
    struct out_record *record;
    char *path;
    const json_t *root;
    struct err_list *err;
};

static void complain(const struct reading *reading, const char *key, const char *wanted, const json_t *value) {
    char *text = value ? json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT) : NULL;
    char *shown = out_text_line(text ? text : "nothing", SHOWN_CHARACTERS);

    if (reading->err->count < MOST_COMPLAINTS) {
        err_add(reading->err, reading->path, 0, "'%s' must be %s, not %s", key, wanted, shown);
    }
    free(shown);
    free(text);
}

static void number_take(const struct reading *reading, const char *key, uint32_t *number) {
    const json_t *value = json_object_get(reading->root, key);
    const json_int_t found = json_integer_value(value);

    if (!json_is_integer(value) || found < 1 || found > MOST_REPLICATIONS) {
        complain(reading, key, "a whole number from 1 to 1000000", value);
        return;
    }
    *number = (uint32_t)found;
}

static void seed_take(const struct reading *reading) {
    const json_t *value = json_object_get(reading->root, "seed");
    const char *text = json_string_value(value);
    char *end = NULL;

    errno = 0;
    reading->record->seed = text ? strtoull(text, &end, 10) : 0;
    if (!text || text[0] < '0' || text[0] > '9' || *end != '\0' || errno != 0) {
        complain(reading, "seed", "a text that is a whole number, as \"2014\"", value);
    }
}

/* Its name in the folder resolved; the caller frees it. */
static char *resolved_name(const char *name, const char *ending) {
    return mem_format("resolved/%s%s", name, ending);
}

/* A list that is there, has anything in it, and is no longer than any results need; NULL after a complaint. */
static const json_t *list_at(const struct reading *reading, const char *key, const char *wanted) {
    const json_t *list = json_object_get(reading->root, key);

    if (json_array_size(list) > 0 && json_array_size(list) <= MOST_FILES) {
        return list;
    }
    complain(reading, key, wanted, list);
    return NULL;
}

static void scenario_take(const struct reading *reading, const json_t *value) {
    struct out_record *record = reading->record;
    const char *text = json_string_value(value);
    char *name;

    if (!text || text[0] == '\0' || strchr(text, '/')) {
        complain(reading, "scenarios", "a list of names without '/'", value);
        return;
    }
    name = resolved_name(text, ".cfg");
    if (out_record_find(record, name) == record->output_count) {
        complain(reading, "scenarios", "a list of names of which each has a file in resolved", value);
    }
    free(name);
    record->scenarios[record->scenario_count++] = mem_text(text);
}

static void scenarios_take(const struct reading *reading) {
    const json_t *list = list_at(reading, "scenarios", "a list of names");

    reading->record->scenarios = mem_zeroed(json_array_size(list), sizeof *reading->record->scenarios);
    for (size_t i = 0; i < json_array_size(list); i++) {
        scenario_take(reading, json_array_get(list, i));
    }
}

/* A text that can stand on a line. */
static bool is_line(const char *text) {
    size_t length = text_character(text);

    while (*text != '\0' && length > 0 && !text_is_control(text, length)) {
        text += length;
        length = text_character(text);
    }
    return *text == '\0';
}

static void setting_take(const struct reading *reading, const json_t *value) {
    struct out_record *record = reading->record;
    const char *name = json_string_value(json_object_get(value, "scenario"));
    const char *text = json_string_value(json_object_get(value, "set"));
    size_t i = 0;

    while (name && i < record->scenario_count && strcmp(record->scenarios[i], name) != 0) {
        i++;
    }
    if (!name || i == record->scenario_count || !text || !is_line(text)) {
        complain(reading, "settings", "a list of what was set, on one line, and in which of the scenarios", value);
        return;
    }
    record->settings[record->setting_count++] = (struct out_laid){.scenario = i, .text = mem_text(text)};
}

/* May be absent: a study without settings is the same study. */
static void settings_take(const struct reading *reading) {
    const json_t *list = json_object_get(reading->root, "settings");

    if (list && (!json_is_array(list) || json_array_size(list) > MOST_FILES)) {
        complain(reading, "settings", "a list of what was set", list);
        return;
    }
    reading->record->settings = mem_zeroed(json_array_size(list), sizeof *reading->record->settings);
    for (size_t i = 0; i < json_array_size(list); i++) {
        setting_take(reading, json_array_get(list, i));
    }
}

static bool is_digest(const char *text) {
    return text && strlen(text) == 64 && strspn(text, "0123456789abcdef") == 64;
}

/* A name that leads nowhere else, and that can be printed. */
static bool is_inside(const char *name) {
    const size_t length = strlen(name);

    return length > 0 && name[0] != '/' && name[length - 1] != '/' && strcmp(name, "..") != 0 &&
           strncmp(name, "../", 3) != 0 && !strstr(name, "/../") &&
           !(length > 2 && strcmp(name + length - 3, "/..") == 0) && is_line(name);
}

/* Does a link lead out of the folder? What is not there leads nowhere. */
static bool leads_out(const char *folder, const char *name) {
    char *path = mem_format("%s/%s", folder, name), *root = realpath(folder, NULL), *file = realpath(path, NULL);
    const size_t length = root ? strlen(root) : 0;
    const bool is_out = file && (!root || strncmp(file, root, length) != 0 || (length > 1 && file[length] != '/'));

    free(file);
    free(root);
    free(path);
    return is_out;
}

static void output_take(const struct reading *reading, const json_t *value, json_t *known) {
    struct out_record *record = reading->record;
    const char *name = json_string_value(json_object_get(value, "file"));
    const char *digest = json_string_value(json_object_get(value, "sha256"));
    struct out_file *file = &record->outputs[record->output_count];

    if (!name || !is_inside(name) || leads_out(record->folder, name)) {
        complain(reading, "outputs", "a list of files inside the folder", value);
    } else if (!is_digest(digest)) {
        complain(reading, "outputs", "a list of files, each with its SHA-256 in 64 hexadecimal digits", value);
    } else if (json_object_get(known, name)) {
        complain(reading, "outputs", "a list that names each file once", value);
    } else {
        json_object_set_new(known, name, json_true());
        file->name = mem_text(name);
        memcpy(file->sha256, digest, sizeof file->sha256);
        record->output_count++;
    }
}

static void outputs_take(const struct reading *reading) {
    const json_t *list = list_at(reading, "outputs", "a list of files");
    json_t *known = json_object();

    reading->record->outputs = mem_zeroed(json_array_size(list), sizeof *reading->record->outputs);
    for (size_t i = 0; i < json_array_size(list); i++) {
        output_take(reading, json_array_get(list, i), known);
    }
    json_decref(known);
}

/* What was read as data lies in the folder, with the same bytes. */
static void input_check(const struct reading *reading, const json_t *value) {
    const struct out_record *record = reading->record;
    const json_t *sum = json_object_get(value, "sha256");
    const char *path = json_string_value(json_object_get(value, "file")), *digest = json_string_value(sum);
    const char *copy = json_string_value(json_object_get(value, "copy"));
    size_t output;

    if (!path ||
        (json_object_get(value, "sha256") && !json_is_null(json_object_get(value, "sha256")) && !is_digest(digest))) {
        complain(reading, "inputs", "a list of files, each with its SHA-256 in 64 hexadecimal digits", value);
        return;
    }
    if (!copy) { /* a scenario, which is there written out in full */
        return;
    }
    output = out_record_find(record, copy);
    if (output == record->output_count) {
        complain(reading, "inputs", "data that are among the outputs, in resolved", value);
    } else if (digest && strcmp(digest, record->outputs[output].sha256) != 0) {
        complain(reading, "inputs", "data with the SHA-256 of their copy in resolved", value);
    }
}

static void inputs_check(const struct reading *reading) {
    const json_t *list = list_at(reading, "inputs", "a list of files");

    for (size_t i = 0; i < json_array_size(list); i++) {
        input_check(reading, json_array_get(list, i));
    }
}

/* What is not known is null, and may be absent: nothing but a report hangs on it. */
static void fact_take(const struct reading *reading, const char *group, const char *key) {
    struct out_record *record = reading->record;
    const json_t *from = group ? json_object_get(reading->root, group) : reading->root;
    const json_t *value = json_object_get(from, key);
    struct out_fact *fact = &record->facts[record->fact_count++];

    if (value && !json_is_null(value) && !json_is_string(value)) {
        complain(reading, key, "a text", value);
    }
    fact->name = mem_text(key);
    fact->value = out_text_line(json_is_string(value) ? json_string_value(value) : "unknown", FACT_CHARACTERS);
}

static void facts_take(const struct reading *reading) {
    static const char *const facts[][2] = {
        {NULL, "version"},        {NULL, "commit"},
        {NULL, "compiler"},       {NULL, "flags"},
        {"libraries", "gsl"},     {"libraries", "libconfig"},
        {"libraries", "glibc"},   {"libraries", "gnuplot"},
        {"machine", "processor"}, {"machine", "architecture"},
    };
    const size_t count = sizeof facts / sizeof facts[0];

    reading->record->facts = mem_zeroed(count, sizeof *reading->record->facts);
    for (size_t i = 0; i < count; i++) {
        fact_take(reading, facts[i][0], facts[i][1]);
    }
}

static void complete_take(const struct reading *reading) {
    const json_t *value = json_object_get(reading->root, "complete");

    reading->record->is_complete = json_is_true(value);
    if (!json_is_boolean(value)) {
        complain(reading, "complete", "true or false", value);
    }
}

static void root_take(const struct reading *reading) {
    const char *program = json_string_value(json_object_get(reading->root, "program"));

    if (!program || strcmp(program, "caremix") != 0) {
        complain(reading, "program", "\"caremix\"", json_object_get(reading->root, "program"));
        return;
    }
    if (json_object_get(reading->root, "runs")) {
        err_add(reading->err, reading->path, 0,
                "is of the coverage of intervals (selftest --seeds); what is run again are studies of run and compare");
        return;
    }
    complete_take(reading);
    seed_take(reading);
    reading->record->first_replication = 1;
    if (json_object_get(reading->root, "first_replication")) {
        number_take(reading, "first_replication", &reading->record->first_replication);
    }
    number_take(reading, "replications", &reading->record->replications);
    outputs_take(reading);
    scenarios_take(reading);
    settings_take(reading);
    inputs_check(reading);
    facts_take(reading);
}

/* A pipe would never end, and a file beyond all measure is no manifest. */
static json_t *json_read(const char *folder, const char *path, struct err_list *err) {
    struct stat facts;
    json_error_t error;
    json_t *root;

    if (leads_out(folder, manifest_name)) {
        err_add(err, path, 0, "is a link that leads out of the folder, which results must not need");
        return NULL;
    }
    if (stat(path, &facts) != 0) {
        err_add(err, path, 0, "cannot be read, so this folder holds no results of caremix: %s", strerror(errno));
        return NULL;
    }
    if (!S_ISREG(facts.st_mode) || facts.st_size > MOST_BYTES) {
        err_add(err, path, 0, "is no file of at most %d bytes, as a manifest is", MOST_BYTES);
        return NULL;
    }
    root = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    if (!root) {
        char *shown = out_text_line(error.text, 2 * SHOWN_CHARACTERS);

        err_add(err, path, error.line > 0 ? (unsigned)error.line : 0, "is no JSON: %s", shown);
        free(shown);
    }
    return root;
}

bool out_record_read(struct out_record *record, const char *folder, struct err_list *err) {
    const size_t before = err->count;
    struct reading reading = {.record = record, .path = mem_format("%s/%s", folder, manifest_name), .err = err};
    json_t *root = json_read(folder, reading.path, err);

    *record = (struct out_record){.folder = mem_text(folder)};
    if (root) {
        reading.root = root;
        root_take(&reading);
        json_decref(root);
    }
    free(reading.path);
    return err->count == before;
}

void out_record_free(struct out_record *record) {
    for (size_t i = 0; i < record->scenario_count; i++) {
        free(record->scenarios[i]);
    }
    for (size_t i = 0; i < record->setting_count; i++) {
        free(record->settings[i].text);
    }
    for (size_t i = 0; i < record->output_count; i++) {
        free(record->outputs[i].name);
    }
    for (size_t i = 0; i < record->fact_count; i++) {
        free(record->facts[i].name);
        free(record->facts[i].value);
    }
    free(record->scenarios);
    free(record->settings);
    free(record->outputs);
    free(record->facts);
    free(record->folder);
    *record = (struct out_record){0};
}

size_t out_record_find(const struct out_record *record, const char *name) {
    size_t i = 0;

    while (i < record->output_count && strcmp(record->outputs[i].name, name) != 0) {
        i++;
    }
    return i;
}

enum out_record_state out_record_check(const struct out_record *record, size_t output) {
    const struct out_file *file = &record->outputs[output];
    char *path = mem_format("%s/%s", record->folder, file->name), digest[65];
    struct stat facts;
    const bool is_read = stat(path, &facts) == 0 && S_ISREG(facts.st_mode) && out_file_sha256(path, digest);

    free(path);
    if (!is_read) {
        return OUT_MISSING;
    }
    return strcmp(digest, file->sha256) == 0 ? OUT_AS_RECORDED : OUT_CHANGED;
}

static int names_compare(const void *first, const void *second) {
    return strcmp(*(char *const *)first, *(char *const *)second);
}

size_t out_record_extras(const struct out_record *record, char ***names) {
    char *roots[2] = {record->folder, NULL};
    FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR, NULL);
    size_t count = 0, capacity = 0;

    *names = NULL;
    for (FTSENT *entry = walk ? fts_read(walk) : NULL; entry; entry = fts_read(walk)) {
        const char *name = entry->fts_path + strlen(record->folder);

        name += strspn(name, "/");
        if (entry->fts_info == FTS_D || entry->fts_info == FTS_DP || strcmp(name, manifest_name) == 0 ||
            out_record_find(record, name) < record->output_count) {
            continue;
        }
        *names = mem_grown(*names, count, &capacity, sizeof **names);
        (*names)[count++] = mem_text(name);
    }
    if (walk) {
        fts_close(walk);
    }
    if (count > 1) {
        qsort(*names, count, sizeof **names, names_compare);
    }
    return count;
}
