# Why is more or less care funded than in the baseline, and how much of that is no saving?
# Reads split.csv: one bar of one scenario a line. Draws split.svg and split.png: gnuplot -d split.gp

figure = 'split'
title  = 'Why funded care differs from the baseline'
load 'style.gp'
load 'panels.gp'

stats table using 'row' name 'row' nooutput
rows = int(row_max)
stats table using (strlen(plain(strcol('label')))) name 'label' nooutput
stats table using (axis_low = column('axis_low'), axis_high = column('axis_high'), axis_step = column('axis_step'), 1) \
    every ::0::0 nooutput

less    = '#12436D'
more    = '#F46A25'
whole   = '#B9C4CC'
in_vain = '#768692'
left    = 36 + 6.7 * label_max
top     = 96.
bottom  = 40.
tall    = 26. * rows
height  = height_of(0)
broken  = 0.02 * (axis_high - axis_low)   # where a slash cuts the bars that do not begin at zero

# Kinds of bars: 1 less, 2 more, 3 no saving, 4 a whole. Of each panel the kinds that it has, for loops.
array fill_of[4]    = [less, more, in_vain, whole]
array pattern_of[4] = [3, 3, 4, 3]
kind(dummy) = column('kind') == 0 ? 4 : column('kind') == 2 ? 3 : column('to') > column('from') ? 2 : 1
array kinds[6]
do for [i = 1:6] { kinds[i] = '' }
has(list, k) = strstrt(list, sprintf('%d', k)) > 0
stats table using (i = int(column('series')), has(kinds[i], kind(0)) ? 1 : (kinds[i] = kinds[i].sprintf(' %d', kind(0)), 1)) \
    nooutput

begin(dummy)      = column('kind') == 0 ? axis_low : column('from')
first_end(dummy)  = begin(0) < column('to') ? begin(0) : column('to')
second_end(dummy) = begin(0) < column('to') ? column('to') : begin(0)
right_of(dummy)   = column('high') > second_end(0) ? column('high') : second_end(0)
edge(side)        = column('row') + side * 0.34
row_of(i)         = column('series') == i ? column('row') : NaN
row_of_kind(i, k) = kind(0) == k ? row_of(i) : NaN

swatch(n, colour, at) = sprintf("set object %d rectangle from screen %f, %f to screen %f, %f fc rgb '%s' fs %s border lc rgb '%s' lw 0.6", \
    10 + n, at / width, 1 - 79.5 / height, (at + 14) / width, 1 - 68.5 / height, colour, \
    n == 3 ? 'pattern 4' : 'solid', n == 3 ? colour : border)
word_at(n, text, at) = sprintf("set label %d '%s' at screen %f, %f left font ',10' tc rgb ink", \
    10 + n, text, (at + 20) / width, 1 - 74.5 / height)

do for [kind in 'svg png'] {
    eval picture(kind, height)
    eval headings
    eval swatch(1, less, 24.)
    eval word_at(1, 'Less care is funded', 24.)
    eval swatch(2, more, 190.)
    eval word_at(2, 'More care is funded', 190.)
    eval swatch(3, in_vain, 362.)
    eval word_at(3, 'More or fewer people go without: no saving', 362.)
    set label 5 'Hours a week'.(axis_low > 0 ? ' (axis does not begin at zero)' : '') \
        at screen (left + width - 22) / 2. / width, 36./height center font ',10' tc rgb muted
    set multiplot
    do for [i = 1:panels] {
        eval panel_place
        set xrange [axis_low:axis_high]
        set yrange [rows + 0.5:0.5]
        set border 1
        unset ytics
        set xtics axis_step * ceil(axis_low / axis_step), axis_step format ''
        do for [k = int(ceil(axis_low / axis_step)):int(floor(axis_high / axis_step))] {
            set xtics add (number(k * axis_step, axis_step) k * axis_step) }
        set grid xtics lc rgb rule lt 1 lw 0.6 dt solid
        set errorbars 0
        plot for [k in kinds[i]] \
                 table using (begin(0)):(row_of_kind(i, k + 0)):(first_end(0)):(second_end(0)):(edge(-1)):(edge(1)) \
                 with boxxyerror lc rgb fill_of[k + 0] dt solid lw 0.8 fs pattern pattern_of[k + 0] border lc rgb fill_of[k + 0], \
             table using (axis_low + broken):(axis_low > 0 ? row_of_kind(i, 4) + 0.4 : NaN):(broken):(-0.8) \
                 with vectors nohead lc rgb 'white' lw 2.5 dt solid, \
             table using 'to':(column('row') < rows ? row_of(i) + 0.34 : NaN):(0):(0.32) \
                 with vectors nohead lc rgb border lw 0.8 dt solid, \
             table using 'low':(row_of(i)):(column('high') - column('low')):(0) \
                 with vectors nohead lc rgb 'white' lw 3.5 dt solid, \
             table using 'low':(row_of(i)):(column('high') - column('low')):(0) \
                 with vectors nohead lc rgb ink lw 1.4 dt solid, \
             table using (right_of(0)):(row_of(i)):(plain(strcol('number'))) \
                 with labels left offset 0.6, 0 font ',10' tc rgb ink, \
             table using (axis_low):(row_of(i)):(is_first(i) ? plain(strcol('label')) : '') \
                 with labels right offset -1, 0 font ',11' tc rgb ink
        eval panel_next
    }
    unset multiplot
    unset output
}
