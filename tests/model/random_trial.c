/* tests/model/random_trial.c - a random scenario tried in a process of its own: every invariant after every event, and what
 * must hold of its results. */
#include "tests/model/random_trial.h"

#include <string.h>

#include "tests/model/additions.h"
#include "tests/model/little.h"

static const char *const hamlet = "tests/scenarios/hamlet.cfg";
enum { HOLDS = 0, BREAKS = 1, REFUSED = 65, SECONDS_AT_MOST = 100, REPLICATIONS = 2 };

/* Says what does not hold and ends this process. */
static void require(bool holds, const char *what, const struct expt_column *column, double got, double want) {
    if (!holds) {
        fprintf(stderr, "%s: %s of %s %s: %.17g and %.17g\n", what, column != NULL ? column->measure : "",
                column != NULL ? column->dimension : "", column != NULL ? column->subject : "", got, want);
        _exit(BREAKS);
    }
}

static bool is_near(double a, double b) {
    return fabs(a - b) <= 1e-9 * (1 + fabs(a) + fabs(b));
}

/* False with complaints, each of which must name a place. */
static bool read_it(const struct random_scenario *random, struct scn_scenario *scenario) {
    struct err_list err;
    err_list_init(&err);
    char *path = random_scenario_write(random, hamlet);
    const bool is_read = scn_scenario_read(path, scenario, &err);
    require(is_read == (err.count == 0), "read and complained of", NULL, (double)err.count, 0);
    for (size_t i = 0; i < err.count; i++) {
        fprintf(stderr, "%s\n", err.complaints[i].text);
        require(strstr(err.complaints[i].text, ": error: ") != NULL, "a complaint without a place", NULL, 0, 0);
    }
    random_scenario_remove(random, path);
    err_list_free(&err);
    return is_read;
}

/* ---- what must hold of results ---- */

/* Demand moves with people who came before the window, and may then fall below nought in the team that they leave. */
static bool is_moved(const struct expt_column *column) {
    return strcmp(column->measure, "demand_hours_per_year") == 0 || strcmp(column->measure, "offered_load") == 0;
}

static void check_values(const struct trial *trial, size_t scenario) {
    const struct expt_outcome *outcome = &trial->results.outcomes[scenario];
    for (size_t i = 0; i < outcome->column_count * REPLICATIONS; i++) {
        const struct expt_column *column = &outcome->columns[i / REPLICATIONS];
        const double value = outcome->values[i];
        const bool is_share = strcmp(column->unit, "%") == 0 && !is_moved(column);
        require(isnan(value) || isfinite(value), "not finite", column, value, 0);
        require(isnan(value) || is_moved(column) || value >= -1e-6, "below nought", column, value, 0);
        require(isnan(value) || !is_share || value <= 100 + 1e-6, "above all", column, value, 100);
    }
}

static void check_additions(const struct trial *trial) {
    for (size_t i = 0; i < sizeof additions / sizeof additions[0]; i++) {
        for (uint32_t r = 0; r < REPLICATIONS; r++) {
            const double parts = sum_over(trial, additions[i].measure, additions[i].parts, r);
            const double whole = sum_over(trial, additions[i].measure, additions[i].whole, r);
            const struct expt_column about = {
                .measure = additions[i].measure, .dimension = additions[i].parts, .subject = additions[i].whole};
            require(is_near(parts, whole) || (isnan(parts) && isnan(whole)), "parts and whole", &about, parts, whole);
        }
    }
}

static void check_same(const struct expt_results *one, const struct expt_results *other) {
    const struct expt_outcome *a = &one->outcomes[0], *b = &other->outcomes[0];
    require(a->persons == b->persons && a->events == b->events, "another run", NULL, (double)a->events,
            (double)b->events);
    for (size_t i = 0; i < a->column_count * REPLICATIONS; i++) {
        require(memcmp(&a->values[i], &b->values[i], sizeof(double)) == 0 ||
                    (isnan(a->values[i]) && isnan(b->values[i])),
                "another run", &a->columns[i / REPLICATIONS], a->values[i], b->values[i]);
    }
}

