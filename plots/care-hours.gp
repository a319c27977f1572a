# How much care is funded over the years, and how much is not met because people wait, gave up, or were not found?
# Both panels have one scale, so that care that is only held up cannot be taken for a saving.
# Reads care-hours.csv: one month of one scenario in one panel a line. Draws care-hours.svg and care-hours.png:
# gnuplot -d care-hours.gp

figure = 'care-hours'
title  = 'Funded care, and care not met'
load 'style.gp'
load 'months.gp'

height = series > 3 ? 540 + 30 * (series - 3) : 540
top    = 98.     # pixels above the upper panel, below the lower one, and between them
bottom = 58.
gap    = 40.
room   = height - top - bottom - gap
tall_1 = room * (axis_high[1] - axis_low[1]) / (axis_high[1] - axis_low[1] + axis_high[2] - axis_low[2])

do for [kind in 'svg png'] {
    eval picture(kind, height)
    eval headings
    set multiplot
    do for [panel = 1:2] {
        high = panel == 1 ? height - top : height - top - tall_1 - gap
        low  = panel == 1 ? height - top - tall_1 : bottom
        set tmargin at screen high / height
        set bmargin at screen low / height
        eval panel_axes
        with_years = panel == 2
        eval panel_years
        if (panel == 2) { unset label }
        set label 9 word('Funded Not', panel).(panel == 1 \
            ? sprintf(': hours a week in payment%s', axis_low[1] > 0 ? ' (axis does not begin at zero)' : '') \
            : ' met: hours a week of people who wait, gave up, or were not found') \
            at screen 72./width, (high + 14) / height font ',10' tc rgb ink noenhanced
        plot for [i = 1:series] table using (at(i, panel)):'low':'high' \
             with filledcurves lt i fs transparent solid 0.18 noborder, \
             for [i = 1:series] table using (at(i, panel)):'mean' with lines lt i, \
             for [i = 1:series] table using (end(i, panel)):'label_at':(end_label(i)) \
                 with labels point lt i left offset 0.9, -0.15 font ',10' tc rgb ink
    }
    unset multiplot
    unset output
}
