/* tests/model/random_people.c - random needs, ways in, care, hospital and care homes. */
#include <string.h>

#include "tests/model/random_draw.h"

/* ---- needs ---- */

static void draw_need(struct random_scenario *scenario, const char *need, const char *roles) {
    random_begin(scenario, need);
    if (random_is_said(scenario)) {
        random_say(scenario, "needs", need, "assessment_hours = %s;", random_dist(scenario, 0, 9));
    }
    const bool is_arranged = strcmp(need, "care") == 0 || strcmp(need, "commissioning") == 0; /* and not followed up */
    if (!is_arranged && random_is_said(scenario)) {
        random_say(scenario, "needs", need, "followups = %s; followup_hours = %s; followup_gap_days = %s;",
                   random_count(scenario, 3), random_dist(scenario, 0, 3), random_dist(scenario, 0, 40));
    }
    if (!is_arranged && random_is_said(scenario)) {
        random_say(scenario, "needs", need, "lead_days = %s;", random_dist(scenario, 0, 60));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "needs", need, "roles = [ %s ];", roles);
    }
}

static void draw_needs(struct random_scenario *scenario) {
    draw_need(scenario, "equipment", "'assistant', 'ot', 'social_worker'");
    draw_need(scenario, "adaptation", "'ot', 'assistant'");
    draw_need(scenario, "rehabilitation", "'ot'");
    draw_need(scenario, "acute", "'ot'");
    draw_need(scenario, "care", "'social_worker', 'ot'");
    draw_need(scenario, "commissioning", "'social_worker', 'assistant'");
    random_begin(scenario, "advice");
    scenario->has_advice = random_is_said(scenario);
    if (scenario->has_advice) {
        random_say(scenario, "needs", "advice", "assessment_hours = %s; roles = [ 'ot', 'assistant' ];",
                   random_dist(scenario, 0, 2));
    }
}

/* ---- ways in ---- */

/* One list for everybody, or two that part at an age. */
static const char *draw_presents(struct random_scenario *scenario, const char *needs) {
    const int age = random_chance(scenario, 0.3) ? random_whole(scenario, 17, 90) : 0;
    const char *list = random_shares(scenario, needs, "need", "probability");
    if (age == 0) {
        return list;
    }
    /* A row closes with '; }': its age goes before the brace. */
    const char *parts = "";
    for (int half = 0; half < 2; half++) {
        const char *at = random_shares(scenario, needs, "need", "probability");
        for (const char *end = strchr(at, '}'); end != NULL; at = end + 1, end = strchr(at, '}')) {
            parts = random_text(scenario, "%s%s%.*s%s = %d; }", parts, *parts != '\0' && *at == '{' ? ", " : "",
                                (int)(end - at), at, half == 0 ? "to_years" : "from_years", age);
        }
    }
    return parts;
}

static const char *draw_further(struct random_scenario *scenario, const char *needs) {
    const char *list = "";
    for (const char *at = needs; at != NULL; at = strchr(at, '|') != NULL ? strchr(at, '|') + 1 : NULL) {
        if (random_chance(scenario, 0.5)) {
            list = random_text(scenario, "%s%s{ need = '%.*s'; probability = %g;%s }", list, *list == '\0' ? "" : ", ",
                               (int)strcspn(at, "|"), at, random_real(scenario, 0, 1),
                               random_chance(scenario, 0.3) ? " from_years = 20; to_years = 88;" : "");
        }
    }
    return list;
}

static const char *draw_numbers(struct random_scenario *scenario, int count) {
    const char *list = "1.0";
    for (int i = 1; i < count; i++) {
        list = random_text(scenario, "%s, %.3f", list, random_chance(scenario, 0.2) ? 0 : random_real(scenario, 0, 3));
    }
    return list;
}

