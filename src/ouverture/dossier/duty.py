"""Who must do what by which day. A duty is a row of ``data/duties.toml``; an obligation is a duty with its date."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from ouverture.dossier.deadline import Span, articles, days_after, due, title_of
from ouverture.dossier.refusals import Holder
from ouverture.dossier.words import filled, in_words, table
from ouverture.evidence.papers import PAPERS
from ouverture.text import Text

Basis = Literal["article", "declared_practice", "our_promise"]
"""What the date rests on: a text of law, what offices say they do, or what we promise ourselves."""

COUNT_BY_HAND = "count_by_hand"
"""The act that stands where our texts do not give a term: ``about`` is its rule."""

ASK_OFFICE_AGAIN, CONTEST_OFFICE_SILENCE = "ask_office_again", "contest_office_silence"
"""What the person does about an office outside this system that is late; ``about`` is the late act (``late_act``)."""


class Duty(NamedTuple):
    """An act somebody owes. ``rule`` names a deadline of the clock; else ``days`` is our promise, or a date is given.

    ``warn_days``: how long before the day its holder is reminded; 0 when only after it. ``automatic``: on this system
    our own policies do it, at once or on its day. ``settled_by``: the kinds of commands that settle it,
    ``settled_with`` the answers that make them do so. ``toward_card``: it leads to a number, to cover or to a card.
    ``stops_clock``: while it is owed, the time of somebody else stands still.
    ``about_personal``: what it is about is somebody's name, or words that were written: in no address of a page.
    """

    act: str
    holder: Holder
    basis: Basis
    source: str
    rule: str | None
    days: int | None
    says: Text
    otherwise: Text
    warn_days: int
    automatic: bool = False
    settled_by: tuple[str, ...] = ()
    toward_card: bool = False
    settled_with: tuple[tuple[str, str], ...] = ()
    about_personal: bool = False
    stops_clock: bool = False


class Obligation(NamedTuple):
    """A duty with its last day. ``about`` names the piece, hold, sheet or call it is about, if there are several."""

    duty: Duty
    due: date
    about: str = ""

    @property
    def holder(self) -> Holder:
        """Who must act."""
        return self.duty.holder

    @property
    def act(self) -> str:
        """What must be done, as a name."""
        return self.duty.act

    @property
    def linked(self) -> str:
        """What it is about, where an address may say it; "" when that is a name or somebody's words."""
        return "" if self.duty.about_personal else self.about

    @property
    def basis(self) -> Basis:
        """What the date rests on."""
        return self.duty.basis

    @property
    def source(self) -> str:
        """The article, or the page, the act itself rests on."""
        return self.duty.source

    @property
    def says(self) -> Text:
        """What must be done, in a sentence."""
        return filled(self.duty.says, due=self.due, about=self._about)

    @property
    def otherwise(self) -> Text:
        """What follows if it is not done."""
        return filled(self.duty.otherwise, due=self.due, about=self._about)

    @property
    def _about(self) -> Text:
        if not self.about:  # as in a row of work from which the file has moved on
            return NOT_SAID
        if self.act == COUNT_BY_HAND:
            return title_of(self.about)
        if self.act in (ASK_OFFICE_AGAIN, CONTEST_OFFICE_SILENCE):
            return late_words(self.about)
        return _papers(self.about)


@cache
def duties() -> dict[str, Duty]:
    """Every duty by the name of its act."""
    return {act: _duty(act) for act in table("duties")}


def _duty(act: str) -> Duty:
    row = table("duties")[act]
    rule, days = row.get("rule"), row.get("days")
    return Duty(act, row["holder"], row.get("basis") or _basis(rule), row["source"], rule, days,
                Text(**row["says"]), Text(**row["otherwise"]), row.get("warn_days", 0),
                row.get("automatic", False), tuple(row["settled_by"]), row.get("toward_card", False),
                tuple(row.get("settled_with", {}).items()),
                row.get("about_personal", False), row.get("stops_clock", False))  # fmt: skip


def _basis(rule: str | None) -> Basis:
    if rule is None:
        return "our_promise"
    return "article" if articles(rule) else "declared_practice"


def owed(act: str, start: date, about: str = "", suspended: tuple[Span, ...] = ()) -> Obligation:
    """The duty ``act``, counted from ``start`` by its rule or by the days we promise; a given date stays as it is."""
    duty = duties()[act]
    if duty.rule is not None:
        return Obligation(duty, due(duty.rule, start, suspended), about)
    return Obligation(duty, days_after(start, duty.days or 0), about)


def _papers(about: str) -> Text:
    """The names of papers, each by its label; anything else as it is written."""
    names = about.split(", ")
    if not all(name in PAPERS for name in names):
        return Text(about, about)
    each = [in_words(name) for name in names]
    return Text(" ; ".join(one.fr for one in each), "; ".join(one.en for one in each))


NOT_SAID = Text("rien de plus n'est dit", "nothing more is said")


def late_act(each: Obligation) -> str:
    """An obligation that is late, as what another one is about."""
    return f"{each.act}/{each.due.isoformat()}/{each.about}"


def late_words(about: str) -> Text:
    """The sentence of the obligation that ``late_act`` wrote down."""
    act, due, what = about.split("/", 2)
    return Obligation(duties()[act], date.fromisoformat(due), what).says


def asked_again(each: Obligation) -> str:
    """The act itself, or the late act that it asks an office for again."""
    pressing = each.act in (ASK_OFFICE_AGAIN, CONTEST_OFFICE_SILENCE) and each.about
    return each.about.split("/", 1)[0] if pressing else each.act
