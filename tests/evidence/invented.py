"""Invented people for the tests of evidence, and what the law answers to them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ouverture.evidence.checklist import Checklist, checklist
from ouverture.law.answers import known, read
from ouverture.law.consistency import derived
from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import Person, evaluator
from ouverture.rules.rulebook import Ground

TODAY = date(2026, 11, 23)

AMERICAN_SPOUSE: dict[str, Any] = {
    "activity": "none",
    "nationality": "US",
    "lives_in": "france",
    "in_france_since": date(2026, 10, 5),
    "stay_document": "long_stay_visa_validated",
    "stay_label": "visitor",
    "stay_document_until": date(2027, 9, 19),
    "other_cover": "none",
    "family_tie": "spouse",
    "relative_insured": True,
    "had_number": True,
    "rights_open": False,
    "born_in": "US",
}
"""The person of the article: she joins her insured French husband, on a visitor visa, and once worked in France."""


def person_of(facts: Mapping[str, Any]) -> Person:
    """What the rules read of these answers."""
    return known(derived(read(facts, rulebook().facts), TODAY), rulebook().facts)


def ground_of(facts: Mapping[str, Any], on: date = TODAY) -> Ground | None:
    """The ground that answers, None when a fact is missing."""
    proof = evaluator(rulebook().on(on), on).prove(person_of(facts))
    return proof.ground if proof else None


def checklist_of(facts: Mapping[str, Any], on: date = TODAY) -> Checklist:
    """The checklist of a person described by these answers."""
    return checklist(person_of(facts), ground_of(facts, on), rulebook().on(on), on)


def certain(answer: Checklist) -> list[str]:
    """The names of the papers that are certainly wanted."""
    return [line.paper.name for line in answer.papers if line.condition is None]


def conditional(answer: Checklist) -> list[str]:
    """The names of the papers wanted only in a case that is not known."""
    return [line.paper.name for line in answer.papers if line.condition]


def forbidden(answer: Checklist) -> list[str]:
    """The names of what may certainly not be asked."""
    return [line.limit.name for line in answer.not_to_be_asked if line.condition is None]
