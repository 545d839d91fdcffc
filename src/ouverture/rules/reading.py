"""One condition read on its own for one person: true, false or unknown, and which facts it waits for.

The engine reads all the grounds at once; a notice or a statement is one condition, read when it is shown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ouverture.rules.assessment import Person
from ouverture.rules.conditions import NEVER, Among, AtLeast, Condition, Either, Every, Holds, Not
from ouverture.rules.facts import Fact
from ouverture.rules.rulebook import Law


@dataclass(frozen=True, slots=True)
class Reading:
    """A person before the law of a day. ``person``: known values by fact name, as the engine takes them."""

    person: Person
    law: Law
    day: date

    def truth(self, condition: Condition) -> bool | None:
        """Whether the condition holds; None while a missing fact decides. A rule not in force holds for nobody."""
        match condition:
            case Among(fact, values):
                return self.among(fact, values)
            case AtLeast(fact, cut):
                value = self.person.get(fact.name)
                return None if value is None else int(value) >= cut.value(self.day)
            case Not(part):
                truth = self.truth(part)
                return None if truth is None else not truth
            case Every(parts):
                return _whole(map(self.truth, parts), settles=False)
            case Either(parts):
                return _whole(map(self.truth, parts), settles=True)
            case Holds(name):
                return self.truth(self._rule(name))
        raise TypeError(f"not a condition: {condition!r}")

    def among(self, fact: Fact, values: frozenset[str | bool]) -> bool | None:
        """Whether the fact has one of these values; a reading that knows more than the person's facts answers more."""
        value = self.person.get(fact.name)
        return None if value is None else value in values

    def waits_for(self, condition: Condition) -> tuple[Fact, ...]:
        """The missing facts an undecided condition waits for, each once; none for a decided one."""
        if self.truth(condition) is not None:
            return ()
        match condition:
            case Among(fact) | AtLeast(fact):
                return (fact,)
            case Holds(name):
                return self.waits_for(self._rule(name))
            case Not(part):
                return self.waits_for(part)
            case Every(parts) | Either(parts):
                return tuple(dict.fromkeys(fact for part in parts for fact in self.waits_for(part)))
        raise TypeError(f"not a condition: {condition!r}")

    def _rule(self, name: str) -> Condition:
        return self.law.rules[name].when if name in self.law.rules else NEVER


def _whole(truths: Iterable[bool | None], *, settles: bool) -> bool | None:
    """One part equal to ``settles`` decides, and none after it is read; else one unknown part leaves all unknown."""
    telling = (truth for truth in truths if truth is None or truth is settles)
    first = next(telling, not settles)
    return settles if first is settles or settles in telling else first
