# PA0307: CPython prints a SourceFileLoader object for __main__.
print(__loader__, __spec__)
