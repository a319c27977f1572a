/* tests/model/random_world.c - random dates, residents, staff as people, and who waits on day one. */
#include <stdlib.h>

#include "base/mem.h"
#include "engine/calendar.h"
#include "tests/model/random_draw.h"

enum { YEARS_FROM = 2011, YEARS_TO = 2019 };
static const char *const every_need = "equipment|adaptation|rehabilitation|acute|care";

static void draw_window(struct random_scenario *scenario) {
    random_begin(scenario, "window");
    scenario->start_day = des_date_day((struct des_date){2014, 1, 1});
    scenario->end_day = des_date_day((struct des_date){2014, 7, 1});
    if (random_is_said(scenario)) {
        scenario->start_day += random_whole(scenario, -200, 700);
        scenario->end_day = scenario->start_day + random_whole(scenario, 1, 400);
        random_say(scenario, "run", NULL, "start_date = '%s'; end_date = '%s';",
                   random_date_text(scenario, scenario->start_day), random_date_text(scenario, scenario->end_day));
    }
}

static const char *draw_dates(struct random_scenario *scenario) {
    const char *list = "";
    for (int count = random_whole(scenario, 0, 12), i = 0; i < count; i++) {
        list = random_text(scenario, "%s%s'%s'", list, i > 0 ? ", " : "",
                           random_date_text(scenario, random_day(scenario)));
    }
    return list;
}

static void draw_run(struct random_scenario *scenario) {
    random_begin(scenario, "run");
    if (random_is_said(scenario)) {
        random_say(scenario, "run", NULL, "seed = %d;", random_whole(scenario, 0, 1000000));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "run", NULL, "replications = %d;", random_whole(scenario, 1, 20));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "run", NULL, "opening_hour = %g;", random_whole(scenario, 0, 64) / 4.0);
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "run", NULL, "holidays = [ %s ];", draw_dates(scenario));
    }
}

/* Nobody is followed for longer than the warm-up, where there is one. */
static void draw_warm_up(struct random_scenario *scenario, bool has_none) {
    random_begin(scenario, "warm-up");
    if (has_none || random_chance(scenario, 0.15)) {
        random_say(scenario, "run", NULL, "warm_up_days = 0;");
        if (random_is_said(scenario)) {
            random_say(scenario, "world", NULL, "follow_days = %d;", random_whole(scenario, 1, 500));
        }
    } else if (random_is_said(scenario)) {
        const double days = random_real(scenario, 5, 200);
        random_say(scenario, "run", NULL, "warm_up_days = %g;", days);
        random_say(scenario, "world", NULL, "follow_days = %g;", random_real(scenario, 1, days));
    }
}

/* ---- residents ---- */

static const char *add_residents(struct random_scenario *scenario, const char *csv, int year, const char *variant) {
    for (int place = 0; place < 6; place++) {
        const int people = random_whole(scenario, 0, place % 3 == 1 ? 1500 : 300);
        csv = random_text(scenario, "%s%d,%s,%s,%d%s%s\n", csv, year, place < 3 ? "North" : "South",
                          place % 3 == 0   ? "child"
                          : place % 3 == 1 ? "adult"
                                           : "old",
                          people, *variant == '\0' ? "" : ",", variant);
    }
    return csv;
}

static void draw_residents(struct random_scenario *scenario) {
    random_begin(scenario, "residents");
    if (!random_is_said(scenario)) {
        return;
    }
    const bool has_variants = random_chance(scenario, 0.6);
    const char *csv = random_text(scenario, "year,locality,age_band,persons%s\n", has_variants ? ",variant" : "");
    for (int year = YEARS_FROM; year <= YEARS_TO; year++) {
        csv = add_residents(scenario, csv, year, has_variants ? "high" : "");
        csv = has_variants ? add_residents(scenario, csv, year, "low") : csv;
    }
    struct random_statement *said = random_say(
        scenario, "world", NULL, "population_file = 'random-population.csv';%s",
        has_variants ? random_text(scenario, " population_variant = '%s';", random_word(scenario, "high|low")) : "");
    said->file = mem_text("random-population.csv");
    said->contents = mem_text(csv);
}

static void draw_deaths(struct random_scenario *scenario) {
    random_begin(scenario, "deaths");
    if (random_is_said(scenario)) {
        const char *csv = random_text(scenario, "from_years,per_year\n0,%g\n", random_real(scenario, 0, 0.1));
        for (int age = random_whole(scenario, 1, 40); age < 110; age += random_whole(scenario, 1, 40)) {
            csv = random_text(scenario, "%s%d,%g\n", csv, age, random_real(scenario, 0, 1.5));
        }
        struct random_statement *said = random_say(scenario, "world", NULL, "deaths_file = 'random-deaths.csv';");
        said->file = mem_text("random-deaths.csv");
        said->contents = mem_text(csv);
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "world", NULL, "death_multiplier = %g;", random_real(scenario, 0, 5));
    }
}

