"""`print --form`: which form, how many, from which number; what is refused."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from print_site import PLACE, SITE, printed
from pypdf import PdfReader
from whole_site import write_files

HERE = "示例街道/示例小区"
TASKS = (
    "- {id: gas, title: 通燃气, state: 已完成, finished: 2026-11-04}\n"
    "- {id: shed, title: 维修车棚, state: 待办, requested: 2026-10-02}\n"
)
FILES = {**SITE, f"{PLACE}/tasks.yml": TASKS}


def texts(pdf: bytes) -> list[str]:
    """The text of each page without its white."""
    return [re.sub(r"\s", "", page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages]


def test_cards_from_a_number_on(call, tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    cards = ("-C", tmp_path, "print", HERE, "--copies", "5", "--first", "121", "--form")
    called = call(*cards, "点评卡")
    assert called.out == f"表单1份共2页：新画1份，写入1个文件；在 {(tmp_path / 'print').resolve()}\n"
    ((name, data),) = printed(tmp_path).items()
    assert name == f"{HERE}/comment-card-a4-portrait-0121-0125.pdf"
    first, second = texts(data)
    assert re.findall(r"编号(\d{4})", first + second) == ["0121", "0122", "0123", "0124", "0125"]
    assert first.count("通燃气") == 4
    pdf = PdfReader(io.BytesIO(data))
    box = pdf.pages[0].mediabox
    assert [float(side) / 72 * 25.4 for side in (box.width, box.height)] == pytest.approx(
        (210, 297), abs=0.05
    )
    assert pdf.metadata is not None
    assert pdf.metadata.title == "点评卡 - 示例小区"
    assert "新画0份，写入0个文件" in call(*cards, "comment-card").out


def test_words_on_a_form_have_a_file_of_their_own_without_the_words_in_its_name(call, tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    form = ("-C", tmp_path, "print", HERE, "--form")
    call(*form, "ballot")
    call(*form, "选项单", "--title", "推选楼栋长", "--choice", "示例甲", "--choice", "示例乙")
    call(*form, "活动签到表", "--where", "议事室")
    call(*form, "小红本", "--grey")
    names = sorted(name.rpartition("/")[2] for name in printed(tmp_path))
    patterns = (
        "ballot-a4-portrait.pdf",
        "ballot-[2-9a-z]{5}-a4-portrait.pdf",
        "service-record-a4-landscape-grey.pdf",
        "sign-in-[2-9a-z]{5}-a4-portrait.pdf",
    )
    assert len(names) == len(patterns)
    assert all(any(re.fullmatch(pattern, name) for name in names) for pattern in patterns)
    given = next(
        data for name, data in printed(tmp_path).items() if "ballot-a4" not in name and "ballot" in name
    )
    (text,) = texts(given)
    assert text.count("示例甲") == text.count("推选楼栋长") == 6


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    (
        ([HERE, "--form", "balot"], "没有“balot”这种表单；是不是 ballot？", "did you mean ballot?"),
        ([HERE, "--form", "签到"], "是不是 sign-in？", "did you mean sign-in?"),
        (
            [HERE, "--form", "qqq"],
            "可以写：sign-in、rota-sign-in、service-record",
            "write one of: sign-in, ",
        ),
        ([HERE, "--board", "点评卡"], "“点评卡”是表单，不是公示栏：写 --form comment-card", "write --form"),
        (["--form", "ballot"], "写 print 地点 --form ballot", "print PLACE --form ballot"),
        ([HERE, "--copies", "4"], "--copies 要和 --form 一起用", "--copies is used with --form"),
        (
            [HERE, "--form", "ballot", "--board", "tasks"],
            "--form 和 --board 不能一起用",
            "--form and --board cannot",
        ),
        (
            [HERE, "--form", "点评卡", "--for", "gass"],
            "E-FORM-RECORD  这里没有 id 为“gass”的民生实事\n   是不是“gas”？",
            "there is no practical task with the id “gass” here",
        ),
        (
            [HERE, "--form", "ballot", "--copies", "0"],
            "--copies 的值不对：写 1 或更大的整数",
            "the value of --copies is wrong: write a whole number from 1 on",
        ),
        ([HERE, "--jobs", "many"], "--jobs 的值不对：写 1 到 64 的整数", "write a whole number from 1 to 64"),
        ([HERE, "--form", "ballot", "--most", "3"], "E-FORM-CHOICES", "E-FORM-CHOICES"),
        ([HERE, "--form", "ballot", "--copies", "9000"], "E-FORM-NUMBER", "at most 5000"),
    ),
)
def test_what_cannot_be_made_is_refused_and_nothing_is_written(
    call, tmp_path: Path, arguments: list[str], zh: str, en: str
) -> None:
    write_files(tmp_path, FILES)
    for language, words in (("zh", zh), ("en", en)):
        called = call("-C", tmp_path, "--lang", language, "print", *arguments)
        assert (called.code, called.out) == (2, "")
        assert words in called.err
    assert not (tmp_path / "print").exists()


def test_forms_are_listed(call, tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    lines = call("-C", tmp_path, "print", "--list").out.splitlines()
    start = lines.index("表单种类（--form）")
    assert "  comment-card  点评卡  a4-portrait  已完成、还没有评价的实事" in "\n".join(lines[start:])


def test_reminders_of_one_inspection_and_its_sheet(call, tmp_path: Path) -> None:
    inspections = (
        "- {id: fire, title: 消防检查, when: 2026-11-18, items: [{what: 应急灯, result: finding}], next: 2027-11-18, "
        "findings: [{what: 灯不亮, where: 2号楼}, {what: 纸箱, where: 楼道, on_the_spot: 是}]}\n"
    )
    write_files(tmp_path, {**FILES, f"{PLACE}/inspections.yml": inspections})
    form = ("-C", tmp_path, "print", HERE, "--for", "fire", "--form")
    call(*form, "整改提醒单", "--first", "9")
    call(*form, "inspection")
    found = {name.rpartition("/")[2]: texts(data) for name, data in printed(tmp_path).items()}
    assert set(found) == {"reminder-fire-a4-portrait-0009.pdf", "inspection-fire-a4-portrait.pdf"}
    (slip,) = found["reminder-fire-a4-portrait-0009.pdf"]
    assert "编号0009" in slip
    assert "2号楼" in slip
    assert "纸箱" not in slip
    (sheet,) = found["inspection-fire-a4-portrait.pdf"]
    assert "应急灯" in sheet
    refused = call("-C", tmp_path, "print", HERE, "--for", "gas", "--form", "reminder")
    assert (refused.code, "E-FORM-RECORD" in refused.err) == (2, True)
