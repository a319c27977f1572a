/* tests/model/test_mechanisms_effect.c - what a pair at the front door does to requests for care: each
 * effect moved alone, the same people. */
#include "tests/model/diary.h"
#include "tests/model/valley.h"

static const char *const stock = "tests/scenarios/valley-stock.cfg";

/* The valley with a pair at the front door that has an effect; the caller frees the text. */
static char *with_pair(const char *effect) {
    return mem_format("teams = ( { name = 'Pair'; organisation = 'council'; localities = [ 'all' ]; "
                      "streams = [ 'care' ]; only_without_service = true; precedence = 1; "
                      "crew = [ 'ot', 'assistant' ]; recognises = 0.9; remit = ( { need = 'care'; "
                      "roles = [ 'ot' ]; }, { need = 'equipment'; }, { need = 'rehabilitation'; } ); "
                      "staff = ( { role = 'ot'; fte = 2; }, { role = 'assistant'; fte = 2; } ); "
                      "effect = { %s }; } );",
                      effect);
}

/* A pair without and with an effect. */
static void pairs(struct trial *trial, const char *baseline, const char *changed) {
    char *texts[] = {with_pair(baseline), with_pair(changed)};
    two(trial, texts[0], texts[1]);
    free(texts[0]);
    free(texts[1]);
}

static void without_effects_nothing_is_prevented_reduced_or_delayed(void **state) {
    (void)state;
    static const char *const measures[] = {"prevented_per_year", "reduced_per_year", "reduced_hours_per_year",
                                           "delayed_per_year", "care_put_off"};
    struct trial trial;
    pairs(&trial, "return_per_year = 0;",
          "prevent = 0.2; return_per_year = 0; reduce = 0.3; reduce_hours = 2; delay = 0.2; delay_weeks = "
          "20;");
    for (size_t i = 0; i < sizeof measures / sizeof measures[0]; i++) {
        assert_true(mean_of(&trial, 0, of_all(measures[i])) == 0);
        assert_above(mean_of(&trial, 1, of_all(measures[i])), 1);
    }
    assert_false(trial.results.outcomes[0].has_effect);
    assert_true(trial.results.outcomes[1].has_effect);
    trial_end(&trial);
}

static void prevention_takes_the_share_it_says_of_packages(void **state) {
    (void)state;
    struct trial trial;
    pairs(&trial, "return_per_year = 0;", "prevent = 0.4; return_per_year = 0;");
    assert_falls(&trial, 1, of_all("care_starts_per_year"));
    assert_falls(&trial, 1, of_all("care_needed_hours_per_week"));
    const double decisions = REPLICATIONS * mean_of(&trial, 0, of_team("seen_per_year", "Pair"));
    const double share =
        mean_of(&trial, 1, of_all("prevented_per_year")) / mean_of(&trial, 1, of_team("seen_per_year", "Pair"));
    assert_within(share, 0.4, 4 * sqrt(0.4 * 0.6 / decisions)); /* one false alarm in 16,000 */
    trial_end(&trial);
}

static void those_who_return_ask_for_care_again(void **state) {
    (void)state;
    struct trial trial;
    pairs(&trial, "prevent = 0.4; return_per_year = 0;", "prevent = 0.4; return_per_year = 2;");
    assert_rises(&trial, 1, of_all("care_requests_per_year"));
    assert_rises(&trial, 1, of_all("care_starts_per_year"));
    trial_end(&trial);
}

/* A smaller package takes nobody more or less time until it starts: starts are the same people at the same
 * moments. */
static void reduction_makes_packages_smaller_and_no_fewer(void **state) {
    (void)state;
    struct trial trial;
    pairs(&trial, "return_per_year = 0;", "return_per_year = 0; reduce = 0.5; reduce_hours = 2;");
    assert_falls(&trial, 1, of_all("care_hours_per_week"));
    assert_stays(&trial, 1, of_all("care_starts_per_year"));
    assert_stays(&trial, 1, of_all("care_packages"));
    /* at most the two hours, less where the package is smaller */
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        const double reduced = value_of(&trial, 1, of_all("reduced_per_year"), r);
        assert_above(2 * reduced + 1e-9, value_of(&trial, 1, of_all("reduced_hours_per_year"), r));
        assert_above(value_of(&trial, 1, of_all("reduced_hours_per_year"), r), reduced);
    }
    trial_end(&trial);
}

static void nothing_is_taken_off_below_an_empty_package(void **state) {
    (void)state;
    struct trial trial;
    pairs(&trial, "return_per_year = 0;", "return_per_year = 0; reduce = 1; reduce_hours = 168;");
    assert_above(mean_of(&trial, 0, of_all("care_hours_per_week")), mean_of(&trial, 1, of_all("care_hours_per_week")));
    for (size_t m = 0; m < 12; m++) {
        assert_true(month_of(&trial, 1, of_all("care_unmet_hours_per_week"), m) >= 0);
    }
    const double hours =
        mean_of(&trial, 1, of_all("reduced_hours_per_year")) / mean_of(&trial, 1, of_all("reduced_per_year"));
    assert_near(hours, 7.3, 0.1); /* the whole package: some 800 of them, cv 0.8, so three standard errors */
    trial_end(&trial);
}

