"""What the two runs have to say to each other: why each call was not needed, and the days saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from ouverture.dossier.exchange.events import ExchangeRecorded
from ouverture.dossier.file import SAID_BY_US, File
from ouverture.dossier.kernel import Event
from ouverture.dossier.messages.events import MessageDelivered
from ouverture.rehearsal.story.replay import Append, Run, Told


class Call(NamedTuple):
    """One of the three calls, by the name of its exchange, and the events it told her of or asked about.

    ``since`` names the event from which she waited, when it is not the first of these.
    """

    exchange: str
    asks: str
    kinds: tuple[str, ...]
    since: str = ""


CALLS = (
    Call("call-1", "where her claim stands", ("reactivated", "rights_opened")),
    Call("call-2", "how to open the account", ("account_invited",), since="reactivated"),
    Call("call-3", "why the card cannot be ordered", ("hold_placed",)),
)


class Found(NamedTuple):
    """An event in a run: the day it was written down, the append it is in, and the event."""

    on: date
    append: Append
    event: Event


class Spared(NamedTuple):
    """Why a call was not needed. ``since``: the day, outside, of what the call was about."""

    call: Call
    called_on: date
    since: date
    written_on: date
    append: Append
    told: Told
    read_on: date

    @property
    def earlier(self) -> int:
        """Days between her reading it, inside, and the call, outside."""
        return (self.called_on - self.read_on).days

    @property
    def waited_outside(self) -> int:
        """Days, outside, between what happened and the call."""
        return (self.called_on - self.since).days

    @property
    def waited_inside(self) -> int:
        """Days, inside, between what happened and her reading it."""
        return (self.read_on - self.written_on).days


def found(run: Run, kind: str, **said: object) -> Found:
    """The first event of a kind that says this; raises LookupError when the run has none."""
    for on, append in run.appends:
        for one in append.events:
            if one.kind == kind and all(getattr(one, name) == value for name, value in said.items()):
                return Found(on, append, one)
    raise LookupError(f"no {kind} that says {said} in this run")


def known_on(run: Run, kind: str, **said: object) -> date:
    """The day she knows: she saw, heard or did it herself, or reads the message that tells it."""
    one = found(run, kind, **said)
    by_message = one.event.concerns_person and one.event.by in SAID_BY_US
    return read_on(run, message_of(one.append, kind)) if by_message else one.on


def message_of(append: Append, kind: str) -> Told:
    """The message of an append that tells of a kind of event; raises LookupError when there is none."""
    for told in append.told:
        if told.message and kind in told.message.about:
            return told
    raise LookupError(f"no message about {kind}")


def read_on(run: Run, told: Told) -> date:
    """The day a message arrived."""
    number = told.message.message if told.message else -1
    return next(
        on for on, append in run.appends for one in append.events
        if isinstance(one, MessageDelivered) and one.message == number
    )  # fmt: skip


def calls_of(run: Run) -> Iterator[ExchangeRecorded]:
    """The calls she made."""
    for _, append in run.appends:
        for one in append.events:
            if isinstance(one, ExchangeRecorded) and one.way == "call":
                yield one


def spared(outside: Run, inside: Run, call: Call) -> Spared:
    """Which event of which append told her, inside, what the call told her outside, or did not."""
    first = call.kinds[0]
    here = found(inside, first)
    told = message_of(here.append, first)
    called = found(outside, "exchange_recorded", exchange=call.exchange).on
    since = found(outside, call.since or first).event.on
    return Spared(call, called, since, here.on, here.append, told, read_on(inside, told))


MILESTONES: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("she knows her number, and that her rights are open", "reactivated", {}),
    ("the account is open", "account_activated", {}),
    ("she has ordered the carte Vitale", "card_ordered", {"form": "plastic"}),
    ("the carte Vitale is in her hands", "card_delivered", {"form": "plastic"}),
    ("the first repayment has left, and she knows it", "claim_paid", {}),
    ("the médecin traitant is recorded, and she knows it", "doctor_recorded", {}),
    ("the card has been to the kiosk", "card_updated", {}),
    ("the European card is in her hands", "card_delivered", {"form": "european"}),
)


class Saved(NamedTuple):
    """One thing reached, on which day in each run."""

    what: str
    outside: date
    inside: date

    @property
    def days(self) -> int:
        """Days saved by the run with the caisse on the system."""
        return (self.outside - self.inside).days


def days_saved(outside: Run, inside: Run) -> tuple[Saved, ...]:
    """What she reached, and how much earlier."""
    return tuple(
        Saved(what, known_on(outside, kind, **said), known_on(inside, kind, **said)) for what, kind, said in MILESTONES
    )


ENDS: dict[str, Callable[[File], object]] = {
    "number": lambda file: file.number,
    "rights": lambda file: file.rights,
    "account": lambda file: file.account.stage,
    "card": lambda file: {one.form: (one.stage, one.route, one.trip_on, one.last_day) for one in file.card.items},
    "doctor": lambda file: (file.doctor.stage, file.doctor.doctor, file.doctor.route),
    "payment": lambda file: [(one.claim, one.paid) for one in (*file.claim.open, *file.claim.settled)],
    "holds": lambda file: file.hold,
}
"""What both runs must end with. The days of account, card and doctor differ, and are what is saved."""
