"""The benchmark's own parts: data set, converters, facts, edits, measuring, tables. No times are asserted.

Run by name: `python -m pytest tests/bench`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import to_hugo
import to_noticeboard
import yaml
from dataset import compounds
from facts import FactsDiffer, PlaceFacts, compare_facts, expected, hugo_facts, noticeboard_facts
from measuring import Cost, RunFailed, measure
from profiling import ELSEWHERE, START, by_stage, stage_paths
from scenarios import difference, written
from sites import DAY, Missing, hugo_program, noticeboard_command, noticeboard_site
from table import Result, Size, as_markdown, growth
from trash import empty_trash, hold, move_aside

TWO = list(compounds(2))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A data set of two compounds."""
    path = tmp_path / "two.jsonl"
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in TWO), encoding="utf-8")
    return path


def test_more_compounds_do_not_change_the_first_ones() -> None:
    assert list(compounds(3))[:2] == TWO


def test_both_sites_state_the_facts_of_the_data(source: Path, tmp_path: Path) -> None:
    ours, hugos = tmp_path / "ours", tmp_path / "hugo"
    to_noticeboard.convert(source, ours, "notice")
    command = (*noticeboard_command(), "-C", str(ours), "-q", "build", "--date", DAY)
    subprocess.run(command, check=True, capture_output=True)
    places = expected(TWO)
    compare_facts(places, "noticeboard", ours / "site", noticeboard_facts)
    try:
        hugo = hugo_program()
    except Missing as missing:
        pytest.skip(str(missing))
    to_hugo.convert(source, hugos)
    subprocess.run((hugo, "--source", str(hugos), "--quiet"), check=True)
    compare_facts(places, "Hugo", hugos / "public", hugo_facts)


def test_a_page_that_states_something_else_is_named(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<h1>公示网</h1><dl><dt>实事</dt><dd>1,234</dd></dl>", encoding="utf-8"
    )
    compare_facts({"": PlaceFacts("公示网", tasks=1234)}, "Hugo", tmp_path, hugo_facts)
    with pytest.raises(FactsDiffer, match=r"index\.html: tasks is 1234, the data says 1235"):
        compare_facts({"": PlaceFacts("公示网", tasks=1235)}, "Hugo", tmp_path, hugo_facts)


def test_places_above_add_up() -> None:
    places = expected(TWO)
    one, other = (places[f"s0000/c00000/{each['id']}"] for each in TWO)
    assert places[""].fen == one.fen + other.fen
    assert places["s0000/c00000"] == replace(
        PlaceFacts("第1社区"),
        tasks=one.tasks + other.tasks,
        done=one.done + other.done,
        doing=one.doing + other.doing,
        fen=one.fen + other.fen,
    )


