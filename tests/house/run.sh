#!/bin/sh
# tests/house/run.sh - runs checks and test programs one after another, shows what failing ones said, and counts.
passed=0 failed=0
said=$(mktemp)
trap 'rm -f "$said"' EXIT
for program; do
    if "$program" >"$said" 2>&1; then
        passed=$((passed + 1))
        echo "passed  $program"
        grep -e '^not tested' -e '\[  SKIPPED \]' "$said" # what could not be tried here is not passed over in silence
    else
        failed=$((failed + 1))
        echo "FAILED  $program"
        cat "$said"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
