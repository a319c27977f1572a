# How many people wait for an assessment, and does the list grow, settle or shrink over the years?
# Reads list.csv: one month of one scenario a line. Draws list.svg and list.png: gnuplot -d list.gp

figure = 'list'
title  = 'People waiting for assessment'
load 'style.gp'
load 'months.gp'

height = 450
do for [kind in 'svg png'] {
    eval picture(kind, height)
    eval headings
    set tmargin at screen 1 - 74./height
    set bmargin at screen 58./height
    panel = 1
    eval panel_axes
    with_years = 1
    eval panel_years
    plot for [i = 1:series] table using (at(i, 1)):'low':'high' \
             with filledcurves lt i fs transparent solid 0.18 noborder, \
         for [i = 1:series] table using (at(i, 1)):'mean' with lines lt i, \
         for [i = 1:series] table using (end(i, 1)):'label_at':(end_label(i)) \
             with labels point lt i left offset 0.9, -0.15 font ',10' tc rgb ink
    unset output
}
