# What are the hours of staff used for, and how many of them are repeated work, travel, in vain, spare or absent?
# Reads uses.csv: one use in one scenario a line. Draws uses.svg and uses.png: gnuplot -d uses.gp

figure = 'uses'
title  = 'What the hours of staff are used for'
load 'style.gp'
array fill_of[9]    = ['#12436D', '#2F6FAF', '#7FB2E0', '#C9DFF3', '#F46A25', '#801650', '#801650', '#768692', '#3D3D3D']
array pattern_of[9] = [3, 3, 3, 3, 3, 3, 4, 5, 3]
array ink_of[9]     = ['#FFFFFF', '#FFFFFF', '#212B32', '#212B32', '#212B32', '#FFFFFF', '#212B32', '#212B32', '#FFFFFF']
load 'parts.gp'
load 'bars.gp'

do for [kind in 'svg png'] {
    eval picture(kind, height)
    eval headings
    eval part_key
    eval bar_axes
    set xlabel 'Hours a year' tc rgb muted offset 0, 0.3
    plot for [k in shown] table using 'low':(of(k + 0)):'low':'high':(column('series') - 0.33):(column('series') + 0.33) \
             with boxxyerror lc rgb fill_of[k + 0] dt solid lw 0.8 fs pattern pattern_of[k + 0] border lc rgb 'white', \
         for [k in shown] table using (middle(0)):(of(k + 0)):(number_in(k + 0)) \
             with labels center font ',10' tc rgb ink_of[k + 0], \
         table using 'length':(once(0)):(digits(column('length'))) with labels left offset 0.8, 0 font ',11' tc rgb ink
    unset output
}
