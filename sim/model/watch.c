/* model/watch.c - telling a watcher what happens. */
#include "watch.h"

#include <stdlib.h>

const char *model_reason_name(enum model_reason reason) {
    static const char *const names[MODEL_REASONS] = {
        [MODEL_REASON_NONE] = "",
        [MODEL_REASON_SEEN] = "seen",
        [MODEL_REASON_RESOLVED] = "resolved",
        [MODEL_REASON_DECLINED] = "declined",
        [MODEL_REASON_ADVISED] = "advised",
        [MODEL_REASON_WITHDRAWN] = "withdrawn",
        [MODEL_REASON_MOVED] = "moved",
        [MODEL_REASON_ADMITTED] = "admitted",
        [MODEL_REASON_DIED] = "died",
        [MODEL_REASON_OVER] = "run over",
    };
    return names[reason];
}

static const char *const works[] = {
    [CONTACT_FIRST] = "first assessment",      [CONTACT_SECOND] = "second assessment", [CONTACT_HANDOVER] = "handover",
    [CONTACT_COMMISSIONING] = "commissioning", [CONTACT_FOLLOWUP] = "follow-up",       [CONTACT_TRIAGE] = "screening",
    [CONTACT_MISSED] = "visit in vain",
};

void model_watch(struct model *model, model_watcher *watcher, void *context) {
    model->watcher = watcher;
    model->watcher_context = context;
}

static struct model_note note_of(const struct model *model, enum model_fact fact, const struct model_person *person) {
    return (struct model_note){.fact = fact,
                               .time = model->now,
                               .person = person->who.number,
                               .stream = person->who.stream,
                               .team = MODEL_NO_TEAM};
}

static void tell_span(const struct model *model, struct model_note note, uint32_t instance, enum model_reason reason) {
    note.instance = instance;
    note.reason = reason;
    model->watcher(model->watcher_context, &note);
}

void model_watch_span(const struct model *model, enum model_fact fact, const struct model_person *person,
                      uint32_t instance, enum model_reason reason) {
    if (model->watcher != NULL) {
        tell_span(model, note_of(model, fact, person), instance, reason);
    }
}

void model_watch_tell(const struct model *model, enum model_fact fact, const struct model_person *person) {
    if (model->watcher != NULL) {
        tell_span(model, note_of(model, fact, person), 0, MODEL_REASON_NONE);
    }
}

static void add_crew(const struct model *model, const struct model_contact *contact, struct model_note *note) {
    const struct svc_roster *roster = model->teams[contact->team].roster;
    note->crew_count = contact->crew.count;
    for (size_t i = 0; i < contact->crew.count; i++) {
        const uint32_t member = contact->crew.members[i];
        note->crew[i] = (struct model_worker){
            .member = member, .place = svc_roster_place(roster, member), .role = svc_roster_role(roster, member)};
    }
}

static void tell_contact(struct model *model, enum model_fact fact, uint32_t number, enum model_reason reason) {
    struct model_contact *contact = model_contact_at(model, number);
    if (contact->person == DES_NO_RECORD) {
        return;
    }
    const bool is_work = fact == MODEL_FACT_WORK_BEGINS || fact == MODEL_FACT_WORK_ENDS;
    if (fact == MODEL_FACT_WAIT_BEGINS || fact == MODEL_FACT_WORK_BEGINS) {
        contact->instance = model_watch_instance(model);
    }
    struct model_note note = note_of(model, fact, model_person_at(model, contact->person));
    note.reason = reason;
    note.instance = contact->instance;
    note.team = contact->team;
    note.work = works[contact->kind];
    if (is_work) {
        add_crew(model, contact, &note);
    }
    model->watcher(model->watcher_context, &note);
}

/* Mostly nobody watches: what is asked on every occasion is that alone. */
void model_watch_contact(struct model *model, enum model_fact fact, uint32_t contact, enum model_reason reason) {
    if (model->watcher != NULL) {
        tell_contact(model, fact, contact, reason);
    }
}

uint32_t model_watch_instance(struct model *model) {
    return ++model->instances;
}

static void end_contacts(struct model *model) {
    for (uint32_t number = 0; number < model->contacts.count; number++) {
        const enum model_contact_state state = model_contact_at(model, number)->state;
        if (state == CONTACT_WORKING) {
            model_watch_contact(model, MODEL_FACT_WORK_ENDS, number, MODEL_REASON_OVER);
        } else if (state == CONTACT_WAITING) {
            model_watch_contact(model, MODEL_FACT_WAIT_ENDS, number, MODEL_REASON_OVER);
        }
    }
}

static void end_person(const struct model *model, const struct model_person *person) {
    if (person->is_inpatient) {
        model_watch_span(model, MODEL_FACT_STAY_ENDS, person, person->stay, MODEL_REASON_OVER);
    }
    if (person->care == CARE_ACTIVE || person->care == CARE_HOME) {
        const bool is_home = person->care == CARE_HOME;
        model_watch_span(model, is_home ? MODEL_FACT_HOME_ENDS : MODEL_FACT_PACKAGE_ENDS, person, person->spell,
                         MODEL_REASON_OVER);
    }
    model_watch_span(model, MODEL_FACT_STILL_THERE, person, 0, MODEL_REASON_OVER);
}

void model_watch_over(struct model *model) {
    if (model->watcher == NULL) {
        return;
    }
    end_contacts(model);
    bool *used = des_pool_used(&model->people);
    for (uint32_t number = 0; number < model->people.count; number++) {
        if (used[number]) {
            end_person(model, model_person_at(model, number));
        }
    }
    free(used);
}
