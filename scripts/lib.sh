# Shared by the scripts here; read with `.`, never run.

say() { printf '%s\n' "==> $*"; }
fail() { printf '%s\n' "error: $*" >&2; exit 1; }

# missing_packages PACKAGE...: print those that are not installed.
missing_packages() {
  for package in "$@"; do
    dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s ' "$package"
  done
}

# need_packages WHAT PACKAGE...: install Debian packages through apt, or say how to.
need_packages() {
  what=$1; shift
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "Not a Debian system: if $what is missing, install what Debian calls: $*"
    return 0
  fi
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  command="apt-get install -y --no-install-recommends $missing"
  if [ "$(id -u)" = 0 ]; then as_root=''
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root='sudo -n'
  else fail "$what needs system packages that are missing. Install them, then run this again:
    sudo apt-get update && sudo $command"
  fi
  say "Installing system packages for $what: $missing"
  export DEBIAN_FRONTEND=noninteractive
  # The package lists may be old or absent; a repository that does not answer need not stop us.
  $as_root apt-get update -qq </dev/null || say "apt-get update failed; going on with the lists at hand"
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive $command -qq </dev/null >/dev/null ||
    fail "apt could not install them. Try it by hand: sudo apt-get update && sudo $command"
}
