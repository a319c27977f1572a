/* experiment/incidence.c - from counts of ways out of the lists to shares. */
#include "incidence.h"

#include "base/mem.h"
#include "stats/incidence.h"

void expt_incidence_init(struct expt_incidence *incidence, const struct model_inputs *inputs) {
    struct model_column *subjects;
    incidence->cause_count = MODEL_CAUSES;
    incidence->causes = mem_zeroed(MODEL_CAUSES, sizeof *incidence->causes);
    for (unsigned c = 0; c < MODEL_CAUSES; c++) {
        incidence->causes[c] = mem_text(model_cause_name(c));
    }
    incidence->subjects = model_incidence_subjects(inputs, &subjects);
    incidence->dimensions = mem_zeroed(incidence->subjects, sizeof *incidence->dimensions);
    incidence->names = mem_zeroed(incidence->subjects, sizeof *incidence->names);
    for (size_t s = 0; s < incidence->subjects; s++) {
        incidence->dimensions[s] = mem_text(model_dimension_name(subjects[s].dimension));
        incidence->names[s] = mem_text(subjects[s].subject_name);
    }
    model_columns_free(subjects, incidence->subjects);
}

void expt_incidence_close(struct expt_incidence *incidence, const struct des_histogram *counts) {
    const size_t subjects = incidence->subjects, bins = counts->bins;
    if (bins == 0) {
        return;
    }
    incidence->bins = bins;
    incidence->bin_days = des_clock_units(counts->width, DES_DAY);
    incidence->shares = mem_zeroed(subjects * MODEL_CAUSES * bins, sizeof *incidence->shares);
    incidence->at_risk = mem_zeroed(subjects * bins, sizeof *incidence->at_risk);
    for (size_t s = 0; s < subjects; s++) {
        const struct stat_incidence_counts of_subject = {
            .causes = MODEL_CAUSES,
            .bins = bins,
            .left = counts->counts + s * bins,
            .stride = subjects * bins,
            .censored = counts->counts + (MODEL_CAUSES * subjects + s) * bins,
        };
        stat_incidence_of(&of_subject, incidence->shares + s * MODEL_CAUSES * bins, incidence->at_risk + s * bins);
    }
}
