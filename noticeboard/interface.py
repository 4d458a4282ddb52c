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
    "all_people": Words("全部{n}人", "All {n}"),
    "all_organizations": Words("全部{n}个", "All {n}"),
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
    "organization_above": Words("上级组织", "Under"),
    "answers_for": Words("负责", "Answers for"),
    "office_phone": Words("办公电话", "Office phone"),
    "people_count": Words("{n}人", "{n} people"),
    # states of a task
    "task_open": Words("待办", "To do"),
    "task_waiting": Words("进行中", "Under way"),
    "task_done": Words("已完成", "Done"),
    "task_declined": Words("不采纳", "Declined"),
    "task_relapsed": Words("反弹", "Relapsed"),
    "task_unstated": Words("进展未注明", "Progress not stated"),
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
    # lists and pages of tasks
    "item_count": Words("{n}项", "{n}"),
    "overdue_count": Words("超期{n}项", "{n} overdue"),
    "done_of_all": Words("完成／全部", "Done / all"),
    "task_shared": Words("与其他楼院共有", "Shared with other compounds"),
    "by_place": Words("各处情况", "By place"),
    "place": Words("地点", "Place"),
    "fact_asked": Words("谁提出", "Who asked"),
    "fact_lead": Words("谁承办", "Who did it"),
    "fact_funds": Words("谁出资、多少", "Who paid, how much"),
    "fact_benefit": Words("谁受益", "Who benefits"),
    "progress": Words("进度", "Progress"),
    "works": Words("工程量", "Works"),
    "works_what": Words("内容", "What"),
    "works_count": Words("数量", "How much"),
    "unit_cost": Words("单价", "Unit cost"),
    "details": Words("详细情况", "Details"),
    "course": Words("办理经过", "Course"),
    "photos": Words("照片", "Photos"),
    "rating": Words("群众评价", "Rating"),
    "places_concerned": Words("涉及楼院", "Compounds concerned"),
    "money_by_payer": Words("按出资方", "By payer"),
    "money_amount": Words("金额", "Amount"),
    "money_lines": Words("逐笔明细", "Payment by payment"),
    "paid_sum": Words("已付合计", "Paid in all"),
    # a notice
    "notice_list_running": Words("正在公示", "Posted now"),
    "notice_list_upcoming": Words("即将公示", "To be posted"),
    "notice_list_plain": Words("公告", "Announcements"),
    "notice_list_over": Words("已结束和已撤回", "Over and withdrawn"),
    "notice_list_shared": Words("上级发布，涉及本处", "From places above, concerning this place"),
    "notice_count": Words("共", "In all"),
    "notice_period": Words("公示期", "Publicity period"),
    "notice_number": Words("文号", "Number"),
    "notice_issued": Words("发布日期", "Issued"),
    "notice_phone": Words("联系电话", "Phone"),
    "attachments": Words("附件", "Attachments"),
    "withdrawn_text": Words(
        "下面是撤回前的原文，已不再有效",
        "The text below is as it was before it was withdrawn; it no longer applies",
    ),
    # the print centre, addresses of boards, pages of the whole site
    "boards": Words("打印中心", "Print centre"),
    "boards_here": Words("打印这里的公示栏", "Print the boards of this place"),
    "boards_hint": Words(
        "点开纸张尺寸，用浏览器的“打印”功能打印：边距选“无”，缩放选“100%”，勾选“背景图形”。",
        "Open a paper size and print it from the browser: margins none, scale 100 %, background graphics on.",
    ),
    "boards_by_place": Words("有公示栏的地点", "Places that have boards"),
    "board_count": Words("公示栏{n}种", "{n} boards"),
    "panel_count": Words("{n}块", "panels: {n}"),
    "short_address": Words("短网址", "short address"),
    "current_version": Words("当前版本码", "Current version code"),
    "compare_code": Words(
        "请与公示栏左下角的版本码对照：相同，说明墙上是最新内容；不同，请以本站为准。",
        "Compare it with the code at the lower left of the board: if they differ, this site is newer.",
    ),
    "same_facts": Words("同样的内容在这里", "The same facts stand here"),
    "more": Words("更多", "More"),
    "all_sources": Words("全部来源", "All sources"),
    "source_key": Words("代号", "Key"),
    "publisher": Words("出版者", "Publisher"),
    "date": Words("日期", "Date"),
    "not_found": Words("这个地址没有页面，可能已经移走或写错。", "There is no page at this address."),
    "to_home": Words("回到首页", "To the home page"),
    "to_new_address": Words("前往新地址", "Go to the new address"),
}
