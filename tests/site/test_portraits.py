"""A portrait is published only where the person agreed to have it on pages; nobody drops out of the roster."""

from __future__ import annotations

from io import BytesIO

from PIL import Image
from whole_site import MakeSite, every_file


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
        "content/site.yml": "title: 示例站\nbase_url: https://example.org/\n",
        "content/c/place.yml": "kind: 楼院\nname: 示例小区\n",
        "content/c/volunteers.yml": volunteers,
        **{f"content/c/photos/{name}.jpg": portrait("green") for name in "abcd"},
    }
    built = make_site(files)
    assert built.ok, built.told
    assert [path for path in every_file(built.site) if path.endswith(".jpg")] == ["c/photos/a.jpg"]
    page = (built.site / "c/index.html").read_text(encoding="utf-8")
    assert page.count("<img") == 1
    assert page.count("roster-ring") == 3
