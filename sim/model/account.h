/* model/account.h - the accounts that the model keeps, and about whom each is kept (inside the model only). */
#ifndef SIM_MODEL_ACCOUNT_H
#define SIM_MODEL_ACCOUNT_H

#include <stddef.h>
#include <stdint.h>

#include "model/inputs.h"
#include "model/measure.h"

/* What is added up. Levels hold a number times the seconds for which it stood. What is entered together follows one
 * another. */
enum model_account {
    ACCOUNT_SECONDS,      /* length of the period */
    ACCOUNT_PERSONS,      /* people who came by a demand stream */
    ACCOUNT_REFERRALS,    /* for assessment, by all routes */
    ACCOUNT_SEEN,         /* assessments begun */
    ACCOUNT_WAIT_SECONDS, /* that those seen had waited */
    ACCOUNT_SEEN_WITHIN_TARGET,
    ACCOUNT_RESOLVED,    /* left the list: the matter resolved itself */
    ACCOUNT_DECLINED,    /* left the list: declined, moved, went elsewhere */
    ACCOUNT_TRIAGED_OUT, /* left the list: resolved at triage with advice */
    ACCOUNT_DIED_WAITING,
    ACCOUNT_ADMITTED,          /* left the list: admitted to hospital */
    ACCOUNT_WITHDRAWN,         /* referrals taken back: another team meets the need */
    ACCOUNT_WAITING,           /* level: people waiting for assessment */
    ACCOUNT_FOLLOWUPS_WAITING, /* level: follow-ups that have fallen due */
    ACCOUNT_SNAPSHOT_PEOPLE,   /* waiting at the end of the period */
    ACCOUNT_SNAPSHOT_SECONDS,  /* that they had waited then */
    ACCOUNT_FIRST_SEEN,        /* people assessed for the first time */
    ACCOUNT_ASSESSMENTS,       /* of every kind, commissioning apart */
    ACCOUNT_SECOND_ASSESSMENTS,
    ACCOUNT_SECOND_SECONDS,         /* staff time on them, travel included */
    ACCOUNT_CONTACTS,               /* pieces of work ended */
    ACCOUNT_OFFERED_SECONDS,        /* staff time that the referrals received will take */
    ACCOUNT_WORK_SECONDS,           /* staff time worked */
    ACCOUNT_AVAILABLE_SECONDS,      /* staff time on duty */
    ACCOUNT_USE_ASSESSMENT_SECONDS, /* staff time worked by what it was used for, travel apart */
    ACCOUNT_USE_SECOND_SECONDS,
    ACCOUNT_USE_FOLLOWUP_SECONDS,
    ACCOUNT_USE_COMMISSIONING_SECONDS,
    ACCOUNT_USE_TRIAGE_SECONDS,
    ACCOUNT_USE_TRAVEL_SECONDS,
    ACCOUNT_USE_MISSED_SECONDS,    /* lost on missed visits */
    ACCOUNT_SPARE_SECONDS,         /* on duty and not at work */
    ACCOUNT_CASELOAD,              /* level: people under way in a team */
    ACCOUNT_FTE_SECONDS,           /* FTE of posts, vacant or not, times the seconds for which they were */
    ACCOUNT_LOST_SICKNESS_SECONDS, /* staff time of people who are ill */
    ACCOUNT_LOST_VACANCY_SECONDS,  /* staff time of posts that nobody holds */
    ACCOUNT_LOST_SECONDS,          /* both */
    ACCOUNT_STAFF_GBP,
    ACCOUNT_CARE_REQUESTS,
    ACCOUNT_CARE_ASKED,          /* level: people waiting for a care assessment */
    ACCOUNT_CARE_AGREED,         /* level: people waiting for a package to start */
    ACCOUNT_CARE_PUT_OFF,        /* level: people whose package was delayed on purpose */
    ACCOUNT_CARE_ACTIVE,         /* level: packages in payment */
    ACCOUNT_CARE_HOURS,          /* level: their hours a week */
    ACCOUNT_CARE_UNMET_HOURS,    /* level: hours a week of those who wait */
    ACCOUNT_CARE_HIDDEN_HOURS,   /* level: hours a week of those whose need nobody has found yet */
    ACCOUNT_CARE_GIVEN_UP_HOURS, /* level: hours a week of those who gave up waiting, as long as the need lasts */
    ACCOUNT_CARE_NOT_MET_HOURS,  /* sum of levels: those of who waits, was not found or gave up */
    ACCOUNT_CARE_NEEDED_HOURS,   /* sum of levels: these and the funded hours */
    ACCOUNT_CARE_STARTS,
    ACCOUNT_CARE_NEVER_STARTED, /* requests given up, ended by themselves or by death before the package started */
    ACCOUNT_PREVENTED,
    ACCOUNT_REDUCED,
    ACCOUNT_REDUCED_HOURS, /* hours a week taken off packages */
    ACCOUNT_DELAYED,
    ACCOUNT_CARE_SUPPLY,         /* level: people whose package waits for hours of home care */
    ACCOUNT_CARE_SUPPLY_HOURS,   /* level: hours a week of these */
    ACCOUNT_HOME_ADMISSIONS,     /* to care homes */
    ACCOUNT_HOME_RESIDENTS,      /* level: residents of care homes */
    ACCOUNT_BEDS_DELAYED,        /* level: people in hospital who are medically ready to leave */
    ACCOUNT_BEDS_ASSESSMENT,     /* level: of these, who wait for an assessment */
    ACCOUNT_BEDS_CARE,           /* level: of these, who wait for their package to start */
    ACCOUNT_BEDS_INDICATOR,      /* level: of these, who are of the age of the indicator */
    ACCOUNT_RESIDENTS_INDICATOR, /* residents of that age times seconds */
    ACCOUNT_DISCHARGES_DELAYED,  /* stays that went on beyond readiness */
    ACCOUNT_SNAPSHOTS,           /* ends of a period at which the lists were looked at */
    ACCOUNT_WAITING_IN_BAND,     /* people waiting at the end of the period, by how long they had waited */
    ACCOUNT_TARGET_SEEN,         /* people seen to whom a target applies */
    ACCOUNT_TARGET_MET,          /* of these, within it */
    ACCOUNT_JOURNEYS_WITHOUT_HELP,
    ACCOUNT_JOURNEYS,                   /* that are over, and on which something was met */
    ACCOUNT_JOURNEY_FIRST_WAIT_SECONDS, /* of these, to the last event that helped, stage by stage */
    ACCOUNT_JOURNEY_FURTHER_WAIT_SECONDS,
    ACCOUNT_JOURNEY_PACKAGE_WAIT_SECONDS,
    ACCOUNT_JOURNEY_HOSPITAL_SECONDS,
    ACCOUNT_JOURNEY_HELP_SECONDS,
    ACCOUNT_JOURNEY_SECONDS, /* of all stages */
    ACCOUNT_COUNT
};

