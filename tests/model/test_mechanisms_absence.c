/* tests/model/test_mechanisms_absence.c - sickness, vacancies and dated changes of staff: each switched alone, the same
 * people. */
#include "model/model.h"
#include "tests/model/everything.h"
#include "world/absence.h"

static const char *const valley = "tests/scenarios/valley.cfg";
static const char *const sick_therapists =
    "world = { roles = ( { name = 'ot'; sickness_spells_per_year = 4; sickness_days = 13; } ); };";
static const char *const leaving_therapists =
    "world = { roles = ( { name = 'ot'; leavers_per_year = 0.4; recruitment_weeks = { dist = 'gamma'; mean = 30; cv = "
    "0.7; }; } ); };";
enum { REPLICATIONS = 6 };

static void sickness_makes_people_wait_and_saves_nothing(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS, (const char *const[]){"", sick_therapists, NULL});
    assert_rises(&trial, 1, of_team("wait_mean", "OT North"));
    assert_rises(&trial, 1, of_team("offered_load", "Rehab"));
    assert_falls(&trial, 1, of_role("capacity_hours_per_year", "Rehab / ot"));
    assert_rises(&trial, 1, of_role("lost_sickness_hours_per_year", "Rehab / ot"));
    assert_stays(&trial, 1, of_role("lost_sickness_hours_per_year", "Rehab / assistant"));
    assert_stays(&trial, 1, of_all("lost_vacancy_hours_per_year"));
    assert_stays(&trial, 1, of_team("capacity_hours_per_year", "Social work"));
    assert_stays(&trial, 1, of_all("persons_per_year"));
    assert_near(mean_of(&trial, 1, of_all("staff_cost_per_year")), mean_of(&trial, 0, of_all("staff_cost_per_year")),
                1e-12);
    trial_end(&trial);
}

static void vacancies_make_people_wait_and_are_not_paid(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS, (const char *const[]){"", leaving_therapists, NULL});
    assert_rises(&trial, 1, of_all("wait_mean"));
    assert_rises(&trial, 1, of_all("offered_load"));
    assert_rises(&trial, 1, of_all("lost_vacancy_hours_per_year"));
    assert_stays(&trial, 1, of_all("lost_sickness_hours_per_year"));
    assert_falls(&trial, 1, of_all("staff_cost_per_year"));
    /* Paid as long as on duty: the saving is the share of hours lost, but for the last piece of work of those who leave
     * and the weekends that working hours do not see. */
    const double lost = mean_of(&trial, 1, of_all("lost_vacancy_hours_per_year"));
    const double saved = -difference_of(&trial, 1, of_all("staff_cost_per_year")).mean;
    assert_near(saved / 52, lost / 1100, 0.02);
    trial_end(&trial);
}

/* On duty or lost: together what the posts would offer, whatever befalls them. */
static void capacity_and_what_is_lost_are_the_hours_of_the_posts(void **state) {
    (void)state;
    struct trial trial;
    trial_run(
        &trial, valley, REPLICATIONS,
        (const char *const[]){"",
                              "world = { roles = ( { name = 'ot'; leavers_per_year = 0.4; recruitment_weeks = 30; "
                              "sickness_spells_per_year = 4; sickness_days = 13; } ); };",
                              NULL});
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        const double posts = value_of(&trial, 0, of_all("capacity_hours_per_year"), r);
        const double sick = value_of(&trial, 1, of_all("lost_sickness_hours_per_year"), r);
        const double vacant = value_of(&trial, 1, of_all("lost_vacancy_hours_per_year"), r);
        assert_near(value_of(&trial, 1, of_all("lost_hours_per_year"), r), sick + vacant, 1e-12);
        assert_near(value_of(&trial, 1, of_all("capacity_hours_per_year"), r) + sick + vacant, posts, 1e-12);
    }
    trial_end(&trial);
}

/* Forty therapists with little to do, over six years; four standard errors of the mean over replications. */
static void over_the_long_run_the_share_of_posts_is_vacant(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 24,
              (const char *const[]){"run = { end_date = '2020-01-01'; }; world = { roles = ( { name = 'ot'; "
                                    "leavers_per_year = 0.4; recruitment_weeks = 30; } ); }; teams = ( { name = "
                                    "'Rehab'; staff = ( { role = 'ot'; fte = 40; } ); } );",
                                    NULL});
    const double rate_times_mean = 0.4 * 30 * 7 / 365.25;
    const double lost = mean_of(&trial, 0, of_role("lost_hours_per_year", "Rehab / ot"));
    const double posts = lost + mean_of(&trial, 0, of_role("capacity_hours_per_year", "Rehab / ot"));
    const double error = error_of(&trial, 0, of_role("lost_hours_per_year", "Rehab / ot"));
    assert_within(lost / posts, rate_times_mean / (1 + rate_times_mean), 4 * error / posts);
    assert_true(error / posts < 0.01);
    trial_end(&trial);
}

