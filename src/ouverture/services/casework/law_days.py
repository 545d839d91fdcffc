"""The days on which the law held here reads otherwise: which rules begin or end, which amounts change."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from ouverture.law import amounts
from ouverture.law.rulebook import rulebook
from ouverture.services.answer.to_come import TextToCome
from ouverture.text import Text


class RuleOfDay(NamedTuple):
    """A rule that begins or ends on a day, with its article."""

    says: Text
    citation: str
    begins: bool


class LawDay(NamedTuple):
    """One day of change: its rules, and each amount in words as it reads from that day on.

    ``text``: the announced text that an office brought in; None for a day of the rulebook.
    """

    on: date
    rules: tuple[RuleOfDay, ...]
    amounts: tuple[Text, ...]
    text: TextToCome | None = None


@cache
def law_days() -> tuple[LawDay, ...]:
    """Every such day, the last first."""
    days = {*rulebook().changes, *(one.since for name in amounts.names() for one in amounts.history(name) if one.since)}
    found = (law_day(day) for day in sorted(days, reverse=True))
    return tuple(one for one in found if one.rules or one.amounts)


@cache
def law_day(on: date) -> LawDay:
    """What changes on a day; nothing on a day that is none."""
    begin = [RuleOfDay(one.says, one.source.citation, True) for one in rulebook().rules if one.since == on]
    end = [RuleOfDay(one.says, one.source.citation, False) for one in rulebook().rules if one.until == on]
    changed = [one.says for name in amounts.names() for one in amounts.history(name)[1:] if one.since == on]
    return LawDay(on, (*begin, *end), tuple(changed))


def day_before(on: date) -> date:
    """The last day under the law of before."""
    return on - timedelta(days=1)
