"""The fields of a desk as its page shows them, with what is wrong beside each of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ouverture.law.answers import AnswerError
from ouverture.site.page.parts import Choice, FieldError
from ouverture.site.page.sentences import sentence
from ouverture.text import Text

Days = Mapping[str, Mapping[str, str]]
"""The boxes of each date, by the name of its field."""
NO_DAYS: Days = {}


@dataclass(frozen=True)
class AskedField:
    """One field: a text, a list when it has options, a date when it has boxes. ``error``: "" when nothing is wrong."""

    name: str
    label: Text
    hint: Text
    value: str
    options: tuple[Choice, ...]
    error: Text | str
    boxes: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Form:
    """What a desk asks. ``desk`` begins the names of its sentences; ``lists`` are the fields with options.

    ``stand_ins``: what is read in the place of a wrong answer to a field that must be there, to find the other faults.
    """

    desk: str
    names: tuple[str, ...]
    lists: Mapping[str, tuple[Choice, ...]]
    stand_ins: Mapping[str, Any] = field(default_factory=dict)

    def fields(
        self, typed: Mapping[str, Any], faults: Mapping[str, Text], days: Days = NO_DAYS
    ) -> dict[str, AskedField]:
        """Every field with what was typed and what is wrong, by its name."""
        return {
            name: AskedField(
                name,
                sentence(f"{self.desk}.{name}"),
                sentence(f"{self.desk}.{name}_hint"),
                typed.get(name, ""),
                self.lists.get(name, ()),
                faults.get(name, ""),
                days.get(name),
            )
            for name in self.names
        }

    def faults(self, given: Mapping[str, Any], read: Callable[[Mapping[str, Any]], object]) -> dict[str, Text]:
        """Every field that cannot be read, with its sentence: each wrong one is put aside and the rest read again.

        A fault of no field of this form is said at the first field.
        """
        found: dict[str, Text] = {}
        left = dict(given)
        while len(found) < len(self.names):
            try:
                read(left)
            except AnswerError as problem:
                name = problem.field if problem.field in self.names else self.names[0]
                if name in found:
                    break
                found[name] = _without_name(problem)
                left.pop(name, None)
                left |= {name: self.stand_ins[name]} if name in self.stand_ins else {}
            else:
                break
        return found


def errors_of(faults: Mapping[str, Text], days: Days = NO_DAYS) -> list[FieldError]:
    """The lines of the error summary; of a date, each leads to its first box."""
    return [FieldError(f"{name}-day" if name in days else name, said) for name, said in faults.items()]


def _without_name(problem: AnswerError) -> Text:
    """The sentence without the name the field has in a file: on a page it stands beside its label."""
    fr, en = problem.text.fr.removeprefix(f"{problem.field} : "), problem.text.en.removeprefix(f"{problem.field}: ")
    return Text(fr, en).capitalised()
