"""A portrait is published only where the person agreed to have it; nobody drops out of a roster or a board."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import quote

import pikepdf
from PIL import Image
from whole_site import MakeSite, every_file, read_page

SITE = {
    "content/site.yml": "title: 示例站\nbase_url: https://example.org/\n",
    "content/c/place.yml": "kind: 楼院\nname: 示例小区\n",
}


def portrait(colour: str) -> bytes:
    """A small photo."""
    data = BytesIO()
    Image.new("RGB", (24, 24), colour).save(data, "JPEG")
    return data.getvalue()


def test_only_portraits_that_were_agreed_to_are_in_the_site(make_site: MakeSite) -> None:
    volunteers = """\
- {name: 示例甲, portrait: a.jpg, consent: {name: web, portrait: web}}
- {name: 示例乙, portrait: b.jpg, consent: {name: web, portrait: wall}}
- {name: 示例丙, portrait: c.jpg, consent: {name: web, portrait: web, until: 2020-01-01}}
- {name: 示例丁, portrait: d.jpg}
"""
    files = {
        **SITE,
        "content/c/volunteers.yml": volunteers,
        **{f"content/c/photos/{name}.jpg": portrait("green") for name in "abcd"},
    }
    built = make_site(files)
    assert built.ok, built.told
    assert [path for path in every_file(built.site) if path.endswith(".jpg")] == ["c/photos/a.jpg"]
    page = (built.site / "c/index.html").read_text(encoding="utf-8")
    assert page.count("<img") == 1
    assert page.count("roster-ring") == 3


VOLUNTEERS = """\
- {name: 示例甲, portrait: 甲 1.jpg, consent: {name: [web, wall], portrait: [web, wall]}}
- {name: 示例乙, portrait: b.jpg, consent: {name: [web, wall], portrait: web}}
- {name: 示例丙, portrait: c.jpg, consent: {name: [web, wall], portrait: wall}}
"""
PARTY = """\
- id: branch
  type: 党组织
  name: 示例党支部
  members:
    - {name: 示例丁, post: 书记, portrait: d.jpg, consent: {portrait: [web, wall]}}
    - {name: 示例戊, post: 委员, portrait: e.jpg}
"""


def test_a_board_shows_the_portraits_that_wall_and_web_may_show(make_site: MakeSite) -> None:
    """The site shows its boards, so that consent for the wall alone is not enough; their PDFs show the same."""
    files = {
        **SITE,
        "content/c/volunteers.yml": VOLUNTEERS,
        "content/c/organizations.yml": PARTY,
        **{f"content/c/photos/{name}.jpg": portrait("green") for name in ("甲 1", "b", "c", "d", "e")},
    }
    built = make_site(files, pdf=True)
    assert built.ok, built.told
    assert [path for path in every_file(built.site) if path.endswith(".jpg")] == [
        "c/photos/b.jpg",
        "c/photos/d.jpg",
        "c/photos/甲 1.jpg",
    ]
    for board, photo in (("volunteer-a3-landscape", "甲 1.jpg"), ("plaque-a4-portrait", "d.jpg")):
        page = read_page(built.site, f"c/boards/{board}/index.html")
        assert [each.attrib["src"] for each in page.elements("img")] == [
            f"../../../c/photos/{quote(photo)}",
        ]
        with pikepdf.open(built.site / f"c/boards/{board}.pdf") as pdf:
            streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
            assert [each.get("/Subtype") for each in streams].count("/Image") == 1


def test_a_portrait_that_is_missing_or_damaged_stops_a_build_with_pdfs(make_site: MakeSite) -> None:
    files = {**SITE, "content/c/volunteers.yml": VOLUNTEERS, "content/c/organizations.yml": PARTY}
    photos = {f"content/c/photos/{name}.jpg": portrait("green") for name in "bce"}
    built = make_site({**files, **photos, "content/c/photos/d.jpg": portrait("green")[:300]}, pdf=True)
    assert not built.ok
    assert sorted(built.codes) == ["E-FILE", "E-IMAGE"]
    assert not (built.site / "index.html").exists()
