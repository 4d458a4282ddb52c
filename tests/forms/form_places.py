"""A place with what forms are made from, as the wall may show it, and the pages that show forms."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from written_site import TODAY, place, read, rebuild, write_content

from noticeboard.boards.sheet import OFFICE
from noticeboard.boards.stylesheets import stylesheets_of
from noticeboard.boards.view import BoardPage, BoardView
from noticeboard.kinds import KINDS
from noticeboard.locality import Locality
from noticeboard.page import Page
from noticeboard.planning.outline import outline_of
from noticeboard.planning.site import gather
from noticeboard.rendering.html import Renderer
from noticeboard.rendering.theme import Theme, default_theme

TASKS = """\
- {id: shed, title: 维修车棚, state: open, requested: 2026-11-17}
- {id: lamps, title: 更换楼道灯, state: open, requested: 2026-11-12}
- {id: drain, title: 疏通下水道, state: done, finished: 2026-08-06}
- {id: old, title: 修补路面, state: done, finished: 2020-05}
- id: posts
  title: 安装充电桩
  state: done
  finished: 2026-06
  rating: {by_grade: [{grade: 好, count: 5}, {grade: 一般, count: 1}]}
"""
VOLUNTEERS = """\
- {id: sky, name: 示例天, surname: 示例, consent: {name: [wall, web]}}
- {id: earth, name: 示例地, surname: 示例}
"""
ROTAS = """\
- id: gate
  title: 看门护院值班表
  period: 2026-11
  post: 大门
  pattern:
    - {weekday: [周一, 周四], time: 16:00-21:00, needed: 3, people: [示例天, 示例地]}
    - {weekday: 周六, time: 22:00-06:00, unit: 巡防队, needed: 2}
- id: october
  title: 国庆值班表
  period: 2026-10
  pattern: [{weekday: 周一, time: 8:00-9:00, unit: 物业}]
"""
BOARD = "- {id: zgh, type: self_governing, name: 示例自管会, members: [{name: 示例己, post: 主任}]}\n"


@cache
def community(
    tasks: str = TASKS, base_url: str = "https://example.org/", inspections: str = "[]"
) -> Locality:
    """The place as its boards and forms are planned from it."""
    files = {
        "site.yml": f"title: 示例站\n{f'base_url: {base_url}' if base_url else ''}\n",
        "c/place.yml": place("楼院", "示例小区", "sample: true\n"),
        "c/tasks.yml": tasks,
        "c/volunteers.yml": VOLUNTEERS,
        "c/inspections.yml": inspections,
        "c/rotas.yml": ROTAS,
    }
    with TemporaryDirectory() as folder:
        reading = read(Path(folder), files)
    assert reading.settings is not None
    outlined = {each.path: outline_of(each, reading.settings, TODAY, KINDS) for each in reading.places}
    outlines = {path: each.outline for path, each in outlined.items()}
    site, _ = gather(outlines, {}, reading.settings, TODAY, KINDS)
    return site.given_to("/c").locality(outlined["/c"].wall, on_wall=True)


def form_page(folder: Path, view: BoardView) -> Path:
    """The page of a form with its assets in `folder`."""
    theme = Theme((default_theme(),), stylesheets_of(OFFICE))
    page = folder / "index.html"
    page.write_bytes(Renderer(theme, "zh").render(Page("/index.html", view.template, BoardPage(view)), ""))
    (folder / "assets").mkdir(exist_ok=True)
    for name, published in theme.assets.items():
        (folder / published).write_bytes(theme.asset_bytes(name))
    fonts = Path(__file__).parents[2] / "noticeboard/fonts"
    for source in fonts.glob("*.ttf"):
        shutil.copy(source, folder / "assets")
    return page


def centre_of(root: Path, files: Mapping[str, str]) -> tuple[list[str], set[str]]:
    """What the print centre of the place lists by name, and the pages below its `boards/`."""
    given = {"c/tasks.yml": TASKS, "c/volunteers.yml": VOLUNTEERS, "c/organizations.yml": BOARD, **files}
    write_content(root, given)
    assert rebuild(root).ok
    boards = root / "site/c/boards"
    listed = re.findall(r"<a [^>]*>([^<]*)</a>", (boards / "index.html").read_text(encoding="utf-8"))
    return listed, {each.name for each in boards.iterdir() if each.is_dir()}
