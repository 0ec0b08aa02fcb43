# Needs python3 (>= 3.11) with venv, make, and git. Everything else goes into .venv.
#   make run     open the program on the five articles in seeds/
#   make test    run the tests
#   make check   what has to be clean before a commit: format, lint, types, contracts, tests
#   make soak    the faults at length: 1,000 kills, flipped bits, power cuts (SOAK=N sets another number)
#   make bench   measure reading, start and keys (see bench/README.md)
#   make docs    write docs/keys.md, docs/schema.md and the pictures anew
#   make clean   remove what the other targets made

SHELL := /bin/sh
MAKEFLAGS += --no-print-directory --no-builtin-rules
VENV := .venv
BIN := $(VENV)/bin
STORE := .sanggah/store.db

# One process a core; more would make the tests that watch a clock unsteady.
TEST_PROCESSES ?= 2

.NOTPARALLEL:
.PHONY: run test soak check format-check lint types contracts bench docs clean

run: $(VENV)/installed-run
	@$(BIN)/sanggah --store $(STORE) seeds/

test: $(VENV)/installed-test
	@$(BIN)/python -m pytest --numprocesses $(TEST_PROCESSES) --dist loadgroup

SOAK ?= 1000
soak: $(VENV)/installed-test
	@SANGGAH_SOAK=$(SOAK) $(BIN)/python -m pytest tests/store/faults

check: format-check lint types contracts test

format-check: $(VENV)/installed-check
	@$(BIN)/ruff format --check --quiet . || { echo "run: $(BIN)/ruff format ." >&2; exit 1; }

lint: $(VENV)/installed-check
	@$(BIN)/ruff check --quiet .

types: $(VENV)/installed-check
	@$(BIN)/mypy --no-error-summary

contracts: $(VENV)/installed-check
	@$(BIN)/lint-imports --no-logo

bench: $(VENV)/installed-bench
	@$(BIN)/python -m bench

docs: $(VENV)/installed-test
	@$(BIN)/python docs/generate_keys.py
	@$(BIN)/python docs/generate_schema.py
	@$(BIN)/python docs/pictures.py

clean:
	rm -rf $(VENV) .sanggah dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find store tui tests bench docs -name __pycache__ -type d -prune -exec rm -rf {} +

# --- The virtual environment -------------------------------------------------------------------
# A stamp a set of dependencies: where it is newer than pyproject.toml, pip is not even called.

$(VENV)/installed-run: EXTRAS := [parquet]
$(VENV)/installed-test: EXTRAS := [test]
$(VENV)/installed-check: EXTRAS := [test,dev]
$(VENV)/installed-check: ALSO := $(VENV)/installed-test
$(VENV)/installed-bench: EXTRAS := [test,bench]

$(VENV)/installed-run $(VENV)/installed-test $(VENV)/installed-check $(VENV)/installed-bench: pyproject.toml $(BIN)/python
	@echo "Installing sanggah$(EXTRAS) into $(VENV) (once) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.$(EXTRAS)' \
	  || { echo "make: the packages could not be installed; is there a network?" >&2; exit 1; }
	@touch $@ $(VENV)/installed-run $(ALSO)

$(BIN)/python:
	@for python in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	    if $$python -c 'import venv, ensurepip' >/dev/null 2>&1; then \
	      $$python -m venv $(VENV) && exit 0; rm -rf $(VENV); exit 1; \
	    fi; \
	    without_venv="$$python"; \
	  fi; \
	done; \
	if [ -n "$$without_venv" ]; then \
	  echo "make: $$without_venv has no venv module; install it (Debian, Ubuntu: apt install python3-venv)" >&2; \
	else \
	  echo "make: no Python 3.11 or newer found (tried python3, python3.13, python3.12, python3.11); install one, or name it: make run PYTHON=/path/to/python" >&2; \
	fi; \
	exit 1
