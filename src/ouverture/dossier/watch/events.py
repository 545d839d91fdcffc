"""Reminders and escalations: what was done about each obligation that came near its day, or passed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ouverture.dossier.kernel import Event, Personal, Transition, Transitions, event

DIRECTORS_LIST = 3
"""The highest step: an office climbs from the desk's lead to this list, and is called from it again and again."""
_REMEMBERED_DAYS = 800


class Watched(NamedTuple):
    """One obligation, by its act, what it is about and its date. ``level`` grows with each step taken."""

    act: str
    about: Personal
    due: date
    level: int
    on: date


class Watch(NamedTuple):
    """The steps taken, one line an obligation, and the last day on which a quiet file was looked at."""

    steps: tuple[Watched, ...] = ()
    reviewed_on: date | None = None

    def step(self, act: str, about: str, due: date) -> Watched | None:
        """The highest step taken for this obligation; None when none was."""
        for one in self.steps:
            if one.act == act and one.about == about and one.due == due:
                return one
        return None

    def level(self, act: str, about: str, due: date) -> int:
        """How high that step is; 0 when none was taken."""
        step = self.step(act, about, due)
        return step.level if step else 0


@dataclass(frozen=True, slots=True)
class StepTaken(Event):
    """A step taken about an obligation."""

    act: str
    about: Personal
    due: date
    level: int

    @property
    def concerns_person(self) -> bool:  # type: ignore[override]
        """A message that waits, or does not arrive, is not told by one more message."""
        return not self.act.startswith("deliver_")


@event
class Reminded(StepTaken):
    """The person is reminded: before the day (``level`` 1), then after it (2)."""


@event
class Escalated(StepTaken):
    """The office is late: the desk's lead (1), the director (2), the director's list (3) is told, and the person.

    Outside this system: a letter to the caisse (1), a call (2), the remedy of law (3), each prepared for the person.
    """


@event
class Reviewed(Event):
    """Nothing was pending; the file was looked at all the same."""

    concerns_person = False


def _stepped(state: Watch, e: Reminded | Escalated) -> Watch:
    # Two obligations may share an act and what it is about, with two dates; steps long past are of no more use.
    others = tuple(
        one for one in state.steps if one[:3] != (e.act, e.about, e.due) and (e.on - one.on).days <= _REMEMBERED_DAYS
    )
    return Watch((*others, Watched(e.act, e.about, e.due, e.level, e.on)), state.reviewed_on)


def stage_of(_: Watch, __: Event) -> str:
    """A watch has no stage."""
    return "none"


TRANSITIONS: Transitions = {
    Reminded: Transition(("none",), None, _stepped),
    Escalated: Transition(("none",), None, _stepped),
    Reviewed: Transition(("none",), None, lambda state, e: state._replace(reviewed_on=e.on)),
}
