"""Forms: numbers that do not change, what each one asks for, and a message for what cannot be made."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from form_places import ROTAS, centre_of, community, form_page
from PIL import Image
from playwright.sync_api import Page
from pypdf import PdfReader

from noticeboard.boards.sheet import A3_LANDSCAPE, A4_LANDSCAPE, A4_PORTRAIT, Sheet
from noticeboard.boards.view import BoardView, texts_in
from noticeboard.forms import ballot, comment_card, rota_sign_in, service_record, sign_in
from noticeboard.forms.catalogue import FORMS
from noticeboard.forms.form import FormKind, FormOptions, form

LEAKS = """() => [...document.querySelectorAll('.slip, .body')].flatMap(slip => {
  const room = slip.getBoundingClientRect();
  return [...slip.querySelectorAll('.line, .write, .tick, .field, td, svg:not(.scissors)')].filter(each => {
    const box = each.getBoundingClientRect();
    return box.bottom > room.bottom + 1 || box.right > room.right + 1;
  }).map(each => each.outerHTML.slice(0, 60));
})"""


def made(kind: FormKind, sheet: Sheet | None = None, **options: Any) -> BoardView:
    view, diagnostics = form(kind, community(), FormOptions(**options), sheet)
    assert diagnostics == []
    assert view is not None
    return view


def numbers(view: BoardView) -> list[str]:
    return [slip.number.plain for panel in view.panels for row in panel.body.rows for slip in row]


def wrong(kind: FormKind, **options: Any) -> list[str]:
    view, diagnostics = form(kind, community(), FormOptions(**options))
    assert view is None
    return [f"{each.code} {each.message.zh} → {each.remedy.zh}" for each in diagnostics]


def test_numbers_go_on_where_the_last_run_ended() -> None:
    assert numbers(made(ballot.FORM)) == ["0001", "0002", "0003", "0004", "0005", "0006"]
    assert numbers(made(ballot.FORM, start=7, count=2)) == ["0007", "0008"]
    first, second = (numbers(made(ballot.FORM, start=start, count=20)) for start in (1, 21))
    assert first + second == [f"{number:04}" for number in range(1, 41)]
    assert len(made(ballot.FORM, start=1, count=20).panels) == 4


@pytest.mark.parametrize(
    "options", ({"start": 0}, {"count": 5001}, {"start": 9999, "count": 2}, {"count": -1})
)
def test_a_number_that_cannot_be_is_refused(options: dict[str, int]) -> None:
    (line,) = wrong(sign_in.FORM, **options)
    assert line.startswith("E-FORM-NUMBER 从")
    assert line.endswith("→ 改小数量，或从1号重新编")


def test_a_sign_in_sheet_numbers_its_lines_through_all_sheets() -> None:
    view = made(sign_in.FORM, start=2, count=2, title="清明祭扫", when="2026年4月4日", where="议事室")
    second, third = (panel.body for panel in view.panels)
    assert (second.number.plain, third.number.plain) == ("0002", "0003")
    lines = [text.plain for text in (*second.rows, *third.rows)]
    assert lines == [str(len(second.rows) + i) for i in range(1, 2 * len(second.rows) + 1)]
    assert [each.value.plain for each in (second.activity, second.when, second.where)] == [
        "清明祭扫",
        "2026年4月4日",
        "议事室",
    ]
    blank = made(sign_in.FORM).panels[0].body
    assert [each.value for each in (blank.activity, blank.when, blank.where)] == [None] * 3


def rows_of(view: BoardView) -> list[tuple[str, ...]]:
    return [tuple(text.plain for text in row) for panel in view.panels for row in panel.body.rows]


def test_a_rota_has_a_line_for_everybody_in_every_shift_and_for_whoever_is_lacking() -> None:
    view = made(rota_sign_in.FORM)
    first = view.panels[0].body
    assert [each.value.plain for each in (first.title, first.when, first.where)] == [
        "看门护院值班表",
        "2026年11月",
        "大门",
    ]
    assert [text.plain for text in first.columns] == ["日期", "时段", "值班人", "签到", "签退", "备注"]
    assert rows_of(view)[:8] == [
        ("11月2日 周一", "16:00—21:00", "示例天"),
        ("", "", "示例同志"),
        ("", "", "空缺1人"),
        ("11月5日 周四", "16:00—21:00", "示例天"),
        ("", "", "示例同志"),
        ("", "", "空缺1人"),
        ("11月7日 周六", "22:00—次日6:00", "巡防队"),
        ("", "", "巡防队"),
    ]
    assert len(rows_of(view)) == 9 * 3 + 4 * 2
    assert [panel.body.number.plain for panel in view.panels] == ["0001", "0002"]
    assert view.panels[1].body.rows[0][0].plain  # a sheet that begins amid a shift tells its day again


def test_sheets_of_one_rota_are_asked_for_by_its_id_as_either_form() -> None:
    october = made(sign_in.FORM, record="october", start=5)
    assert rows_of(october)[0] == ("10月5日 周一", "8:00—9:00", "物业")
    assert [panel.body.number.plain for panel in october.panels] == ["0005"]
    assert rows_of(made(rota_sign_in.FORM, record="october")) == rows_of(october)
    assert len(made(rota_sign_in.FORM, record="october", count=3).panels) == 3
    (line,) = wrong(sign_in.FORM, record="octobre")
    assert line == "E-FORM-RECORD 这里没有 id 为“octobre”的值班表 → 是不是“october”？"


def test_a_service_record_bears_the_name_that_the_wall_may_show() -> None:
    def fields(**options: Any) -> list[str | None]:
        slip = made(service_record.FORM, **options).panels[0].body.rows[0][0].slip
        return [each.value.plain if each.value else None for each in slip.fields]

    assert fields() == [None, None]
    assert fields(record="sky") == ["示例天", None]
    assert fields(record="earth") == ["示例同志", None]
    (line,) = wrong(service_record.FORM, record="sk")
    assert line == "E-FORM-RECORD 这里没有 id 为“sk”的志愿者 → 是不是“sky”？"


def test_cards_wait_for_tasks_that_are_done_and_not_rated() -> None:
    bodies = [panel.body for panel in made(comment_card.FORM).panels]
    assert [body.rows[0][0].slip.title.plain for body in bodies] == ["疏通下水道"]
    assert numbers(made(comment_card.FORM)) == ["0001", "0002", "0003", "0004"]


def test_a_card_says_which_task_it_is_for_and_leads_to_its_page() -> None:
    card = made(comment_card.FORM, record="drain", count=1).panels[0].body.rows[0][0].slip
    assert (card.title.plain, card.facts.plain) == ("疏通下水道", "事项编号 drain；2026年8月6日完成")
    assert [grade.plain for grade in card.grades] == ["满意", "基本满意", "不满意"]
    assert card.qr is not None
    rated = made(comment_card.FORM, record="posts", count=1).panels[0].body.rows[0][0].slip
    assert [grade.plain for grade in rated.grades] == ["好", "一般"]
    bare, _ = form(comment_card.FORM, community(base_url=""), FormOptions(record="drain"))
    assert bare is not None
    assert bare.panels[0].body.rows[0][0].slip.qr is None


def test_a_card_of_a_task_that_is_not_there_is_refused() -> None:
    (line,) = wrong(comment_card.FORM, record="drains")
    assert line == "E-FORM-RECORD 这里没有 id 为“drains”的民生实事 → 是不是“drain”？"


def test_a_ballot_offers_the_open_tasks_or_what_it_is_given() -> None:
    slip = made(ballot.FORM, count=1).panels[0].body.rows[0][0].slip
    assert [text.plain for text in slip.choices] == ["维修车棚", "更换楼道灯"]
    assert slip.head.say.plain == "请在一项前的方框里打勾。"
    assert min(text.size for text in slip.choices) > slip.head.say.size
    given = made(ballot.FORM, title="选举楼栋长", choices=("示例甲", "示例乙", "示例丙"), most=2)
    slip = given.panels[0].body.rows[0][0].slip
    assert [text.plain for text in slip.choices] == ["示例甲", "示例乙", "示例丙"]
    assert (slip.head.title.plain, slip.head.say.plain) == ("选举楼栋长", "请在方框里打勾，最多选2项。")


def test_a_ballot_needs_something_to_tick() -> None:
    (line,) = wrong(ballot.FORM, choices=("示例甲",), most=2)
    assert line.startswith("E-FORM-CHOICES 可以勾选的有1项，要选2项")
    view, (found,) = form(ballot.FORM, community(tasks="[]"), FormOptions())
    assert view is None
    assert found.message.zh == "没有可以勾选的项目，这里也没有待办的民生实事"


def test_slips_grow_with_what_is_on_them_and_then_fail_by_name() -> None:
    def grid(count: int) -> tuple[int, int]:
        body = made(ballot.FORM, choices=tuple(f"第{i}项" for i in range(count))).panels[0].body
        return body.across, body.down

    assert [grid(count) for count in (3, 8, 24)] == [(2, 3), (2, 2), (2, 1)]
    (line,) = wrong(ballot.FORM, title="选举", choices=tuple(f"第{i}项" for i in range(60)))
    assert line.startswith("E-BOARD-FIT “选举”在选项单（A4）上放不下")


@pytest.mark.parametrize("kind", FORMS, ids=lambda kind: kind.kind.key)
def test_the_instruction_has_fourteen_points_and_nothing_is_under_the_least_size(kind: FormKind) -> None:
    view = made(kind)
    texts = list(texts_in(view))
    heads = [text for text in texts if text.plain.endswith(("。", "."))]
    assert heads
    assert all(text.size >= 14 / 72 * 25.4 for text in heads)
    assert min(text.size for text in texts) >= 1000 / 280


@pytest.mark.parametrize("kind", FORMS, ids=lambda kind: kind.kind.key)
@pytest.mark.parametrize("sheet", (A4_PORTRAIT, A4_LANDSCAPE, A3_LANDSCAPE), ids=lambda sheet: sheet.key)
def test_nothing_leaves_its_slip_and_a_sheet_is_a_page(
    page: Page, tmp_path: Path, kind: FormKind, sheet: Sheet
) -> None:
    view = made(kind, sheet)
    page.goto(form_page(tmp_path, view).as_uri())
    assert page.evaluate(LEAKS) == []
    page.pdf(path=str(tmp_path / "form.pdf"), prefer_css_page_size=True)
    printed = PdfReader(tmp_path / "form.pdf").pages
    assert len(printed) == len(view.panels)
    assert float(printed[0].mediabox.width) / 72 * 25.4 == pytest.approx(sheet.width, abs=0.5)
    assert "示例" in printed[0].extract_text()


def test_the_code_on_a_card_leads_to_the_page_of_the_task(page: Page, tmp_path: Path) -> None:
    centre_of(tmp_path, {})
    page.goto((tmp_path / "site/c/boards/comment-card-a4-portrait/index.html").as_uri())
    shown = page.locator(".form-scan").first.screenshot()
    side = page.locator(".form-qr").first.bounding_box()
    (code,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(shown)))
    assert code.text == "https://example.org/c/tasks/drain/"
    assert (tmp_path / "site/c/tasks/drain/index.html").is_file()
    assert side is not None
    assert side["width"] / 96 * 25.4 == pytest.approx(25, abs=0.1)


def test_the_print_centre_offers_what_makes_sense_without_a_word(tmp_path: Path) -> None:
    centre, pages = centre_of(tmp_path, {})
    assert [name for name in centre if "签到表" in name or "小红本" in name or "点评卡" in name] == [
        "活动签到表",
        "小红本（志愿服务记录）",
        "点评卡",
    ]
    assert {"sign-in-a4-portrait", "service-record-a4-landscape", "comment-card-a4-portrait"} <= pages
    assert not any(name.startswith("ballot") for name in pages)
    assert not any(name.startswith("rota") for name in pages)
    centre, pages = centre_of(tmp_path / "rota", {"c/rotas.yml": ROTAS})
    assert "值班签到表" in centre
    assert {"rota-sign-in-a4-portrait", "rota-gate-a4-portrait"} <= pages
    centre, pages = centre_of(tmp_path / "few", {"c/volunteers.yml": "[]", "c/tasks.yml": "[]"})
    assert "活动签到表" in centre
    assert not any(name.startswith(("service-record", "comment-card")) for name in pages)


def test_a_site_that_asks_for_other_kinds_has_no_forms(tmp_path: Path) -> None:
    settings = "title: 示例站\nboards: {kinds: [organization, sign-in]}\n"
    _, pages = centre_of(tmp_path, {"site.yml": settings})
    assert pages == {"organization-a3-landscape", "sign-in-a4-portrait"}
