"""What can happen to an envelope and its pages, and the state it leaves: no page ever leaves the count."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.kernel import Event, Personal, Secret, Transition, Transitions, event

Channel = Literal["post", "registered_post", "counter", "upload", "email", "employer"]
Fate = Literal["unsorted", "attached", "returned", "destroyed", "moved"]


class Page(NamedTuple):
    """One page by its name in the envelope. ``about``: the paper it is, why it went back, or the record of its end."""

    name: str
    fate: Fate = "unsorted"
    about: str = ""


class Envelope(NamedTuple):
    """One envelope. ``again_of`` names the one it sends again; ``sent_again`` tells that another took its place.

    ``tracking``: the number on the slip of a registered one, "" without one.
    """

    envelope: str
    channel: Channel
    since: date
    pages: tuple[Page, ...]
    receipt_on: date | None = None
    again_of: str = ""
    sent_again: bool = False
    tracking: Secret = ""

    def page(self, name: str) -> Page | None:
        """The page of this name, or None."""
        return next((one for one in self.pages if one.name == name), None)

    @property
    def unsorted(self) -> tuple[str, ...]:
        """The pages nobody has sorted yet."""
        return tuple(one.name for one in self.pages if one.fate == "unsorted")

    @property
    def waits(self) -> bool:
        """Whether nothing says yet that it arrived, and no other took its place."""
        return self.receipt_on is None and not self.sent_again


class Envelopes(NamedTuple):
    """The envelopes of a file, and how many pages ever came in: counted apart, so that a loss shows."""

    items: tuple[Envelope, ...] = ()
    pages_in: int = 0

    def of(self, envelope: str) -> Envelope | None:
        """The envelope with this name, or None."""
        return next((one for one in self.items if one.envelope == envelope), None)

    @property
    def last_waiting(self) -> Envelope | None:
        """The last envelope that is not known to have arrived."""
        return next((one for one in reversed(self.items) if one.waits), None)


@event
class EnvelopeRegistered(Event):
    """An envelope arrived or, with a caisse outside, was sent: its pages by name, its tracking number if it has one.

    ``again_of`` and ``why``: it holds the same pages as an earlier one, sent again.
    """

    concerns_person = False

    envelope: str
    channel: Channel
    pages: tuple[Personal, ...]
    tracking: Secret | None
    again_of: str
    why: Personal


@event
class ReceiptForEnvelope(Event):
    """The acknowledgement: it names every page."""

    envelope: str
    pages: tuple[Personal, ...]


@event
class PageAttached(Event):
    """A page is put in the file as a paper."""

    concerns_person = False

    envelope: str
    page: Personal
    piece: str


@event
class PageReturned(Event):
    """A page goes back to the person, and why."""

    envelope: str
    page: Personal
    why: Personal


@event
class PageDestroyed(Event):
    """A page is destroyed; ``record`` says by whom, under which rule."""

    envelope: str
    page: Personal
    record: Personal


@event
class PageMoved(Event):
    """A page is another person's: it goes to that person's file, and the count of this envelope says so."""

    envelope: str
    page: Personal
    other_file: str


def _registered(state: Envelopes, e: EnvelopeRegistered) -> Envelopes:
    new = Envelope(e.envelope, e.channel, e.on, tuple(Page(name) for name in e.pages), again_of=e.again_of)
    new = new._replace(tracking=e.tracking or "")
    before = _replaced(state, e.again_of, sent_again=True) if e.again_of else state.items
    return Envelopes((*before, new), state.pages_in + len(e.pages))


def _replaced(state: Envelopes, envelope: str, **fields: object) -> tuple[Envelope, ...]:
    return tuple(one._replace(**fields) if one.envelope == envelope else one for one in state.items)  # type: ignore[arg-type]


def _receipt(state: Envelopes, e: ReceiptForEnvelope) -> Envelopes:
    return state._replace(items=_replaced(state, e.envelope, receipt_on=e.on))


def _sorted(state: Envelopes, envelope: str, page: Page) -> Envelopes:
    held = state.of(envelope)
    if held is None:
        return state
    pages = tuple(page if one.name == page.name else one for one in held.pages)
    return state._replace(items=_replaced(state, envelope, pages=pages))


def stage_of(state: Envelopes, happened: Event) -> str:
    """The stage of the page an event is about, or of its envelope: "none", "here", or what became of the page."""
    held = state.of(getattr(happened, "envelope", ""))
    name = getattr(happened, "page", None)
    if held is None or name is None:
        return "here" if held else "none"
    page = held.page(name)
    return page.fate if page else "none"


TRANSITIONS: Transitions = {
    EnvelopeRegistered: Transition(("none",), "here", _registered),
    ReceiptForEnvelope: Transition(("here",), None, _receipt),
    PageAttached: Transition(
        ("unsorted",), "attached", lambda state, e: _sorted(state, e.envelope, Page(e.page, "attached", e.piece))
    ),
    PageReturned: Transition(
        ("unsorted",), "returned", lambda state, e: _sorted(state, e.envelope, Page(e.page, "returned", e.why))
    ),
    PageMoved: Transition(
        ("unsorted",), "moved", lambda state, e: _sorted(state, e.envelope, Page(e.page, "moved", e.other_file))
    ),
    PageDestroyed: Transition(
        ("unsorted",), "destroyed", lambda state, e: _sorted(state, e.envelope, Page(e.page, "destroyed", e.record))
    ),
}
