#!/bin/sh
# The whole suite. pytest's summary of the full run comes last; the status counts every step.
set -u
cd "$(dirname "$0")/.."
. scripts/lib.sh
export PYTHONUNBUFFERED=1

scripts/setup.sh test || exit 1
failed=''

say "Lint, types, imports, migrations"
scripts/lint.sh || failed="$failed lint"

say "Tests that touch the database, on PostgreSQL"
scripts/with_postgres.sh .venv/bin/python -m pytest --database-tests -n 2 --dist worksteal -q || failed="$failed postgresql"

[ -z "$failed" ] || say "FAILED so far:$failed (see above)"
say "All tests, on SQLite, with a real worker and Chromium"
# Journeys in the browser wait half of their time: one process more than there are processors.
.venv/bin/python -m pytest -n "$(($(nproc) + 1))" --dist worksteal -q "$@" || failed="$failed tests"
[ -z "$failed" ]
