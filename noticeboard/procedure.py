"""A procedure by which something is decided (决策程序): steps, what each must leave behind, how long notices hang.

    procedures.yml of the package, `procedures` in site.yml ─▶ Procedure ─ kinds.decision ▶ what is missing or next

Here because both the settings of a site and the kind of decisions hold such values. A procedure is data: what it is
called, how many days a notice hangs and by which rule votes are counted differ from town to town.
"""

from __future__ import annotations

from typing import Annotated

from noticeboard.frozen import dataclass
from noticeboard.languages import Language
from noticeboard.records import Choice, Field, Flag, Identifier, Text, Texts, Whole, choice, listed


class Matter(Choice):
    """By which rule votes are counted."""

    ORDINARY = "ordinary", "业主共同决定的一般事项", "ordinary matter of owners", ("一般事项",)
    IMPORTANT = "important", "业主共同决定的重大事项", "important matter of owners", ("重大事项",)
    RESIDENTS = "residents", "居民会议决定的事项", "matter of the residents' meeting", ("居民会议",)


@dataclass(frozen=True, kw_only=True)
class ProcedureStep:
    """One step: what it must leave behind, how long a notice hangs, how long the next step must wait."""

    key: Annotated[Identifier, Field("编号")]
    name: Annotated[Text, Field("名称")]
    en: Annotated[Text, Field("英文名称")] = ""
    evidence: Annotated[Texts, Field("材料")] = ()
    days: Annotated[Whole | None, Field("公示天数")] = None
    working_days: Annotated[Whole | None, Field("公示工作日数")] = None
    wait: Annotated[Whole | None, Field("间隔天数")] = None
    """Days from this step to the next: notice of a meeting of owners."""
    vote: Annotated[Matter | None, choice(Matter), Field("表决")] = None
    votes: Annotated[Flag, Field("须表决")] = False
    """Whether votes are counted here by the rule that the decision itself names."""
    optional: Annotated[Flag, Field("可省")] = False
    basis: Annotated[Text, Field("依据")] = ""

    @property
    def is_notice(self) -> bool:
        """Whether the step is a notice that hangs for some days."""
        return self.days is not None or self.working_days is not None

    @property
    def is_vote(self) -> bool:
        """Whether votes are counted."""
        return self.votes or self.vote is not None

    def label(self, language: Language) -> str:
        """The name in a language, in Chinese where there is no other."""
        return self.name if language == "zh" else self.en or self.name


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """A procedure: key, names, what is said of it, its steps in order."""

    key: Annotated[Identifier, Field("编号")]
    name: Annotated[Text, Field("名称")]
    en: Annotated[Text, Field("英文名称")] = ""
    basis: Annotated[Text, Field("依据")] = ""
    steps: Annotated[tuple[ProcedureStep, ...], listed, Field("步骤")] = ()

    def label(self, language: Language) -> str:
        """The name in a language, in Chinese where there is no other."""
        return self.name if language == "zh" else self.en or self.name

    def position(self, written: str) -> int | None:
        """Which step a record means by its key or its name; None if it is none."""
        names = ((step.key, step.name, step.en.lower()) for step in self.steps)
        return next((n for n, each in enumerate(names) if written and written in each), None)
