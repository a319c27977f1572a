/* tests/model/test_supply.c - a limit of home care: who waits for hours, and whose package starts when. */
#include "tests/model/diary.h"

static const char *const ward = "tests/scenarios/ward.cfg";
static const double years = 243 / 365.25;
enum { ASKERS_MAX = 400 };

/* People who ask for care in January, need it for some weeks, and may have so many hours in all. The caller frees it. */
static char *askers(double per_1000, const char *weeks, const char *hours, const char *supply, const char *more) {
    return mem_format(
        "world = { streams = ( { name = 'request'; rates = ( { age_band = 'everybody'; per_1000_per_year = "
        "%g; } ); } ); care = { brokerage_days = 3; hours_per_week = %s; supply = ( %s ); bands = ( "
        "{ age_band = 'everybody'; weeks = %s; } ); }; %s };",
        per_1000, hours, supply, weeks, more);
}

/* Somebody who asks for care, in a replay by hand. */
struct asker {
    des_time ready, end, start; /* of the package, by the replay; DES_NEVER: it never starts */
    unsigned priority;
    double hours;
    uint32_t person;
};

/* Assessed for 7 hours, arranged in 3 days; the need has begun with the request and lasts for a week. */
static size_t read_askers(const struct diary *diary, struct asker *askers) {
    struct des_stream random;
    size_t count = 0;
    des_stream_init(&random, (uint64_t)diary->scenario.run.seed, 1);
    for (uint32_t p = 0; p < DIARY_PEOPLE; p++) {
        if (diary_has(diary, p, MODEL_FACT_CAME)) {
            const des_time came = diary_time(diary, p, MODEL_FACT_CAME);
            const double hours =
                world_person_amount(&random, p, WORLD_CARE_HOURS, &diary->scenario.world.care.hours_per_week);
            assert_true(count < ASKERS_MAX);
            askers[count++] = (struct asker){came + diary_days(3) + 7 * DES_HOUR,
                                             came + diary_days(7),
                                             DES_NEVER,
                                             diary_person(diary, p, 1).priority,
                                             hours,
                                             p};
        }
    }
    return count;
}

/* The first of those who wait at a moment: by priority, then by who was ready first; NULL when nobody waits. */
static struct asker *head_of(struct asker *askers, size_t count, des_time now) {
    struct asker *head = NULL;
    for (size_t i = 0; i < count; i++) {
        struct asker *one = &askers[i];
        const bool waits = one->ready <= now && now < one->end && one->start == DES_NEVER;
        if (waits && (head == NULL || one->priority < head->priority ||
                      (one->priority == head->priority && one->ready < head->ready))) {
            head = one;
        }
    }
    return head;
}

static double hours_at(const struct asker *askers, size_t count, des_time now) {
    double hours = 0;
    for (size_t i = 0; i < count; i++) {
        hours += askers[i].start <= now && now < askers[i].end ? askers[i].hours : 0;
    }
    return hours;
}

static des_time next_moment(const struct asker *askers, size_t count, des_time now) {
    des_time next = DES_NEVER;
    for (size_t i = 0; i < count; i++) {
        next = askers[i].ready > now && askers[i].ready < next ? askers[i].ready : next;
        next = askers[i].end > now && askers[i].end < next ? askers[i].end : next;
    }
    return next;
}

/* Whenever somebody is ready or a need ends, the first who waits starts, as long as there are hours for them. */
static void replay(struct asker *askers, size_t count, double limit) {
    for (des_time now = next_moment(askers, count, -1); now != DES_NEVER; now = next_moment(askers, count, now)) {
        struct asker *head;
        while ((head = head_of(askers, count, now)) != NULL && hours_at(askers, count, now) + head->hours <= limit) {
            head->start = now;
        }
    }
}

static void packages_start_when_a_replay_says(void **state) {
    (void)state;
    char *overlay =
        askers(2500, "1", "{ dist = 'uniform'; min = 1; max = 9; }", "{ year = 2014; hours_per_week = 100; }", "");
    struct asker *askers = mem_zeroed(ASKERS_MAX, sizeof *askers);
    struct diary diary;
    diary_keep(&diary, ward, overlay, 1);
    const size_t count = read_askers(&diary, askers);
    size_t later = 0;
    replay(askers, count, 100);
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(diary_time(&diary, askers[i].person, MODEL_FACT_CARE), askers[i].start);
        later += askers[i].start != DES_NEVER && askers[i].start > askers[i].ready;
    }
    assert_true(count > 100 && later > 50);
    diary_end(&diary);
    free(askers);
    free(overlay);
}

