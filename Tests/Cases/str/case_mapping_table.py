"""Case mapping beyond ASCII: one to many, final sigma, title case, digraphs."""


def attempt(what):
    try:
        return what()
    except Exception as error:
        return type(error).__name__ + ': ' + str(error)


print(attempt(lambda: ('ß'.upper(), 'ﬁ'.upper(), 'ŉ'.title(), 'ǆ'.title(), 'ǅ'.lower(), 'ǆ'.upper(), 'ß'.casefold(), 'İ'.lower(), 'ı'.upper())))
print(attempt(lambda: ('ΑΣ'.lower(), 'ΑΣΑ'.lower(), 'Σ'.lower(), 'ΑΣ.'.lower(), 'Α\u0301Σ'.lower(), 'ΣΑ'.lower())))
print(attempt(lambda: ("they're bill's".title(), 'a1b c'.title(), 'hELLO wORLD'.capitalize(), 'ǆabc'.capitalize(), 'ß'.capitalize(), ''.capitalize())))
print(attempt(lambda: ('aBß'.swapcase(), 'ŉ'.swapcase(), 'ΑΣ'.swapcase(), '\U00010400'.lower() == '\U00010428')))
print(attempt(lambda: ('ǅ'.istitle(), 'Abc Def'.istitle(), 'ABC'.istitle(), ''.istitle(), 'A1'.istitle(), "A'B".istitle(), 'aB'.istitle())))
print(attempt(lambda: ('ǅ'.isupper(), 'ǅ'.islower(), 'ª'.islower(), 'Ⅷ'.isupper(), '1'.isupper(), 'a1'.islower(), '中'.islower())))
print(attempt(lambda: ('Straße'.casefold() == 'STRASSE'.casefold(), 'Å'.casefold(), '\u1e9e'.casefold(), '\u1e9e'.lower())))
