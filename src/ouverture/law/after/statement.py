"""A statement: what the law says to somebody already insured, with whom it concerns, its clocks and its amounts."""

from dataclasses import dataclass
from datetime import date

from ouverture.law.amounts import Amount, value
from ouverture.law.sources import rule
from ouverture.law.warnings.notice import Side, depending
from ouverture.rules.conditions import ALWAYS, Condition
from ouverture.rules.facts import Fact
from ouverture.rules.rulebook import Certainty, Rule, Source
from ouverture.text import Text


@dataclass(frozen=True, eq=False)
class Statement:
    """A rule that quotes its article; ``rule.when`` says whom it concerns. It opens and refuses nothing.

    ``deadlines`` are names of the clock's registry, ``amounts`` names of the dated amounts; ``to_do`` marks a duty or
    an act of the person; ``sides`` what each source says where they disagree.
    """

    rule: Rule
    deadlines: tuple[str, ...]
    amounts: tuple[str, ...]
    to_do: bool
    sides: tuple[Side, ...]

    def in_force(self, day: date) -> bool:
        """Whether the law said so on ``day``."""
        return self.rule.since <= day and (self.rule.until is None or day < self.rule.until)

    def figures(self, day: date) -> tuple[Amount, ...]:
        """Its amounts as they stand on ``day``, with their sources."""
        return tuple(value(name, day) for name in self.amounts)


@dataclass(frozen=True)
class Told:
    """A statement for one person: sure to concern them, or waiting for the facts of ``depends_on``."""

    statement: Statement
    depends_on: tuple[Fact, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether it concerns the person, as far as is known."""
        return not self.depends_on

    @property
    def says(self) -> Text:
        """The sentence to show; one that is not sure names what it depends on."""
        return depending(self.statement.rule.says, self.depends_on)


def stated(
    source: Source,
    name: str,
    paragraph: str,
    quote: str,
    fr: str,
    en: str,
    *,
    rows: str,
    when: Condition = ALWAYS,
    certainty: Certainty = "H",
    since: str | None = None,
    deadlines: str = "",
    amounts: str = "",
    to_do: bool = False,
    sides: tuple[Side, ...] = (),
) -> Statement:
    """Write a statement under its source. Names and rows are parted by spaces; ``since`` is ISO."""
    written = rule(source, name, paragraph, quote, when, fr, en, rows, certainty, since)
    return Statement(written, tuple(deadlines.split()), tuple(amounts.split()), to_do, sides)
