/* model/split.c - the difference between two scenarios, person by person and reason by reason. */
#include "model/split.h"

#include "base/err.h"
#include "state.h"

enum { PREVENTED, REDUCED, PUT_OFF, SOONER, HELD_UP, DIED_FIRST, DAY_ONE, OTHER_PEOPLE, CARE_PARTS };
enum { BEDS_ASSESSMENT, BEDS_CARE, BED_PARTS };
enum { SPARED, ADDED, SECOND_PARTS };

static const struct model_part care_parts[CARE_PARTS] = {
    [PREVENTED] = {"prevented", "Prevented",
                   "Not started because the assessment helped otherwise, less what those who asked again have later.",
                   false},
    [REDUCED] = {"reduced", "Reduced", "Packages made smaller by the assessment.", false},
    [PUT_OFF] = {"put_off", "Delayed on purpose",
                 "Put off because the assessment helped for a time, less what comes at the other end.", false},
    [SOONER] = {"brought_forward", "Brought forward by waiting",
                "The need arose sooner because other needs went unmet, or (below zero) later because they were met.",
                false},
    [HELD_UP] = {"held_up", "Held up by waiting",
                 "Needed and not funded: not found yet, waiting for assessment, a package or supply, or given up.",
                 true},
    [DIED_FIRST] = {"died_first", "Died first",
                    "Needed and not funded, of people who died before their package started.", true},
    [DAY_ONE] = {"day_one", "Waiting on day one already",
                 "People who still wait when the study begins come on top of the packages in payment then.", false},
    [OTHER_PEOPLE] = {"other_people", "Other people or needs",
                      "People, needs or lengths of need that the two scenarios do not share.", false},
};

static const struct model_part bed_parts[BED_PARTS] = {
    [BEDS_ASSESSMENT] = {"waiting_assessment", "Waiting for an assessment", "Ready to leave, and not assessed yet.",
                         false},
    [BEDS_CARE] = {"waiting_care", "Waiting for care at home",
                   "Ready to leave and assessed; the package has not started.", false},
};

static const struct model_part second_parts[SECOND_PARTS] = {
    [SPARED] = {"spared", "Spared", "People with fewer second assessments than in the baseline.", false},
    [ADDED] = {"added", "Added", "People with more second assessments than in the baseline.", false},
};

static const struct model_split splits[] = {
    {"care_hours_per_week", care_parts, CARE_PARTS},
    {"delayed_bed_days_per_year", bed_parts, BED_PARTS},
    {"second_assessments_per_year", second_parts, SECOND_PARTS},
};

const struct model_split *model_splits(size_t *count) {
    *count = sizeof splits / sizeof splits[0];
    return splits;
}

/* What one person has in the baseline and in the other scenario; of somebody who is missing in one, nothing. */
struct pair {
    const struct model_tally *before, *after;
    bool share_people; /* the same people come in both scenarios */
};

static double change(const struct pair *pair, enum model_amount amount) {
    return pair->after->amounts[amount] - pair->before->amounts[amount];
}

static bool has_need(const struct model_tally *tally) {
    return tally->hours_needed > 0;
}

static bool lasts_as_long(const struct model_tally *before, const struct model_tally *after) {
    return before->first_end - before->began == after->first_end - after->began;
}

/* Has the person the same need in both, whenever it began? Beginning at another age, it may last longer. Somebody in whom
 * it arose in one only has it at no time in the other, if the same people come. */
static bool is_same_need(const struct pair *pair) {
    const struct model_tally *before = pair->before, *after = pair->after;
    if (!has_need(before) || !has_need(after)) {
        return pair->share_people;
    }
    return before->came == after->came && before->dies == after->dies && before->hours_needed == after->hours_needed &&
           (lasts_as_long(before, after) || before->band != after->band);
}

static bool began_early(const struct model_tally *tally) {
    return has_need(tally) && tally->began < 0;
}

static bool died_unserved(const struct model_tally *tally) {
    return tally->has_died && !tally->was_served;
}

static void add_care(const struct pair *pair, double *parts) {
    const struct model_tally *before = pair->before, *after = pair->after;
    const double held_up = -change(pair, TALLY_HELD_UP);
    const double put_off = change(pair, TALLY_AFTER_PUT_OFF) - change(pair, TALLY_PUT_OFF);
    const double needed = change(pair, TALLY_NEEDED);
    const double prevented = change(pair, TALLY_AFTER_RETURN) - change(pair, TALLY_PREVENTED);
    const double reduced = -change(pair, TALLY_REDUCED);
    if (!is_same_need(pair)) {
        parts[OTHER_PEOPLE] += held_up + put_off + needed + prevented + reduced;
        return;
    }
    parts[PREVENTED] += prevented;
    parts[REDUCED] += reduced;
    parts[put_off < 0 && died_unserved(after)    ? DIED_FIRST
          : put_off > 0 && died_unserved(before) ? DIED_FIRST
                                                 : PUT_OFF] += put_off;
    parts[began_early(before) || began_early(after) ? DAY_ONE : SOONER] += needed;
    parts[held_up < 0 && died_unserved(after)    ? DIED_FIRST
          : held_up > 0 && died_unserved(before) ? DIED_FIRST
                                                 : HELD_UP] += held_up;
}

static void add_beds(const struct pair *pair, double *parts) {
    parts[BEDS_ASSESSMENT] += change(pair, TALLY_BEDS_ASSESSMENT);
    parts[BEDS_CARE] += change(pair, TALLY_BEDS_CARE);
}

static void add_seconds(const struct pair *pair, double *parts) {
    const double more = change(pair, TALLY_SECOND_ASSESSMENTS);
    parts[more < 0 ? SPARED : ADDED] += more;
}

/* In the order of the splits. The window of hours a week is its length; of days and counts a year, years. */
static void (*const adders[])(const struct pair *pair, double *parts) = {add_care, add_beds, add_seconds};

static double unit_of(const struct model *model, size_t split) {
    const double window = (double)model->inputs->end;
    const double units[] = {1 / window, DES_YEAR / window / DES_DAY, DES_YEAR / window};
    return units[split];
}

void model_split_expect(struct model *model) {
    model->is_compared = true;
}

/* Both lists are in order of person numbers: whoever stands first in either is next. */
void model_split_parts(const struct model *baseline, const struct model *other, size_t split, double *parts) {
    static const struct model_tally nothing;
    err_require(split < sizeof splits / sizeof splits[0]);
    err_require(baseline->is_compared && other->is_compared);
    for (size_t i = 0; i < splits[split].part_count; i++) {
        parts[i] = 0;
    }
    size_t b = 0, o = 0;
    while (b < baseline->tally_count || o < other->tally_count) {
        const bool is_in_baseline =
            b < baseline->tally_count &&
            (o == other->tally_count || baseline->tallies[b].number <= other->tallies[o].number);
        const bool is_in_other = o < other->tally_count && (b == baseline->tally_count ||
                                                            other->tallies[o].number <= baseline->tallies[b].number);
        const struct pair pair = {is_in_baseline ? &baseline->tallies[b] : &nothing,
                                  is_in_other ? &other->tallies[o] : &nothing,
                                  baseline->people_seal == other->people_seal};
        adders[split](&pair, parts);
        b += is_in_baseline;
        o += is_in_other;
    }
    for (size_t i = 0; i < splits[split].part_count; i++) {
        parts[i] *= unit_of(other, split);
    }
}
