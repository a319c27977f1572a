/* tests/command/test_event_log.c - what happens in one replication, as tables. */
#include "tests/command/program.h"

enum { FIELDS_MAX = 20, PEOPLE_MAX = 40000, INSTANCES_MAX = 200000 };

/* Places of columns in the log of people. */
enum {
    SCENARIO,
    RUN,
    ENTITY_ID,
    PATHWAY,
    EVENT_TYPE,
    EVENT,
    TIME,
    RESOURCE_ID,
    ACTIVITY,
    INSTANCE,
    LIFECYCLE,
    TIMESTAMP,
    RESOURCE,
    TEAM,
    DETAIL,
    EVENT_NUMBER,
    FINGERPRINT,
    COLUMNS
};

/* Deaths, admissions, visits in vain, screening, a team that closes, and brokers. */
static const char *const eventful =
    "run = { end_date = '2014-12-01'; }; world = { death_multiplier = 8; missed_visit = 0.2; hospital = { "
    "admission_stream = 'hospital'; admissions = ( { age_band = 'old'; per_year = 1.5; } ); }; }; teams = ( "
    "{ name = 'OT North'; closes = '2014-06-02'; triage = { minutes = 12; role = 'ot'; resolves = 0.3; }; }, "
    "{ name = 'OT South'; localities = [ 'all' ]; staff = ( { role = 'ot'; fte = 3; } ); crew = [ 'ot', 'assistant' ]; "
    "}, { name = 'Social work'; remit = ( { need = 'commissioning'; drop = true; } ); }, { name = 'Brokers'; "
    "organisation = 'council'; localities = [ 'all' ]; streams = [ 'all' ]; remit = ( { need = 'commissioning'; } ); "
    "staff = ( { role = 'social_worker'; fte = 0.5; } ); recognises = 0; } );";

/* A log, its lines taken apart; no name in the valley holds a comma. */
struct table {
    char *text, *rest;
    char *fields[FIELDS_MAX];
    size_t columns;
};

static bool next_line(struct table *table) {
    char *line = strtok_r(table->rest == NULL ? table->text : NULL, "\n", &table->rest);
    table->columns = 0;
    while (line != NULL && table->columns < FIELDS_MAX) {
        table->fields[table->columns++] = strsep(&line, ",");
    }
    return table->columns > 0;
}

/* Standard output of `trace` of a scenario in the scratch folder. The caller frees the text. */
static struct table trace_of(void **state, const char *settings, const char *options) {
    valley_overlay(state, "eventful.cfg", settings);
    char *words = mem_format("trace @/eventful.cfg %s", options);
    struct program program = program_run(state, words);
    assert_int_equal(program.status, 0);
    struct table table = {.text = mem_text(program.out)};
    free(words);
    program_free(&program);
    return table;
}

static bool is_text(const char *text, const char *other) {
    return strcmp(text, other) == 0;
}

static void the_columns_are_those_that_help_describes(void **state) {
    static const char *const columns[COLUMNS] = {
        "scenario", "run",         "entity_id", "pathway",           "event_type", "event",
        "time",     "resource_id", "activity",  "activity_instance", "lifecycle",  "timestamp",
        "resource", "team",        "detail",    "event_number",      "fingerprint"};
    struct program help = program_run(state, "trace --help");
    struct table table = trace_of(state, "", "");
    assert_true(next_line(&table));
    assert_int_equal(table.columns, COLUMNS);
    for (size_t c = 0; c < COLUMNS; c++) {
        assert_string_equal(table.fields[c], columns[c]);
        assert_non_null(strstr(help.out, columns[c]));
    }
    assert_true(text_widest(help.out) <= 80);
    free(table.text);
    program_free(&help);
}

/* People by their numbers, in the next free place from where the number leads to. */
struct people {
    struct {
        unsigned long number; /* and one more: 0 is a free place */
        bool is_gone;
        char *pathway;
    } people[PEOPLE_MAX];
    size_t count, gone;
};

static size_t person_at(const struct people *people, const char *text) {
    const unsigned long number = strtoul(text, NULL, 10) + 1;
    size_t p = number % PEOPLE_MAX;
    while (people->people[p].number != 0 && people->people[p].number != number) {
        p = (p + 1) % PEOPLE_MAX;
    }
    return p;
}

