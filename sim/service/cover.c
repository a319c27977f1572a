/* service/cover.c - does every need of everybody find a team at all times, also when all limited lists are full? */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "gap.h"
#include "prepare.h"
#include "service/opening.h"
#include "service/routing.h"
#include "world/person.h"

struct cover {
    const struct svc_service *service;
    const struct world *world;
    const char *file;
    struct err_list *err;
    struct svc_gaps *gaps; /* found now */
    size_t *full;          /* [team] every list full */
    bool asks_again;       /* some team prevents care for a while */
    bool has_requests;     /* people may ask for care after their first referral */
    bool has_dates;        /* teams open or close during the run */
    des_time now;          /* from here on up to the next such date */
    uint32_t *missed;      /* [need][locality] streams for which no team has been found now */
    uint32_t *said;        /* the same just before: one gap, one complaint */
};

/* Age above this one at which a team begins or ceases to take people; INFINITY behind the last. */
static double next_limit(const struct svc_service *service, double age_years) {
    double next = INFINITY;
    for (size_t t = 0; t < service->teams.count; t++) {
        const double from = svc_team(service, t)->from_years, to = svc_team(service, t)->to_years;
        next = from > age_years ? fmin(next, from) : next;
        next = to > age_years ? fmin(next, to) : next;
    }
    return next;
}

/* The team that would have taken it a moment before and closes now, or SVC_NO_TEAM. */
static int closing_team(const struct cover *cover, struct svc_question question) {
    question.now = cover->now - 1;
    const int before = svc_routing_team(cover->service->routing, cover->service, &question, cover->full);
    return before != SVC_NO_TEAM && svc_team(cover->service, (size_t)before)->closes_at == cover->now ? before
                                                                                                      : SVC_NO_TEAM;
}

/* ", from 2015-01-01, when 'North' closes"; nothing where teams are open throughout. */
static char *from_text(const struct cover *cover, int closing) {
    if (!cover->has_dates) {
        return mem_text("");
    }
    const double days = floor((double)cover->now / DES_DAY);
    const struct des_date date = des_date_from_day(des_date_day(cover->world->start_date) + (int64_t)days);
    const char *name = closing == SVC_NO_TEAM ? NULL : svc_team(cover->service, (size_t)closing)->name;
    return mem_format(", from %04d-%02d-%02d%s%s%s", date.year, date.month, date.day, name ? ", when '" : "",
                      name ? name : "", name ? "' closes" : "");
}

/* Where to look: the team that closes; or the first that has the need in its remit, if the file itself says something
 * about it; or else the file, for what lies below it may well be sound. */
static struct param_place place_of(const struct cover *cover, int closing, unsigned need) {
    const struct param_rows *teams = &cover->service->teams;
    if (closing != SVC_NO_TEAM) {
        return param_place_of(teams, (size_t)closing, cover->file);
    }
    for (size_t t = 0; t < teams->count; t++) {
        const struct param_place place = param_place_of(teams, t, cover->file);
        if ((svc_team(cover->service, t)->remit_needs >> need & 1) && strcmp(place.file, cover->file) == 0) {
            return place;
        }
    }
    return (struct param_place){cover->file, 0};
}

static void complain(const struct cover *cover, const struct svc_question *question) {
    const struct world *world = cover->world;
    const size_t place_of_need = question->need * world->localities.count + question->locality;
    const uint32_t known = cover->missed[place_of_need] | cover->said[place_of_need];
    cover->missed[place_of_need] |= 1u << question->stream;
    if (known >> question->stream & 1) {
        return;
    }
    const char *need = world_need(world, question->need)->name, *stream = world_stream(world, question->stream)->name;
    const char *locality = world_locality(world, question->locality)->name;
    const int closing = closing_team(cover, *question);
    const struct svc_gap gap = {
        .team = closing, .need = question->need, .place = place_of(cover, closing, question->need)};
    char *from = from_text(cover, closing);
    svc_gap_add(cover->gaps, gap,
                mem_format("no team without a limit on its list takes the need '%s' of people aged %g in '%s' who came "
                           "by '%s'%s%s",
                           need, floor(question->age_years), locality, stream,
                           question->has_service ? " and have been assessed or have a service" : "", from),
                mem_format("'%s' in '%s' by '%s'", need, locality, stream));
    free(from);
}

/* Does an age range find teams? The answer changes only where a team begins or ceases to take people. The question is
 * left at the first age that finds none. */
