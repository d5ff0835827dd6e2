# Two locks: requirements.lock is what serving needs and all that an image holds; requirements-dev.lock adds what lint
# and tests need, at the same versions. Both hold hashes, markers for every supported Python, and no address.
# PORT, PYTHON and every variable of apps/config/settings.py may be set: make run PORT=8001

export PORT ?= 8000
export PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup run test lint bench lock

help:  ## say what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

setup:  ## install what is missing to run, lint and test
	@scripts/setup.sh test

run:  ## serve web and worker on http://127.0.0.1:$PORT (default 8000)
	@scripts/run.sh

test:  ## lint, then all tests on PostgreSQL and SQLite, with a real worker and Chromium
	@scripts/test.sh

lint: setup  ## ruff, mypy, import-linter, Django's checks, missing migrations
	@scripts/lint.sh

bench: setup  ## measure against other rule engines, as ratios of the same run
	@$(BIN)/python -m tests.bench

UV_LOCK = $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate --no-header \
	--python-version 3.11 pyproject.toml
lock: setup  ## renew both locks from pyproject.toml
	@$(UV_LOCK) --upgrade --extra batch --extra dev --output-file requirements-dev.lock
	@$(UV_LOCK) --upgrade --constraint requirements-dev.lock --output-file requirements.lock
