/* model/state.h - the state of one replication: people, contacts, teams, what is due (inside the model only). */
#ifndef SIM_MODEL_STATE_H
#define SIM_MODEL_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "account.h"
#include "engine/histogram.h"
#include "engine/ledger.h"
#include "engine/pool.h"
#include "engine/queue.h"
#include "model/model.h"
#include "model/watch.h"
#include "service/list.h"
#include "service/roster.h"
#include "world/person.h"

/* What can happen. Each kind has its place among equal times, see model_schedule. */
enum model_event {
    EVENT_OPENING,    /* doors open on a working day */
    EVENT_STAFF,      /* subject: team; its staff changes on a date */
    EVENT_POST,       /* subject: post and kind of absence; an absence begins or ends */
    EVENT_ROLLOUT,    /* teams open or close for good */
    EVENT_COMPLETION, /* subject: contact; a crew has ended it */
    EVENT_DUE,        /* subject: contact; a follow-up falls due, or help is in place */
    EVENT_DISCHARGE,  /* subject: person; medically ready */
    EVENT_ADMISSION,  /* subject: person; admitted to hospital as an emergency */
    EVENT_CARE,       /* subject: person; the next step on the way to a package of care */
    EVENT_CARE_END,   /* subject: person; care is no longer needed */
    EVENT_LEAVING,    /* subject: contact; leaves the list unseen */
    EVENT_DEATH,      /* subject: person */
    EVENT_ARRIVAL,    /* subject: cell of demand */
    EVENT_SUPPLY,     /* the limit of home care changes */
    EVENT_PERIOD,     /* a month of the study window begins */
    EVENT_END,
    EVENT_COUNT
};

/* Why somebody who is medically ready is still in hospital. */
enum model_delay { DELAY_NONE, DELAY_ASSESSMENT, DELAY_CARE, DELAYS };

/* Where somebody is on the way to funded care. A need for care lasts for a time of its own from its beginning, whatever
 * the service does: time spent waiting is lost, not put behind. */
enum model_care {
    CARE_NONE,      /* no need; the next step, if any, is its onset */
    CARE_HIDDEN,    /* a need that nobody has found yet */
    CARE_ASKED,     /* waits for a care assessment */
    CARE_AGREED,    /* waits for commissioning, then for the package to start */
    CARE_PUT_OFF,   /* delayed on purpose */
    CARE_PREVENTED, /* helped otherwise; may ask again */
    CARE_ACTIVE,    /* has a package */
    CARE_GIVEN_UP,  /* left a list unseen; the need lasts */
    CARE_HOME,      /* lives in a care home */
    CARE_ENDED,
    CARE_STATES
};

/* Where somebody stands on the way from first contact to the last help: the first that applies. */
enum model_stage {
    STAGE_NONE,         /* nothing is open */
    STAGE_FIRST_WAIT,   /* waits for the first assessment of all */
    STAGE_FURTHER_WAIT, /* has been assessed, and waits to be assessed again */
    STAGE_PACKAGE_WAIT, /* care is agreed: commissioning, brokerage */
    STAGE_HOSPITAL,
    STAGE_HELP, /* an assessment under way, help on its way or given, or a package delayed on purpose */
    STAGE_COUNT
};

/* The clock of a journey. What is looked at after most events comes first, a line of the processor's cache. */
struct model_journey {
    enum model_stage stage : 8;
    bool is_touched;              /* something has changed in the event that is happening */
    bool was_helped;              /* a need was met, a package started or was prevented */
    uint16_t waits;               /* for assessment, on lists now */
    des_time since;               /* the stage has held since */
    des_time spent[STAGE_COUNT];  /* [s] in each stage, up to since */
    des_time helped[STAGE_COUNT]; /* [s] in each stage, up to the last event that helped */
};

/* What is added up about one person's care; hours a week times seconds. */
enum model_amount {
    TALLY_NEEDED,          /* from the beginning of the need to the end it has by itself, prevented or not */
    TALLY_HELD_UP,         /* needed and not funded */
    TALLY_REDUCED,         /* taken off the package */
    TALLY_PUT_OFF,         /* while the package is delayed on purpose */
    TALLY_AFTER_PUT_OFF,   /* behind that end, because the package was put off */
    TALLY_PREVENTED,       /* while helped otherwise, up to that end */
    TALLY_AFTER_RETURN,    /* behind that end, because the person asked again */
    TALLY_BEDS_ASSESSMENT, /* seconds of delayed discharge */
    TALLY_BEDS_CARE,
    TALLY_SECOND_ASSESSMENTS,
    TALLY_AMOUNTS
};