/* Working seconds from the clock alone: 2014 begins on a Wednesday; 1 January and 25 December are days off. */
static double worked_by_hand(des_time from, des_time to, double daily) {
    double worked = 0;
    for (int64_t day = 0; day < 365; day++) {
        const int64_t weekday = (day + 2) % 7; /* Monday: 0 */
        const double open = (double)day * DES_DAY + 9 * DES_HOUR, close = open + daily;
        const double begin = fmax(open, (double)from), end = fmin(close, (double)to);
        worked += weekday < 5 && day != 0 && day != 358 && end > begin ? end - begin : 0;
    }
    return worked;
}

/* One therapist without any work, spells of five days exactly. Their dates are the post's own random numbers, and
 * everything else is counted by hand. */
static void hours_lost_by_one_person_are_those_of_the_spells(void **state) {
    (void)state;
    struct trial trial = {.count = 0};
    trial_add(
        &trial, valley,
        "run = { seed = 7121; }; world = { roles = ( { name = 'ot'; sickness_spells_per_year = 6; sickness_days = "
        "5; } ); streams = ( { name = 'hospital'; rates = ( { age_band = 'adult'; per_1000_per_year = 0; }, { "
        "age_band = 'old'; per_1000_per_year = 0; } ); } ); }; teams = ( { name = 'Acute OT'; staff = ( { role = "
        "'ot'; fte = 1; }, { role = 'assistant'; drop = true; } ); } );");
    trial_go(&trial, 1);
    const struct scn_scenario *scenario = &trial.scenarios[0];
    const struct world_role *role = world_role(&scenario->world, 0);
    const double daily = (double)des_calendar_daily(scenario->calendar, 1100);
    struct des_stream random;
    des_stream_init(&random, 7121, 1);
    const uint32_t post = world_absence_post("Acute OT", "ot", 0);
    struct world_stretch stretch = world_absence_begin(role, WORLD_SICK, &random, post, -scenario->warm_up);
    double lost = stretch.is_absent ? worked_by_hand(0, stretch.until, daily) : 0;
    while (stretch.until < scenario->end) {
        const des_time since = stretch.until;
        stretch = world_absence_next(role, WORLD_SICK, &random, post, &stretch);
        lost += stretch.is_absent ? worked_by_hand(since, since + 5 * DES_DAY, daily) : 0;
    }
    const double per_year = DES_YEAR / (365. * DES_DAY) / DES_HOUR;
    assert_true(lost > 10 * daily);
    assert_near(value_of(&trial, 0, of_role("lost_sickness_hours_per_year", "Acute OT / ot"), 0), lost * per_year,
                1e-12);
    const double posts = worked_by_hand(0, 365 * DES_DAY, daily);
    assert_near(value_of(&trial, 0, of_role("capacity_hours_per_year", "Acute OT / ot"), 0), (posts - lost) * per_year,
                1e-12);
    trial_end(&trial);
}

/* From 2.4 therapists to 4.75 on 13 March and 1.25 on 4 September, both in the middle of a month. */
static void a_dated_change_gives_capacity_and_cost_to_the_second(void **state) {
    (void)state;
    struct trial trial = {.count = 0};
    trial_add(
        &trial, valley,
        "teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; fte = 2.4; changes = ( { date = '2014-03-13'; fte = "
        "4.75; }, { date = '2014-09-04'; fte = 1.25; }, { date = '2015-01-01'; fte = 40; } ); } ); } );");
    trial_go(&trial, 1);
    static const int64_t from[] = {0, 71, 246, 365}; /* days of the year */
    static const struct {
        int whole;
        double part;
    } fte[] = {{2, 0.4}, {4, 0.75}, {1, 0.25}};
    double seconds = 0, cost = 0;
    for (size_t s = 0; s < 3; s++) {
        const des_time span[2] = {from[s] * DES_DAY, from[s + 1] * DES_DAY};
        const double whole = (double)des_calendar_daily(trial.scenarios[0].calendar, 1100);
        const double part = (double)des_calendar_daily(trial.scenarios[0].calendar, fte[s].part * 1100);
        seconds += fte[s].whole * worked_by_hand(span[0], span[1], whole) + worked_by_hand(span[0], span[1], part);
        cost += 52 * (fte[s].whole + fte[s].part) * (double)(from[s + 1] - from[s]) / 365;
    }
    const double per_year = DES_YEAR / (365. * DES_DAY) / DES_HOUR;
    assert_near(value_of(&trial, 0, of_role("capacity_hours_per_year", "Rehab / ot"), 0), seconds * per_year, 1e-12);
    assert_near(value_of(&trial, 0, of_team("staff_cost_per_year", "Rehab"), 0), cost + 36, 1e-12);
    trial_end(&trial);
}

