# How long have the people waited who are on the lists, and does the share of long waits grow?
# Reads bands.csv: one month of one wait band in one scenario a line. Draws bands.svg and bands.png:
# gnuplot -d bands.gp

figure = 'bands'
title  = 'People waiting, by how long they have waited so far'
load 'style.gp'

# Light for short, dark for long, each darker than the one before on grey paper too.
array fill_of[7] = ['#E1ECF6', '#BFD8EE', '#93BFE3', '#5E9DCF', '#3477B3', '#1A4F8A', '#0A2547']
array pattern_of[7] = [3, 3, 3, 3, 3, 3, 3]
load 'parts.gp'
load 'panels.gp'
load 'years.gp'

left   = 66.
top    = 76 + key_tall
bottom = 16.
tall   = lines > 1 ? 150. : columns < 3 ? 260. : 210.
height = height_of(0)

stats table using (axis_high = column('axis_high'), axis_step = column('axis_step'), 1) every ::0::0 nooutput
of(i, k) = column('series') == i && column('part') == k ? column('x') : NaN

do for [kind in 'svg png'] {
    eval picture(kind, height)
    eval headings
    eval part_key
    set multiplot
    do for [i = 1:panels] {
        eval panel_place
        eval year_axis
        set yrange [0:axis_high]
        set ytics 0, axis_step format ''
        set grid ytics front lc rgb rule lt 1 lw 0.6 dt solid
        if (is_first(i)) { do for [k = 0:int(axis_high / axis_step + 0.5)] {
            set ytics add (number(k * axis_step, axis_step) k * axis_step) } }
        plot for [k = 1:parts] table using (of(i, k)):'low':'high' with filledcurves fc rgb fill_of[k] fs solid noborder, \
             for [k = 2:parts] table using (of(i, k)):'high' with lines lc rgb 'white' lw 0.3 dt solid, \
             table using (of(i, 1)):'high' with lines lc rgb ink lw 1.4 dt solid
        eval panel_next
    }
    unset multiplot
    unset output
}
