"""A household assessed together: each one's cover is a fact of the others' rules, and minors follow a parent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ouverture.law.answers import AnswerError, read
from ouverture.law.facts import FACTS
from ouverture.rules.facts import Value
from ouverture.rules.rulebook import Verdict
from ouverture.services.answer.assess import Answer, assess
from ouverture.services.answer.supposing import Supposed
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
    family tie, then spreads along it until nothing changes (D160-2 II 3°, L160-2). Whoever is insured without the tie
    joins nobody who has yet to claim: of two who may both claim, neither is the other's insured relative.
    """
    around = _Around(frozenset(), {}, frozenset())
    for _ in range(MOST_ROUNDS):
        answers = {member.role: _assess(member, around, members, on) for member in members}
        now = _seen(around, answers)
        if now == around:
            break
        around = now
    return {role: _after_the_others_claim(role, answer, around) for role, answer in answers.items()}


MOST_ROUNDS = 8
"""Cover spreads along one tie a round: two adults and their children are settled in four."""


CLAIMS_FIRST = Text(
    "Cette réponse suppose que l'adulte assuré a d'abord demandé l'ouverture de ses droits : sa demande part avant.",
    "This answer supposes that the insured adult has claimed first: send that claim before this one.",
)


@dataclass(frozen=True)
class _Around:
    """Who is insured in France by now; whom another State answers for, with the way in which the family is drawn in.

    ``today``: those of them whose rights are open, or whose work or pension insures them, without a claim. ``alone``:
    those found insured while nobody was. ``elsewhere``: role to an answer of ``relative_other_cover``. ``unsettled``:
    those of whom it is not known yet, or whose family may or may not follow them; ``unanswered``: those whose own
    verdict is not known. ``standing``: what a minor beside this adult answers to ``minor_with``, whether the adult is
    insured or not.
    """

    insured: frozenset[str]
    elsewhere: Mapping[str, str]
    unsettled: frozenset[str]
    unanswered: frozenset[str] = frozenset()
    standing: Mapping[str, str] = field(default_factory=dict)
    today: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()

    def insures_beside(self, other: str, role: str) -> bool:
        """Whether ``other`` is the insured relative whom ``role`` joins."""
        return other in (self.today if role in self.alone else self.insured)


_BY_THEMSELVES = frozenset({"on_a_relatives_s1", "on_a_relatives_treaty_form", "family_of_an_official"})
_OFFICIALS = frozenset({"foreign_official", "international_organisation", "organisation_retiree"})
_BY_TREATY = frozenset({"works_in_monaco", "posted_under_treaty"})
_FORMS = {"s1": "s1", "treaty_form": "treaty"}
_CHILD_OF = {"s1": "adult_insured_elsewhere", "treaty": "adult_insured_by_treaty", "official": "official_adult"}
_CHILD_OF_ONE_WITH = {
    "asylum_certificate": "asylum",
    "refugee": "refugee",
    "subsidiary_protection": "refugee",
}
_WITHOUT_A_PERMIT = "state_medical_aid"
"""The tier of the grounds of those who stay without a permit."""


def _seen(before: _Around, answers: Mapping[str, Answer]) -> _Around:
    """What these answers tell the members of each other; who is insured by now stays so."""
    insured = before.insured | {role for role, answer in answers.items() if _insured(answer)}
    drawn = {role: way for role, answer in answers.items() if (way := _through_another_state(answer))}
    elsewhere = {**drawn, **before.elsewhere}
    open_ones = {role for role, answer in answers.items() if _unsettled(answer)} - insured - elsewhere.keys()
    standing = {role: minor for role, answer in answers.items() if (minor := _child_beside(answer))}
    unanswered = frozenset(role for role, answer in answers.items() if answer.verdict is Verdict.UNKNOWN)
    today = before.today | {role for role in insured if _insured_without_a_claim(answers[role])}
    alone = before.alone if before.insured else frozenset(insured)
    return _Around(frozenset(insured), elsewhere, frozenset(open_ones), unanswered, standing, today, alone)


def _through_another_state(answer: Answer) -> str | None:
    """How a member whom another State answers for in their own right draws the family with them; None: not at all."""
    if answer.ground is None or answer.ground.name in _BY_THEMSELVES:
        return None
    if answer.ground.name in _OFFICIALS:
        return "official"
    if answer.ground.name in _BY_TREATY:
        return "treaty"
    served = answer.verdict is Verdict.SERVED_FOR_ANOTHER_STATE
    return _FORMS.get(answer.ground.outcome.route) if served else None