static void delay_puts_packages_off_by_the_time_it_says(void **state) {
    (void)state;
    struct trial trial;
    pairs(&trial, "return_per_year = 0;", "return_per_year = 0; delay = 0.5; delay_weeks = 12;");
    assert_stays(&trial, 1, of_all("care_requests_per_year"));
    /* Little: who is put off is put off for twelve weeks, unless death comes first. */
    const double expected = mean_of(&trial, 1, of_all("delayed_per_year")) * 12 * 7 / 365.25;
    assert_near(mean_of(&trial, 1, of_all("care_put_off")), expected, 0.12);
    assert_above(expected, mean_of(&trial, 1, of_all("care_put_off")));
    trial_end(&trial);
}

/* Without a warm-up: after one, as many who were put off before day one start later as are put off for
 * later. */
static void delay_starts_packages_later(void **state) {
    (void)state;
    struct trial trial;
    char *pair = with_pair("return_per_year = 0;"),
         *slow = with_pair("return_per_year = 0; delay = 0.5; delay_weeks = 26;");
    char *texts[] = {mem_format("run = { warm_up_days = 0; }; %s", pair),
                     mem_format("run = { warm_up_days = 0; }; %s", slow)};
    two(&trial, texts[0], texts[1]);
    assert_falls(&trial, 1, of_all("care_starts_per_year"));
    assert_falls(&trial, 1, of_all("care_packages"));
    assert_stays(&trial, 1, of_all("care_requests_per_year"));
    assert_true(month_of(&trial, 1, of_all("care_starts_per_year"), 11) >
                0.8 * month_of(&trial, 0, of_all("care_starts_per_year"), 11));
    free(texts[0]);
    free(texts[1]);
    free(pair);
    free(slow);
    trial_end(&trial);
}

/* Social work assesses and commissions in one; what a pair has assessed it commissions in a contact of its
 * own. */
static void a_pair_hands_packages_over_to_be_commissioned(void **state) {
    (void)state;
    struct trial trial;
    char *pair = with_pair("return_per_year = 0;");
    two(&trial, "teams = ( { name = 'Social work'; staff = ( { role = 'social_worker'; fte = 6; } ); } );", pair);
    const double alone = mean_of(&trial, 0, of_team("contacts_per_year", "Social work")) -
                         mean_of(&trial, 0, of_team("seen_per_year", "Social work"));
    const double commissioned = mean_of(&trial, 1, of_team("contacts_per_year", "Social work")) -
                                mean_of(&trial, 1, of_team("seen_per_year", "Social work"));
    assert_within(alone, 0, 6); /* work in progress at the edges of the window */
    assert_near(commissioned, mean_of(&trial, 1, of_team("seen_per_year", "Pair")), 0.1);
    assert_falls(&trial, 1, of_team("referrals_per_year", "Social work"));
    free(pair);
    trial_end(&trial);
}

/* All requests go to the pair, so that social work does nothing but commission. */
static void commissioning_is_done_at_the_desk(void **state) {
    (void)state;
    static const char overlay[] =
        "world = { localities = ( { name = 'North'; travel_minutes = %s; }, "
        "{ name = 'South'; travel_minutes = %s; } ); }; teams = ( { name = 'Pair'; "
        "organisation = 'council'; localities = [ 'all' ]; streams = [ 'all' ]; precedence = 1; "
        "visits = false; remit = ( { need = 'care'; } ); staff = ( { role = 'social_worker'; "
        "fte = 6; } ); recognises = 0; } );";
    struct trial trial;
    char *near = mem_format(overlay, "0", "0"), *far = mem_format(overlay, "60", "60");
    two(&trial, near, far);
    assert_true(mean_of(&trial, 0, of_team("referrals_per_year", "Social work")) == 0);
    const double contacts = mean_of(&trial, 1, of_team("contacts_per_year", "Social work"));
    const double hours = mean_of(&trial, 1, of_team("demand_hours_per_year", "Social work"));
    assert_above(contacts, 200);
    assert_near(hours / contacts, 1.4, 0.06); /* cv 0.5 over some 2,400 contacts: six standard errors */
    assert_near(mean_of(&trial, 1, of_team("utilisation", "Social work")) / 100 *
                    mean_of(&trial, 1, of_team("capacity_hours_per_year", "Social work")),
                hours, 0.02);
    free(near);
    free(far);
    trial_end(&trial);
}

/* A quarter of those who come for care have a service already; the pair takes none of them, nor anybody
 * assessed before. */
