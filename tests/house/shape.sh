#!/bin/sh
# tests/house/shape.sh - longest functions and biggest files; a look, not a rule.
functions=$(find sim -name '*.c' | xargs -r ctags -f - --kinds-C=f --fields=+ne --sort=no |
    awk -F '\t' '{ for (i = 4; i <= NF; i++) { split($i, part, ":"); at[part[1]] = part[2] }
                   print at["end"] - at["line"] + 1, $1, $2 ":" at["line"] }' | sort -n)
echo "$functions" | awk '{ lines[NR] = $1 }
    END { if (NR > 0) print NR " functions: median " lines[int((NR + 1) / 2)] " lines, 95th percentile " \
                            lines[int(NR * 0.95 + 0.5)] ", longest " lines[NR] }'
echo "$functions" | tail -n 12
echo "biggest files:"
find sim include tests -name '*.[ch]' | xargs -r wc -l | grep -v ' total$' | sort -n | tail -n 8
