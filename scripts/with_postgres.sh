#!/bin/sh
# scripts/with_postgres.sh COMMAND...: run a command with DATABASE_URL set to a PostgreSQL server of its own.
# The server listens on a socket in a temporary folder only; both are gone afterwards, whatever the command did.
set -eu
. "$(dirname "$0")/lib.sh"

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || bin=$(dirname "$(command -v initdb || fail 'PostgreSQL was not found: install the package postgresql')")

home=$(mktemp -d "${TMPDIR:-/tmp}/remit-pg.XXXXXX")
as_owner=''
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
  owner=$(id -un postgres 2>/dev/null || echo nobody)
  chown "$owner" "$home"
  as_owner="setpriv --reuid=$(id -u "$owner") --regid=$(id -g "$owner") --clear-groups"
fi

server() { (cd "$home" && env -u PGHOST -u PGPORT -u PGUSER -u PGDATABASE -u PGDATA $as_owner "$@"); }
clean_up() {
  trap - EXIT INT TERM HUP
  server "$bin/pg_ctl" -D "$home/data" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$home"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

server "$bin/initdb" -D "$home/data" -U remit -A trust -E UTF8 --locale=C.UTF-8 --no-sync >"$home.log" 2>&1 ||
  { cat "$home.log" >&2; rm -f "$home.log"; fail "initdb failed"; }
rm -f "$home.log"
# A throw-away server may forget everything in a crash.
server "$bin/pg_ctl" -D "$home/data" -l "$home/log" -w \
  -o "-k $home -c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start >/dev/null ||
  { cat "$home/log" >&2; fail "PostgreSQL did not start"; }
server "$bin/createdb" -h "$home" -U remit remit

export DATABASE_URL="postgresql://remit@/remit?host=$home"
status=0
"$@" || status=$?
exit "$status"
