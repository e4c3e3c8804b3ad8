"""The abstract base classes of collections."""

import _collections_abc
import sys

# The module is `_collections_abc` itself under another name, as in CPython.
sys.modules["collections.abc"] = _collections_abc
