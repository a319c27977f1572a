# What share of the people is first assessed within the target of their priority?
# Reads targets.csv: one dot with its interval a line. Draws targets.svg and targets.png: gnuplot -d targets.gp

figure = 'targets'
title  = 'Seen within the target of their priority'
load 'style.gp'
first_series = 1
load 'rows.gp'

do for [kind in 'svg png'] {
    eval picture(kind, height)
    eval headings
    eval row_key
    eval row_axes
    set rmargin at screen 1 - 36./width
    set xrange [0:100]
    set xtics 0, 20 format '%.0f%%'
    set xlabel 'Share seen within target' tc rgb muted offset 0, 0.3
    plot for [i = 1:series] table using 'low':(row_of(i)):(column('high') - column('low')):(0) \
             with vectors nohead lt i dt solid, \
         for [i = 1:series] table using 'value':(row_of(i)) with points lt i, \
         table using (0):(row_label(0)):(plain(strcol('label'))) \
             with labels right offset -1, 0 font ',11' tc rgb ink
    unset output
}
