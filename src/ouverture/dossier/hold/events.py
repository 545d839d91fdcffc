"""What can happen to a hold, and the state it leaves: the live ones, and the names of those that ended."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ouverture.dossier.kernel import Event, Personal, Transition, Transitions, event


class Hold(NamedTuple):
    """A live hold: why, which caisse owns it, which commands it blocks, the day by which it is looked at again.

    ``placed_by`` is the id of the agent who placed it: only another one may keep it longer.
    """

    hold: str
    reason: str
    owner: str
    blocks: tuple[str, ...]
    review_on: date
    since: date
    placed_by: str = ""


class LiveHolds(NamedTuple):
    """The holds of a file."""

    live: tuple[Hold, ...] = ()
    ended: tuple[str, ...] = ()

    def named(self, hold: str) -> Hold | None:
        """The live hold with this name, or None."""
        return next((one for one in self.live if one.hold == hold), None)

    def blocking(self, kind: str) -> tuple[Hold, ...]:
        """The live holds that block commands of this kind."""
        return tuple(one for one in self.live if kind in one.blocks)


@event
class HoldPlaced(Event):
    """Some acts are blocked: the reason in words for the person, who owns it, which acts, and until when at most."""

    hold: str
    reason: str
    owner: str
    blocks: tuple[str, ...]
    review_on: date
    says_fr: str
    says_en: str


@event
class HoldReviewed(Event):
    """A second agent looked at the hold and keeps it until a new day, with a reason."""

    hold: str
    until: date
    why: Personal


@event
class HoldLifted(Event):
    """The hold is over, with what settled it."""

    hold: str
    why: Personal


@event
class HoldLapsed(Event):
    """Nobody kept the hold by its review date: it is over."""

    hold: str


def _placed(state: LiveHolds, e: HoldPlaced) -> LiveHolds:
    return state._replace(live=(*state.live, Hold(e.hold, e.reason, e.owner, e.blocks, e.review_on, e.on, e.at.who)))


def _reviewed(state: LiveHolds, e: HoldReviewed) -> LiveHolds:
    live = tuple(one._replace(review_on=e.until) if one.hold == e.hold else one for one in state.live)
    return state._replace(live=live)


def _ended(state: LiveHolds, e: HoldLifted | HoldLapsed) -> LiveHolds:
    return LiveHolds(tuple(one for one in state.live if one.hold != e.hold), (*state.ended, e.hold))


def stage_of(state: LiveHolds, happened: Event) -> str:
    """The stage of the hold an event is about: "none", "live" or "ended"."""
    name = getattr(happened, "hold", "")
    if state.named(name):
        return "live"
    return "ended" if name in state.ended else "none"


TRANSITIONS: Transitions = {
    HoldPlaced: Transition(("none",), "live", _placed),
    HoldReviewed: Transition(("live",), None, _reviewed),
    HoldLifted: Transition(("live",), "ended", _ended),
    HoldLapsed: Transition(("live",), "ended", _ended),
}
