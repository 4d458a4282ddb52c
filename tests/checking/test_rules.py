"""Rules between records and places: sources, levels, old addresses, files that clash, settings of privacy."""

from __future__ import annotations

from pathlib import Path

import pytest
from written_site import COMPOUND, SITE, check_site, lines, place

from noticeboard.boards.catalogue import BOARD_KINDS
from noticeboard.forms.catalogue import FORMS


@pytest.mark.parametrize(
    ("files", "expected"),
    (
        (
            {"sources.yml": "- {id: S78, title: 示例}\n", "c/place.yml": f"{COMPOUND}source: S78\n"},
            [],
        ),
        (
            {"sources.yml": "- {id: S78, title: 示例}\n", "c/place.yml": f"{COMPOUND}source: [S78, S87]\n"},
            ["c/place.yml:3:15 E-SOURCE 没有登记来源“S87” → 是不是“S78”？"],
        ),
        (
            {"c/tasks.yml": "- {id: g, title: 甲, state: open, source: 报纸}\n"},
            ["c/tasks.yml:1:42 E-SOURCE 没有登记来源“报纸” → 在 content/sources.yml 里登记它"],
        ),
        (
            {"c/sources.yml": "- {id: S1, title: 示例}\n"},
            ["c/sources.yml:1:3 E-SOURCE-PLACE 来源只登记在 content/sources.yml → 移到 content/sources.yml"],
        ),
    ),
)
def test_sources(tmp_path: Path, files: dict[str, str], expected: list[str]) -> None:
    assert lines(check_site(tmp_path, files)) == expected


def test_a_record_shown_in_its_own_place_alone_says_that_places_has_no_effect(tmp_path: Path) -> None:
    files = {
        "s/place.yml": place("社区", "示例社区"),
        "s/c/place.yml": place("楼院", "示例小区"),
        "s/wishes.yml": "- {number: 1, what: 一盏灯, places: [c]}\n",
        "s/tasks.yml": "- {id: g, title: 甲, state: open, places: [c]}\n",
    }
    assert lines(check_site(tmp_path, files)) == [
        "s/wishes.yml:1:34 W-PLACES 微心愿只在所在的地点显示，涉及地点不起作用 "
        "→ 在每个地点各写一条，或删去 places（涉及地点）"
    ]


LEVELS = "层级自上而下：市、区、街道、社区、楼院；可以跳过，不能颠倒"


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    (
        ("街道", "社区", []),
        ("区", "楼院", []),
        ("社区", "街道", [f"a/d/place.yml:1:7 E-LEVEL 街道不能放在社区里面 → {LEVELS}"]),
        ("楼院", "小区", [f"a/d/place.yml:1:7 E-LEVEL 楼院不能放在楼院里面 → {LEVELS}"]),
    ),
)
def test_levels_are_skipped_but_never_reversed(
    tmp_path: Path, above: str, below: str, expected: list[str]
) -> None:
    files = {"a/place.yml": place(above, "示例甲地"), "a/d/place.yml": place(below, "示例乙地")}
    assert lines(check_site(tmp_path, files)) == expected


PATHS = "写旧的文件夹名，例如 lao-jie；换过上级地点的写全路径，例如 /区/街道/lao-jie"
CHARACTERS = "只用字母、汉字、数字、连字符和下划线"


@pytest.mark.parametrize(
    "was", ("lao-jie", "老街18号楼", "/old/lao-jie", "/old/lao-jie/", "[one, /two/three]", "'18'")
)
def test_old_paths_of_a_place(tmp_path: Path, was: str) -> None:
    assert lines(check_site(tmp_path, {"c/place.yml": f"{COMPOUND}was: {was}\n"})) == []


@pytest.mark.parametrize(
    "was", ("..", "../x", "/a/../../x", "a//b", "/", "https://example.org/x", ".git", "a#b", "a\\b", "con")
)
def test_what_is_no_old_path_of_a_place(tmp_path: Path, was: str) -> None:
    assert lines(check_site(tmp_path, {"c/place.yml": f"{COMPOUND}was: '{was}'\n"})) == [
        f"c/place.yml:3:6 E-WAS “{was}”不是地点的路径 → {PATHS}"
    ]


@pytest.mark.parametrize("was", ("../x", "/c/tasks/x", "a/b", "..", "."))
def test_what_is_no_old_id_of_a_record(tmp_path: Path, was: str) -> None:
    files = {"c/tasks.yml": f"- {{id: g, title: 甲, state: open, was: [lao, '{was}']}}\n"}
    assert lines(check_site(tmp_path, files)) == [
        f"c/tasks.yml:1:45 E-WAS 编号“{was}”含有不能用在网址里的字符 → {CHARACTERS}"
    ]


