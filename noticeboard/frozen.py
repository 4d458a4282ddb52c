"""Frozen dataclasses that cost a command little at its start.

`dataclasses.dataclass(frozen=True)` writes six methods of every class as source text and compiles them, 0.8 ms a
class, which for two hundred classes was a third of the time that `check` takes for one file. Here comparing, hashing
and showing are the same few functions for all classes, and the standard library writes `__init__` alone, when the
first value of a class is made: most commands make values of few classes. That nothing assigns to a field is kept by
the type checker, to which these are the dataclasses of the standard library.
"""

from __future__ import annotations

import dataclasses
import threading
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
            return _with_shared_methods(made, options)

        return make if cls is None else make(cls)


_LATER = ("__init__", "__dataclass_fields__", "__match_args__", "_compared", "_shown", "_form")
"""What a class gets when one of them is asked for."""
_LOCK = threading.RLock()


def _with_shared_methods(cls: Any, options: dict[str, bool]) -> Any:
    for method in (__eq__, __hash__, __repr__):
        if method.__name__ not in cls.__dict__:
            setattr(cls, method.__name__, method)
    has_defaults_of_fields = any(isinstance(each, dataclasses.Field) for each in vars(cls).values())
    for name in _LATER:
        setattr(cls, name, _Later(name, cls, options))
    if has_defaults_of_fields:  # the class itself has them only once it is complete
        _complete(cls, options)
    return cls


class _Later:
    """Stands in a class for what the class gets once it is asked for."""

    def __init__(self, name: str, cls: Any, options: dict[str, bool]) -> None:
        self._name, self._class, self._options = name, cls, options

    def __get__(self, value: object | None, owner: type) -> Any:
        with _LOCK:
            if self._class.__dict__.get(self._name) is self:
                _complete(self._class, self._options)
        return getattr(owner if value is None else value, self._name)


def _complete(cls: Any, options: dict[str, bool]) -> None:
    for name in _LATER:
        delattr(cls, name)
    dataclasses.dataclass(repr=False, eq=False, **options)(cls)
    fields = dataclasses.fields(cls)
    shown = [field.name for field in fields if field.repr]
    cls._compared = staticmethod(_values(*(field.name for field in fields if field.compare)))
    cls._shown = staticmethod(_values(*shown))
    cls._form = f"({', '.join(f'{name}=%r' for name in shown)})"


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
