/* tests/service/test_list.c - a waiting list against a plain array, and what each discipline does to people. */
#include "service/list.h"

#include "tests/support.h"

enum { CREWS = 3, CLASSES = 4, PLACES = 300 };

/* Two classes share a rank, as follow-ups and a priority may. */
static const struct svc_class classes[CLASSES] = {{7, 0}, {28, 1}, {21, 1}, {84, 2}};

static struct svc_list *list_by(const char *discipline, size_t crews) {
    return svc_list_new(svc_discipline(discipline), crews, classes, CLASSES);
}

static uint32_t next_subject(const struct svc_list *list, uint64_t crews, des_time now) {
    const uint32_t entry = svc_list_next(list, crews, now);
    return entry == SVC_NOBODY ? SVC_NOBODY : svc_list_entry(list, entry)->subject;
}

static void only_work_that_a_free_crew_can_do_is_next(void **state) {
    (void)state;
    struct svc_list *list = list_by("fifo", CREWS);
    assert_int_equal(svc_list_next(list, 7, 0), SVC_NOBODY);
    svc_list_join(list, 0, 0, 5, 100);
    svc_list_join(list, 2, 1, 3, 102);
    assert_int_equal(next_subject(list, 1, 10), 100);
    assert_int_equal(next_subject(list, 2, 10), SVC_NOBODY);
    assert_int_equal(next_subject(list, 4, 10), 102);
    assert_int_equal(next_subject(list, 7, 10), 102);
    assert_int_equal(next_subject(list, 0, 10), SVC_NOBODY);
    svc_list_free(list);
}

static void who_is_on_hold_waits_and_is_not_next(void **state) {
    (void)state;
    struct svc_list *list = list_by("fifo", 2);
    const uint32_t held = svc_list_join(list, SVC_ON_HOLD, 1, 3, 103);
    svc_list_join(list, 1, 1, 5, 105);
    assert_int_equal(next_subject(list, UINT64_MAX, 10), 105);
    assert_int_equal(svc_list_count(list), 2);
    assert_int_equal(svc_list_class_age(list, 1, 10).waited, 7 + 5);
    svc_list_remove(list, held);
    svc_list_join(list, 1, 1, 3, 103);
    assert_int_equal(next_subject(list, UINT64_MAX, 10), 103);
    svc_list_free(list);
}

static void crews_are_known_for_which_somebody_waits(void **state) {
    (void)state;
    struct svc_list *list = list_by("fifo", CREWS);
    assert_int_equal(svc_list_crews(list), 0);
    svc_list_join(list, SVC_ON_HOLD, 0, 1, 1);
    assert_int_equal(svc_list_crews(list), 0);
    const uint32_t first = svc_list_join(list, 2, 0, 2, 2), second = svc_list_join(list, 2, 3, 3, 3);
    svc_list_join(list, 0, 0, 4, 4);
    assert_int_equal(svc_list_crews(list), 5);
    svc_list_remove(list, first);
    assert_int_equal(svc_list_crews(list), 5);
    svc_list_remove(list, second);
    assert_int_equal(svc_list_crews(list), 1);
    svc_list_clear(list);
    assert_int_equal(svc_list_crews(list), 0);
    svc_list_free(list);
}

static void a_clock_that_began_earlier_goes_to_its_place(void **state) {
    (void)state;
    struct svc_list *list = list_by("priority", 1);
    const des_time since[] = {50, 70, 60, 60, 10, 70};
    static const uint32_t want[] = {4, 0, 2, 3, 1, 5};
    for (uint32_t i = 0; i < 6; i++) {
        svc_list_join(list, 0, 1, since[i], i);
    }
    for (size_t i = 0; i < 6; i++) {
        const uint32_t entry = svc_list_next(list, 1, 100);
        assert_int_equal(svc_list_entry(list, entry)->subject, want[i]);
        svc_list_remove(list, entry);
    }
    assert_int_equal(svc_list_count(list), 0);
    svc_list_free(list);
}

static void ties_go_to_the_clock_that_began_first_then_to_who_joined_first(void **state) {
    (void)state;
    struct svc_list *list = list_by("priority", 1);
    svc_list_join(list, 0, 2, 40, 1);
    const uint32_t second = svc_list_join(list, 0, 1, 40, 2);
    assert_int_equal(next_subject(list, 1, 100), 1);
    const uint32_t third = svc_list_join(list, 0, 1, 39, 3);
    assert_int_equal(next_subject(list, 1, 100), 3);
    svc_list_remove(list, third);
    svc_list_remove(list, second);
    svc_list_join(list, 0, 1, 40, 4);
    assert_int_equal(next_subject(list, 1, 100), 1);
    svc_list_free(list);
}

