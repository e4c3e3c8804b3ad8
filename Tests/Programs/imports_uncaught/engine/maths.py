def inverse(x):
    try:
        return 1 / x
    except ZeroDivisionError as error:
        raise ValueError(f'no inverse of {x}') from error
