"""warnings: filters, catching, errors, hooks, deprecated."""
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("first")
    warnings.warn("second", DeprecationWarning)
    warnings.warn(RuntimeWarning("third"))
    warnings.warn_explicit("fourth", UserWarning, "file.py", 7)
    print([(str(w.message), w.category.__name__) for w in caught], caught[-1].filename, caught[-1].lineno)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("once")
    for _ in range(3):
        warnings.warn("again")
    print(len(caught))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("now an error", FutureWarning)
    except FutureWarning as e:
        print("raised", e)
with warnings.catch_warnings(record=True) as caught:
    warnings.resetwarnings()
    warnings.filterwarnings("ignore", message=".*quiet", category=UserWarning)
    warnings.warn("be quiet")
    warnings.warn("be loud")
    print([str(w.message) for w in caught])


def hook(message, category, filename, lineno, file=None, line=None):
    print("hook:", message, category.__name__)


with warnings.catch_warnings():
    warnings.simplefilter("always")
    warnings.showwarning = hook
    warnings.warn("shown by the hook")
print(warnings.formatwarning("text", UserWarning, "f.py", 3, "x = 1"), end="")


@warnings.deprecated("use other()")
def old():
    return 5


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(old(), [str(w.message) for w in caught], old.__deprecated__)
for call in [lambda: warnings.warn("x", int), lambda: warnings.simplefilter("no"), lambda: warnings.filterwarnings("error", category=5), lambda: warnings.filterwarnings("error", lineno=-1)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
