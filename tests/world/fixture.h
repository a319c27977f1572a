/* tests/world/fixture.h - a small world, made of structs: 2 localities, 3 age bands, 3 roles, 4 needs, 2 streams. */
#ifndef TESTS_WORLD_FIXTURE_H
#define TESTS_WORLD_FIXTURE_H

#include <string.h>

#include "base/mem.h"
#include "tests/support.h"
#include "world/person.h"
#include "world/world.h"

enum { NORTH, SOUTH, LOCALITIES };
enum { YOUNG, ADULT, OLD, BANDS };
enum { URGENT, ROUTINE, PRIORITIES };
enum { THERAPIST, ASSISTANT, SOCIAL_WORKER, ROLES };
enum { EQUIPMENT, REHABILITATION, CARE, COMMISSIONING, NEEDS };
enum { COMMUNITY, HOSPITAL, STREAMS };
enum { FIRST_YEAR = 2013, YEARS = 4, WARM_UP_DAYS = 400, STUDY_DAYS = 1000 };

static const struct des_date fixture_start = {2014, 4, 1};

/* Places for the texts that structs point to. */
struct words {
    char letters[16384];
    size_t used;
    char *lists[512];
    size_t listed;
};

static inline char *word_of_length(struct words *words, const char *text, size_t length) {
    char *copy = words->letters + words->used;
    assert_true(words->used + length < sizeof words->letters);
    memcpy(copy, text, length);
    copy[length] = '\0';
    words->used += length + 1;
    return copy;
}

static inline char *word(struct words *words, const char *text) {
    return word_of_length(words, text, strlen(text));
}

/* "a|b" becomes two texts, "" none. */
static inline struct param_texts texts(struct words *words, const char *joined) {
    struct param_texts list = {words->lists + words->listed, 0};
    while (*joined != '\0') {
        const size_t length = strcspn(joined, "|");
        assert_true(words->listed < sizeof words->lists / sizeof words->lists[0]);
        words->lists[words->listed++] = word_of_length(words, joined, length);
        list.count++;
        joined += length + (joined[length] == '|');
    }
    return list;
}

struct small_world {
    struct world world;
    struct words words;
    struct world_locality localities[LOCALITIES];
    struct world_band bands[BANDS];
    struct world_priority priorities[PRIORITIES];
    struct world_role roles[ROLES];
    struct world_need needs[NEEDS];
    struct world_stream streams[STREAMS];
    struct world_likelihood presents[STREAMS][2];
    struct world_likelihood further[STREAMS][2];
    struct world_priority_share shares[STREAMS][2];
    struct world_rate rates[STREAMS][BANDS];
    struct world_care_band care_bands[1];
};

static inline void make_places(struct small_world *small) {
    struct words *words = &small->words;
    small->localities[NORTH] = (struct world_locality){word(words, "North"), 10};
    small->localities[SOUTH] = (struct world_locality){word(words, "South"), 27};
    small->bands[YOUNG] = (struct world_band){word(words, "young"), 0, 16};
    small->bands[ADULT] = (struct world_band){word(words, "adult"), 16, 65};
    small->bands[OLD] = (struct world_band){word(words, "old"), 65, 95};
    small->priorities[URGENT] = (struct world_priority){word(words, "urgent"), 7};
    small->priorities[ROUTINE] = (struct world_priority){word(words, "routine"), 42};
}

static inline struct world_need need_of(struct words *words, const char *name, const char *roles) {
    return (struct world_need){
        .name = word(words, name),
        .assessment_hours = des_dist_constant(1.5),
        .followups = des_dist_constant(0),
        .followup_hours = des_dist_constant(0),
        .followup_gap_days = des_dist_constant(0),
        .lead_days = des_dist_constant(0),
        .roles = texts(words, roles),
    };
}

static inline struct world_role role_of(struct words *words, const char *name, double hours, double cost) {
    return (struct world_role){
        .name = word(words, name), .client_hours_per_fte_year = hours, .cost_gbp_per_fte_year = cost};
}