static void a_pair_takes_only_people_without_a_service(void **state) {
    (void)state;
    struct trial trial;
    char *pair = with_pair("return_per_year = 0;");
    trial_run(&trial, valley, REPLICATIONS, (const char *const[]){pair, NULL});
    const double came = mean_of(&trial, 0, of_stream("persons_per_year", "care"));
    const double taken = mean_of(&trial, 0, of_team("referrals_per_year", "Pair"));
    assert_within(taken / came, 0.75, 4 * sqrt(0.75 * 0.25 / (REPLICATIONS * came))); /* one false alarm in 16,000 */
    free(pair);
    trial_end(&trial);
}

static void every_service_begins_with_the_same_packages(void **state) {
    (void)state;
    struct trial trial;
    char *pair = with_pair("prevent = 0.5; return_per_year = 0;");
    trial_run(&trial, stock, REPLICATIONS, (const char *const[]){"", pair, NULL});
    assert_stays(&trial, 1, of_all("care_packages"));
    assert_stays(&trial, 1, of_all("care_hours_per_week"));
    assert_above(mean_of(&trial, 0, of_all("care_hours_per_week")), 1000);
    free(pair);
    trial_end(&trial);
}

/* Whoever was helped otherwise once is not helped otherwise again: all ask again within weeks, and then
 * have a package. */
static void prevention_works_once_for_a_person(void **state) {
    (void)state;
    struct trial trial;
    trial_run(
        &trial, valley, 2,
        (const char *const[]){"teams = ( { name = 'Care first'; organisation = 'agency'; localities = [ 'all' ]; "
                              "streams = [ 'all' ]; precedence = 1; recognises = 0; remit = ( { need = 'care'; }, "
                              "{ need = 'commissioning'; } ); staff = ( { role = 'social_worker'; fte = 12; } ); "
                              "effect = { prevent = 1; return_per_year = 12; }; } );",
                              NULL});
    const double prevented = mean_of(&trial, 0, of_all("prevented_per_year"));
    assert_above(prevented, 300);
    assert_near(mean_of(&trial, 0, of_all("care_requests_per_year")), 2 * prevented, 0.1);
    assert_near(mean_of(&trial, 0, of_all("care_starts_per_year")), prevented, 0.15);
    trial_end(&trial);
}

/* People ask for care that they need for ten weeks, and are assessed at once, for 7 hours; a package takes 9.5 days to
 * arrange. Who is put off for twenty weeks has it as much later, and as long: nothing of the need is lost. */
static void what_is_delayed_lasts_as_long_later(void **state) {
    (void)state;
    struct diary diary;
    diary_keep(&diary, "tests/scenarios/ward.cfg",
               "world = { streams = ( { name = 'request'; rates = ( { age_band = 'everybody'; per_1000_per_year = 900; "
               "} ); } ); care = { bands = ( { age_band = 'everybody'; weeks = 10; } ); }; }; teams = ( { name = "
               "'Care'; effect = { return_per_year = 0; delay = 0.5; delay_weeks = 20; }; } );",
               1);
    const des_time usual = 7 * DES_HOUR + diary_days(9.5);
    size_t people = 0, put_off = 0;
    for (uint32_t p = 0; p < DIARY_PEOPLE; p++) {
        if (diary_has(&diary, p, MODEL_FACT_CAME)) {
            const des_time came = diary_time(&diary, p, MODEL_FACT_CAME);
            const des_time later = diary_time(&diary, p, MODEL_FACT_CARE) - came - usual;
            assert_true(later == 0 || later == 20 * DES_WEEK);
            assert_int_equal(diary_time(&diary, p, MODEL_FACT_GONE) - came, 10 * DES_WEEK + later);
            put_off += later > 0;
            people++;
        }
    }
    assert_in_range(people, 50, 110);
    /* four standard errors: one false alarm in 16,000 */
    assert_within((double)put_off, (double)people / 2, 2 * sqrt((double)people));
    diary_end(&diary);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_effects_nothing_is_prevented_reduced_or_delayed),
        cmocka_unit_test(prevention_takes_the_share_it_says_of_packages),
        cmocka_unit_test(those_who_return_ask_for_care_again),
        cmocka_unit_test(reduction_makes_packages_smaller_and_no_fewer),
        cmocka_unit_test(nothing_is_taken_off_below_an_empty_package),
        cmocka_unit_test(delay_puts_packages_off_by_the_time_it_says),
        cmocka_unit_test(delay_starts_packages_later),
        cmocka_unit_test(a_pair_hands_packages_over_to_be_commissioned),
        cmocka_unit_test(commissioning_is_done_at_the_desk),
        cmocka_unit_test(a_pair_takes_only_people_without_a_service),
        cmocka_unit_test(every_service_begins_with_the_same_packages),
        cmocka_unit_test(prevention_works_once_for_a_person),
        cmocka_unit_test(what_is_delayed_lasts_as_long_later),
    };
    return run_chosen(tests, argc, argv);
}
