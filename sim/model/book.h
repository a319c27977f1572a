/* model/book.h - entering what happens into the accounts of all whom it is about (inside the model only). */
#ifndef SIM_MODEL_BOOK_H
#define SIM_MODEL_BOOK_H

#include "state.h"

/* A flow of a referral: all, its organisation, team, locality, age band, priority and stream. */
void model_book_referral(struct model *model, enum model_account account, const struct model_contact *contact,
                         double amount);

/* Somebody joins (+1) or leaves (-1) those who wait for assessment. */
void model_book_waiting(struct model *model, const struct model_contact *contact, double change);

/* A flow or level of a team: all, its organisation, the team. */
void model_book_team(struct model *model, enum model_account account, size_t team, double amount);
void model_book_team_shift(struct model *model, enum model_account account, size_t team, double change);

/* People of one priority who wait in a team at the end of a period. */
struct model_waiting_group {
    size_t team;
    unsigned priority;
    bool in_hospital;
};
void model_book_snapshot(struct model *model, enum model_account account, const struct model_waiting_group *group,
                         double amount);

/* A flow of one role in a team, in seconds of staff time. */
void model_book_staff(struct model *model, enum model_account account, size_t team, unsigned role, double amount);

/* A flow or level about a person: all, locality, age band. */
void model_book_person(struct model *model, enum model_account account, const struct world_person *who, double amount);
void model_book_person_shift(struct model *model, enum model_account account, const struct world_person *who,
                             double change);

/* A flow of one subject of one kind, and of nothing else. */
void model_book_subject(struct model *model, enum model_account account, enum model_dimension dimension, size_t subject,
                        double amount);

/* A flow about a person and the way by which they came: all, locality, age band, stream. */
void model_book_caller(struct model *model, enum model_account account, const struct world_person *who, double amount);

/* Somebody came by a stream. */
void model_book_arrival(struct model *model, const struct world_person *who);

#endif
