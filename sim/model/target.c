/* model/target.c - holding waits against the targets that the world names. */
#include "target.h"

#include "book.h"

void model_target_count(struct model *model, const struct model_contact *contact, des_time waited) {
    const struct world *world = model->inputs->world;
    bool is_under_any = false, is_within_all = true;
    for (size_t t = 0; !contact->in_hospital && t < world->targets.count; t++) {
        const struct world_target *target = world_target(world, t);
        if (target->priority_mask >> contact->priority & 1) {
            const bool is_within = waited <= des_clock_span(target->days, DES_DAY);
            model_book_subject(model, ACCOUNT_TARGET_SEEN, MODEL_TARGET, t, 1);
            model_book_subject(model, ACCOUNT_TARGET_MET, MODEL_TARGET, t, is_within);
            is_under_any = true;
            is_within_all = is_within_all && is_within;
        }
    }
    model_book_subject(model, ACCOUNT_TARGET_SEEN, MODEL_ALL, 0, is_under_any);
    model_book_subject(model, ACCOUNT_TARGET_MET, MODEL_ALL, 0, is_under_any && is_within_all);
}
