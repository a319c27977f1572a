#!/bin/sh
# tests/house/planted.sh - plants a breach of each rule of the house in a copy of the tree: a check that says nothing of
# it is no check.
house=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
bad=0

plant() { # the check, the file to plant, its text
    copy=$folder/tree
    rm -rf "$copy"
    mkdir -p "$copy/$(dirname "$2")" "$copy/build/release/$(dirname "$2")"
    cp -R sim include .clang-format "$copy"
    mkdir -p "$copy/tests"
    printf '%b' "$3" >"$copy/$2"
    case $2 in
    *.c) gcc -c -Iinclude "$copy/$2" -o "$copy/build/release/${2%.c}.o" 2>/dev/null ;;
    esac
    if (cd "$copy" && sh "$house/$1.sh") >"$folder/said" 2>&1 || ! grep -q "$(basename "${2%.*}")" "$folder/said"; then
        echo "$1 does not notice $2: $3"
        bad=1
    fi
}

plant arrows sim/base/planted.c '#include "engine/queue.h"\n'
plant arrows sim/stats/planted.c '#include "engine/queue.h"\n'
plant arrows sim/theory/planted.c '#include "engine/queue.h"\n'
plant arrows include/engine/planted.h '#include "world/world.h"\n'
plant arrows sim/world/planted.c '#include "service/service.h"\n'
plant arrows sim/service/planted.c '#include "model/model.h"\n'
plant arrows sim/model/planted.c '#include "experiment/study.h"\n'
plant arrows sim/experiment/planted.c '#include "output/tables.h"\n'
plant arrows sim/scenario/planted.c '#include "output/tables.h"\n'
plant arrows sim/output/planted.c '#include "scenario/scenario.h"\n'
plant arrows sim/output/planted.c '#include "../scenario/parse.h"\n'
plant pure sim/model/planted.c '#include <stdio.h>\n'
plant pure sim/theory/planted.c '#include <stdio.h>\n'
plant pure sim/world/planted.c '#include <libconfig.h>\n'
plant pure sim/engine/planted.c '#include <time.h>\n'
plant pure sim/experiment/planted.c '#include <unistd.h>\n'
plant pure sim/experiment/planted.c '#include <stdio.h>\nvoid f(void) { printf("done"); }\n'
plant pure include/engine/planted.h '/* engine/planted.h - the waiting list of a team. */\n'
plant headers include/engine/planted.h 'des_time planted_time(void);\n'
plant headers include/engine/planted.h 'struct planted { int twice; };\n'
plant names sim/engine/planted.c 'int queue_planted(void) { return 1; }\n'
plant names sim/theory/planted.c 'int erlang_planted(void) { return 1; }\n'
plant names sim/base/planted.c 'const int des_planted = 1;\n'
plant state sim/engine/planted.c 'int des_planted(void) { static int calls; return ++calls; }\n'
plant state sim/model/planted.c 'int model_planted = 7;\n'
plant state sim/model/planted.c 'static _Thread_local int calls; int model_planted(void) { return ++calls; }\n'
plant captions sim/base/planted.c '/* what a caption should say */\n'
plant captions include/base/planted.h '/* base/other.h - the wrong name. */\n'
plant captions tests/known-answers/planted.cfg 'seed = 1;\n'
plant captions scenarios/planted.cfg 'seed = 1;\n'
plant format sim/base/planted.c 'int  mem_planted( void );\n'
plant captions tests/house/planted.sh '#!/bin/sh\necho no caption\n'
exit $bad