/* The same world: the same people come, and every reason but that one adds up to the difference. */
static void check_split(const struct trial *trial, const struct expt_split *split, uint32_t replication) {
    const struct column column = of_all(split->measure);
    const struct expt_column about = {.measure = split->measure, .dimension = "split", .subject = ""};
    const double before = value_of(trial, 0, column, replication), after = value_of(trial, 1, column, replication);
    double sum = 0;
    for (size_t p = 0; p < split->part_count; p++) {
        const double part = split->parts[p].values[replication];
        require(isfinite(part), "a part", &about, part, 0);
        require(strcmp(split->parts[p].key, "other_people") != 0 || part == 0, "other people", &about, part, 0);
        sum += part;
    }
    require(fabs(sum - (after - before)) <= 1e-8 * (1 + before + after), "the split", &about, sum, after - before);
}

static void check_pair(const struct trial *trial) {
    for (uint32_t r = 0; r < REPLICATIONS; r++) {
        const struct column people = of_all("persons_per_year");
        require(value_of(trial, 0, people, r) == value_of(trial, 1, people, r), "other people", NULL,
                value_of(trial, 0, people, r), value_of(trial, 1, people, r));
        for (size_t i = 0; i < trial->results.outcomes[1].split_count; i++) {
            check_split(trial, &trial->results.outcomes[1].splits[i], r);
        }
    }
}

/* What a run told of the lists of all teams together, and of each. */
struct lists {
    struct little all, *teams;
    size_t team_count;
};

static void note_lists(void *context, const struct model_note *note) {
    struct lists *lists = context;
    little_note(&lists->all, note);
    for (size_t t = 0; t < lists->team_count; t++) {
        little_note(&lists->teams[t], note);
    }
}

static void check_list(const struct model *model, const struct model_inputs *inputs, const struct little *little,
                       const char *team) {
    const double listed = little_listed(model, inputs, team), waited = little_waited(little, inputs->end);
    const struct expt_column about = {
        .measure = "list_people", .dimension = "team", .subject = team != NULL ? team : "every"};
    require(is_near(listed, waited), "Little's law", &about, listed, waited);
}

/* Little's law, whether the lists are empty at the end or not. */
static void check_little(const struct model_inputs *inputs) {
    struct lists lists = {.all = {.team = MODEL_NO_TEAM}, .team_count = inputs->service->teams.count};
    lists.teams = mem_zeroed(lists.team_count, sizeof *lists.teams);
    for (uint32_t t = 0; t < lists.team_count; t++) {
        lists.teams[t].team = t;
    }
    struct model *model = model_new(inputs);
    model_watch(model, note_lists, &lists);
    model_run(model, 1, false);
    check_list(model, inputs, &lists.all, NULL);
    for (size_t t = 0; t < lists.team_count; t++) {
        check_list(model, inputs, &lists.teams[t], svc_team(inputs->service, t)->name);
    }
    model_free(model);
    free(lists.teams);
}

/* Those exist over a whole window only, and windows may differ. */
static bool is_quantile(const struct model_column *column) {
    return strstr(column->measure->key, "_median") != NULL || strstr(column->measure->key, "_p90") != NULL;
}

/* Every column in a month is the same number in two runs. */
static void check_months(const struct model *one, const struct model *other, const struct model_inputs *inputs,
                         size_t months, const char *what) {
    struct model_column *columns;
    const size_t count = model_columns(inputs, &columns);
    for (size_t c = 0; c < count; c++) {
        for (size_t m = 0; m < months && !is_quantile(&columns[c]); m++) {
            const double a = model_column_value(one, &columns[c], m, m),
                         b = model_column_value(other, &columns[c], m, m);
            const struct expt_column about = {.measure = columns[c].measure->key,
                                              .dimension = model_dimension_name(columns[c].dimension),
                                              .subject = columns[c].subject_name};
            require(a == b || (isnan(a) && isnan(b)), what, &about, a, b);
        }
    }
    model_columns_free(columns, count);
}

