/* output/axis.c - round steps and lengths of an axis. */
#include "axis.h"

#include <math.h>
#include <stddef.h>

double out_axis_step(double range, int most_steps) {
    static const double steps[] = {1, 2, 5, 10};
    const double least = range / most_steps, unit = pow(10, floor(log10(least)));

    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        if (least <= steps[i] * unit) {
            return steps[i] * unit;
        }
    }
    return 10 * unit;
}

double out_axis_length(double length) {
    static const double lengths[] = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
    const double unit = pow(10, floor(log10(length)));

    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        if (length <= lengths[i] * unit) {
            return lengths[i] * unit;
        }
    }
    return 10 * unit;
}
