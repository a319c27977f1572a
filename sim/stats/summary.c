/* stats/summary.c - what is reported of one measure over the replications. */
#include "stats/summary.h"

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>
#include <math.h>
#include <stdlib.h>

#include "base/err.h"
#include "base/mem.h"
#include "stats/moments.h"

static const double confidence = 0.95;

/* Puts the numbers that exist in rising order at the front of the array: gsl_sort goes wrong on NAN. */
static size_t sort_existing(double *numbers, size_t count) {
    size_t existing = 0;
    for (size_t i = 0; i < count; i++) {
        if (!isnan(numbers[i])) {
            numbers[existing++] = numbers[i];
        }
    }
    gsl_sort(numbers, 1, existing);
    return existing;
}

/* Moments over the numbers in their own order, percentiles after sorting; numbers is used up. */
static struct stat_summary summary_of_own(double *numbers, size_t count) {
    struct stat_moments moments = {.count = 0};
    for (size_t i = 0; i < count; i++) {
        stat_moments_add(&moments, numbers[i]);
    }
    size_t existing = sort_existing(numbers, count);
    double mean = stat_moments_mean(&moments);
    double half_width = stat_moments_half_width(&moments, confidence);
    return (struct stat_summary){
        .count = existing,
        .mean = mean,
        .half_width = half_width,
        .low = mean - half_width,
        .high = mean + half_width,
        .p10 = existing > 0 ? gsl_stats_quantile_from_sorted_data(numbers, 1, existing, 0.1) : NAN,
        .p90 = existing > 0 ? gsl_stats_quantile_from_sorted_data(numbers, 1, existing, 0.9) : NAN,
    };
}

struct stat_summary stat_summary_of(const double *values, size_t count) {
    double *numbers = mem_zeroed(count, sizeof *numbers);
    for (size_t i = 0; i < count; i++) {
        numbers[i] = values[i];
    }
    struct stat_summary summary = summary_of_own(numbers, count);
    free(numbers);
    return summary;
}

/* Sums of the same hours in another order differ in their last digits, which is no difference. */
static double difference_of(double value, double baseline) {
    const double difference = value - baseline;
    return fabs(difference) <= 1e-9 * fmin(fabs(value), fabs(baseline)) ? 0 : difference;
}

struct stat_summary stat_summary_of_difference(const double *values, const double *baseline, size_t count) {
    double *numbers = mem_zeroed(count, sizeof *numbers);
    for (size_t i = 0; i < count; i++) {
        numbers[i] = difference_of(values[i], baseline[i]);
    }
    struct stat_summary summary = summary_of_own(numbers, count);
    free(numbers);
    return summary;
}

double stat_probability_better(const double *values, const double *baseline, size_t count, int better) {
    err_require(better >= -1 && better <= 1);
    double won = 0;
    size_t pairs = 0;
    for (size_t i = 0; i < count; i++) {
        const double gain = better * difference_of(values[i], baseline[i]);
        if (!isnan(gain)) {
            pairs++;
            won += gain > 0 ? 1 : gain < 0 ? 0 : 0.5;
        }
    }
    return better != 0 && pairs > 0 ? won / (double)pairs : NAN;
}

/* Index of the value that most wants to be rounded up; those rounded up already are NAN. */
static size_t largest_remainder(const double *remainders, size_t count) {
    size_t largest = count;
    for (size_t i = 0; i < count; i++) {
        if (!isnan(remainders[i]) && (largest == count || remainders[i] > remainders[largest])) {
            largest = i;
        }
    }
    return largest;
}

void stat_round_to_sum(double *values, size_t count, double step) {
    double *remainders = mem_zeroed(count, sizeof *remainders);
    double sum = 0, reached = 0;
    for (size_t i = 0; i < count; i++) {
        const double units = values[i] / step, whole = floor(units);
        sum += values[i];
        reached += whole;
        remainders[i] = units - whole;
        values[i] = whole * step;
    }
    for (double missing = round(sum / step) - reached; missing > 0.5; missing -= 1) {
        const size_t next = largest_remainder(remainders, count);
        values[next] += step;
        remainders[next] = NAN;
    }
    free(remainders);
}
