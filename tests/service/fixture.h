/* tests/service/fixture.h - teams, made of structs, over the small world. */
#ifndef TESTS_SERVICE_FIXTURE_H
#define TESTS_SERVICE_FIXTURE_H

#include "service/service.h"
#include "tests/world/fixture.h"

enum { TEAMS_MAX = SVC_ORGANISATIONS_MAX + 2, REMIT_MAX = 8, STAFF_MAX = 8 };

struct small_service {
    struct small_world *small;
    struct svc_service service;
    struct words words;
    struct svc_team teams[TEAMS_MAX];
    struct svc_remit remits[TEAMS_MAX][REMIT_MAX];
    struct svc_staff staffs[TEAMS_MAX][STAFF_MAX];
    struct svc_travel travels[1];
};

/* "care|equipment" */
static inline struct param_rows remit_of(struct small_service *over, size_t team, const char *needs) {
    const struct param_texts names = texts(&over->words, needs);
    for (size_t i = 0; i < names.count; i++) {
        over->remits[team][i] = (struct svc_remit){.need = names.texts[i], .pace = 1 + 0.25 * (double)i};
    }
    return (struct param_rows){over->remits[team], names.count, NULL};
}

/* "therapist=2.5|assistant=1" */
static inline struct param_rows staff_of(struct small_service *over, size_t team, const char *staff) {
    const struct param_texts groups = texts(&over->words, staff);
    for (size_t i = 0; i < groups.count; i++) {
        char *equals = strchr(groups.texts[i], '=');
        over->staffs[team][i] = (struct svc_staff){.role = groups.texts[i],
                                                   .fte = atof(equals + 1),
                                                   .client_hours_per_fte_year = NAN,
                                                   .cost_gbp_per_fte_year = NAN};
        *equals = '\0';
    }
    return (struct param_rows){over->staffs[team], groups.count, NULL};
}

/* One more team that takes everybody, everywhere, first come first served, without a limit. */
static inline struct svc_team *add_team(struct small_service *over, const char *name, const char *needs,
                                        const char *staff) {
    const size_t index = over->service.teams.count++;
    assert_true(index < TEAMS_MAX);
    over->teams[index] = (struct svc_team){
        .name = word(&over->words, name),
        .organisation = word(&over->words, "joined"),
        .localities = texts(&over->words, "all"),
        .to_years = 120,
        .streams = texts(&over->words, "all"),
        .remit = remit_of(over, index, needs),
        .staff = staff_of(over, index, staff),
        .recognises = 0.5,
        .queue = word(&over->words, "fifo"),
        .followup_target_days = 28,
        .list_limit = -1,
        .visits = true,
    };
    return &over->teams[index];
}

/* No team yet, over a world that is prepared. Freed with drop_service. */
static inline struct small_service *make_service(void) {
    struct small_service *over = mem_zeroed(1, sizeof *over);
    over->small = make_prepared_world();
    over->service.teams.rows = over->teams;
    return over;
}

/* Two teams that together meet every need: therapy and social work. */
static inline struct small_service *make_sound_service(void) {
    struct small_service *over = make_service();
    add_team(over, "Therapy", "equipment|rehabilitation", "therapist=2.5|assistant=1");
    add_team(over, "Social work", "care|commissioning", "social worker=3");
    return over;
}

static inline void drop_service(struct small_service *over) {
    svc_free(&over->service);
    drop_small_world(over->small);
    free(over);
}

static inline bool prepare_service(struct small_service *over, struct err_list *err) {
    return svc_prepare(&over->service, &over->small->world, "service.cfg", err);
}

/* Prepares what should be sound. */
static inline void support_prepared(struct small_service *over, const char *file, int line) {
    struct err_list err;
    err_list_init(&err);
    const bool is_sound = prepare_service(over, &err);
    for (size_t i = 0; i < err.count; i++) {
        print_error("    %s\n", err.complaints[i].text);
    }
    err_list_free(&err);
    if (!is_sound) {
        _fail(file, line);
    }
}

#define assert_prepared(over) support_prepared((over), __FILE__, __LINE__)

/* Prepares what should bring exactly one complaint that ends with the text, and frees the service. */
static inline void support_refused(struct small_service *over, const char *text, const char *file, int line) {
    struct err_list err;
    err_list_init(&err);
    const bool is_sound = prepare_service(over, &err);
    support_only_said(&err, text, file, line);
    if (is_sound) {
        _fail(file, line);
    }
    err_list_free(&err);
    drop_service(over);
}

#define assert_refused(over, text) support_refused((over), (text), __FILE__, __LINE__)

#endif
