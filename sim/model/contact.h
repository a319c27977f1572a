/* model/contact.h - pieces of work for people: opened, waiting on a list, closed (inside the model only). */
#ifndef SIM_MODEL_CONTACT_H
#define SIM_MODEL_CONTACT_H

#include "referral.h"
#include "state.h"

/* An empty list for a team, with a class for each of enum model_class and priority. The caller frees it. */
struct svc_list *model_contact_list(const struct world *world, const struct svc_team *plan);

/* Opens a contact for a person in a team; it stands nowhere yet. */
uint32_t model_contact_open(struct model *model, uint32_t person, size_t team, enum model_contact_kind kind,
                            const struct model_request *request);

/* Opens an errand for a contact; it stands nowhere yet, and the contact on its list is put on hold. */
uint32_t model_contact_open_errand(struct model *model, uint32_t held, enum model_contact_kind kind);

/* A crew has ended an errand: gives it back and lets its contact wait as before. Returns that contact. */
uint32_t model_contact_end_errand(struct model *model, uint32_t errand);

/* Its contact leaves the list: the errand, if there is one, goes too, or is left to the crew that is at work. */
void model_contact_drop_errand(struct model *model, uint32_t held, enum model_reason reason);

/* Puts it on its team's list; its clock begins at since. */
void model_contact_join(struct model *model, uint32_t contact, des_time since);

/* Takes it off its team's list.
 *   reason  for watchers; MODEL_REASON_NONE: it joins again at once, and nobody is told of either */
void model_contact_leave_list(struct model *model, uint32_t contact, enum model_reason reason);

/* Closes it, wherever it stands but at work.
 *   reason  why it leaves the list, if it is on one */
void model_contact_close(struct model *model, uint32_t contact, enum model_reason reason);

/* Its person has died, or needs it no more: off the list, or left to the crew that is at work. */
void model_contact_bereave(struct model *model, uint32_t contact, enum model_reason reason);

/* Is it an assessment for which somebody was referred (commissioning, follow-ups and errands are not)? */
bool model_contact_is_assessment(const struct model_contact *contact);

/* Is any assessment open for a person? */
bool model_contact_has_assessment(const struct model *model, const struct model_person *person);

#endif
