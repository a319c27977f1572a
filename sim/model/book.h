/* model/book.h - entering what happens into the accounts of all whom it is about (inside the model only).
 * Amounts that belong together are entered together: [count] of accounts that follow one another from the one that is
 * named, all of them kept about the same kinds of subject. */
#ifndef SIM_MODEL_BOOK_H
#define SIM_MODEL_BOOK_H

#include "state.h"

/* A referral for assessment is received, or seen after a wait, within the target or not: its organisation, team and
 * stream; all, locality, age band and priority unless the person is in hospital; of one that is received, the route. */
void model_book_received(struct model *model, const struct model_contact *contact);
void model_book_seen(struct model *model, const struct model_contact *contact, des_time waited, bool is_within);

/* It leaves the list otherwise: the same without stream, locality and age band.
 *   how  the account of those who leave in this way */
void model_book_left(struct model *model, const struct model_contact *contact, enum model_account how);

/* A second assessment, of people in hospital too, and the staff time that it takes [s]: its team, priority and stream. */
void model_book_second(struct model *model, const struct model_contact *contact, double seconds);

/* Somebody joins (+1) or leaves (-1) those who wait for assessment. */
void model_book_waiting(struct model *model, const struct model_contact *contact, double change);

/* A flow or level of a team. */
void model_book_team(struct model *model, enum model_account account, size_t team, double amount);
void model_book_team_shift(struct model *model, enum model_account account, size_t team, double change);

/* People of one priority who wait in a team at the end of a period. */
struct model_waiting_group {
    size_t team;
    unsigned priority;
    bool in_hospital;
    double people, waited_seconds;
};
void model_book_snapshot(struct model *model, const struct model_waiting_group *group);

/* A flow of one role in a team, in seconds of staff time. */
void model_book_staff(struct model *model, enum model_account account, size_t team, unsigned role, double amount);

/* Its sum in the open period. */
double model_book_staff_sum(const struct model *model, enum model_account account, size_t team, unsigned role);

/* A flow or level about a person: all, locality, age band. */
void model_book_person(struct model *model, enum model_account account, const struct world_person *who, double amount);
void model_book_person_shift(struct model *model, enum model_account account, const struct world_person *who,
                             double change);

/* A level of all and of nothing else. */
void model_book_all_shift(struct model *model, enum model_account account, double change);

/* A flow of one subject of one kind, and of nothing else. */
void model_book_subject(struct model *model, enum model_account account, enum model_dimension dimension, size_t subject,
                        double amount);

/* Flows about a person and the way by which they came: all, locality, age band, stream. */
void model_book_callers(struct model *model, const struct world_person *who, enum model_account account,
                        const double *amounts, size_t count);

/* Where a level stands for all. */
double model_book_level(const struct model *model, enum model_account account);

/* Closes the open period of the ledger at the model's time: sums that follow from others are entered. */
void model_book_close_period(struct model *model);

#endif
