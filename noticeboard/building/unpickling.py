"""Values as bytes and back, by a reader that makes nothing but values.

    value ─ packed ▶ few bytes ─ unpacked ▶ value, or None
    bytes ─ loaded ▶ value, or None

Python's pickle can make a forged file run a program. This reader makes the values of this package and a few plain
ones, so that a forged file can give wrong pages at worst.
"""

from __future__ import annotations

import io
import pickle
import sys
import zlib
from enum import Enum
from typing import Any


def packed(value: object) -> bytes:
    """A value of the state as few bytes, so that it costs little until it is opened."""
    return zlib.compress(pickle.dumps(value, protocol=5), 1)


def unpacked(data: bytes) -> Any:
    """The value that was packed; None if these bytes are not ours."""
    try:
        return loaded(zlib.decompress(data)) if data else None
    except zlib.error:
        return None


def loaded(data: bytes) -> Any:
    """The value that these bytes describe; None if they are damaged or ask for anything but values."""
    try:
        return _Reader(io.BytesIO(data)).load()
    except Exception:  # damaged bytes can raise anything; the answer is to build anew
        return None


_PLAIN = {
    "builtins": {"frozenset", "set", "complex"},
    "datetime": {"date"},
    "decimal": {"Decimal"},
    "fractions": {"Fraction"},
    "pathlib": {"Path", "PosixPath", "WindowsPath", "PurePosixPath"},
}


class _Reader(pickle.Unpickler):
    """Makes frozen values of this package and a few plain ones, and refuses everything else."""

    def find_class(self, module: str, name: str) -> Any:
        if name in _PLAIN.get(module, ()):
            return super().find_class(module, name)
        if module.startswith("noticeboard."):
            found = getattr(sys.modules.get(module), name, None)  # nothing is imported for a file's sake
            if isinstance(found, type) and (
                "__dataclass_fields__" in vars(found) or issubclass(found, Enum | tuple)
            ):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of a state")
