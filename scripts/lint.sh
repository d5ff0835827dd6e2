#!/bin/sh
# Every check that needs no test run. All of them run; the status is 0 only if all of them pass.
set -u
cd "$(dirname "$0")/.."
. scripts/lib.sh

status=0
check() { say "$*"; "$@" || { status=1; printf '%s\n' "failed: $*" >&2; }; }

PATH="$PWD/.venv/bin:$PATH"
check ruff check --quiet .
check ruff format --check --quiet .
check mypy
check lint-imports --no-cache
check python manage.py check --fail-level WARNING
check python manage.py makemigrations --check --dry-run --verbosity 0
exit "$status"
