#!/bin/sh
# tests/house/pure.sh - proves that the layers up to the experiments touch no file, no clock and no terminal, and that
# the engine knows nothing of health.
bad=0
fail() {
    echo "$1"
    bad=1
}

impure='#include <(stdio|libconfig|jansson|csv|time|unistd|fcntl|locale|dirent|sys/[a-z]+|nettle/[a-z]+)\.h>'
for layer in base engine stats theory world service model experiment; do
    for file in $(find "sim/$layer" "include/$layer" -name '*.[ch]' 2>/dev/null); do
        case $file in
        sim/base/err.c | sim/base/mem.c) continue ;; # make texts by format, and have the last word of a dying program
        sim/experiment/*.c | sim/model/measure.c) impure_here=$(echo "$impure" | sed 's/stdio|//') ;; # name things by snprintf
        *) impure_here=$impure ;;
        esac
        found=$(grep -HnE "$impure_here" "$file") && fail "$found"
        found=$(grep -HnE '\b(printf|fprintf|fopen|fputs|puts|perror|getenv|exit)\(' "$file") && fail "$found"
    done
done

words='patients?|persons?|care|health|need|hospitals?|clinics?|clinical|teams?|referrals?|disease|discharge|nurses?'
words="$words|therap[a-z]*|doctors?|wards?|assessments?|caseload|localit(y|ies)|dementia|frailty"
found=$(find sim/engine include/engine -name '*.[ch]' -exec grep -HniE "\b($words)\b" {} + 2>/dev/null |
    grep -v 'what the draw needs') && fail "$found"
exit $bad
