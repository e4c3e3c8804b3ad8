# Endless allocations.
def run():
    kept = []
    while True:
        kept.append([len(kept)])
        if len(kept) > 1000:
            kept.clear()

print('ready', flush=True)
run()
