"""What a build kept back and why, in words: so that nobody thinks a name was lost."""

from __future__ import annotations

from noticeboard.kinds import KINDS
from noticeboard.kinds.place import Place
from noticeboard.languages import Words
from noticeboard.reading.shapes import FieldShape, shape_of
from noticeboard.records import Privacy

REASONS = {
    Privacy.CONSENT: Words("未同意公开", "no consent"),
    Privacy.NEVER: Words("从不公开", "never published"),
    Privacy.PUBLIC: Words("本站规定不公开", "withheld by the site's own rule"),
}
PLACE = Words("地点", "place")


def withheld_line(where: str, field: str, number: int) -> Words:
    """One line of the summary: `志愿者的姓名 3处：未同意公开`; `where` is a kind or a group in it."""
    kind, *groups = where.split(".")
    shapes = [*groups, field]
    words, record = next(
        ((known.words, known.record) for known in KINDS if known.name == kind), (PLACE, Place)
    )
    found: list[FieldShape] = []
    inside: type | None = record
    for key in shapes:
        assert inside is not None  # redaction has walked the same shapes
        found.append(shape_of(inside).by_key[key])
        inside = found[-1].inner
    reason = REASONS[found[-1].declaration.privacy]
    labels = " ".join(shape.declaration.en or shape.key.replace("_", " ") for shape in found)
    return Words(
        f"{words.zh}的{'的'.join(shape.zh for shape in found)} {number}处：{reason.zh}",
        f"{words.en} {labels}: {number}, {reason.en}",
    )
