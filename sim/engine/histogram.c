/* engine/histogram.c - how often a length of time fell into each bin of equal width. */
#include "engine/histogram.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"

void des_histogram_init(struct des_histogram *histogram, size_t subjects, size_t bins, des_time width) {
    err_require(bins > 0);
    err_require(width > 0);
    histogram->width = width;
    histogram->bins = bins;
    histogram->subjects = subjects;
    histogram->counts = mem_zeroed(subjects * bins, sizeof *histogram->counts);
}

void des_histogram_free(struct des_histogram *histogram) {
    free(histogram->counts);
    histogram->counts = NULL;
}

void des_histogram_clear(struct des_histogram *histogram) {
    memset(histogram->counts, 0, histogram->subjects * histogram->bins * sizeof *histogram->counts);
}

size_t des_histogram_bin(const struct des_histogram *histogram, des_time span) {
    err_require(span >= 0);
    const size_t bin = (size_t)(span / histogram->width), last = histogram->bins - 1;
    return bin < last ? bin : last;
}

void des_histogram_add(struct des_histogram *histogram, size_t subject, size_t bin) {
    err_require(subject < histogram->subjects && bin < histogram->bins);
    histogram->counts[subject * histogram->bins + bin]++;
}

void des_histogram_fold(struct des_histogram *histogram, size_t subject, size_t first, size_t count) {
    err_require(subject < histogram->subjects && first + count <= histogram->subjects);
    err_require(subject < first || subject >= first + count);
    uint64_t *to = histogram->counts + subject * histogram->bins;
    for (size_t other = first; other < first + count; other++) {
        const uint64_t *from = histogram->counts + other * histogram->bins;
        for (size_t bin = 0; bin < histogram->bins; bin++) {
            to[bin] += from[bin];
        }
    }
}

void des_histogram_merge(struct des_histogram *histogram, const struct des_histogram *other) {
    err_require(histogram->width == other->width);
    err_require(histogram->bins == other->bins);
    err_require(histogram->subjects == other->subjects);
    for (size_t i = 0; i < histogram->subjects * histogram->bins; i++) {
        histogram->counts[i] += other->counts[i];
    }
}

static const uint64_t *counts_of(const struct des_histogram *histogram, size_t subject) {
    err_require(subject < histogram->subjects);
    return histogram->counts + subject * histogram->bins;
}

uint64_t des_histogram_total(const struct des_histogram *histogram, size_t subject) {
    const uint64_t *counts = counts_of(histogram, subject);
    uint64_t total = 0;
    for (size_t bin = 0; bin < histogram->bins; bin++) {
        total += counts[bin];
    }
    return total;
}

double des_histogram_quantile(const struct des_histogram *histogram, size_t subject, double share) {
    err_require(share >= 0 && share <= 1);
    const uint64_t *counts = counts_of(histogram, subject);
    double wanted = share * (double)des_histogram_total(histogram, subject);
    double width = (double)histogram->width;
    double below = 0;
    double end_of_last = NAN; /* of the last bin that holds anything */
    for (size_t bin = 0; bin < histogram->bins; bin++) {
        double here = (double)counts[bin];
        if (here > 0 && below + here >= wanted) {
            return ((double)bin + (wanted - below) / here) * width;
        }
        end_of_last = here > 0 ? (double)(bin + 1) * width : end_of_last;
        below += here;
    }
    return end_of_last;
}
