# How often do intervals hold what theory says?
# Reads coverage.csv: one number of one textbook model a line. Draws coverage.svg and coverage.png: gnuplot -d coverage.gp

figure = 'coverage'
title  = 'Do 95 % intervals hold what theory says 95 times in 100?'
load 'style.gp'
first_series = 1
load 'rows.gp'

# Where there is no theory there is no value.
lowest(dummy) = strlen(strcol('value')) > 0 && column('value') < column('low') ? column('value') : column('low')
stats table using (lowest(0)) name 'low' nooutput
step  = low_min > 70 ? 5 : low_min > 40 ? 10 : 20
begin = step * floor((low_min - 1) / step)

# One dot a row: it stands in the middle, and rows are no taller than that needs.
row_tall = 19.
height   = top + bottom + row_tall * rows
of(i)    = column('series') == i ? column('row') : NaN

do for [kind in 'svg png'] {
    eval picture(kind, height)
    eval headings
    eval row_key
    eval row_axes
    set rmargin at screen 1 - 36./width
    set xrange [begin:100.6]
    set xtics begin, step format '%.0f%%'
    set xlabel 'Intervals that hold what theory says' tc rgb muted offset 0, 0.3
    set arrow 1 from 95, graph 0 to 95, graph 1 nohead lc rgb ink lw 1.2 dt (2,3) back
    plot table using 'low':'row':(column('high') - column('low')):(0) with vectors nohead lc rgb '#C9D0D5' lw 5 dt solid, \
         for [i = 1:series] table using 'value':(of(i)) with points lt i, \
         table using (begin):(row_label(0)):(plain(strcol('label'))) with labels right offset -1, 0 font ',10' tc rgb ink
    unset output
}
