/* tests/model/everything.h - the valley with every mechanism on, and its teams in another order. */
#ifndef TESTS_MODEL_EVERYTHING_H
#define TESTS_MODEL_EVERYTHING_H

#include "tests/model/fixture.h"

/* Rows that put the NHS teams of valley.cfg, turned round and with something added to rehabilitation, behind the teams of
 * valley-council.cfg. No two teams of the valley could take one another's referrals. */
#define NHS_TEAMS(rehab)                                                                                               \
    "{ name = 'Rehab'; organisation = 'nhs'; localities = [ 'all' ]; from_years = 16; streams = [ 'all' ]; remit = "   \
    "( { need = 'rehabilitation'; } ); staff = ( { role = 'ot'; fte = 2.4; }, { role = 'assistant'; fte = 1; } ); "    \
    "recognises = 0.8; " rehab " }, { name = 'Acute OT'; organisation = 'nhs'; localities = [ 'all' ]; from_years = "  \
    "16; streams = [ 'hospital' ]; visits = false; remit = ( { need = 'acute'; } ); staff = ( { role = 'ot'; fte = "   \
    "3.5; }, { role = 'assistant'; fte = 1.5; } ); recognises = 0.9; }"

static const char *const everything_absence =
    "sickness_spells_per_year = 2; sickness_days = 9; leavers_per_year = 0.4; "
    "recruitment_weeks = 11;";

/* The valley with every mechanism on: absence, admissions, care homes, a limit of home care, missed visits, triage; then
 * teams that are added or changed, and what is added to OT North. The caller frees it. */
static inline char *everything(const char *teams, const char *north) {
    return mem_format(
        "world = { missed_visit = 0.2; roles = ( { name = 'ot'; %s }, { name = 'assistant'; %s }, { name = "
        "'social_worker'; %s } ); needs = ( { name = 'acute'; followups = { dist = 'poisson'; mean = 1; }; "
        "followup_hours = 0.5; followup_gap_days = 20; } ); hospital = { admission_stream = 'hospital'; admissions = ( "
        "{ age_band = 'adult'; per_year = 0.6; }, { age_band = 'old'; per_year = 1.9; } ); }; care_homes = { stay_days "
        "= 250; bands = ( { age_band = 'old'; probability = 0.4; stock_per_1000 = 31; } ); }; care = { supply = ( "
        "{ year = 2014; hours_per_week = 2650; } ); }; }; teams = ( %s { name = 'OT North'; triage = { minutes = 15; "
        "role = 'assistant'; resolves = 0.2; }; %s } );",
        everything_absence, everything_absence, everything_absence, teams, north);
}

/* And a pair in front of social work, with what is added to it. The caller frees it. */
static inline char *everything_with_pair(const char *effect) {
    char *pair = mem_format("{ name = 'Pair'; organisation = 'council'; localities = [ 'all' ]; streams = [ 'care' ]; "
                            "only_without_service = true; precedence = 1; list_limit = 6; remit = ( { need = 'care'; "
                            "roles = [ 'ot' ]; }, { need = 'equipment'; } ); staff = ( { role = 'ot'; fte = 2; } ); "
                            "recognises = 0.8; %s }, ",
                            effect);
    char *all = everything(pair, "");
    free(pair);
    return all;
}

#endif