/* Nothing differs before the change; from then on there are more of them. */
static void more_staff_from_a_date_on_shorten_waits_from_then_on(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, REPLICATIONS,
              (const char *const[]){"",
                                    "teams = ( { name = 'OT North'; staff = ( { role = 'ot'; changes = ( { date = "
                                    "'2014-07-01'; fte = 3.8; } ); } ); } );",
                                    NULL});
    const struct column list = of_team("list_people", "OT North");
    for (size_t month = 0; month < 6; month++) {
        assert_true(month_of(&trial, 1, list, month) == month_of(&trial, 0, list, month));
    }
    for (size_t month = 7; month < 12; month++) {
        assert_above(month_of(&trial, 0, list, month), month_of(&trial, 1, list, month));
    }
    assert_falls(&trial, 1, of_team("wait_mean", "OT North"));
    trial_end(&trial);
}

/* One server, then two, then one again, at a load of 0.8 of one: who is at work at the end of February ends it. */
static void servers_come_and_go_at_midnight(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, "tests/scenarios/queue.cfg", 2,
              (const char *const[]){"teams = ( { name = 'Team'; staff = ( { role = 'ot'; fte = 1; changes = ( { date = "
                                    "'2014-02-01'; fte = 2; }, { date = '2014-03-01'; fte = 1; } ); } ); } );",
                                    NULL});
    const struct column load = of_team("utilisation", "Team");
    assert_near(month_of(&trial, 0, load, 0), 80, 0.05);
    assert_near(month_of(&trial, 0, load, 1), 40, 0.05);
    assert_near(month_of(&trial, 0, load, 2), 80, 0.05);
    assert_near(mean_of(&trial, 0, of_all("capacity_hours_per_year")), (120 + 28) / 120. * 365.25 * 24, 1e-12);
    trial_end(&trial);
}

/* By February one server at four times its capacity has a long list, and two more begin in its first second: the three
 * work through the month without a second's pause. */
static void new_servers_look_at_the_list_at_once(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, "tests/scenarios/queue.cfg", 1,
              (const char *const[]){"world = { needs = ( { name = 'help'; assessment_hours = 0.5; } ); }; teams = ( { "
                                    "name = 'Team'; staff = ( { role = 'ot'; fte = 1; changes = ( { date = "
                                    "'2014-02-01'; fte = 3; } ); } ); } );",
                                    NULL});
    assert_near(month_of(&trial, 0, of_team("utilisation", "Team"), 1), 100, 1e-12);
    trial_end(&trial);
}

/* The same list, and the one server ill for two days every five weeks: on duty they are never without work, for the last
 * piece of it before a spell is ended, and the first after it begun in that second. */
static void who_comes_back_looks_at_the_list_at_once(void **state) {
    (void)state;
    struct trial trial;
    trial_run(
        &trial, "tests/scenarios/queue.cfg", 1,
        (const char *const[]){"world = { needs = ( { name = 'help'; assessment_hours = 0.5; } ); roles = ( { name "
                              "= 'ot'; sickness_spells_per_year = 10; sickness_days = 2; } ); };",
                              NULL});
    assert_above(mean_of(&trial, 0, of_all("lost_sickness_hours_per_year")), 100);
    for (size_t month = 0; month < 4; month++) {
        assert_near(month_of(&trial, 0, of_team("utilisation", "Team"), month), 100, 1e-12);
    }
    trial_end(&trial);
}

