"""What is wrong with a programme: parts that cannot be told apart, a record counted twice, names of residents."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.diagnostics import Diagnostic, KeyPath, code
from noticeboard.kinds.nameless import nameless
from noticeboard.kinds.programme.record import Programme
from noticeboard.languages import Words

E_PROGRAMME_PART = code(
    "E-PROGRAMME-PART", "工作法的两个部分分不开", "two parts of a programme that cannot be told apart"
)
E_PROGRAMME_RECORD = code(
    "E-PROGRAMME-RECORD",
    "工作法的一部分把一条记录写了两次",
    "a part of a programme that names a record twice",
)


def check(programme: Programme) -> Iterator[Diagnostic]:
    """What is wrong with one programme."""
    yield from _alike(programme)
    for index, part in enumerate(programme.parts):
        for number, reference in enumerate(part.records):
            if reference in part.records[:number]:
                yield Diagnostic(
                    E_PROGRAMME_RECORD,
                    Words(
                        f"“{part.name}”里写了两次“{reference}”",
                        f"“{reference}” stands twice in “{part.name}”",
                    ),
                    Words("删去一个，否则会数两次", "leave one out, or it is counted twice"),
                    programme.origin.at("parts", index, "records", number),
                )
    texts: list[tuple[KeyPath, str]] = [(("about",), programme.about), (("note",), programme.note)]
    texts += [(("parts", n, "words"), part.words) for n, part in enumerate(programme.parts)]
    yield from nameless(texts, programme.origin)


def _alike(programme: Programme) -> Iterator[Diagnostic]:
    """Two parts of one name, or of one colour."""
    names: set[str] = set()
    colours: set[str] = set()
    for index, part in enumerate(programme.parts):
        origin = programme.origin.at("parts", index)
        if part.name in names:
            yield Diagnostic(
                E_PROGRAMME_PART,
                Words(f"两个部分都叫“{part.name}”", f"two parts are called “{part.name}”"),
                Words("并成一个，或改名", "make them one, or give one another name"),
                origin.at("name"),
            )
        if part.colour is not None and part.colour in colours:
            shown = part.colour.words
            yield Diagnostic(
                E_PROGRAMME_PART,
                Words(f"两个部分都是{shown.zh}色", f"two parts are {shown.en}"),
                Words("每个部分用一种颜色", "give each part a colour of its own"),
                origin.at("colour"),
            )
        names.add(part.name)
        colours |= {part.colour} if part.colour is not None else set()
