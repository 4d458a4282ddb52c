"""One tiny district from files to pages: what three pages say, kept as text that a person can review.

After a wanted change: `NOTICEBOARD_UPDATE_GOLDEN=1 python -m pytest tests/site/test_golden.py`, then read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from small_site import DISTRICT
from whole_site import MakeSite, outline, read_page

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("page", "golden"),
    (
        ("district/street/index.html", "street.txt"),
        ("district/street/compound/index.html", "compound.txt"),
        ("district/street/compound/tasks/lamps/index.html", "task.txt"),
    ),
)
def test_what_a_page_says(make_site: MakeSite, page: str, golden: str) -> None:
    built = make_site(DISTRICT)
    assert built.ok, built.told
    said = outline(read_page(built.site, page))
    if os.environ.get("NOTICEBOARD_UPDATE_GOLDEN"):
        (GOLDEN / golden).write_text(said, encoding="utf-8", newline="\n")
    assert said == (GOLDEN / golden).read_text(encoding="utf-8")