static void draw_starting_list(struct random_scenario *scenario) {
    const char *csv = "locality,priority,need,days_waited\n";
    for (int count = random_whole(scenario, 0, 60), i = 0; i < count; i++) {
        const double days = random_chance(scenario, 0.3) ? random_whole(scenario, 0, 30) : random_real(scenario, 0, 90);
        csv = random_text(scenario, "%s%s,%s,%s,%g\n", csv, random_word(scenario, "North|South"),
                          random_word(scenario, "urgent|medium|low"), random_word(scenario, every_need), days);
    }
    struct random_statement *said =
        random_say(scenario, "world", NULL, "starting_list_file = 'random-starting-list.csv';");
    said->file = mem_text("random-starting-list.csv");
    said->contents = mem_text(csv);
}

/* ---- what stands beside them ---- */

static void draw_bands(struct random_scenario *scenario) {
    random_begin(scenario, "bands");
    if (random_is_said(scenario)) {
        const int grown = random_whole(scenario, 1, 30), old = random_whole(scenario, 50, 90);
        random_say(
            scenario, "world", NULL,
            "age_bands = ( { name = 'child'; to_years = %d; }, { name = 'adult'; from_years = %d; to_years = %d; }, "
            "{ name = 'old'; from_years = %d; to_years = %d; } );",
            grown, grown, old, old, random_whole(scenario, old + 1, 115));
    }
}

static void draw_places(struct random_scenario *scenario) {
    random_begin(scenario, "places");
    if (random_is_said(scenario)) {
        random_say(scenario, "localities", "North", "travel_minutes = %g;", random_real(scenario, 0, 90));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "localities", "South", "travel_minutes = 0;");
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "priorities", random_word(scenario, "urgent|medium|low"), "target_days = %g;",
                   random_real(scenario, 0.01, 200));
    }
    for (int count = random_is_said(scenario) ? 2 : 0, i = 0; i < count; i++) {
        random_say(scenario, "targets", i == 0 ? "Soon" : "Late", "days = %g; share = %g;%s",
                   random_real(scenario, 0.01, 200), random_real(scenario, 0, 1),
                   i == 0 ? random_text(scenario, " priorities = %s;", random_words(scenario, "urgent|medium|low"))
                          : "");
    }
}

static void draw_money(struct random_scenario *scenario) {
    random_begin(scenario, "money");
    if (random_is_said(scenario)) {
        random_say(scenario, "world", NULL, "price_year = '2014-15';");
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "world", NULL, "discount_per_year = %g;", random_real(scenario, 0, 1));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "world", NULL, "missed_visit = %g;", random_real(scenario, 0, 0.9));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "world", NULL, "assessment_hours = %s;", random_dist(scenario, 0, 4));
    }
}

static void draw_role(struct random_scenario *scenario, const char *role, const char *others) {
    random_begin(scenario, role);
    if (random_is_said(scenario)) {
        random_say(scenario, "roles", role, "client_hours_per_fte_year = %g; cost_gbp_per_fte_year = %g;",
                   random_real(scenario, 300, 1500), random_real(scenario, 0, 90000));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "roles", role, "stands_in_for = %s;", random_words(scenario, others));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "roles", role, "sickness_spells_per_year = %g; sickness_days = %s;",
                   random_real(scenario, 0, 10), random_dist(scenario, 0.01, 25));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "roles", role, "leavers_per_year = %g; recruitment_weeks = %s;",
                   random_real(scenario, 0, 8), random_dist(scenario, 0.01, 30));
    }
}

static void draw_titles(struct random_scenario *scenario) {
    random_begin(scenario, "titles");
    if (random_is_said(scenario)) {
        random_say(scenario, "", NULL, "title = 'Drawn from %llu'; question = 'What breaks?';",
                   (unsigned long long)scenario->seed);
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "published", "Referrals",
                   "measure = 'referrals_per_year'; dimension = 'team'; subject = 'OT'; year = 1; low = 1; high = %g; "
                   "unit = 'people a year'; source = 'invented';",
                   random_real(scenario, 1, 900));
    }
}

void random_draw_world(struct random_scenario *scenario) {
    random_begin(scenario, "starting list");
    const bool has_starting_list = random_chance(scenario, 0.25);
    if (has_starting_list) {
        draw_starting_list(scenario);
    }
    draw_window(scenario);
    draw_run(scenario);
    draw_warm_up(scenario, has_starting_list);
    draw_residents(scenario);
    draw_deaths(scenario);
    draw_bands(scenario);
    draw_places(scenario);
    draw_money(scenario);
    draw_role(scenario, "ot", "assistant|social_worker");
    draw_role(scenario, "assistant", "ot|social_worker");
    draw_role(scenario, "social_worker", "assistant|ot");
    draw_titles(scenario);
}