static inline void make_roles_and_needs(struct small_world *small) {
    struct words *words = &small->words;
    small->roles[THERAPIST] = role_of(words, "therapist", 1200, 50123);
    small->roles[ASSISTANT] = role_of(words, "assistant", 1150, 30456);
    small->roles[SOCIAL_WORKER] = role_of(words, "social worker", 1100, 47789);
    small->roles[THERAPIST].stands_in_for = texts(words, "assistant");
    small->needs[EQUIPMENT] = need_of(words, "equipment", "assistant");
    small->needs[REHABILITATION] = need_of(words, "rehabilitation", "therapist");
    small->needs[CARE] = need_of(words, "care", "social worker");
    small->needs[COMMISSIONING] = need_of(words, "commissioning", "social worker");
}

static inline struct world_likelihood likely(struct words *words, const char *need, double probability,
                                             double from_years) {
    return (struct world_likelihood){word(words, need), probability, from_years, 120, 0};
}

static inline void make_community(struct small_world *small) {
    struct words *words = &small->words;
    small->presents[COMMUNITY][0] = likely(words, "equipment", 0.7, 0);
    small->presents[COMMUNITY][1] = likely(words, "rehabilitation", 0.3, 0);
    small->further[COMMUNITY][0] = likely(words, "rehabilitation", 0.4, 16);
    small->further[COMMUNITY][1] = likely(words, "care", 0.25, 65);
    small->shares[COMMUNITY][0] = (struct world_priority_share){word(words, "routine"), 0.85, 0};
    small->shares[COMMUNITY][1] = (struct world_priority_share){word(words, "urgent"), 0.15, 0};
    small->rates[COMMUNITY][0] = (struct world_rate){word(words, "old"), 93};
    small->rates[COMMUNITY][1] = (struct world_rate){word(words, "adult"), 12.5};
    small->rates[COMMUNITY][2] = (struct world_rate){word(words, "young"), 8.25};
    small->streams[COMMUNITY] = (struct world_stream){
        .name = word(words, "community"),
        .presents = {small->presents[COMMUNITY], 2},
        .further = {small->further[COMMUNITY], 2},
        .priorities = {small->shares[COMMUNITY], 2},
        .rates = {small->rates[COMMUNITY], 3},
        .growth_per_year = 0.03,
        .existing_service = 0.35,
    };
}

/* Nobody young comes by hospital. */
static inline void make_hospital(struct small_world *small) {
    struct words *words = &small->words;
    small->presents[HOSPITAL][0] = likely(words, "rehabilitation", 1, 0);
    small->further[HOSPITAL][0] = likely(words, "equipment", 0.5, 0);
    small->shares[HOSPITAL][0] = (struct world_priority_share){word(words, "urgent"), 1, 0};
    small->rates[HOSPITAL][0] = (struct world_rate){word(words, "adult"), 4.75};
    small->rates[HOSPITAL][1] = (struct world_rate){word(words, "old"), 61};
    small->streams[HOSPITAL] = (struct world_stream){
        .name = word(words, "hospital"),
        .presents = {small->presents[HOSPITAL], 1},
        .further = {small->further[HOSPITAL], 1},
        .priorities = {small->shares[HOSPITAL], 1},
        .rates = {small->rates[HOSPITAL], 2},
        .inpatient = true,
    };
    small->world.hospital.length_of_stay_days = des_dist_constant(9);
    small->world.hospital.discharge_priority = word(words, "routine");
}

static inline void make_care(struct small_world *small) {
    struct words *words = &small->words;
    small->care_bands[0] = (struct world_care_band){word(words, "old"), 31, 0.06, des_dist_constant(52)};
    small->world.care = (struct world_care){
        .need = word(words, "care"),
        .commissioning = word(words, "commissioning"),
        .request_stream = word(words, "community"),
        .hours_per_week = des_dist_constant(7.5),
        .brokerage_days = des_dist_constant(11),
        .bands = {small->care_bands, 1},
        .waiting_multiplier = 1.3,
        .protection_multiplier = 0.8,
        .cost_gbp_per_hour = 23.5,
    };
}

