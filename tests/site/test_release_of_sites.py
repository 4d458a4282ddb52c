"""What a build leaves behind: the same bytes for the same day, and the old site when something is wrong."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from small_site import COMPOUND, DISTRICT
from whole_site import TODAY, MakeSite, every_file, tree


def test_a_second_build_after_a_change_gives_what_a_clean_one_gives(
    make_site: MakeSite, tmp_path: Path
) -> None:
    make_site(DISTRICT)
    changed = DISTRICT | {f"{COMPOUND}/place.yml": "kind: compound\nname: 示例新村\nhouseholds: 80\n"}
    after = tree(make_site(changed).site)
    assert after == tree(make_site(changed, clean=True).site)
    assert "示例新村" in after["district/street/compound/index.html"].decode()


BROKEN = {
    f"{COMPOUND}/tasks.yml": "- id: lamps\n  title: 更换楼道灯\n  state: done\n  finished: 2025-02-30\n",
    f"{COMPOUND}/organizations.yml": "- id: council\n  type: self_governing\n  nmae: 示例小区自管会\n",
    f"{COMPOUND}/place.yml": "kind: compound\nname: 示例小区\nsource: K9\n",
    f"{COMPOUND}/notices/2026-water.md": "---\ntitle: 停水通知\ntitle: 停水\n---\n\n停水。\n",
    "content/district/street/figures.yml": "- {id: asked, title: 收到的意见, value: 很多}\n",
}


def test_a_build_with_errors_leaves_the_site_untouched(make_site: MakeSite) -> None:
    before = make_site(DISTRICT)
    assert before.ok, before.told
    stamps = {path: path.stat().st_mtime_ns for path in before.site.rglob("*")}
    files = every_file(before.site)
    after = make_site(DISTRICT | BROKEN)
    assert not after.ok
    assert every_file(after.site) == files
    assert {path: path.stat().st_mtime_ns for path in after.site.rglob("*")} == stamps


def test_every_broken_file_is_reported_in_one_run(make_site: MakeSite) -> None:
    told = make_site(DISTRICT | BROKEN).told
    assert [path for path in BROKEN if path not in told] == []


def test_a_build_with_errors_makes_no_new_folder(make_site: MakeSite) -> None:
    built = make_site(DISTRICT | BROKEN)
    assert not built.site.exists()


def test_a_folder_that_the_build_did_not_make_is_never_cleaned(make_site: MakeSite) -> None:
    built = make_site(DISTRICT | {"site/letter.txt": "mine"})
    assert not built.ok
    assert every_file(built.site) == {"letter.txt": b"mine"}


def test_the_command_says_with_its_exit_code_that_content_is_wrong(make_site: MakeSite) -> None:
    root = make_site(DISTRICT).root
    wrong = root / COMPOUND / "tasks.yml"
    wrong.write_text("- title: 更换楼道灯\n  state: dnoe\n", encoding="utf-8")
    command = [sys.executable, "-m", "noticeboard", "-C", str(root), "build", "--date", TODAY]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 1