static void ages_of_a_class_add_up(void **state) {
    (void)state;
    struct svc_list *list = list_by("fifo", CREWS);
    svc_list_join(list, 0, 1, -30, 1);
    const uint32_t gone = svc_list_join(list, 1, 1, 17, 2);
    svc_list_join(list, 2, 1, 25, 3);
    svc_list_join(list, 2, 3, 1, 4);
    struct svc_list_age age = svc_list_class_age(list, 1, 40);
    assert_int_equal(age.count, 3);
    assert_true(age.waited == 70 + 23 + 15);
    svc_list_remove(list, gone);
    age = svc_list_class_age(list, 1, 41);
    assert_int_equal(age.count, 2);
    assert_true(age.waited == 71 + 16);
    assert_int_equal(svc_list_class_age(list, 0, 41).count, 0);
    assert_true(svc_list_class_age(list, 0, 41).waited == 0);
    svc_list_free(list);
}

struct visits {
    uint32_t subjects[8];
    size_t count;
};

static void note(void *context, const struct svc_waiting *waiting) {
    struct visits *visits = context;
    assert_true(visits->count < 8);
    visits->subjects[visits->count++] = waiting->subject;
}

static void a_class_is_visited_crew_by_crew_and_by_length_of_wait(void **state) {
    (void)state;
    static const uint32_t want[] = {21, 20, 24, 22};
    struct svc_list *list = list_by("fifo", CREWS);
    struct visits visits = {.count = 0};
    svc_list_join(list, 1, 2, 31, 20);
    svc_list_join(list, 1, 2, 17, 21);
    svc_list_join(list, 2, 2, 5, 22);
    svc_list_join(list, 2, 3, 3, 23);
    svc_list_join(list, 1, 2, 43, 24);
    svc_list_visit_class(list, 2, note, &visits);
    assert_int_equal(visits.count, 4);
    assert_memory_equal(visits.subjects, want, sizeof want);
    svc_list_visit_class(list, 0, note, &visits);
    assert_int_equal(visits.count, 4);
    assert_aborts(svc_list_visit_class(list, CLASSES, note, &visits));
    svc_list_free(list);
}

static void clearing_forgets_everybody(void **state) {
    (void)state;
    struct svc_list *list = list_by("fifo", CREWS);
    for (uint32_t i = 0; i < 30; i++) {
        svc_list_join(list, i % CREWS, i % CLASSES, i, i);
    }
    svc_list_clear(list);
    assert_int_equal(svc_list_count(list), 0);
    assert_int_equal(svc_list_next(list, 7, 99), SVC_NOBODY);
    assert_int_equal(svc_list_class_age(list, 2, 99).count, 0);
    const uint32_t entry = svc_list_join(list, 1, 2, 5, 77);
    assert_int_equal(svc_list_entry(list, entry)->sequence, 0);
    assert_int_equal(next_subject(list, 2, 99), 77);
    svc_list_free(list);
}

static void crews_and_classes_beyond_those_there_are_are_refused(void **state) {
    (void)state;
    struct svc_list *list = list_by("fifo", CREWS);
    assert_aborts(svc_list_join(list, CREWS, 0, 0, 0));
    assert_aborts(svc_list_join(list, 0, CLASSES, 0, 0));
    svc_list_free(list);
}

/* ---- against a plain array, searched from end to end ---- */

struct person {
    des_time since;
    size_t crew, class;
    uint32_t entry, joined;
};

struct reference {
    struct person people[PLACES];
    size_t count;
    uint64_t random;
    uint32_t joined;
    const char *discipline;
};

static uint32_t random_below(struct reference *reference, uint32_t limit) {
    reference->random = reference->random * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(reference->random >> 33) % limit;
}

/* The smaller comes first. Quotients of such small whole numbers are equal only when they should be. */
static double urgency(const struct reference *reference, const struct person *person, des_time now) {
    const struct svc_class *class = &classes[person->class];
    switch (reference->discipline[0]) {
    case 'f':
        return (double)person->since;
    case 'p':
        return class->rank;
    case 'd':
        return (double)(person->since + class->target);
    default:
        return -(double)(now - person->since) / (double)class->target;
    }
}

static bool comes_first(const struct reference *reference, const struct person *a, const struct person *b,
                        des_time now) {
    const double first = urgency(reference, a, now), second = urgency(reference, b, now);
    if (first != second) {
        return first < second;
    }
    return a->since != b->since ? a->since < b->since : a->joined < b->joined;
}

static uint32_t next_by_hand(const struct reference *reference, uint64_t crews, des_time now) {
    const struct person *best = NULL;
    for (size_t i = 0; i < reference->count; i++) {
        const struct person *person = &reference->people[i];
        if (crews >> person->crew & 1 && (best == NULL || comes_first(reference, person, best, now))) {
            best = person;
        }
    }
    return best == NULL ? SVC_NOBODY : best->entry;
}

