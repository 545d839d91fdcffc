"""The caisse of the file, from its opening to its closing: never in no caisse, never in two (CSS L160-18)."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.kernel import Event, Transition, Transitions, event

Stage = Literal["none", "attached", "moving", "closed"]
Mode = Literal["connected", "recorded"]
"""The caisse works on this system, or is outside it and what it does is recorded as it is seen."""

Silence = Literal["refusal", "acceptance"]
MoveCause = Literal["asked", "job", "work_accident", "special_scheme", "self_employed", "special_scheme_ended"]
"""Why the caisse changes: the person asks, or one of the five cases in which the new body acts (L160-18 1° to 5°)."""
ClosingCause = Literal["merged", "died", "left_france"]


class Attachment(NamedTuple):
    """Where the person is attached. ``silence`` is how two months without an answer are read (R2: disputed).

    ``moving_elsewhere``: the caisse the person moves to does not work on this system.
    """

    stage: Stage = "none"
    person: str = ""
    mode: Mode = "connected"
    caisse: str = ""
    since: date = date.min
    silence: Silence = "refusal"
    moving_to: str = ""
    moving_elsewhere: bool = False
    move_cause: MoveCause = "asked"
    move_from: date = date.min
    taken_over_on: date | None = None
    told_of_caisse: bool = True


@event
class FileOpened(Event):
    """A file is opened for a person with a caisse. ``channels`` are ways to reach the person, the first one first."""

    concerns_person = False

    person: str
    caisse: str
    mode: Mode
    channels: tuple[str, ...]
    silence: Silence


@event
class ChangeOfCaisseAsked(Event):
    """The person asks to be attached to another caisse (D160-15, L160-18); ``elsewhere``: not on this system."""

    to: str
    elsewhere: bool = False


@event
class ChangeOfCaisseStarted(Event):
    """The new body starts the change itself, after telling the person, ``since`` the day that makes it competent.

    ``elsewhere``: it does not work on this system.
    """

    to: str
    cause: MoveCause
    since: date
    elsewhere: bool = False


@event
class TakenOver(Event):
    """The new caisse has taken over; the old one paid until this day. The person is told (D160-15 last paragraph).

    ``elsewhere``: it does not work on this system, and what it does is recorded from now on as it is seen.
    """

    caisse: str
    elsewhere: bool = False


@event
class AttachmentTold(Event):
    """The person holds a proof of the new attachment."""

    concerns_person = False


@event
class FileClosed(Event):
    """Nothing more will happen here; ``into`` names the file that goes on, after a merge."""

    cause: ClosingCause
    into: str


def _opened(state: Attachment, e: FileOpened) -> Attachment:
    return Attachment("attached", e.person, e.mode, e.caisse, e.on, e.silence)


def _asked(state: Attachment, e: ChangeOfCaisseAsked) -> Attachment:
    return _moving(state, e.to, e.elsewhere)._replace(move_cause="asked", move_from=e.on)


def _started(state: Attachment, e: ChangeOfCaisseStarted) -> Attachment:
    return _moving(state, e.to, e.elsewhere)._replace(move_cause=e.cause, move_from=e.since)


def _moving(state: Attachment, to: str, elsewhere: bool) -> Attachment:
    return state._replace(stage="moving", moving_to=to, moving_elsewhere=elsewhere)


def _taken_over(state: Attachment, e: TakenOver) -> Attachment:
    mode: Mode = "recorded" if e.elsewhere else state.mode
    here = state._replace(stage="attached", mode=mode, caisse=e.caisse, since=e.on, taken_over_on=e.on)
    return here._replace(moving_to="", moving_elsewhere=False, told_of_caisse=e.by == "letter")


TRANSITIONS: Transitions = {
    FileOpened: Transition(("none",), "attached", _opened),
    ChangeOfCaisseAsked: Transition(("attached",), "moving", _asked),
    ChangeOfCaisseStarted: Transition(("attached", "moving"), "moving", _started),
    TakenOver: Transition(("moving", "attached"), "attached", _taken_over),
    AttachmentTold: Transition(("attached", "moving"), None, lambda state, _: state._replace(told_of_caisse=True)),
    FileClosed: Transition(("attached", "moving"), "closed", lambda state, _: state._replace(stage="closed")),
}
