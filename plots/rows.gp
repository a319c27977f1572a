# What figures with a row of dots for each subject have in common: labels of the rows, key, and places of the dots.
# Wants style.gp loaded first.

stats table using (strlen(plain(strcol('label')))) name 'label' nooutput
stats table using 'row' name 'row' nooutput
rows     = int(row_max)
key_rows = series > first_series ? int(ceil(1. * (series - first_series + 1) / key_columns)) : 0
apart    = 8.5                                                # pixels between two dots of a row
row_tall = 12 + apart * (series - first_series + 1)
top      = 66 + 21 * key_rows + (key_rows > 0 ? 10 : 4)
bottom   = 84
height   = top + bottom + row_tall * rows
left     = 44 + 6.8 * label_max

# Where the dot of scenario i stands in a row.
beside(i) = (i - (first_series + series) / 2.) * apart / row_tall
row_of(i) = column('series') == i ? column('row') + beside(i) : NaN

# One label for each row, although every scenario's line carries it.
shown = 0
row_label(dummy) = column('row') == shown ? NaN : (shown = column('row'))

# Axes; the script sets xrange and xtics. For `eval`.
row_axes = "set tmargin at screen 1 - 1. * top / height; \
    set bmargin at screen 1. * bottom / height; \
    set lmargin at screen left / width; \
    set yrange [rows + 0.5:0.5]; \
    unset ytics; \
    set border 1; \
    do for [row = 1:rows - 1] { set arrow 100 + row \
        from graph 0, first row + 0.5 to graph 1, first row + 0.5 nohead lc rgb rule lt 1 lw 0.6 dt solid back }; \
    set grid xtics lc rgb rule lt 1 lw 0.6 dt solid; \
    shown = 0"

# The key; wants headings before. For `eval`.
row_key = "do for [i = first_series:series] { if (key_rows > 0 && strlen(titles[i]) > 0) { \
    slot = i - first_series; \
    set label 10 + i titles[i] at screen (24. + key_width * (slot % key_columns)) / width, \
        1 - (77. + 21 * (slot / key_columns)) / height left offset 1.1, -0.15 point lt i font ',11' tc rgb ink noenhanced } }"
