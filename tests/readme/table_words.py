"""What the tables of the READMEs say beyond the program's own words: settings, exit codes, what a board shows.

A setting, an exit code or a kind of board without words here stops `tables.py`, so none can be forgotten.
"""

from __future__ import annotations

from noticeboard.cli import FAULT, INTERRUPTED
from noticeboard.commands.site import CLEAN, CONTENT_ERRORS, USAGE
from noticeboard.languages import Words

RECORD_KEYS = frozenset(("id", "source", "places", "was", "draft", "note", "body"))
EVERY_COMMAND = Words("所有命令", "every command")
EXIT_CODES = {
    CLEAN: Words("没有错误；可以有警告和提示", "no errors; there may be warnings and notes"),
    CONTENT_ERRORS: Words("内容有错误，什么也没有写", "errors in the content, or nothing could be written"),
    USAGE: Words(
        "命令写得不对，或 `site.yml`、输出文件夹有问题",
        "wrong usage, or `site.yml` or the output folder is wrong",
    ),
    FAULT: Words("程序自身出错，细节写在日志里", "a fault of the program; a log has the details"),
    INTERRUPTED: Words("被中断（Ctrl-C）", "interrupted (Ctrl-C)"),
}
LATER = Words("留给以后，现在不起作用", "kept for later, has no effect yet")
SETTINGS = {
    "title": Words("网站的名称。必填", "name of the site; required"),
    "base_url": Words(
        "网站放到网上后的网址；有了它，公示栏才有二维码，才有 `sitemap.xml`",
        "address of the site on the web; with it boards carry a QR code and there is a `sitemap.xml`",
    ),
    "language": Words(
        "界面文字的语言：`zh-CN`（默认）或 `en`；内容不翻译",
        "words of the interface: `zh-CN` (default) or `en`; content is not translated",
    ),
    "time_zone": Words("时区，默认 `Asia/Shanghai`", "time zone, `Asia/Shanghai` by default"),
    "issuer": Words("发布单位；地点自己写了的，用地点的", "issuer, unless a place states its own"),
    "supervision_phone": Words(
        "监督电话；地点自己写了的，用地点的", "supervision phone, unless a place states its own"
    ),
    "boards": Words("公示栏的设置", "settings of the boards"),
    "boards.kinds": Words(
        "只做这几种公示栏和表单；不写就都做", "make only these kinds of boards and forms; all by default"
    ),
    "boards.sizes": Words(
        "做哪几种尺寸：`a3`、`a4` 在每种公示栏常用的纸里挑，其余的每种公示栏都做："
        "`a2`、`80x120`（厘米）、`600×900`（毫米）、`60×90cm`，"
        "后面可加 `-landscape`、`-portrait`、`-large`（大字）、`-grey`（灰度）、`-bleed`（出血）；不写就做常用的",
        "the sizes to make: `a3` and `a4` choose among the usual sheets of each kind, any other is made for every "
        "kind: `a2`, `80x120` (cm), `600×900` (mm), `60×90cm`, with `-landscape`, `-portrait`, `-large` (print), "
        "`-grey` (safe), `-bleed` after it; the usual sheets by default",
    ),
    "boards.distance": Words(
        "阅读距离，`1m` 或 `1.5m` 这样写；不写按尺寸定：A3 以内1米，到60×90厘米2米，更大的3米",
        "reading distance such as `1m` or `1.5m`; by size unless given: 1 m up to A3, 2 m up to 60×90 cm, else 3 m",
    ),
    "boards.pdf": Words(
        "`是` 时每次生成网站也画 PDF，放在公示栏网页旁边（默认否；同 `build --pdf`）",
        "with `yes` every build draws PDFs too, beside the pages of the boards (default no; as `build --pdf`)",
    ),
    "boards.emblem": LATER,
    "privacy": Words("比程序更严的公开规定，一条或几条", "stricter rules of privacy, one or several"),
    "privacy.field": Words(
        "哪个个人字段，例如 `volunteer.skills`、`organization.members.name`",
        "which personal field, such as `volunteer.skills` or `organization.members.name`",
    ),
    "privacy.policy": Words(
        "`consent` 须本人同意，或 `never` 不公开；只能更严", "`consent` or `never`; stricter only"
    ),
    "privacy.channels": Words(
        "只对这些渠道：`wall`、`web`、`screen`、`data`；不写就对所有渠道",
        "only on these channels: `wall`, `web`, `screen`, `data`; on all by default",
    ),
    "fonts": Words("字体的设置", "settings of fonts"),
    "fonts.extra": Words(
        "公示栏另加的 TrueType 字体，放在 `content/` 旁边的 `fonts/`，写成 `fonts/song.ttf`：自带字体没有的字用它",
        "TrueType fonts for boards, in `fonts/` beside `content/`, such as `fonts/song.ttf`: for the characters "
        "that the font of the program lacks",
    ),
    "calendar": Words(
        "程序还不知道的年份的放假安排，写成 `2030: {holidays: [2030-01-01], working_days: []}`",
        "holidays of years that the program does not know yet: "
        "`2030: {holidays: [2030-01-01], working_days: []}`",
    ),
    "calendar.year": Words("年份，四位数字", "the year, four digits"),
    "calendar.holidays": Words("工作日里放假的日子", "days off"),
    "calendar.working_days": Words("周末里调休上班的日子", "weekend days on which people work"),
    "slips": Words(
        "四联单四个部分的叫法：点单、下单、接单、评单（不写就用这些）",
        "what the four parts of a slip are called: ordered, dispatched, accepted, rated",
    ),
    "slips.ordered": Words("第一联的叫法（不写就是点单）", "name of the first part (else 点单, ordered)"),
    "slips.dispatched": Words(
        "第二联的叫法（不写就是下单）", "name of the second part (else 下单, dispatched)"
    ),
    "slips.accepted": Words("第三联的叫法（不写就是接单）", "name of the third part (else 接单, accepted)"),
    "slips.rated": Words("第四联的叫法（不写就是评单）", "name of the fourth part (else 评单, rated)"),
    "statistics": Words("统计怎样保护住户", "how statistics guard residents"),
    "statistics.smallest": Words(
        "楼栋、楼门、网格的数小于它就不公开；最低是3（默认）",
        "counts of a building, a doorway or a grid that are smaller are not told; 3 (the default) or more",
    ),
    "procedures": Words(
        "本地的决策程序，一个或几个；编号与程序自带的相同的，以这里的为准",
        "procedures of the site, one or several; one with the key of a procedure of the program stands in its place",
    ),
    "procedures.key": Words("编号，只用字母、汉字、数字、连字符", "key of the procedure"),
    "procedures.name": Words(
        "名称，决策的 `程序` 写它或编号", "its name; `procedure` of a decision names it or its key"
    ),
    "procedures.en": Words("英文名称", "its name in English"),
    "procedures.basis": Words("依据的文件", "the document that it follows"),
    "procedures.steps": Words("步骤，按先后", "its steps in order"),
    "procedures.steps.key": Words("步骤的编号", "key of the step"),
    "procedures.steps.name": Words("步骤的名称", "name of the step"),
    "procedures.steps.en": Words("步骤的英文名称", "name of the step in English"),
    "procedures.steps.evidence": Words(
        "这一步必须留下的材料，一个或几个；缺一个就是错误",
        "what the step must leave behind, one or several; a missing one is an error",
    ),
    "procedures.steps.days": Words(
        "这一步是公示，至少公示几天，张贴当天不算",
        "the step is a notice, and hangs for so many days at least, the day of posting not counted",
    ),
    "procedures.steps.working_days": Words("同上，按工作日算", "the same in working days"),
    "procedures.steps.wait": Words(
        "到下一步至少隔几天，例如开业主大会会议要提前15天通知", "days that the next step must wait at least"
    ),
    "procedures.steps.vote": Words(
        "这一步表决，按 `ordinary`、`important`（《民法典》第二百七十八条）或 `residents`（居民会议）计票",
        "votes are counted here as `ordinary`, `important` (Civil Code, article 278) or `residents` (their meeting)",
    ),
    "procedures.steps.votes": Words(
        "这一步表决，按哪种计票由每个决策的 `事项类别` 写明",
        "votes are counted here as `matter` of the decision says",
    ),
    "procedures.steps.optional": Words("可以不做的步骤", "the step may be left out"),
    "procedures.steps.basis": Words("天数、比例的依据", "where its number of days comes from"),
    "catalogue": Words(
        "对各楼院都适用的公开事项，一个或几个；一个楼院自己的写在它的 `catalogue.yml` 里",
        "what every compound must publish, one or several; what one alone must stands in its `catalogue.yml`",
    ),
    "catalogue.id": Words(
        "编号；公开记录、公示的 `公开事项` 写它", "id, which `items` of a publication or notice names"
    ),
    "catalogue.title": Words("公开什么，必填", "what must be published; required"),
    "catalogue.rhythm": Words(
        "`monthly`（每月）、`quarterly`（每季度）、`half_yearly`（每半年）、`yearly`（每年）、`on_event`（发生时），必填",
        "`monthly`, `quarterly`, `half_yearly`, `yearly` or `on_event`; required",
    ),
    "catalogue.by": Words(
        "截止：每月的写几日或 `月底`；其余写月和日，每期一个，例如 `[1-31, 7-31]`",
        "the deadline: of a month its day or `last`; else month and day, one for each period: `[1-31, 7-31]`",
    ),
    "catalogue.working_days": Words(
        "发生后几个工作日内，发生当天不算",
        "within so many working days of the event, its own day not counted",
    ),
    "catalogue.after": Words(
        "每条这种记录都是一次发生：`meeting`（议事会议）、`task`（民生实事，从完成算）、`fund`（收支公示，从截至算）",
        "each record of this kind is an event: `meeting`, `task` (when it is finished), `fund` (its as_of)",
    ),
    "catalogue.kinds": Words(
        "哪种记录公开了就算数：`fund`、`notice`、`meeting`、`decision`、`task`",
        "the kinds of records whose posting fulfils it: `fund`, `notice`, `meeting`, `decision`, `task`",
    ),
    "catalogue.where": Words(
        "要公开在哪些渠道；缺一个就是部分公开", "on which channels; without one it is published in part"
    ),
    "catalogue.basis": Words("依据的文件", "the document that it follows"),
    "catalogue.responsible": Words("责任岗位，不写姓名", "who answers for it: a role, no name"),
    "catalogue.since": Words("从哪天起执行；按时间公开的必填", "since when it holds; required with a rhythm"),
    "catalogue.places": Words(
        "只对这些地点以下的楼院适用", "holds only for the compounds below these places"
    ),
    "catalogue.source": Words("依据的来源", "source of the basis"),
    "catalogue.note": Words("备注", "note"),
    "strict": Words("警告也算错误", "warnings stop the build too"),
    "source": Words("没有自己来源的内容，都用这个来源", "source of everything that states none"),
    "body": Words("首页的文字", "text of the home page"),
}