def test_our_files_say_the_facts(source: Path, tmp_path: Path) -> None:
    to_noticeboard.convert(source, tmp_path)
    here = tmp_path / "content" / "s0000" / "c00000" / "y000000"
    tasks = yaml.load((here / "tasks.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    people = yaml.load((here / "volunteers.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    given = TWO[0]
    assert [task["body"] for task in tasks] == [task["body"] + "\n" for task in given["tasks"]]
    assert [task["funds"][0]["amount"] for task in tasks] == [str(t["cost"] // 100) for t in given["tasks"]]
    assert [each["name"] for each in people] == [each["name"] for each in given["volunteers"]]
    assert {str(each["consent"]) for each in people} == {
        "{'name': ['web', 'wall'], 'skills': ['web', 'wall']}"
    }


@pytest.mark.parametrize("text", ("- a", "a: b", "", "#1", "楼 院", "*x", "a\nb", '"', "~", "张三", "010"))
def test_scalars_are_read_as_they_were(text: str) -> None:
    assert yaml.load(f"key: {to_noticeboard.scalar(text)}", yaml.BaseLoader) == {"key": text}


@pytest.mark.parametrize("text", ("一\n\n- 二\n- 三", " 一\n二", "", "一\t二"))
def test_texts_are_read_as_they_were(text: str) -> None:
    lines = "\n".join(to_noticeboard.text_block("body", text, "  "))
    assert yaml.load(lines + "\n", yaml.BaseLoader)["body"].removesuffix("\n") == text


def test_an_edit_is_the_files_that_differ_and_is_put_back(source: Path, tmp_path: Path) -> None:
    site = noticeboard_site(tmp_path / "site", to_noticeboard.ONE_BOARD)
    to_noticeboard.convert(source, site.root)
    place = site.root / "content" / "s0000" / "place.yml"
    before = {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()}
    assert difference(site, TWO[0]) == {}
    files = difference(site, {**TWO[0], "subdistrict_name": "改名街道"})
    assert list(files) == [place]
    new = site.root / "content" / "s0000" / "c00000" / "y9" / "place.yml"
    with written({**files, new: b"kind: compound\n"}):
        assert "改名街道" in place.read_text(encoding="utf-8")
        assert new.exists()
    assert not new.parent.exists()
    assert {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()} == before


def test_a_program_that_fails_is_told(tmp_path: Path) -> None:
    assert measure((sys.executable, "-S", "-c", "pass"), tmp_path / "log").memory > 0
    with pytest.raises(RunFailed, match="ended with 1"):
        measure((sys.executable, "-S", "-c", "raise ValueError('so')"), tmp_path / "log")
    assert "so" in (tmp_path / "log").read_text(encoding="utf-8")


def test_every_stage_of_the_profile_is_there() -> None:
    assert stage_paths()


def test_time_outside_every_stage_goes_to_the_callers() -> None:
    ours, library, top = ("/p/checking/rules.py", 1, "check"), ("/lib/re.py", 1, "match"), ("/m.py", 1, "run")
    imports = ("/p/checking/rules.py", 1, "<module>")
    stats = {
        top: (1, 1, 0.5, 4.0, {}),
        ours: (1, 1, 1.0, 3.0, {top: (1, 1, 1.0, 3.0)}),
        library: (1, 1, 2.0, 2.0, {ours: (1, 1, 1.5, 1.5), top: (1, 1, 0.5, 0.5)}),
        imports: (1, 1, 0.25, 0.25, {}),
    }
    assert by_stage(stats, {"/p/checking/": "check"}) == {"check": 2.5, ELSEWHERE: 1.0, START: 0.25}


def test_ratios_are_those_of_pairs() -> None:
    mib = 1024 * 1024
    costs = [(Cost(1, 2, 10 * mib), Cost(2, 2, 20 * mib)), (Cost(3, 2, 10 * mib), Cost(3, 4, 40 * mib))]
    rows = as_markdown([Result("cold", 1234, costs, (Size(20, 3_000_000), Size(10, 1_000_000)))]).splitlines()
    cold = "| cold | 1,234 | 2.00 | 2.50 | **0.75** | 2.00 | 3.00 | **0.75** | 10 | 30 | **0.38** |"
    assert rows[2] == cold
    assert rows[-1] == "| cold | 20 | 10 | 2.00 | 3.0 | 1.0 | 3.00 |"


def test_growth_is_that_of_medians() -> None:
    mib = 1024 * 1024
    small = Result("cold", 1, [(Cost(2, 2, 10 * mib), Cost(1, 2, 20 * mib))], (Size(1, 1), Size(1, 1)))
    large = Result("cold", 1, [(Cost(9, 8, 15 * mib), Cost(7, 16, 80 * mib))], (Size(1, 1), Size(1, 1)))
    row = growth({1000: [small], 5000: [large]}).splitlines()[-1]
    assert row == "| cold | 5,000 | 5.0 | 4.50 | 7.00 | 4.00 | 8.00 | 1.50 | 4.00 |"


def test_nothing_is_deleted_before_the_end(tmp_path: Path) -> None:
    output = tmp_path / "site"
    (output / "a").mkdir(parents=True)
    page = output / "a" / "index.html"
    page.write_text("old", encoding="utf-8")
    inode = page.stat().st_ino
    hold(tmp_path, output)
    (output / "new").write_text("new", encoding="utf-8")
    (output / "new").replace(page)
    move_aside(tmp_path, (output, tmp_path / "absent"))
    assert not output.exists()
    kept = {path.stat().st_ino: path for path in (tmp_path / "trash").rglob("*")}
    assert kept[inode].read_text(encoding="utf-8") == "old"
    empty_trash(tmp_path)
    assert list(tmp_path.iterdir()) == []
