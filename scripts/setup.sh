#!/bin/sh
# Prepare this checkout: scripts/setup.sh run|test. Does only what is missing, so a second run takes no time.
#   run   what serving needs: libraries of WeasyPrint, .venv with requirements.lock
#   test  besides that: PostgreSQL, Chromium and Redis for the tests, requirements-dev.lock
set -eu
cd "$(dirname "$0")/.."
. scripts/lib.sh

mode=${1:-run}
python=${PYTHON:-python3}

command -v "$python" >/dev/null || fail "$python was not found. Install Python 3.11 or newer, or set PYTHON to it."
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
  fail "$("$python" --version) is too old. Install Python 3.11 or newer, and set PYTHON to it if it is not python3."

need_packages "the PDF reports" libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1 \
  fonts-dejavu-core fonts-liberation fonts-sil-charis
"$python" -c 'import ensurepip, venv' 2>/dev/null || need_packages "virtual environments" python3-venv
case $mode in
  run) lock=requirements.lock ;;
  test) lock=requirements-dev.lock; need_packages "the tests" postgresql chromium redis-server poppler-utils git util-linux ;;
  *) fail "unknown mode '$mode': give run or test" ;;
esac

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
  say "Making a virtual environment in .venv"
  "$python" -m venv --clear .venv
fi

# The stamp holds what was installed; the tests' lock contains everything that serving needs.
wanted=$(.venv/bin/python -c 'import hashlib, pathlib, sys; print(sys.version.split()[0], *(hashlib.sha256(pathlib.Path(p).read_bytes()).hexdigest() for p in ("requirements.lock", "requirements-dev.lock")))')
stamped() { [ -f ".venv/stamp-$1" ] && [ "$(cat ".venv/stamp-$1")" = "$wanted" ]; }
if stamped test || { [ "$mode" = run ] && stamped run; }; then exit 0; fi

say "Installing Python packages from $lock (once; about a minute)"
.venv/bin/python -m pip install -qq --no-input --disable-pip-version-check --require-hashes -r "$lock" ||
  fail "pip could not install $lock; its message is above. If the network failed, run the same command again."
printf '%s' "$wanted" > ".venv/stamp-$mode"