/* A model that has run something else before gives the same. */
static void check_memory(const struct model_inputs *inputs) {
    struct model *fresh = model_new(inputs), *used = model_new(inputs);
    model_run(fresh, 1, false);
    model_run(used, 2, false);
    model_run(used, 1, false);
    check_months(fresh, used, inputs, inputs->months, "another run before");
    model_free(fresh);
    model_free(used);
}

/* What happens does not depend on how long the run goes on. In the second in which the shorter run ends nothing happens,
 * but in the longer one teams may open; so its last month is left out. */
static void check_horizon(const struct model_inputs *inputs) {
    struct model_inputs early = *inputs;
    early.months = inputs->months / 2;
    if (early.months < 2) {
        return;
    }
    early.end = des_calendar_month_start(inputs->calendar, early.months);
    struct model *whole = model_new(inputs), *part = model_new(&early);
    model_run(whole, 1, false);
    model_run(part, 1, false);
    check_months(whole, part, inputs, early.months - 1, "an earlier end");
    model_free(whole);
    model_free(part);
}

/* ---- one process ---- */

static void add(struct trial *trial, const char *name) {
    const size_t i = trial->count++;
    trial->entries[i] = (struct expt_scenario){.name = name, .title = name, .inputs = inputs_of(&trial->scenarios[i])};
}

/* The same world under a service of which every other statement is left out; false where that is none. */
static bool add_another_service(struct trial *trial, struct random_scenario *random) {
    for (size_t i = 0; i < random->count; i++) {
        struct random_statement *statement = &random->statements[i];
        const bool is_change = strcmp(statement->group, "teams") == 0 && strstr(statement->text, "localities") == NULL;
        statement->is_dropped = statement->is_dropped || (is_change && (i + random->seed) % 2 == 0);
    }
    if (!read_it(random, &trial->scenarios[1])) {
        return false;
    }
    add(trial, "another");
    return true;
}

/* The unchecked one on two threads. */
static void run_study(struct trial *trial, size_t count, bool checked, struct expt_results *results) {
    const struct expt_study study = {.scenarios = trial->entries,
                                     .scenario_count = count,
                                     .first_replication = 1,
                                     .replications = REPLICATIONS,
                                     .threads = checked ? 1 : 2,
                                     .checked = checked};
    expt_study_run(&study, NULL, NULL, results);
}

static int try_it(struct random_scenario *random) {
    struct trial trial = {.count = 0};
    struct expt_results unchecked;
    if (!read_it(random, &trial.scenarios[0])) {
        return REFUSED;
    }
    add(&trial, "random");
    const bool has_pair = add_another_service(&trial, random);
    run_study(&trial, trial.count, true, &trial.results);
    run_study(&trial, 1, false, &unchecked);
    check_little(&trial.entries[0].inputs);
    check_memory(&trial.entries[0].inputs);
    check_horizon(&trial.entries[0].inputs);
    check_values(&trial, 0);
    check_additions(&trial);
    check_same(&trial.results, &unchecked);
    if (has_pair) {
        check_values(&trial, 1);
        check_pair(&trial);
    }
    expt_results_free(&unchecked);
    trial_end(&trial);
    return HOLDS;
}

enum random_verdict random_trial(const struct random_scenario *scenario, FILE *words) {
    FILE *said = tmpfile();
    int status = 0, letter;
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0) {
        struct random_scenario mine = *scenario;
        dup2(fileno(said), STDERR_FILENO);
        alarm(SECONDS_AT_MOST); /* a run that hangs is broken too */
        _exit(try_it(&mine));
    }
    waitpid(child, &status, 0);
    rewind(said);
    while (words != NULL && (letter = fgetc(said)) != EOF) {
        fputc(letter, words);
    }
    fclose(said);
    if (WIFSIGNALED(status) && words != NULL) {
        fprintf(words, "ended by signal %d\n", WTERMSIG(status));
    }
    return !WIFEXITED(status)               ? RANDOM_BREAKS
           : WEXITSTATUS(status) == HOLDS   ? RANDOM_HOLDS
           : WEXITSTATUS(status) == REFUSED ? RANDOM_REFUSED
                                            : RANDOM_BREAKS;
}
