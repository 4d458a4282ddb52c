"""Practical tasks: rules, counts, what each page and panel says."""

from __future__ import annotations

from datetime import date

import pytest
from task_places import child, figures_of, found_in, locality, panel_of, records_of, rendered, view_of

from noticeboard.config import InterfaceLanguage, Settings
from noticeboard.kinds.place import Level, Place
from noticeboard.kinds.task import KIND, Task
from noticeboard.kinds.task.page import unit_cost
from noticeboard.locality import Records

TODAY = date(2026, 11, 20)


def task(extra: str, state: str = "done") -> str:
    return f"- {{id: a, title: 示例, source: S1, state: {state}, {extra}}}"


@pytest.mark.parametrize(
    ("written", "code", "path"),
    (
        (task("started: 2020-07, finished: 2020-06-30"), "E-ORDER", ("finished",)),
        (task("requested: 2020-07-02, finished: 2020-07-01"), "E-ORDER", ("finished",)),
        (task("field: 道路", "declined"), "E-REASON", ("state",)),
        (task("funds: [{amount: 5, paid: 6}]"), "E-PAID", ("funds", 0, "paid")),
        (task("done_of: {done: 121, planned: 120}"), "E-PROGRESS", ("done_of", "done")),
        (task("done_of: {done: 0, planned: 0}"), "E-NUMBER", ("done_of", "planned")),
        (task("quantities: [{what: 路, number: 5%}]"), "E-COUNT", ("quantities", 0, "number")),
        (
            task("rating: {returned: 60, by_grade: [{grade: 满意, count: 57}]}"),
            "E-RATING",
            ("rating", "returned"),
        ),
        (task("rating: {issued: 50, returned: 60}"), "E-RATING", ("rating", "returned")),
        (task("rating: {issued: 近50, returned: 60}"), "W-RATING", ("rating", "returned")),
        (task("field: 道路", "relapsed"), "W-VISIT", ("state",)),
        ("- {id: a, title: 示例, state: done}", "N-UNDATED", ("state",)),
    ),
)
def test_a_contradiction_is_found_at_its_field(written: str, code: str, path: tuple[str | int, ...]) -> None:
    assert found_in("task", written) == [(code, path)]


@pytest.mark.parametrize(
    "written",
    (
        task("started: 2020-07, finished: 2020"),
        task("reason: 业主不同意", "declined"),
        task("funds: [{amount: 5, paid: 5}, {amount: 5}]"),
        task("done_of: {done: 125, planned: 120余}"),
        task(
            "rating: {issued: 80, returned: 60余, by_grade: [{grade: 满意, count: 57}, {grade: 一般, count: 5}]}"
        ),
        task("visits: [{when: 2020-09, result: 又堆放}]", "relapsed"),
    ),
)
def test_what_may_be_true_is_not_accused(written: str) -> None:
    assert found_in("task", written) == []


LEDGER = """
- {id: posts, title: 充电桩, state: done, finished: 2020-05, funds: [{payer: 物业公司, amount: "20,000"}]}
- {id: cameras, title: 摄像头, state: done, finished: 2020-06, funds: [{amount: "21,000"}]}
- {id: racks, title: 空调架, state: waiting, due: 2020-06-30, funds: [{payer: 楼院, amount: "3,800", paid: "1,000"}]}
- {id: drains, title: 雨水篦子, state: open, funds: [{payer: 物业公司, amount: "18,000"}], places: [/a/1]}
- {id: shed, title: 车棚, state: relapsed, visits: [{when: 2020-07-01, result: 又坏了}]}
- {id: parking, title: 车位, state: declined, reason: 占用绿地}
"""


def test_counts_by_state_and_money_by_payer() -> None:
    place = Records("/a", Place(kind=Level.COMPOUND, name="示例小区"), ((Task, records_of("task", LEDGER)),))
    assert dict(KIND.tally(place, date(2020, 7, 10))) == {
        "tasks": 6,
        "tasks.done": 2,
        "tasks.waiting": 1,
        "tasks.open": 1,
        "tasks.relapsed": 1,
        "tasks.declined": 1,
        "tasks.overdue": 1,
        "tasks.shared": 1,
        "tasks.finished.2020-05": 1,
        "tasks.finished.2020-06": 1,
        "tasks.recent": 1,
        "funds": 6_280_000,
        "funds.paid": 100_000,
        "funds.by/物业公司": 3_800_000,
        "funds.by/楼院": 380_000,
        "funds.by/": 2_100_000,
        "funds.paid.by/楼院": 100_000,
    }


