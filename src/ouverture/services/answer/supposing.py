"""What an answer supposes that nobody said: it is then not sure, and says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ouverture.clock.day_words import plain_day
from ouverture.law.answers import known
from ouverture.law.consistency import supposed
from ouverture.law.facts.stay import stay_document_until
from ouverture.rules.answer_in_words import value_in_words
from ouverture.rules.assessment import Person, evaluator
from ouverture.rules.facts import Fact, Value
from ouverture.rules.reading import Reading
from ouverture.rules.rulebook import Doubt, Ground, Law, Verdict
from ouverture.text import Text


class Supposed(NamedTuple):
    """What nobody said of a fact, and what that makes of the answer."""

    fact: Fact
    says: Text


def unsaid(said: Mapping[str, Value], derived: Mapping[str, Value], law: Law, on: date) -> tuple[Supposed, ...]:
    """The answers that the verdict rests on though nothing said makes them certain; none where it stands without."""
    facts = {fact.name: fact for fact in law.facts}
    names = supposed(said, derived)
    if not names:
        return ()
    reader = evaluator(law, on)
    person = known(derived, facts)
    ground = reader.decide(person)
    for name in sorted(names):
        without = {other: value for other, value in person.items() if other != name}
        if reader.decide(without) is ground:
            person = without
    return tuple(_supposing(facts[name], derived[name]) for name in sorted(names & set(person)))


def unread_doubts(doubts: tuple[Doubt, ...], person: Person, law: Law, on: date) -> tuple[Supposed, ...]:
    """The doubts that a missing fact leaves open, each fact once: the answer supposes that they do not hold."""
    reading = Reading(person, law, on)
    return tuple(dict.fromkeys(_open(doubts, reading)))


def document_ends_first(ground: Ground, starts_on: date | None, person: Person) -> tuple[Supposed, ...]:
    """Where the residence document ends before the rights start: the answer supposes that another one follows it."""
    until = person.get("stay_document_until")
    opens = ground.outcome.verdict in (Verdict.COVERED, Verdict.COVERED_LATER)
    if not opens or starts_on is None or until is None or int(until) >= starts_on.toordinal():
        return ()
    ends, starts = plain_day(date.fromordinal(int(until))), plain_day(starts_on)
    says = Text(
        f"Cette réponse suppose un nouveau document de séjour : le vôtre finit le {ends.fr}, avant le {starts.fr}. "
        "Demandez-en le renouvellement à temps.",
        f"This answer supposes a new residence document: yours ends on {ends.en}, before {starts.en}. Ask for its "
        "renewal in time.",
    )
    return (Supposed(stay_document_until, says),)


def _open(doubts: tuple[Doubt, ...], reading: Reading) -> Iterator[Supposed]:
    for doubt in doubts:
        if reading.truth(doubt.when) is None and reading.truth(doubt.if_unknown) is True:
            yield from (_depending_on(fact) for fact in reading.waits_for(doubt.when))


def _supposing(fact: Fact, value: Value) -> Supposed:
    said = value_in_words(fact, value)
    says = Text(
        f"Cette réponse suppose ce que vous n'avez pas dit : {fact.label.fr} ({said.fr}).",
        f"This answer supposes what you did not say: {fact.label.en} ({said.en}).",
    )
    return Supposed(fact, says)


def _depending_on(fact: Fact) -> Supposed:
    says = Text(
        f"Cette réponse peut être moins sûre selon ce que vous n'avez pas dit : {fact.label.fr}.",
        f"This answer may be less sure by what you did not say: {fact.label.en}.",
    )
    return Supposed(fact, says)
