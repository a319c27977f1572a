/* experiment/study.c - replications on threads, taken in one after another whoever ran them. */
#include "experiment/study.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/mem.h"
#include "gather.h"
#include "model/split.h"

/* What the threads of one study share; everything below the lock is read and written with it held. */
struct crowd {
    const struct expt_study *study;
    expt_progress *progress;
    void *context;
    pthread_mutex_t lock;
    pthread_cond_t turn;
    struct expt_gather gather;
    uint32_t next; /* replication that nobody has begun, from 0 */
    bool is_stopped;
};

/* A number to run, or false when there is none left. */
static bool begin_next(struct crowd *crowd, uint32_t *replication) {
    pthread_mutex_lock(&crowd->lock);
    const bool is_left = !crowd->is_stopped && crowd->next < crowd->study->replications;
    *replication = crowd->next;
    crowd->next += is_left;
    pthread_mutex_unlock(&crowd->lock);
    return is_left;
}

/* Sums of real numbers depend on their order, so each replication waits for its turn. */
static void hand_in(struct crowd *crowd, uint32_t replication, struct model *const *models) {
    pthread_mutex_lock(&crowd->lock);
    while (crowd->gather.taken != replication && !crowd->is_stopped) {
        pthread_cond_wait(&crowd->turn, &crowd->lock);
    }
    if (!crowd->is_stopped) {
        expt_gather_take(&crowd->gather, models);
        if (crowd->progress != NULL) {
            crowd->is_stopped = !crowd->progress(crowd->context, crowd->gather.taken, crowd->study->replications);
        }
    }
    pthread_cond_broadcast(&crowd->turn);
    pthread_mutex_unlock(&crowd->lock);
}

static void *work(void *argument) {
    struct crowd *crowd = argument;
    const struct expt_study *study = crowd->study;
    struct model **models = mem_zeroed(study->scenario_count, sizeof *models);
    for (size_t s = 0; s < study->scenario_count; s++) {
        models[s] = model_new(&study->scenarios[s].inputs);
        if (study->scenario_count > 1) {
            model_split_expect(models[s]);
        }
    }
    uint32_t replication;
    while (begin_next(crowd, &replication)) {
        for (size_t s = 0; s < study->scenario_count; s++) {
            model_run(models[s], study->first_replication + replication, study->checked);
        }
        hand_in(crowd, replication, models);
    }
    for (size_t s = 0; s < study->scenario_count; s++) {
        model_free(models[s]);
    }
    free(models);
    return NULL;
}

void expt_study_run(const struct expt_study *study, expt_progress *progress, void *context,
                    struct expt_results *results) {
    err_require(study->scenario_count > 0 && study->replications > 0 && study->threads > 0);
    err_require(study->first_replication > 0 && study->replications - 1 <= UINT32_MAX - study->first_replication);
    struct crowd crowd = {.study = study, .progress = progress, .context = context};
    pthread_mutex_init(&crowd.lock, NULL);
    pthread_cond_init(&crowd.turn, NULL);
    expt_gather_init(&crowd.gather, study, results);
    const unsigned count = study->threads < study->replications ? study->threads : study->replications;
    pthread_t *threads = mem_zeroed(count, sizeof *threads);
    for (unsigned t = 1; t < count; t++) {
        err_require(pthread_create(&threads[t], NULL, work, &crowd) == 0);
    }
    work(&crowd); /* the caller's own thread is the first of the crowd */
    for (unsigned t = 1; t < count; t++) {
        pthread_join(threads[t], NULL);
    }
    free(threads);
    expt_gather_finish(&crowd.gather);
    pthread_cond_destroy(&crowd.turn);
    pthread_mutex_destroy(&crowd.lock);
}
