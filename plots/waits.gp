# How long do people wait until they are first assessed, and what share is seen within a given time?
# Reads waits.csv: one point of the cumulative share a line. Draws waits.svg and waits.png: gnuplot -d waits.gp

figure = 'waits'
title  = 'Wait to first assessment'
load 'style.gp'

height = 470
stats table using 'days' name 'days' nooutput
# Weeks where they fit, else a round number of days.
step = days_max <= 15 ? 1 : days_max <= 30 ? 5 : days_max <= 60 ? 10 : days_max <= 150 ? 20 : \
       days_max <= 300 ? 50 : days_max <= 600 ? 100 : days_max <= 1500 ? 200 : 500

do for [kind in 'svg png'] {
    eval picture(kind, height)
    eval headings
    set tmargin at screen 1 - 74./height
    set bmargin at screen 86./height
    set lmargin at screen 72./width
    set rmargin at screen 1 - 34./width
    set xrange [0:days_max]
    set yrange [0:100]
    set xtics 0, step
    set ytics 0, 25 format '%.0f%%'
    set grid ytics lc rgb rule lt 1 lw 0.6 dt solid
    set xlabel 'Days from referral' tc rgb muted offset 0, 0.3
    set key right bottom Left reverse samplen 2.5 spacing 1.25 width 1 height 0.6 opaque textcolor rgb ink noenhanced
    plot for [i = 1:series] table using (column('series') == i ? column('days') : NaN):'share' \
         with lines lt i title titles[i]
    unset output
}
