/* scenario/number.h - real numbers as text that reads back as the same number. */
#ifndef SCENARIO_NUMBER_H
#define SCENARIO_NUMBER_H

enum { SCN_NUMBER_TEXT = 32 };

/* The shortest of 15, 16 and 17 significant digits that reads back equal: "0.1", "5", "1e+20". */
void scn_number_text(double value, char text[SCN_NUMBER_TEXT]);

#endif
