/* output/manifest.c - manifest.json: what made these results. */
#include "output/manifest.h"

#include <errno.h>
#include <gnu/libc-version.h>
#include <gsl/gsl_version.h>
#include <inttypes.h>
#include <jansson.h>
#include <libconfig.h>
#include <nettle/version.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "output/text.h"

/* A text of the user may hold bytes that JSON cannot. */
static json_t *text_value(const char *text) {
    char *line;
    json_t *value;

    if (!text) {
        return json_null();
    }
    line = out_text_line(text, 0);
    value = json_string(line);
    free(line);
    return value;
}

static json_t *time_value(int64_t seconds) {
    const time_t moment = (time_t)seconds;
    struct tm utc;
    char text[32];

    if (!gmtime_r(&moment, &utc)) {
        return json_null();
    }
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return json_string(text);
}

static json_t *count_value(uint64_t count) {
    return json_integer((json_int_t)count);
}

/* The rest of the first line that starts with key in a stream, behind its separator; "" when there is none. */
static json_t *line_value(FILE *stream, const char *key, const char *separator) {
    char line[512];

    while (stream && fgets(line, sizeof line, stream)) {
        char *value = line + strlen(key);

        if (strncmp(line, key, strlen(key)) != 0) {
            continue;
        }
        line[strcspn(line, "\n")] = '\0';
        return text_value(value + strspn(value, separator));
    }
    return json_null();
}

static json_t *gnuplot_version(void) {
    FILE *answer = popen("gnuplot --version 2>/dev/null", "r");
    json_t *version = line_value(answer, "gnuplot ", "");

    if (answer) {
        pclose(answer);
    }
    return version;
}

static json_t *cpu_model(void) {
    FILE *cpus = fopen("/proc/cpuinfo", "r");
    json_t *model = line_value(cpus, "model name", " \t:");

    if (cpus) {
        fclose(cpus);
    }
    return model;
}

static json_t *libraries(void) {
    json_t *versions = json_object();
    char *libconfig = mem_format("%d.%d.%d", LIBCONFIG_VER_MAJOR, LIBCONFIG_VER_MINOR, LIBCONFIG_VER_REVISION);
    char *nettle = mem_format("%d.%d", nettle_version_major(), nettle_version_minor());

    json_object_set_new(versions, "gsl", json_string(gsl_version));
    json_object_set_new(versions, "libconfig", json_string(libconfig));
    json_object_set_new(versions, "jansson", json_string(jansson_version_str()));
    json_object_set_new(versions, "nettle", json_string(nettle));
    json_object_set_new(versions, "glibc", json_string(gnu_get_libc_version()));
    json_object_set_new(versions, "gnuplot", gnuplot_version());
    free(libconfig);
    free(nettle);
    return versions;
}

static json_t *machine(void) {
    json_t *facts = json_object();
    struct utsname name = {0};

    uname(&name);
    json_object_set_new(facts, "system", json_string(name.sysname));
    json_object_set_new(facts, "release", json_string(name.release));
    json_object_set_new(facts, "architecture", json_string(name.machine));
    json_object_set_new(facts, "processor", cpu_model());
    json_object_set_new(facts, "cores", json_integer(sysconf(_SC_NPROCESSORS_ONLN)));
    json_object_set_new(facts, "memory_bytes",
                        json_integer((json_int_t)sysconf(_SC_PHYS_PAGES) * sysconf(_SC_PAGESIZE)));
    return facts;
}

static json_t *texts(const char *const *list, size_t count) {
    json_t *array = json_array();

    for (size_t i = 0; i < count; i++) {
        json_array_append_new(array, text_value(list[i]));
    }
    return array;
}

static json_t *settings(const struct out_manifest *manifest) {
    json_t *array = json_array();

    for (size_t i = 0; i < manifest->setting_count; i++) {
        json_t *setting = json_object();

        json_object_set_new(setting, "scenario", text_value(manifest->settings[i].scenario));
        json_object_set_new(setting, "set", text_value(manifest->settings[i].text));
        json_array_append_new(array, setting);
    }
    return array;
}

static json_t *hashed_file(const char *name, const char *digest) {
    json_t *file = json_object();

    json_object_set_new(file, "file", text_value(name));
    json_object_set_new(file, "sha256", text_value(digest));
    return file;
}

