# What has become of the people who were referred: seen, gone for another reason, or still waiting?
# Reads incidence.csv: one day of one outcome in one scenario a line. Draws incidence.svg and incidence.png:
# gnuplot -d incidence.gp

figure = 'incidence'
title  = 'What has become of people, by days since referral'
load 'style.gp'

# Dark and light by turns, so that neighbours differ on grey paper; whoever still waits is the lightest.
array fill_of[5] = ['#12436D', '#F46A25', '#801650', '#A285D1', '#E8EBEE']
array pattern_of[5] = [3, 3, 3, 3, 3]
load 'parts.gp'
load 'panels.gp'

left   = 62.
top    = 76 + key_tall
bottom = 40.
tall   = lines > 1 ? 150. : columns < 3 ? 250. : 210.
height = height_of(0)

stats table using (axis_end = column('axis_end'), 1) every ::0::0 nooutput
array few[6]
do for [i = 1:6] { few[i] = NaN }
stats table using (few[int(column('series'))] = column('few_from'), 1) nooutput
of(i, k) = column('series') == i && column('part') == k ? column('x') : NaN

# As many words as fit: a panel has room for one in 60 pixels.
share = axis_end * 60. / panel_wide(0)
step  = share <= 1 ? 1 : share <= 5 ? 5 : share <= 10 ? 10 : share <= 20 ? 20 : share <= 50 ? 50 : share <= 100 ? 100 : \
        share <= 200 ? 200 : 400

do for [kind in 'svg png'] {
    eval picture(kind, height)
    eval headings
    eval part_key
    set label 5 'Days since referral' at screen 0.5, 36./height center font ',10' tc rgb muted
    set multiplot
    do for [i = 1:panels] {
        eval panel_place
        set xrange [0:axis_end]
        set xtics 0, step
        set yrange [0:100]
        set ytics 0, 25 format (is_first(i) ? '%.0f%%' : '')
        set grid ytics front lc rgb rule lt 1 lw 0.6 dt solid
        if (few[i] == few[i]) { set object 1 rectangle from few[i], graph 0 to graph 1, graph 1 front \
            fc rgb 'white' fs transparent solid 0.45 noborder }
        plot for [k = 1:parts] table using (of(i, k)):'low':'high' with filledcurves fc rgb fill_of[k] fs solid noborder
        eval panel_next
    }
    unset multiplot
    unset output
}
