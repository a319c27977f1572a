#!/bin/sh
# tests/house/names.sh - proves that every name that leaves an object begins with the prefix of its layer.
objects=${OBJECTS:-build/release}
bad=0
prefix() { # a layer, then what its names may begin with
    found=$(find "$objects/sim/$1" -name '*.o' -exec nm -A -g --defined-only {} + 2>/dev/null |
        grep -vE " [A-Z] ($2)")
    [ -z "$found" ] && return
    echo "$found"
    bad=1
}
prefix base 'err_|mem_|param_|text_'
prefix stats 'stat_'
prefix theory 'theory_'
prefix engine 'des_'
prefix world 'world_'
prefix service 'svc_'
prefix model 'model_'
prefix experiment 'expt_'
prefix scenario 'scn_'
prefix output 'out_'
prefix command 'cmd_'
exit $bad
