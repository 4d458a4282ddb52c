"""Whether both sites state the facts of the data set: counts and sums on the page of every place.

    compounds ─ expected ▶ {path of a place: PlaceFacts} ◀ read from the HTML of each site, page by page

Pages are read by their known markup with regular expressions: 1,111 of them twice, after every scenario.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

Compound = dict[str, Any]
HOME = "公示网"
NUMBER = r"([\d,]+)"


class FactsDiffer(Exception):
    """A page does not say what the data set says."""


@dataclass(frozen=True)
class PlaceFacts:
    """What the page of a place must state; members by organization and volunteers for compounds alone."""

    name: str
    tasks: int = 0
    done: int = 0
    doing: int = 0
    fen: int = 0
    members: tuple[int, ...] = ()
    volunteers: int = 0

    def with_tasks(self, tasks: Iterable[Mapping[str, Any]]) -> PlaceFacts:
        """The same place with these tasks added."""
        states = [task["state"] for task in tasks]
        return replace(
            self,
            tasks=self.tasks + len(states),
            done=self.done + states.count("done"),
            doing=self.doing + states.count("doing"),
            fen=self.fen + sum(task["cost"] for task in tasks),
        )


ReadFacts = Callable[[str, bool], PlaceFacts]
"""From the HTML of a place, and whether it is a compound."""


def expected(compounds: Iterable[Compound]) -> dict[str, PlaceFacts]:
    """What must stand on the page of each place, by its path below the site."""
    places = {"": PlaceFacts(HOME)}
    for compound in compounds:
        subdistrict = compound["subdistrict"]
        community = f"{subdistrict}/{compound['community']}"
        above = {"": HOME, subdistrict: compound["subdistrict_name"], community: compound["community_name"]}
        for path, name in above.items():
            places[path] = places.get(path, PlaceFacts(name)).with_tasks(compound["tasks"])
        places[f"{community}/{compound['id']}"] = PlaceFacts(
            compound["name"],
            members=tuple(len(each["members"]) for each in compound["orgs"]),
            volunteers=len(compound["volunteers"]),
        ).with_tasks(compound["tasks"])
    return places


def compare_facts(places: Mapping[str, PlaceFacts], generator: str, output: Path, read: ReadFacts) -> None:
    """Raise FactsDiffer at the first page that states something else."""
    for path, wanted in places.items():
        page = output / path / "index.html"
        if not page.is_file():
            raise FactsDiffer(f"{generator}: there is no {page}")
        found = read(page.read_text(encoding="utf-8"), path.count("/") == 2)
        if found != wanted:
            said = asdict(found)
            differences = (
                f"{key} is {said[key]}, the data says {value}"
                for key, value in asdict(wanted).items()
                if said[key] != value
            )
            raise FactsDiffer(f"{generator}: {page}: {'; '.join(differences)}")


def hugo_facts(html: str, is_compound: bool) -> PlaceFacts:
    """The facts on a page of Hugo's site."""

    def stated(term: str) -> str:
        return _first(rf"<dt>{term}</dt>\s*<dd>([\d,.]+)</dd>", html)

    rows = {
        column: [part.count("<tr><td>") for part in html.split("<section>") if f"<th>{column}</th>" in part]
        for column in ("职务", "特长")
    }
    return PlaceFacts(
        name=_title(html),
        tasks=_whole(stated("实事")),
        done=_whole(stated("已完成")),
        doing=_whole(stated("进行中")),
        fen=_fen(stated("投入")),
        members=tuple(rows["职务"]) if is_compound else (),
        volunteers=sum(rows["特长"]) if is_compound else 0,
    )


def noticeboard_facts(html: str, is_compound: bool) -> PlaceFacts:
    """The facts on a page of noticeboard's site."""

    def key_figure(label: str) -> int:
        value = rf'{label}</span> <span class="figure-value"><span class="number[^"]*">{NUMBER}<'
        return _whole(_first(value, html))

    def in_state(state: str) -> int:
        return _whole(_first(rf'aria-label="{state} {NUMBER}项"', html))

    money = _first(r'(?s)aria-labelledby="money">(.*?)</section>', html)
    amounts = re.findall(r'title="([\d,]+\.\d\d)元"', money)
    members = re.findall(rf'class="node-note">[^<]*共{NUMBER}人<', html)
    return PlaceFacts(
        name=_title(html),
        tasks=key_figure("民生实事"),
        done=in_state("已完成"),
        doing=in_state("进行中"),
        fen=_fen(amounts[-1]) if amounts else 0,  # the total stands last
        members=tuple(map(_whole, members)) if is_compound else (),
        volunteers=key_figure("志愿者") if is_compound else 0,
    )


def _title(html: str) -> str:
    return re.sub(r"<[^>]*>", "", _first(r"(?s)<h1>(.*?)</h1>", html))


def _first(pattern: str, html: str) -> str:
    found = re.search(pattern, html)
    return found[1] if found else ""


def _whole(text: str) -> int:
    return int(text.replace(",", "") or 0)


def _fen(text: str) -> int:
    yuan, _, fen = text.partition(".")
    return _whole(yuan) * 100 + int(fen or 0)
