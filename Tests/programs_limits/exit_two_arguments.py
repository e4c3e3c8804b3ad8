# SystemExit with two arguments prints the tuple.
raise SystemExit(3, 'x')
