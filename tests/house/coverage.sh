#!/bin/sh
# tests/house/coverage.sh - lines and branches of each layer that the unit tests went through; fails under 90 % of lines.
# The program's door, sim/main.c, is left out, as are branches that only end a broken program. Of calls that end the program
# gcov may count fewer than none, in lines that gcovr 5.2 cannot read and that count for nothing here.
objects=${OBJECTS:-build/cov}
gcovr --root . --gcov-ignore-parse-errors --filter sim/ --exclude sim/main.c --exclude-branches-by-pattern '.*err_require.*' "$objects" --csv |
    awk -F, '
        function row(name, l, lc, b, bc) {
            return sprintf("%-12s %6d lines %5.1f %%   %6d branches %5.1f %%", name, l, 100 * lc / l, b, b ? 100 * bc / b : 100)
        }
        NR > 1 {
            split($1, path, "/"); layer = path[2]
            lines[layer] += $2; covered[layer] += $3; branches[layer] += $5; taken[layer] += $6
            all += $2; all_covered += $3; all_branches += $5; all_taken += $6
        }
        END {
            if (!all) { print "no test has been counted"; exit 1 }
            for (layer in lines) print row(layer, lines[layer], covered[layer], branches[layer], taken[layer]) | "sort"
            close("sort")
            print row("all", all, all_covered, all_branches, all_taken)
            exit all_covered < 0.9 * all
        }'
