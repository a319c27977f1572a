/* engine/pool.c - records of one size, known by number. */
#include "engine/pool.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/mem.h"

enum { LINE = 64 };

void des_pool_init(struct des_pool *pool, size_t size) {
    err_require(size >= sizeof(uint32_t));
    *pool = (struct des_pool){.size = size, .first_free = DES_NO_RECORD};
}

void des_pool_free(struct des_pool *pool) {
    free(pool->records);
    *pool = (struct des_pool){.size = pool->size, .first_free = DES_NO_RECORD};
}

void des_pool_clear(struct des_pool *pool) {
    pool->count = 0;
    pool->in_use = 0;
    pool->first_free = DES_NO_RECORD;
}

/* Records begin with a line of the processor's cache. The C library cannot resize memory and keep it so: hence new places
 * and a copy. */
static unsigned char *moved(const struct des_pool *pool, size_t capacity) {
    unsigned char *records = mem_aligned(capacity * pool->size, LINE);
    if (pool->count > 0) {
        memcpy(records, pool->records, pool->count * pool->size);
    }
    free(pool->records);
    return records;
}

static uint32_t new_record(struct des_pool *pool) {
    if (pool->count == pool->capacity) {
        pool->capacity = pool->capacity > 0 ? 2 * pool->capacity : 1;
        pool->records = moved(pool, pool->capacity);
    }
    err_require(pool->count < DES_NO_RECORD);
    return (uint32_t)pool->count++;
}

/* A free record begins with the number of the next free one. */
static uint32_t next_free(const struct des_pool *pool, uint32_t number) {
    uint32_t next;
    memcpy(&next, des_pool_at(pool, number), sizeof next);
    return next;
}

uint32_t des_pool_take(struct des_pool *pool) {
    uint32_t number = pool->first_free;
    if (number == DES_NO_RECORD) {
        number = new_record(pool);
    } else {
        pool->first_free = next_free(pool, number);
    }
    memset(pool->records + number * pool->size, 0, pool->size);
    pool->in_use++;
    return number;
}

void des_pool_give(struct des_pool *pool, uint32_t number) {
    err_require(number < pool->count && pool->in_use > 0);
    memcpy(des_pool_at(pool, number), &pool->first_free, sizeof pool->first_free);
    pool->first_free = number;
    pool->in_use--;
}

void *des_pool_at(const struct des_pool *pool, uint32_t number) {
    return pool->records + number * pool->size;
}

/* Records in use are those that are not on the list of free ones. */
bool *des_pool_used(const struct des_pool *pool) {
    bool *is_used = mem_zeroed(pool->count, sizeof *is_used);
    for (size_t i = 0; i < pool->count; i++) {
        is_used[i] = true;
    }
    for (uint32_t i = pool->first_free; i != DES_NO_RECORD; i = next_free(pool, i)) {
        is_used[i] = false;
    }
    return is_used;
}
