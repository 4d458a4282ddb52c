"""The central types: what a record is, how a field is declared, which types a field may have.

    marks (Field, Read, listed) ─ field_types (Text, Day, …) ─ choices (one of a few) ─ record ▶ what kinds declare

A kind declares its record as a frozen dataclass whose fields are `Annotated[type, Field(...)]`: the Chinese
name, who may see it, a line of help. From that one declaration come the keys that YAML accepts (English or
Chinese), the messages, the privacy of the field and, later, the schema and the headers of spreadsheets.
Whoever declares fields takes all that a declaration needs from here.
"""

from __future__ import annotations

from noticeboard.records.choices import Choice, choice
from noticeboard.records.field_types import (
    E_ID,
    Day,
    Flag,
    Hours,
    Identifier,
    Markdown,
    MoneyField,
    PeriodField,
    Phone,
    PlacePaths,
    QuantityField,
    Reference,
    References,
    Text,
    Texts,
    TimeWindowField,
    WhenField,
    Whole,
    parse_identifier,
)
from noticeboard.records.marks import GIVEN, Field, Prepare, Privacy, Read, listed
from noticeboard.records.record import Channel, Consent, Record

__all__ = [
    "E_ID",
    "GIVEN",
    "Channel",
    "Choice",
    "Consent",
    "Day",
    "Field",
    "Flag",
    "Hours",
    "Identifier",
    "Markdown",
    "MoneyField",
    "PeriodField",
    "Phone",
    "PlacePaths",
    "Prepare",
    "Privacy",
    "QuantityField",
    "Read",
    "Record",
    "Reference",
    "References",
    "Text",
    "Texts",
    "TimeWindowField",
    "WhenField",
    "Whole",
    "choice",
    "listed",
    "parse_identifier",
]