/* One person, for the comparison of scenarios. */
struct model_tally {
    uint32_t number;
    bool has_returned, was_served, has_died; /* the last when the person goes */
    double hours_needed;                     /* a week, before anything is taken off; 0: no need for care */
    des_time came, dies, began, first_end;
    size_t band;    /* of age, when the need began */
    des_time since; /* entered up to here */
    double amounts[TALLY_AMOUNTS];
};

/* What most events look at comes first: two lines of the processor's cache, up to the stage of the journey. What may come
 * up is on one line, for all of it is looked at before a person is forgotten. */
struct model_person {
    _Alignas(64) struct world_person who;
    uint32_t first_contact; /* of the contacts open for this person; DES_NO_RECORD when none */
    world_needs taken;      /* seen by a team that meets them */
    world_needs referred;   /* referred, not necessarily seen */
    world_needs met;
    world_needs needs;     /* all needs, with those that came later */
    world_needs held_back; /* to be referred at discharge */
    uint64_t known_to;     /* mask of organisations that have assessed the person */
    enum model_care care : 8;
    enum model_delay delay : 8;
    uint8_t hospital_stream; /* way in of the last stay */
    bool is_inpatient, is_ready, was_assessed, has_answered, has_died;
    bool counts_for_indicator; /* of delayed bed days, by age when the delay began */
    uint32_t tally;            /* DES_NO_RECORD: nothing to compare, as yet */
    des_time came;
    struct model_journey journey;
    des_time care_until; /* when care will no longer be needed */
    des_time put_off;    /* how long the package is delayed on purpose */
    double care_hours;   /* hours a week needed, then given */
    des_handle care_step, admission, death, care_end, discharge;
    double onset_gathered; /* hazard so far */
    double onset_age;      /* age up to which it was gathered */
    des_time window_end;   /* until then a need for care may arise */
    uint32_t supply_entry; /* on the list for home care; SVC_NOBODY when not */
    uint32_t stay, spell; /* numbers of the stay in hospital, and of the package or life in a care home, for watchers */
    des_time delayed_since; /* the present cause of the delay has held since */
};
_Static_assert(offsetof(struct model_person, journey) < 128 && offsetof(struct model_person, care_step) % 64 == 0,
               "two lines, and one for all that may come up");

enum model_contact_kind {
    CONTACT_FIRST,
    CONTACT_SECOND,
    CONTACT_HANDOVER,
    CONTACT_COMMISSIONING,
    CONTACT_FOLLOWUP,
    CONTACT_TRIAGE, /* an errand: a referral is screened */
    CONTACT_MISSED  /* an errand: a visit in vain */
};
enum model_contact_state { CONTACT_NEW, CONTACT_WAITING, CONTACT_WORKING, CONTACT_PAUSED };

/* Classes of a list: each of these by priority. */
enum model_class {
    CLASS_ASSESSMENT,
    CLASS_ASSESSMENT_IN_HOSPITAL,
    CLASS_COMMISSIONING,
    CLASS_FOLLOWUP,
    CLASS_TRIAGE,
    CLASS_COUNT
};

/* How long an assessment takes each member of its crew, and what that was worked out for. */
struct model_estimate {
    double hours;      /* without travel */
    world_needs needs; /* WORLD_NO_NEEDS: nothing was worked out yet */
    uint16_t team;
    enum model_contact_kind kind : 8;
};

/* One piece of work for a person in a team: an assessment from referral to its end, or the follow-ups of one need. An
 * errand is work for another contact, which waits on its list meanwhile and nobody may take it: so death, leaving and
 * taking back find it there. Errands are known to that contact only, not to the person.
 * A record is two lines of the processor's cache: who looks through the contacts of a person needs the first only. */
