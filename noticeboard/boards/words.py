"""Words of the frame of a board, in both languages."""

from __future__ import annotations

from noticeboard.languages import Words

PANEL = Words("第{number}块，共{count}块", "Panel {number} of {count}")
PAGE = Words("第{number}页，共{count}页", "Page {number} of {count}")
SAMPLE = Words("示例", "Sample")
SAMPLE_NOTE = Words("示例：本栏内容为虚构", "Sample: all of this is invented")
QR = Words("本栏网址的二维码", "QR code of this board's address")
SCAN = Words("扫码查看最新内容", "Scan for the latest")
CODE = Words("版本 {code}", "Version {code}")
PHONE = Words("监督电话", "Supervision phone")
LANDSCAPE = Words("横向", "landscape")
PORTRAIT = Words("纵向", "portrait")
HINT = Words(
    "打印时选择：{paper}、{direction}、边距“无”、缩放100%、打开“背景图形”。共{count}页。",
    "To print choose: {paper}, {direction}, margins none, scale 100%, background graphics on. Pages: {count}.",
)
REGION = Words("公示栏版面", "Sheets of the board")
VACANT = Words("空缺", "Vacant")
CONTINUED = Words("（续）", " (continued)")
TYPES = {
    "party": Words("党组织", "Party organization"),
    "self_governing": Words("居民自治组织", "Self-governing organization"),
    "volunteer": Words("志愿服务组织", "Volunteer organization"),
}
OVERDUE = Words("超期{n}天", "{n} day{s} overdue")
IN_FORCE_ON = Words("{code}，按{day}的情况打印", "{code}, as it stood on {day}")
COLON = Words("：", ": ")
TASK_NUMBER = Words("序", "No")
TASK_TITLE = Words("事项", "Task")
TASK_STATE = Words("进展", "State")
TASK_ASKED = Words("提出", "Asked by")
TASK_DONE_BY = Words("承办", "Done by")
TASK_REASON = Words("理由", "Reason")
TASK_FUNDS = Words("经费", "Funds")
TASK_WHEN = Words("时间", "When")
TASK_HEAD_WIDE = (TASK_NUMBER, TASK_TITLE, TASK_STATE, TASK_ASKED, TASK_DONE_BY, TASK_FUNDS, TASK_WHEN)
TASK_HEAD_NARROW = (TASK_NUMBER, TASK_TITLE, TASK_STATE, Words("经费、时间", "Funds, when"))
PERIOD = Words("公示期", "Posted")
ATTACHMENTS = Words("附件", "Attachments")
