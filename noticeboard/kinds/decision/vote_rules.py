"""What is wrong with a vote: more votes than owners, parts that do not make the whole, no majority, no rule."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from noticeboard.diagnostics import Diagnostic, code
from noticeboard.kinds.decision.record import Decision, Tally, Vote
from noticeboard.kinds.decision.vote import AREA, PERSONS, RULES, is_passed, matter_of, outcomes_of
from noticeboard.languages import Words
from noticeboard.values.quantity import E_QUANTITY, Hedge, Quantity

E_VOTE_MORE = code("E-VOTE-MORE", "票数比应有的多", "more votes than there can be")
E_VOTE_SUM = code(
    "E-VOTE-SUM",
    "同意、反对、弃权加起来不等于参与",
    "for, against and abstained do not make all who took part",
)
E_VOTE_RULE = code("E-VOTE-RULE", "没有写明按哪种事项计票", "a vote without the rule by which it is counted")
E_VOTE_FAILED = code(
    "E-VOTE-FAILED", "表决没有达到法定比例", "a vote that does not reach what the law asks for"
)
E_VOTE_MISSING = code("E-VOTE-MISSING", "表决了却没有写票数", "a vote was held, and its count is missing")


def check_vote(decision: Decision) -> Iterator[Diagnostic]:
    """What is wrong with the vote of a decision, and with the votes for its candidates."""
    vote = decision.vote
    if vote is None:
        yield from _uncounted(decision)
        return
    for key, tally in (("persons", vote.persons), ("area", vote.area)):
        if tally is not None:
            yield from _tally(decision, key, tally)
    yield from _for_candidates(decision, vote)
    yield from _majority(decision, vote)


def _uncounted(decision: Decision) -> Iterator[Diagnostic]:
    template = decision.template
    if template is None or decision.reported:
        return
    for index, step in enumerate(decision.steps):
        position = template.position(step.step)
        is_last = index + 1 == len(decision.steps)
        if position is not None and template.steps[position].is_vote and not is_last:
            yield Diagnostic(
                E_VOTE_MISSING,
                Words(
                    f"“{step.step}”之后还有步骤，却没有写票数",
                    f"steps follow “{step.step}”, and no votes are counted",
                ),
                Words(
                    "写上 vote（表决）：人数的总数、参与、同意",
                    "write vote: persons with total, took_part and for",
                ),
                decision.origin.at("steps", index, "step"),
            )


def _tally(decision: Decision, key: str, tally: Tally) -> Iterator[Diagnostic]:
    name = PERSONS if key == "persons" else AREA
    parts = [each for each in (tally.for_, tally.against, tally.abstained) if each is not None]
    if any(each.percent for each in (tally.total, tally.took_part, *parts)):
        yield Diagnostic(
            E_QUANTITY,
            Words("票数不能是百分数", "votes cannot be percentages"),
            Words("写票数，比例由程序来算", "write the votes; the rate is computed"),
            decision.origin.at("vote", key),
        )
        return
    if any(each.hedge is not Hedge.EXACT for each in (tally.total, tally.took_part, *parts)):
        return
    origin = decision.origin.at("vote", key)
    if tally.took_part.value > tally.total.value:
        yield Diagnostic(
            E_VOTE_MORE,
            Words(
                f"参与表决的{name.zh}{tally.took_part.text('zh')}，多于总数{tally.total.text('zh')}",
                f"{tally.took_part.text('en')} of {tally.total.text('en')} took part, by {name.en}",
            ),
            _CHECK,
            origin.at("took_part"),
        )
    made = sum((each.value for each in parts), Decimal(0))
    is_whole = tally.against is not None and tally.abstained is not None
    if made > tally.took_part.value or (is_whole and made != tally.took_part.value):
        shown = Quantity(made)
        yield Diagnostic(
            E_VOTE_SUM,
            Words(
                f"{name.zh}：同意、反对、弃权合计{shown.text('zh')}，参与表决{tally.took_part.text('zh')}",
                f"by {name.en}: the votes make {shown.text('en')}, {tally.took_part.text('en')} took part",
            ),
            _CHECK,
            origin.at("for"),
        )


def _for_candidates(decision: Decision, vote: Vote) -> Iterator[Diagnostic]:
    for key, name, tally in (("votes", PERSONS, vote.persons), ("area", AREA, vote.area)):
        given = [each for candidate in decision.candidates if (each := getattr(candidate, key)) is not None]
        made = Quantity(sum((each.value for each in given), Decimal(0)))
        if tally is not None and made.value > tally.took_part.value:
            part = tally.took_part
            index = next(n for n, each in enumerate(decision.candidates) if getattr(each, key) is not None)
            yield Diagnostic(
                E_VOTE_MORE,
                Words(
                    f"各候选得票的{name.zh}合计{made.text('zh')}，多于参与表决的{part.text('zh')}",
                    f"the candidates have {made.text('en')} votes by {name.en}, {part.text('en')} took part",
                ),
                _CHECK,
                decision.origin.at("candidates", index, key),
            )


def _majority(decision: Decision, vote: Vote) -> Iterator[Diagnostic]:
    matter = matter_of(decision)
    if matter is None:
        yield Diagnostic(
            E_VOTE_RULE,
            Words("没有写这是一般事项还是重大事项", "it does not say by which rule votes are counted"),
            Words(
                "加一行 事项类别: 一般事项（或 重大事项、居民会议）",
                "add a line matter: ordinary (or important, residents)",
            ),
            decision.origin.at("vote"),
        )
        return
    rule = RULES[matter]
    if rule.by_area and vote.area is None and not decision.reported:
        yield Diagnostic(
            E_VOTE_MISSING,
            Words(
                "业主表决要按人数和面积两样计票，缺面积",
                "owners vote by persons and by area: area is missing",
            ),
            Words("在 vote（表决）里加 面积", "add area to vote"),
            decision.origin.at("vote"),
        )
    elif any(each.chosen for each in decision.candidates) and not is_passed(vote, rule):
        missed = "；".join(
            f"{each.what.zh}的{each.counted.zh}要{each.threshold.words.zh}"
            for each in outcomes_of(vote, rule)
            if not each.is_met
        )
        yield Diagnostic(
            E_VOTE_FAILED,
            Words(f"表决没有通过，不能选定：{missed}", "the vote has not passed, and nobody can be chosen"),
            Words(
                f"核对票数；依据{rule.basis.zh}，没有通过的不写 选定: 是",
                f"check the votes; by {rule.basis.en} leave out chosen: yes",
            ),
            decision.origin.at("vote"),
        )


_CHECK = Words("核对计票记录", "check the record of the count")
