# What figures over time have in common: axes of years, bands, and labels at the ends of the lines.
# Wants style.gp loaded first. A table has up to three panels.

stats table using 'year' name 'year' nooutput
span  = year_max - year_min + 1./12
first = year_min - 1./24
last  = year_max + 1./24
right = last + 0.015 * span   # the end of the axis, where the labels stand

array axis_low[3]
array axis_high[3]
array axis_step[3]
stats table using (p = int(column('panel')), axis_low[p] = column('axis_low'), axis_high[p] = column('axis_high'), \
                   axis_step[p] = column('axis_step'), p) name 'panel' nooutput

is_of(i, p)    = column('series') == i && column('panel') == p
at(i, p)       = is_of(i, p) ? column('year') : NaN
end(i, p)      = is_of(i, p) ? right : NaN   # only the last month has a label_at
two_lines(a,b) = strlen(b) > 0 ? sprintf("%s\n%s", a, b) : a
array labels[6]
do for [i = 1:6] { labels[i] = '' }
stats table using (labels[int(column('series'))] = two_lines(plain(strcol('title')), plain(strcol('title_more'))), \
                   1) nooutput

month_name(m) = word('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec', m)

# A label tells the value of the last month too.
end_label(i) = digits(column('mean')).'  '.labels[i]

# One tick a year, or every so many years; short studies have one every few months, as words of 74 pixels allow.
year_step   = span > 40 ? 10 : span > 20 ? 5 : span > 9 ? 2 : 1
months_a_word = 12 * span * 74. / (width - 318)
month_step  = months_a_word <= 1 ? 1 : months_a_word <= 2 ? 2 : months_a_word <= 3 ? 3 : 6
year_name(m) = with_years == 0 ? '' : span > 3 ? sprintf('%d', m / 12) \
                                              : sprintf('%s %d', month_name(m % 12 + 1), m / 12)
first_month = int(floor(12 * first + 0.5))   # counted from the year 0
last_month  = int(floor(12 * last + 0.5))

# Axes of one panel; wants the variable panel. For `eval`.
panel_axes = "set lmargin at screen 72./width; \
    set rmargin at screen 1 - 246./width; \
    set xrange [first:right]; \
    set yrange [axis_low[panel]:axis_high[panel]]; \
    set ytics (number(axis_low[panel], axis_step[panel]) axis_low[panel]); \
    do for [k = 1:int(floor((axis_high[panel] - axis_low[panel]) / axis_step[panel] + 0.5))] { \
        tick = axis_low[panel] + k * axis_step[panel]; \
        set ytics add (number(tick, axis_step[panel]) tick) }; \
    set grid ytics lc rgb rule lt 1 lw 0.6 dt solid"

# The axis of time; wants panel_axes before, and with_years: 0 leaves the words to the panel below. For `eval`.
panel_years = "set xtics ('' first); \
    do for [m = first_month:last_month] { \
        if (span > 3 && m % 12 == 0 && (m / 12 - first_month / 12) % year_step == 0) { \
            set xtics add (year_name(m) m / 12.) }; \
        if (span <= 3 && (m - first_month) % month_step == 0) { \
            set xtics add (year_name(m) m / 12.) } }"
