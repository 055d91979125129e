# Everything here works on a fresh machine with Python 3.11+ and nothing installed by hand.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export TABAYYUN_SHARED ?= ../shared

.PHONY: help setup demo test check lint types contracts eval pin bench bench-parsing places docs train crossval lock clean
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

$(VENV)/.ready: pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit("Tabayyun needs Python 3.11 or newer; set PYTHON=...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV) || { echo "No venv module: on Debian and Ubuntu run 'apt-get install python3-venv', then again." >&2; rm -rf $(VENV); exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

setup: $(VENV)/.ready ## the virtual environment with pinned packages

demo: setup ## reads the constructed sample reports in examples/ and writes a dossier
	$(BIN)/tabayyun read examples/*.txt examples/*.html examples/*.jsonl --title first-line --published 2031-03-12 --out out/demo
	@echo "The dossier: out/demo/dossier.html (its data: out/demo/dossier.json)"

test: setup ## all tests
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

contracts: setup
	$(BIN)/lint-imports

eval: setup ## the table of figures, held against eval/floors.json
	$(BIN)/python -m eval.table

pin: setup ## writes eval/floors.json anew
	$(BIN)/python -m eval.table --pin

check: lint types contracts test eval ## what CI runs

bench: setup ## speed of the whole reading, by hand; results go to bench/
	$(BIN)/python -m bench.run

PARSING := .venv-parsing
$(PARSING)/.ready: bench/requirements.txt
	$(PYTHON) -m venv $(PARSING)
	$(PARSING)/bin/python -m pip install --quiet --disable-pip-version-check --requirement bench/requirements.txt
	$(PARSING)/bin/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

bench-parsing: $(PARSING)/.ready ## speed of English attribution beside spaCy's parser, by hand; results go to bench/
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(PARSING)/bin/python -m bench.parsing

places: setup ## rebuilds the derived gazetteer files
	$(BIN)/python tools/build_places.py

docs: setup ## writes the reference pages anew; tests hold them current
	$(BIN)/python tools/build_schema.py
	$(BIN)/python tools/build_cli.py

TRAINING := .venv-training
$(TRAINING)/.ready: training/requirements.txt
	$(PYTHON) -m venv $(TRAINING)
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check --requirement training/requirements.txt
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

train: $(TRAINING)/.ready ## trains the shipped tagger anew, by hand (about half an hour on two cores)
	$(TRAINING)/bin/python -m training.train $(TABAYYUN_SHARED)/gold/train build/tagger
	$(TRAINING)/bin/python -m training.export build/tagger src/tabayyun/data/tagger

crossval: $(TRAINING)/.ready ## five taggers, each measured on the fifth it has not seen; writes eval/crossval.json, by hand
	$(TRAINING)/bin/python -m training.crossval $(TABAYYUN_SHARED)/gold build/crossval

lock: setup ## pins the newest allowed packages
	$(BIN)/pip-compile --quiet --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --extra dev --output-file requirements.lock pyproject.toml

clean: ## removes what was built
	rm -rf $(VENV) $(TRAINING) $(PARSING) out build src/*.egg-info .pytest_cache .mypy_cache .ruff_cache
