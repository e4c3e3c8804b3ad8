#!/usr/bin/env bash
# Checks the machine and fetches the pinned Zig into the checkout. Does nothing that is done already.
. "$(dirname "$0")/lib.sh"

need_package git git
need_package python3 python3
need_package cc gcc libc6-dev
check_swift
fetch_zig
say "Swift and Zig $ZIG_VERSION are here"
