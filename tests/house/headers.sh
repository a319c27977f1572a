#!/bin/sh
# tests/house/headers.sh - proves that every header compiles alone, and twice.
bad=0
flags="-std=c17 -D_GNU_SOURCE -Iinclude -Wall -Wextra -Wpedantic -Werror $(pkg-config --cflags gsl libconfig)"
for header in $(find include sim -name '*.h' 2>/dev/null); do
    printf '#include "%s"\n#include "%s"\n' "$header" "$header" |
        gcc $flags -I. -fsyntax-only -x c - || bad=1
done
exit $bad
