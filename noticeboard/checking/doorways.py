"""The doorways of a place: each has a name of its own, for what hangs is recorded by the names of doorways."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.diagnostics import Diagnostic, Origin, code
from noticeboard.kinds.place import Place, doorways_in
from noticeboard.languages import Words

E_DOORWAY_TWICE = code("E-DOORWAY-TWICE", "两个楼门同名", "two doorways have one name")


def doorways_twice(place: Place) -> Iterator[Diagnostic]:
    """Doorways that have the name of one before them."""
    seen: set[str] = set()
    for number, building in enumerate(place.buildings):
        for index, doorway in enumerate(doorways_in(building)):
            if doorway in seen:
                origin = place.origin.at("buildings", number)
                yield _twice(
                    doorway, origin.at("doorways", index) if building.doorways else origin.at("name")
                )
            seen.add(doorway)


def _twice(doorway: str, origin: Origin) -> Diagnostic:
    return Diagnostic(
        E_DOORWAY_TWICE,
        Words(f"有两个楼门叫“{doorway}”", f"two doorways are called “{doorway}”"),
        Words(
            "改掉一个的名称；哪块公示栏挂在哪里，是按楼门的名称记的",
            "rename one of them: what hangs is recorded by the names of doorways",
        ),
        origin,
    )
