# What the scripts share: messages, checks of the machine, the private Zig. Sourced, never run.
# Invariant: nothing outside the checkout, PREFIX and the package managers' own caches is written.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
. "$ROOT/scripts/versions.env"
ZIG_FOLDER="$ROOT/.build-zig"
ZIG="$ZIG_FOLDER/ziglang/zig"

say() { printf '== %s\n' "$*" >&2; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# need_package COMMAND PACKAGE…: the command must exist. Root gets the packages installed; anybody else the line to run.
need_package() {
  local command="$1"
  shift
  if command -v "$command" >/dev/null 2>&1; then return; fi
  local line="apt-get update && apt-get install -y --no-install-recommends $*"
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "$command is missing: $line"
    apt-get update >&2 && apt-get install -y --no-install-recommends "$@" >&2
    command -v "$command" >/dev/null 2>&1 || fail "$command is still missing after: $line"
    return
  fi
  printf 'error: %s is missing; run\n\n  sudo sh -c "%s"\n\nand start again\n' "$command" "$line" >&2
  exit 1
}

# version_at_least HAVE WANT
version_at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

check_swift() {
  command -v swift >/dev/null 2>&1 || fail "Swift is missing; install $SWIFT_MINIMUM or later from https://www.swift.org/install"
  local version
  version="$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)"
  version_at_least "${version:-0}" "$SWIFT_MINIMUM" || fail "Swift ${version:-?} is too old: $SWIFT_MINIMUM or later is needed"
}

# retry COUNT COMMAND…: for what goes over the network.
retry() {
  local left="$1" pause=2
  shift
  until "$@"; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    say "failed; again in $pause s: $*"
    sleep "$pause"
    pause=$((pause * 2))
  done
}

zig_is_pinned() { [ -x "$1" ] && [ "$("$1" version 2>/dev/null)" = "$ZIG_VERSION" ]; }

# The pinned Zig in a folder of its own: complete and of the right version, or not there.
fetch_zig() {
  if zig_is_pinned "$ZIG"; then return; fi
  need_package python3 python3
  if ! python3 -m pip --version >/dev/null 2>&1; then need_package pip3 python3-pip; fi
  say "fetching Zig $ZIG_VERSION into $ZIG_FOLDER"
  local fresh="$ZIG_FOLDER.new.$$"
  rm -rf "$fresh"
  if ! retry 4 python3 -m pip install --quiet --disable-pip-version-check --no-input --no-deps --no-compile \
    --only-binary :all: --upgrade --target "$fresh" "ziglang==$ZIG_VERSION"; then
    rm -rf "$fresh"
    fail "pip could not fetch ziglang==$ZIG_VERSION"
  fi
  if ! zig_is_pinned "$fresh/ziglang/zig"; then
    rm -rf "$fresh"
    fail "the wheel ziglang==$ZIG_VERSION does not hold a working Zig $ZIG_VERSION for this machine"
  fi
  rm -rf "$ZIG_FOLDER"
  mv "$fresh" "$ZIG_FOLDER"
}

# seconds_since START_NANOSECONDS
seconds_since() { awk -v a="$1" -v b="$(date +%s%N)" 'BEGIN { printf "%.1f", (b - a) / 1e9 }'; }