/* Most clocks begin now; some began earlier and move with their people. Few values, so that there are ties. */
static void join_both(struct svc_list *list, struct reference *reference, des_time now) {
    struct person *person = &reference->people[reference->count++];
    person->crew = random_below(reference, CREWS);
    person->class = random_below(reference, CLASSES);
    person->since = random_below(reference, 3) > 0 ? now : now - random_below(reference, 90);
    person->joined = reference->joined++;
    person->entry = svc_list_join(list, person->crew, person->class, person->since, person->joined);
}

static void remove_both(struct svc_list *list, struct reference *reference, size_t index) {
    svc_list_remove(list, reference->people[index].entry);
    reference->people[index] = reference->people[--reference->count];
}

static size_t index_of(const struct reference *reference, uint32_t entry) {
    size_t index = 0;
    while (reference->people[index].entry != entry) {
        index++;
    }
    return index;
}

static void check_ages(const struct svc_list *list, const struct reference *reference, des_time now) {
    for (size_t class = 0; class < CLASSES; class ++) {
        struct svc_list_age want = {0, 0};
        for (size_t i = 0; i < reference->count; i++) {
            want.count += reference->people[i].class == class;
            want.waited += reference->people[i].class == class ? now - reference->people[i].since : 0;
        }
        const struct svc_list_age got = svc_list_class_age(list, class, now);
        assert_int_equal(got.count, want.count);
        assert_true(got.waited == want.waited);
    }
}

static void try_discipline(const char *name, uint64_t seed) {
    struct reference *reference = calloc(1, sizeof *reference);
    reference->random = seed;
    reference->discipline = name;
    struct svc_list *list = list_by(name, CREWS);
    for (des_time step = 0; step < 20000; step++) {
        const des_time now = step / 3;
        const uint64_t crews = random_below(reference, 1 << CREWS);
        const uint32_t next = svc_list_next(list, crews, now), action = random_below(reference, 10);
        assert_int_equal(next, next_by_hand(reference, crews, now));
        if (reference->count == 0 || (action < 5 && reference->count < PLACES)) {
            join_both(list, reference, now);
        } else if (action < 9 && next != SVC_NOBODY) {
            remove_both(list, reference, index_of(reference, next));
        } else {
            remove_both(list, reference, random_below(reference, (uint32_t)reference->count));
        }
        assert_int_equal(svc_list_count(list), reference->count);
        check_ages(list, reference, now);
    }
    svc_list_free(list);
    free(reference);
}

static void every_discipline_agrees_with_a_plain_array(void **state) {
    (void)state;
    size_t count = 0;
    const struct svc_discipline *all = svc_disciplines(&count);
    for (size_t i = 0; i < count; i++) {
        try_discipline(all[i].name, 20140401 + i);
    }
}

/* ---- what it means for people ---- */

/* One urgent person joins a day, after five who wait already, and one is seen a day. The day on which somebody with the
 * least urgent priority is seen who joined on the first; -1: not within 1,000 days. */
static int day_of_the_least_urgent(const char *discipline) {
    struct svc_list *list = list_by(discipline, 1);
    svc_list_join(list, 0, 3, 0, 9999);
    for (uint32_t i = 0; i < 5; i++) {
        svc_list_join(list, 0, 0, 0, i);
    }
    int day = 1;
    for (uint32_t seen = 0; day < 1000 && seen != 9999; day++) {
        const uint32_t entry = svc_list_next(list, 1, day);
        seen = svc_list_entry(list, entry)->subject;
        svc_list_remove(list, entry);
        svc_list_join(list, 0, 0, day, 5);
    }
    svc_list_free(list);
    return day < 1000 ? day - 1 : -1;
}

/* The urgent wait 5 days for a target of 7; the least urgent passes that share of 84 days on day 60 and not before. */
static void with_accumulating_the_urgent_overtake_and_nobody_starves(void **state) {
    (void)state;
    assert_int_equal(day_of_the_least_urgent("accumulating"), 60);
    assert_int_equal(day_of_the_least_urgent("priority"), -1);
    assert_int_equal(day_of_the_least_urgent("fifo"), 1);
    assert_int_equal(day_of_the_least_urgent("due_date"), 82);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_work_that_a_free_crew_can_do_is_next),
        cmocka_unit_test(who_is_on_hold_waits_and_is_not_next),
        cmocka_unit_test(crews_are_known_for_which_somebody_waits),
        cmocka_unit_test(a_clock_that_began_earlier_goes_to_its_place),
        cmocka_unit_test(ties_go_to_the_clock_that_began_first_then_to_who_joined_first),
        cmocka_unit_test(ages_of_a_class_add_up),
        cmocka_unit_test(a_class_is_visited_crew_by_crew_and_by_length_of_wait),
        cmocka_unit_test(clearing_forgets_everybody),
        cmocka_unit_test(crews_and_classes_beyond_those_there_are_are_refused),
        cmocka_unit_test(every_discipline_agrees_with_a_plain_array),
        cmocka_unit_test(with_accumulating_the_urgent_overtake_and_nobody_starves),
    };
    return run_chosen(tests, argc, argv);
}
