/* tests/model/diary.h - what a watcher was told, person by person, and who these people are. */
#ifndef TESTS_MODEL_DIARY_H
#define TESTS_MODEL_DIARY_H

#include "model/watch.h"
#include "tests/model/fixture.h"
#include "world/person.h"

enum { DIARY_PEOPLE = 60000, DIARY_FACTS = MODEL_FACTS };

/* One person: when each fact was told first, DES_NEVER when it was not, and how often. */
struct diary_page {
    des_time first[DIARY_FACTS];
    unsigned times[DIARY_FACTS];
};

/* A run of one scenario; people by their numbers of world/person.h. Who is there on day one is not in it. */
struct diary {
    struct scn_scenario scenario;
    struct diary_page *pages;
};

static inline void diary_write(void *context, const struct model_note *note) {
    struct diary_page *pages = context;
    if (note->person < DIARY_PEOPLE) {
        struct diary_page *page = &pages[note->person];
        page->first[note->fact] = page->times[note->fact] == 0 ? note->time : page->first[note->fact];
        page->times[note->fact]++;
    }
}

/* Runs a replication of a base with an overlay, every invariant checked after every event. The caller ends it with
 * diary_end. */
static inline void diary_keep(struct diary *diary, const char *base, const char *overlay, uint32_t replication) {
    trial_read(&diary->scenario, base, overlay);
    diary->pages = mem_zeroed(DIARY_PEOPLE, sizeof *diary->pages);
    for (size_t i = 0; i < DIARY_PEOPLE; i++) {
        for (size_t f = 0; f < DIARY_FACTS; f++) {
            diary->pages[i].first[f] = DES_NEVER;
        }
    }
    const struct model_inputs inputs = inputs_of(&diary->scenario);
    struct model *model = model_new(&inputs);
    model_watch(model, diary_write, diary->pages);
    model_run(model, replication, true);
    model_free(model);
}

static inline void diary_end(struct diary *diary) {
    free(diary->pages);
    scn_scenario_free(&diary->scenario);
}

static inline des_time diary_time(const struct diary *diary, uint32_t person, enum model_fact fact) {
    return diary->pages[person].first[fact];
}

static inline bool diary_has(const struct diary *diary, uint32_t person, enum model_fact fact) {
    return diary->pages[person].times[fact] > 0;
}

/* People to whom something happened. */
static inline size_t diary_count(const struct diary *diary, enum model_fact fact) {
    size_t count = 0;
    for (uint32_t i = 0; i < DIARY_PEOPLE; i++) {
        count += diary_has(diary, i, fact);
    }
    return count;
}

/* Who somebody is, by the cell of demand that is in the number. */
static inline struct world_person diary_person(const struct diary *diary, uint32_t person, uint32_t replication) {
    struct des_stream random;
    struct world_person who;
    des_stream_init(&random, (uint64_t)diary->scenario.run.seed, replication);
    world_person_draw(&diary->scenario.world, &random, person % diary->scenario.world.demand.cell_count, person, &who);
    return who;
}

static inline des_time diary_days(double days) {
    return des_clock_span(days, DES_DAY);
}

#endif
