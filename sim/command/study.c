/* command/study.c - from file names to results. */
#include "study.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "command.h"
#include "inputs.h"
#include "model/measure.h"
#include "output/folder.h"
#include "progress.h"
#include "scenario/name.h"

static bool was_said(const struct err_list *err, size_t i) {
    size_t earlier = 0;
    while (earlier < i && strcmp(err->complaints[earlier].text, err->complaints[i].text) != 0) {
        earlier++;
    }
    return earlier < i;
}

void cmd_study_complain(const struct err_list *err) {
    size_t said = 0;
    for (size_t i = 0; i < err->count; i++) {
        if (!was_said(err, i)) {
            fprintf(stderr, "%s\n", err->complaints[i].text);
            said++;
        }
    }
    fprintf(stderr, "caremix: %zu %s; nothing was run and nothing was written.\n", said,
            said == 1 ? "fault" : "faults");
}

static bool is_same_content(const char *path, const char *other) {
    char digests[2][65];
    return strcmp(path, other) == 0 || (out_file_sha256(path, digests[0]) && out_file_sha256(other, digests[1]) &&
                                        strcmp(digests[0], digests[1]) == 0);
}

/* Results keep the data of all scenarios in one folder, where a name can stand for one file only. */
static void check_data(const struct scn_scenario *first, const struct scn_scenario *other, struct err_list *err) {
    for (size_t f = 0; f < other->file_count; f++) {
        const char *path = other->files[f].path;
        for (size_t g = 0; other->files[f].is_data && g < first->file_count; g++) {
            const char *namesake = first->files[g].path;
            if (first->files[g].is_data && strcmp(scn_name_base(path), scn_name_base(namesake)) == 0 &&
                !is_same_content(path, namesake)) {
                err_add(err, path, 0, "holds other data than %s under the same name; rename one of them", namesake);
            }
        }
    }
}

/* A scenario stands there too, written out in full under its own name. */
static void check_names(const struct scn_scenario *scenario, const struct scn_scenario *other, struct err_list *err) {
    char *taken = mem_format("%s.cfg", other->name);
    for (size_t f = 0; f < scenario->file_count; f++) {
        const struct scn_file *file = &scenario->files[f];
        if (file->is_data && strcmp(scn_name_base(file->path), taken) == 0) {
            err_add(err, file->path, 0, "holds data under the name of a scenario, %s; rename it", other->path);
        }
        if (*text_unfit(scn_name_base(file->path), "") != '\0') {
            err_add(err, file->path, 0, "its name holds a control character, or bytes that are not UTF-8; rename it");
        }
    }
    free(taken);
}

/* Scenarios are compared month by month, so they must cover the same ones; tables and files know them by name. */
static void check_together(const struct scn_scenario *first, const struct scn_scenario *other, struct err_list *err) {
    const int64_t first_day = des_date_day(first->run.start_date), day = des_date_day(other->run.start_date);
    if (first_day != day || first->end != other->end || first->warm_up != other->warm_up) {
        err_add(err, other->path, 0,
                "its start date, end date and warm-up must be those of %s, with which it is compared", first->path);
    }
    if (strcmp(first->name, other->name) == 0) {
        err_add(err, other->path, 0,
                "has the same name as %s, so results could not tell them apart; rename one of them", first->path);
    }
    check_data(first, other, err);
}

/* A figure is held against a measure that exists; which ones do is known here and not to the reader of files. */
static void check_published(const struct scn_scenario *scenario, struct err_list *err) {
    size_t count;
    const struct model_measure *measures = model_measures(&count);
    const char **keys = mem_zeroed(count, sizeof *keys);
    for (size_t m = 0; m < count; m++) {
        keys[m] = measures[m].key;
    }
    const struct scn_published *rows = scenario->published.rows;
    for (size_t p = 0; p < scenario->published.count; p++) {
        size_t m = 0;
        while (m < count && strcmp(keys[m], rows[p].measure) != 0) {
            m++;
        }
        if (m == count) {
            const struct param_place place = param_place_of(&scenario->published, p, scenario->path);
            char *hint = err_suggestion(rows[p].measure, keys, count, " (see caremix check --measures)");
            err_add(err, place.file, place.line, "published figure '%s': '%s' is no measure%s", rows[p].name,
                    rows[p].measure, hint);
            free(hint);
        }
    }
    free(keys);
}

