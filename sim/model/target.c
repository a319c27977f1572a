/* model/target.c - holding waits against the targets that the world names. */
#include "target.h"

#include "book.h"

static void book(struct model *model, enum model_dimension dimension, size_t subject, bool is_within) {
    model_book_subject(model, ACCOUNT_TARGET_SEEN, dimension, subject, 1);
    model_book_subject(model, ACCOUNT_TARGET_MET, dimension, subject, is_within);
}

void model_target_count(struct model *model, const struct model_contact *contact, des_time waited) {
    const struct world *world = model->inputs->world;
    bool is_under_any = false, is_within_all = true;
    for (size_t t = 0; !contact->in_hospital && t < world->targets.count; t++) {
        const struct world_target *target = world_target(world, t);
        if (target->priority_mask >> contact->priority & 1) {
            const bool is_within = waited <= des_clock_span(target->days, DES_DAY);
            book(model, MODEL_TARGET, t, is_within);
            is_under_any = true;
            is_within_all = is_within_all && is_within;
        }
    }
    if (is_under_any) {
        book(model, MODEL_ALL, 0, is_within_all);
    }
}
