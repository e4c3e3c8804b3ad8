#!/usr/bin/env bash
# format.sh [--check]: Swift by swift-format (.swift-format), Zig by `zig fmt`. Generated files are left alone: their
# generators decide. With --check nothing is written; exit status 1 when something would change, or when a runtime file makes an
# object of a builtin class through its slot: pruning takes constructors that no program names, so the maker is called by its name.
. "$(dirname "$0")/lib.sh"

cd "$ROOT"
mapfile -t swift_files < <(find Package.swift Sources Tests -name '*.swift' ! -name '*+Generated.swift' ! -path '*/.build/*' | sort)
mapfile -t zig_files < <(find runtime -name '*.zig' ! -name '*.gen.zig' ! -path '*/.zig-cache/*' | sort)
status=0
if [ "${1:-}" = --check ]; then
  swift format lint --strict --parallel "${swift_files[@]}" || status=1
  # Whether the layout is swift-format's own: lint reports only some of it.
  "$ZIG" fmt --check "${zig_files[@]}" || status=1
  if grep -nE '_type\.slots\.new\.\?|call\.call\(object\.word\(&[A-Za-z_.]*_type\)' "${zig_files[@]}" | grep -v '_test\.zig:'; then
    echo "a constructor may be pruned: call it by its name"
    status=1
  fi
else
  swift format format --in-place --parallel "${swift_files[@]}"
  "$ZIG" fmt "${zig_files[@]}"
fi
exit "$status"
