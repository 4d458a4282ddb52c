"""Frozen dataclasses made with fewer methods behave like those of the standard library."""

from __future__ import annotations

import dataclasses
import pickle
from typing import Any

import pytest

from noticeboard import frozen


def declared(dataclass: Any) -> Any:
    """The same two classes, made by one or the other."""

    @dataclass(frozen=True)
    class Empty:
        """No field."""

    @dataclass(frozen=True)
    class One:
        """One field."""

        name: str

    @dataclass(frozen=True, kw_only=True)
    class Many:
        """Several fields, one of which is passed over in comparing and showing."""

        name: str
        inner: object = None
        tags: tuple[str, ...] = ()
        origin: str = dataclasses.field(default="", compare=False, repr=False)

    return Empty, One, Many


OURS, THEIRS = declared(frozen.dataclass), declared(dataclasses.dataclass)


@pytest.mark.parametrize(
    "values",
    (
        (),
        ("甲",),
        (("甲", "乙"),),
        {"name": "甲"},
        {"name": "甲", "inner": 1.0, "tags": ("%s",), "origin": "a.yml"},
    ),
)
def test_shown_compared_and_hashed_alike(values: Any) -> None:
    number = 2 if isinstance(values, dict) else len(values)
    made = [
        cls(**values) if isinstance(values, dict) else cls(*values) for cls in (OURS[number], THEIRS[number])
    ]
    ours, theirs = made
    assert repr(ours) == repr(theirs)
    assert ours == dataclasses.replace(ours)
    assert hash(ours) == hash(dataclasses.replace(ours))
    assert ours != theirs
    assert ours != values
    assert dataclasses.astuple(ours) == dataclasses.astuple(theirs)


def test_a_field_that_is_not_compared_makes_no_difference() -> None:
    many = OURS[2]
    assert many(name="甲", origin="a") == many(name="甲", origin="b") != many(name="乙", origin="a")
    assert len({many(name="甲", origin="a"), many(name="甲", origin="b")}) == 1


@frozen.dataclass(frozen=True)
class Above:
    """A class with a method of its own."""

    name: str

    def __repr__(self) -> str:
        return "own"


@frozen.dataclass(frozen=True)
class Below(Above):
    """One that inherits it, and compares more."""

    number: int = 0


def test_classes_below_compare_their_own_fields() -> None:
    assert repr(Above("甲")) == "own"
    assert repr(Below("甲", 1)) == "Below(name='甲', number=1)"
    assert Below("甲", 1) != Below("甲", 2)
    assert Above("甲") != Below("甲")
    assert pickle.loads(pickle.dumps(Below("甲", 1))) == Below("甲", 1)


@frozen.dataclass(frozen=True)
class Unmade:
    """One of which no value was made by a call yet."""

    name: str
    number: int = 0


def test_a_value_that_was_read_from_bytes_is_like_one_that_was_made() -> None:
    read = Unmade.__new__(Unmade)
    vars(read).update(name="甲")
    assert repr(read) == "Unmade(name='甲', number=0)"
    match read:
        case Unmade(name, number):
            assert (name, number) == ("甲", 0)
    assert read == Unmade("甲")
