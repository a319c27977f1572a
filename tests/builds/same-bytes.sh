#!/bin/sh
# tests/builds/same-bytes.sh - the same study gives the same bytes whatever compiled the program, on any number of
# threads, one replication at a time in any order, and with the processor's fused multiply-add hidden from the mathematics
# library. Only the manifest may differ, and the drawings, which gnuplot makes.
set -u
study='scenarios/separate.cfg scenarios/skill-mix.cfg scenarios/vacancies.cfg'
hidden=glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

complain() { # into a file, for what runs in the background has variables of its own
    echo "$1" | tee -a "$folder/complaints"
}

compare() { # a name for the results, the build, options of the study
    results=$folder/$1 program=build/$2/caremix
    shift 2
    "$program" compare $study -o "$results" "$@" >"$results.txt" 2>&1 ||
        complain "$program did not end as it should: $(tail -n 3 "$results.txt")"
    rm -f "$results"/manifest.json "$results"/figures/*.svg "$results"/figures/*.png
}

is_same() { # a name
    diff -rq "$folder/reference" "$folder/$1" || complain "$1: not the bytes of the reference"
}

# Two at a time; the slowest first.
both() { # two commands
    $1 &
    $2
    wait
}

compare reference release -r 2 -j 1
[ -s "$folder/reference/replications.csv" ] || complain "no results to hold others against"

both 'compare sanitized san -r 2 -j 1' 'compare gcc-O0 gcc-O0 -r 2 -j 1'
both 'compare gcc-O3 gcc-O3 -r 2 -j 1' 'compare clang-O2 clang -r 2 -j 1'
compare three-threads release -r 2 -j 3
compare seven-threads release -r 2 -j 7
export GLIBC_TUNABLES=$hidden
compare without-fma release -r 2 -j 2
unset GLIBC_TUNABLES
for name in sanitized gcc-O0 gcc-O3 clang-O2 three-threads seven-threads without-fma; do
    is_same "$name"
done

# The last replication first: each is as in the batch, fingerprint and all.
both 'compare second release -r 1 --first 2 -j 1' 'compare first release -r 1 -j 1'
lines() { # results
    tail -q -n +2 "$@" | sort
}
lines "$folder/reference/replications.csv" >"$folder/batch"
lines "$folder/second/replications.csv" "$folder/first/replications.csv" >"$folder/alone"
cmp "$folder/batch" "$folder/alone" || complain "replications one at a time are not those of the batch"

# That it is hidden at all shows in the last bits of what the mathematics library gives.
cat >"$folder/bits.c" <<'END'
#include <math.h>
#include <stdio.h>
int main(void) {
    double sum = 0;
    for (int i = 1; i < 200000; i++) {
        const double x = i * 1e-3;
        sum += fmod(exp(x / 7) * 1e9, 1) + fmod(log(x) * 1e15, 1) + fmod(pow(x, 1.7) * 1e9, 1);
    }
    printf("%.17g\n", sum);
}
END
if grep -qw fma /proc/cpuinfo; then
    gcc -O1 "$folder/bits.c" -lm -o "$folder/bits"
    [ "$("$folder/bits")" != "$(GLIBC_TUNABLES=$hidden "$folder/bits")" ] ||
        complain "$hidden does not hide the fused multiply-add, so nothing was shown"
fi
[ ! -e "$folder/complaints" ]
