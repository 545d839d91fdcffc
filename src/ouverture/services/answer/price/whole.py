"""The whole answer to a file: the lines of care, and the contribution and thresholds asked beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ouverture.places.spelling import fold
from ouverture.pricing.contribution import Contribution, Income
from ouverture.services.answer.price import shown
from ouverture.services.answer.price.answering import PriceAnswer, price_file
from ouverture.services.answer.price.fields import lines_of
from ouverture.services.answer.price.sums import (
    ThresholdAsked,
    contribution_json,
    contribution_lines,
    contribution_of,
    threshold_json,
    threshold_line,
    threshold_of,
)
from ouverture.text import Language


@dataclass(frozen=True, slots=True)
class WholeAnswer:
    """What a file asked, answered; each part None or empty when it was not asked."""

    price: PriceAnswer | None
    contribution: tuple[Income, Contribution] | None
    thresholds: tuple[ThresholdAsked, ...]

    def to_json(self) -> dict[str, Any]:
        """One document: the lines as in ``shown``, ``contribution`` and ``thresholds`` beside them when asked."""
        found: dict[str, Any] = {} if self.price is None else shown.to_json(self.price)
        if self.contribution is not None:
            found["contribution"] = contribution_json(*self.contribution)
        if self.thresholds:
            found["thresholds"] = [threshold_json(one) for one in self.thresholds]
        return found

    def sentences(self, language: Language) -> list[str]:
        """The same as lines of text."""
        lines = [] if self.price is None else shown.sentences(self.price, language)
        if self.contribution is not None:
            lines += contribution_lines(self.contribution[1], language)
        return lines + [threshold_line(one, language) for one in self.thresholds]


def answer_file(given: Mapping[str, Any], today: date) -> WholeAnswer:
    """Answer everything a file asks; raises AnswerError for the first field that cannot be read."""
    parts = {fold(key): value for key, value in given.items()}
    contribution = parts.get("contribution")
    asked = parts.get("thresholds", parts.get("threshold", ()))
    rows = [asked] if isinstance(asked, Mapping) else list(asked)
    care = lines_of(given)
    return WholeAnswer(
        price=price_file(given, today) if care or not (contribution or rows) else None,
        contribution=contribution_of(contribution) if contribution else None,
        thresholds=tuple(threshold_of(row, today) for row in rows),
    )