struct model_contact {
    _Alignas(64) uint32_t person; /* DES_NO_RECORD: while the crew was at work the person died, an errand's contact was
                                     closed, or the need was asked for anew */
    uint32_t next_contact;        /* of the same person */
    uint16_t team;
    uint8_t stream; /* way in of the referral */
    uint8_t priority;
    enum model_contact_kind kind : 8;
    enum model_contact_state state : 8;
    bool is_under_way : 1; /* counts in the caseload */
    bool is_known : 1;     /* to wait: a watcher has been told so, and not yet that it ended */
    bool is_resolving : 1; /* leaves because the matter resolves itself, not because it is declined */
    bool in_hospital : 1;  /* referred while an inpatient: counts for its team, organisation and stream only */
    bool is_overdue : 1;   /* a follow-up that fell due, or waited, when its person was admitted to hospital */
    uint8_t crew_kind;
    world_needs asked; /* what the person was referred for */
    world_needs needs; /* what the work covers: all inside the remit, found or not; of follow-ups the one need */
    des_handle event;  /* leaving, completion or falling due */
    des_time since;    /* joined the list */
    uint32_t entry;    /* on the team's list while waiting */
    uint32_t errand;   /* for which this one is on hold; DES_NO_RECORD when none */
    uint32_t held;     /* of an errand: the contact on hold for it */
    uint32_t followups_left, followups_done;
    uint16_t missed;      /* visits in vain so far */
    struct svc_crew crew; /* at work on it */
    uint32_t crew_daily;  /* [s] that they work together a day */
    uint32_t instance;    /* number of the wait or the work that goes on, for watchers */
    union {
        struct { /* while an assessment waits, on hold or not: when the matter would resolve itself, and when the
                    person would decline, if nothing else happened first */
            des_time resolves_at, declines_at;
        };
        struct {                   /* while a crew is at work on it */
            des_time counted_from; /* work is in the accounts up to here */
            double travel_share;   /* of the work that is going on */
        };
    };
    struct model_estimate estimate;
    /* Of each need four bits: one more than the follow-ups it takes; 0: not drawn yet, or more than fit. */
    uint64_t followups_drawn;
};
_Static_assert(sizeof(struct model_contact) == 128 && offsetof(struct model_contact, crew) <= 64, "two lines");
_Static_assert((int)WORLD_STREAMS_MAX <= UINT8_MAX && (int)WORLD_PRIORITIES_MAX <= UINT8_MAX &&
                   (int)SVC_CREW_KINDS_MAX <= UINT8_MAX,
               "streams, priorities and kinds of crew must fit into a contact");

struct model_team {
    const struct svc_team *plan;
    struct svc_list *list;
    struct svc_roster *roster;
    const struct des_calendar *calendar;
    uint32_t *work_of; /* [member] contact on which each is at work, DES_NO_RECORD */
    /* Referrals for assessment, since the beginning: people in = out + inside. */
    uint64_t received, seen, left, moved_in, moved_out;
};

/* A post of a team, and where its holder is on the way through sickness and vacancies. */
struct model_post {
    uint32_t team, member, number; /* the last one for its random numbers */
    struct world_stretch stretches[WORLD_ABSENCES];
};

struct model {
    const struct model_inputs *inputs;
    struct model_chart chart;
    struct des_queue *queue;
    struct des_ledger *ledger;
    struct des_histogram waits;
    struct des_histogram journeys;  /* lengths of those that ended in the study window */
    struct des_histogram incidence; /* see model_incidence */
    struct des_stream random;
    const gsl_rng *script; /* stands in for the stream's own generator, for exact traces of what is rare; NULL: none */
    struct des_pool people, contacts;
    struct model_team *teams;
    struct svc_list *supply;  /* packages that wait for hours of home care, by priority */
    double supply_limit;      /* hours a week; INFINITY: none */
    struct model_post *posts; /* of every team in turn */
    size_t post_count;
    size_t *waiting;        /* [team] people waiting for assessment */
    double *arrival_hazard; /* [cell] hazard at the last arrival */
    uint32_t *arrivals;     /* [cell] so far */
    uint32_t *touched;      /* people whose journeys are looked at when the event is over */
    size_t touched_count, touched_capacity;
    des_time now, period_start;
    size_t period; /* 0: warm-up */
    uint64_t persons, persons_gone, events, fingerprint;
    bool is_compared;             /* tallies are kept, see model_split_expect */
    struct des_pool open_tallies; /* of people who are there */
    struct model_tally *tallies;  /* of people who have gone; when the run is over of everybody, in order of numbers */
    size_t tally_count, tally_capacity;
    model_watcher *watcher; /* NULL: nobody */
    void *watcher_context;
    model_follower *follower; /* NULL: nobody */
    void *follower_context;
    uint32_t instances;   /* numbers given to what watchers are told of */
    uint64_t people_seal; /* equal where the same people, with the same lives, came at the same times */
};

/* Numbers to records; valid until the next one is taken from the same pool. */
struct model_person *model_person_at(const struct model *model, uint32_t person);
struct model_contact *model_contact_at(const struct model *model, uint32_t contact);

/* Where a kind of event stands among those at one second; kinds of one order happen as they were scheduled. What follows
 * from each pair is written down in tests/model/ties.h. */
enum des_order model_order_of(enum model_event event);

/* Schedules an event; nothing at or beyond the end of the study window is scheduled. */
des_handle model_schedule(struct model *model, enum model_event event, des_time time, uint32_t subject);

/* Takes back what was scheduled, if it was, and forgets the handle. */
void model_unschedule(struct model *model, des_handle *handle);

#endif
