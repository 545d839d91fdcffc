"""The proof as sentences: each rule with its article, its words, and the facts it read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ouverture.clock.day_words import day_in_words
from ouverture.law.answers import as_given
from ouverture.law.facts import FACTS
from ouverture.law.words_of_the_day import DOUBTFUL, WordsOfTheDay, words_of_the_day
from ouverture.rules.assessment import TRUE, Person, Proof, Reason
from ouverture.rules.facts import Value
from ouverture.rules.program import Program
from ouverture.rules.rulebook import Certainty, Ground, Law, Rule
from ouverture.text import Text


@dataclass(frozen=True)
class Because:
    """A rule that holds (or does not), and the answers that make it so. ``depth`` 0: the ground asks for it itself.

    ``in_force`` is False for a rule that is not law on the day asked: it does not hold, and its words are those of the
    nearest day on which it is law. ``words`` tells how its quote stands on that day.
    """

    rule: Rule
    holds: bool
    depth: int
    facts: tuple[tuple[str, Value], ...]
    words: WordsOfTheDay
    in_force: bool = True

    @property
    def says(self) -> Text:
        """The rule in one plain sentence, with the days on which it is law when the day asked is not one of them."""
        return self.rule.says if self.in_force else not_in_force(self.rule)

    @property
    def certainty(self) -> Certainty:
        """How sure the rule is; never quite sure when its words were not the law's of that day, or are not held."""
        doubtful = self.in_force and self.words.standing in DOUBTFUL
        return "M" if doubtful and self.rule.certainty == "H" else self.rule.certainty

    def to_json(self) -> dict[str, Any]:
        """The reason as plain values."""
        source = self.rule.source
        return {
            "rule": self.rule.name,
            "holds": self.holds,
            "in_force": self.in_force,
            "says": self.says._asdict(),
            "article": source.citation,
            "paragraph": self.rule.paragraph,
            "quote": self.rule.quote,
            "words": {"standing": self.words.standing, "says": self.words.says._asdict() if self.words.says else None},
            "official_text": source.official,
            "version": source.version,
            "since": self.rule.since.isoformat(),
            "certainty": self.certainty,
            "facts": {name: as_given(FACTS[name], value) for name, value in self.facts},
        }


def not_in_force(rule: Rule) -> Text:
    """The sentence of a rule, headed by the days on which it is law."""
    first = day_in_words(rule.since)
    if rule.until is None:
        return Text(
            f"Règle en vigueur seulement depuis le {first.fr} : {rule.says.fr}",
            f"A rule only since {first.en}: {rule.says.en}",
        )
    last = day_in_words(rule.until - timedelta(days=1))
    return Text(
        f"Règle en vigueur seulement du {first.fr} au {last.fr} : {rule.says.fr}",
        f"A rule only from {first.en} to {last.en}: {rule.says.en}",
    )


def because(proof: Proof, law: Law, person: Person, on: date) -> tuple[Because, ...]:
    """The rules the ground stands on, each once, outer rules before the ones they rest on."""
    return _unique(_rules(proof.because, law, person, on, depth=0))


def ruled_out(proof: Proof, law: Law, person: Person, on: date) -> tuple[tuple[Ground, tuple[Because, ...]], ...]:
    """Each ground that would have gone first, with the rules that do not hold."""
    return tuple((ground, _unique(_rules(reason, law, person, on, depth=0))) for ground, reason in proof.ruled_out)


def _unique(reasons: Iterator[Because]) -> tuple[Because, ...]:
    found: dict[str, Because] = {}
    for reason in reasons:
        found.setdefault(reason.rule.name, reason)
    return tuple(found.values())


def _rules(reason: Reason, law: Law, person: Person, on: date, depth: int) -> Iterator[Because]:
    names = law.program.names.get(reason.step, [])
    for name in names:
        facts = tuple((fact, person[fact]) for fact in dict.fromkeys(_facts(reason, law.program)) if fact in person)
        rule = law.named(name)
        yield Because(rule, reason.truth == TRUE, depth, facts, words_of_the_day(rule, on), name in law.rules)
    for part in reason.parts:
        yield from _rules(part, law, person, on, depth + 1 if names else depth)


def _facts(reason: Reason, program: Program) -> Iterator[str]:
    atom = program.steps[reason.step].atom
    if atom is not None:
        yield atom.fact.name
    for part in reason.parts:
        yield from _facts(part, program)
