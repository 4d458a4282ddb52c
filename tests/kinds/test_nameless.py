"""Where nobody may be named: what is found, what is not, and that a message says no more than the surname."""

from __future__ import annotations

import pytest

from noticeboard.diagnostics import Origin
from noticeboard.kinds.nameless import nameless


def found(text: str) -> list[str]:
    return [each.message.zh for each in nameless([(("text",), text)], Origin("content/c/wishes.yml"))]


@pytest.mark.parametrize(
    "text",
    ("张阿姨想要一台收音机", "帮李大爷修灯", "居民王某某反映漏水", "欧阳女士要一副老花镜", "他给王大爷送饭"),
)
def test_a_name_is_found(text: str) -> None:
    assert len(found(text)) == 1


def test_the_message_names_no_more_than_the_surname() -> None:
    assert found("为赵小红女士买药") == ["这里写了居民的姓名（赵…）"]


@pytest.mark.parametrize("text", ("3号楼2单元501室要一台收音机", "住在602室的老人"))
def test_a_flat_is_found(text: str) -> None:
    assert found(text) == ["这里写了住户的门牌"]


@pytest.mark.parametrize(
    "text",
    (
        "高龄老人要一台收音机",
        "3号楼2单元一户老人",
        "一位居民想学书法",
        "方便老人出行",
        "请老师教合唱",
        "高中老师辅导作业",
        "任何人都可以报名",
        "2020年换了120户的水表",
    ),
)
def test_other_texts_pass(text: str) -> None:
    assert found(text) == []
