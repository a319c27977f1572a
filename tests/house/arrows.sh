#!/bin/sh
# tests/house/arrows.sh - proves that every include runs downwards. A layer's private headers are named without a folder.
bad=0
may() { # a layer, then the layers whose headers it may include
    layer=$1
    shift
    allowed=$(echo "$*" | tr ' ' '|')
    found=$(find "sim/$layer" "include/$layer" -name '*.[ch]' -exec grep -HnE '#include ".*/' {} + 2>/dev/null |
        grep -vE "#include \"($allowed)/[a-z_]+\.h\"")
    [ -z "$found" ] && return
    echo "$found"
    bad=1
}
may base base
may stats base stats
may theory base theory
may engine base engine
may world base engine world
may service base engine world service
may model base engine world service model
may experiment base stats engine world service model experiment
may scenario base engine world service scenario
may output base stats experiment output
exit $bad