static json_t *inputs(const struct out_manifest *manifest) {
    json_t *array = json_array();

    for (size_t i = 0; i < manifest->input_count; i++) {
        char digest[65];
        const struct out_input *input = &manifest->inputs[i];
        const bool read = out_file_sha256(input->path, digest);
        json_t *file = hashed_file(input->path, read ? digest : NULL);

        if (input->copy) {
            json_object_set_new(file, "copy", text_value(input->copy));
        }
        json_array_append_new(array, file);
    }
    return array;
}

static json_t *outputs(const struct out_folder *folder) {
    json_t *array = json_array();

    for (size_t i = 0; i < folder->count; i++) {
        json_array_append_new(array, hashed_file(folder->files[i].name, folder->files[i].sha256));
    }
    return array;
}

static void program_add(json_t *root, const struct out_manifest *manifest) {
    json_object_set_new(root, "program", json_string("caremix"));
    json_object_set_new(root, "version", text_value(manifest->version));
    json_object_set_new(root, "commit", text_value(manifest->commit));
    json_object_set_new(root, "licence", json_string("GPL-3.0-or-later"));
    json_object_set_new(root, "compiler", json_string(__VERSION__));
    json_object_set_new(root, "flags", text_value(manifest->flags));
    json_object_set_new(root, "libraries", libraries());
}

static json_t *seed_value(uint64_t seed) {
    char *text = mem_format("%" PRIu64, seed);
    json_t *value = json_string(text);

    free(text);
    return value;
}

/* In place of the one seed and number of replications of a study. */
static json_t *runs(const struct out_manifest *manifest) {
    json_t *array = json_array();

    for (size_t i = 0; i < manifest->run_count; i++) {
        json_t *run = json_object();

        json_object_set_new(run, "scenario", text_value(manifest->runs[i].scenario));
        json_object_set_new(run, "seed", seed_value(manifest->runs[i].seed));
        json_object_set_new(run, "seeds", count_value(manifest->runs[i].seeds));
        json_object_set_new(run, "replications", count_value(manifest->runs[i].replications));
        json_array_append_new(array, run);
    }
    return array;
}

static void replications_add(json_t *root, const struct out_manifest *manifest) {
    json_object_set_new(root, "first_replication", count_value(manifest->first_replication));
    if (manifest->run_count > 0) {
        json_object_set_new(root, "runs", runs(manifest));
        return;
    }
    json_object_set_new(root, "replications_asked", count_value(manifest->replications_asked));
    json_object_set_new(root, "replications", count_value(manifest->replications));
}

static void study_add(json_t *root, const struct out_manifest *manifest) {
    json_object_set_new(root, "complete", json_boolean(manifest->complete));
    json_object_set_new(root, "command", texts(manifest->arguments, (size_t)manifest->argument_count));
    if (manifest->run_count == 0) {
        json_object_set_new(root, "seed", seed_value(manifest->seed));
    }
    json_object_set_new(root, "generator", json_string("Philox4x32-10"));
    replications_add(root, manifest);
    json_object_set_new(root, "scenarios", texts(manifest->scenarios, manifest->scenario_count));
    json_object_set_new(root, "settings", settings(manifest));
    json_object_set_new(root, "persons", count_value(manifest->persons));
    json_object_set_new(root, "events", count_value(manifest->events));
}

static void run_add(json_t *root, const struct out_manifest *manifest) {
    const double seconds = manifest->run_seconds;

    json_object_set_new(root, "started", time_value(manifest->started));
    json_object_set_new(root, "finished", time_value((int64_t)time(NULL)));
    json_object_set_new(root, "run_seconds", json_real(seconds));
    json_object_set_new(root, "persons_per_second",
                        seconds > 0 ? json_real((double)manifest->persons / seconds) : json_null());
    json_object_set_new(root, "threads", count_value(manifest->threads));
    json_object_set_new(root, "machine", machine());
}

bool out_manifest_write(struct out_folder *folder, const struct out_manifest *manifest, struct err_list *err) {
    FILE *out = out_folder_begin(folder, "manifest.json", err);
    json_t *root;
    int failure;

    if (!out) {
        return false;
    }
    root = json_object();
    program_add(root, manifest);
    study_add(root, manifest);
    json_object_set_new(root, "inputs", inputs(manifest));
    json_object_set_new(root, "outputs", outputs(folder));
    run_add(root, manifest);
    failure = json_dumpf(root, out, JSON_INDENT(2) | JSON_REAL_PRECISION(10));
    json_decref(root);
    fputc('\n', out);
    /* A full disk shows as an error of the stream, which out_folder_end complains about. */
    err_require(failure == 0 || ferror(out));
    return out_folder_end(folder, err);
}
