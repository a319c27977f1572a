/* tests/bench/pair.c - one row of the benchmark: two commands in turn, so many rounds, medians and their ratio.
 *   pair ROUNDS MEASURE NAME REACH  FIRST-NAME FIRST-UNITS FIRST-COMMAND  [SECOND-NAME SECOND-UNITS SECOND-COMMAND]
 * Units are what a command gets through (people, holds). MEASURE is one of the rows of the table below. REACH is a sentence's
 * end, as "at most 2.0", or empty. The ratio is first over second: the median of those of the rounds, with the lowest and the
 * highest. Prints a line for people and, where BENCH_CSV names a file, adds one to it, ended by the text in BENCH_MACHINE.
 * A command reads the number of its round from ROUND. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* What one run of a command took. */
struct cost {
    double processor_seconds, seconds, mebibytes, said;
};

struct side {
    const char *name, *command;
    double units;
    double *values; /* [round] */
};

struct measure {
    const char *name, *unit;
    double (*value)(const struct cost *cost, double units);
};

static double nanoseconds(const struct cost *cost, double units) {
    return 1e9 * cost->processor_seconds / units;
}

static double milliseconds(const struct cost *cost, double units) {
    return 1e3 * cost->processor_seconds / units;
}

static double rate(const struct cost *cost, double units) {
    return units / cost->processor_seconds;
}

static double clock_rate(const struct cost *cost, double units) {
    return units / cost->seconds;
}

static double mebibytes(const struct cost *cost, double units) {
    return cost->mebibytes / units;
}

static double said(const struct cost *cost, double units) {
    return cost->said / units;
}

static const struct measure measures[] = {
    {"ns", "ns", nanoseconds},              /* of processor time for each unit: what others do matters little */
    {"ms", "ms", milliseconds},             /* the same */
    {"rate", "a second", rate},             /* units for each second of processor time */
    {"clock-rate", "a second", clock_rate}, /* units for each second on the clock: for threads */
    {"memory", "MiB", mebibytes},           /* most that was resident at a time */
    {"said", "ns", said},                   /* the number that the command prints */
};

static _Noreturn void give_up(const char *what, const char *name) {
    fprintf(stderr, "pair: %s: %s\n", what, name);
    exit(1);
}

static const struct measure *measure_named(const char *name) {
    for (size_t i = 0; i < sizeof measures / sizeof measures[0]; i++) {
        if (strcmp(measures[i].name, name) == 0) {
            return &measures[i];
        }
    }
    give_up("no such measure", name);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static _Noreturn void become(const char *command, int out) {
    char *line = NULL;
    dup2(out, STDOUT_FILENO);
    if (asprintf(&line, "exec %s", command) > 0) {
        execl("/bin/sh", "sh", "-c", line, (char *)NULL);
    }
    _exit(127);
}

static double seconds_of(struct timeval time) {
    return (double)time.tv_sec + 1e-6 * (double)time.tv_usec;
}

/* All that it prints is read, so that it never waits for us; the first number counts. */
static double listen_to(int in) {
    char text[256] = "", rest[4096];
    size_t length = 0;
    for (ssize_t got; (got = read(in, rest, sizeof rest)) > 0;) {
        const size_t room = sizeof text - 1 - length, taken = (size_t)got < room ? (size_t)got : room;
        memcpy(text + length, rest, taken);
        length += taken;
    }
    return strtod(text, NULL);
}

static struct cost run(const struct side *side) {
    int ends[2];
    struct rusage use;
    int status;
    if (pipe(ends) != 0) {
        give_up("no pipe", side->command);
    }
    const double begun = now();
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        become(side->command, ends[1]);
    }
    close(ends[1]);
    const double number = listen_to(ends[0]);
    close(ends[0]);
    if (child < 0 || wait4(child, &status, 0, &use) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        give_up("failed", side->command);
    }
    return (struct cost){.processor_seconds = seconds_of(use.ru_utime) + seconds_of(use.ru_stime),
                         .seconds = now() - begun,
                         .mebibytes = (double)use.ru_maxrss / 1024,
                         .said = number};
}

static void run_round(const struct measure *measure, const struct side *sides, size_t count, size_t round) {
    char number[24];
    snprintf(number, sizeof number, "%zu", round + 1);
    setenv("ROUND", number, 1);
    for (size_t i = 0; i < count; i++) {
        const size_t s = round % 2 == 0 ? i : count - 1 - i; /* whatever drifts meets both alike */
        const struct cost cost = run(&sides[s]);
        sides[s].values[round] = measure->value(&cost, sides[s].units);
    }
}

