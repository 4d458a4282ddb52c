"""Who is named in a rota: whoever agreed to it as a volunteer or holds a public post, on the channels agreed to."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_site import TODAY, place, read, told

from noticeboard.kinds import KINDS
from noticeboard.kinds.rota import Rota
from noticeboard.kinds.rota.count import shares_of
from noticeboard.kinds.rota.shifts import roster_of
from noticeboard.kinds.rota.text import names_of
from noticeboard.planning.outline import Outlined, outline_of

VOLUNTEERS = """\
- {name: 示金, consent: {name: [wall, web]}}
- {name: 示木, consent: {name: [web]}}
- {name: 示水}
- {name: 示火, consent: {name: [wall, web], until: 2026-11-19}}
- {name: 示土, surname: 示土, consent: {skills: [wall, web]}}
- {name: 示月, consent: {name: [wall, web]}}
- {name: 示月, consent: {name: [wall, web]}}
"""
ORGANIZATIONS = """\
- {id: zgh, type: self_governing, name: 示例自管会, members: [{name: 示山, post: 主任}, {name: 示河}]}
- {id: team, type: volunteer, name: 示例志愿队, members: [{name: 示云, post: 队长}]}
"""
ROTA = """\
- id: gate
  title: 值班
  period: 2026-11-16 至 2026-11-22
  pattern:
    - time: 8:00-9:00
      people: [示金, 示木, 示水, 示火, 示土, 示月, 示山, 示河, 示云, 示生]
    - {time: 9:00-10:00, people: [{name: 示风, consent: {name: [wall, web]}}, {name: 示例雨, surname: 示例}]}
  swaps:
    - {date: 2026-11-17, time: 8:00-9:00, from: 示水, to: 示例雨}
"""
PAGES = {
    "示金": "示金",
    "示木": "示木",
    "示水": "示同志（1）",
    "示火": "示同志（2）",  # the consent ended yesterday
    "示土": "示土同志",
    "示月": "示同志（3）",  # two volunteers have this name: nobody knows whose consent it would be
    "示山": "示山",
    "示河": "示同志（4）",
    "示云": "示同志（5）",
    "示生": "示同志（6）",  # in no roster
    "示风": "示风",
    "示例雨": "示例同志",
}


def outlined(root: Path, site: str = "", rota: str = ROTA) -> Outlined:
    files = {
        "site.yml": f"title: 示例站\nbase_url: https://example.org/\n{site}",
        "c/place.yml": place("楼院", "示例小区"),
        "c/volunteers.yml": VOLUNTEERS,
        "c/organizations.yml": ORGANIZATIONS,
        "c/rotas.yml": rota,
    }
    reading = read(root, files)
    assert reading.settings is not None
    assert told(root, reading.diagnostics) == []
    (compound,) = (each for each in reading.places if each.path == "/c")
    return outline_of(compound, reading.settings, TODAY, KINDS)


def shown(rota: Rota) -> list[str]:
    return list(names_of(rota, "zh").values())


def test_pages_name_who_agreed_and_number_those_who_look_alike(tmp_path: Path) -> None:
    (rota,) = outlined(tmp_path).web.of(Rota)
    assert shown(rota) == list(PAGES.values())


def test_boards_need_consent_for_the_wall_too(tmp_path: Path) -> None:
    (rota,) = outlined(tmp_path).wall.of(Rota)
    assert shown(rota)[:3] == ["示金", "示同志（1）", "示同志（2）"]


def test_nobody_drops_out_of_a_count(tmp_path: Path) -> None:
    (rota,) = outlined(tmp_path).web.of(Rota)
    shares = shares_of(rota, roster_of(rota))
    assert len(shares) == len(PAGES)
    assert sum(share.minutes for share in shares) == 7 * (10 + 2) * 60
    by_name = {names_of(rota, "zh")[share.person.number]: share.shifts for share in shares if share.person}
    assert (by_name["示同志（1）"], by_name["示例同志"]) == (6, 8)  # the swap is made between the two


def test_a_page_changes_on_the_day_after_a_consent_ends(tmp_path: Path) -> None:
    longer = VOLUNTEERS.replace("2026-11-19", "2026-11-20")
    files = {"c/volunteers.yml": longer, "c/rotas.yml": ROTA.replace("2026-11-16 至 2026-11-22", "2026-12")}
    files["c/rotas.yml"] = files["c/rotas.yml"].replace("2026-11-17", "2026-12-17")
    reading = read(tmp_path, files)
    assert reading.settings is not None
    (compound,) = (each for each in reading.places if each.path == "/c")
    outline = outline_of(compound, reading.settings, TODAY, KINDS).outline
    assert outline.changes_on is not None
    assert outline.changes_on.isoformat() == "2026-11-21"


@pytest.mark.parametrize(
    ("field", "withheld"),
    (
        ("volunteer.name", {"示金", "示木", "示山", "示风"}),
        ("organization.members.name", {"示金", "示木", "示山", "示风"}),
        ("rota.pattern.people.name", {"示金", "示木", "示山", "示风"}),
    ),
)
def test_what_a_site_rules_of_names_elsewhere_holds_in_rotas_too(
    tmp_path: Path, field: str, withheld: set[str]
) -> None:
    (rota,) = outlined(tmp_path, f"privacy: [{{field: {field}, policy: never}}]\n").web.of(Rota)
    assert withheld.isdisjoint(shown(rota))


def test_a_site_that_asks_members_for_consent_makes_no_post_public_in_a_rota(tmp_path: Path) -> None:
    rule = "privacy: [{field: organization.members.name, policy: consent}]\n"
    names = shown(outlined(tmp_path, rule).web.of(Rota)[0])
    assert "示山" not in names
    assert "示金" in names
