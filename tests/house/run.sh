#!/bin/sh
# tests/house/run.sh - runs checks and test programs, as many at a time as there are processors, shows what failing ones
# said, and counts. None may disturb another: each has its files in a folder of its own.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
one='said=$0/$(echo "$1" | tr / _)
if "$1" >"$said" 2>&1; then
    mv "$said" "$said.passed"
    echo "passed  $1"
else
    mv "$said" "$said.failed"
    echo "FAILED  $1"
fi'
[ $# -eq 0 ] || printf '%s\n' "$@" | xargs -P "$(nproc)" -n 1 sh -c "$one" "$folder"
for program; do
    said=$folder/$(echo "$program" | tr / _)
    if [ -e "$said.passed" ]; then
        grep -e '^not tested' -e '\[  SKIPPED \]' "$said.passed" # what could not be tried is not passed over in silence
        continue
    fi
    echo "what $program said:"
    cat "$said"*
done
passed=$(find "$folder" -name '*.passed' | wc -l)
echo "$passed passed, $(($# - passed)) failed"
[ "$passed" -eq $# ]
