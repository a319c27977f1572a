# Do people wait longer in one locality than in another, and does a scenario even that out?
# Reads equity.csv: one dot of one locality in one scenario a line. Draws equity.svg and equity.png: gnuplot -d equity.gp

figure = 'equity'
title  = 'Wait to first assessment, by locality'
load 'style.gp'
first_series = 1
load 'rows.gp'

stats table using (column('high') > column('value') ? column('high') : column('value')) name 'value' nooutput
step = value_max <= 12 ? 2 : value_max <= 30 ? 5 : value_max <= 60 ? 10 : value_max <= 120 ? 20 : value_max <= 300 ? 50 : \
       value_max <= 600 ? 100 : 200
end = value_max > 0 ? step * ceil(value_max / step) : step

do for [kind in 'svg png'] {
    eval picture(kind, height)
    eval headings
    eval row_key
    eval row_axes
    set rmargin at screen 1 - 36./width
    set xrange [0:end]
    set xtics 0, step format '%.0f'
    set xlabel 'Mean wait in days' tc rgb muted offset 0, 0.3
    plot for [i = 1:series] table using 'low':(row_of(i)):(column('high') - column('low')):(0) \
             with vectors nohead lt i dt solid, \
         for [i = 1:series] table using 'value':(row_of(i)) with points lt i, \
         table using (0):(row_label(0)):(plain(strcol('label'))) \
             with labels right offset -1, 0 font ',11' tc rgb ink
    unset output
}
