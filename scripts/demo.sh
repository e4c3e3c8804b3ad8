#!/usr/bin/env bash
# demo.sh PREFIX: from nothing to a native program: set-up, build, install, then examples/fibonacci.py beside python3.
. "$(dirname "$0")/lib.sh"

prefix="${1:?usage: demo.sh PREFIX}"
"$ROOT/scripts/setup.sh"
"$ROOT/scripts/install.sh" "$prefix"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
program="$ROOT/examples/fibonacci.py"
start="$(date +%s%N)"
"$prefix/bin/pyaot" build "$program" -o "$work/fibonacci"
compile="$(seconds_since "$start")"

start="$(date +%s%N)"
"$work/fibonacci" >"$work/native.out"
native="$(awk -v a="$start" -v b="$(date +%s%N)" 'BEGIN { printf "%.3f", (b - a) / 1e9 }')"
start="$(date +%s%N)"
python3 "$program" >"$work/python.out"
python="$(awk -v a="$start" -v b="$(date +%s%N)" 'BEGIN { printf "%.3f", (b - a) / 1e9 }')"

printf '\n$ pyaot examples/fibonacci.py\n'
cat "$work/native.out"
printf '\ncompiled in %s s (the first link on a machine takes longer)\n' "$compile"
printf '%-28s %8s s\n' "native" "$native" "$(python3 --version)" "$python"
cmp -s "$work/native.out" "$work/python.out" || fail "the outputs differ: $(diff "$work/native.out" "$work/python.out")"
printf 'same output\n'
case ":$PATH:" in
*":$prefix/bin:"*) ;;
*) printf '\n%s/bin is not on PATH; add it with\n\n  export PATH="%s/bin:$PATH"\n' "$prefix" "$prefix" ;;
esac
