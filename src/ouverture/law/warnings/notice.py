"""A notice: what a person should be told beside the verdict, and where sources disagree, what each side says."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ouverture.law.sources import START
from ouverture.rules.conditions import ALWAYS, NEVER, Condition
from ouverture.rules.facts import Fact
from ouverture.rules.reading import Reading
from ouverture.rules.rulebook import Certainty, Ground, Source, Verdict
from ouverture.text import Text

About = Literal["conditions", "papers", "answer", "cost", "later"]
"""What it is about: being admitted, what to attach, the caisse's answer, what it costs, or life once insured."""


@dataclass(frozen=True)
class Cited:
    """The words of a text held, on which a notice stands."""

    source: Source
    quote: str
    paragraph: str = ""


@dataclass(frozen=True)
class Side:
    """What one source says in a disagreement, and when it said so; ``dated`` is empty when no date is known."""

    says: Text
    source: str
    dated: str

    @property
    def where(self) -> Text:
        """The source, in both languages."""
        return Text.in_two(self.source)


@dataclass(frozen=True, eq=False)
class Notice:
    """A named warning, in force from ``since`` to the day before ``until``.

    It goes with the ``grounds``, ``verdicts`` and ``routes`` named (none named: with any), for whom ``when`` holds.
    While ``when`` is unknown it is shown as "may concern you" to those for whom ``if_unknown`` holds.
    ``deadlines`` are names of the clock's registry; ``to_do`` marks what calls for an act of the person.
    """

    name: str
    says: Text
    cites: tuple[Cited, ...]
    rows: tuple[str, ...]
    when: Condition
    if_unknown: Condition
    grounds: frozenset[str]
    verdicts: frozenset[Verdict]
    routes: frozenset[str]
    sides: tuple[Side, ...]
    certainty: Certainty
    deadlines: tuple[str, ...]
    about: About
    to_do: bool
    since: date
    until: date | None

    @property
    def shown_when_unknown(self) -> bool:
        """Whether it may be shown before its facts are known."""
        return self.if_unknown != NEVER

    def in_force(self, day: date) -> bool:
        """Whether it may be said on ``day``."""
        return self.since <= day and (self.until is None or day < self.until)

    def goes_with(self, ground: Ground | None) -> bool:
        """Whether it belongs beside this answer. Without an answer, only what belongs beside any."""
        if ground is None:
            return not (self.grounds or self.verdicts or self.routes)
        return (
            (not self.grounds or ground.name in self.grounds)
            and (not self.verdicts or ground.outcome.verdict in self.verdicts)
            and (not self.routes or ground.outcome.route in self.routes)
        )

    def for_person(self, reading: Reading) -> "Shown | None":
        """The notice as this person should see it, or None."""
        truth = reading.truth(self.when)
        if truth is None and reading.truth(self.if_unknown) is True:
            return Shown(self, reading.waits_for(self.when))
        return Shown(self) if truth else None


@dataclass(frozen=True)
class Shown:
    """A notice for one person: sure, or waiting for the facts of ``depends_on``."""

    notice: Notice
    depends_on: tuple[Fact, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether it concerns the person, as far as is known."""
        return not self.depends_on

    @property
    def says(self) -> Text:
        """The sentence to show; a notice that is not sure names what it depends on."""
        return depending(self.notice.says, self.depends_on)


def depending(says: Text, facts: tuple[Fact, ...]) -> Text:
    """The sentence, headed by what it depends on when facts are missing."""
    if not facts:
        return says
    fr = ", ".join(fact.label.fr for fact in facts)
    en = ", ".join(fact.label.en for fact in facts)
    return Text(
        f"Peut vous concerner ; cela dépend de : {fr}. {says.fr}",
        f"May concern you; it depends on: {en}. {says.en}",
    )


def notice(
    name: str,
    fr: str,
    en: str,
    *cites: Cited,
    rows: str,
    when: Condition = ALWAYS,
    if_unknown: Condition = NEVER,
    grounds: str = "",
    verdicts: tuple[Verdict, ...] = (),
    routes: str = "",
    sides: tuple[Side, ...] = (),
    certainty: Certainty = "H",
    deadlines: str = "",
    about: About = "conditions",
    to_do: bool = False,
    since: str | None = None,
    until: str | None = None,
) -> Notice:
    """Write a notice. ``rows``, ``grounds``, ``routes`` and ``deadlines`` are names parted by spaces; dates are ISO."""
    return Notice(
        name=name,
        says=Text(fr, en),
        cites=cites,
        rows=tuple(rows.split()),
        when=when,
        if_unknown=if_unknown,
        grounds=frozenset(grounds.split()),
        verdicts=frozenset(verdicts),
        routes=frozenset(routes.split()),
        sides=sides,
        certainty=certainty,
        deadlines=tuple(deadlines.split()),
        about=about,
        to_do=to_do,
        since=date.fromisoformat(since) if since else START,
        until=date.fromisoformat(until) if until else None,
    )


def side(fr: str, en: str, source: str, dated: str) -> Side:
    """One side of a disagreement."""
    return Side(Text(fr, en), source, dated)
