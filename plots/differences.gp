# What does each scenario change against the baseline, and how certain is it?
# Reads differences.csv: one difference in percent of the baseline a line. Draws differences.svg and differences.png:
# gnuplot -d differences.gp

figure = 'differences'
title  = 'Difference from the baseline'
load 'style.gp'
first_series = 2
load 'rows.gp'

stats table using (column('low')  < column('value') ? column('low')  : column('value')) name 'low'  nooutput
stats table using (column('high') > column('value') ? column('high') : column('value')) name 'high' nooutput
reach = high_max - low_min
step  = reach > 160 ? 50 : reach > 60 ? 20 : reach > 25 ? 10 : reach > 10 ? 5 : 2
begin = low_min < 0 ? step * floor(low_min / step) : -step
end   = high_max > 0 ? step * ceil(high_max / step) : step

do for [kind in 'svg png'] {
    eval picture(kind, height)
    eval headings
    eval row_key
    eval row_axes
    set rmargin at screen 1 - 118./width
    set xrange [begin:end]
    set xtics begin, step format '%+.0f%%'
    set xtics add ('0%%' 0)
    set xlabel 'Lower than the baseline  |  higher than the baseline' tc rgb muted offset 0, 0.3
    set arrow 1 from 0, graph 0 to 0, graph 1 nohead lc rgb border lw 1.6 dt solid back
    plot for [i = 2:series] table using 'low':(row_of(i)):(column('high') - column('low')):(0) \
             with vectors nohead lt i dt solid, \
         for [i = 2:series] table using 'value':(row_of(i)) with points lt i, \
         for [i = 2:series] table using 'value':(row_of(i)):(plain(strcol('beyond'))) \
             with labels right offset -1, 0 font ',9' tc rgb ink, \
         table using (begin):(row_label(0)):(plain(strcol('label'))) \
             with labels right offset -1, 0 font ',11' tc rgb ink, \
         table using (end):'row':(column('series') == 2 ? strcol('better') : '') \
             with labels left offset 1, 0 font ',9' tc rgb muted
    unset output
}