static const char *draw_shocks(struct random_scenario *scenario) {
    const char *list = "";
    for (int count = random_whole(scenario, 0, 3), i = 0; i < count; i++) {
        const int64_t from = random_day(scenario), to = from + random_whole(scenario, 1, 60);
        list = random_text(scenario, "%s%s{ from = '%s'; to = '%s'; multiplier = %g; }", list, i > 0 ? ", " : "",
                           random_date_text(scenario, from), random_date_text(scenario, to),
                           random_chance(scenario, 0.3) ? 0 : random_real(scenario, 0, 6));
    }
    return list;
}

static void draw_times(struct random_scenario *scenario, const char *stream) {
    if (random_is_said(scenario)) {
        random_say(scenario, "streams", stream, "growth_per_year = %g;", random_real(scenario, -0.5, 1));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "streams", stream,
                   "growth = ( { year = 2014; per_year = %g; }, { year = 2015; per_year = %g; } );",
                   random_real(scenario, -0.5, 1), random_real(scenario, -0.5, 1));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "streams", stream, "month_profile = [ %s ];", draw_numbers(scenario, 12));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "streams", stream, "weekday_profile = [ %s ];", draw_numbers(scenario, 7));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "streams", stream, "shocks = ( %s );", draw_shocks(scenario));
    }
}

static const char *draw_rates(struct random_scenario *scenario, double often) {
    return random_text(scenario,
                       "rates = ( { age_band = 'child'; per_1000_per_year = %g; }, { age_band = 'adult'; "
                       "per_1000_per_year = %g; }, { age_band = 'old'; per_1000_per_year = %g; } );",
                       random_real(scenario, 0, 40 * often), random_real(scenario, 0, 60 * often),
                       random_real(scenario, 0, 400 * often));
}

static void draw_stream(struct random_scenario *scenario, const char *stream, const char *presents,
                        const char *further) {
    if (random_is_said(scenario)) {
        random_say(scenario, "streams", stream, "presents = ( %s );", draw_presents(scenario, presents));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "streams", stream, "further = ( %s );", draw_further(scenario, further));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "streams", stream, "priorities = ( %s );",
                   random_shares(scenario, "urgent|medium|low", "priority", "share"));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "streams", stream, "%s", draw_rates(scenario, 0.8));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "streams", stream, "existing_service = %g;", random_real(scenario, 0, 1));
    }
    draw_times(scenario, stream);
}

/* A way in that the hamlet has not. */
static void draw_another(struct random_scenario *scenario, const char *stream, bool inpatient, const char *needs) {
    random_begin(scenario, stream);
    if (random_is_said(scenario)) {
        random_say(scenario, "streams", stream, "presents = ( %s ); priorities = ( %s ); %s inpatient = %s;",
                   draw_presents(scenario, needs), random_shares(scenario, "urgent|medium|low", "priority", "share"),
                   draw_rates(scenario, 0.3), inpatient ? "true" : "false");
    }
}

static void draw_streams(struct random_scenario *scenario) {
    random_begin(scenario, "community");
    draw_stream(scenario, "community", "equipment|adaptation|rehabilitation",
                scenario->has_advice ? "care|advice|equipment|commissioning" : "care|adaptation");
    random_begin(scenario, "hospital");
    draw_stream(scenario, "hospital", random_chance(scenario, 0.5) ? "acute" : "rehabilitation|acute",
                "equipment|adaptation|care");
    random_begin(scenario, "care stream");
    draw_stream(scenario, "care", random_chance(scenario, 0.7) ? "care" : "equipment|care",
                "adaptation|rehabilitation");
    draw_another(scenario, "practice", false, "adaptation|care|rehabilitation");
    draw_another(scenario, "clinic", true, random_chance(scenario, 0.5) ? "equipment|acute" : "care|acute");
}

/* ---- care, leaving, hospital, care homes ---- */

