"""The files of a new site: few, valid, and each with comments that say what comes next.

Everything in them is marked as a sample, so that nobody publishes it for true by mistake; the compound has an
organization, a volunteer, a task and a notice, so that every kind of page and board can be looked at.
"""

from __future__ import annotations

from typing import Any

from noticeboard.commands.starters import is_markdown, starter_of
from noticeboard.kind import Kind
from noticeboard.languages import Language, Words

SITE = Words(
    """\
# 全站的设置。井号后面是说明，不起作用。
title: 楼院公示栏
language: zh-CN
time_zone: Asia/Shanghai
issuer: 写发布单位全称

# 网站放到网上后的网址。写了它，公示栏上才有二维码。
# base_url: https://example.org/

# 监督电话，写办公电话，不写个人手机。
# supervision_phone: 0371-00000000

body: |
  这里公示各楼院的组织、志愿者、民生实事和公告。
""",
    """\
# Settings of the whole site. What follows a # is a comment.
title: Public notice boards
language: en
time_zone: Asia/Shanghai
issuer: full name of the issuer

# The address of the site on the web; boards carry a QR code only where it is known.
# base_url: https://example.org/

# Supervision phone: an office phone, never a private one.
# supervision_phone: 0371-00000000

body: |
  The organizations, volunteers, practical tasks and notices of our compounds.
""",
)
SUBDISTRICT = Words(
    """\
# 文件夹就是地点：换成自己的街道时，文件夹也改名，例如用拼音。
kind: 街道
name: 示例街道
# 示例标记会显示在每一页上，对下面的社区和楼院也有效。换成真实内容后删去下一行。
sample: 是
""",
    """\
# A folder is a place: for your own subdistrict rename the folder too.
kind: subdistrict
name: Sample subdistrict
# Every page of this place and of those in it is marked as a sample. Delete the next line with the sample.
sample: yes
""",
)
COMMUNITY = Words("kind: 社区\nname: 示例社区\n", "kind: community\nname: Sample community\n")
COMPOUND = Words(
    """\
kind: 楼院
name: 示例小区
management: 居民自管
households: 120
building_count: 3
""",
    """\
kind: compound
name: Sample compound
management: self-managed
households: 120
building_count: 3
""",
)
IGNORE_FILE = ".gitignore"
IGNORED = "# made by noticeboard\nsite/\nprint/\n.noticeboard/\n"
COMPOUND_FOLDER = "content/sample-subdistrict/sample-community/sample-compound"
FIRST_IDS = {"task": "first-task", "notice": "first-notice"}
FIRST_KINDS = ("organization", "volunteer", "task", "notice")


def first_files(kinds: tuple[Kind[Any], ...], language: Language) -> dict[str, str]:
    """Every file of a new site, path below its folder and text."""
    files = {
        IGNORE_FILE: IGNORED,
        "content/site.yml": SITE.to(language),
        "content/sample-subdistrict/place.yml": SUBDISTRICT.to(language),
        "content/sample-subdistrict/sample-community/place.yml": COMMUNITY.to(language),
        f"{COMPOUND_FOLDER}/place.yml": COMPOUND.to(language),
    }
    for kind in kinds:
        if kind.name in FIRST_KINDS:
            text = starter_of(kind, language)
            name = f"{kind.folder}/{FIRST_IDS[kind.name]}.md" if is_markdown(text) else f"{kind.folder}.yml"
            files[f"{COMPOUND_FOLDER}/{name}"] = text
    return files
