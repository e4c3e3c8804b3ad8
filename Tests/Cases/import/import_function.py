# __import__ finds the package of a relative import in the globals that it is given.
import collections.abc


def attempt(*arguments):
    try:
        print(__import__(*arguments).__name__)
    except Exception as error:
        print(type(error).__name__, error)


attempt("collections.abc")
attempt("collections.abc", None, None, ["Sized"])
attempt("abc", {"__package__": "collections"}, None, ["Sized"], 1)
attempt("", {"__package__": "collections"}, None, ["abc"], 1)
attempt("", {"__package__": None, "__name__": "collections.abc"}, None, ["abc"], 1)
attempt("", {"__name__": "collections", "__path__": []}, None, ["abc"], 1)
attempt("abc", {"__package__": "collections"}, None, ["Sized"], 2)
attempt("abc", {"__name__": "collections"}, None, ["Sized"], 1)
attempt("abc", {"__package__": ""}, None, ["Sized"], 1)
attempt("abc", {"__package__": 1}, None, ["Sized"], 1)
attempt("abc", {"__name__": 1}, None, ["Sized"], 1)
attempt("abc", {}, None, ["Sized"], 1)
attempt("abc", "globals", None, ["Sized"], 1)
attempt("abc", "globals", None, ["Sized"], -1)
attempt("")
attempt(1)
