/* model/fingerprint.c - a number that stands for every event of a run: when, what, to whom, in which team. */
#include "fingerprint.h"

static const char *const names[EVENT_COUNT] = {
    [EVENT_OPENING] = "opening",
    [EVENT_STAFF] = "staff",
    [EVENT_POST] = "post",
    [EVENT_ROLLOUT] = "rollout",
    [EVENT_COMPLETION] = "completion",
    [EVENT_DUE] = "due",
    [EVENT_DISCHARGE] = "discharge",
    [EVENT_ADMISSION] = "admission",
    [EVENT_CARE] = "care",
    [EVENT_CARE_END] = "care end",
    [EVENT_LEAVING] = "leaving",
    [EVENT_DEATH] = "death",
    [EVENT_ARRIVAL] = "arrival",
    [EVENT_SUPPLY] = "supply",
    [EVENT_PERIOD] = "period",
    [EVENT_END] = "end",
};

/* Whom an event is about. */
struct about {
    uint32_t person, team;
};

static struct about about_contact(const struct model *model, uint32_t number) {
    const struct model_contact *contact = model_contact_at(model, number);
    const bool has_person = contact->person != DES_NO_RECORD;
    return (struct about){has_person ? model_person_at(model, contact->person)->who.number : MODEL_NOBODY,
                          contact->team};
}

static struct about about(const struct model *model, const struct des_event *event) {
    const uint32_t subject = event->subject;
    switch ((enum model_event)event->type) {
    case EVENT_STAFF:
        return (struct about){MODEL_NOBODY, subject};
    case EVENT_POST:
        return (struct about){MODEL_NOBODY, model->posts[subject / WORLD_ABSENCES].team};
    case EVENT_COMPLETION:
    case EVENT_DUE:
    case EVENT_LEAVING:
        return about_contact(model, subject);
    case EVENT_DISCHARGE:
    case EVENT_ADMISSION:
    case EVENT_CARE:
    case EVENT_CARE_END:
    case EVENT_DEATH:
        return (struct about){model_person_at(model, subject)->who.number, MODEL_NO_TEAM};
    case EVENT_ARRIVAL:
        return (struct about){world_person_number(model->inputs->world, subject, model->arrivals[subject]),
                              MODEL_NO_TEAM};
    default:
        return (struct about){MODEL_NOBODY, MODEL_NO_TEAM};
    }
}

/* One step of SplitMix64: the golden ratio in 64 bits, and a finaliser in which each bit of the input turns about half of
 * the output. It is one to one, so that from one state two different words never lead to the same one.
 * Source: Steele, Lea and Flood (2014), Fast splittable pseudorandom number generators, OOPSLA '14, 453-472; the
 * multipliers are variant 13 of Stafford (2011), Better bit mixing. */
static uint64_t mix(uint64_t state, uint64_t word) {
    uint64_t mixed = (state ^ word) + UINT64_C(0x9E3779B97F4A7C15);
    mixed = (mixed ^ mixed >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ mixed >> 27) * UINT64_C(0x94D049BB133111EB);
    return mixed ^ mixed >> 31;
}

void model_fingerprint_clear(struct model *model) {
    model->fingerprint = 0;
}

void model_fingerprint_take(struct model *model, const struct des_event *event) {
    const struct about whom = about(model, event);
    const uint64_t when = (uint64_t)event->time * EVENT_COUNT + event->type;
    model->fingerprint = mix(mix(model->fingerprint, when), (uint64_t)whom.team << 32 | whom.person);
    if (model->follower != NULL) {
        const struct model_step step = {.number = model->events,
                                        .time = event->time,
                                        .kind = event->type,
                                        .kind_name = names[event->type],
                                        .person = whom.person,
                                        .team = whom.team,
                                        .fingerprint = model->fingerprint};
        model->follower(model->follower_context, &step);
    }
}

void model_follow(struct model *model, model_follower *follower, void *context) {
    model->follower = follower;
    model->follower_context = context;
}

uint64_t model_fingerprint(const struct model *model) {
    return model->fingerprint;
}
