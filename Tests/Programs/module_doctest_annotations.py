"""Texts that are evaluated inherit the features of their module.

>>> x: Missing = 3
>>> x, __annotations__
(3, {'x': 'Missing'})
>>> def f(a: Missing) -> 1 + 1: ...
>>> f.__annotations__
{'a': 'Missing', 'return': '1 + 1'}
"""
from __future__ import annotations
import doctest

names = {}
exec("y: Missing = 4", names)
print(names["y"], names["__annotations__"])
print(doctest.testmod())
