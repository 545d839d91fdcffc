"""Whose paper it is and for which day: what a check has to know of a file, and no more."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ouverture.evidence.name_parts import Named


@dataclass(frozen=True, slots=True)
class Case:
    """``today`` is the day of the check. ``claimed_on``: the day of the claim, which the law judges the stay on; the
    day of the check while nothing was sent. ``decided_on``: the day on which a decision is expected, None when nobody
    can say. ``joins``: whoever the person joins, when the file knows their names. ``born_in`` is an ISO code.
    """

    today: date
    claimed_on: date
    person: Named = field(default=Named(), repr=False)
    decided_on: date | None = None
    joins: tuple[Named, ...] = field(default=(), repr=False)
    born_on: str = field(default="", repr=False)
    born_in: str = field(default="", repr=False)
