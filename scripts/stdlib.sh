#!/usr/bin/env bash
# Prints the folder of CPython 3.13's own library, which programs import modules from: of an installed CPython 3.13, or a
# checkout of its `Lib` alone in .build-stdlib. Exit status 1 with a reason on stderr where neither is to be had.
. "$(dirname "$0")/lib.sh"

if [ -n "${PYAOT_STDLIB:-}" ]; then
  printf '%s\n' "$PYAOT_STDLIB"
  exit
fi

# library_of PYTHON: its library, if it is the reference version.
library_of() {
  "$1" -c 'import os, sys
if "%d.%d" % sys.version_info[:2] != sys.argv[1]: sys.exit(1)
print(os.path.dirname(os.__file__))' "$PYTHON_REFERENCE" 2>/dev/null
}

candidates=("${PYTHON313:-}")
for python in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$PYTHON_REFERENCE"*/bin/python3; do candidates+=("$python"); done
candidates+=("python$PYTHON_REFERENCE" "python3")
for python in "${candidates[@]}"; do
  if [ -n "$python" ] && library_of "$python"; then exit; fi
done

library="$ROOT/.build-stdlib"
if [ ! -e "$library/Lib/os.py" ]; then
  need_package git git
  say "no CPython $PYTHON_REFERENCE here: fetching its library into $library"
  fresh="$library.new.$$"
  trap 'rm -rf "$fresh"' EXIT
  clone() {
    rm -rf "$fresh"
    git clone --quiet --depth 1 --branch "$CPYTHON_TAG" --filter=blob:none --sparse "$CPYTHON_REPOSITORY" "$fresh" &&
      git -C "$fresh" sparse-checkout set Lib
  }
  GIT_TERMINAL_PROMPT=0 retry 3 clone ||
    fail "could not fetch it; install CPython $PYTHON_REFERENCE and set PYTHON313 to its python3"
  rm -rf "$library"
  mv "$fresh" "$library"
fi
printf '%s\n' "$library/Lib"