def _unsettled(answer: Answer) -> bool:
    """Whether it cannot be said if this member's family follows them under another State, or is insured with them."""
    if answer.ground is None:
        return True
    elsewhere = answer.verdict in (Verdict.CHOICE, Verdict.OTHER_SCHEME, Verdict.SERVED_FOR_ANOTHER_STATE)
    return elsewhere and answer.ground.name not in _BY_THEMSELVES


def _child_beside(answer: Answer) -> str | None:
    """What a minor of this adult answers to ``minor_with`` whether the adult is insured or not; None: nothing more."""
    ground, document = answer.ground, answer.values.get("stay_document")
    if ground is not None and ground.tier == _WITHOUT_A_PERMIT:
        return "undocumented_parents"
    return _CHILD_OF_ONE_WITH.get(str(document))


def _insured(answer: Answer) -> bool:
    begun = answer.starts_on is None or answer.starts_on <= answer.on
    return answer.verdict in (Verdict.COVERED, Verdict.KEPT) and begun


def _after_the_others_claim(role: str, answer: Answer, around: _Around) -> Answer:
    """The answer, which says so where it rests on somebody of the household who is insured but has yet to claim."""
    if answer.ground is None or answer.ground.name not in ("joins_insured_family", "minor_of_insured_adult"):
        return answer
    adults = (around.insured & {PERSON, PARTNER}) - {role}
    if not adults or adults & around.today:
        return answer
    return replace(answer, unsaid=(*answer.unsaid, Supposed(FACTS["relative_insured"], CLAIMS_FIRST)))


def _insured_without_a_claim(answer: Answer) -> bool:
    return answer.values.get("rights_open") is True or answer.values.get("activity") in ("working", "pension")


def _assess(member: Member, around: _Around, members: tuple[Member, ...], on: date) -> Answer:
    values = dict(member.values)
    if member.role.startswith("child"):
        if values.get("activity") == "minor" and (adult := _adult_around(around, members)):
            values.setdefault("minor_with", adult)
    elif len(members) > 1 and any(other.role in (PERSON, PARTNER) and other != member for other in members):
        other_role = PARTNER if member.role == PERSON else PERSON
        tie = next(other.values.get("family_tie") for other in members if other.role == other_role)
        if tie in TIES:
            values.setdefault("family_tie", tie)
        if values.get("family_tie") in TIES and _settled_here(other_role, members):
            _told_of_the_other(values, around, other_role, member.role)
    return assess(values, on)


def _told_of_the_other(values: dict[str, Value], around: _Around, other_role: str, role: str) -> None:
    """Fill in what the other's answer tells: while it is unknown, nothing; while it is not settled whether the family
    follows under another State, only that the other is not insured here."""
    if other_role not in around.unanswered:
        values.setdefault("relative_insured", around.insures_beside(other_role, role))
    if other_role not in around.unsettled:
        values.setdefault("relative_other_cover", around.elsewhere.get(other_role, "none"))


def _adult_around(around: _Around, members: tuple[Member, ...]) -> str | None:
    """A parent insured in France by work or pension first, then one whom another State insures (Reg. 883/2004 art. 32).

    Then what protects a child whose parents are not insured: asylum asked for or granted, or parents without a permit
    (D160-2 II 1°, CASF L251-1). None while the answer of a parent is not settled.
    """
    adults = [member.role for member in members if member.role in (PERSON, PARTNER)]
    insured = [member for member in members if member.role in around.insured & {PERSON, PARTNER}]
    by_work = any(member.values.get("activity") in ("working", "pension") for member in insured)
    forms = [_CHILD_OF[way] for way in around.elsewhere.values() if way in _CHILD_OF]
    if insured and (by_work or not forms):
        return "insured_adult"
    if forms:
        return forms[0]
    beside = [around.standing.get(role) for role in adults]
    protected = next((minor for minor in beside if minor in ("refugee", "asylum")), None)
    if protected or (beside and set(beside) == {"undocumented_parents"}):
        return protected or "undocumented_parents"
    return None if around.unanswered & set(adults) else "uninsured_parents"


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
