/* engine/pool.h - records of one size, known by number, taken and given back without asking the system for memory.
 * Numbers, unlike addresses, do not depend on the machine, and a record's number stays its own until given back. */
#ifndef ENGINE_POOL_H
#define ENGINE_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DES_NO_RECORD UINT32_MAX

struct des_pool {
    unsigned char *records; /* owned */
    size_t size, count, capacity;
    uint32_t first_free;
    size_t in_use;
};

/* An empty pool of records of size bytes, 4 at least. Freed with des_pool_free. */
void des_pool_init(struct des_pool *pool, size_t size);
void des_pool_free(struct des_pool *pool);

/* Takes all records back; keeps the memory. */
void des_pool_clear(struct des_pool *pool);

/* Number of a record that is now in use, all its bytes zero. Pointers to other records of the pool may have moved. */
uint32_t des_pool_take(struct des_pool *pool);

/* The record may be taken again; its first 4 bytes are the pool's until then. */
void des_pool_give(struct des_pool *pool, uint32_t number);

/* Where the record lies until the next des_pool_take. */
void *des_pool_at(const struct des_pool *pool, uint32_t number);

/* Which records are in use: [count] by number. The caller frees it. */
bool *des_pool_used(const struct des_pool *pool);

#endif
