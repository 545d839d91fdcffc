"""Until when rights that are kept are kept: the first day on which they may close."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ouverture.clock.day_words import day_in_words
from ouverture.rules.assessment import Person
from ouverture.rules.rulebook import Verdict
from ouverture.services.answer.changes import first_day_without
from ouverture.text import Text


@dataclass(frozen=True)
class Kept:
    """The first day on which kept rights may close: ``with_removal`` after a final removal order, ``without`` one.

    The two are equal once it is known whether there is such an order.
    """

    with_removal: date
    without: date

    @property
    def may_close_on(self) -> date:
        """The first day on which the rights may close, whatever is not known."""
        return min(self.with_removal, self.without)

    @property
    def last_day(self) -> date:
        """The last day on which the rights are certainly kept: the last one to bring a document."""
        return self.may_close_on - timedelta(days=1)

    @property
    def says(self) -> Text:
        """Until when, in one sentence."""
        first, other = day_in_words(self.may_close_on), day_in_words(self.without)
        if self.with_removal == self.without:
            return Text(
                f"Vos droits ne peuvent pas fermer avant le {first.fr}.", f"Your rights cannot close before {first.en}."
            )
        return Text(
            f"Vos droits ne peuvent pas fermer avant le {other.fr} ; avant le {first.fr} si une mesure d'éloignement "
            "est devenue définitive.",
            f"Your rights cannot close before {other.en}; before {first.en} if a removal order has become final.",
        )

    def to_json(self) -> dict[str, Any]:
        """The days as plain values."""
        return {
            "may_close_on": self.may_close_on.isoformat(),
            "with_removal_order": self.with_removal.isoformat(),
            "without_removal_order": self.without.isoformat(),
            "says": self.says._asdict(),
        }


def kept(person: Person, on: date) -> Kept | None:
    """Until when the rights of this person are kept; None when nothing known gives them an end.

    Time alone is let pass. While it is not known whether a removal order is final, both cases are looked at.
    """
    known = "removal_order" in person
    ends = [
        first_day_without(Verdict.KEPT, {**person, "removal_order": order}, on)
        for order in ((person["removal_order"],) * 2 if known else (True, False))
    ]
    first, second = ends
    return Kept(first, second) if first and second else None
