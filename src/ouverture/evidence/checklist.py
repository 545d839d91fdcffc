"""What to send, why, and what may not be asked: for one person, one ground, one day. Start here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ouverture.evidence.circumstances import Circumstances, circumstances
from ouverture.evidence.citation import Citation, weakest
from ouverture.evidence.habits import Habit, all_habits
from ouverture.evidence.limits import LIMITS
from ouverture.evidence.listed import Listed, NotAsked
from ouverture.evidence.requirement import Option, Requirement
from ouverture.evidence.requirements import REQUIREMENTS
from ouverture.evidence.requirements.nothing import NOTHING_TO_SEND
from ouverture.evidence.translations import BirthPlace, advice, birth_place
from ouverture.law.css.d160_2 import family_at_once
from ouverture.rules.answer_in_words import value_in_words
from ouverture.rules.assessment import Person
from ouverture.rules.rulebook import Certainty, Ground, Law
from ouverture.text import LANGUAGES, Text


@dataclass(frozen=True)
class Checklist:
    """The papers in the order of a file, what may not be asked, and the habits of offices that touch either.

    ``nothing`` says, for grounds that ask for no paper, that there is nothing to send.
    """

    on: date
    ground: str | None
    papers: tuple[Listed, ...]
    not_to_be_asked: tuple[NotAsked, ...]
    local_habits: tuple[Habit, ...]
    nothing: Text | None

    def to_json(self) -> dict[str, Any]:
        """The checklist as plain values, keys in English."""
        return {
            "on": self.on.isoformat(),
            "ground": self.ground,
            "nothing_to_send": self.nothing._asdict() if self.nothing else None,
            "papers": [listed.to_json() for listed in self.papers],
            "not_to_be_asked": [limit.to_json() for limit in self.not_to_be_asked],
            "local_habits": [habit.to_json() for habit in self.local_habits],
        }


def checklist(person: Person, ground: Ground | None, law: Law, on: date, born_in: str | None = None) -> Checklist:
    """The papers for ``person`` under the ``ground`` found (None: not settled yet), as the law stands ``on`` that day.

    ``born_in``: the country of birth by any name or code, the person's own answer when None. A fact that is missing
    gives a line with a condition ("If you ..."), never silence. Raises nothing for a country it cannot read: the line
    about its acts says so.
    """
    told = born_in if born_in is not None else person.get("born_in")
    place = birth_place(None if told is None else str(told), on)
    where = circumstances(_with_country(person, place), ground, law, on)
    papers = tuple(listed for one in REQUIREMENTS for listed in _papers(one, where, place))
    limits = tuple(_limits(where))
    return Checklist(
        on,
        ground.name if ground else None,
        papers,
        limits,
        tuple(_habits(papers, limits, where, place)),
        NOTHING_TO_SEND[ground.name][0] if ground and ground.name in NOTHING_TO_SEND else None,
    )


def _with_country(person: Person, place: BirthPlace) -> Person:
    known = {name: value for name, value in person.items() if name != "born_in"}
    return {**known, "born_in": place.country} if place.country else known


def _papers(requirement: Requirement, where: Circumstances, place: BirthPlace) -> Iterator[Listed]:
    truth = where.truth(requirement.when)
    if truth is False:
        return
    options = [option for option in requirement.options if _fits(option, where)]
    group = requirement.name if len(options) > 1 else None
    for option in options:
        yield _listed(requirement, option, group, truth, where, place)


def _fits(option: Option, where: Circumstances) -> bool:
    truth = where.truth(option.when)
    return truth is True or (truth is None and not option.once_said)


def _listed(
    requirement: Requirement,
    option: Option,
    group: str | None,
    truth: bool | None,
    where: Circumstances,
    place: BirthPlace,
) -> Listed:
    paper = option.paper
    clauses = (None if truth else requirement.case, requirement.proviso, option.proviso)
    later = requirement.may_follow if requirement.follows and requirement.follows.in_force(where.day) else None
    return Listed(
        paper=paper,
        requirement=requirement.name,
        why=_why(requirement, where) if truth else requirement.why,
        condition=_condition(clauses),
        missing=() if truth else where.missing(requirement.when),
        one_of=group,
        translation=advice(paper, place),
        civil_document=place.rule if paper.translation == "country_of_birth" else None,
        may_follow_later=later,
        deadline=requirement.deadline if later else None,
        articles=_in_force((*requirement.articles, *paper.articles), where.day),
        certainty=weakest(_sure(articles, where.day) for articles in (requirement.articles, paper.articles)),
    )


def _why(requirement: Requirement, where: Circumstances) -> Text:
    if requirement.because is None:
        return requirement.why
    return Text(*(_filled(requirement.because, where, n) + requirement.why[n] for n in range(len(LANGUAGES))))


def _filled(because: Text, where: Circumstances, n: int) -> str:
    """The sentence with each {fact} in the person's words and a space after; nothing if one of them is missing."""
    said = because[n]
    for name in re.findall(r"\{(\w+)\}", said):
        if name not in where.person:
            return ""
        fact = next(fact for fact in where.law.facts if fact.name == name)
        said = said.replace(f"{{{name}}}", value_in_words(fact, where.person[name])[n])
    return f"{said} "


def _condition(clauses: tuple[Text | None, ...]) -> Text | None:
    said = [clause for clause in clauses if clause]
    if not said:
        return None
    return Text(
        "Si " + ", et si ".join(clause.fr for clause in said), "If " + ", and if ".join(clause.en for clause in said)
    )


def _sure(citations: tuple[Citation, ...], on: date) -> Certainty:
    return weakest(citation.certainty for citation in _in_force(citations, on)[:1])


def _in_force(citations: tuple[Citation, ...], on: date) -> tuple[Citation, ...]:
    return tuple(citation for citation in dict.fromkeys(citations) if citation.in_force(on))


def _limits(where: Circumstances) -> Iterator[NotAsked]:
    for limit in LIMITS:
        truth = where.truth(limit.when)
        if truth is not False and limit.articles[0].in_force(where.day):
            yield NotAsked(
                limit,
                None if truth else _condition((limit.case,)),
                () if truth else where.missing(limit.when),
                _in_force(limit.articles, where.day),
            )


def _habits(
    papers: tuple[Listed, ...], limits: tuple[NotAsked, ...], where: Circumstances, place: BirthPlace
) -> Iterator[Habit]:
    shown = {line.paper.name for line in papers} | {line.limit.name for line in limits}
    known: dict[str, str | bool | int] = dict(where.person)
    if (joins := where.truth(family_at_once.holds)) is not None:
        known["family_at_once"] = joins
    if len(where.grounds) == 1:
        known["ground"] = next(iter(where.grounds))
    if place.rule:
        known |= {"translation": place.rule.translation.need, "legalisation": place.rule.regime}
    return (habit for habit in all_habits() if habit.belongs(shown, known))
