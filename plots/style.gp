# Common look of the figures of caremix: fonts, colours, lines, and the texts around a plot.
# A script names its table in the variable `figure` and loads this file, which reads what the table says of the whole
# figure: titles[1..series] of the scenarios, subtitle, note and caption. Texts are only ever read as data, never pasted
# into a command.

reset
set encoding utf8
set minussign
set datafile separator comma
set datafile missing NaN
set datafile commentschars ''
set datafile columnheaders

ink    = '#212B32'
muted  = '#4C6272'
border = '#768692'
rule   = '#D8DDE0'

# Palette of the UK Government Analysis Function, in its order; dashes and marks differ too, so that grey paper is enough.
set linetype 1 lc rgb '#12436D' dt solid        lw 2.2 pt 7  ps 0.75
set linetype 2 lc rgb '#28A197' dt (10,4)       lw 2.2 pt 5  ps 0.70
set linetype 3 lc rgb '#801650' dt (3,3)        lw 2.2 pt 9  ps 0.85
set linetype 4 lc rgb '#F46A25' dt (10,3,2,3)   lw 2.2 pt 13 ps 0.90
set linetype 5 lc rgb '#3D3D3D' dt (16,5)       lw 2.2 pt 11 ps 0.85
set linetype 6 lc rgb '#A285D1' dt (6,3,2,3,2,3) lw 2.2 pt 15 ps 0.80

# A text that begins like a formula carries an apostrophe for the sake of spreadsheets: without it here.
plain(text) = text[1:1] eq "'" && strlen(text) > 1 && strstrt("=+-@", text[2:2]) > 0 ? text[2:*] : text

# 12345 as 12,345, rounded before it is taken apart; whole numbers only where the step is whole.
groups(n) = n < 1000 ? sprintf('%d', n) : groups(n / 1000).sprintf(',%03d', n % 1000)
digits(x) = x != x ? '' : (x <= -0.5 ? '-' : '').groups(int(floor(abs(x) + 0.5)))
number(x, step) = step < 1 ? sprintf("%g", x) : digits(x)

table = figure.'.csv'
array titles[6]
do for [i = 1:6] { titles[i] = '' }
stats table using (titles[int(column('series'))] = plain(strcol('title')), column('series')) name 'series' nooutput
series = int(series_max)
subtitle = ''; note = ''; caption = ''
stats table using (subtitle = plain(strcol('subtitle')), note = plain(strcol('note')), \
                   caption = strcol('caption'), 1) every ::0::0 nooutput

# What begins a picture: kind is svg or png, height in pixels of the SVG; the PNG is twice as large.
width = 800
dash = strstrt(figure, '-')
svg_name = dash > 0 ? figure[1:dash - 1].'_'.figure[dash + 1:*] : figure
svg_look = "font 'Open Sans,Arial,sans-serif,11' fontscale 1.3 linewidth 1"
png_look = "font 'Open Sans,11' fontscale 2 linewidth 2 pointscale 2"
look     = "butt noenhanced background rgb 'white'"
picture(kind, height) = kind eq 'svg' \
    ? sprintf("set term svg size %d,%d %s %s name '%s'; set output '%s.svg'", \
              width, height, svg_look, look, svg_name, figure) \
    : sprintf("set term pngcairo size %d,%d %s %s; set output '%s.png'", \
              2 * width, 2 * height, png_look, look, figure)

# The texts around the plot area, for `eval`; wants title and height.
headings = "unset label; \
    set label 1 title    at screen 16./width, 1 - 27./height font ',15' tc rgb ink noenhanced; \
    set label 2 subtitle at screen 16./width, 1 - 49./height font ',10' tc rgb muted noenhanced; \
    set label 3 note     at screen 16./width, 12./height font ',8' tc rgb muted noenhanced; \
    set label 4 caption  at screen 1 - 16./width, 12./height right font ',8' tc rgb muted noenhanced"

# Keys of dots stand in rows under the subtitle: as many columns as the longest title leaves room for.
longest_title = 0
do for [i = 1:6] { if (strlen(titles[i]) > longest_title) { longest_title = strlen(titles[i]) } }
key_width   = 36 + 7. * longest_title
key_columns = int(floor((width - 32) / key_width)) > 0 ? int(floor((width - 32) / key_width)) : 1

set border 3 lc rgb border lw 0.8
set tics out nomirror scale 0.5 textcolor rgb ink
unset key
