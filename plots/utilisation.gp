# How fully is each team used, and which of them has more work than hours?
# Reads utilisation.csv: one dot of one team in one scenario a line. Draws utilisation.svg and utilisation.png:
# gnuplot -d utilisation.gp

figure = 'utilisation'
title  = 'Use of working time, by team'
load 'style.gp'
first_series = 1
load 'rows.gp'

stats table using (column('high') > column('value') ? column('high') : column('value')) name 'value' nooutput
end = value_max > 105 ? 20 * ceil(value_max / 20) : 110

do for [kind in 'svg png'] {
    eval picture(kind, height)
    eval headings
    eval row_key
    eval row_axes
    set rmargin at screen 1 - 36./width
    set xrange [0:end]
    set xtics 0, 20 format '%.0f%%'
    set xlabel 'Work done over hours available' tc rgb muted offset 0, 0.3
    set arrow 1 from 100, graph 0 to 100, graph 1 nohead lc rgb ink lw 1.2 dt (2,3) back
    plot for [i = 1:series] table using 'low':(row_of(i)):(column('high') - column('low')):(0) \
             with vectors nohead lt i dt solid, \
         for [i = 1:series] table using 'value':(row_of(i)) with points lt i, \
         table using (0):(row_label(0)):(plain(strcol('label'))) \
             with labels right offset -1, 0 font ',11' tc rgb ink
    unset output
}
