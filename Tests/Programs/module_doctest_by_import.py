# Examples are found where doctest is imported by a call; a wrong one is reported.
def double(x):
    """
    >>> double(2)
    4
    >>> double('ab')
    'abab'
    """
    return x * 2


print(__import__("doctest").testmod())
