# An axis of years in a small panel: as many words as fit.
# Wants panels.gp loaded first; the table has years in x, and a panel is panel_wide(0) pixels wide.

stats table using 'x' name 'x' nooutput
year_begin = x_min - 1./12
year_end   = x_max
span       = year_end - year_begin
month_name(m) = word('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec', m)

# Years apart, or months apart in a short study, such that words of 48 pixels do not touch.
years_a_word(w) = span * 48. / w
year_step(w)  = years_a_word(w) > 10 ? 20 : years_a_word(w) > 5 ? 10 : years_a_word(w) > 3 ? 5 : \
                years_a_word(w) > 2 ? 3 : years_a_word(w) > 1 ? 2 : 1
month_step(w) = years_a_word(w) > 0.5 ? 12 : years_a_word(w) > 0.25 ? 6 : years_a_word(w) > 1./12 ? 3 : 1
first_year    = int(ceil(year_begin - 1e-6))

# A word at the right edge would run into the first of the next panel: a tick without one.
at_edge(x)    = columns > 1 && year_end - x < span * 12. / panel_wide(0)
edged(x, text) = at_edge(x) ? '' : text
is_short      = span < 3.01

# For `eval`.
year_axis = "set xrange [year_begin:year_end]; set xtics (''  year_begin); \
    do for [m = int(floor(12 * year_begin + 0.5)):int(floor(12 * year_end + 0.5))] { \
        if (!is_short && m % 12 == 0 && (m / 12 - first_year) % year_step(panel_wide(0)) == 0) { \
            set xtics add (edged(m / 12., sprintf('%d', m / 12)) m / 12.) }; \
        if (is_short && m % month_step(panel_wide(0)) == 0) { \
            set xtics add (edged(m / 12., month_name(m % 12 + 1).sprintf(' %02d', (m / 12) % 100)) m / 12.) } }"