static bool is_covered(const struct cover *cover, struct svc_question *question, double from_years, double to_years) {
    question->now = cover->now;
    for (double age = from_years; age < to_years; age = next_limit(cover->service, age)) {
        question->age_years = age;
        if (svc_routing_team(cover->service->routing, cover->service, question, cover->full) == SVC_NO_TEAM) {
            return false;
        }
    }
    return true;
}

/* One complaint for the first age that finds no team. */
static void ask(const struct cover *cover, struct svc_question question, double from_years, double to_years) {
    if (!is_covered(cover, &question, from_years, to_years)) {
        complain(cover, &question);
    }
}

/* A need for care that has been assessed asks for commissioning; one that was prevented for a while comes again, by the
 * way in that is meant for it. People may be older by then. */
static void ask_further(const struct cover *cover, struct svc_question question, double from_years) {
    question.has_service = true;
    question.need = cover->world->commissioning_need;
    ask(cover, question, from_years, INFINITY);
    if (cover->asks_again) {
        question.stream = cover->world->request_stream;
        ask(cover, question, from_years, INFINITY);
        question.need = cover->world->care_need;
        ask(cover, question, from_years, INFINITY);
    }
}

/* Needs with which people of a band come, or which are found when they have been assessed, perhaps years later. */
static void ask_likely(const struct cover *cover, const struct param_rows *likely, struct svc_question question,
                       const struct world_band *band) {
    const struct world_likelihood *rows = likely->rows;
    for (size_t i = 0; i < likely->count; i++) {
        const double from = fmax(rows[i].from_years, band->from_years);
        const double to = rows[i].probability > 0 ? fmin(rows[i].to_years, band->to_years) : from;
        question.need = rows[i].index;
        ask(cover, question, from, question.has_service && from < to ? INFINITY : to);
        if (question.need == cover->world->care_need && from < to) {
            ask_further(cover, question, from);
        }
    }
}

static void ask_band(const struct cover *cover, unsigned stream_index, unsigned locality, size_t band_index) {
    const struct world_stream *stream = world_stream(cover->world, stream_index);
    const struct world_band *band = world_band(cover->world, band_index);
    struct svc_question question = {.stream = stream_index, .locality = locality};
    if (stream->existing_service < 1) {
        ask_likely(cover, &stream->presents, question, band);
    }
    question.has_service = true;
    if (stream->existing_service > 0 ||
        cover->has_dates) { /* who waits or is helped when a team closes is asked again */
        ask_likely(cover, &stream->presents, question, band);
    }
    ask_likely(cover, &stream->further, question, band);
    if (cover->world->admission.count >
        0) { /* at discharge, what they waited for before comes by the way in of the stay */
        question.stream = cover->world->admission_stream;
        ask_likely(cover, &stream->presents, question, band);
        ask_likely(cover, &stream->further, question, band);
    }
    if (cover->has_requests) { /* who asks for care has further needs found by that way in */
        question.stream = cover->world->request_stream;
        ask_likely(cover, &stream->further, question, band);
    }
}

static bool has_demand(const struct world *world, unsigned stream, unsigned locality, size_t band) {
    const struct world_cell *cell = &world->demand.cells[world_cell(world, stream, locality, band)];
    return cell->expected[cell->knots - 1] > 0 || world_starting_list_has(world, stream, locality, band);
}

/* Anybody may come to need care, and then commissioning, from the bands on that have an onset rate: by the way in that
 * is meant for it, at discharge, or on a list where they wait already. */
static void ask_care(const struct cover *cover, unsigned stream, unsigned locality) {
    const struct world *world = cover->world;
    struct svc_question question = {.stream = stream, .locality = locality, .has_service = true};
    for (size_t b = 0; b < world->onset.count; b++) {
        if (world->onset.steps[b].per_year > 0) {
            const struct world_band *band = world_band(world, b);
            question.need = world->care_need;
            ask(cover, question, band->from_years, INFINITY);
            question.need = world->commissioning_need;
            ask(cover, question, band->from_years, INFINITY);
        }
    }
}

/* Who is admitted as an emergency is referred in hospital, assessed before or not, and may need care from there. */
static void ask_admissions(const struct cover *cover, unsigned locality) {
    const struct world *world = cover->world;
    struct svc_question question = {.stream = world->admission_stream, .locality = locality};
    for (size_t b = 0; b < world->admission.count; b++) {
        if (world->admission.steps[b].per_year > 0) {
            const struct world_stream *stream = world_stream(world, world->admission_stream);
            question.has_service = false;
            ask_likely(cover, &stream->presents, question, world_band(world, b));
            question.has_service = true;
            ask_likely(cover, &stream->presents, question, world_band(world, b));
        }
    }
    if (world->admission.count > 0) {
        ask_care(cover, world->admission_stream, locality);
    }
}

