# Everything from a bare machine: Python 3.11 or later and make. `make help` lists the tasks.

VENV := .venv
BIN := $(VENV)/bin
PYTEST := PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -q
ON_TWO := -n 2 --dist loadfile --no-loadscope-reorder
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install --constraint constraints.txt
ARGS ?=
AXE := 4.14.1

.PHONY: help project test prove mutate bench lint format docs site wheel clean
.DEFAULT_GOAL := help

help: ## list the tasks
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r task what; do \
		printf '  make %-9s %s\n' "$$task" "$$what"; done

project: $(VENV)/.run ## the gap table of the shipped plan (ARGS="--as-of 2023" passes options on)
	@$(BIN)/kpi project $(ARGS)

test: lint ## style, types, the rooms of the house, then every test
	@$(PYTEST) $(ON_TWO) $(ARGS)

lint: $(VENV)/.dev ## style, types and the rooms of the house
	@$(BIN)/ruff check --quiet --no-cache .
	@$(BIN)/ruff format --check --quiet --no-cache . || { echo "make: run 'make format'" >&2; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo --no-cache >$(VENV)/lint-imports.log || { cat $(VENV)/lint-imports.log; exit 1; }

prove: lint $(VENV)/.prove ## the long proof: every property on many more examples, LibreOffice, Chromium, the measured bounds
	@KPI_TESTS_FRESH=1 HYPOTHESIS_PROFILE=prove $(PYTEST) $(ON_TWO) $(ARGS)
	@KPI_TESTS_FRESH=1 $(PYTEST) tests/prove
	@$(BIN)/python benchmarks/startup.py --check
	@$(BIN)/python benchmarks/large_plan.py --check

bench: $(VENV)/.run ## measure start-up, a plan of 20,000 indicators, a million series projected, panels
	@$(BIN)/python benchmarks/startup.py
	@$(BIN)/python benchmarks/large_plan.py
	@$(BIN)/python benchmarks/projection_speed.py
	@$(BIN)/python benchmarks/large_panel.py

mutate: $(VENV)/.dev ## change growth, units and assessment in one place at a time: does a test notice? (hours)
	@for room in growth units assessment; do \
		nice $(BIN)/python tools/mutate.py src/lixia_kpi/$$room --tests tests/unit/$$room tests/reference $(ARGS); done

format: $(VENV)/.dev ## lay out the code
	@$(BIN)/ruff check --quiet --fix-only .
	@$(BIN)/ruff format --quiet .

docs: $(VENV)/.dev ## write the pages that are generated from the code
	@$(BIN)/python tools/write_docs.py

site: $(VENV)/.site ## build the pages of docs/ as a site into build/site, English and Chinese; a warning is an error
	@rm -rf build/site
	@$(BIN)/sphinx-build -q -W --keep-going -d build/doctrees/en -D language=en docs build/site/en
	@$(BIN)/sphinx-build -q -W --keep-going -d build/doctrees/zh -D language=zh_CN -c docs docs/zh build/site/zh
	@cp docs/_templates/choose.html build/site/index.html

wheel: $(VENV)/.dev ## build the source distribution and the wheel into dist/
	@$(BIN)/hatchling build

clean: ## remove the environment and what tools left behind
	@rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: a second run finds nothing to do.
$(VENV)/.run: $(VENV)/.python pyproject.toml constraints.txt
	@echo "make: installing lixia-kpi into $(VENV)" >&2
	@$(PIP) --editable '.[all]' >&2
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.dev: $(VENV)/.run pyproject.toml constraints.txt
	@echo "make: installing the tools for tests into $(VENV)" >&2
	@$(PIP) --group dev >&2
	@touch $@

$(VENV)/.site: $(VENV)/.dev pyproject.toml constraints.txt
	@echo "make: installing the tools for the site into $(VENV)" >&2
	@$(PIP) --group site >&2
	@touch $@

$(VENV)/.prove: $(VENV)/.dev $(VENV)/.site pyproject.toml constraints.txt
	@echo "make: installing the tools for the proof of the page into $(VENV)" >&2
	@command -v npm >/dev/null || { echo "make: npm is needed to fetch axe-core (Debian, Ubuntu: apt install npm)" >&2; exit 1; }
	@$(PIP) --group prove >&2
	@rm -rf $(VENV)/axe-core && mkdir $(VENV)/axe-core
	@cd $(VENV)/axe-core && npm pack --silent axe-core@$(AXE) >/dev/null && tar -xzf axe-core-$(AXE).tgz
	@touch $@

$(VENV)/.python:
	@if $(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
		$(PIP) pip >&2 && touch $@; exit; \
	fi; \
	for python in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
		if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "make: creating $(VENV) with $$("$$python" --version)" >&2; \
			"$$python" -m venv --clear $(VENV) && $(PIP) pip >&2 && touch $@; exit; \
		fi; \
	done; \
	echo "make: no Python 3.11 or later with venv was found. Install one (Debian, Ubuntu: apt install python3-venv)," >&2; \
	echo "      or name it: make PYTHON=/path/to/python3.12" >&2; exit 1
