"""The places of an area as far as its page knows them, each with what it adds to the counts of the area.

    Summary of the area, two levels down ─ area_places ▶ compounds, places between, places whose own are not seen

Their counts make those of the area, each counted once: what stands at a community itself is a row of its own. A page
knows two levels, so in a district the rows are its communities, each leading to where its compounds stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.frozen import dataclass
from noticeboard.kinds.place import Level
from noticeboard.locality import Locality
from noticeboard.summary import Summary


@dataclass(frozen=True)
class AreaPlace:
    """One place of an area; `below` are those of its children that are rows of their own."""

    summary: Summary
    above: str = ""
    """The name of the place between it and the area."""
    below: tuple[Summary, ...] = ()

    @property
    def is_compound(self) -> bool:
        """Whether it is a compound, so that its records stand on its own page."""
        return self.summary.level == Level.COMPOUND.value

    def count(self, key: str) -> int:
        """What it adds to a count of the area."""
        number = self.summary.count(key)
        if not number or not self.below:
            return number
        return number - sum([child.count(key) for child in self.below])


def area_places(locality: Locality) -> tuple[AreaPlace, ...]:
    """The area itself, then the places below it in the order of the place list; samples only within a sample."""
    return locality.once(_area_places)


def _area_places(locality: Locality) -> tuple[AreaPlace, ...]:
    return tuple(_places(locality.summary, "", samples=locality.context.sample, is_area=True))


def _places(place: Summary, above: str, *, samples: bool, is_area: bool = False) -> Iterator[AreaPlace]:
    below = tuple(child for child in place.children if samples or not child.sample)
    yield AreaPlace(place, above, below)
    for child in below:
        yield from _places(child, "" if is_area else place.name, samples=samples)
