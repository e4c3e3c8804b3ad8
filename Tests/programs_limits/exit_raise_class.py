# raise SystemExit without arguments.
raise SystemExit
