"""What was ruled out, put together by what ruled it out: one answer often closes many doors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ouverture.law.facts import FACTS
from ouverture.rules.assessment import Reason
from ouverture.rules.facts import Fact, Value
from ouverture.rules.program import Program
from ouverture.rules.rulebook import Ground
from ouverture.services.answer.assess import Answer
from ouverture.services.answer.because import Because
from ouverture.text import Text


@dataclass(frozen=True)
class Closed:
    """The grounds that one and the same reason rules out: rules that (do not) hold, or bare answers."""

    reasons: tuple[Because, ...]
    facts: tuple[tuple[Fact, Value], ...]
    grounds: tuple[Ground, ...]

    @property
    def says(self) -> tuple[Text, ...]:
        """What each of these grounds would have given, in words."""
        return tuple(ground.says for ground in self.grounds)


def closed_doors(answer: Answer) -> list[Closed]:
    """Every ground that would have gone first, by the reason against it, in the order of the grounds."""
    if answer.proof is None:
        return []
    found: dict[tuple[object, ...], Closed] = {}
    for (ground, reasons), (_, reason) in zip(answer.ruled_out, answer.proof.ruled_out, strict=True):
        facts = () if reasons else tuple(_known_facts(reason, answer))
        key = (*((each.rule.name, each.holds) for each in reasons), *(fact.name for fact, _ in facts))
        before = found[key].grounds if key in found else ()
        found[key] = Closed(reasons, facts, (*before, ground))
    return list(found.values())


def _known_facts(reason: Reason, answer: Answer) -> Iterator[tuple[Fact, Value]]:
    for name in dict.fromkeys(_names(reason, answer.law.program)):
        if name in answer.values:
            yield FACTS[name], answer.values[name]


def _names(reason: Reason, program: Program) -> Iterator[str]:
    atom = program.steps[reason.step].atom
    if atom is not None:
        yield atom.fact.name
    for part in reason.parts:
        yield from _names(part, program)