static void look_at_person(struct people *people, const struct table *table) {
    const size_t p = person_at(people, table->fields[ENTITY_ID]);
    if (is_text(table->fields[EVENT], "arrival")) {
        assert_true(people->people[p].number == 0 && people->count < PEOPLE_MAX / 2);
        people->people[p].number = strtoul(table->fields[ENTITY_ID], NULL, 10) + 1;
        people->people[p].pathway = table->fields[PATHWAY];
        people->count++;
        return;
    }
    assert_true(people->people[p].number != 0 && !people->people[p].is_gone);
    assert_string_equal(people->people[p].pathway, table->fields[PATHWAY]);
    people->people[p].is_gone = is_text(table->fields[EVENT], "depart");
    people->gone += people->people[p].is_gone;
}

static void everybody_arrives_first_and_departs_last(void **state) {
    struct table table = trace_of(state, eventful, "");
    struct people *people = mem_zeroed(1, sizeof *people);
    for (next_line(&table); next_line(&table);) {
        assert_int_equal(table.columns, COLUMNS);
        look_at_person(people, &table);
    }
    assert_true(people->count > 1000);
    assert_int_equal(people->count, people->gone);
    free(people);
    free(table.text);
}

static void event_types_are_those_of_vidigi(void **state) {
    static const char *const types[] = {"", "arrival_departure", "queue", "resource_use", "resource_use_end"};
    size_t count[5] = {0};
    double last = 0;
    struct table table = trace_of(state, eventful, "");
    for (next_line(&table); next_line(&table);) {
        size_t t = 0;
        while (t < 5 && !is_text(table.fields[EVENT_TYPE], types[t])) {
            t++;
        }
        assert_true(t < 5);
        count[t]++;
        const bool is_door = is_text(table.fields[EVENT], "arrival") || is_text(table.fields[EVENT], "depart");
        assert_true(is_door == (t == 1));
        assert_true((*table.fields[RESOURCE_ID] != '\0') == (t >= 3));
        assert_true(strtod(table.fields[TIME], NULL) >= last);
        last = strtod(table.fields[TIME], NULL);
    }
    assert_true(count[0] > 1000 && count[2] > 1000 && count[3] > 1000);
    assert_int_equal(count[3], count[4]);
    free(table.text);
}

/* What began, by the number behind "span ". */
struct begun {
    char *activity[INSTANCES_MAX], *entity[INSTANCES_MAX], *resource[INSTANCES_MAX];
    size_t open;
};

static void look_at_span(struct begun *begun, const struct table *table, unsigned long instance) {
    assert_true(instance < INSTANCES_MAX);
    if (is_text(table->fields[LIFECYCLE], "start")) {
        assert_null(begun->activity[instance]);
        begun->activity[instance] = table->fields[ACTIVITY];
        begun->entity[instance] = table->fields[ENTITY_ID];
        begun->resource[instance] = table->fields[RESOURCE];
        begun->open++;
        return;
    }
    assert_string_equal(table->fields[LIFECYCLE], "complete");
    assert_string_equal(begun->activity[instance], table->fields[ACTIVITY]);
    assert_string_equal(begun->entity[instance], table->fields[ENTITY_ID]);
    assert_string_equal(begun->resource[instance], table->fields[RESOURCE]);
    begun->entity[instance] = NULL; /* a second end finds nobody */
    begun->open--;
}

static void whatever_starts_is_complete_once(void **state) {
    size_t crews = 0, spans = 0;
    struct table table = trace_of(state, eventful, "-k 2");
    struct begun *begun = mem_zeroed(1, sizeof *begun);
    for (next_line(&table); next_line(&table);) {
        if (strncmp(table.fields[INSTANCE], "span ", 5) == 0) {
            look_at_span(begun, &table, strtoul(table.fields[INSTANCE] + 5, NULL, 10));
            spans++;
        } else {
            assert_string_equal(table.fields[LIFECYCLE], "complete");
        }
        crews += strstr(table.fields[RESOURCE], " and ") != NULL;
    }
    assert_true(spans > 2000 && crews > 100);
    assert_int_equal(begun->open, 0);
    free(begun);
    free(table.text);
}

