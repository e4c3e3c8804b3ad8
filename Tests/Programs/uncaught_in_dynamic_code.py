# The traceback of evaluated code: its file name, no source lines.
def run():
    exec('def inner():\n    return 1 / 0\ninner()')


run()
