/* scenario/number.c - real numbers as text that reads back as the same number. */
#include "number.h"

#include <stdio.h>
#include <stdlib.h>

void scn_number_text(double value, char text[SCN_NUMBER_TEXT]) {
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, SCN_NUMBER_TEXT, "%.*g", digits, value);
        double again = strtod(text, NULL);
        if (!(again < value) && !(again > value)) {
            return;
        }
    }
}
