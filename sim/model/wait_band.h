/* model/wait_band.h - bands of waits in which lists are shown (inside the model only). */
#ifndef SIM_MODEL_WAIT_BAND_H
#define SIM_MODEL_WAIT_BAND_H

#include <stddef.h>

#include "engine/clock.h"

enum { MODEL_WAIT_BANDS = 7 };

/* Band of a wait so far; who has waited for a week to the second is in the band from one week on. */
size_t model_wait_band_of(des_time waited);

/* "0-1 weeks", ..., "over 52 weeks". */
const char *model_wait_band_name(size_t band);

#endif