static const char *draw_care_bands(struct random_scenario *scenario) {
    const char *list = "";
    static const char *const bands[] = {"child", "adult", "old"};
    for (size_t b = 0; b < 3; b++) {
        list =
            random_text(scenario, "%s%s{ age_band = '%s'; stock_per_1000 = %g; onset_per_year = %g; weeks = %s; }",
                        list, b > 0 ? ", " : "", bands[b], random_real(scenario, 0, b == 2 ? 120 : 5),
                        random_chance(scenario, 0.2) ? 0 : random_real(scenario, 0, 3), random_dist(scenario, 0.1, 90));
    }
    return list;
}

static const char *draw_supply(struct random_scenario *scenario) {
    const char *list = "";
    for (int year = 2013 + random_whole(scenario, 0, 2); year < 2017; year += random_whole(scenario, 1, 3)) {
        list = random_text(scenario, "%s%s{ year = %d; hours_per_week = %g; }", list, *list == '\0' ? "" : ", ", year,
                           random_chance(scenario, 0.1) ? 0 : random_real(scenario, 20, 500));
    }
    return list;
}

static void draw_care(struct random_scenario *scenario) {
    random_begin(scenario, "care");
    if (random_is_said(scenario)) {
        random_say(scenario, "care", NULL, "need = 'care'; commissioning = 'commissioning'; request_stream = '%s';",
                   random_word(scenario, "care|community"));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "care", NULL, "hours_per_week = %s;", random_dist(scenario, 0, 40));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "care", NULL, "brokerage_days = %s;", random_dist(scenario, 0, 40));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "care", NULL, "bands = ( %s );", draw_care_bands(scenario));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "care", NULL, "waiting_multiplier = %g; protection_multiplier = %g;",
                   random_real(scenario, 1, 20), random_real(scenario, 0, 1));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "care", NULL, "cost_gbp_per_hour = %g;", random_real(scenario, 0, 100));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "care", NULL, "supply = ( %s );", draw_supply(scenario));
    }
}

static void draw_leaving(struct random_scenario *scenario) {
    random_begin(scenario, "leaving");
    if (random_is_said(scenario)) {
        random_say(scenario, "leaving", NULL, "resolved_per_week = %g;",
                   random_chance(scenario, 0.2) ? 0 : random_real(scenario, 0, 0.4));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "leaving", NULL, "declined_per_week = %g;",
                   random_chance(scenario, 0.2) ? 0 : random_real(scenario, 0, 0.4));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "leaving", NULL, "rise_per_week = %g;", random_real(scenario, 0, 2));
    }
}

static void draw_hospital(struct random_scenario *scenario) {
    random_begin(scenario, "stays");
    if (random_is_said(scenario)) {
        random_say(scenario, "hospital", NULL, "length_of_stay_days = %s;", random_dist(scenario, 0, 40));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "hospital", NULL, "discharge_priority = '%s';",
                   random_word(scenario, "urgent|medium|low"));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "hospital", NULL,
                   "admission_stream = 'hospital'; admissions = ( { age_band = 'child'; per_year = %g; }, { age_band = "
                   "'adult'; per_year = %g; }, { age_band = 'old'; per_year = %g; } );",
                   random_real(scenario, 0, 3), random_real(scenario, 0, 10), random_real(scenario, 0, 10));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "hospital", NULL, "delayed_bed_gbp_per_day = %g; indicator_from_years = %d;",
                   random_real(scenario, 0, 500), random_whole(scenario, 0, 119));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "care_homes", NULL,
                   "stay_days = %s; cost_gbp_per_week = %g; bands = ( { age_band = 'adult'; probability = %g; }, "
                   "{ age_band = 'old'; probability = %g; stock_per_1000 = %g; } );",
                   random_dist(scenario, 0.1, 400), random_real(scenario, 0, 900), random_real(scenario, 0, 1),
                   random_real(scenario, 0, 1), random_real(scenario, 0, 60));
    }
}

void random_draw_people(struct random_scenario *scenario) {
    draw_needs(scenario);
    draw_streams(scenario);
    draw_care(scenario);
    draw_leaving(scenario);
    draw_hospital(scenario);
}
