"""Frozen dataclasses that cost a command little at its start.

`dataclasses.dataclass(frozen=True)` writes six methods of every class as source text and compiles them, 0.8 ms a
class, which for two hundred classes was a third of the time that `check` takes for one file. Here the standard
library writes `__init__` alone; comparing, hashing and showing are the same few functions for all classes. That
nothing assigns to a field is kept by the type checker, to which these are the dataclasses of the standard library.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls: type | None = None, /, *, frozen: bool = False, **options: bool) -> Any:
        """What `dataclasses.dataclass` makes; of frozen classes without slots, with fewer methods of their own."""

        def make(made: type) -> type:
            if not frozen or options.keys() - {"kw_only"}:
                return dataclasses.dataclass(made, frozen=frozen, **options)
            return _with_shared_methods(dataclasses.dataclass(made, repr=False, eq=False, **options))

        return make if cls is None else make(cls)


def _with_shared_methods(cls: Any) -> Any:
    fields = dataclasses.fields(cls)
    shown = [field.name for field in fields if field.repr]
    cls._compared = staticmethod(_values(*(field.name for field in fields if field.compare)))
    cls._shown = staticmethod(_values(*shown))
    cls._form = f"({', '.join(f'{name}=%r' for name in shown)})"
    for method in (__eq__, __hash__, __repr__):
        if method.__name__ not in cls.__dict__:
            setattr(cls, method.__name__, method)
    return cls


def _values(*names: str) -> Callable[[object], tuple[object, ...]]:
    """A function that gives the values of these attributes."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def __eq__(self: Any, other: Any) -> Any:  # noqa: N807  # they become methods
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self is other or self._compared(self) == self._compared(other)


def __hash__(self: Any) -> int:  # noqa: N807  # as above
    return hash(self._compared(self))


def __repr__(self: Any) -> str:  # noqa: N807  # as above
    return str(self.__class__.__qualname__ + self._form % self._shown(self))
