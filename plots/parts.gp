# What figures with parts laid on each other have in common: names of the parts, and their key under the subtitle.
# Wants style.gp loaded first, and fill_of[1..]: colours of the parts. A part is in the table only if there is any of it.

array names[12]
do for [k = 1:12] { names[k] = '' }
stats table using (names[int(column('part'))] = plain(strcol('name')), column('part')) name 'part' nooutput
parts = int(part_max)
shown = ''   # their numbers, for loops
do for [k = 1:parts] { if (strlen(names[k]) > 0) { shown = shown.sprintf(' %d', k) } }

# Swatches stand in as many rows as the names need.
array key_x[12]
array key_row[12]
at_x = 24.
at_row = 0
do for [k = 1:parts] { if (strlen(names[k]) > 0) {
    wide = 33 + 7.1 * strlen(names[k])
    if (at_x > 24 && at_x + wide > width - 16) { at_x = 24.; at_row = at_row + 1 }
    key_x[k] = at_x
    key_row[k] = at_row
    at_x = at_x + wide } }
key_tall = 20. * (at_row + 1)   # pixels that the key takes

# Pixels from the top of the figure to the middle of a row of the key.
key_at(k) = 74 + 20. * key_row[k]

# The key; wants headings before, and pattern_of[1..]: 3 is plain. For `eval`.
part_key = "do for [k = 1:parts] { if (strlen(names[k]) > 0) { \
    set object 10 + k rectangle from screen key_x[k] / width, 1 - (key_at(k) + 5.5) / height \
        to screen (key_x[k] + 14) / width, 1 - (key_at(k) - 5.5) / height fc rgb fill_of[k] lw 0.6; \
    set object 10 + k fs pattern pattern_of[k] border lc rgb border; \
    set label 10 + k names[k] at screen (key_x[k] + 20) / width, 1 - (key_at(k) + 0.5) / height left \
        font ',10' tc rgb ink noenhanced } }"
