#!/bin/sh
# tests/house/captions.sh - proves that every file says in its first line what it is.
bad=0
fail() {
    echo "$1:1: $2"
    bad=1
}
for file in $(find sim include tests -name '*.[ch]' 2>/dev/null); do
    short=${file#*/}
    head -n 1 "$file" | grep -qE "^/\* (tests/)?$short - [^ ].*" || fail "$file" "should begin: /* $short - what it is."
done
for file in $(find tests -name '*.sh' 2>/dev/null); do
    sed -n 2p "$file" | grep -q "^# $file - " || fail "$file" "the second line should begin: # $file - what it is"
done
for file in $(find scenarios plots tests/known-answers -name '*.cfg' -o -name '*.gp' 2>/dev/null); do
    head -n 1 "$file" | grep -qE '^(#|//|/\*)' || fail "$file" "should begin with a comment that says what it is"
done
exit $bad