static void describe(struct cmd_study *study, size_t i) {
    const struct scn_scenario *read = &study->read[i];
    study->scenarios[i] = (struct expt_scenario){
        .name = read->name,
        .title = read->title,
        .inputs = cmd_inputs(read, study->seed),
    };
}

static void read_each(struct cmd_study *study, const struct cmd_options *options, struct err_list *err) {
    struct scn_setting *settings = mem_zeroed(options->setting_count, sizeof *settings);
    for (size_t s = 0; s < options->setting_count; s++) {
        settings[s].text = options->settings[s];
    }
    for (size_t i = 0; i < study->count; i++) {
        if (scn_scenario_read_with(options->scenarios[i], settings, options->setting_count, &study->read[i], err)) {
            check_published(&study->read[i], err);
        }
    }
    scn_setting_check(settings, options->setting_count, err);
    scn_setting_free(settings, options->setting_count);
    free(settings);
}

static void read_all(struct cmd_study *study, const struct cmd_options *options, struct err_list *err) {
    read_each(study, options, err);
    const bool is_good = err->count == 0;
    for (size_t i = 0; is_good && i < study->count; i++) {
        for (size_t earlier = 0; earlier < i; earlier++) {
            check_together(&study->read[earlier], &study->read[i], err);
        }
        for (size_t other = 0; other < study->count; other++) {
            check_names(&study->read[i], &study->read[other], err);
        }
    }
}

bool cmd_study_read(struct cmd_study *study, const struct cmd_options *options) {
    *study = (struct cmd_study){.count = options->scenario_count, .threads = options->threads};
    study->read = mem_zeroed(study->count, sizeof *study->read);
    study->scenarios = mem_zeroed(study->count, sizeof *study->scenarios);
    struct err_list err;
    err_list_init(&err);
    read_all(study, options, &err);
    const bool is_good = err.count == 0;
    if (is_good) {
        const struct scn_run *run = &study->read[0].run;
        study->replications = options->replications > 0 ? options->replications : (uint32_t)run->replications;
        study->first_replication = options->first_replication > 0 ? options->first_replication : 1;
        study->seed = options->has_seed ? options->seed : (uint64_t)run->seed;
        for (size_t i = 0; i < study->count; i++) {
            describe(study, i);
        }
    } else {
        cmd_study_complain(&err);
    }
    err_list_free(&err);
    return is_good;
}

void cmd_study_run(struct cmd_study *study, bool checked) {
    const struct expt_study plan = {
        .scenarios = study->scenarios,
        .scenario_count = study->count,
        .first_replication = study->first_replication,
        .replications = study->replications,
        .threads = study->threads,
        .checked = checked,
    };
    struct cmd_progress progress;
    cmd_progress_begin(&progress);
    expt_study_run(&plan, cmd_progress_show, &progress, &study->results);
    study->run_seconds = cmd_progress_clock() - progress.started;
    study->was_run = true;
    study->was_stopped = study->results.replications < study->replications;
    study->signal = progress.signal;
    study->former_signals = progress.former;
    cmd_progress_end(&progress);
}

int cmd_study_end(struct cmd_study *study) {
    const int late = cmd_progress_release(&study->former_signals);
    if (study->signal == 0) {
        study->signal = late;
    }
    if (study->signal != 0 && !study->was_stopped) {
        fprintf(stderr, "caremix: interrupted when every replication was finished; nothing is missing.\n");
    }
    return study->signal == 0 ? CMD_OK : study->signal == SIGTERM ? CMD_TERMINATED : CMD_INTERRUPTED;
}

void cmd_study_free(struct cmd_study *study) {
    if (study->was_run) {
        expt_results_free(&study->results);
    }
    for (size_t i = 0; i < study->count; i++) {
        scn_scenario_free(&study->read[i]);
    }
    free(study->read);
    free(study->scenarios);
}
