"""The boards of a place as what hangs is compared with them: version code and lines, not laid out.

    Locality (as the wall may show it) + BoardSubject ─ stated ▶ BoardStated
    lines as printed + lines now ─ changes_between ▶ Changes

A name that was redacted when the board was printed counts as text: it says no more than anybody may read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from noticeboard.boards.printed_lines import SEPARATOR, PrintedLine, joined, lines_of
from noticeboard.boards.said import said_by, version_code
from noticeboard.boards.sheet import SHEETS
from noticeboard.boards.subject import BoardSubject
from noticeboard.checking.private_numbers import private_numbers
from noticeboard.diagnostics import Origin
from noticeboard.frozen import dataclass
from noticeboard.kinds.hung import HungLine, person_of
from noticeboard.languages import Words
from noticeboard.locality import Locality
from noticeboard.planning.board_frames import date_text, frame_of, issuer_of
from noticeboard.values.names import is_redacted

ISSUER = Words("落款", "Issuer and date")
PHONE = Words("监督电话", "Supervision phone")
HEADING = Words("标题", "Heading")
Key = tuple[str, str, str]


@dataclass(frozen=True)
class BoardStated:
    """What a board says now."""

    code: str
    lines: tuple[HungLine, ...]


@dataclass(frozen=True)
class Altered:
    """A line that says something else now."""

    what: str
    old: str
    new: str


@dataclass(frozen=True)
class Changes:
    """What differs between a board as printed and the same board now; names as they may be shown."""

    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    altered: tuple[Altered, ...] = ()

    @property
    def count(self) -> int:
        """How many lines differ."""
        return len(self.added) + len(self.dropped) + len(self.altered)


def stated(locality: Locality, subject: BoardSubject) -> BoardStated:
    """The version code of a board, whatever its sheet, and its lines."""
    frame = frame_of(locality, subject, SHEETS[subject.kind.sheets[0]])
    code = version_code(said_by((subject.kind.key, frame, subject.content)))
    return BoardStated(code, recorded_lines(locality, subject))


def recorded_lines(locality: Locality, subject: BoardSubject) -> tuple[HungLine, ...]:
    """The lines of a board as they are recorded when it is hung: band and foot first."""
    around = (
        PrintedLine(locality.words(HEADING), "", joined((locality.place.name, subject.title))),
        PrintedLine(
            locality.words(ISSUER), "", joined((issuer_of(locality, subject), date_text(locality, subject)))
        ),
        PrintedLine(locality.words(PHONE), "", locality.context.phone),
    )
    return tuple(
        _recorded(line) for line in (*around, *lines_of(subject.content, locality.language)) if any(line)
    )


def _recorded(line: PrintedLine) -> HungLine:
    """A line without what may not stand in free text: a private number that a field allows."""
    name, text = ("", joined((line.name, line.text))) if is_redacted(line.name) else (line.name, line.text)
    if private_numbers({"text": text}, HungLine, Origin()):
        text = ""
    return HungLine(what=line.what, name=name, text=text, person=person_of(name))


def changes_between(old: tuple[HungLine, ...], new: tuple[HungLine, ...]) -> Changes:
    """Which lines were added, dropped or altered.

    Lines that are about the same and name the same person are one line that was altered; so are two that alone
    are about the same.
    """
    gone, come = _without(old, new), _without(new, old)
    altered = _pairs(gone, come, lambda line: (line.what, line.person) if line.what else None)
    alone = _once(old) & _once(new)
    altered += _pairs(gone, come, lambda line: (line.what, "") if line.what in alone else None)
    return Changes(
        tuple(map(said, come)),
        tuple(map(said, gone)),
        tuple(_altered(before, now) for before, now in altered),
    )


def _pairs(
    gone: list[HungLine], come: list[HungLine], about: Callable[[HungLine], tuple[str, str] | None]
) -> list[tuple[HungLine, HungLine]]:
    """Lines that are about the same, taken out of both lists."""
    found = []
    for old in tuple(gone):
        new = next((each for each in come if about(each) and about(each) == about(old)), None)
        if new is not None:
            found.append((old, new))
            gone.remove(old)
            come.remove(new)
    return found


def _once(lines: tuple[HungLine, ...]) -> set[str]:
    """What just one of the lines is about."""
    return {what for what, count in Counter(line.what for line in lines).items() if what and count == 1}


def said(line: HungLine) -> str:
    """A line as a reader sees it."""
    return joined((line.what, line.name, line.text))


def _altered(before: HungLine, now: HungLine) -> Altered:
    """What differs between two lines; of one and the same person the name stands with what the line is about."""
    is_same = before.person == now.person
    old, new = (before.text, now.text) if is_same else (_rest(before), _rest(now))
    return Altered(joined((now.what, now.name if is_same else "")), *_differing(old, new))


def _differing(old: str, new: str) -> tuple[str, str]:
    """Two texts without the parts at their ends that they have in common."""
    was, now = old.split(SEPARATOR), new.split(SEPARATOR)
    while was and now and was[-1] == now[-1]:
        was, now = was[:-1], now[:-1]
    while was and now and was[0] == now[0]:
        was, now = was[1:], now[1:]
    return SEPARATOR.join(was), SEPARATOR.join(now)


def _rest(line: HungLine) -> str:
    return joined((line.name, line.text))


def _key(line: HungLine) -> Key:
    return line.what, line.person, line.text


def _without(lines: tuple[HungLine, ...], others: tuple[HungLine, ...]) -> list[HungLine]:
    """The lines that are not among the others, each as often as it is there more often."""
    known = Counter(map(_key, others))
    left = []
    for line in lines:
        if known[_key(line)]:
            known[_key(line)] -= 1
        else:
            left.append(line)
    return left
