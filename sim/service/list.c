/* service/list.c - one team's waiting list: a queue for each crew and class, linked by number. */
#include "service/list.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/mem.h"
#include "engine/pool.h"

struct entry {
    struct svc_waiting waiting;
    uint32_t before, behind; /* in its queue */
    uint32_t queue;
};

/* What is compared stands with the queue, so that nobody need look at those who lead it. */
struct queue {
    struct svc_turn turn; /* of the head */
    uint32_t head, tail;
    uint32_t crew, class; /* the number of crews when on hold */
};

struct class_sum {
    size_t count;
    des_time since; /* sum over those who wait */
};

struct svc_list {
    const struct svc_discipline *discipline;
    size_t crews, classes;
    struct queue *queues;   /* [crew][class]; behind the last crew those on hold */
    uint64_t *waiting;      /* [crew] classes in which somebody waits, as a mask */
    uint64_t waited_for;    /* crews for which somebody waits, as a mask */
    struct class_sum *sums; /* [class] */
    struct des_pool entries;
    uint32_t sequence;
    size_t count;
};

static struct entry *entry_at(const struct svc_list *list, uint32_t number) {
    return des_pool_at(&list->entries, number);
}

struct svc_list *svc_list_new(const struct svc_discipline *discipline, size_t crews, const struct svc_class *classes,
                              size_t count) {
    err_require(crews <= 64 && count <= 64);
    struct svc_list *list = mem_zeroed(1, sizeof *list);
    list->discipline = discipline;
    list->crews = crews;
    list->classes = count;
    list->queues = mem_zeroed((crews + 1) * count, sizeof *list->queues);
    list->waiting = mem_zeroed(crews + 1, sizeof *list->waiting);
    list->sums = mem_zeroed(count, sizeof *list->sums);
    for (size_t i = 0; i < (crews + 1) * count; i++) {
        const struct svc_class *class = &classes[i % count];
        list->queues[i] = (struct queue){.turn = {.target = class->target, .rank = class->rank},
                                         .crew = (uint32_t)(i / count),
                                         .class = (uint32_t)(i % count)};
    }
    des_pool_init(&list->entries, sizeof(struct entry));
    svc_list_clear(list);
    return list;
}

void svc_list_free(struct svc_list *list) {
    if (list != NULL) {
        free(list->queues);
        free(list->waiting);
        free(list->sums);
        des_pool_free(&list->entries);
        free(list);
    }
}

void svc_list_clear(struct svc_list *list) {
    for (size_t i = 0; i < (list->crews + 1) * list->classes; i++) {
        list->queues[i].head = list->queues[i].tail = SVC_NOBODY;
    }
    for (size_t i = 0; i < list->crews + 1; i++) {
        list->waiting[i] = 0;
    }
    list->waited_for = 0;
    for (size_t i = 0; i < list->classes; i++) {
        list->sums[i] = (struct class_sum){0, 0};
    }
    des_pool_clear(&list->entries);
    list->sequence = 0;
    list->count = 0;
}

/* An entry, or nobody, leads a queue. */
static void lead(const struct svc_list *list, struct queue *queue, uint32_t index) {
    queue->head = index;
    if (index != SVC_NOBODY) {
        queue->turn.since = entry_at(list, index)->waiting.since;
        queue->turn.sequence = entry_at(list, index)->waiting.sequence;
    }
}

static void link_behind(const struct svc_list *list, struct queue *queue, uint32_t before, uint32_t index) {
    if (before == SVC_NOBODY) {
        lead(list, queue, index);
    } else {
        entry_at(list, before)->behind = index;
    }
}

static void link_before(const struct svc_list *list, struct queue *queue, uint32_t behind, uint32_t index) {
    *(behind == SVC_NOBODY ? &queue->tail : &entry_at(list, behind)->before) = index;
}

/* Clocks move with people, so somebody may join whose clock began before that of the last one. */
static void link_in(struct svc_list *list, struct queue *queue, uint32_t index) {
    struct entry *entry = entry_at(list, index);
    uint32_t before = queue->tail;
    while (before != SVC_NOBODY && entry_at(list, before)->waiting.since > entry->waiting.since) {
        before = entry_at(list, before)->before;
    }
    entry->before = before;
    entry->behind = before == SVC_NOBODY ? queue->head : entry_at(list, before)->behind;
    link_before(list, queue, entry->behind, index);
    link_behind(list, queue, before, index);
}

