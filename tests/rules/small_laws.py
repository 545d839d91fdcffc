"""Laws of a few invented facts, small enough to try every person."""

from collections.abc import Iterator, Sequence
from itertools import product

from ouverture.rules.assessment import Person
from ouverture.rules.conditions import Condition
from ouverture.rules.facts import Fact, Kind
from ouverture.rules.rulebook import Ground, Law, Outcome, Start, Verdict
from ouverture.text import Text

NOTHING = Text("", "")


def fact(name: str, kind: Kind = "yes_no", options: Sequence[str] = ()) -> Fact:
    """A fact that is only a name, a kind and its options."""
    return Fact(name, kind, NOTHING, NOTHING, dict.fromkeys(options, NOTHING))


def law(facts: Sequence[Fact], grounds: Sequence[tuple[Condition, str]]) -> Law:
    """A law without rules: conditions in order, each with the name of its outcome."""
    return Law(
        facts,
        [
            Ground(f"g{rank}", "tier", when, Outcome(Verdict.COVERED, body, ""), Start(NOTHING), NOTHING, "H", ())
            for rank, (when, body) in enumerate(grounds)
        ],
        (),
    )


def everybody(facts: Sequence[Fact]) -> Iterator[Person]:
    """Every combination of the values of discrete facts, unknown included."""
    for answers in product(*((None, *one.values()) for one in facts)):
        yield {one.name: value for one, value in zip(facts, answers, strict=True) if value is not None}
