#!/bin/sh
# tests/known-answers/selftest.sh - every known answer holds, with the seed and the replications of its file.
exec "${CAREMIX:-build/caremix}" selftest
