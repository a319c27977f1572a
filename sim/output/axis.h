/* output/axis.h - round steps and lengths of an axis. */
#ifndef OUTPUT_AXIS_H
#define OUTPUT_AXIS_H

/* The least step that is 1, 2 or 5 times a power of ten and needs at most so many steps for the range.
 *   range  above 0 */
double out_axis_step(double range, int most_steps);

/* The next length of an axis that divides into round steps.
 *   length  above 0 */
double out_axis_length(double length);

#endif
