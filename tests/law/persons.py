"""Invented persons, drawn at random where the law makes a difference: near its cuts, in every class of answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from ouverture.rules.assessment import Person
from ouverture.rules.diagram import Variable, variables
from ouverture.rules.facts import Value
from ouverture.rules.rulebook import Law


def persons(law: Law, day: date, random: Random, known: float = 1.0) -> Iterator[Person]:
    """Persons without end; each fact that the law reads is known with probability ``known``."""
    facts = variables(law.program, day)
    while True:
        yield {v.fact.name: a_value(v, random) for v in facts if random.random() < known}


def a_value(variable: Variable, random: Random) -> Value:
    """A value of a random class: half the time rare answers come as often as common ones."""
    weights = random.choice((variable.weights, (1.0,) * variable.size))
    index = random.choices(range(variable.size), weights)[0]
    if not variable.cuts:
        return random.choice([value for value, place in variable.class_of.items() if place == index])
    lowest = variable.cuts[index - 1] if index else max(0, variable.cuts[0] - 400)
    highest = variable.cuts[index] - 1 if index < len(variable.cuts) else variable.cuts[-1] + 400
    return random.choice((lowest, highest, random.randint(lowest, highest)))
