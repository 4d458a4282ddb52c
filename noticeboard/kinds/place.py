"""Places: a folder with `place.yml` is a place; cities, districts, subdistricts, communities, compounds."""

from __future__ import annotations

from typing import Annotated

from noticeboard.frozen import dataclass
from noticeboard.records import (
    Choice,
    Field,
    Flag,
    Phone,
    QuantityField,
    Record,
    Text,
    Texts,
    WhenField,
    Whole,
    choice,
    listed,
)


class Level(Choice):
    """The levels of places, from above; levels may be skipped, never reversed."""

    SITE = "site", "全站", "site"
    CITY = "city", "市", "city", ("县级市",)
    DISTRICT = "district", "区", "district", ("县",)
    SUBDISTRICT = "subdistrict", "街道", "subdistrict", ("镇", "乡")
    COMMUNITY = "community", "社区", "community", ("村",)
    COMPOUND = "compound", "楼院", "compound", ("小区", "家属院", "院")

    @property
    def depth(self) -> int:
        """0 for the site itself, 5 for a compound."""
        return list(Level).index(self)


class Management(Choice):
    """Who manages a compound."""

    NONE = "none", "无主管楼院", "no manager"
    PROPERTY = "property", "物业公司管理", "property company"
    SELF = "self", "居民自管", "self-managed"
    UNIT = "unit", "单位管理", "managed by its unit"


@dataclass(frozen=True, kw_only=True)
class Building:
    """A building of a compound, its units (单元) and doorways (楼门)."""

    name: Annotated[Text, Field("名称")]
    units: Annotated[Whole | None, Field("单元数")] = None
    doorways: Annotated[Texts, Field("楼门")] = ()


@dataclass(frozen=True, kw_only=True)
class Place(Record):
    """A place; `kind` is its level, the path of its folder the path of its page."""

    kind: Annotated[Level, choice(Level, without=(Level.SITE,)), Field("类别")]
    name: Annotated[Text, Field("名称")]
    management: Annotated[Management | None, choice(Management), Field("管理方式")] = None
    built: Annotated[WhenField | None, Field("建成")] = None
    buildings: Annotated[tuple[Building, ...], listed, Field("楼栋")] = ()
    building_count: Annotated[QuantityField | None, Field("楼栋数")] = None
    households: Annotated[QuantityField | None, Field("户数")] = None
    area: Annotated[QuantityField | None, Field("建筑面积", "floor area in m²")] = None
    address: Annotated[Text, Field("地址")] = ""
    issuer: Annotated[Text, Field("发布单位")] = ""
    supervision_phone: Annotated[Phone, Field("监督电话")] = ""
    as_of: Annotated[WhenField | None, Field("截至")] = None
    sample: Annotated[Flag, Field("示例")] = False
    order: Annotated[Whole | None, Field("排序")] = None


def doorways_of(place: Place) -> tuple[str, ...]:
    """Every doorway of a place, `1号楼1单元`: those that its buildings name, else one a unit."""
    return tuple(doorway for building in place.buildings for doorway in doorways_in(building))


def doorways_in(building: Building) -> tuple[str, ...]:
    """The doorways of one building, with its name before theirs."""
    names = building.doorways or [f"{number}单元" for number in range(1, (building.units or 0) + 1)]
    return tuple(f"{building.name}{doorway}" for doorway in names)
