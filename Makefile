# Each of the first two is one command on a fresh machine with Python 3.11 or newer.
#
#   make examples    make .venv, install, score the articles in examples/
#   make test        make .venv, install, run the tests
#
# PYTHON=python3.12 chooses the interpreter, VENV=folder the environment.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: examples test lint golden benchmark clean

examples: $(VENV)/installed
	$(BIN)/healthscore score examples
	$(BIN)/healthscore score examples/self-contradicting.txt

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest

lint: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

golden: $(VENV)/installed-dev
	$(BIN)/python tests/examples/golden.py
	$(BIN)/python tests/report/rendered.py

benchmark: $(VENV)/installed-benchmark
	$(BIN)/python benchmarks/speed.py

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("healthscore needs Python 3.11 or newer; choose one with PYTHON=" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml
	@echo "Installing healthscore into $(VENV); this takes a minute or two."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/bin/python pyproject.toml
	@echo "Installing healthscore and what its tests need into $(VENV); this takes a minute or two."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/installed

# pip 23 breaks off where two packages spell the same extra of a third one differently, as they do here.
$(VENV)/installed-benchmark: $(VENV)/bin/python pyproject.toml
	@echo "Installing healthscore and what it is timed beside into $(VENV); this takes a minute or two."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=24'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[benchmark]'
	@touch $@ $(VENV)/installed
