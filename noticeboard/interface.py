"""The words of the frame: what every page says around its content, in both languages.

Templates never spell a word of the interface: they write `t("key")`, and the renderer answers with the text
in the site's language. So a page in English cannot keep a Chinese button, and a word is changed in one place.
Places in braces are filled by the template, `t("all_items").format(n=12)`. Words of a kind and of its fields
do not stand here: they stand in the kind's own declaration.
"""

from __future__ import annotations

from noticeboard.languages import Words

INTERFACE: dict[str, Words] = {
    # the layout
    "skip": Words("跳到正文", "Skip to content"),
    "home": Words("首页", "Home"),
    "path": Words("所在位置", "Where this page is"),
    "large_text": Words("大字版", "Large text"),
    "sample": Words(
        "示例：本页内容为虚构，仅供演示",
        "Sample: everything on this page is invented, for demonstration only",
    ),
    "foot": Words("发布单位和联系电话", "Issuer and contact"),
    "issuer": Words("发布单位", "Issued by"),
    "as_of": Words("截至{date}", "As of {date}"),
    "data_as_of": Words("数据截至{date}", "Data as of {date}"),
    "version": Words("版本", "Version"),
    "print_address": Words("网址", "Address"),
    # panels, figures and lists
    "all_items": Words("全部{n}项", "All {n}"),
    "key_figures": Words("主要数字", "Key figures"),
    "base": Words("基数", "Base"),
    "source": Words("来源", "Source"),
    "note": Words("说明", "Note"),
    "colon": Words("：", ": "),
    "semicolon": Words("；", "; "),
    "comma": Words("，", ", "),
    "none_yet": Words("暂无", "None yet"),
    "not_stated": Words("未注明", "Not stated"),
    "total": Words("合计", "Total"),
    "sample_mark": Words("示例", "Sample"),
    # the three organizations
    "party": Words("党组织", "Party organization"),
    "self_governing": Words("居民自治组织", "Self-governing organization"),
    "volunteer": Words("志愿服务组织", "Volunteer organization"),
    "vacant": Words("空缺", "Vacant"),
    "answers_for": Words("负责", "Answers for"),
    "office_phone": Words("办公电话", "Office phone"),
    "people_count": Words("{n}人", "{n} people"),
    # states of a task
    "task_open": Words("待办", "To do"),
    "task_waiting": Words("进行中", "Under way"),
    "task_done": Words("已完成", "Done"),
    "task_declined": Words("不采纳", "Declined"),
    "task_relapsed": Words("反弹", "Relapsed"),
    "overdue": Words("超期{days}天", "{days} days overdue"),
    # states of a notice
    "notice_upcoming": Words("待公示", "Upcoming"),
    "notice_running": Words("公示中", "Posted now"),
    "notice_over": Words("已结束", "Over"),
    "notice_withdrawn": Words("已撤回", "Withdrawn"),
    # a task
    "task_title": Words("事项", "Task"),
    "task_state": Words("状态", "State"),
    "task_lead": Words("承办单位", "Done by"),
    "task_date": Words("时间", "Date"),
    "task_funds": Words("经费", "Funds"),
    "before": Words("改造前", "Before"),
    "after": Words("改造后", "After"),
    "open_photo": Words("看大图", "Open the photo"),
    # a rating
    "rating_grade": Words("评价", "Grade"),
    "rating_count": Words("张数", "Cards"),
    "rating_share": Words("占比", "Share"),
    # money
    "payer": Words("出资方", "Payer"),
    "pledged": Words("应付", "Pledged"),
    "paid": Words("已付", "Paid"),
}
