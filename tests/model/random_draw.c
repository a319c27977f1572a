/* tests/model/random_draw.c - what random scenarios are drawn from: numbers, dates, distributions, and statements. */
#include "tests/model/random_draw.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"
#include "engine/calendar.h"

/* A number of the subject's own: FNV-1a. */
void random_begin(struct random_scenario *scenario, const char *subject) {
    uint32_t number = 2166136261u;
    for (const char *c = subject; *c != '\0'; c++) {
        number = (number ^ (unsigned char)*c) * 16777619u;
    }
    des_stream_seek(&scenario->random, number, 0);
}

bool random_chance(struct random_scenario *scenario, double probability) {
    return des_stream_uniform(&scenario->random) < probability;
}

bool random_is_said(struct random_scenario *scenario) {
    return random_chance(scenario, scenario->density);
}

int random_whole(struct random_scenario *scenario, int low, int high) {
    return low + (int)(des_stream_uniform(&scenario->random) * (high - low + 1));
}

/* Four digits, so that what is printed is what is read. */
double random_real(struct random_scenario *scenario, double low, double high) {
    char digits[32];
    snprintf(digits, sizeof digits, "%.4g", low + des_stream_uniform(&scenario->random) * (high - low));
    return strtod(digits, NULL);
}

static const char *keep(struct random_scenario *scenario, char *text) {
    scenario->texts = mem_grown(scenario->texts, scenario->text_count, &scenario->text_capacity, sizeof(char *));
    scenario->texts[scenario->text_count++] = text;
    return text;
}

static char *format_text(const char *format, va_list values) {
    char *text = NULL;
    err_require(vasprintf(&text, format, values) >= 0);
    return text;
}

const char *random_text(struct random_scenario *scenario, const char *format, ...) {
    va_list values;
    va_start(values, format);
    char *text = format_text(format, values);
    va_end(values);
    return keep(scenario, text);
}

struct random_statement *random_say(struct random_scenario *scenario, const char *group, const char *row,
                                    const char *format, ...) {
    va_list values;
    va_start(values, format);
    scenario->statements =
        mem_grown(scenario->statements, scenario->count, &scenario->capacity, sizeof *scenario->statements);
    struct random_statement *statement = &scenario->statements[scenario->count++];
    *statement = (struct random_statement){
        .group = group, .row = row != NULL ? mem_text(row) : NULL, .text = format_text(format, values)};
    va_end(values);
    return statement;
}

/* ---- words ---- */

static int words_count(const char *words) {
    int count = 1;
    for (; *words != '\0'; words++) {
        count += *words == '|';
    }
    return count;
}

static const char *word_at(struct random_scenario *scenario, const char *words, int index) {
    for (; index > 0; index--) {
        words = strchr(words, '|') + 1;
    }
    return random_text(scenario, "%.*s", (int)strcspn(words, "|"), words);
}

const char *random_word(struct random_scenario *scenario, const char *words) {
    return word_at(scenario, words, random_whole(scenario, 0, words_count(words) - 1));
}

const char *random_words(struct random_scenario *scenario, const char *words) {
    const int count = words_count(words), sure = random_whole(scenario, 0, count - 1);
    const char *list = "";
    for (int i = 0; i < count; i++) {
        if (i == sure || random_chance(scenario, 0.4)) {
            list = random_text(scenario, "%s%s'%s'", list, *list == '\0' ? "" : ", ", word_at(scenario, words, i));
        }
    }
    return random_text(scenario, "[ %s ]", list);
}

/* Whole twentieths, so that they sum to 1 however they are read. */
const char *random_shares(struct random_scenario *scenario, const char *words, const char *before, const char *after) {
    const int count = words_count(words);
    int left = 20;
    const char *list = "";
    for (int i = 0; i < count; i++) {
        const int share = i + 1 == count ? left : random_whole(scenario, 0, left);
        list = random_text(scenario, "%s%s{ %s = '%s'; %s = %g; }", list, i > 0 ? ", " : "", before,
                           word_at(scenario, words, i), after, share / 20.0);
        left -= share;
    }
    return list;
}

/* ---- dates ---- */

const char *random_date_text(struct random_scenario *scenario, int64_t day) {
    const struct des_date date = des_date_from_day(day);
    return random_text(scenario, "%04d-%02d-%02d", date.year, date.month, date.day);
}

/* Every other is one of a few, so that several things often change on one day. */
int64_t random_day(struct random_scenario *scenario) {
    const int length = (int)(scenario->end_day - scenario->start_day);
    return random_chance(scenario, 0.5) ? scenario->start_day + length / 4 * random_whole(scenario, 0, 3)
                                        : scenario->start_day - 120 + random_whole(scenario, 0, length + 160);
}

/* ---- distributions ---- */

static const char *random_bounded(struct random_scenario *scenario, const char *family, double mean) {
    const double low = mean * random_real(scenario, 0, 1), high = 2 * mean - low;
    if (strcmp(family, "uniform") == 0) {
        return random_text(scenario, "{ dist = 'uniform'; min = %.6g; max = %.6g; }", low, high);
    }
    if (strcmp(family, "triangular") == 0) {
        return random_text(scenario, "{ dist = 'triangular'; min = %.6g; mode = %.6g; max = %.6g; }", low, mean, high);
    }
    return random_text(scenario, "{ dist = 'empirical'; edges = [ %.6f, %.6f, %.6f ]; weights = [ %d, %d ]; }", low,
                       mean + 1e-5, high + 2e-5, random_whole(scenario, 1, 4), random_whole(scenario, 0, 4));
}

const char *random_dist(struct random_scenario *scenario, double low, double high) {
    const double drawn = random_real(scenario, low, high);
    const double mean = drawn > 1 && random_chance(scenario, 0.4) ? round(drawn) : drawn; /* whole ones make ties */
    const char *family =
        random_word(scenario, "number|constant|exponential|gamma|lognormal|weibull|uniform|triangular|empirical");
    if (strcmp(family, "number") == 0 || mean <= 0) {
        return random_text(scenario, "%g", mean);
    }
    if (strcmp(family, "constant") == 0) {
        return random_text(scenario, "{ dist = 'constant'; value = %g; }", mean);
    }
    if (strcmp(family, "exponential") == 0) {
        return random_text(scenario, "{ dist = 'exponential'; mean = %g; }", mean);
    }
    if (strcmp(family, "gamma") == 0 || strcmp(family, "lognormal") == 0 || strcmp(family, "weibull") == 0) {
        return random_text(scenario, "{ dist = '%s'; mean = %g; cv = %g; }", family, mean,
                           random_real(scenario, 0.2, 1.5));
    }
    return random_bounded(scenario, family, mean);
}

const char *random_count(struct random_scenario *scenario, double high) {
    const char *family = random_word(scenario, "number|poisson|geometric");
    if (strcmp(family, "number") == 0) {
        return random_text(scenario, "%d", random_whole(scenario, 0, (int)high));
    }
    return random_text(scenario, "{ dist = '%s'; mean = %g; }", family, random_real(scenario, 0, high));
}
