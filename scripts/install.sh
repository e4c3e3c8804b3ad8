#!/usr/bin/env bash
# install.sh PREFIX: the compiler as PREFIX/bin/pyaot, what it needs as PREFIX/lib/pyaot/{runtime,zig}, its manual pages as
# PREFIX/share/man/man1/pyaot*.1.
# The new lib/pyaot is complete before it takes the place of an old one.
. "$(dirname "$0")/lib.sh"

prefix="${1:?usage: install.sh PREFIX}"
mkdir -p "$prefix/bin" "$prefix/lib"
prefix="$(cd "$prefix" && pwd)"
executable="$("$ROOT/scripts/build.sh")"

say "installing under $prefix"
new="$prefix/lib/pyaot.new.$$"
trap 'rm -rf "$new"' EXIT
mkdir -p "$new"
cp -R "$ROOT/runtime" "$new/runtime"
rm -rf "$new/runtime/prebuilt" "$new/runtime/test" "$new/runtime/tools"
find "$new/runtime" -name '.zig-cache' -prune -exec rm -rf {} +
cp -R "$ZIG_FOLDER" "$new/zig"
"$ROOT/scripts/prebuild.py" --pyaot "$executable" --home "$new"

rm -rf "$prefix/lib/pyaot"
mv "$new" "$prefix/lib/pyaot"
install -m 755 "$executable" "$prefix/bin/pyaot.new"
# Half of the executable is symbols; the build id, which cache keys use, stays.
if command -v strip >/dev/null 2>&1; then strip "$prefix/bin/pyaot.new"; fi
mv "$prefix/bin/pyaot.new" "$prefix/bin/pyaot"
"$ROOT/scripts/manual.py" "$prefix/bin/pyaot" "$prefix/share/man/man1"
"$prefix/bin/pyaot" version >&2
