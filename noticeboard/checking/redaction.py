"""The only door from records to pages, boards, feeds and data: what may not be shown is replaced here.

    Records + channels + policy of the site + today ─ redact ▶ PublicRecords + Withheld

Redaction replaces, it never drops: a person without consent stays in every list and every count, as 姓+同志.
A value that is never public becomes the empty value of its field; a consent is itself never shown. What is
shown on several channels at once (a board that is also a page) needs the consent for all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any, NewType, TypeVar

from noticeboard.config import PrivacyRule
from noticeboard.kind import Kind
from noticeboard.languages import Language, Words
from noticeboard.locality import Records
from noticeboard.reading.decode import FieldShape, shape_of
from noticeboard.records import Channel, Consent, Privacy, Record
from noticeboard.values.names import redacted_name

PublicRecords = NewType("PublicRecords", Records)
Withheld = Counter[tuple[str, str]]
"""How many values were withheld, by kind and field."""

R = TypeVar("R", bound=Record)
_STRICTNESS = (Privacy.PUBLIC, Privacy.CONSENT, Privacy.NEVER)
_COMRADE = Words("{}同志", "Comrade {}")


def strictest(*policies: Privacy) -> Privacy:
    """The one of several policies that shows least."""
    return max(policies, key=_STRICTNESS.index)


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
        self._stricter: dict[str, Privacy] = {}
        for rule in rules:
            if not rule.channels or channels & frozenset(rule.channels):
                known = self._stricter.get(rule.field, Privacy.PUBLIC)
                self._stricter[rule.field] = strictest(known, rule.policy.privacy)

    def records(self, records: Records, kinds: tuple[Kind[Any], ...]) -> PublicRecords:
        """The records of one place as these channels may show them."""
        names = {kind.record: kind.name for kind in kinds}
        by_type = tuple(
            (record_type, tuple(self.record(record, names[record_type]) for record in group))
            for record_type, group in records.by_type
        )
        place = self.record(records.place, "place")
        return PublicRecords(replace(records, place=place, by_type=by_type))

    def record(self, record: R, kind: str) -> R:
        """One record as these channels may show it."""
        if not self._concerns(type(record), kind):
            return record
        public: R = self._redacted(record, record, kind)
        return public

    def _concerns(self, group: Any, where: str) -> bool:
        return _is_personal(group) or any(field.startswith(where + ".") for field in self._stricter)

    def _redacted(self, group: Any, owner: Record, where: str) -> Any:
        changes: dict[str, Any] = {}
        own_type: Any = type(group)
        for shape in shape_of(own_type).fields:
            value, name = getattr(group, shape.name), f"{where}.{shape.key}"
            if isinstance(value, Consent):
                changes[shape.name] = None
            elif shape.inner is not None and self._concerns(shape.inner, name):
                changes[shape.name] = self._inside(value, owner, name)
            elif value != _empty(type(group), shape.name) and not self._may_show(group, owner, shape, name):
                changes[shape.name] = self._instead(group, shape)
                if shape.key != "surname":  # it only helps to write the redacted name
                    self.withheld[where, shape.key] += 1
        return replace(group, **changes) if changes else group

    def _inside(self, value: Any, owner: Record, where: str) -> Any:
        if isinstance(value, tuple):
            return tuple(self._redacted(item, owner, where) for item in value)
        return self._redacted(value, owner, where) if is_dataclass(value) else value

    def _may_show(self, group: Any, owner: Record, shape: FieldShape, name: str) -> bool:
        declared = shape.declaration.privacy
        public_if = shape.declaration.public_if
        if declared is Privacy.CONSENT and public_if is not None and public_if(group, owner):
            declared = Privacy.PUBLIC
        stricter = self._stricter.get(name, Privacy.PUBLIC)
        privacy = strictest(declared, stricter)
        if privacy is Privacy.CONSENT:
            return self._agreed(getattr(group, "consent", None), shape.key)
        return privacy is Privacy.PUBLIC

    def _agreed(self, consent: Consent | None, field: str) -> bool:
        if consent is None or (consent.until is not None and consent.until < self.today):
            return False
        return self.channels <= frozenset(getattr(consent, field, ()))

    def _instead(self, group: Any, shape: FieldShape) -> Any:
        if shape.key != "name":
            return _empty(type(group), shape.name)
        known = getattr(group, "surname", "")
        if known:
            return _COMRADE.to(self.language).format(known)
        return redacted_name(group.name, self.language)


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
    """The days after today on which a consent somewhere in a record ends."""
    if isinstance(value, Consent):
        if value.until is not None and value.until >= today:
            yield value.until + timedelta(days=1)
    elif isinstance(value, tuple):
        for item in value:
            yield from consent_changes(item, today)
    elif is_dataclass(value) and not isinstance(value, type) and _is_personal_or_consent(type(value)):
        for item in fields(value):
            yield from consent_changes(getattr(value, item.name), today)


@cache
def _is_personal_or_consent(group: Any) -> bool:
    return group is Consent or (bool(shape_of(group).fields) and _is_personal(group))