def test_key_figures_give_the_base_and_the_exact_sum() -> None:
    place = locality("2020-07-10", tasks=LEDGER)
    assert figures_of(place) == {
        "民生实事": "6项 已完成2项，超期1项",
        "投入": "62,800元 有记录的资金合计",
    }
    spent = next(figure for figure in KIND.key_figures(place) if figure.order == 40)
    assert (spent.exact, spent.href) == ("62,800.00元", "tasks/index.html#money")


def test_what_needs_action_stands_first_and_the_days_are_counted() -> None:
    panel = panel_of(locality("2020-07-10", tasks=LEDGER), "panels/tasks.html")
    assert [(row.title, row.state, row.overdue) for row in panel.rows] == [
        ("空调架", "waiting", 10),
        ("车棚", "relapsed", 0),
        ("雨水篦子", "open", 0),
        ("摄像头", "done", 0),
        ("充电桩", "done", 0),
        ("车位", "declined", 0),
    ]
    assert panel.all is None
    assert panel.rows[0].href == "tasks/racks/index.html"


def test_the_panel_shows_eight_rows_and_leads_to_the_rest() -> None:
    many = "\n".join(f"- {{id: t{n}, title: 事项{n}, state: open}}" for n in range(100))
    panel = panel_of(locality(tasks=many), "panels/tasks.html")
    assert (len(panel.rows), panel.all) == (8, (100, "tasks/index.html"))


def test_money_by_payer_names_the_unnamed_last() -> None:
    money = panel_of(locality("2020-07-10", tasks=LEDGER), "panels/money.html")
    assert money.total.text == "62,800元"
    assert [(row.payer, row.amount.text, row.paid and row.paid.text) for row in money.payers] == [
        ("物业公司", "38,000元", None),
        ("楼院", "3,800元", "1,000元"),
        ("", "21,000元", None),
    ]
    assert money.note == "“已付”只计有付款记录的款项"


def test_money_of_an_area_includes_the_places_below() -> None:
    below = (
        child(
            "1",
            tasks=2,
            tasks_done=2,
            funds=4_100_000,
            **{"funds_by/物业公司": 2_000_000, "funds_by/": 2_100_000},
        ),
        child("2", tasks=1, funds=380_000, **{"funds_by/楼院": 380_000}),
        child("3"),
    )
    area = locality(level=Level.COMMUNITY, children=below, tasks=task("funds: [{amount: '18,000'}]"))
    money = panel_of(area, "panels/money.html")
    assert (money.total.text, money.shows_paid) == ("62,800元", False)
    assert [(row.payer, row.amount.text) for row in money.payers] == [
        ("物业公司", "20,000元"),
        ("楼院", "3,800元"),
        ("", "39,000元"),
    ]
    assert {row.href for row in money.payers} == {"tasks/index.html#places"}
    rows = panel_of(area, "panels/tasks.html").places
    assert [(row.name, row.done_of_all, row.funds.text, row.href) for row in rows] == [
        ("1", "2／2", "41,000元", "1/tasks/index.html"),
        ("2", "0／1", "3,800元", "2/tasks/index.html"),
    ]


def test_a_place_without_money_or_tasks_has_no_panel() -> None:
    place = locality(notices="[]")
    assert panel_of(place, "panels/tasks.html") is None
    assert panel_of(place, "panels/money.html") is None
    assert list(KIND.pages(place)) == []
    assert figures_of(place) == {}


ISSUED = "- {id: n, title: 示例, issued: 2026-11-01}"


def test_a_shared_task_is_shown_in_each_compound_and_leads_to_its_own_page() -> None:
    (shared,) = records_of("task", task("places: [/a/1]", "waiting"))
    place = locality(path="/a/1", shared=((shared, "/a"),))
    assert [row.href for row in view_of(place, "/a/1/tasks/").shared] == ["../../tasks/a/index.html"]
    assert [row.title for row in panel_of(place, "panels/tasks.html").shared] == ["示例"]
    assert figures_of(place) == {"民生实事": "1项 与其他楼院共有"}
    assert place.summary.count("tasks") == 0


def test_shared_tasks_alone_date_the_figure_by_their_own_dates() -> None:
    shared = records_of("task", task("places: [/a/1], as_of: 2020-06") + "\n" + task("as_of: 2020-05"))
    place = locality(path="/a/1", shared=tuple((each, "/a") for each in shared), notices=ISSUED)
    (figure,) = KIND.key_figures(place)
    assert figure.as_of == "2020年6月"


