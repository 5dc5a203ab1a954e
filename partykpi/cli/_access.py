"""Who may read and change a file: kept when the file is replaced, and nobody loses it."""

from __future__ import annotations

import os
import stat
import struct
import sys
from collections.abc import Collection, Iterator
from contextlib import suppress
from typing import NamedTuple

from partykpi.text import Text

_ACL = "system.posix_acl_access"
_OF_THE_SYSTEM = ("security.", "trusted.")  # what only the system sets, and sets by its own rules

# What an entry of an access control list is of, as the system writes it: two bytes, two of rights, four of a number.
_OWNER, _USER, _GROUP, _NAMED_GROUP, _MASK, _OTHERS = 1, 2, 4, 8, 16, 32
_ENTRY = "<HHI"
_HEAD = 4

_READ_AND_WRITE = 6
_NOBODY = -1
_ROOT = 0


class Rights(NamedTuple):
    """To whom a file belongs, and what its permissions and its access control list (if any) allow."""

    owner: int
    group: int
    mode: int
    acl: bytes | None


class Kept(NamedTuple):
    """What became of the rights of a file: who has lost some, or to whom it belongs now where that is another."""

    loser: Text | None = None
    owners: tuple[str, str] | None = None


def keep(old: str, new: str) -> Kept:
    """Give a new file the group, the permissions and all attributes of the old one that it will replace.

    Its owner, too, where the user may do that. Where not even the group can be kept, it gets no rights of its own.
    """
    before, was = os.stat(old), os.stat(new)
    if sys.platform == "win32":
        os.chmod(new, stat.S_IMODE(before.st_mode))
        return Kept()
    if (was.st_uid, was.st_gid) != (before.st_uid, before.st_gid):
        _give(new, before.st_uid, before.st_gid)
    now = os.stat(new)
    rights = Rights(before.st_uid, before.st_gid, stat.S_IMODE(before.st_mode), _attributes(old).get(_ACL))
    ours = rights._replace(owner=now.st_uid, group=now.st_gid)
    if ours.group != rights.group:
        ours = _without_group(ours)
    _copy_attributes(_attributes(old), new, ours)
    if stat.S_IMODE(os.stat(new).st_mode) != ours.mode:
        os.chmod(new, ours.mode)
    if (ours.owner, ours.group) == (rights.owner, rights.group):
        return Kept()
    return Kept(_loser(rights, ours), (_belonging(rights, ours), _belonging(ours, rights)))


def _give(name: str, owner: int, group: int) -> None:
    """Give a file an owner and a group, or at least the group, as far as the user may."""
    if sys.platform == "win32":
        return
    try:
        os.chown(name, owner, group)
    except OSError:
        with suppress(OSError):
            os.chown(name, _NOBODY, group)


def _attributes(name: str) -> dict[str, bytes]:
    """Return the extended attributes of a file, where there are such."""
    if sys.platform != "linux":
        return {}
    try:
        return {key: os.getxattr(name, key) for key in os.listxattr(name) if not key.startswith(_OF_THE_SYSTEM)}
    except OSError:
        return {}


def _copy_attributes(attributes: dict[str, bytes], name: str, rights: Rights) -> None:
    if sys.platform != "linux":
        return
    if _ACL not in attributes and _ACL in _attributes(name):  # the folder gives it to what is made there
        os.removexattr(name, _ACL)
    for key, value in attributes.items():
        os.setxattr(name, key, rights.acl if key == _ACL and rights.acl is not None else value)


def _entries(rights: Rights) -> Iterator[tuple[int, int, int]]:
    """Return the entries of the access control list, or those that the permissions stand for."""
    if rights.acl is not None:
        yield from struct.iter_unpack(_ENTRY, rights.acl[_HEAD:])
    else:
        for shift, whose in ((6, _OWNER), (3, _GROUP), (0, _OTHERS)):
            yield whose, rights.mode >> shift & 7, 0


def _without_group(rights: Rights) -> Rights:
    """Return rights that give the group no more than all others."""
    others = next((allowed for whose, allowed, _ in _entries(rights) if whose == _OTHERS), 0)
    if rights.acl is None:
        return rights._replace(mode=rights.mode & ~0o70 | others << 3)
    entries = (
        struct.pack(_ENTRY, whose, others if whose == _GROUP else allowed, id)
        for whose, allowed, id in _entries(rights)
    )
    return rights._replace(acl=rights.acl[:_HEAD] + b"".join(entries))


def _allowed(rights: Rights, user: int, groups: Collection[int]) -> int:
    """Return what a user in those groups may do with a file, by the rules of POSIX 1003.1e."""
    if user == _ROOT:
        return 7
    mask = next((allowed for whose, allowed, _ in _entries(rights) if whose == _MASK), 7)
    of_groups: int | None = None
    others = 0
    for whose, allowed, id in _entries(rights):
        if whose == _OWNER and user == rights.owner:
            return allowed
        if whose == _USER and user == id:
            return allowed & mask
        if (whose == _GROUP and rights.group in groups) or (whose == _NAMED_GROUP and id in groups):
            of_groups = (of_groups or 0) | allowed & mask
        if whose == _OTHERS:
            others = allowed
    return others if of_groups is None else of_groups


def _loser(old: Rights, new: Rights) -> Text | None:
    """Return who could do less with the file than before; None where nobody is known to."""
    if sys.platform == "win32":
        return None
    people = (
        (Text("its owner", "chủ sở hữu tệp"), old.owner, _groups(old.owner, old.group)),
        (Text("its group", "nhóm sở hữu tệp"), _NOBODY, {old.group}),
        (Text("you yourself", "chính bạn"), os.geteuid(), {os.getegid(), *os.getgroups()}),
    )
    for who, user, groups in people:
        if _allowed(old, user, groups) & ~_allowed(new, user, groups) & _READ_AND_WRITE:
            return who
    return None


def _groups(user: int, group: int) -> set[int]:
    """Return the groups of a user; where that is not known here, the one of the file, as a rule the user's own."""
    if sys.platform == "win32":
        return set()
    import pwd

    try:
        entry = pwd.getpwuid(user)
    except KeyError:
        return {group}
    return set(os.getgrouplist(entry.pw_name, entry.pw_gid))


def _belonging(rights: Rights, other: Rights) -> str:
    """Return the name of the owner, and that of the group where it is another than the other's."""
    if sys.platform == "win32":
        return ""
    import grp
    import pwd

    owner, group = str(rights.owner), str(rights.group)
    with suppress(KeyError):
        owner = pwd.getpwuid(rights.owner).pw_name
    if rights.group == other.group:
        return owner
    with suppress(KeyError):
        group = grp.getgrgid(rights.group).gr_name
    return f"{owner}:{group}"
