"""The portraits of members: they stand on the plaques of party organizations, nowhere else."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.kinds.organization.record import Organization, OrganizationType
from noticeboard.locality import Locality
from noticeboard.page import PHOTO_FOLDER, Copy


def copies(locality: Locality) -> Iterator[Copy]:
    """The portraits of party members who agreed to have them on pages, since a board is a page as well."""
    folder = posixpath.dirname(locality.place.origin.file)
    for organization in locality.records.of(Organization):
        if organization.type is not OrganizationType.PARTY:
            continue
        for number, member in enumerate(organization.members):
            if member.portrait:
                path = f"{locality.records.path}/{PHOTO_FOLDER}/{member.portrait}".lstrip("/")
                source = f"{folder}/{PHOTO_FOLDER}/{member.portrait}"
                yield Copy(path, source, origin=organization.origin.at("members", number, "portrait"))