@pytest.mark.parametrize(
    ("written", "said"),
    (
        ("done_of: {done: 120, planned: 120, unit: 户}", "120户（按完成进度）"),
        ("done_of: {done: 0, planned: 120, unit: 户}", ""),
        ("done_of: {done: 36, planned: 40, unit: 盏}", ""),
        (
            "done_of: {done: 120, planned: 120, unit: 户}, beneficiaries: [{what: 住户, number: 118, unit: 户}]",
            "住户118户",
        ),
    ),
)
def test_who_benefits_is_told_by_the_progress_where_nobody_says_it(written: str, said: str) -> None:
    (page,) = (p for p in KIND.pages(locality(tasks=task(written))) if p.template == "task.html")
    assert page.view.beneficiaries == said


@pytest.mark.parametrize(
    ("written", "cost"),
    (
        (
            "funds: [{amount: '20,000'}], quantities: [{what: 充电桩, number: 20, unit: 个}]",
            "20,000元 ÷ 20个 = 1,000元／个",
        ),
        (
            "funds: [{amount: '21,000'}], quantities: [{what: 摄像头, number: 30, unit: 个}]",
            "21,000元 ÷ 30个 = 700元／个",
        ),
        (
            "funds: [{amount: 100}], quantities: [{what: 树, number: 3, unit: 棵}]",
            "100元 ÷ 3棵 = 约33.33元／棵",
        ),
        (
            "funds: [{amount: 100}], quantities: [{what: 树, number: 近10, unit: 棵}]",
            "100元 ÷ 近10棵 = 约10元／棵",
        ),
        ("funds: [{amount: 100}, {amount: 5}], quantities: [{what: 树, number: 3}]", ""),
        ("funds: [{amount: 100}], quantities: [{what: 树, number: 3}, {what: 草, number: 3}]", ""),
        ("funds: [{amount: 100}], quantities: [{what: 树, number: 0}]", ""),
    ),
)
def test_unit_cost_shows_its_operands(written: str, cost: str) -> None:
    (record,) = records_of("task", task(written))
    assert unit_cost(record, "zh") == cost


@pytest.mark.parametrize(
    ("done", "planned", "shown"),
    (
        ("120", "120", ("100%", "120／120户", "全部完成")),
        ("80", "120", ("66.7%", "80／120户", "完成一部分，还剩40户")),
        ("0", "120", ("0%", "0／120户", "还没有完成的")),
        ("近80", "120", ("约66.7%", "近80／120户", "")),
    ),
)
def test_progress_has_its_base(done: str, planned: str, shown: tuple[str, str, str]) -> None:
    place = locality(tasks=task(f"done_of: {{done: {done}, planned: {planned}, unit: 户}}"))
    progress = view_of(place, "/a/tasks/a/").progress
    assert (progress.value, progress.base, progress.note) == shown


def test_rating_is_the_share_of_the_first_grade_in_the_returned_cards() -> None:
    grades = "by_grade: [{grade: 满意, count: 57}, {grade: 不满意, count: 3}]"
    place = locality(tasks=task(f"rating: {{issued: 80, returned: 60, {grades}}}"))
    rating = view_of(place, "/a/tasks/a/").rating
    assert (rating.figure.label, rating.figure.value, rating.figure.base) == ("满意", "95.0%", "57／60")
    assert rating.returned == "点评卡收回60／发出80张，收回率75.0%"
    assert rating.rows == (("满意", "57", "95.0%"), ("不满意", "3", "5.0%"))


COURSE = """
- id: a
  title: 示例
  state: relapsed
  asked_by: 居民
  requested: 2020-03
  started: 2020-05-06
  due: 2020-07-10
  finished: 2020-07
  steps: [{when: 2020-04, what: 入户摸底}, {what: 商定方案}, {when: 2020-05-06, what: 进场施工}]
  visits: [{when: 2020-07-20, result: 正常}, {when: 2020-09, result: 又堵了}]
"""


def test_the_course_of_a_task_is_in_order_and_says_nothing_twice() -> None:
    view = view_of(locality(tasks=COURSE), "/a/tasks/a/")
    assert [(event.date, event.text, event.note, event.mark) for event in view.events] == [
        ("2020年3月", "居民提出", "", ""),
        ("2020年4月", "入户摸底", "", ""),
        ("", "商定方案", "", ""),
        ("2020年5月6日", "进场施工", "", ""),
        ("2020年7月", "完成", "承诺2020年7月10日", ""),
        ("2020年7月20日", "回头看：正常", "", ""),
        ("2020年9月", "回头看：又堵了", "", "relapsed"),
    ]
    assert view.events_note


def test_an_overdue_promise_stands_in_the_course() -> None:
    view = view_of(locality("2020-07-11", tasks=task("due: 2020-07-01", "waiting")), "/a/tasks/a/")
    assert (view.overdue, view.events[-1].note) == (10, "已超期10天")


