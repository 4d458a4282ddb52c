"""What must come out of the figures of the sources: page beside expectation, white space left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from whole_site import read_page, read_pages

JIYUAN = "shangjie/jiyuan-road/"
XINAN = "shangjie/xinan-road/"
XINHUA = "gongyi/xinhua-road/"
YUYING = f"{XINHUA}yuying-street/"
RUHE = "zhongyuan/ruhe-road/"
FUHUA = "erqi/fuhua-street/"
GAS = f"{JIYUAN}sanwan-street/building-18/tasks/gas/"


@pytest.mark.parametrize(
    ("page", "expectation"),
    (
        # 36 + 61 + 2 + 42
        (JIYUAN, "居民自治组织63个计算得出"),
        (JIYUAN, "自管会61个+业委会2个"),
        (JIYUAN, "三类组织合计141个计算得出"),
        (JIYUAN, "临时党支部36个+自管会61个+业委会2个+志愿服务队42支"),
        # 1500余; 1478 settled; 22 under way
        (JIYUAN, "收到的意见建议1500余条"),
        (JIYUAN, "办结率98.5%1478／1500条"),
        (JIYUAN, "分项合计1500条，总数写作1500余条"),
        # 5231 opinions, 91.6 % completed
        (XINAN, "办结率91.6%5231条意见建议据来源报告"),
        (XINAN, "反馈率100%5231条意见建议据来源报告"),
        # 55 buildings / 33, 2354 / 1540 households, 173,500 m²
        (JIYUAN, "60.0%33／55计算得出"),
        (JIYUAN, "65.4%1540／2354计算得出"),
        (JIYUAN, "平均每户建筑面积73.7平方米计算得出"),
        # 20,000 + 21,000 + 3,800 + 16,000 + 2,000
        (YUYING, "投入62,800元"),
        (YUYING, "合计62,800元"),
        (f"{YUYING}tasks/", "合计62,800元"),
        (f"{YUYING}zhongfu-huayuan/tasks/charging-posts/", "20,000元÷20个=1,000元／个"),
        (f"{YUYING}zhongfu-huayuan/tasks/garage-cameras/", "21,000元÷30个=700元／个"),
        # 11 collected, 9 done
        (YUYING, "81.8%9／11计算得出"),
        # 16 of 16; 120 of 120
        (f"{XINHUA}xinhua-north-road/", "办结率100%16／16件截至2020年上半年"),
        (GAS, "100%120／120户"),
        (GAS, "来源：《上街信息》第78期"),
        # 5,000 + 30,000 + 5,000; 8 of 10
        (f"{XINHUA}huochang-road/", "投入40,000元"),
        (f"{XINHUA}huochang-road/", "80%8／10计算得出"),
        # 186 members, 35 councils
        (f"{XINHUA}xinhua-north-road/", "平均每个理事会的成员5.3名计算得出"),
        (f"{XINHUA}xinhua-north-road/", "楼院理事会成员186名÷楼院理事会35个"),
        # a banner, once: as a record, and on the page of the task that earned it
        (f"{JIYUAN}jiuye-yuan/", "锦旗居民"),
        (f"{JIYUAN}jiuye-yuan/tasks/roof-and-heating/", "荣誉荣誉谁授予事由时间锦旗居民"),
        # methods: as many parts as the source names, and what it leaves out
        (JIYUAN, "组织建起来、党旗飘起来、身份亮起来、形象树起来、桥梁架起来"),
        (XINAN, "建、联、聚"),
        # 3 hours a week; an extra team from 16:00 to 21:00; volunteers at the gate in turns
        (XINAN, "干部每周下沉负责干部每周时长3小时"),
        ("zhongyuan/mianfang-road/jinxiucheng/", "时段16:00—21:00加强"),
        (f"{XINHUA}wenhua-street/", "负责志愿者岗位大门做法轮流看守"),
        (XINHUA, "一社区一品牌、竞赛比、摘星夺旗、八个一线工作法、1+16+N+X"),
        (FUHUA, "原文没有写明“1”和“4”各指什么"),
        (f"{FUHUA}xinpuxi-street/", "红色组织绿绿色生态蓝蓝色志愿金金色文化橙橙色养老"),
        (f"{XINHUA}wenhua-street/", "睦邻志愿者轮流看守大门"),
        # 36 of 36 compounds with a body that has rules: stated, and no zero where nothing is on record
        (RUHE, "居民自治组织有议事规则的楼院36个无主管楼院36个截至约2020年8月"),
        (f"{RUHE}statistics/", "居民自治组织有议事规则的楼院36个无主管楼院36个据来源报告"),
        (f"{RUHE}statistics/", "没有记录：三类组织、议事规则"),
        (f"{JIYUAN}statistics/", "居民自治组织63个由来源的数计算得出"),
        # 21 compounds on record, of which one has an organization on record, with rules
        (f"{XINHUA}statistics/", "有其中一类的楼院1个共21个楼院"),
        (f"{XINHUA}statistics/", "没有登记组织的楼院20个共21个楼院"),
        (f"{XINHUA}statistics/", "自治组织有议事规则的楼院1个有自治组织的共1个楼院"),
        # what the sources say without a number
        (RUHE, "街道党工委抓引领社区党委抓细化楼院党支部抓落实"),
        (RUHE, "成员须在本楼院常住"),
        (f"{FUHUA}xinpuxi-street/", "4个楼院建于20世纪90年代"),
        (JIYUAN, "点单居民下单社区党支部接单临时党支部和党员干部评单群众"),
        (f"{XINHUA}tongben-north-road/", "三方一起做，一个楼院一个方案"),
        ("erqi/renhe-road/", "每个楼院三类组织齐全"),
        # every state of the catalogue, and the share published of what was due
        ("sample/community/compound/catalogue/", "57.1%4／7项基数小，仅供参考"),
        ("sample/community/compound/catalogue/", "部分公开，2026年10月20日；晚5天；缺微信群"),
        ("sample/community/compound/catalogue/next-30-days/", "逾期7天，3号楼屋面维修结算"),
        ("sample/community/", "示例小区7421"),
        # 160余 × 80 %
        (FUHUA, "无主管楼院约128个推算"),
        (FUHUA, "楼院160余个×无主管楼院所占比例80%"),
        # the same on the pages of statistics, with their bases
        (f"{YUYING}statistics/", "合计62,800元"),
        (f"{YUYING}statistics/", "未注明39,000元"),
        (f"{XINHUA}huochang-road/statistics/", "合计40,000元"),
        (f"{JIYUAN}statistics/", "收到的意见建议1500余条"),
        (f"{JIYUAN}statistics/", "办结率98.5%1478／1500条"),
        (f"{XINHUA}xinhua-north-road/statistics/", "办结率100%16／16件"),
        ("shangjie/statistics/", "未注明5,231"),
    ),
)
def test_a_figure_stands_on_its_page(built_site: Path, page: str, expectation: str) -> None:
    assert expectation in read_page(built_site, f"{page}index.html").main


@pytest.mark.parametrize("payer", ("物业公司20,000元", "育英街16号院3,800元", "未注明"))
def test_the_money_of_a_community_is_shown_by_payer(built_site: Path, payer: str) -> None:
    assert payer in read_page(built_site, f"{YUYING}index.html").main


@pytest.mark.parametrize("invented", ("4789", "4790", "4791", "4792", "4793", "4794"))
def test_no_count_is_invented_for_a_reported_rate(built_site: Path, invented: str) -> None:
    said = [page.path for page in read_pages(built_site) if invented in page.main.replace(",", "")]
    assert said == []
