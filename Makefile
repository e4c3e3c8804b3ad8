# What a person types. Each target is one script in scripts/, which says what it does.
PREFIX ?= $(HOME)/.local
PYTHON ?= python3

limits: build
	@$(PYTHON) Tests/run_limits.py --pyaot .build/release/pyaot --levels 0

.PHONY: limits demo test setup build install bench blocks measure format check-format clean

# From a bare machine to a running native program.
demo:
	@scripts/demo.sh "$(PREFIX)"

# Every test; the last line is `N passed, N failed`.
test: setup
	@$(PYTHON) scripts/test.py

# Checks the machine, fetches the pinned Zig.
setup:
	@scripts/setup.sh

build: setup
	@scripts/build.sh

install: setup
	@scripts/install.sh "$(PREFIX)"

# The benchmark programs against CPython.
bench: setup
	@$(PYTHON) Tests/measure/bench.py

# Building blocks of programs against CPython.
blocks: setup
	@$(PYTHON) bench/blocks/blocks.py

# Every figure of Tests/measure.
measure: setup
	@$(PYTHON) Tests/measure/all.py

format: setup
	@scripts/format.sh

check-format: setup
	@scripts/format.sh --check

clean:
	rm -rf .build .build-zig .build-zig.new.* .build-stdlib .build-stdlib.new.*
