"""Who acts: an opaque identity, a role, an office, and the files they may open. Only a door of the site makes one."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Role = Literal["person", "helper", "agent", "supervisor", "doctor", "kiosk", "cnav", "manager", "auditor"]
"""What somebody is to a file. A supervisor is an agent who also sees the whole office; a manager declares what the
office asks and gives no command; an auditor reads everything, changes nothing, and each reading is written down."""

ROLES: tuple[Role, ...] = get_args(Role)
STAFF: frozenset[Role] = frozenset({"agent", "supervisor", "cnav", "manager", "auditor"})
"""Roles whose work is the office's: they sign in with a password and a one-time code."""


class Actor(NamedTuple):
    """Somebody at a desk. ``id`` is opaque: it goes into the record for ever, and no name may.

    ``office`` is the caisse of an agent, empty for everybody else. ``acts_for`` holds the files of a person, of a
    helper's mandates, or those whose card was presented to a doctor or a kiosk.
    """

    id: str
    role: Role
    office: str = ""
    acts_for: tuple[str, ...] = ()