/* Every reason is told of what such a year brings. */
static void what_ends_says_why(void **state) {
    static const char *const reasons[] = {",seen,",  ",resolved,", ",declined,", ",advised,",  ",withdrawn,",
                                          ",moved,", ",admitted,", ",died,",     ",run over,", ",day one,"};
    static const char *const works[] = {"first assessment", "second assessment", "handover",     "commissioning",
                                        "follow-up",        "screening",         "visit in vain"};
    struct table table = trace_of(state, eventful, "");
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++) {
        assert_non_null(strstr(table.text, reasons[i]));
    }
    for (size_t i = 0; i < sizeof works / sizeof works[0]; i++) {
        char *begins = mem_format(": %s begins,", works[i]);
        assert_non_null(strstr(table.text, begins));
        free(begins);
    }
    free(table.text);
}

static void times_are_minutes_since_the_run_began_and_dates(void **state) {
    struct table table = trace_of(state, "run = { end_date = '2014-02-01'; };", "");
    bool has_window = false;
    for (next_line(&table); next_line(&table);) {
        int year, month, day, hour, minute, second;
        assert_int_equal(
            sscanf(table.fields[TIMESTAMP], "%d-%d-%dT%d:%d:%d", &year, &month, &day, &hour, &minute, &second), 6);
        const double days = (double)(year - 2013) * 365 + (month == 1 ? day - 1 : 0); /* the warm-up is all of 2013 */
        if (month == 1) {
            const double minutes = days * 1440 + hour * 60 + minute + second / 60.0;
            assert_near(strtod(table.fields[TIME], NULL), minutes, 1e-9);
            has_window = has_window || year == 2014;
        }
    }
    assert_true(has_window);
    free(table.text);
}

/* The last line of a table, and in it the last field. */
static const char *last_field(const char *text) {
    const char *comma = strrchr(text, ',');
    assert_non_null(comma);
    return comma + 1;
}

static void the_last_fingerprint_is_that_of_the_results(void **state) {
    struct table people = trace_of(state, eventful, "-k 3"), events = trace_of(state, eventful, "-k 3 --events");
    program_expect(state, "run @/eventful.cfg -r 2 --first 2 -o @/results", 0, "Results are in ");
    size_t length;
    char *lines = scratch_read(state, "results/replications.csv", &length), *rest = NULL;
    size_t found = 0;
    for (char *line = strtok_r(lines, "\n", &rest); line != NULL; line = strtok_r(NULL, "\n", &rest)) {
        char *end = mem_format("%s\n", last_field(line));
        const bool is_third = strncmp(line, "eventful,3,", strlen("eventful,3,")) == 0;
        assert_true(is_third == is_text(end, last_field(people.text)));
        assert_true(is_third == is_text(end, last_field(events.text)));
        found += is_third;
        free(end);
    }
    assert_true(found > 400);
    free(lines);
    free(people.text);
    free(events.text);
}

/* Number of the first line in which two texts differ. */
static size_t first_difference(const char *one, const char *other) {
    size_t line = 1;
    for (; *one != '\0' && *one == *other; one++, other++) {
        line += *one == '\n';
    }
    return line;
}

static void events_show_the_first_one_that_differs(void **state) {
    static const char *const later = "teams = ( { name = 'Rehab'; staff = ( { role = 'ot'; fte = 2.4; changes = ( { "
                                     "date = '2014-02-17'; fte = 3.4; } ); } ); } );";
    struct table one = trace_of(state, "", "--events"), other = trace_of(state, later, "--events");
    const size_t line = first_difference(one.text, other.text);
    assert_true(line > 1000);
    for (size_t i = 0; i < line; i++) {
        assert_true(next_line(&one) && next_line(&other));
    }
    assert_int_equal(other.columns, 9);
    assert_int_equal(strtoul(other.fields[2], NULL, 10), line - 1); /* the first line is the header */
    assert_string_equal(other.fields[4], "2014-02-17T00:00:00");
    assert_string_equal(other.fields[5], "staff");
    assert_string_equal(other.fields[7], "Rehab");
    free(one.text);
    free(other.text);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        test_in_scratch(the_columns_are_those_that_help_describes),
        test_in_scratch(everybody_arrives_first_and_departs_last),
        test_in_scratch(event_types_are_those_of_vidigi),
        test_in_scratch(whatever_starts_is_complete_once),
        test_in_scratch(what_ends_says_why),
        test_in_scratch(times_are_minutes_since_the_run_began_and_dates),
        test_in_scratch(the_last_fingerprint_is_that_of_the_results),
        test_in_scratch(events_show_the_first_one_that_differs),
    };
    return run_chosen(tests, argc, argv);
}
