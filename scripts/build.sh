#!/usr/bin/env bash
# Builds the release compiler; prints its path. The standard library is linked in: a Swift executable that loads it as
# shared libraries starts several times slower, and could not be moved to a machine without Swift.
. "$(dirname "$0")/lib.sh"

cd "$ROOT"
flags=(-c release --product pyaot --static-swift-stdlib)
say "building the compiler (swift build ${flags[*]})"
swift build "${flags[@]}" "$@" >&2
printf '%s/pyaot\n' "$(swift build "${flags[@]}" --show-bin-path)"