/* 7.3 hours, 22 times, are 160.6: room for 22 in all; and from 2015 on for 3 more. */
static void a_new_limit_lets_more_start_in_its_first_second(void **state) {
    (void)state;
    char *years_of_supply = askers(900, "60", "7.3",
                                   "{ year = 2014; hours_per_week = 160.6; }, { year = 2015; "
                                   "hours_per_week = 182.5; }",
                                   "");
    char *overlay = mem_format("run = { end_date = '2015-02-01'; }; %s", years_of_supply);
    struct diary diary;
    size_t at_once = 0, in_2015 = 0, others = 0;
    diary_keep(&diary, ward, overlay, 1);
    for (uint32_t p = 0; p < DIARY_PEOPLE; p++) {
        if (diary_has(&diary, p, MODEL_FACT_CARE)) {
            const des_time start = diary_time(&diary, p, MODEL_FACT_CARE);
            const bool is_ready = start == diary_time(&diary, p, MODEL_FACT_CAME) + diary_days(3) + 7 * DES_HOUR;
            at_once += is_ready;
            in_2015 += start == diary_days(365);
            others += !is_ready && start != diary_days(365);
        }
    }
    assert_int_equal(at_once, 22);
    assert_int_equal(in_2015, 3);
    assert_int_equal(others, 0);
    diary_end(&diary);
    free(overlay);
    free(years_of_supply);
}

/* 60 packages of 5 hours on day one are more than the 100 hours to be had: nothing starts until enough have ended. */
static void hours_in_payment_stay_below_the_limit_once_below_it(void **state) {
    (void)state;
    struct trial trial;
    char *stock = askers(2000, "10; stock_per_1000 = 60", "5", "{ year = 2014; hours_per_week = 100; }", "");
    trial_run(&trial, ward, 2, (const char *const[]){stock, NULL});
    assert_above(month_of(&trial, 0, of_all("care_hours_per_week"), 0), 150);
    assert_true(month_of(&trial, 0, of_all("care_starts_per_year"), 0) == 0);
    assert_above(month_of(&trial, 0, of_all("care_starts_per_year"), 2), 0);
    for (size_t m = 2; m < 8; m++) { /* after ten weeks at the latest */
        assert_true(month_of(&trial, 0, of_all("care_hours_per_week"), m) <= 100 * (1 + 1e-9));
    }
    assert_near(month_of(&trial, 0, of_all("care_hours_per_week"), 2), 100, 0.15);
    free(stock);
    trial_end(&trial);
}

/* Every need lasts beyond the 3 days and 7 hours that it takes to be ready: whoever waits longer waits for hours. */
static void who_waits_for_hours_is_a_part_of_those_not_met(void **state) {
    (void)state;
    struct trial trial;
    char *overlay = askers(2500, "3", "5", "{ year = 2014; hours_per_week = 60; }", "");
    trial_run(&trial, ward, 2, (const char *const[]){overlay, NULL});
    for (uint32_t r = 0; r < 2; r++) {
        const double ready = value_of(&trial, 0, of_all("care_requests_per_year"), r) * (3 + 7.0 / 24) / 365.25;
        const double waiting = value_of(&trial, 0, of_all("care_waiting_supply"), r);
        assert_above(waiting, 1);
        assert_near(value_of(&trial, 0, of_all("care_supply_hours_per_week"), r), 5 * waiting, 1e-9);
        assert_near(value_of(&trial, 0, of_all("care_unmet_hours_per_week"), r), 5 * (waiting + ready), 1e-9);
        assert_above(value_of(&trial, 0, of_all("care_never_started_per_year"), r) * years, 20);
    }
    free(overlay);
    trial_end(&trial);
}

/* Death and the end of a need take people off the list; every event is checked. */
static void nobody_who_has_gone_holds_a_place(void **state) {
    (void)state;
    char *mortal = askers(4000, "6", "{ dist = 'gamma'; mean = 7.3; cv = 0.8; }",
                          "{ year = 2014; hours_per_week = 300; }", "death_multiplier = 10;");
    struct diary diary;
    diary_keep(&diary, ward, mortal, 1);
    size_t died = 0;
    for (uint32_t p = 0; p < DIARY_PEOPLE; p++) {
        const des_time came = diary_time(&diary, p, MODEL_FACT_CAME);
        died += diary_has(&diary, p, MODEL_FACT_CAME) &&
                diary_time(&diary, p, MODEL_FACT_GONE) < came + diary_days(42) &&
                !diary_has(&diary, p, MODEL_FACT_CARE);
    }
    assert_above((double)died, 1);
    diary_end(&diary);
    free(mortal);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(packages_start_when_a_replay_says),
        cmocka_unit_test(a_new_limit_lets_more_start_in_its_first_second),
        cmocka_unit_test(hours_in_payment_stay_below_the_limit_once_below_it),
        cmocka_unit_test(who_waits_for_hours_is_a_part_of_those_not_met),
        cmocka_unit_test(nobody_who_has_gone_holds_a_place),
    };
    return run_chosen(tests, argc, argv);
}
