"""PDFs as files of the site: which there are, what is drawn again, the ZIP, and builds that make none."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from one_process import HIDE_ENGINE, runs_of_one_process
from pypdf import PdfReader
from whole_site import CHECKOUT, Html, every_file, tree, write_files
from written_site import TODAY, codes, lines, rebuild

from noticeboard.building.check import check
from noticeboard.building.pipeline import BuildRequest, BuildResult, build, memory_of
from noticeboard.building.print_request import PrintRequest
from noticeboard.building.printing import print_boards
from noticeboard.planning.printing import PrintOrder

PLACE = "content/s/c"
SETTINGS = (
    "title: 示例站\nbase_url: https://example.org/\nissuer: 示例社区\nboards: {kinds: [volunteer, tasks]}\n"
)
WITH_PDF = SETTINGS.replace("]}", "], pdf: yes}")
VOLUNTEERS = "- {name: 示例甲, joined: 2020-11-04}\n"
SITE = {
    "content/site.yml": WITH_PDF,
    "content/volunteers.yml": VOLUNTEERS,
    "content/s/place.yml": "kind: 街道\nname: 示例街道\n",
    f"{PLACE}/place.yml": "kind: 楼院\nname: 示例小区\n",
    f"{PLACE}/volunteers.yml": VOLUNTEERS,
    f"{PLACE}/tasks.yml": "- {id: gas, title: 通燃气, state: 已完成, finished: 2020-11-04}\n",
}
PDFS = (
    "boards/volunteer-a3-landscape.pdf",
    "s/c/boards/tasks-a3-landscape.pdf",
    "s/c/boards/tasks-a4-portrait.pdf",
    "s/c/boards/volunteer-a3-landscape.pdf",
)
ZIPS = ("boards/boards.zip", "s/c/boards/boards.zip")


def drawn_files(site: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(site).items() if path.endswith((".pdf", ".zip"))}


def counts(result: BuildResult) -> tuple[bool, int, int]:
    return result.ok, result.pdfs, result.drawn


def test_every_board_of_the_site_is_a_pdf_beside_its_page(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    result = rebuild(tmp_path)
    assert counts(result) == (True, 4, 4), lines(result)
    files = drawn_files(tmp_path / "site")
    assert sorted(files) == sorted((*PDFS, *ZIPS))
    assert all((tmp_path / "site" / path.removesuffix(".pdf") / "index.html").is_file() for path in PDFS)
    assert "志愿者服务公示栏" in PdfReader(io.BytesIO(files[PDFS[3]])).pages[0].extract_text()
    listed = (tmp_path / "site/.noticeboard/files").read_text(encoding="utf-8")
    assert [path for path in (*PDFS, *ZIPS) if path not in listed] == []


def test_a_pdf_of_the_site_is_the_one_that_print_draws(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    rebuild(tmp_path)
    printed, _ = print_boards(PrintRequest(BuildRequest(tmp_path, TODAY), PrintOrder(), "s/c"))
    assert [board.drawn for board in printed.boards] == [False, False, False]
    site = drawn_files(tmp_path / "site")
    assert {path.rpartition("/")[2]: data for path, data in every_file(tmp_path / "print").items()} == {
        path.rpartition("/")[2]: site[path] for path in PDFS[1:]
    }


def test_the_zip_holds_the_same_files_in_order_and_no_time(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    rebuild(tmp_path)
    files = drawn_files(tmp_path / "site")
    with zipfile.ZipFile(io.BytesIO(files[ZIPS[1]])) as opened:
        assert {each.date_time for each in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        held = {name: opened.read(name) for name in opened.namelist()}
    assert list(held) == ["tasks-a3-landscape.pdf", "tasks-a4-portrait.pdf", "volunteer-a3-landscape.pdf"]
    assert held == {name: files[f"s/c/boards/{name}"] for name in held}


def test_the_print_centre_links_to_them_with_their_sizes(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    rebuild(tmp_path)
    files = tree(tmp_path / "site")
    for folder, expected in (("boards", 2), ("s/c/boards", 4)):
        centre = Html(f"{folder}/index.html", files[f"{folder}/index.html"])
        links = [centre.leads_to(link)[0] for link in centre.links]
        found = [path for path in links if path.endswith((".pdf", ".zip"))]
        assert len(found) == expected
        assert [path for path in found if f"{round(len(files[path]) / 1024)}KB" not in centre.main] == []


def test_only_what_changed_is_drawn_again(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    rebuild(tmp_path)
    before = drawn_files(tmp_path / "site")
    assert counts(rebuild(tmp_path)) == (True, 4, 0)
    write_files(tmp_path, {f"{PLACE}/volunteers.yml": "- {name: 示例乙, joined: 2020-11-05}\n"})
    assert counts(rebuild(tmp_path)) == (True, 4, 1)
    after = drawn_files(tmp_path / "site")
    assert {path for path in after if after[path] != before[path]} == {PDFS[3], ZIPS[1]}
    (tmp_path / "site" / PDFS[1]).write_bytes(b"altered")
    assert counts(rebuild(tmp_path)) == (True, 4, 0)
    assert drawn_files(tmp_path / "site") == after
    assert counts(rebuild(tmp_path, clean=True)) == (True, 4, 0)


def test_a_pdf_goes_with_its_board(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    rebuild(tmp_path)
    (tmp_path / PLACE / "tasks.yml").unlink()
    assert rebuild(tmp_path).ok
    assert sorted(drawn_files(tmp_path / "site")) == sorted((PDFS[0], PDFS[3], *ZIPS))
    (tmp_path / PLACE / "volunteers.yml").unlink()
    assert rebuild(tmp_path).ok
    assert sorted(drawn_files(tmp_path / "site")) == [ZIPS[0], PDFS[0]]


STEPS: tuple[dict[str, str], ...] = (
    {"content/site.yml": SETTINGS},
    {"content/site.yml": WITH_PDF},
    {f"{PLACE}/tasks.yml": SITE[f"{PLACE}/tasks.yml"] + "- {id: lift, title: 装电梯, state: 待办}\n"},
    {"content/site.yml": WITH_PDF.replace("示例社区", "示例社区居民委员会")},
    {f"{PLACE}/place.yml": "kind: 楼院\nname: 示例二区\n"},
    {"content/volunteers.yml": "- {name: 示例丙, joined: 2021}\n"},
)


@pytest.mark.parametrize("is_preview", (False, True))
def test_a_warm_build_equals_a_cold_one(tmp_path: Path, is_preview: bool) -> None:
    warm = tmp_path / "warm"
    files = dict(SITE)
    write_files(warm, files)
    memory = memory_of(warm, warm / "site") if is_preview else None
    assert build(BuildRequest(warm, TODAY), memory).ok
    for number, step in enumerate(STEPS):
        files |= step
        write_files(warm, step)
        assert build(BuildRequest(warm, TODAY), memory).ok
        cold = tmp_path / str(number)
        write_files(cold, files)
        assert rebuild(cold).ok
        assert tree(warm / "site") == tree(cold / "site")


def test_asked_for_once_they_are_there_once(tmp_path: Path) -> None:
    write_files(tmp_path, {**SITE, "content/site.yml": SETTINGS})
    rebuild(tmp_path)
    without = tree(tmp_path / "site")
    assert counts(rebuild(tmp_path, pdf=True)) == (True, 4, 4)
    assert sorted(drawn_files(tmp_path / "site")) == sorted((*PDFS, *ZIPS))
    assert counts(rebuild(tmp_path, pdf=True)) == (True, 4, 0)
    assert counts(rebuild(tmp_path)) == (True, 0, 0)
    assert tree(tmp_path / "site") == without


def test_processes_change_nothing(tmp_path: Path) -> None:
    sites = []
    for jobs in (1, 2):
        root = tmp_path / str(jobs)
        write_files(root, SITE)
        for i in range(8):
            write_files(root, {f"content/s/{i}/place.yml": f"kind: 楼院\nname: 示例{i}区\n"})
            write_files(root, {f"content/s/{i}/volunteers.yml": VOLUNTEERS})
        assert counts(build(BuildRequest(root, TODAY, jobs=jobs))) == (True, 12, 12)
        sites.append(tree(root / "site"))
    assert sites[0] == sites[1]


@pytest.mark.parametrize(("link", "told"), (("tasks-a4-portrait.pdf", []), ("tasks-a2.pdf", ["E-LINK"])))
def test_links_to_them_are_checked(tmp_path: Path, link: str, told: list[str]) -> None:
    place = f"{SITE[f'{PLACE}/place.yml']}body: 见[公示栏](boards/{link})。\n"
    write_files(tmp_path, {**SITE, f"{PLACE}/place.yml": place})
    assert codes(check(BuildRequest(tmp_path, TODAY))) == told
    assert codes(rebuild(tmp_path)) == told
    assert codes(check(BuildRequest(tmp_path, TODAY))) == told


def test_a_store_that_cannot_be_written_costs_a_note(tmp_path: Path) -> None:
    write_files(tmp_path, {**SITE, ".noticeboard/pdf": "no folder"})
    result = rebuild(tmp_path)
    assert (counts(result), codes(result)) == ((True, 4, 4), ["N-CACHE"])


def test_a_template_that_asks_for_a_web_address_stops_the_build(tmp_path: Path) -> None:
    frame = (CHECKOUT / "templates/boards/frame.html").read_text(encoding="utf-8")
    wrong = frame.replace("</head>", '<link rel="stylesheet" href="https://example.org/x.css"></head>')
    write_files(tmp_path, {**SITE, "templates/boards/frame.html": wrong})
    assert codes(rebuild(tmp_path)) == ["E-PDF-RESOURCE"]
    assert not (tmp_path / "site/index.html").exists()


def test_a_build_without_pdfs_imports_no_engine(tmp_path: Path) -> None:
    write_files(tmp_path, {**SITE, "content/site.yml": SETTINGS})
    zh, en = ("--lang", "zh"), ("--lang", "en")
    plain, checked, drawn = runs_of_one_process(
        tmp_path, "", (*zh, "build"), (*zh, "check"), (*zh, "build", "--pdf")
    )
    assert [plain.engines, checked.engines, drawn.engines] == ["", "", "pikepdf plutoprint"]
    assert "PDF 4份，新画4份" in drawn.out.splitlines()
    (again,) = runs_of_one_process(tmp_path, "", (*en, "build", "--pdf"))
    assert "4 PDFs, 0 drawn" in again.out.splitlines()
    assert again.engines == ""


def test_without_the_engine_a_setting_costs_a_warning_and_an_option_is_refused(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    refused, warned = runs_of_one_process(
        tmp_path, HIDE_ENGINE, ("build", "--pdf", "--output", "other"), ("build",)
    )
    assert (refused.code, refused.err.count("E-PDF-ENGINE")) == (2, 1)
    assert not (tmp_path / "other/index.html").exists()
    assert (warned.code, warned.err.count("W-PDF-ENGINE")) == (0, 1)
    assert "plutoprint" in warned.err
    assert drawn_files(tmp_path / "site") == {}
    centre = (tmp_path / "site/s/c/boards/index.html").read_text(encoding="utf-8")
    assert (".pdf" in centre, ".zip" in centre) == (False, False)
    assert codes(rebuild(tmp_path)) == []  # it has come, though no file of the site changed
    assert sorted(drawn_files(tmp_path / "site")) == sorted((*PDFS, *ZIPS))
