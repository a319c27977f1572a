# How long is a person's way from first contact to help, and what is it made of?
# Reads journey.csv: one stage in one scenario a line. Draws journey.svg and journey.png: gnuplot -d journey.gp

figure = 'journey'
title  = 'From first contact to help: two clocks'
load 'style.gp'
array fill_of[5]    = ['#12436D', '#2F6FAF', '#7FB2E0', '#801650', '#D5EDEA']
array pattern_of[5] = [3, 3, 3, 3, 3]
array ink_of[5]     = ['#FFFFFF', '#FFFFFF', '#212B32', '#FFFFFF', '#212B32']
load 'parts.gp'
load 'bars.gp'

# The mean wait of one referral is a second clock: a diamond under the bar.
whole_end(dummy) = column('length_high') > column('length') ? column('length_high') : column('length')
mark_word(dummy) = 'Mean wait of one referral: '.digits(column('mark'))

do for [kind in 'svg png'] {
    eval picture(kind, height)
    eval headings
    eval part_key
    eval bar_axes
    set xlabel 'Days' tc rgb muted offset 0, 0.3
    plot for [k in shown] table using 'low':(of(k + 0)):'low':'high':(column('series') - 0.36):(column('series') + 0.16) \
             with boxxyerror lc rgb fill_of[k + 0] dt solid lw 0.8 fs pattern pattern_of[k + 0] border lc rgb 'white', \
         for [k in shown] table using (middle(0)):(of(k + 0) - 0.1):(number_in(k + 0)) \
             with labels center font ',10' tc rgb ink_of[k + 0], \
         table using 'length_low':(once(0) - 0.1):(column('length_high') - column('length_low')):(0) \
             with vectors nohead lc rgb ink lw 1.6 dt solid, \
         table using (whole_end(0)):(once(0) - 0.1):(digits(column('length'))) \
             with labels left offset 0.8, 0 font ',11' tc rgb ink, \
         table using 'mark':(once(0) + 0.32) with points pt 13 ps 0.9 lc rgb ink, \
         table using 'mark':(once(0) + 0.32):(column('mark') < 0.6 * axis_end ? mark_word(0) : '') \
             with labels left offset 1.3, 0 font ',10' tc rgb ink, \
         table using 'mark':(once(0) + 0.32):(column('mark') < 0.6 * axis_end ? '' : mark_word(0)) \
             with labels right offset -1.3, 0 font ',10' tc rgb ink
    unset output
}
