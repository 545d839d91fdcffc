"""The subsidiary contribution of a year with all a person asks of it: other readings, other incomes, contesting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple

from ouverture.pricing.contribution import Contribution, Income, subsidiary_contribution
from ouverture.pricing.contribution_words import contest
from ouverture.services.answer.price.sums import contribution_of, works_tried
from ouverture.text import Text


class Under(NamedTuple):
    """What is due in cents under one answer to what was not said (None: it cannot be told), and the last step of it."""

    answer: Text
    due: int | None
    says: Text


@dataclass(frozen=True, slots=True)
class ContributionAnswer:
    """Sums in cents. ``otherwise_due``: by the other reading of the text, when there is one; ``under``: both answers
    to a pension of which nothing is said; ``works``: incomes from work and what each would give."""

    found: Contribution
    due: int | None
    otherwise_due: int | None
    under: tuple[Under, ...]
    works: tuple[tuple[int, int | None], ...]


def contribution_answer(given: Mapping[str, Any]) -> ContributionAnswer:
    """The contribution of the year that a table describes; raises AnswerError, which names the field."""
    income, found = contribution_of(given)
    return ContributionAnswer(
        found=found,
        due=_cents(found.due),
        otherwise_due=None if found.otherwise is None else _cents(found.otherwise.due),
        under=_both(income),
        works=tuple((int(work * 100), _cents(due)) for work, due in works_tried(income, found)),
    )


def how_to_contest() -> Text:
    """When it is paid, and how to contest."""
    return contest()


def _both(income: Income) -> tuple[Under, ...]:
    if income.replacement is not None:
        return ()
    without = subsidiary_contribution(replace(income, replacement="none"))
    having = subsidiary_contribution(replace(income, replacement="french"))
    return (
        Under(Text("Sans pension ni chômage", "Without pension or unemployment benefit"),
              _cents(without.due), without.says[-1]),
        Under(Text("Avec une pension ou le chômage", "With a pension or unemployment benefit"),
              _cents(having.due), having.says[-1]),
    )  # fmt: skip


def _cents(euros: Decimal | None) -> int | None:
    return None if euros is None else int(euros * 100)