uint32_t svc_list_join(struct svc_list *list, size_t crew, size_t class, des_time since, uint32_t subject) {
    err_require((crew < list->crews || crew == SVC_ON_HOLD) && class < list->classes);
    const size_t place = crew == SVC_ON_HOLD ? list->crews : crew, queue = place * list->classes + class;
    const uint32_t index = des_pool_take(&list->entries);
    *entry_at(list, index) = (struct entry){.waiting = {since, subject, list->sequence++}, .queue = (uint32_t)queue};
    link_in(list, &list->queues[queue], index);
    list->waiting[place] |= UINT64_C(1) << class;
    list->waited_for |= crew == SVC_ON_HOLD ? 0 : UINT64_C(1) << crew;
    list->sums[class].count++;
    list->sums[class].since += since;
    list->count++;
    return index;
}

static void note_empty(struct svc_list *list, const struct queue *queue) {
    list->waiting[queue->crew] &= ~(UINT64_C(1) << queue->class);
    if (list->waiting[queue->crew] == 0 && queue->crew < list->crews) {
        list->waited_for &= ~(UINT64_C(1) << queue->crew);
    }
}

void svc_list_remove(struct svc_list *list, uint32_t index) {
    const struct entry *entry = entry_at(list, index);
    struct queue *queue = &list->queues[entry->queue];
    struct class_sum *sum = &list->sums[queue->class];
    err_require(list->count > 0 && sum->count > 0);
    link_behind(list, queue, entry->before, entry->behind);
    link_before(list, queue, entry->behind, entry->before);
    if (queue->head == SVC_NOBODY) {
        note_empty(list, queue);
    }
    sum->count--;
    sum->since -= entry->waiting.since;
    list->count--;
    des_pool_give(&list->entries, index);
}

static bool is_before(const struct svc_list *list, const struct svc_turn *a, const struct svc_turn *b, des_time now) {
    const int order = list->discipline->compare(a, b, now);
    if (order != 0) {
        return order < 0;
    }
    return a->since != b->since ? a->since < b->since : a->sequence < b->sequence;
}

uint32_t svc_list_next(const struct svc_list *list, uint64_t crews, des_time now) {
    const struct queue *best = NULL;
    for (crews &= list->waited_for; crews != 0; crews &= crews - 1) {
        const size_t crew = (size_t)__builtin_ctzll(crews);
        const struct queue *of_crew = &list->queues[crew * list->classes];
        for (uint64_t classes = list->waiting[crew]; classes != 0; classes &= classes - 1) {
            const struct queue *queue = &of_crew[__builtin_ctzll(classes)];
            if (best == NULL || is_before(list, &queue->turn, &best->turn, now)) {
                best = queue;
            }
        }
    }
    return best == NULL ? SVC_NOBODY : best->head;
}

uint64_t svc_list_crews(const struct svc_list *list) {
    return list->waited_for;
}

void svc_list_check(const struct svc_list *list) {
    for (size_t crew = 0; crew <= list->crews; crew++) {
        const uint64_t classes = list->waiting[crew];
        for (size_t class = 0; class < list->classes; class ++) {
            const struct queue *queue = &list->queues[crew * list->classes + class];
            err_require((classes >> class & 1) == (queue->head != SVC_NOBODY));
            err_require(queue->head == SVC_NOBODY ||
                        queue->turn.sequence == entry_at(list, queue->head)->waiting.sequence);
        }
        err_require(crew == list->crews || (list->waited_for >> crew & 1) == (classes != 0));
    }
}

const struct svc_waiting *svc_list_entry(const struct svc_list *list, uint32_t entry) {
    return &entry_at(list, entry)->waiting;
}

size_t svc_list_count(const struct svc_list *list) {
    return list->count;
}

struct svc_list_age svc_list_class_age(const struct svc_list *list, size_t class, des_time now) {
    const struct class_sum *sum = &list->sums[class];
    return (struct svc_list_age){sum->count, (des_time)sum->count * now - sum->since};
}

void svc_list_visit_class(const struct svc_list *list, size_t class, svc_list_visitor *visit, void *context) {
    err_require(class < list->classes);
    for (size_t crew = 0; crew < list->crews + 1; crew++) { /* the last holds who is on hold */
        uint32_t entry = list->queues[crew * list->classes + class].head;
        while (entry != SVC_NOBODY) {
            visit(context, &entry_at(list, entry)->waiting);
            entry = entry_at(list, entry)->behind;
        }
    }
}