/* The fate of a post hangs on names. */
static void teams_in_another_order_have_the_same_absences(void **state) {
    (void)state;
    static const char absences[] = "world = { roles = ( { name = 'ot'; leavers_per_year = 0.4; recruitment_weeks = 30; "
                                   "sickness_spells_per_year = 4; sickness_days = 13; } ); };";
    struct trial trial = {.count = 0};
    char *turned = mem_format("%s teams = ( %s );", absences, NHS_TEAMS(""));
    trial_add(&trial, valley, absences);
    trial_add(&trial, "tests/scenarios/valley-council.cfg", turned);
    trial_go(&trial, REPLICATIONS);
    assert_string_equal(svc_team(&trial.scenarios[1].service, 4)->name, "Acute OT");
    assert_above(mean_of(&trial, 0, of_all("lost_vacancy_hours_per_year")), 100);
    assert_above(mean_of(&trial, 0, of_all("lost_sickness_hours_per_year")), 100);
    assert_same_by_name(&trial, 0, 1);
    free(turned);
    trial_end(&trial);
}

/* Its comment says how 0.267 a year and 52 weeks make 21 %; it is rounded to the third decimal. */
static void in_the_shipped_scenario_a_fifth_of_posts_is_empty(void **state) {
    (void)state;
    struct trial trial = {.count = 0};
    trial_add(&trial, "scenarios/vacancies.cfg", "run = { end_date = '2014-03-01'; };");
    const struct world *world = &trial.scenarios[0].world;
    for (size_t r = 0; r < world->roles.count; r++) {
        assert_within(world_absence_share(world_role(world, r), WORLD_VACANT), 0.21, 0.0005);
        assert_false(world_absence_is_on(world_role(world, r), WORLD_SICK));
    }
    struct model *model = model_new(&trial.entries[0].inputs);
    model_run(model, 1, true);
    model_free(model);
    trial_end(&trial);
}

/* Lengths without rates, and changes that come too late. */
static void what_is_switched_off_changes_nothing(void **state) {
    (void)state;
    struct trial trial;
    trial_run(&trial, valley, 2,
              (const char *const[]){"",
                                    "world = { roles = ( { name = 'ot'; leavers_per_year = 0; recruitment_weeks = 30; "
                                    "sickness_spells_per_year = 0; sickness_days = 13; } ); }; teams = ( { name = "
                                    "'Rehab'; staff = ( { role = 'ot'; changes = ( { date = '2015-01-01'; fte = 9; } "
                                    "); } ); } );",
                                    NULL});
    assert_same_results(&trial, 0, 1);
    trial_end(&trial);
}

/* Everything at once, under load, with every invariant checked after every event. */
static void nothing_is_lost_or_counted_twice(void **state) {
    (void)state;
    struct trial trial = {.count = 0};
    trial_add(
        &trial, valley,
        "run = { end_date = '2014-10-01'; }; world = { roles = ( { name = 'ot'; leavers_per_year = 1.1; "
        "recruitment_weeks = 9; sickness_spells_per_year = 9; sickness_days = { dist = 'lognormal'; mean = 8; cv = "
        "2; }; } ); }; teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; changes = ( { date = '2013-06-09'; "
        "fte = 0.5; }, { date = '2014-02-03'; fte = 4.5; }, { date = '2014-05-21'; fte = 1.75; } ); } ); } );");
    struct model *model = model_new(&trial.entries[0].inputs);
    for (uint32_t replication = 1; replication <= 2; replication++) {
        model_run(model, replication, true);
        assert_true(model_events(model) > 1000);
    }
    model_free(model);
    trial_end(&trial);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sickness_makes_people_wait_and_saves_nothing),
        cmocka_unit_test(vacancies_make_people_wait_and_are_not_paid),
        cmocka_unit_test(capacity_and_what_is_lost_are_the_hours_of_the_posts),
        cmocka_unit_test(over_the_long_run_the_share_of_posts_is_vacant),
        cmocka_unit_test(hours_lost_by_one_person_are_those_of_the_spells),
        cmocka_unit_test(a_dated_change_gives_capacity_and_cost_to_the_second),
        cmocka_unit_test(more_staff_from_a_date_on_shorten_waits_from_then_on),
        cmocka_unit_test(servers_come_and_go_at_midnight),
        cmocka_unit_test(new_servers_look_at_the_list_at_once),
        cmocka_unit_test(who_comes_back_looks_at_the_list_at_once),
        cmocka_unit_test(teams_in_another_order_have_the_same_absences),
        cmocka_unit_test(in_the_shipped_scenario_a_fifth_of_posts_is_empty),
        cmocka_unit_test(what_is_switched_off_changes_nothing),
        cmocka_unit_test(nothing_is_lost_or_counted_twice),
    };
    return run_chosen(tests, argc, argv);
}
