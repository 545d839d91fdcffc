"""Days that no calendar of the law can count from: typed by mistake, and refused with what would be right."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, cast, get_args, get_type_hints

from ouverture.dossier.kernel import Command
from ouverture.dossier.refusals import Refusal, refuse

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""The days between which terms can be counted (``clock.deadlines``)."""


def out_of_reach(wanted: Command) -> Refusal | None:
    """The refusal of a command with a day before 1900 or after 2199; None when there is none."""
    for name in _days_of(cast(Any, type(wanted))):
        day = getattr(wanted, name)
        if isinstance(day, date) and not FIRST <= day <= LAST:
            return refuse("day_out_of_reach", given=day.isoformat())
    return None


@cache
def _days_of(wanted: type[Command]) -> tuple[str, ...]:
    hints = get_type_hints(wanted)
    return tuple(name for name in wanted.__dataclass_fields__ if date in (hints[name], *get_args(hints[name])))
