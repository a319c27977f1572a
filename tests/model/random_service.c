/* tests/model/random_service.c - random teams: changes of those that the hamlet has, teams beside them, teams that take
 * over from them. The hamlet's own take everybody as long as they are open, so that nobody is left without a team. */
#include <string.h>

#include "tests/model/random_draw.h"

/* A team and what keeps it able to do its work. */
struct plan {
    const char *name, *leader, *other; /* roles; the leader may do everything in the remit */
    bool has_whole_posts, has_crew, takes_care, is_new;
};

static double draw_fte(struct random_scenario *scenario, const struct plan *plan, double least) {
    return plan->has_whole_posts ? random_whole(scenario, least > 0 ? 1 : 0, 4) : random_real(scenario, least, 3);
}

static const char *draw_changes(struct random_scenario *scenario, const struct plan *plan, double least) {
    const char *list = "";
    int64_t day = random_day(scenario);
    for (int count = random_whole(scenario, 1, 4), i = 0; i < count; i++, day += random_whole(scenario, 1, 60)) {
        list = random_text(scenario, "%s%s{ date = '%s'; fte = %g; }", list, i > 0 ? ", " : "",
                           random_date_text(scenario, day), draw_fte(scenario, plan, least));
    }
    return list;
}

static const char *draw_group(struct random_scenario *scenario, const struct plan *plan, const char *role,
                              double least) {
    const char *own = random_chance(scenario, 0.2)
                          ? random_text(scenario, " client_hours_per_fte_year = %g; cost_gbp_per_fte_year = %g;",
                                        random_real(scenario, 200, 1500), random_real(scenario, 0, 80000))
                          : "";
    const char *changes = random_is_said(scenario)
                              ? random_text(scenario, " changes = ( %s );", draw_changes(scenario, plan, least))
                              : "";
    return random_text(scenario, "{ role = '%s'; fte = %g;%s%s }", role, draw_fte(scenario, plan, least), own, changes);
}

/* The leader is always there; the other role too where it is one of the crew. */
static const char *draw_staff(struct random_scenario *scenario, const struct plan *plan) {
    return random_text(scenario, "staff = ( %s, %s );", draw_group(scenario, plan, plan->leader, 0.1),
                       draw_group(scenario, plan, plan->other, plan->has_crew ? 0.2 : 0.02));
}

static const char *draw_effect(struct random_scenario *scenario) {
    return random_text(scenario,
                       "effect = { prevent = %g; return_per_year = %g; reduce = %g; reduce_hours = %s; delay = %g; "
                       "delay_weeks = %s; };",
                       random_real(scenario, 0, 1), random_real(scenario, 0, 10), random_real(scenario, 0, 1),
                       random_dist(scenario, 0, 12), random_real(scenario, 0, 1), random_dist(scenario, 0, 20));
}

static const char *draw_triage(struct random_scenario *scenario, const struct plan *plan) {
    const double resolves = random_real(scenario, 0, 0.7);
    const char *when_long = random_chance(scenario, 0.5)
                                ? random_text(scenario, " long_list = %d; resolves_when_long = %g;",
                                              random_whole(scenario, 0, 20), random_real(scenario, resolves, 1))
                                : "";
    return random_text(scenario, "triage = { minutes = %s; role = '%s'; target_days = %g; resolves = %g;%s };",
                       random_dist(scenario, 0, 90), plan->leader, random_real(scenario, 0.01, 20), resolves,
                       when_long);
}

/* What any team may have besides, staff apart. */
static void draw_extras(struct random_scenario *scenario, const struct plan *plan) {
    if (!plan->is_new && random_is_said(scenario)) {
        random_say(scenario, "teams", plan->name, "recognises = %g;", random_real(scenario, 0, 1));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "teams", plan->name, "queue = '%s';",
                   random_word(scenario, "fifo|priority|due_date|accumulating"));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "teams", plan->name, "followup_target_days = %g;", random_real(scenario, 0.01, 100));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "teams", plan->name, "precedence = %d;", random_whole(scenario, -3, 3));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "teams", plan->name, "visits = %s;", random_chance(scenario, 0.5) ? "true" : "false");
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "teams", plan->name, "travel = ( { locality = '%s'; minutes = %g; } );",
                   random_word(scenario, "North|South"), random_real(scenario, 0, 100));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "teams", plan->name, "%s", draw_triage(scenario, plan));
    }
    if (plan->takes_care && random_is_said(scenario)) {
        random_say(scenario, "teams", plan->name, "%s", draw_effect(scenario));
    }
}

/* ---- the hamlet's own ---- */

static void draw_own(struct random_scenario *scenario, const struct plan *plan, const char *remit) {
    struct plan drawn = *plan;
    random_begin(scenario, plan->name);
    drawn.has_whole_posts = random_chance(scenario, 0.2);
    drawn.has_crew = random_chance(scenario, 0.2);
    if (drawn.has_whole_posts || drawn.has_crew || random_is_said(scenario)) {
        random_say(scenario, "teams", plan->name, "%s%s%s", draw_staff(scenario, &drawn),
                   drawn.has_whole_posts ? " always_open = true;" : "",
                   drawn.has_crew ? random_text(scenario, " crew = [ '%s', '%s' ];", plan->leader, plan->other) : "");
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "teams", plan->name, "organisation = '%s';", random_word(scenario, "nhs|council|one"));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "teams", plan->name, "remit = ( %s );",
                   random_text(scenario, "{ need = '%s'; pace = %g; roles = [ '%s' ]; }", random_word(scenario, remit),
                               random_real(scenario, 0.1, 4), plan->leader));
    }
    draw_extras(scenario, &drawn);
}

/* ---- teams beside them ---- */

