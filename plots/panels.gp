# What figures with one small panel for each scenario have in common: the grid of panels and their titles.
# Wants style.gp loaded first; the table has title, title_more and remark of each panel.

panels  = series
columns = panels == 4 ? 2 : panels < 3 ? panels : 3
lines   = (panels + columns - 1) / columns

array titles_more[6]
array remarks[6]
do for [i = 1:6] { titles_more[i] = ''; remarks[i] = '' }
stats table using (titles_more[int(column('series'))] = plain(strcol('title_more')), \
                   strlen(strcol('remark')) > 0 ? (remarks[int(column('series'))] = plain(strcol('remark')), 1) : 1) nooutput
two_lines = 0
do for [i = 1:6] { if (strlen(titles_more[i]) > 0) { two_lines = 1 } }

# Pixels: words over each panel, room below it for its axis, and between two panels.
panel_head = 44 + 17 * two_lines
panel_foot = 48
panel_gap  = 34.

# The script sets top and bottom (pixels over and under all panels), left (of the first panel) and tall (of a panel).
panel_wide(dummy) = (width - left - 22 - panel_gap * (columns - 1)) / columns
height_of(dummy)  = top + bottom + lines * (panel_head + tall + panel_foot)
panel_left(i)     = left + ((i - 1) % columns) * (panel_wide(0) + panel_gap)
panel_top(i)      = top + ((i - 1) / columns) * (panel_head + tall + panel_foot) + panel_head
is_first(i)       = (i - 1) % columns == 0

# Place and title of panel i; wants height. For `eval`.
panel_place = "set lmargin at screen panel_left(i) / width; \
    set rmargin at screen (panel_left(i) + panel_wide(0)) / width; \
    set tmargin at screen 1 - panel_top(i) / height; \
    set bmargin at screen 1 - (panel_top(i) + tall) / height; \
    set label 30 titles[i] at screen panel_left(i) / width, \
        1 - (panel_top(i) - panel_head + 12) / height font ',11' tc rgb ink noenhanced; \
    set label 31 titles_more[i] at screen panel_left(i) / width, \
        1 - (panel_top(i) - panel_head + 29) / height font ',11' tc rgb ink noenhanced; \
    set label 32 remarks[i] at screen panel_left(i) / width, \
        1 - (panel_top(i) - 12) / height font ',9' tc rgb muted noenhanced"

# What belongs to the whole figure is drawn with the first panel only. For `eval`.
panel_next = "unset label; unset object; unset arrow"