/* Row of the starting list at which no team would take the person for the need that they wait for. */
static bool finds_no_team(const struct cover *cover, const struct world_starter *starter,
                          struct svc_question *question) {
    const double has_service = world_stream(cover->world, starter->stream)->existing_service;
    for (size_t i = 0; i < world_starting_list_ranges(cover->world, starter); i++) {
        const struct world_starting_ages ages = world_starting_list_ages(cover->world, starter, i);
        const double to = ages.people_per_year > 0 ? ages.to_years : ages.from_years;
        for (int with = has_service >= 1; with <= (has_service > 0); with++) {
            question->has_service = with;
            if (!is_covered(cover, question, ages.from_years, to)) {
                return true;
            }
        }
    }
    return false;
}

/* The same gap again in a later row is not said again. */
static void ask_starting_list(const struct cover *cover) {
    const struct world *world = cover->world;
    const size_t groups = world->needs.count * world->localities.count;
    bool *asked = mem_zeroed(groups, sizeof *asked);
    for (size_t i = 0; i < world->starting_list.count; i++) {
        const struct world_starter *starter = &world->starting_list.rows[i];
        bool *group = &asked[starter->need * world->localities.count + starter->locality];
        struct svc_question question = {
            .need = starter->need, .locality = starter->locality, .stream = starter->stream};
        if (!*group && finds_no_team(cover, starter, &question)) {
            err_add(cover->err, world->starting_list.file, starter->line,
                    "no team without a limit on its list takes the need '%s' of people aged %g in '%s': this person "
                    "would wait nowhere",
                    world_need(world, starter->need)->name, floor(question.age_years),
                    world_locality(world, starter->locality)->name);
        }
        *group = true;
    }
    free(asked);
}

static void ask_stream(const struct cover *cover, unsigned stream, unsigned locality) {
    bool is_used = stream == cover->world->request_stream;
    for (size_t band = 0; band < cover->world->bands.count; band++) {
        if (has_demand(cover->world, stream, locality, band)) {
            ask_band(cover, stream, locality, band);
            is_used = true;
        }
    }
    if (is_used) {
        ask_care(cover, stream, locality);
    }
}

static void ask_everybody(const struct cover *cover) {
    for (unsigned locality = 0; locality < cover->world->localities.count; locality++) {
        for (unsigned stream = 0; stream < cover->world->streams.count; stream++) {
            ask_stream(cover, stream, locality);
        }
        ask_admissions(cover, locality);
    }
}

/* Between the dates at which teams open or close, the answer is the same. */
static void ask_throughout(struct cover *cover) {
    const size_t places = cover->world->needs.count * cover->world->localities.count;
    cover->said = mem_zeroed(places, sizeof *cover->said);
    do {
        cover->missed = mem_zeroed(places, sizeof *cover->missed);
        ask_everybody(cover);
        svc_gap_complain(cover->gaps, cover->err);
        free(cover->said);
        cover->said = cover->missed;
        cover->now = svc_opening_next(cover->service, cover->now);
    } while (cover->now < cover->world->end);
    free(cover->said);
}

void svc_prepare_cover(const struct svc_service *service, const struct world *world, const char *file,
                       struct err_list *err) {
    struct svc_gaps gaps = {0};
    struct cover cover = {
        .gaps = &gaps,
        .service = service,
        .world = world,
        .file = file,
        .err = err,
        .full = mem_zeroed(service->teams.count, sizeof(size_t)),
        .now = -world->warm_up,
        .has_dates = svc_opening_next(service, -world->warm_up) < world->end,
    };
    for (size_t t = 0; t < service->teams.count; t++) {
        cover.full[t] = SIZE_MAX;
        cover.asks_again = cover.asks_again || svc_team(service, t)->effect.prevent > 0;
    }
    cover.has_requests = cover.asks_again;
    for (size_t b = 0; b < world->onset.count; b++) {
        cover.has_requests = cover.has_requests || world->onset.steps[b].per_year > 0;
    }
    ask_starting_list(&cover);
    ask_throughout(&cover);
    free(cover.full);
}
