# Makefile - builds, tests and runs caremix. `make help` lists what it can do. Packages that are missing are installed
# by name on Debian and its kin; elsewhere the compiler says what it misses.
MODE   ?= release
BUILD  := build/$(MODE)
PREFIX ?= /usr/local
CC     := gcc
Q      := $(if $(V),,@)# make V=1 shows the commands
VERIFY_ARGS  ?= --seeds 100 -r 8 -o verified --replace
COMPARE_ARGS ?= scenarios/separate.cfg scenarios/integrated.cfg scenarios/skill-mix.cfg -o results --replace

TO_BUILD   := gcc libc6-dev make pkg-config libgsl-dev libconfig-dev librandom123-dev libjansson-dev libcsv-dev nettle-dev \
              gnuplot-nox fonts-open-sans
TO_TEST    := libcmocka-dev universal-ctags clang-format
TO_INSTALL := help2man

# Asked for once, and only after the packages are there.
PKGS       := gsl libconfig jansson nettle
PKG_CFLAGS  = $(eval PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS)))$(PKG_CFLAGS)
PKG_LIBS    = $(eval PKG_LIBS := $(shell pkg-config --libs $(PKGS)))$(PKG_LIBS)

FLAGS.release := -O2
FLAGS.san     := -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
FLAGS.tsan    := -O1 -fno-omit-frame-pointer -fsanitize=thread
CPPFLAGS = -D_GNU_SOURCE -Iinclude -MMD -MP $(PKG_CFLAGS)
CFLAGS  := -std=c17 -g -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
           -Wwrite-strings -Wcast-qual -Wvla -fno-common -ffp-contract=off -Werror $(FLAGS.$(MODE))
LDLIBS   = $(PKG_LIBS) -lcsv -lpthread -lm

OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(wildcard sim/*/*.c))
SOURCES_OF_TESTS := $(wildcard tests/*/test_*.c)
HELPERS := $(patsubst %.c,$(BUILD)/%.o,$(filter-out $(SOURCES_OF_TESTS),$(wildcard tests/*/*.c)))
TESTS   := $(SOURCES_OF_TESTS:%.c=$(BUILD)/%)
TSAN    := $(patsubst %.c,build/tsan/%,$(wildcard tests/experiment/test_*.c))
HOUSE   := $(wildcard tests/house/*.sh)
HOUSE   := $(filter-out %/run.sh %/shape.sh,$(HOUSE))
KNOWN   := tests/known-answers/selftest.sh

# For the tests: the program they start, and an allocator that answers NULL as the C library does.
export CAREMIX := build/caremix
export ASAN_OPTIONS := allocator_may_return_null=1

all: build/caremix ## build build/caremix (what a bare `make` does)

compare: build/caremix ## compare the three example services; COMPARE_ARGS chooses others
	build/caremix compare $(COMPARE_ARGS)

test: deps-test build/caremix ## everything: house rules, known answers, unit tests, the same with sanitizers
	@$(MAKE) --no-print-directory programs
	@$(MAKE) --no-print-directory MODE=san programs
	@$(MAKE) --no-print-directory MODE=tsan $(or $(TSAN),nothing)
	@tests/house/run.sh $(HOUSE) $(KNOWN) $(TESTS) $(TESTS:$(BUILD)/%=build/san/%) $(TSAN)

unit: deps-test build/caremix ## unit tests only
	@$(MAKE) --no-print-directory programs
	@tests/house/run.sh $(TESTS)

san: deps-test build/caremix ## unit tests with checks of addresses and undefined behaviour
	@$(MAKE) --no-print-directory MODE=san programs
	@tests/house/run.sh $(TESTS:$(BUILD)/%=build/san/%)

tsan: deps-test ## tests of the experiments with a check of threads
	@$(MAKE) --no-print-directory MODE=tsan $(or $(TSAN),nothing)
	@tests/house/run.sh $(TSAN)

house: deps-test $(OBJECTS) ## rules of the house, and that a breach of each is noticed
	@tests/house/run.sh $(HOUSE)

verify: build/caremix ## known answers over many seeds: do 95 % intervals cover 95 %? (ten minutes on two processors)
	build/caremix selftest $(VERIFY_ARGS)

shape: deps-test ## longest functions and biggest files
	@tests/house/shape.sh

golden: deps-test build/caremix ## store the results of the golden runs anew
	@$(MAKE) --no-print-directory programs
	@for test in $(filter %/test_golden,$(TESTS)); do GOLDEN=renew $$test || exit 1; done

install: build/caremix ## program, manual page, scenarios and plots, under PREFIX (/usr/local)
	$(call install-missing,$(TO_INSTALL))
	install -Dm755 build/caremix $(DESTDIR)$(PREFIX)/bin/caremix
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/caremix
	printf '[SEE ALSO]\n.BR caremix-compare (1),\n.BR caremix-run (1),\n.BR caremix-check (1),\n.BR caremix-selftest (1)\n' | \
	help2man -N -n 'simulate occupational therapy and social care' -i /dev/stdin \
	    -o $(DESTDIR)$(PREFIX)/share/man/man1/caremix.1 build/caremix
	for page in 'compare:compare scenarios on the same simulated people' \
	            'run:hold scenarios against published figures' \
	            'check:find faults in scenarios, and demand against capacity' \
	            'selftest:hold textbook queues against their theory'; do \
	    command=$${page%%:*}; manual=$(DESTDIR)$(PREFIX)/share/man/man1/caremix-$$command.1; \
	    printf '[SEE ALSO]\n.BR caremix (1)\n' | \
	    help2man -N -n "$${page#*:}" -i /dev/stdin -o $$manual "build/caremix $$command" && \
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
	$(Q)$(CC) $(CFLAGS) $^ $(LDLIBS) -o $@
programs: $(TESTS)
nothing: ;
$(TESTS): %: %.o $(HELPERS) $(OBJECTS)
	@echo "linking $@"
	$(Q)$(CC) $(CFLAGS) $^ $(LDLIBS) -lcmocka -o $@
# Results name the commit and the flags that made them.
COMMIT = $(shell git describe --always --dirty 2>/dev/null || echo unknown)
$(BUILD)/sim/command/version.o: CPPFLAGS += -DCAREMIX_COMMIT='"$(COMMIT)"' -DCAREMIX_FLAGS='"$(filter-out -W%,$(CFLAGS))"'
$(BUILD)/sim/command/version.o: $(wildcard .git/logs/HEAD)
$(BUILD)/tests/%.o: CPPFLAGS += -I. -Itests
$(BUILD)/%.o: %.c | deps-build
	@mkdir -p $(@D)
	@echo "compiling $<"
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -c $< -o $@

.PHONY: all compare test unit san tsan house verify shape golden install clean help deps-build deps-test programs nothing
.SECONDARY:
-include $(wildcard $(OBJECTS:.o=.d) $(BUILD)/tests/*/*.d $(BUILD)/sim/main.d)
