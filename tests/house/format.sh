#!/bin/sh
# tests/house/format.sh - every source and header is laid out as .clang-format says.
set -eu
find sim include tests -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run -Werror
