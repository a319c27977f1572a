/* command/study.c - from file names to results. */
#include "study.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "progress.h"

void cmd_study_complain(const struct err_list *err) {
    for (size_t i = 0; i < err->count; i++) {
        fprintf(stderr, "%s\n", err->complaints[i].text);
    }
    fprintf(stderr, "caremix: %zu %s; nothing was run and nothing was written.\n", err->count,
            err->count == 1 ? "fault" : "faults");
}

/* Scenarios are compared month by month, so they must cover the same ones. */
static void check_together(const struct scn_scenario *first, const struct scn_scenario *other, struct err_list *err) {
    const int64_t first_day = des_date_day(first->run.start_date), day = des_date_day(other->run.start_date);
    if (first_day != day || first->end != other->end || first->warm_up != other->warm_up) {
        err_add(err, other->path, 0,
                "its start date, end date and warm-up must be those of %s, with which it is compared", first->path);
    }
}

static void describe(struct cmd_study *study, size_t i) {
    const struct scn_scenario *read = &study->read[i];
    study->scenarios[i] = (struct expt_scenario){
        .name = read->name,
        .title = read->title,
        .inputs = {
            .world = &read->world,
            .service = &read->service,
            .calendar = read->calendar,
            .always_open = read->always_open,
            .warm_up = read->warm_up,
            .end = read->end,
            .months = read->months,
            .seed = study->seed,
        },
    };
}

static void read_all(struct cmd_study *study, const struct cmd_options *options, struct err_list *err) {
    for (size_t i = 0; i < study->count; i++) {
        const bool is_good = scn_scenario_read(options->scenarios[i], &study->read[i], err);
        if (is_good && err->count == 0) {
            check_together(&study->read[0], &study->read[i], err);
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
    cmd_progress_end(&progress);
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
