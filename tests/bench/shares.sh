#!/bin/sh
# tests/bench/shares.sh - shares of the processor's time by what it was spent on: `shares.sh PROGRAM SCENARIO FOLDER`. perf looks
# a few thousand times a second where the program is; the source line there says what for, also of what the compiler has
# put elsewhere. Who may not use perf is told so, and that is all.
set -eu
program=$1 scenario=$2 samples=$3/perf.data
name=$(basename "$scenario" .cfg)
if ! perf record -q -F 4000 -o "$samples" "$program" run "$scenario" -r 8 -j 1 >"$3/perf.log" 2>&1; then
    echo "$name: no shares of time, for perf may not be used here (see $3/perf.log)"
    exit 0
fi
perf script -i "$samples" -F ip,dso 2>/dev/null | awk '{ print $1, $2 }' >"$3/samples"
awk -v program="/$(basename "$program")" 'index($2, program) { print $1 }' "$3/samples" | sort -u >"$3/addresses"
addr2line -e "$program" <"$3/addresses" | sed 's/:[^:]*$//' | paste -d ' ' "$3/addresses" - >"$3/places"
awk -v name="$name" -v csv="${BENCH_CSV:-/dev/null}" -v machine="${BENCH_MACHINE:-}" '
    function purpose(object, place) {
        if (place ~ /engine\/queue\.c$/) return "event queue"
        if (place ~ /engine\/(stream|dist)\.c$/ || place ~ /Random123/ || object ~ /libgsl|libm[.-]/) return "draws"
        if (place ~ /engine\/(ledger|histogram)\.c$/ || place ~ /sim\/(stats|experiment|output|command)\//) return "statistics"
        if (place ~ /model\/(account|book|caseload|fingerprint|formula|incidence|journey|measures?|observe|split|tally|target|use|wait_band|watch)\./)
            return "statistics"
        if (place ~ /sim\/(model|service|world)\// || place ~ /engine\/(calendar|clock|pool)\./) return "service and people"
        return "other"
    }
    NR == FNR { place[$1] = $2; next }
    { count[purpose($2, place[$1])]++; all++ }
    END {
        printf "Shares of time, %s:", name
        n = split("event queue,draws,statistics,service and people,other", order, ",")
        for (i = 1; i <= n; i++) {
            share = 100 * count[order[i]] / all
            printf "%s %s %.0f %%", (i > 1 ? "," : ""), order[i], share
            printf "\"Share of time: %s\",%%,\"%s\",%.3g,,,,,,,,1,%s\n", order[i], name, share, machine >>csv
        }
        print ""
    }' "$3/places" "$3/samples"
