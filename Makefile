# make setup   install what is missing (Debian packages; Swift 6.3 itself must be there)
# make run     compare the stages of the reform and name the page to open
# make test    run all tests (HUYING_LONG=1 for the long mode)
# make test-tsan  the service's tests under the thread sanitizer
# make lint    check the format
# make coverage  lines of AppealCore that its tests reach; fails below 95 % (own scratch folder)
# make results run again what is published in Results

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := run

PACKAGES := libgsl-dev libsqlite3-dev gnuplot-nox tzdata zlib1g-dev
BUILD := swift build -c release --build-tests
HUYING := .build/release/huying

STAGES := Scenarios/baselines/pingshan-2016.yaml \
	Scenarios/reforms/package-1.yaml Scenarios/reforms/package-2.yaml \
	Scenarios/reforms/package-3.yaml Scenarios/reforms/package-4.yaml \
	Scenarios/baselines/pingshan-2018.yaml

.PHONY: setup build run test test-tsan lint coverage results

setup:
	@command -v swift >/dev/null || { echo "Swift 6.3 is missing: install it from swift.org"; exit 69; }
	@missing=""; for p in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "installing$$missing"; \
	  as_root=""; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	  $$as_root apt-get update -qq; \
	  DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi

build: setup
	@$(BUILD)

run: build
	@$(HUYING) compare $(STAGES) --replications 20 --out out/stages

test: build
	@swift test -c release --skip-build

# Only what threads share is instrumented, the service and its tests: the compiler of Swift 6.3 makes invalid code of
# the core's typed throws under a sanitizer. The core and the store are linked as they were built.
TSAN := .build/tsan
TSAN_FLAGS := -sanitize=thread -gline-tables-only -Onone -wmo -swift-version 6 -I $(TSAN) -I .build/release/Modules \
	-I .build/checkouts/GRDB.swift/Sources/GRDBSQLite -package-name $(shell basename "$(CURDIR)" | tr A-Z a-z)

test-tsan: build
	@rm -rf $(TSAN); mkdir -p $(TSAN)
	@for folder in Sources/AppealService Tests/ServiceFixtures Tests/AppealServiceTests; do \
	  name=$$(basename $$folder); \
	  swiftc $(TSAN_FLAGS) -parse-as-library -module-name $$name -emit-module \
	    -emit-module-path $(TSAN)/$$name.swiftmodule -c $$(find $$folder/ -name '*.swift') -o $(TSAN)/$$name.o || exit 1; \
	done
	@printf 'import Testing\nawait Testing.__swiftPMEntryPoint() as Never\n' >$(TSAN)/main.swift
	@swiftc $(TSAN_FLAGS) -module-name main -c $(TSAN)/main.swift -o $(TSAN)/main.o
	@swiftc -sanitize=thread $(TSAN)/*.o \
	  $(foreach part,AppealCore AppealStore CivicTime Heaps GRDB,.build/release/$(part).build/*.o) \
	  -lsqlite3 -o .build/release/ServiceTestsUnderTSan
	@.build/release/ServiceTestsUnderTSan --testing-library swift-testing

lint:
	@swift format lint --strict --recursive Sources Tests Package.swift

COVERAGE := .build/coverage
COVERAGE_FLOOR := 95

coverage: setup
	@swift test --scratch-path $(COVERAGE) --enable-code-coverage --filter AppealCoreTests >/dev/null
	@bin=$$(ls $(COVERAGE)/debug/*PackageTests.xctest); \
	tools=$$(dirname "$$(readlink -f "$$(command -v swift)")"); \
	"$$tools/llvm-cov" report "$$bin" -instr-profile $(COVERAGE)/debug/codecov/default.profdata Sources/AppealCore | \
	awk '/^TOTAL/ { share = 100 * ($$8 - $$9) / $$8; \
	  printf "AppealCore: %.2f %% of %d lines\n", share, $$8; if (share < $(COVERAGE_FLOOR)) exit 1 }'

# What Results holds: small files of four runs, and the tables of the calibrations.
results: build
	@$(HUYING) compare $(STAGES) --replications 40 --language en --out out/results/stages
	@$(HUYING) compare Scenarios/baselines/pingshan-2018.yaml Scenarios/reforms/capacity-plus-10.yaml \
	  Scenarios/reforms/one-more-dispatcher.yaml --replications 40 --language en --out out/results/capacity
	@$(HUYING) simulate Scenarios/stress/typhoon-week.yaml --replications 40 --assumption-sets 0 \
	  --language en --out out/results/typhoon-week
	@$(HUYING) attribute Scenarios/baselines/pingshan-2016.yaml --levers Scenarios/levers/*.yaml \
	  --replications 6 --permutations 2 --language en --out out/results/attribution
	@mkdir -p Results/attribution/figures
	@cp out/results/attribution/manifest.json out/results/attribution/attribution.csv Results/attribution/
	@cp out/results/attribution/figures/waterfall-on-time-share-reference-*.svg Results/attribution/figures/
	@for run in stages capacity typhoon-week; do \
	  mkdir -p Results/$$run; \
	  cp out/results/$$run/manifest.json out/results/$$run/summary.csv Results/$$run/; \
	done
	@mkdir -p Results/stages/figures
	@cp out/results/stages/figures/backlog.svg \
	  out/results/stages/figures/difference-on-time-share-reference.svg Results/stages/figures/
	@mkdir -p Results/reproduction
	@for explanation in congestion outside-waiting unit-habit; do \
	  $(HUYING) calibrate Scenarios/baselines/pingshan-2018.yaml --explanation $$explanation \
	    --replications 24 >Results/reproduction/$$explanation.md; \
	done
