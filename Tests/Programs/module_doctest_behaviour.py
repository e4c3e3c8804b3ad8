"""Wrong examples, and what doctest says of them.

>>> 1 + 1
3
>>> print("a\\n\\nb")
a
<BLANKLINE>
b
"""
import doctest
from functools import lru_cache


def wrong(x):
    """
    >>> wrong(2)
    5
    >>> wrong(3)    # doctest: +ELLIPSIS
    6
    >>> for i in range(2):
    ...     print(i, wrong(i))
    0 0
    1 2
    >>> wrong(None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    >>> wrong('a')
    Traceback (most recent call last):
    TypeError: no
    >>> raise KeyError('b')
    Traceback (most recent call last):
    KeyError: 'b'
    >>> from math import tau as t
    >>> def g(n: int) -> int:
    ...     return n * 2
    >>> g(21), round(t, 3)
    (42, 6.283)
    >>> _
    (42, 6.283)
    >>> class D:
    ...     pass
    >>> D.__module__
    '__main__'
    >>> wrong(4)
    >>> x = wrong(4)
    8
    >>> wrong(1) == 2
    1
    >>> list(range(20))   # doctest: +NORMALIZE_WHITESPACE +ELLIPSIS
    [0,  1, ..., 18,
     19]
    >>> wrong(9)   # doctest: +SKIP
    0
    >>> 1 +
    Traceback (most recent call last):
    SyntaxError: invalid syntax
    """
    return x * 2


@lru_cache(maxsize=None)
def cached(n):
    """
    >>> cached(3)
    4
    """
    return n + 1


class C:
    """A class.

    >>> C().m()
    'm'
    >>> C().p
    2
    """

    def m(self):
        """
        >>> C().m() + 'x'
        'mx'
        """
        return 'm'

    @property
    def p(self):
        """
        >>> C().p
        1
        """
        return 1

    @staticmethod
    def s():
        """
        >>> C.s()
        """


def none():
    pass


__test__ = {'more': '''
>>> none()
>>> none() is None
False
'''}

if __name__ == "__main__":
    print(doctest.testmod())
    print(doctest.testmod(verbose=True, optionflags=doctest.REPORT_NDIFF))
    doctest.run_docstring_examples(cached, globals(), verbose=True)
    print([(t.name, t.lineno, len(t.examples)) for t in doctest.DocTestFinder().find(C, "C")])
    print(doctest.script_from_examples(cached.__doc__))