static int compare(const void *a, const void *b) {
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Sorts the values. */
static double median(double *values, size_t count) {
    qsort(values, count, sizeof *values, compare);
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
}

/* "at most 2.0", "at least 60", or nothing. */
static const char *verdict(const char *reach, double ratio) {
    if (reach[0] == '\0') {
        return "";
    }
    const char *number = strrchr(reach, ' ');
    const double bound = strtod(number != NULL ? number : reach, NULL);
    return (strncmp(reach, "at most", 7) == 0 ? ratio <= bound : ratio >= bound) ? "reached" : "NOT REACHED";
}

/* A row as it is printed; no second, no ratio. */
struct row {
    const char *name, *reach;
    const struct measure *measure;
    const struct side *sides;
    size_t count, rounds;
    double medians[2], ratio, lowest, highest;
};

static void print(const struct row *row) {
    char second[64] = "", spread[64] = "";
    if (row->count > 1) {
        snprintf(second, sizeof second, "%-18s %10.5g", row->sides[1].name, row->medians[1]);
        snprintf(spread, sizeof spread, "%.3g (%.3g to %.3g)", row->ratio, row->lowest, row->highest);
    }
    printf("%-40s %-18s %10.5g   %-29s %-9s %-24s %s %s\n", row->name, row->sides[0].name, row->medians[0], second,
           row->measure->unit, spread, row->reach, verdict(row->reach, row->ratio));
    fflush(stdout);
}

static void write_row(FILE *file, const struct row *row) {
    fprintf(file, "\"%s\",%s,\"%s\",%.9g", row->name, row->measure->unit, row->sides[0].name, row->medians[0]);
    if (row->count > 1) {
        fprintf(file, ",\"%s\",%.9g,%.9g,%.9g,%.9g,%s,%s", row->sides[1].name, row->medians[1], row->ratio, row->lowest,
                row->highest, row->reach, verdict(row->reach, row->ratio));
    } else {
        fprintf(file, ",,,,,,,");
    }
    fprintf(file, ",%zu,%s\n", row->rounds, getenv("BENCH_MACHINE") != NULL ? getenv("BENCH_MACHINE") : "");
}

static void add_to_csv(const struct row *row) {
    const char *path = getenv("BENCH_CSV");
    FILE *file = path != NULL ? fopen(path, "a") : NULL;
    if (path != NULL && file == NULL) {
        give_up("cannot write", path);
    }
    if (file != NULL) {
        write_row(file, row);
        fclose(file);
    }
}

static void judge(struct row *row) {
    const struct side *sides = row->sides;
    if (row->count > 1) {
        double *ratios = calloc(row->rounds, sizeof *ratios);
        for (size_t r = 0; ratios != NULL && r < row->rounds; r++) {
            ratios[r] = sides[0].values[r] / sides[1].values[r];
        }
        row->ratio = median(ratios, row->rounds);
        row->lowest = ratios[0];
        row->highest = ratios[row->rounds - 1];
        free(ratios);
    }
    for (size_t s = 0; s < row->count; s++) {
        row->medians[s] = median(sides[s].values, row->rounds);
    }
}

int main(int count, char **words) {
    enum { FIRST_SIDE = 5, WORDS_OF_SIDE = 3 };
    if (count != FIRST_SIDE + WORDS_OF_SIDE && count != FIRST_SIDE + 2 * WORDS_OF_SIDE) {
        return 64;
    }
    const size_t rounds = strtoul(words[1], NULL, 10), sides_given = count > FIRST_SIDE + WORDS_OF_SIDE ? 2 : 1;
    struct side sides[2];
    for (size_t s = 0; s < sides_given; s++) {
        char **side = words + FIRST_SIDE + s * WORDS_OF_SIDE;
        sides[s] = (struct side){side[0], side[2], strtod(side[1], NULL), calloc(rounds, sizeof(double))};
    }
    struct row row = {.name = words[3],
                      .reach = words[4],
                      .measure = measure_named(words[2]),
                      .sides = sides,
                      .count = sides_given,
                      .rounds = rounds};
    for (size_t round = 0; round < rounds; round++) {
        run_round(row.measure, sides, sides_given, round);
    }
    judge(&row);
    print(&row);
    add_to_csv(&row);
    for (size_t s = 0; s < sides_given; s++) {
        free(sides[s].values);
    }
    return 0;
}
