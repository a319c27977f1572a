#!/bin/sh
# tests/bench/bench.sh - speed as a table of ratios: two programs in turn, medians of ROUNDS (5), and build/bench/bench.csv.
# `bench.sh COMMIT` also builds that commit, in build/base, and holds the reference scenarios against it. The ratio is first
# over second. Times are of the processor, rates "on the clock" are not: for these let the machine do nothing else.
set -eu
caremix=build/release/caremix programs=build/release/tests/bench folder=build/bench
rounds=${ROUNDS:-5} python=${PYTHON:-/usr/bin/python3}
reference='separate integrated skill-mix'
mkdir -p "$folder"

pair() { # as the program: measure, name, reach, first, units, command, second, units, command
    "$programs/pair" "$rounds" "$@"
}
persons() { # of so many replications of a scenario
    "$programs/bare" "$1" "$2" | cut -d ' ' -f 1
}
version() { # of a package
    pkg-config --modversion "$1" 2>/dev/null || echo unknown
}

# ---- the machine, for every line of the CSV ----
processor=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
compiler=$(${CC:-gcc} --version | head -n 1)
simpy=$("$python" -c 'import simpy; print(simpy.__version__)')
export BENCH_CSV=$folder/bench.csv
commit=$(git describe --always --dirty 2>/dev/null || echo unknown)
BENCH_MACHINE="$commit,$(date -u +%FT%TZ),\"${processor:-$(uname -m)}\",$(nproc)"
BENCH_MACHINE="$BENCH_MACHINE,\"$compiler\",\"$(getconf GNU_LIBC_VERSION)\",$(version gsl),$("$python" -V | cut -d ' ' -f 2),$simpy"
export BENCH_MACHINE
columns='name,unit,first,first_median,second,second_median,ratio,lowest,highest,reach,verdict,rounds'
echo "$columns,commit,date,processor,processors,compiler,c_library,gsl,python,simpy" >"$BENCH_CSV"
echo "$BENCH_MACHINE"
echo "load of the machine: $(cut -d ' ' -f 1-3 /proc/loadavg)"
echo

# ---- CLINIC: five replications of about 200,000 people, SimPy one ----
clinic=tests/bench/clinic.cfg
people=$(persons "$clinic" 5)
: >"$folder/clinic.simpy"
pair ns 'CLINIC, a person' 'at most 2.0' caremix "$people" "$caremix run $clinic -r 5 -j 1" \
    'written by hand' 999400 "$programs/clinic 5 1"
pair ns 'CLINIC, a person' '' caremix "$people" "$caremix run $clinic -r 5 -j 1" \
    'by hand, keyed numbers' 999400 "$programs/clinic-keyed 5 1"
pair ns 'CLINIC, a person' 'at least 60' 'SimPy 3' 199880 "$python tests/bench/clinic.py 1 \$ROUND >>$folder/clinic.simpy" \
    caremix "$people" "$caremix run $clinic -r 5 -j 1"

# ---- M/M/1: five replications of about 61,000 people and a warm-up ----
mm1=tests/known-answers/mm1.cfg
people=$(persons "$mm1" 5)
pair ns 'M/M/1, a person' '' caremix "$people" "$caremix run $mm1 -r 5 -j 1" \
    "Lindley's recursion" 20000000 "$programs/lindley 0.7 20000000 1"

# ---- the event queue ----
for pending in 1000 100000 1000000; do
    case $pending in 1000) reach='at most 0.77' ;; 100000) reach='at most 0.625' ;; *) reach= ;; esac
    pair said "Event queue, a hold, $pending ahead" "$reach" 'timing wheels' 1 "$programs/hold queue $pending 3000000" \
        'binary heap' 1 "$programs/hold heap $pending 3000000"
done
pair said 'Event queue, 100000 ahead' '' 'a hold and a move' 1 "$programs/hold moved 100000 3000000" \
    'a hold' 1 "$programs/hold queue 100000 3000000"

# ---- Perth and Kinross ----
for name in $reference; do
    people=$(persons "scenarios/$name.cfg" 4)
    pair rate "Persons, $name" '' caremix "$people" "$caremix run scenarios/$name.cfg -r 4 -j 1"
done
files=$(for name in $reference; do printf 'scenarios/%s.cfg ' "$name"; done)
pair clock-rate 'Replications of compare, 3 scenarios' 'at least 1.85' '2 threads' 12 "$caremix compare $files -r 12 -j 2" \
    '1 thread' 12 "$caremix compare $files -r 12 -j 1"
pair clock-rate 'CLINIC, replications' 'at least 1.85' '2 threads' 10 "$caremix run $clinic -r 10 -j 2" \
    '1 thread' 10 "$caremix run $clinic -r 10 -j 1"

# ---- statistics: the same events, proved by their fingerprint, with and without accounts and histograms ----
for file in $clinic scenarios/separate.cfg; do
    name=$(basename "$file" .cfg)
    people=$(persons "$file" 3)
    if [ "$("$programs/bare" "$file" 3)" != "$("$programs/bare-silent" "$file" 3)" ]; then
        echo "$file: other events without statistics" >&2
        exit 1
    fi
    pair ns "Statistics, $name, a person" 'at least 0.90' 'off' "$people" "$programs/bare-silent $file 3" \
        'on' "$people" "$programs/bare $file 3" # 0.90: they are a tenth of the run
    pair ns "Gathering, $name, a person" '' 'caremix run' "$people" "$caremix run $file -r 3 -j 1" \
        'model alone' "$people" "$programs/bare $file 3"
done

