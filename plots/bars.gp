# What figures with one bar of parts for each scenario have in common: places of the bars, and their axis.
# Wants style.gp and parts.gp loaded first, and ink_of[1..]: colours of the numbers inside the parts.
# A bar ends in its whole length, for which there is room at the right.

array titles_more[6]
do for [i = 1:6] { titles_more[i] = '' }
stats table using (titles_more[int(column('series'))] = plain(strcol('title_more')), 1) nooutput
longest_label = 0
do for [i = 1:6] {
    longest_label = strlen(titles[i]) > longest_label ? strlen(titles[i]) : longest_label
    longest_label = strlen(titles_more[i]) > longest_label ? strlen(titles_more[i]) : longest_label
}
stats table using 'length' name 'length' nooutput
right    = 34. + 8.5 * strlen(digits(length_max))
axis_end = 1.0 * length_max
beyond(x) = x > axis_end ? x : axis_end   # what is not there is not beyond
stats table using (axis_end = beyond(column('length_high')), axis_end = beyond(column('mark')), 1) name 'end' nooutput

bar_tall = 48.
top      = 82. + key_tall
bottom   = 86.
height   = top + bottom + bar_tall * series
left     = 40 + 6.8 * longest_label
step     = 10 ** floor(log10(axis_end / 4))
step     = axis_end / step > 25 ? 5 * step : axis_end / step > 10 ? 2 * step : step

of(k)    = column('part') == k ? column('series') : NaN
middle(dummy) = 0.5 * (column('low') + column('high'))
# A number stands in a part only where there is room for it, and no hatching.
amount(dummy) = digits(column('high') - column('low'))
room(dummy)   = column('high') - column('low') > (10 + 7. * strlen(amount(0))) / (width - left - right) * axis_end
number_in(k)  = room(0) && pattern_of[k] == 3 ? amount(0) : ''
first_part    = word(shown, 1) + 0
once(dummy)   = column('part') == first_part ? column('series') : NaN

# Axes; the script sets the words of the axis. For `eval`.
bar_axes = "set tmargin at screen 1 - top / height; \
    set bmargin at screen bottom / height; \
    set lmargin at screen left / width; \
    set rmargin at screen 1 - right / width; \
    set xrange [0:axis_end]; \
    set yrange [series + 0.5:0.5]; \
    set border 1; \
    unset ytics; \
    set xtics 0, step format ''; \
    do for [k = 0:int(axis_end / step)] { set xtics add (number(k * step, step) k * step) }; \
    set grid xtics lc rgb rule lt 1 lw 0.6 dt solid; \
    set errorbars 0; \
    do for [i = 1:series] { \
        set label 50 + i titles[i] at screen (left - 12) / width, \
            1 - (top + bar_tall * (i - 0.5) - (strlen(titles_more[i]) > 0 ? 9 : 0)) / height right \
            font ',11' tc rgb ink noenhanced; \
        set label 60 + i titles_more[i] at screen (left - 12) / width, \
            1 - (top + bar_tall * (i - 0.5) + 9) / height right font ',11' tc rgb ink noenhanced }"
