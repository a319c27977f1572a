/* model/wait_band.c - bands of waits in which lists are shown. */
#include "wait_band.h"

/* Where each band begins. */
static const des_time from_weeks[MODEL_WAIT_BANDS] = {0, 1, 2, 4, 12, 18, 52};

static const char *const names[MODEL_WAIT_BANDS] = {"0-1 weeks",   "1-2 weeks",   "2-4 weeks",    "4-12 weeks",
                                                    "12-18 weeks", "18-52 weeks", "over 52 weeks"};

size_t model_wait_band_of(des_time waited) {
    size_t band = 0;
    while (band + 1 < MODEL_WAIT_BANDS && waited >= from_weeks[band + 1] * DES_WEEK) {
        band++;
    }
    return band;
}

const char *model_wait_band_name(size_t band) {
    return names[band];
}
