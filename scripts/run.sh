#!/bin/sh
# Serve Remit on this machine: web and worker together on http://127.0.0.1:$PORT.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh run
# Should make be killed outright, the kernel tells the server to stop.
if command -v setpriv >/dev/null; then exec setpriv --pdeathsig TERM .venv/bin/python manage.py dev; fi
exec .venv/bin/python manage.py dev
