"""What can happen to a card, and the state it leaves: at most one card of each form (CSS R161-33-2)."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.kernel import Event, Personal, Transition, Transitions, event

Form = Literal["plastic", "app", "european", "certificate"]
"""The carte Vitale on plastic or as an app, the European card (CEAM), the certificate that stands for it (PRC)."""
VITALE: frozenset[Form] = frozenset({"plastic", "app"})
Route = Literal["account", "paper_form", "desk", "phone", "at_once"]
Stage = Literal["none", "ordered", "photo_awaited", "produced", "posted", "returned", "in_use", "update_due", "stopped"]
Loss = Literal["lost", "stolen", "faulty"]
Stop = Literal["lost", "stolen", "faulty", "rights_closed"]
_STOPS: dict[str, Stop] = {"lost": "lost", "stolen": "stolen", "faulty": "faulty"}


class Card(NamedTuple):
    """One card. ``stale``: made before a change of what it holds. ``updated_on``: its issue, or the last update.

    ``ordered_on`` None: first heard of from outside, when it was ordered already.
    """

    form: Form
    stage: Stage
    since: date
    route: Route = "account"
    trip_on: date | None = None
    last_day: date | None = None
    updated_on: date | None = None
    stale: bool = False
    due_because: str = ""
    stopped_by: Stop | None = None
    ordered_on: date | None = None


class Cards(NamedTuple):
    """The cards of a file, and the last day on which the caisse sent the paper order form."""

    items: tuple[Card, ...] = ()
    form_sent_on: date | None = None

    def of(self, form: str) -> Card | None:
        """The card of this form, or None when none was ever ordered."""
        return next((one for one in self.items if one.form == form), None)

    def stage(self, form: str) -> Stage:
        """The stage of the card of this form."""
        one = self.of(form)
        return one.stage if one else "none"


@event
class CardFormSent(Event):
    """The caisse sent the form « Ma nouvelle carte Vitale », filled in, with a return envelope."""


@event
class CardOrdered(Event):
    """A card is ordered. ``trip_on``: the day of the trip, for a European card or its certificate."""

    confirmed = True

    form: Form
    route: Route
    trip_on: date | None


@event
class CardRenewed(Event):
    """Another card of the same form is ordered in place of this one, and why."""

    confirmed = True

    form: Form
    route: Route
    why: Personal
    trip_on: date | None


@event
class PhotoRefused(Event):
    """The photo is refused: why, and what would do. The order waits, it does not fall."""

    form: Form
    why: Personal
    what_would_do: Personal


@event
class PhotoGiven(Event):
    """A new photo came."""

    concerns_person = False

    form: Form


@event
class CardProduced(Event):
    """The card is made. ``last_day``: of a European card or certificate; a carte Vitale has none."""

    form: Form
    last_day: date | None


@event
class CardPosted(Event):
    """The card is on its way."""

    form: Form


@event
class CardDelivered(Event):
    """The person holds the card."""

    concerns_person = False

    form: Form


@event
class CardReturned(Event):
    """The post brought the card back, and why."""

    form: Form
    why: Personal


@event
class CardLost(Event):
    """The card is lost, stolen or faulty: it is on the opposition list from this moment."""

    confirmed = True

    form: Form
    how: Loss


@event
class CardUpdateDue(Event):
    """What the card holds has changed, or a year has passed: it must be updated (R161-33-10)."""

    form: Form
    why: str


@event
class CardUpdated(Event):
    """The card was put in a kiosk, read, written and given back."""

    form: Form


@event
class CardSwitchedOff(Event):
    """Rights ended: the card goes back, or the app is switched off (R161-33-2, R161-33-3)."""

    form: Form


AnyOrder = CardOrdered | CardRenewed
AnyOfCard = (
    AnyOrder | PhotoRefused | PhotoGiven | CardProduced | CardPosted | CardDelivered | CardReturned
    | CardLost | CardUpdateDue | CardUpdated | CardSwitchedOff
)  # fmt: skip


def _put(state: Cards, card: Card) -> Cards:
    return state._replace(items=(*(one for one in state.items if one.form != card.form), card))


def _known(state: Cards, e: AnyOfCard) -> Card:
    """The card an event is about; one that was never seen before, when it is first heard of from outside."""
    return state.of(e.form) or Card(e.form, "none", e.on)


def _staged(state: Cards, e: AnyOfCard, stage: Stage) -> Cards:
    return _put(state, _known(state, e)._replace(stage=stage, since=e.on))


def _ordered(state: Cards, e: AnyOrder) -> Cards:
    return _put(state, Card(e.form, "ordered", e.on, e.route, e.trip_on, ordered_on=e.on))


def _produced(state: Cards, e: CardProduced) -> Cards:
    made = _known(state, e)._replace(stage="produced", since=e.on, last_day=e.last_day, updated_on=e.on, stale=False)
    return _put(state, made)


def _delivered(state: Cards, e: CardDelivered) -> Cards:
    card = _known(state, e)
    return _staged(state, e, "update_due" if card.stale else "in_use")


def _lost(state: Cards, e: CardLost) -> Cards:
    return _put(state, _known(state, e)._replace(stage="stopped", since=e.on, stopped_by=_STOPS[e.how]))


def _due(state: Cards, e: CardUpdateDue) -> Cards:
    card = _known(state, e)
    # One first heard of from outside by this is in the person's hands: what is not issued has nothing to update yet.
    if card.stage not in ("in_use", "none"):
        return _put(state, card._replace(stale=True, due_because=e.why))
    return _put(state, card._replace(stage="update_due", since=e.on, stale=True, due_because=e.why))


def _updated(state: Cards, e: CardUpdated) -> Cards:
    return _put(state, _known(state, e)._replace(stage="in_use", since=e.on, updated_on=e.on, stale=False))


def _switched_off(state: Cards, e: CardSwitchedOff) -> Cards:
    return _put(state, _known(state, e)._replace(stage="stopped", since=e.on, stopped_by="rights_closed"))


def stage_of(state: Cards, happened: Event) -> str:
    """The stage of the card an event is about."""
    return state.stage(getattr(happened, "form", ""))


_HELD = ("in_use", "update_due")
_MADE = ("produced", "posted", "returned", *_HELD)

TRANSITIONS: Transitions = {
    CardFormSent: Transition(("none",), None, lambda state, e: state._replace(form_sent_on=e.on)),
    CardOrdered: Transition(("none", "stopped"), "ordered", _ordered),
    CardRenewed: Transition(_HELD, "ordered", _ordered),
    PhotoRefused: Transition(("ordered",), "photo_awaited", lambda state, e: _staged(state, e, "photo_awaited")),
    PhotoGiven: Transition(("photo_awaited",), "ordered", lambda state, e: _staged(state, e, "ordered")),
    CardProduced: Transition(("ordered",), "produced", _produced),
    CardPosted: Transition(("produced", "returned"), "posted", lambda state, e: _staged(state, e, "posted")),
    CardDelivered: Transition(("ordered", "produced", "posted", "returned"), None, _delivered),
    CardReturned: Transition(("posted",), "returned", lambda state, e: _staged(state, e, "returned")),
    CardLost: Transition(_MADE, "stopped", _lost),
    CardUpdateDue: Transition(_MADE, None, _due),
    CardUpdated: Transition(_HELD, "in_use", _updated),
    CardSwitchedOff: Transition(("ordered", "photo_awaited", *_MADE), "stopped", _switched_off),
}
