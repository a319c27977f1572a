# Makefile - builds, tests and runs caremix. `make help` lists what it can do. Packages that are missing are installed
# by name on Debian and its kin; elsewhere the compiler says what it misses.
MODE   ?= release
BUILD  := build/$(MODE)
PREFIX ?= /usr/local
# As many jobs as there are processors, unless the command line says how many.
ifeq ($(MAKELEVEL)$(findstring -j,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(shell nproc)
endif
CC     := gcc
Q      := $(if $(V),,@)# make V=1 shows the commands
FUZZ_SECONDS ?= 60
VERIFY_ARGS  ?= --seeds 100 -r 8 -o verified --replace
ROUNDS       ?= 5
COMPARE_ARGS ?= scenarios/separate.cfg scenarios/integrated.cfg scenarios/skill-mix.cfg -o results --replace

TO_BUILD   := gcc libc6-dev make pkg-config libgsl-dev libconfig-dev librandom123-dev libjansson-dev libcsv-dev nettle-dev \
              gnuplot-nox fonts-open-sans
TO_TEST    := libcmocka-dev universal-ctags clang-format clang libxml2-utils
TO_FUZZ    := clang libclang-rt-dev
TO_COVER   := gcovr
TO_INSTALL := help2man
TO_BENCH   := python3-simpy3 linux-perf binutils
PAGES      := compare run check selftest verify trace explain diff template

# Asked for once, and only after the packages are there.
PKGS       := gsl libconfig jansson nettle
PKG_CFLAGS  = $(eval PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS)))$(PKG_CFLAGS)
PKG_LIBS    = $(eval PKG_LIBS := $(shell pkg-config --libs $(PKGS)))$(PKG_LIBS)

# The program is optimised as a whole; test programs, which are many, are linked without that.
FLAGS.release := -O2 -flto=auto -ffat-lto-objects
FLAGS.san     := -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
FLAGS.tsan    := -O1 -fno-omit-frame-pointer -fsanitize=thread
FLAGS.gcc-O0  := -O0
FLAGS.gcc-O3  := -O3
FLAGS.clang   := -O2
COMPILER       = $(if $(filter clang,$(MODE)),$(filter ccache,$(CC)) clang,$(CC))
FLAGS.fuzz    := -O1 -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all \
                 -Wno-pedantic -Wno-string-conversion
FLAGS.cov     := -O0 --coverage -fprofile-update=atomic# threads count too
CPPFLAGS = -D_GNU_SOURCE -Iinclude -MMD -MP $(PKG_CFLAGS)
CFLAGS  := -std=c17 -g -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
           -Wwrite-strings -Wcast-qual -Wvla -fno-common -ffp-contract=off -Werror $(FLAGS.$(MODE))
LDLIBS   = $(PKG_LIBS) -lcsv -lpthread -lm

OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(wildcard sim/*/*.c))
SOURCES_OF_TESTS := $(wildcard tests/*/test_*.c)
HELPERS := $(patsubst %.c,$(BUILD)/%.o,$(filter-out $(SOURCES_OF_TESTS) tests/fuzz/% tests/bench/%,$(wildcard tests/*/*.c)))
TESTS   := $(SOURCES_OF_TESTS:%.c=$(BUILD)/%)
TARGETS := scenario table
BENCHED := $(patsubst %,$(BUILD)/tests/bench/%,bare bare-silent clinic clinic-keyed hold lindley pair profiled)
FUZZED  := $(TARGETS:%=$(BUILD)/tests/fuzz/%)
TSAN    := $(patsubst %.c,build/tsan/%,$(wildcard tests/experiment/test_*.c))
# Other compilers and optimisations, which must give the same results.
BUILDS  := san gcc-O0 gcc-O3 clang
SAME    := tests/builds/same-bytes.sh
HOUSE   := $(wildcard tests/house/*.sh)
HOUSE   := $(filter-out %/run.sh %/shape.sh %/coverage.sh,$(HOUSE))
KNOWN   := tests/known-answers/selftest.sh

# For the tests: the program they start, and an allocator that answers NULL as the C library does.
export CAREMIX := build/caremix
export ASAN_OPTIONS := allocator_may_return_null=1

all: build/caremix ## build build/caremix (what a bare `make` does)

compare: build/caremix ## compare the three example services; COMPARE_ARGS chooses others
	build/caremix compare $(COMPARE_ARGS)

test: deps-test build/caremix builds ## everything: house rules, known answers, unit tests, with sanitizers, the same bytes
	@$(MAKE) --no-print-directory programs
	@$(MAKE) --no-print-directory MODE=san programs
	@$(MAKE) --no-print-directory MODE=tsan $(or $(TSAN),nothing)
	@tests/house/run.sh $(SAME) $(KNOWN) $(TESTS:$(BUILD)/%=build/san/%) $(FUZZED:$(BUILD)/%=build/san/%) $(TSAN) $(HOUSE) $(TESTS)

unit: deps-test build/caremix ## unit tests only
	@$(MAKE) --no-print-directory programs
	@tests/house/run.sh $(TESTS)

san: deps-test build/caremix ## unit tests with checks of addresses and undefined behaviour
	@$(MAKE) --no-print-directory MODE=san programs
	@tests/house/run.sh $(TESTS:$(BUILD)/%=build/san/%) $(FUZZED:$(BUILD)/%=build/san/%)

# libconfig 1.5 loses memory at every syntax error, so that leaks are looked for by the other tests alone. A dictionary
# of all keys helps the fuzzer to say something that is understood.
fuzz: deps-test build/caremix ## look for inputs that break the readers, FUZZ_SECONDS (60) each
	$(call install-missing,$(TO_FUZZ))
	@$(MAKE) --no-print-directory MODE=fuzz CC=clang $(TARGETS:%=build/fuzz/tests/fuzz/%)
	@build/caremix check --parameters | sed -n 's/^| `\([a-z_0-9]*\)`.*/"\1"/p' | sort -u >build/fuzz/keys.dict
	@export ASAN_OPTIONS=$$ASAN_OPTIONS:detect_leaks=0; for target in $(TARGETS); do \
	    mkdir -p build/fuzz/corpus/$$target && build/fuzz/tests/fuzz/$$target -max_total_time=$(FUZZ_SECONDS) \
	        -detect_leaks=0 -max_len=40000 -timeout=20 -dict=build/fuzz/keys.dict -print_final_stats=1 \
	        -artifact_prefix=build/fuzz/$$target- build/fuzz/corpus/$$target tests/fuzz/corpus/$$target \
	        scenarios tests/scenarios tests/bad || exit 1; \
	done

tsan: deps-test ## tests of the experiments with a check of threads
	@$(MAKE) --no-print-directory MODE=tsan $(or $(TSAN),nothing)
	@tests/house/run.sh $(TSAN)

same-bytes: deps-test build/caremix builds ## other compilers and optimisations give the same results
	@tests/house/run.sh $(SAME)

house: deps-test $(OBJECTS) ## rules of the house, and that a breach of each is noticed
	@tests/house/run.sh $(HOUSE)

verify: build/caremix ## known answers over many seeds: do 95 % intervals cover 95 %? (ten minutes on two processors)
	build/caremix selftest $(VERIFY_ARGS)

# Times hang on the machine and on what else it does: never a part of the tests.
bench: build/caremix ## speed against other programs and BASE=COMMIT, ROUNDS (5) each; writes build/bench/bench.csv
	$(call install-missing,$(TO_BENCH))
	@$(MAKE) --no-print-directory benched
	@CC="$(CC)" ROUNDS=$(ROUNDS) tests/bench/bench.sh $(BASE)

shape: deps-test ## longest functions and biggest files
	@tests/house/shape.sh

coverage: deps-test ## lines and branches that unit tests go through, by layer; under 90 % of lines is a failure
	$(call install-missing,$(TO_COVER))
	@$(MAKE) --no-print-directory MODE=cov programs build/cov/caremix
	@find build/cov -name '*.gcda' -delete
	@GCOV_ERROR_FILE=build/cov/gcov.log CAREMIX=build/cov/caremix tests/house/run.sh $(TESTS:$(BUILD)/%=build/cov/%)
	@tests/house/coverage.sh

golden: deps-test build/caremix ## store the results of the golden runs anew
	@$(MAKE) --no-print-directory programs
	@for test in $(filter %/test_golden,$(TESTS)); do GOLDEN=renew $$test || exit 1; done

install: build/caremix ## program, manual page, scenarios and plots, under PREFIX (/usr/local)
	$(call install-missing,$(TO_INSTALL))
	install -Dm755 build/caremix $(DESTDIR)$(PREFIX)/bin/caremix
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/caremix
	{ printf '[SEE ALSO]\n'; printf '.BR caremix-%s (1)\n' $(PAGES); } | \
	help2man -N -n 'simulate occupational therapy and social care' -i /dev/stdin \
	    -o $(DESTDIR)$(PREFIX)/share/man/man1/caremix.1 build/caremix
	for command in $(PAGES); do \
	    manual=$(DESTDIR)$(PREFIX)/share/man/man1/caremix-$$command.1; \
	    purpose=$$(build/caremix --help | sed -n "s/^  $$command [^ ]*.* \{2,\}//p"); \
	    printf '[SEE ALSO]\n.BR caremix (1)\n' | \
	    help2man -N -n "$$purpose" -i /dev/stdin -o $$manual "build/caremix $$command" && \
	    sed -i "s/^\.TH CAREMIX/&-\U$$command/; s/^caremix /caremix-$$command /" $$manual || exit 1; \
	done
	cp -R scenarios plots $(DESTDIR)$(PREFIX)/share/caremix/
	install -d $(DESTDIR)$(PREFIX)/share/caremix/tests
	cp -R tests/known-answers $(DESTDIR)$(PREFIX)/share/caremix/tests/

clean: ## remove everything built
	rm -rf build

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

deps-build: ## install packages that building misses
	$(call install-missing,$(TO_BUILD))
deps-test: deps-build ## install packages that testing misses
	$(call install-missing,$(TO_TEST))

install-missing = @command -v dpkg-query >/dev/null || exit 0; \
	missing=$$(for p in $(1); do dpkg-query -Wf '$${Status}' $$p 2>/dev/null | grep -q ' installed' || echo $$p; done); \
	[ -n "$$missing" ] || exit 0; echo "installing the packages" $$missing; \
	[ $$(id -u) -eq 0 ] || sudo=sudo; $$sudo apt-get update -qq; \
	$$sudo apt-get install -qq -y --no-install-recommends $$missing

# A hard link, so that the program finds its own folder whichever name it is called by.
build/caremix: build/release/caremix
	@ln -f $< $@
$(BUILD)/caremix: $(BUILD)/sim/main.o $(OBJECTS)
	@echo "linking $@"
	$(Q)$(COMPILER) $(CFLAGS) $^ $(LDLIBS) -o $@
builds: deps-test
	@for mode in $(BUILDS); do $(MAKE) --no-print-directory MODE=$$mode build/$$mode/caremix || exit 1; done
programs: $(TESTS) $(if $(filter san,$(MODE)),$(FUZZED))
benched: $(BENCHED)
nothing: ;
$(TESTS): %: %.o $(HELPERS) $(OBJECTS)
	@echo "linking $@"
	$(Q)$(COMPILER) $(CFLAGS) -fno-lto $^ $(LDLIBS) -lcmocka -o $@
# Optimised as a whole, as the program is. The silent one keeps no accounts; the profiled one is the program itself, at
# addresses that do not change.
$(BUILD)/tests/bench/bare: $(OBJECTS)
$(BUILD)/tests/bench/bare-silent: $(BUILD)/tests/bench/bare.o $(BUILD)/tests/bench/silent.o \
                                  $(filter-out %/ledger.o %/histogram.o,$(OBJECTS))
$(BUILD)/tests/bench/hold: $(BUILD)/sim/engine/queue.o $(filter $(BUILD)/sim/base/%,$(OBJECTS))
$(BUILD)/tests/bench/profiled: $(BUILD)/sim/main.o $(OBJECTS)
$(BUILD)/tests/bench/profiled: LDLIBS += -no-pie
$(BUILD)/tests/bench/clinic-keyed.o: tests/bench/clinic.c | deps-build
	@mkdir -p $(@D)
	@echo "compiling $< with keyed random numbers"
	$(Q)$(COMPILER) $(CPPFLAGS) -DKEYED $(CFLAGS) -c $< -o $@
$(filter-out %/bare-silent %/profiled,$(BENCHED)): %: %.o
$(BENCHED):
	@echo "linking $@"
	$(Q)$(COMPILER) $(CFLAGS) $^ $(LDLIBS) -o $@
# libFuzzer brings a main; elsewhere the known inputs are replayed.
REPLAY := $(if $(filter fuzz,$(MODE)),,$(BUILD)/tests/fuzz/replay.o)
$(FUZZED): %: %.o $(BUILD)/tests/fuzz/target.o $(REPLAY) $(OBJECTS)
	@echo "linking $@"
	$(Q)$(COMPILER) $(CFLAGS) $^ $(LDLIBS) $(if $(REPLAY),-lcmocka,-fsanitize=fuzzer) -o $@
# Results name the commit and the flags that made them.
COMMIT = $(shell git describe --always --dirty 2>/dev/null || echo unknown)
$(BUILD)/sim/command/version.o: CPPFLAGS += -DCAREMIX_COMMIT='"$(COMMIT)"' -DCAREMIX_FLAGS='"$(filter-out -W%,$(CFLAGS))"'
$(BUILD)/sim/command/version.o: $(wildcard .git/logs/HEAD)
$(BUILD)/tests/%.o: CPPFLAGS += -I. -Itests
# Larger functions are put where they are called: five per cent less time. The program's rivals get the same.
$(addprefix build/release/,sim/%.o tests/bench/%.o): CFLAGS += -finline-limit=300
$(BUILD)/%.o: %.c | deps-build
	@mkdir -p $(@D)
	@echo "compiling $<"
	$(Q)$(COMPILER) $(CPPFLAGS) $(CFLAGS) -c $< -o $@

.PHONY: all compare test unit san fuzz tsan verify same-bytes house bench shape coverage golden install clean help deps-build \
        deps-test builds programs benched nothing
.SECONDARY:
-include $(wildcard $(OBJECTS:.o=.d) $(BUILD)/tests/*/*.d $(BUILD)/sim/main.d)
