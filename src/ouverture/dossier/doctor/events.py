"""What can happen to the choice of a médecin traitant, and the state it leaves."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.kernel import Event, Personal, Transition, Transitions, event

Stage = Literal["none", "proposed", "accepted", "recorded", "declined", "ended"]
Route = Literal["online", "paper"]
"""Declared online by the doctor with the person's card, or on the form S3704 that both sign."""
Why = Literal["retired", "moved", "died", "person", "doctor"]


class Doctor(NamedTuple):
    """``doctor`` is the one in force, who stays so while another is being ``asked``; "" when there is none."""

    stage: Stage = "none"
    doctor: Personal = ""
    asked: Personal = ""
    route: Route = "paper"
    since: date | None = None
    why: Why | None = None


@event
class DoctorProposed(Event):
    """The person chooses a doctor, who has not answered yet."""

    concerns_person = False

    doctor: Personal
    route: Route


@event
class DoctorAccepted(Event):
    """The doctor takes the person as a patient: declared online, or the form signed."""

    doctor: Personal
    route: Route


@event
class DoctorDeclined(Event):
    """The doctor does not take the person, and says why."""

    doctor: Personal
    reason: Personal


@event
class DoctorRecorded(Event):
    """The caisse has the choice; it cancels the one before (``replaces``, "" when there was none)."""

    doctor: Personal
    replaces: Personal


@event
class DoctorEnded(Event):
    """The doctor in force no longer is."""

    doctor: Personal
    why: Why


def _asked(state: Doctor, e: DoctorProposed) -> Doctor:
    return state._replace(stage="proposed", asked=e.doctor, route=e.route, since=e.on)


def _accepted(state: Doctor, e: DoctorAccepted) -> Doctor:
    return state._replace(stage="accepted", asked=e.doctor, route=e.route, since=e.on)


def _declined(state: Doctor, e: DoctorDeclined) -> Doctor:
    return state._replace(stage="recorded" if state.doctor else "declined", asked="", since=e.on)


def _ended(state: Doctor, e: DoctorEnded) -> Doctor:
    """Another choice on its way goes on."""
    if state.stage in ("proposed", "accepted"):
        return state._replace(doctor="")
    return state._replace(stage="ended", doctor="", since=e.on, why=e.why)


_ANY = ("none", "proposed", "accepted", "recorded", "declined", "ended")

TRANSITIONS: Transitions = {
    DoctorProposed: Transition(_ANY, "proposed", _asked),
    DoctorAccepted: Transition(_ANY, "accepted", _accepted),
    DoctorDeclined: Transition(("proposed",), None, _declined),
    DoctorRecorded: Transition(("accepted",), "recorded", lambda _, e: Doctor("recorded", e.doctor, since=e.on)),
    DoctorEnded: Transition(("recorded", "proposed", "accepted"), None, _ended),
}
