# `make` lists the targets. The two that matter: `make run` and `make test`.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run serve test sqlite postgresql browser bench lint format lock packages

PYTHON := .venv/bin/python
# Wheels only and hashed: nothing is built, and nothing but what the locks name is installed.
INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:
COMPILE := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --only-binary :all: \
	--generate-hashes --no-emit-index-url --no-header
# Tests and types see nothing of the caller's settings (DATABASE_URL, TIME_ZONE, …).
FRESH := env -i PATH="$$PATH" HOME="$$HOME" TERM="$${TERM:-dumb}"
PYTEST := $(PYTHON) -m pytest
SUITE := $(PYTEST) --numprocesses auto --dist worksteal --ignore=tests/browser
# Two at a time: while one waits, for a server or a database, the other has the processors.
TOGETHER = $(MAKE) --no-print-directory --jobs 2 --output-sync=target
STATIC := var/static/staticfiles.json
TEMPLATES = $$(find templates -name '*.html')

# $(call require,PACKAGE…) installs missing Debian packages as root, else prints the line to type.
define require
	@missing=""; \
	for package in $(1); do \
		dpkg-query -W -f='$${db:Status-Status}\n' $$package 2>/dev/null | grep -qx installed || missing="$$missing $$package"; \
	done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" != 0 ]; then echo "Please run: sudo apt-get install$$missing" >&2; exit 1; fi; \
	echo "Installing$$missing"; \
	apt-get update -qq; \
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null
endef

help: ## list the targets
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1	\2/p' Makefile

run: .venv/ok $(STATIC) ## load the demo register and serve it (PORT, DATABASE_URL)
	@$(PYTHON) manage.py migrate --verbosity 0
	@$(PYTHON) manage.py reindex --missing
	@$(PYTHON) manage.py load_demo
	@DEMO=1 $(PYTHON) -m gunicorn --config config/gunicorn.py config.wsgi

serve: .venv/ok $(STATIC) ## only serve, on the database as it is (PORT, DATABASE_URL)
	@$(PYTHON) -m gunicorn --config config/gunicorn.py config.wsgi

test: .venv/dev-ok packages ## lint, types, and every test on SQLite, on PostgreSQL and in Chromium
	@$(TOGETHER) lint browser
	@$(TOGETHER) sqlite postgresql

# Everything but the browser's tests.
sqlite: .venv/dev-ok ## the tests on SQLite
	$(FRESH) $(SUITE)

postgresql: .venv/dev-ok packages ## the same tests on PostgreSQL
	$(FRESH) .ci/with-postgres $(SUITE)

# A file of tests stays on one server, which it changes.
browser: .venv/dev-ok packages ## the tests in Chromium
	$(FRESH) $(PYTEST) --numprocesses auto --dist loadfile tests/browser

bench: .venv/ok var/bench/venv/ok $(STATIC) ## measure beside Datasette and a plain list (SIZE=10000, ENGINE=sqlite; docs/benchmark.md)
	$(call require,postgresql vmtouch wrk)
	$(FRESH) $(PYTHON) -m tests.benchmark $(if $(SIZE),--size $(SIZE)) $(if $(ENGINE),--engine $(ENGINE))

lint: .venv/dev-ok ## style and types
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	.venv/bin/djade --check --target-version 5.2 $(TEMPLATES)
	$(FRESH) $(PYTHON) manage.py makemigrations --check --dry-run
	$(FRESH) $(PYTHON) -m mypy

format: .venv/dev-ok ## put code and templates in shape
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .
	.venv/bin/djade --target-version 5.2 $(TEMPLATES)

lock: .venv/dev-ok ## pin what requirements.in and requirements-dev.in ask for (UPGRADE=--upgrade for the newest)
	$(COMPILE) $(UPGRADE) requirements.in --output-file requirements.txt
	$(COMPILE) $(UPGRADE) requirements-dev.in --output-file requirements-dev.txt
	$(COMPILE) $(UPGRADE) requirements-bench.in --output-file requirements-bench.txt

packages:
	$(call require,chromium-headless-shell libatomic1 postgresql)

# Bare Debian has python3 without ensurepip.
.venv/ok: requirements.txt
	$(if $(shell python3 -c 'import ensurepip' 2>&1),$(call require,python3-venv))
	@echo "Installing the requirements into .venv"
	@python3 -m venv .venv
	@$(INSTALL) -r requirements.txt
	@touch $@

.venv/dev-ok: .venv/ok requirements-dev.txt
	@echo "Installing the development requirements into .venv"
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

# Apart from the application's, so that neither decides the versions of the other.
var/bench/venv/ok: .venv/ok requirements-bench.txt
	@echo "Installing Datasette into var/bench/venv"
	@python3 -m venv var/bench/venv
	@var/bench/venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		--only-binary :all: -r requirements-bench.txt
	@touch $@

# The manifest is written last. Directories count too, so that a deleted file is noticed.
$(STATIC): .venv/ok config/settings.py $(shell find static sources/static statements/static 2>/dev/null)
	@$(PYTHON) manage.py collectstatic --noinput --clear --verbosity 0
