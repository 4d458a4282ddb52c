"""Builds after builds: what is written again, what stays, and that errors leave the old site as it was."""

from __future__ import annotations

import zlib
from datetime import date
from pathlib import Path

import pytest
from whole_site import tree
from written_site import SITE, check_site, codes, lines, place, rebuild, write_content

from noticeboard.building.state import state_path

NO_BOARDS = SITE + "boards: {kinds: [organization]}\n"
FILES = {
    "site.yml": NO_BOARDS,
    "s/place.yml": place("街道", "示例街道"),
    "s/c/place.yml": place("楼院", "示例小区"),
    "s/c/tasks.yml": """
- {id: gas, title: 接通天然气, state: open}
- {id: lamp, title: 换路灯, state: open}
""",
    "s/d/place.yml": place("楼院", "示例二区"),
    "s/d/notices.yml": "- {id: lift, title: 加装电梯, body: 正文}\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site of one subdistrict and two compounds, built once."""
    assert rebuild(write_content(tmp_path, FILES)).ok
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    (root / "content" / path).write_text(text, encoding="utf-8")


def built(root: Path, reason: str | None = None) -> set[str]:
    """The pages that the next build makes, all of them for one reason."""
    result = rebuild(root)
    assert result.ok, lines(result)
    assert reason is None or {why for _, why in result.built} <= {reason}
    return {path for path, _ in result.built}


def times(site: Path) -> dict[str, int]:
    """When each file of the site was written."""
    return {path: (site / path).stat().st_mtime_ns for path in tree(site)}


def test_a_second_build_writes_nothing(root: Path) -> None:
    before = times(root / "site")
    result = rebuild(root)
    assert (result.built, result.written, result.deleted, result.dropped) == ((), 0, 0, 0)
    assert times(root / "site") == before


def test_a_changed_title_rebuilds_the_pages_that_show_it(root: Path) -> None:
    text = FILES["s/c/tasks.yml"].replace("接通天然气", "接通暖气")
    write(root, "s/c/tasks.yml", text)
    assert built(root, "value") == {
        "s/c/tasks/gas/index.html",
        "s/c/tasks/index.html",
        "s/c/index.html",
    }


def test_a_moved_line_rebuilds_nothing(root: Path) -> None:
    write(root, "s/c/tasks.yml", "# 台账\n\n" + FILES["s/c/tasks.yml"])
    assert built(root) == set()


def test_a_record_that_is_gone_takes_its_page_along(root: Path) -> None:
    write(root, "s/c/tasks.yml", FILES["s/c/tasks.yml"].split("\n- {id: lamp")[0] + "\n")
    result = rebuild(root)
    assert result.ok
    assert (result.dropped, result.deleted) == (1, 1)
    assert not (root / "site/s/c/tasks/lamp").exists()
    assert {path for path, _ in result.built} >= {"s/c/tasks/index.html", "s/index.html", "sitemap.xml"}
    assert "s/d/notices/lift/index.html" not in {path for path, _ in result.built}


def test_a_new_day_rebuilds_what_counts_days(root: Path) -> None:
    write(root, "s/d/notices.yml", "- {id: lift, title: 加装电梯, from: 2026-11-18, to: 2026-11-24}\n")
    assert rebuild(root).changes_on == date(2026, 11, 21)
    result = rebuild(root, date(2026, 11, 25))
    assert "s/d/notices/lift/index.html" in dict(result.built)
    assert "s/c/tasks/gas/index.html" not in dict(result.built)


@pytest.mark.parametrize("harm", ("alter", "delete"))
def test_an_altered_or_missing_file_of_the_output_is_made_again(root: Path, harm: str) -> None:
    page = root / "site/s/c/index.html"
    as_built = page.read_bytes()
    page.write_text("别的", encoding="utf-8") if harm == "alter" else page.unlink()
    assert built(root, "output") == {"s/c/index.html"}
    assert page.read_bytes() == as_built


def test_a_clean_build_makes_everything_again_and_the_same(root: Path) -> None:
    before = tree(root / "site")
    result = rebuild(root, clean=True)
    assert {path for path, _ in result.built} == set(before)
    assert result.written == 0
    assert tree(root / "site") == before


@pytest.mark.parametrize(
    ("harm", "told"),
    (
        ("delete", []),
        ("truncate", ["N-CACHE"]),
        ("alter", ["N-CACHE"]),
        ("replace", ["N-CACHE"]),
        ("head", ["N-CACHE"]),
        ("other program", []),
    ),
)
def test_without_a_usable_state_everything_is_made_again(root: Path, harm: str, told: list[str]) -> None:
    before = tree(root / "site")
    state = state_path(root, root / "site")
    data = state.read_bytes()
    _, rest = data.split(b"\n", 1)
    harmed = {
        "truncate": data[:-9],
        "alter": data[:-9] + b"x" + data[-8:],
        "replace": b"{}",
        "head": data[:30] + b"?" + data[31:],
        "other program": b"noticeboard state 00 %08x\n" % zlib.crc32(b"00") + rest,
    }
    state.unlink() if harm == "delete" else state.write_bytes(harmed[harm])
    result = rebuild(root)
    assert (result.ok, codes(result)) == (True, told)
    assert dict(result.built) == dict.fromkeys(before, "program" if harm == "other program" else "new")
    assert tree(root / "site") == before
    assert rebuild(root).built == ()


def test_a_build_with_errors_leaves_the_old_site_as_it_was(root: Path) -> None:
    before = tree(root / "site")
    write(root, "s/c/tasks.yml", FILES["s/c/tasks.yml"] + "- {id: new, title: 新事, state: 做了}\n")
    result = rebuild(root)
    assert (result.ok, codes(result), result.built, result.written) == (False, ["E-CHOICE"], (), 0)
    assert tree(root / "site") == before


def test_a_link_in_a_text_that_leads_nowhere(root: Path) -> None:
    before = tree(root / "site")
    body = "见[通知](../没有/index.html)和[电梯](../../notices/lift/index.html)。"
    write(root, "s/d/notices.yml", f"- {{id: lift, title: 加装电梯, body: '{body}'}}\n")
    result = rebuild(root)
    assert lines(result) == [
        "s/d/notices.yml:1:3 E-LINK 页面 s/d/notices/lift/index.html 里的链接 s/d/notices/没有/index.html"
        " 没有指向任何页面 → 改正链接；站内页面用相对路径，写到 index.html"
    ]
    assert tree(root / "site") == before


def test_a_link_to_a_page_that_went_away_is_told_although_its_page_did_not_change(root: Path) -> None:
    body = "见[台账](../../../c/tasks/lamp/index.html)。"
    write(root, "s/d/notices.yml", f"- {{id: lift, title: 加装电梯, body: '{body}'}}\n")
    assert rebuild(root).ok
    write(root, "s/c/tasks.yml", FILES["s/c/tasks.yml"].split("\n- {id: lamp")[0] + "\n")
    assert codes(rebuild(root)) == ["E-LINK"]


def test_strict_makes_warnings_stop(root: Path) -> None:
    write(root, "site.yml", "title: 示例站\n")
    assert rebuild(root).ok
    assert codes(rebuild(root)) == ["W-NO-ADDRESS"]
    assert not rebuild(root, strict=True).ok
    write(root, "site.yml", "title: 示例站\nstrict: yes\n")
    assert not rebuild(root).ok


def test_drafts_are_built_only_when_asked_for(root: Path) -> None:
    write(root, "s/d/notices.yml", "- {id: lift, title: 加装电梯, draft: yes}\n")
    assert rebuild(root).ok
    assert not (root / "site/s/d/notices").exists()
    assert rebuild(root, drafts=True).ok
    assert (root / "site/s/d/notices/lift/index.html").is_file()


def test_each_output_folder_has_its_own_state(root: Path) -> None:
    assert len(rebuild(root, output=root / "other").built) == len(tree(root / "site"))
    assert rebuild(root).built == ()
    assert tree(root / "other") == tree(root / "site")


def test_a_template_of_the_site_shadows_one_file_only(root: Path) -> None:
    own = root / "templates"
    own.mkdir()
    (own / "404.html").write_text("<!doctype html><title>没有</title>自家的 404", encoding="utf-8")
    assert built(root, "template") == {"404.html"}
    assert "自家的 404" in (root / "site/404.html").read_text(encoding="utf-8")
    (own / "404.html").write_text("<!doctype html><title>没有</title>改过的 404", encoding="utf-8")
    assert built(root, "template") == {"404.html"}
    (own / "404.html").unlink()
    assert built(root, "template") == {"404.html"}


def test_an_edited_panel_rebuilds_the_pages_of_places_that_show_it(root: Path) -> None:
    panel = root / "templates/panels/notices.html"
    panel.parent.mkdir(parents=True)
    panel.write_text("<section>自家的公示栏目</section>", encoding="utf-8")
    pages = built(root, "template")
    assert "s/d/index.html" in pages
    assert "s/c/index.html" not in pages
    assert "自家的公示栏目" in (root / "site/s/d/index.html").read_text(encoding="utf-8")


def test_an_own_stylesheet_gets_a_name_of_its_own(root: Path) -> None:
    [old] = (root / "site/assets").glob("style-*.css")
    sheet = root / "templates/assets/style.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("body { color: black }\n", encoding="utf-8")
    assert rebuild(root).ok
    [new] = (root / "site/assets").glob("style-*.css")
    assert new.name != old.name
    assert new.name in (root / "site/index.html").read_text(encoding="utf-8")


def test_a_site_is_built_where_its_record_cannot_be_written(tmp_path: Path) -> None:
    root = write_content(tmp_path, {})
    (root / ".noticeboard").write_text("a file in the way")
    result = rebuild(root)
    assert result.ok
    assert result.written
    [told] = [each for each in lines(result) if " N-CACHE " in each]
    assert told.startswith(".noticeboard/state-")
    assert (root / ".noticeboard").read_text() == "a file in the way"


def test_damaged_photos_are_told_by_check_and_beside_other_problems(tmp_path: Path) -> None:
    files = {
        "c/tasks.yml": "- {id: a, title: 甲, state: open, photos: [{file: bad.jpg}, {file: none.jpg}]}\n",
        "c/photos/bad.jpg": "no picture",
    }
    root = write_content(tmp_path, files)
    assert codes(rebuild(root)) == codes(check_site(root, files)) == ["E-FILE", "E-IMAGE"]
    (root / "content/c/photos/none.jpg").write_text("no picture either")
    assert codes(rebuild(root)) == codes(check_site(root, files)) == ["E-IMAGE", "E-IMAGE"]