def test_the_four_facts_keep_what_is_not_stated_empty() -> None:
    fund = "funds: [{payer: 街道, source: 财政补助, amount: 150万, paid: 0}, {amount: 10, paid: 4}]"
    view = view_of(locality(tasks=task(f"channel: 微信群, {fund}")), "/a/tasks/a/")
    assert (view.asked, view.lead, view.beneficiaries) == ("微信群", "", "")
    assert [(each.payer, each.amount.text, each.amount.exact, each.paid) for each in view.funds] == [
        ("街道", "150万元", "1,500,000.00元", "尚未支付"),
        ("", "10元", "10.00元", "已付4元，未付6元"),
    ]


def test_photos_stand_before_beside_after_and_are_copied_from_the_place() -> None:
    photos = (
        "photos: [{file: 1.jpg, stage: before}, {file: 2.jpg, stage: after, caption: 新路}, {file: 3.jpg}]"
    )
    place = locality(tasks=task(photos))
    view = view_of(place, "/a/tasks/a/")
    (before, after), *more = view.pairs
    assert (before.src, before.alt, after.alt, more) == ("../../photos/1.jpg", "示例，改造前", "新路", [])
    assert [photo.src for photo in view.photos] == ["../../photos/3.jpg"]
    copies = list(KIND.copies(place))
    assert (copies[0].path, copies[0].source) == ("a/photos/1.jpg", "content/a/photos/1.jpg")
    assert copies[0].origin.path == (0, "photos", 0, "file")


def test_the_places_concerned_are_linked() -> None:
    place = locality(tasks=task("places: [/a/1, /a/2]"), names=("/a/1", "/a/2"))
    assert view_of(place, "/a/tasks/a/").places[0][:2] == ("示例1号院", "../../1/index.html")


ORGANIZATION = "- {id: o, type: party, name: 示例党支部}"


@pytest.mark.parametrize(
    ("given", "is_news"),
    (
        ({"tasks": task("finished: 2026-07-01")}, False),
        ({"tasks": task("finished: 2026-06-30")}, True),
        ({"tasks": task("finished: 2026")}, False),
        ({"tasks": task("finished: 2024-11-19")}, False),
        ({"tasks": task("finished: 2024-11-20")}, True),
        ({"organizations": ORGANIZATION}, False),
        ({"organizations": ORGANIZATION, "sample": True}, True),
        ({"sample": True}, False),
        ({"tasks": task("finished: 2026-06-30"), "level": Level.COMMUNITY}, False),
    ),
)
def test_no_task_this_half_year_is_news_of_living_compounds_only(
    given: dict[str, object], is_news: bool
) -> None:
    panel = panel_of(locality("2026-11-20", **given), "panels/tasks.html")  # type: ignore[arg-type]  # keywords of the case
    assert bool(panel and panel.news) is is_news


@pytest.mark.parametrize(
    ("written", "first"),
    (
        (task("due: 2026-11-30", "waiting"), date(2026, 12, 1)),
        (task("due: 2026-11-01", "open"), date(2026, 11, 21)),
        (task("due: 2026-11-30"), None),
        (task("finished: 2026-03"), date(2027, 1, 1)),
        (task("finished: 2024-12-01"), date(2026, 12, 2)),
        (task("finished: 2020"), None),
    ),
)
def test_the_next_day_on_which_a_task_changes_by_itself(written: str, first: date | None) -> None:
    (record,) = records_of("task", written)
    assert min(KIND.changes(record, TODAY), default=None) == first


@pytest.mark.parametrize(
    ("language", "words"),
    (
        (InterfaceLanguage.ZH, ("谁提出", "未注明", "超期10天", "不采纳</span>", "&lt;b&gt;")),
        (
            InterfaceLanguage.EN,
            ("Who asked", "Not stated", "10 days overdue", "Declined</span>", "&lt;b&gt;"),
        ),
    ),
)
def test_pages_are_drawn_in_both_languages(language: InterfaceLanguage, words: tuple[str, ...]) -> None:
    settings = Settings(title="示例", language=language)
    risky = task("done_of: {done: 1, planned: 2}, note: <b>粗</b>, body: '**好**'", "open")
    pages = rendered(locality("2020-07-10", tasks=LEDGER + risky, settings=settings))
    assert len(pages) == 8
    together = "".join(pages.values())
    assert [word for word in words if word not in together] == []
    assert "<strong>好</strong>" in pages["/a/tasks/a/"]
    assert 'title="3,800.00' in pages["/a/tasks/"]