/* Pairs of subjects, behind the kinds that are reported: what is entered for a pair is part of both. */
enum {
    MODEL_RESIDENT = MODEL_DIMENSIONS, /* of a locality and an age band */
    MODEL_CALL,                        /* of a priority and a stream; the last streams are those of people in hospital,
                                          who count for no priority */
    MODEL_KINDS
};

/* Kinds of subject that go together, as masks of 1u << enum model_dimension. */
enum {
    OF_ALL = 1u << MODEL_ALL,
    OF_TEAMS = OF_ALL | 1u << MODEL_ORGANISATION | 1u << MODEL_TEAM,
    OF_LISTS = OF_TEAMS | 1u << MODEL_PRIORITY,
    OF_STAFF = OF_TEAMS | 1u << MODEL_STAFF,
    OF_PEOPLE = OF_ALL | 1u << MODEL_LOCALITY | 1u << MODEL_BAND,
    OF_CALLERS = OF_PEOPLE | 1u << MODEL_STREAM,
    OF_REFERRALS = OF_TEAMS | OF_CALLERS | 1u << MODEL_PRIORITY,
    OF_JOURNEYS = OF_ALL | 1u << MODEL_LOCALITY | 1u << MODEL_STREAM,
    OF_INCIDENCE = OF_ALL | 1u << MODEL_PRIORITY,
    OF_WAITS = OF_ALL | 1u << MODEL_TEAM | 1u << MODEL_LOCALITY | 1u << MODEL_PRIORITY | 1u << MODEL_STREAM
};

/* A bit of such a mask behind the kinds: what is entered stands from then on, in place of happening once. */
enum { AS_LEVEL = 1u << MODEL_KINDS };

/* Where an account stands in the ledger: levels before flows. Accounts that are kept about the same kinds of subject are
 * the columns of one sheet, a row a subject, for they are mostly entered together. */
_Static_assert((int)MODEL_KINDS <= 16, "a mask of kinds must fit where it is kept");
struct model_place {
    uint16_t entered;            /* see model_account_entered */
    uint16_t sheet;              /* the first account on it stands for it */
    uint32_t column, width;      /* of its rows */
    uint32_t first[MODEL_KINDS]; /* cell of the first subject of each kind */
};

/* Where everything stands in the ledger and in the histograms. */
struct model_chart {
    size_t levels, cells; /* of the ledger */
    struct model_place places[ACCOUNT_COUNT];
    size_t dimension_size[MODEL_KINDS];
    size_t first_wait[MODEL_KINDS]; /* of the histograms of waits */
    size_t wait_subjects;
    size_t first_journey[MODEL_KINDS]; /* of the histograms of journeys */
    size_t journey_subjects;
    size_t first_incidence[MODEL_KINDS]; /* of the histograms of one cause of leaving a list */
    size_t incidence_subjects;
};

/* Kinds of subject for which an account is kept, as a mask of 1u << enum model_dimension: those for which a measure shows
 * it. */
unsigned model_account_dimensions(enum model_account account);

/* Kinds that are entered. The others follow when a period is closed: a team's sums from those of its roles, an
 * organisation's from its teams, those of all from the kind below. What concerns both kinds of a pair is entered for the
 * pair in place of them. Of an account that is the sum of others these kinds follow too, from those of its parts. */
unsigned model_account_entered(enum model_account account);

/* The kind that is entered, or follows from the roles, and of which the subjects sum to all; MODEL_ALL where all is entered
 * itself. */
unsigned model_account_kind_that_sums(enum model_account account);

/* Numbers of pairs among their kind. */
size_t model_account_resident(const struct model_chart *chart, size_t locality, size_t band);
size_t model_account_call(const struct model_chart *chart, size_t priority, size_t stream);

/* Where an account of a subject stands in the ledger. */
size_t model_account_cell(const struct model_chart *chart, enum model_account account, unsigned kind, size_t subject);

/* Number of subjects of one kind in a scenario. */
size_t model_account_dimension_size(const struct model_inputs *inputs, enum model_dimension dimension);

/* Lays out the chart of a scenario. */
void model_account_chart(const struct model_inputs *inputs, struct model_chart *chart);

#endif
