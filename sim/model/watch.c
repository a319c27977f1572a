/* model/watch.c - telling a watcher what happens. */
#include "watch.h"

void model_watch(struct model *model, model_watcher *watcher, void *context) {
    model->watcher = watcher;
    model->watcher_context = context;
}

void model_watch_tell(const struct model *model, enum model_fact fact, const struct model_person *person) {
    if (model->watcher != NULL) {
        model->watcher(model->watcher_context, fact, person->who.number, model->now);
    }
}