/* Residents by year, locality and band; the number of people in a cell changes by a different step each year. */
static inline double fixture_persons(size_t year, size_t locality, size_t band) {
    static const double first[LOCALITIES][BANDS] = {{5210, 18340, 4170}, {3070, 11290, 3310}};
    static const double yearly[LOCALITIES][BANDS] = {{-37, 55, 131}, {21, -83, 97}};
    return first[locality][band] + yearly[locality][band] * (double)year * (1 + 0.25 * (double)year);
}

static inline void make_people(struct small_world *small) {
    struct world_population *population = &small->world.population;
    *population = (struct world_population){LOCALITIES, BANDS, YEARS, FIRST_YEAR, NULL};
    population->persons = mem_zeroed((size_t)YEARS * LOCALITIES * BANDS, sizeof *population->persons);
    for (size_t i = 0; i < (size_t)YEARS * LOCALITIES * BANDS; i++) {
        population->persons[i] = fixture_persons(i / (LOCALITIES * BANDS), i / BANDS % LOCALITIES, i % BANDS);
    }
    static const struct world_hazard_step steps[] = {{0, 0.002, 0}, {50, 0.012, 0}, {80, 0.11, 0}};
    small->world.death.count = 3;
    small->world.death.steps = mem_zeroed(3, sizeof *steps);
    memcpy(small->world.death.steps, steps, sizeof steps);
    world_hazard_prepare(&small->world.death);
}

/* As the reader leaves it: not prepared. Freed with drop_small_world. */
static inline struct small_world *make_small_world(void) {
    struct small_world *small = mem_zeroed(1, sizeof *small);
    make_places(small);
    make_roles_and_needs(small);
    make_community(small);
    make_hospital(small);
    make_care(small);
    make_people(small);
    struct world *world = &small->world;
    world->localities = (struct param_rows){small->localities, LOCALITIES, NULL};
    world->bands = (struct param_rows){small->bands, BANDS, NULL};
    world->priorities = (struct param_rows){small->priorities, PRIORITIES, NULL};
    world->roles = (struct param_rows){small->roles, ROLES, NULL};
    world->needs = (struct param_rows){small->needs, NEEDS, NULL};
    world->streams = (struct param_rows){small->streams, STREAMS, NULL};
    world->leaving = (struct world_leaving){0.004, 0.006, 0};
    world->death_multiplier = 1;
    world->assessment_hours = des_dist_constant(1.25);
    world->follow_days = 365;
    return small;
}

static inline void drop_small_world(struct small_world *small) {
    world_free(&small->world);
    free(small);
}

static inline bool prepare_small_world(struct small_world *small, struct err_list *err) {
    return world_prepare(&small->world, fixture_start, (des_time)WARM_UP_DAYS * DES_DAY, (des_time)STUDY_DAYS * DES_DAY,
                         "small.cfg", err);
}

static inline struct small_world *make_prepared_world(void) {
    struct small_world *small = make_small_world();
    struct err_list err;
    err_list_init(&err);
    assert_true(prepare_small_world(small, &err));
    assert_int_equal(err.count, 0);
    err_list_free(&err);
    return small;
}

static inline size_t count_said(const struct err_list *err, const char *text) {
    size_t count = 0;
    for (size_t i = 0; i < err->count; i++) {
        count += strstr(err->complaints[i].text, text) != NULL;
    }
    return count;
}

/* Exactly one complaint, and it ends with the text. */
static inline void support_only_said(const struct err_list *err, const char *text, const char *file, int line) {
    const size_t length = err->count == 1 ? strlen(err->complaints[0].text) : 0;
    if (length < strlen(text) || strcmp(err->complaints[0].text + length - strlen(text), text) != 0) {
        print_error("%zu complaints, not the one that should be: %s\n", err->count, text);
        for (size_t i = 0; i < err->count; i++) {
            print_error("    %s\n", err->complaints[i].text);
        }
        _fail(file, line);
    }
}

#define assert_only_said(err, text) support_only_said((err), (text), __FILE__, __LINE__)

#endif