# ---- ten times as long: memory ----
cat >"$folder/clinic-long.cfg" <<END
# clinic-long.cfg - as clinic.cfg, for ten times as long.
extends = "$PWD/$clinic";
run     = { end_date = "2029-01-01"; };
world   = { streams = ( { name = "door"; shocks = ( { from = "2028-05-27"; to = "2029-01-01"; multiplier = 0; } ); } ); };
END
pair memory 'CLINIC, memory' '' 'ten times as long' 1 "$caremix run $folder/clinic-long.cfg -r 1 -j 1" \
    'as it is' 1 "$caremix run $clinic -r 1 -j 1"
pair memory 'Separate, memory' '' '40 replications' 1 "$caremix run scenarios/separate.cfg -r 40 -j 1" \
    '4 replications' 1 "$caremix run scenarios/separate.cfg -r 4 -j 1"

# ---- a replication to which nobody comes: what is set up and torn down, months that close, doors that open ----
rm -rf "$folder/written" "$folder/nobody" "$folder/ten-times"
"$caremix" run scenarios/separate.cfg -r 2 -o "$folder/written" >/dev/null
mkdir "$folder/nobody"
cp "$folder/written/resolved/"* "$folder/nobody"
awk -F , -v OFS=, 'NR > 1 { $4 = 0 } { print }' "$folder/written/resolved/population.csv" >"$folder/nobody/population.csv"
pair ms 'Separate, a replication' 'at most 0.01' 'of nobody' 400 "$programs/bare $folder/nobody/separate.cfg 400" \
    'as it is' 4 "$programs/bare scenarios/separate.cfg 4"

# ---- ten times as many people, and staff: time for each ----
mkdir "$folder/ten-times"
cp "$folder/written/resolved/"*.csv "$folder/ten-times"
awk -F , -v OFS=, 'NR > 1 { $4 *= 10 } { print }' "$folder/written/resolved/population.csv" >"$folder/ten-times/population.csv"
awk '{ if (match($0, / fte = [0-9.]+/)) {
           number = substr($0, RSTART + 7, RLENGTH - 7)
           $0 = substr($0, 1, RSTART + 6) number * 10 substr($0, RSTART + RLENGTH)
       } print }' "$folder/written/resolved/separate.cfg" >"$folder/ten-times/separate.cfg"
pair ns 'Separate, a person' 'at most 1.10' 'ten times as many' "$(persons "$folder/ten-times/separate.cfg" 1)" \
    "$caremix run $folder/ten-times/separate.cfg -r 1 -j 1" \
    'as it is' "$(persons scenarios/separate.cfg 4)" "$caremix run scenarios/separate.cfg -r 4 -j 1"

# ---- where the time goes ----
echo
for name in $reference; do
    tests/bench/shares.sh "$programs/profiled" "scenarios/$name.cfg" "$folder"
done
echo

# ---- an older commit ----
if [ -n "${1:-}" ]; then
    older=$(git rev-parse --short=12 "$1^{commit}")
    base=build/base/$older
    if [ ! -x "$base/build/caremix" ]; then
        rm -rf "$base"
        mkdir -p "$base"
        git archive "$older" | tar -x -C "$base"
        env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make -C "$base" CC="${CC:-gcc}" build/caremix >"$base.log" 2>&1 || {
            echo "$older does not build: see $base.log" >&2
            exit 1
        }
    fi
    for file in $clinic $files; do
        old=$file # what the older program cannot read it has in a form of its own
        "$base/build/caremix" check "$file" >/dev/null 2>&1 || old=$base/$file
        if ! [ -e "$old" ]; then
            echo "$older cannot read $file and has none of its own"
            continue
        fi
        [ "$old" = "$file" ] || echo "$older reads its own $file"
        reach='at least 3'
        [ "$file" != "$clinic" ] || reach=
        pair ms "$(basename "$file" .cfg), a replication" "$reach" "$older" 4 "$base/build/caremix run $old -r 4 -j 1" \
            now 4 "$caremix run $file -r 4 -j 1"
    done
fi

# ---- do they simulate the same? Hours to the first visit, and the share that left ----
echo
rm -rf "$folder/clinic"
"$caremix" run "$clinic" -r 20 -o "$folder/clinic" >/dev/null
awk -F , '$4 == "all" && $5 == "all" && $3 == "seen_per_year" { seen[$2] = $7 }
          $4 == "all" && $5 == "all" && $3 == "resolved_per_year" { left[$2] = $7 }
          $4 == "priority" && $3 == "wait_mean" { wait[$2, $5] = 24 * $7 }
          END { for (r in seen) print wait[r, "urgent"], wait[r, "soon"], wait[r, "routine"], left[r] / (seen[r] + left[r]) }' \
    "$folder/clinic/replications.csv" >"$folder/clinic.caremix"
"$programs/clinic" 20 1 >"$folder/clinic.hand"
awk -v names='caremix,written by hand,SimPy 3' -v measures='urgent: wait [h],soon: wait [h],routine: wait [h],share that left' \
    -f tests/bench/agree.awk "$folder/clinic.caremix" "$folder/clinic.hand" "$folder/clinic.simpy"
rm -rf "$folder/mm1"
"$caremix" run "$mm1" -r 20 -o "$folder/mm1" >/dev/null
awk -F , '$4 == "all" && $5 == "all" && $3 == "wait_mean" { print 240 * $7 }' "$folder/mm1/replications.csv" >"$folder/mm1.caremix"
"$programs/lindley" 0.7 61362 20 >"$folder/mm1.lindley"
awk -v names="caremix,Lindley" -v measures='M/M/1: wait in works' -f tests/bench/agree.awk \
    "$folder/mm1.caremix" "$folder/mm1.lindley"
echo
echo "written: $BENCH_CSV"
