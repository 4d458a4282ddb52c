"""The only door from records to pages, boards, feeds and data: what may not be shown is replaced here.

    Records + channels + policy of the site + today ─ redact ▶ PublicRecords + Withheld
      for the web alone and for web and wall ─ on_web_and_wall ▶ both, one record where they are the same

Redaction replaces, it never drops: a person without consent stays in every list and every count, as 姓+同志.
A value that is never public becomes the empty value of its field; a consent is itself never shown. What is
shown on several channels at once (a board that is also a page) needs the consent for all of them.

Which fields of a type may have to be replaced is found out once a type, since a site has many records of few
types and most fields are public; the rest of a record is not looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any, NewType, TypeVar

from noticeboard.config import PrivacyRule
from noticeboard.frozen import dataclass
from noticeboard.kind import Kind, by_record
from noticeboard.languages import Language, Words
from noticeboard.locality import Records
from noticeboard.reading.shapes import shape_of
from noticeboard.records import Channel, Consent, Privacy, Record
from noticeboard.values.names import redacted_name

PublicRecords = NewType("PublicRecords", Records)
Stricter = tuple[tuple[str, Privacy], ...]
"""The fields for which a site is stricter, `volunteer.skills`, and who may see them."""
Withheld = Counter[tuple[str, str]]
"""How many values were withheld, by kind and field."""

WEB = frozenset((Channel.WEB,))
WEB_AND_WALL = frozenset((Channel.WEB, Channel.WALL))
"""What may stand on the wall and, because the site shows its boards, on the web as well."""

R = TypeVar("R", bound=Record)
_STRICTNESS = (Privacy.PUBLIC, Privacy.CONSENT, Privacy.NEVER)
_COMRADE = Words("{}同志", "Comrade {}")


def strictest(*policies: Privacy) -> Privacy:
    """The one of several policies that shows least."""
    return max(policies, key=_STRICTNESS.index)


@dataclass(frozen=True, slots=True)
class _Guard:
    """A field that may not be shown to all: what stands in its place, and who may see it."""

    name: str
    key: str
    """The name in files and in consents: `from` for `from_`."""
    empty: Any
    is_consent: bool
    privacy: Privacy
    public_if: Callable[[Any, Any], bool] | None
    """Of a person and its record: whether `otherwise` holds in place of `privacy`."""
    otherwise: Privacy
    inner: str
    """Where a field holds a group with guards of its own, their place: `organization.members`."""


class Redaction:
    """How personal fields are treated on some channels on one day."""

    def __init__(
        self,
        channels: frozenset[Channel],
        rules: tuple[PrivacyRule, ...],
        today: date,
        language: Language,
    ) -> None:
        self.channels = channels
        self.today = today
        self.language = language
        self.withheld: Withheld = Counter()
        self._consent: Consent | None = None
        self._agreed_to: frozenset[str] = frozenset()
        stricter: dict[str, Privacy] = {}
        self._known_guards: dict[tuple[type, str], tuple[_Guard, ...]] = {}
        for rule in rules:
            if not rule.channels or channels & frozenset(rule.channels):
                known = stricter.get(rule.field, Privacy.PUBLIC)
                stricter[rule.field] = strictest(known, rule.policy.privacy)
        self.stricter: Stricter = tuple(sorted(stricter.items()))

    def records(self, records: Records, kinds: tuple[Kind[Any], ...]) -> PublicRecords:
        """The records of one place as these channels may show them."""
        names = {record: kind.name for record, kind in by_record(kinds).items()}
        by_type = tuple(
            (record_type, self._group(group, record_type, names[record_type]))
            for record_type, group in records.by_type
        )
        place = self.record(records.place, "place")
        return PublicRecords(Records(records.path, place, by_type, records.unread))

    def record(self, record: R, kind: str) -> R:
        """One record as these channels may show it."""
        public: R = self._redacted(record, record, kind)
        return public

    def _group(self, group: tuple[R, ...], record_type: type[R], kind: str) -> tuple[R, ...]:
        if not self._guards(record_type, kind):
            return group
        return tuple([self._redacted(record, record, kind) for record in group])

    def _guards(self, group: type, where: str) -> tuple[_Guard, ...]:
        known = self._known_guards.get((group, where))
        if known is None:
            known = self._known_guards[group, where] = _guards_of(group, where, self.stricter)
        return known

    def _redacted(self, group: Any, owner: Record, where: str) -> Any:
        changes: dict[str, Any] = {}
        written = vars(group).get
        for guard in self._guards(type(group), where):
            value = written(guard.name, guard.empty)
            if value is guard.empty:
                continue
            if guard.is_consent:
                changes[guard.name] = None
            elif guard.inner:
                changes[guard.name] = self._inside(value, owner, guard.inner)
            elif value != guard.empty and not self._may_show(group, owner, guard):
                changes[guard.name] = self._instead(group, guard)
                if guard.key != "surname":  # it only helps to write the redacted name
                    self.withheld[where, guard.key] += 1
        return _with(group, changes) if changes else group

    def _inside(self, value: Any, owner: Record, where: str) -> Any:
        if isinstance(value, tuple):
            return tuple([self._redacted(item, owner, where) for item in value])
        return self._redacted(value, owner, where) if is_dataclass(value) else value

    def _may_show(self, group: Any, owner: Record, guard: _Guard) -> bool:
        privacy = guard.privacy
        if guard.public_if is not None and guard.public_if(group, owner):
            privacy = guard.otherwise
        if privacy is Privacy.CONSENT:
            return self._agreed(getattr(group, "consent", None), guard.key)
        return privacy is Privacy.PUBLIC

    def _agreed(self, consent: Consent | None, field: str) -> bool:
        if consent is not self._consent:
            self._consent, self._agreed_to = consent, frozenset(self._fields_of(consent))
        return field in self._agreed_to

    def _fields_of(self, consent: Consent | None) -> Iterator[str]:
        """The fields that may be shown by a consent; many persons in turn often have the same."""
        if consent is not None and (consent.until is None or consent.until >= self.today):
            for field in ("name", "portrait", "skills"):
                if self.channels.issubset(getattr(consent, field)):
                    yield field

    def _instead(self, group: Any, guard: _Guard) -> Any:
        if guard.key != "name":
            return guard.empty
        known = getattr(group, "surname", "")
        if known:
            return _COMRADE.to(self.language).format(known)
        return redacted_name(group.name, self.language)


def on_web_and_wall(
    private: Records, on_web: Redaction, on_wall: Redaction, kinds: tuple[Kind[Any], ...]
) -> tuple[PublicRecords, PublicRecords]:
    """The records of one place as pages show them, and as boards do that stand on the web as well.

    Under the same rules the two differ only where somebody agreed to the one and not to the other.
    """
    web = on_web.records(private, kinds)
    if on_web.stricter != on_wall.stricter:
        return web, on_wall.records(private, kinds)
    names = {record: kind.name for record, kind in by_record(kinds).items()}
    by_type = []
    for (record_type, group), (_, shown) in zip(private.by_type, web.by_type, strict=True):
        is_apart = group is not shown and _tells_apart(group)
        apart = [n for n, record in enumerate(group) if _tells_apart(record)] if is_apart else []
        boards = list(shown)
        for number in apart:
            boards[number] = on_wall.record(group[number], names[record_type])
        by_type.append((record_type, tuple(boards) if apart else shown))
    place = on_wall.record(private.place, "place")
    return web, PublicRecords(Records(web.path, place, tuple(by_type), web.unread))


def _tells_apart(value: Record | tuple[Record, ...]) -> bool:
    """Whether somebody in a record, or in several, agreed to be shown on the web, but not on the wall."""
    for consent in {id(each): each for each in consents_in(value)}.values():
        for channels in (consent.name, consent.portrait, consent.skills):
            if Channel.WEB in channels and Channel.WALL not in channels:
                return True
    return False


@lru_cache(maxsize=256)
def _guards_of(group: type, where: str, stricter: Stricter) -> tuple[_Guard, ...]:
    return tuple(_each_guard(group, where, dict(stricter)))


def _each_guard(group: Any, where: str, stricter: dict[str, Privacy]) -> Iterator[_Guard]:
    """The fields of a group that hold a consent, or a group with such fields, or are not public."""
    for shape in shape_of(group).fields:
        name = f"{where}.{shape.key}"
        declared = shape.declaration.privacy
        ruled = strictest(*(stricter.get(each, Privacy.PUBLIC) for each in (name, *shape.declaration.like)))
        is_consent = shape.inner is Consent
        inner = name if shape.inner is not None and _concerns(shape.inner, name, stricter) else ""
        if inner or is_consent or strictest(declared, ruled) is not Privacy.PUBLIC:
            empty, privacy = _empty(group, shape.name), strictest(declared, ruled)
            public_if = shape.declaration.public_if if declared is Privacy.CONSENT else None
            yield _Guard(shape.name, shape.key, empty, is_consent, privacy, public_if, ruled, inner)


def _concerns(group: Any, where: str, stricter: dict[str, Privacy]) -> bool:
    return _is_personal(group) or any(field.startswith(where + ".") for field in stricter)


def _with(group: Any, changes: dict[str, Any]) -> Any:
    """A copy with other values in some fields; `dataclasses.replace` walks all of them, eight times slower."""
    copy = object.__new__(type(group))
    copy.__dict__ = vars(group) | changes
    return copy


def _empty(group: type, field: str) -> Any:
    """The empty value of a field: its default, or an empty text for one that is required."""
    item = next(item for item in fields(group) if item.name == field)
    return "" if item.default is MISSING else item.default


@cache
def _is_personal(group: Any) -> bool:
    """Whether a dataclass holds a personal field, itself or further in."""
    return any(
        shape.declaration.privacy is not Privacy.PUBLIC
        or shape.inner is Consent
        or (shape.inner is not None and _is_personal(shape.inner))
        for shape in shape_of(group).fields
    )


def consent_changes(value: Any, today: date) -> Iterator[date]:
    """The days after today on which a consent somewhere in a record, or in several, ends."""
    for consent in consents_in(value):
        if consent.until is not None and consent.until >= today:
            yield consent.until + timedelta(days=1)


def consents_in(value: Any) -> list[Consent]:
    """Every consent somewhere in a record, or in several."""
    found: list[Consent] = []
    _add_consents(value, found)
    return found


def _add_consents(value: Any, found: list[Consent]) -> None:
    for group in value if isinstance(value, tuple) else (value,):
        own_type: Any = type(group)
        for name in _ways_to_consent(own_type):
            inner = getattr(group, name)
            if isinstance(inner, Consent):
                found.append(inner)
            elif inner:
                _add_consents(inner, found)


@cache
def _ways_to_consent(group: Any) -> tuple[str, ...]:
    """The fields of a dataclass that hold a consent, themselves or further in."""
    found = []
    for shape in shape_of(group).fields:
        inner: Any = shape.inner
        if inner is Consent or (inner is not None and _ways_to_consent(inner)):
            found.append(shape.name)
    return tuple(found)