def test_an_old_id_of_a_record_without_a_page(tmp_path: Path) -> None:
    files = {"c/organizations.yml": "- {id: a, type: party, name: 示例党支部, was: old}\n"}
    assert lines(check_site(tmp_path, files)) == [
        "c/organizations.yml:1:42 E-WAS 组织没有单独的页面，曾用编号不起作用 → 删去 was（曾用编号）"
    ]


TASK = "title: 甲\nstate: open\n"
OTHER = "换一个编号或文件夹名；曾用编号不能与现有的相同"


@pytest.mark.parametrize(
    ("files", "expected"),
    (
        (
            {"c/tasks/gas.yml": TASK, "c/tasks/new.yml": f"{TASK}was: gas\n"},
            "c/tasks/new.yml:1:1 E-PAGE-TWICE content/c/tasks/new.yml 和 content/c/tasks/gas.yml 的页面都是"
            f" /c/tasks/gas/ → {OTHER}",
        ),
        (
            {"c/tasks.yml": "- {id: Gas, title: 甲, state: open}\n- {id: gas, title: 乙, state: open}\n"},
            "c/tasks.yml:2:3 E-PAGE-TWICE content/c/tasks.yml 和 content/c/tasks.yml 的页面都是"
            f" /c/tasks/gas/ → {OTHER}",
        ),
        (
            {"c/place.yml": COMPOUND, "d/place.yml": place("楼院", "示例二区", "was: c\n")},
            f"d/place.yml:1:1 E-PAGE-TWICE content/d/place.yml 和 content/c/place.yml 的页面都是 /c/ → {OTHER}",
        ),
        (
            {"robots.txt/place.yml": COMPOUND},
            "robots.txt/place.yml:1:1 E-FILE-TWICE robots.txt/index.html 和 robots.txt不能同时存在"
            " → 换一个文件夹名、文件名或编号",
        ),
        (
            {"404.html/place.yml": COMPOUND},
            "404.html/place.yml:1:1 E-FILE-TWICE 404.html/index.html 和 404.html不能同时存在"
            " → 换一个文件夹名、文件名或编号",
        ),
        (
            {"18#楼/place.yml": COMPOUND},
            "18#楼/place.yml:1:1 E-PATH-NAME 地点的文件夹名“18#楼”里不能有 # → 改名，例如 18号楼",
        ),
    ),
)
def test_two_pages_cannot_have_one_address(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    assert expected in lines(check_site(tmp_path, files))


PERSONAL = "volunteer.skills"


@pytest.mark.parametrize(
    ("rule", "expected"),
    (
        ("{field: volunteer.skills, policy: never}", []),
        ("{字段: volunteer.skills, 公开方式: 不公开, 渠道: [公示栏]}", []),
        ("{field: organization.members.office_phone, policy: consent}", []),
        (
            "{field: volunteer.skils, policy: never}",
            [
                "site.yml:4:13 E-SETTING “volunteer.skils”不是可以另设公开方式的个人字段 → 是不是“volunteer.skills”？"
            ],
        ),
        (
            "{field: volunteer.skills, policy: public}",
            [
                "site.yml:4:39 E-SETTING “volunteer.skills”本来就是“须本人同意”，这里只能更严"
                " → 删去这一条，或写得更严"
            ],
        ),
        (
            "{field: volunteer.flat, policy: consent}",
            [
                "site.yml:4:37 E-SETTING “volunteer.flat”本来就是“不公开”，这里只能更严"
                " → 删去这一条，或写得更严"
            ],
        ),
        (
            "{field: organization.members, policy: never}",
            [
                "site.yml:4:13 E-SETTING “organization.members”不是可以另设公开方式的个人字段"
                " → 是不是“organization.members.name”？"
            ],
        ),
        (
            "{field: task.title, policy: never}",
            ["site.yml:4:13 E-SETTING “task.title”不是可以另设公开方式的个人字段 → 是不是“task.asked_by”？"],
        ),
    ),
)
def test_a_policy_names_a_personal_field_and_is_stricter(
    tmp_path: Path, rule: str, expected: list[str]
) -> None:
    assert lines(check_site(tmp_path, {"site.yml": f"{SITE}privacy:\n  - {rule}\n"})) == expected


@pytest.mark.parametrize(
    ("smallest", "expected"),
    (
        ("3", []),
        ("10", []),
        *(
            (
                text,
                [
                    f"site.yml:3:24 E-SETTING “{text}”不行：少于几的数不公开，最低是3"
                    " → 写3或更大的整数，或删去这一行"
                ],
            )
            for text in ("2", "0", "-3", "三", "3.5", "99999")
        ),
    ),
)
def test_the_smallest_count_that_is_told_is_three_or_more(
    tmp_path: Path, smallest: str, expected: list[str]
) -> None:
    text = f"{SITE}statistics: {{smallest: {smallest}}}\n"
    assert lines(check_site(tmp_path, {"site.yml": text})) == expected


KINDS_OF_BOARDS = [
    name for kind in (*BOARD_KINDS, *(form.kind for form in FORMS)) for name in (kind.key, kind.words.zh)
]


@pytest.mark.parametrize(
    ("boards", "expected"),
    (
        ("{kinds: [organization, 民生实事公示], sizes: [A3, a4-portrait]}", []),
        (
            "{kinds: [organisation]}",
            [
                f"site.yml:3:18 E-SETTING “organisation”不是这里可以写的值 → 可以写：{'、'.join(KINDS_OF_BOARDS)}"
            ],
        ),
        (
            "{sizes: [A3, B5]}",
            [
                "site.yml:3:22 E-BOARD-SIZE 没有“B5”这种尺寸 → 可以写 a4、a3、a2、a1、60x80、60x90、80x120、90x120、"
                "120x240、rollup、plaque-20x30、plaque-30x40、plaque-40x60，或宽×高，例如 600×900（毫米）、60×90cm"
            ],
        ),
        ("{sizes: [A2-landscape, 600×900, 80x120-large], distance: 1.5m}", []),
        (
            "{distance: 20m}",
            [
                "site.yml:3:20 E-BOARD-DISTANCE “20m”不是可用的阅读距离"
                " → 写成 1m、1.5m、2m 的样子，从0.5米到4米"
            ],
        ),
    ),
)
def test_boards_are_of_known_kinds_and_sizes(tmp_path: Path, boards: str, expected: list[str]) -> None:
    assert lines(check_site(tmp_path, {"site.yml": f"{SITE}boards: {boards}\n"})) == expected


def test_a_site_without_an_address_is_told_that_boards_carry_no_code(tmp_path: Path) -> None:
    assert lines(check_site(tmp_path, {"site.yml": "title: 示例站\n"})) == [
        "site.yml:1:8 W-NO-ADDRESS 没有写网址，公示栏上不印二维码 → 网站有地址后加一行 base_url: https://…/"
    ]


@pytest.mark.parametrize(
    "name", ("../../../etc/passwd", "/etc/passwd", "photos/../a.jpg", "C:\\a.jpg", "http://a.b/c.jpg")
)
def test_a_photo_is_named_and_no_path_or_address(tmp_path: Path, name: str) -> None:
    files = {"c/tasks.yml": f"- id: g\n  title: 甲\n  state: open\n  photos: [{{file: '{name}'}}]\n"}
    (found,) = lines(check_site(tmp_path, files))
    assert found == (
        f"c/tasks.yml:4:19 E-FILE 找不到文件 content/c/photos/{name}"
        " → 只写文件名，例如 a.jpg：照片放在 photos/，附件放在公示公告的文件夹"
    )


def test_a_photo_that_is_not_there(tmp_path: Path) -> None:
    files = {"c/tasks.yml": "- id: g\n  title: 甲\n  state: open\n  photos:\n    - file: a.jpg\n"}
    assert lines(check_site(tmp_path, files)) == [
        "c/tasks.yml:5:13 E-FILE 找不到文件 content/c/photos/a.jpg → 把文件放到 content/c/photos/a.jpg"
    ]


@pytest.mark.parametrize(
    ("buildings", "expected"),
    (
        ("[{name: 1号楼, units: 2}, {name: 2号楼, doorways: [东门, 西门]}]", []),
        (
            "[{name: 1号楼, doorways: [东门, 西门, 东门]}]",
            ["c/place.yml:3:44 E-DOORWAY-TWICE 有两个楼门叫“1号楼东门” → "],
        ),
        (
            "[{name: 家属楼, units: 1}, {name: 家属楼, units: 1}]",
            ["c/place.yml:3:43 E-DOORWAY-TWICE 有两个楼门叫“家属楼1单元” → "],
        ),
    ),
)
def test_every_doorway_has_a_name_of_its_own(tmp_path: Path, buildings: str, expected: list[str]) -> None:
    found = lines(check_site(tmp_path, {"c/place.yml": f"{COMPOUND}buildings: {buildings}\n"}))
    assert [line.partition("改掉")[0] for line in found] == expected
