"""A household assessed together: each one's cover is a fact of the others' rules, and minors follow a parent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ouverture.law.answers import AnswerError, read
from ouverture.law.facts import FACTS
from ouverture.rules.facts import Value
from ouverture.rules.rulebook import Verdict
from ouverture.services.answer.assess import Answer, assess
from ouverture.text import Text

PERSON, PARTNER, CHILDREN = "person", "partner", "children"
TIES = ("spouse", "pacs", "concubin")


@dataclass(frozen=True)
class Member:
    """One member of a household: ``role`` is "person", "partner" or "child 1", "child 2" …"""

    role: str
    values: Mapping[str, Value]


def read_household(given: Mapping[str, Any]) -> tuple[Member, ...]:
    """The members written under ``person``, ``partner`` and ``children``; raises AnswerError naming "role.field"."""
    unknown = [name for name in given if name not in (PERSON, PARTNER, CHILDREN)]
    if unknown:
        raise AnswerError(
            unknown[0],
            Text(
                f"{unknown[0]} : dans un fichier de foyer, tout est sous person, partner ou children.",
                f"{unknown[0]}: in a household file, everything goes under person, partner or children.",
            ),
        )
    adults = [(role, given[role]) for role in (PERSON, PARTNER) if role in given]
    if not isinstance(given.get(CHILDREN, []), list):
        raise AnswerError(
            CHILDREN,
            Text(
                "children : écrivez une table [[children]] par enfant.",
                "children: write one table [[children]] for each child.",
            ),
        )
    children = [(f"child {rank}", child) for rank, child in enumerate(given.get(CHILDREN, []), start=1)]
    return tuple(Member(role, _read(role, raw)) for role, raw in (*adults, *children))


def assess_household(members: tuple[Member, ...], on: date) -> dict[str, Answer]:
    """Each member's answer, by role.

    Nobody counts as insured through a partner who is only insured through them: cover is first looked for without the
    family tie, then spreads along it until nothing changes (D160-2 II 3°, L160-2).
    """
    insured: frozenset[str] = frozenset()
    elsewhere: Mapping[str, str] = {}
    while True:
        answers = {member.role: _assess(member, _Around(insured, elsewhere), members, on) for member in members}
        now = frozenset(role for role, answer in answers.items() if _insured(answer))
        abroad = {role: way for role, answer in answers.items() if (way := _through_another_state(answer))}
        if now <= insured and abroad.keys() <= elsewhere.keys():
            return answers
        insured, elsewhere = insured | now, {**abroad, **elsewhere}


@dataclass(frozen=True)
class _Around:
    """Who is insured in France by now, and whom another State answers for: role to an answer of "
    "relative_other_cover."""

    insured: frozenset[str]
    elsewhere: Mapping[str, str]


_BY_THEMSELVES = frozenset({"on_a_relatives_s1", "on_a_relatives_treaty_form", "family_of_an_official"})
_OFFICIALS = frozenset({"foreign_official", "international_organisation", "organisation_retiree"})
_FORMS = {"s1": "s1", "treaty_form": "treaty"}
_CHILD_OF = {"s1": "adult_insured_elsewhere", "treaty": "adult_insured_by_treaty"}


def _through_another_state(answer: Answer) -> str | None:
    """How a member whom another State answers for in their own right draws the family with them; None: not at all."""
    if answer.ground is None or answer.ground.name in _BY_THEMSELVES:
        return None
    if answer.ground.name in _OFFICIALS:
        return "official"
    served = answer.verdict is Verdict.SERVED_FOR_ANOTHER_STATE
    return _FORMS.get(answer.ground.outcome.route) if served else None


def _insured(answer: Answer) -> bool:
    begun = answer.starts_on is None or answer.starts_on <= answer.on
    return answer.verdict in (Verdict.COVERED, Verdict.KEPT) and begun


def _assess(member: Member, around: _Around, members: tuple[Member, ...], on: date) -> Answer:
    values = dict(member.values)
    if member.role.startswith("child"):
        if values.get("activity") == "minor":
            values.setdefault("minor_with", _adult_around(around, members))
    elif len(members) > 1 and any(other.role in (PERSON, PARTNER) and other != member for other in members):
        other_role = PARTNER if member.role == PERSON else PERSON
        if values.get("family_tie") in TIES and _settled_here(other_role, members):
            values.setdefault("relative_insured", other_role in around.insured)
            values.setdefault("relative_other_cover", around.elsewhere.get(other_role, "none"))
    return assess(values, on)


def _adult_around(around: _Around, members: tuple[Member, ...]) -> str:
    """A parent insured in France by work or pension first, then one whom another State insures (Reg. 883/2004 "
    "art. 32)."""
    insured = [member for member in members if member.role in around.insured & {PERSON, PARTNER}]
    by_work = any(member.values.get("activity") in ("working", "pension") for member in insured)
    forms = [_CHILD_OF[way] for way in around.elsewhere.values() if way in _CHILD_OF]
    if insured and (by_work or not forms):
        return "insured_adult"
    return forms[0] if forms else "uninsured_parents"


def _settled_here(role: str, members: tuple[Member, ...]) -> bool:
    return any(member.role == role for member in members)


def _read(role: str, raw: Any) -> dict[str, Value]:
    if not isinstance(raw, Mapping):
        raise AnswerError(role, Text(f"{role} : écrivez une table de faits.", f"{role}: write a table of facts."))
    try:
        return read(raw, FACTS)
    except AnswerError as problem:
        said = Text(f"{role} : {problem.text.fr}", f"{role}: {problem.text.en}")
        raise AnswerError(f"{role}.{problem.field}", said) from None
