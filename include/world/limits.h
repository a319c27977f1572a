/* world/limits.h - how many of each kind of row a world may have: sets of them are bit masks. */
#ifndef WORLD_LIMITS_H
#define WORLD_LIMITS_H

enum {
    WORLD_NEEDS_MAX = 16,
    WORLD_ROLES_MAX = 8,
    WORLD_PRIORITIES_MAX = 8,
    WORLD_LOCALITIES_MAX = 64,
    WORLD_BANDS_MAX = 32,
    WORLD_STREAMS_MAX = 32,
    WORLD_TARGETS_MAX = 16
};

#endif