static const char *draw_remit(struct random_scenario *scenario, const struct plan *plan, const char *needs) {
    const char *list = "";
    const int sure = random_whole(scenario, 0, 1);
    for (const char *at = needs; at != NULL; at = strchr(at, '|') != NULL ? strchr(at, '|') + 1 : NULL) {
        if ((sure == 0 && at == needs) || random_chance(scenario, 0.5) || strchr(at, '|') == NULL) {
            list = random_text(scenario, "%s%s{ need = '%.*s'; pace = %g; roles = [ '%s'%s%s ]; }", list,
                               *list == '\0' ? "" : ", ", (int)strcspn(at, "|"), at, random_real(scenario, 0.3, 3),
                               plan->leader, random_chance(scenario, 0.3) ? ", 'social_worker'" : "",
                               random_chance(scenario, 0.3) ? ", 'assistant'" : "");
        }
    }
    return list;
}

static void draw_limits(struct random_scenario *scenario, const char *name) {
    const int64_t from = random_day(scenario);
    if (random_is_said(scenario)) {
        random_say(scenario, "teams", name, "from_years = %d; to_years = %d;", random_whole(scenario, 0, 50),
                   random_whole(scenario, 51, 120));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "teams", name, "only_without_service = %s;",
                   random_chance(scenario, 0.7) ? "true" : "false");
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "teams", name, "list_limit = %d;", random_whole(scenario, 1, 15));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "teams", name, "opens = '%s';", random_date_text(scenario, from));
    }
    if (random_is_said(scenario)) {
        random_say(scenario, "teams", name, "closes = '%s';",
                   random_date_text(scenario, from + random_whole(scenario, 1, 200)));
    }
}

static void draw_beside(struct random_scenario *scenario, const char *name) {
    random_begin(scenario, name);
    if (!random_is_said(scenario)) {
        return;
    }
    struct plan plan = {.name = name, .other = "assistant", .is_new = true};
    plan.leader = random_word(scenario, "ot|social_worker");
    plan.has_whole_posts = random_chance(scenario, 0.2);
    plan.has_crew = random_chance(scenario, 0.3);
    plan.takes_care = random_chance(scenario, 0.6);
    const char *needs = plan.takes_care ? "commissioning|equipment|rehabilitation|adaptation|acute|care"
                                        : "commissioning|adaptation|acute|rehabilitation|equipment";
    random_say(scenario, "teams", name,
               "organisation = '%s'; localities = %s; streams = %s; remit = ( %s ); %s recognises = %g;%s%s",
               random_word(scenario, "nhs|council|one|another"), random_words(scenario, "all|North|South"),
               random_words(scenario, "community|hospital|care"), draw_remit(scenario, &plan, needs),
               draw_staff(scenario, &plan), random_real(scenario, 0, 1),
               plan.has_whole_posts ? " always_open = true;" : "",
               plan.has_crew ? random_text(scenario, " crew = [ '%s', 'assistant' ];", plan.leader) : "");
    draw_limits(scenario, name);
    draw_extras(scenario, &plan);
}

/* ---- teams that take over ---- */

/* One closes on the day on which the other opens; sometimes both are open for a while. */
static void draw_successor(struct random_scenario *scenario, const char *name, const char *successor,
                           const char *text) {
    random_begin(scenario, successor);
    if (!random_chance(scenario, 0.3 * scenario->density)) {
        return;
    }
    const int64_t opens = random_day(scenario), closes = opens + random_whole(scenario, 0, 1) * 30;
    random_say(scenario, "teams", successor,
               "opens = '%s'; localities = [ 'all' ]; streams = [ 'all' ]; organisation = '%s'; recognises = 0.7; %s",
               random_date_text(scenario, opens), random_word(scenario, "nhs|council|one"), text);
    random_say(scenario, "teams", name, "closes = '%s';", random_date_text(scenario, closes));
    if (random_is_said(scenario)) {
        random_say(scenario, "teams", successor, "precedence = %d;", random_whole(scenario, 0, 3));
    }
}

void random_draw_service(struct random_scenario *scenario) {
    static const struct plan own[] = {
        {.name = "Acute", .leader = "ot", .other = "assistant"},
        {.name = "Rehab", .leader = "ot", .other = "assistant"},
        {.name = "OT", .leader = "ot", .other = "assistant"},
        {.name = "Social work", .leader = "social_worker", .other = "ot", .takes_care = true}};
    draw_own(scenario, &own[0], "acute");
    draw_own(scenario, &own[1], "rehabilitation");
    draw_own(scenario, &own[2], scenario->has_advice ? "advice" : "equipment|adaptation");
    draw_own(scenario, &own[3], "care|commissioning");
    if (scenario->has_advice) {
        random_say(
            scenario, "teams", "Advice",
            "organisation = 'council'; localities = [ 'all' ]; streams = [ 'all' ]; remit = ( { need = 'advice'; "
            "} ); staff = ( { role = 'ot'; fte = 0.3; } ); recognises = 0.5;");
    }
    draw_beside(scenario, "Pair");
    draw_beside(scenario, "Front door");
    draw_beside(scenario, "Generic");
    draw_successor(scenario, "OT", "OT after",
                   "remit = ( { need = 'equipment'; }, { need = 'adaptation'; } ); staff = ( { role = 'ot'; fte = 1.5; "
                   "} );");
    draw_successor(scenario, "Social work", "Social work after",
                   "remit = ( { need = 'care'; }, { need = 'commissioning'; } ); staff = ( { role = 'social_worker'; "
                   "fte = 1.4; } );");
    draw_successor(scenario, "Rehab", "Rehab after",
                   "remit = ( { need = 'rehabilitation'; } ); staff = ( { role = 'ot'; fte = 0.8; } );");
}
