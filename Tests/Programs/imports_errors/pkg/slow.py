def work(n):
    return 'slow ' * n
