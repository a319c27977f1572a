# How many hospital beds are taken by people who are ready to go, and what do they wait for?
# All panels have one scale, so that the two causes can be held against the whole.
# Reads delayed-beds.csv: one month of one scenario in one panel a line. Draws delayed-beds.svg and delayed-beds.png:
# gnuplot -d delayed-beds.gp

figure = 'delayed-beds'
title  = 'Hospital beds of people who are ready to go'
load 'style.gp'
load 'months.gp'

panels = int(panel_max)
titles_more = ''
stats table using (titles_more = strcol('title_more').titles_more[1:1], 1) nooutput
top    = panels > 1 ? 98. : 74.     # pixels above the highest panel, below the lowest, and between them
bottom = 58.
gap    = 36. + (strlen(titles_more) > 0 ? 22 : 0)   # labels of two lines hang into it
whole  = 0.
do for [panel = 1:panels] { whole = whole + axis_high[panel] }
height = panels == 1 ? 450 : 600 + (series > 3 ? 84 * (series - 3) : 0)
room   = height - top - bottom - gap * (panels - 1)

# Few beds are told with a decimal.
few          = axis_high[1] < 40
end_label(i) = (few ? sprintf('%.1f', column('mean')) : digits(column('mean'))).'  '.labels[i]
heading(p)   = p == 1 ? 'All of them' : p == 2 ? 'Waiting for an assessment' : 'Assessed, waiting for care'

do for [kind in 'svg png'] {
    eval picture(kind, height)
    eval headings
    set multiplot
    high = height - top
    do for [panel = 1:panels] {
        low = high - room * axis_high[panel] / whole
        set tmargin at screen high / height
        set bmargin at screen low / height
        eval panel_axes
        with_years = panel == panels
        eval panel_years
        if (panel > 1) { unset label }
        if (panels > 1) { set label 9 heading(panel) at screen 72./width, (high + 13) / height font ',10' tc rgb ink }
        plot for [i = 1:series] table using (at(i, panel)):'low':'high' \
             with filledcurves lt i fs transparent solid 0.18 noborder, \
             for [i = 1:series] table using (at(i, panel)):'mean' with lines lt i, \
             for [i = 1:series] table using (end(i, panel)):'label_at':(end_label(i)) \
                 with labels point lt i left offset 0.9, -0.15 font ',10' tc rgb ink
        high = low - gap
    }
    unset multiplot
    unset output
}
