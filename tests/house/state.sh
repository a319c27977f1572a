#!/bin/sh
# tests/house/state.sh - proves that no object keeps data that can change: the same program could run twice in itself.
objects=${OBJECTS:-build/release}
for object in $(find "$objects/sim" -name '*.o' 2>/dev/null); do
    size -A "$object" |
        awk -v object="$object" '/^\.(data|bss|tdata|tbss)[ .]/ && !/^\.data\.rel\.ro/ && $2 > 0 { print object, $1, $2 }'
done | grep . && exit 1
exit 0
