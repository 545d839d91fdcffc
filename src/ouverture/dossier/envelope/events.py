"""What can happen to an envelope and its sheets, and the state it leaves: no sheet ever leaves the count."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.kernel import Event, Move, Moves, Secret, event

Channel = Literal["post", "registered_post", "counter", "upload", "email", "employer"]
Fate = Literal["unsorted", "attached", "returned", "destroyed"]


class Sheet(NamedTuple):
    """One sheet by its name in the envelope. ``about``: the paper it is, why it went back, or the record of its end."""

    name: str
    fate: Fate = "unsorted"
    about: str = ""


class Envelope(NamedTuple):
    """One envelope. ``again_of`` names the one it sends again; ``sent_again`` tells that another took its place."""

    envelope: str
    channel: Channel
    since: date
    sheets: tuple[Sheet, ...]
    receipt_on: date | None = None
    again_of: str = ""
    sent_again: bool = False

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of this name, or None."""
        return next((one for one in self.sheets if one.name == name), None)

    @property
    def unsorted(self) -> tuple[str, ...]:
        """The sheets nobody has sorted yet."""
        return tuple(one.name for one in self.sheets if one.fate == "unsorted")


class Envelopes(NamedTuple):
    """The envelopes of a file, and how many sheets ever came in: counted apart, so that a loss shows."""

    items: tuple[Envelope, ...] = ()
    sheets_in: int = 0

    def of(self, envelope: str) -> Envelope | None:
        """The envelope with this name, or None."""
        return next((one for one in self.items if one.envelope == envelope), None)


@event
class EnvelopeRegistered(Event):
    """An envelope arrived or, with a caisse outside, was sent: its sheets by name, its tracking number if it has one.

    ``again_of`` and ``why``: it holds the same sheets as an earlier one, sent again.
    """

    concerns_person = False

    envelope: str
    channel: Channel
    sheets: tuple[str, ...]
    tracking: Secret | None
    again_of: str
    why: str


@event
class ReceiptForEnvelope(Event):
    """The acknowledgement: it names every sheet."""

    envelope: str
    sheets: tuple[str, ...]


@event
class SheetAttached(Event):
    """A sheet is put in the file as a paper."""

    concerns_person = False

    envelope: str
    sheet: str
    piece: str


@event
class SheetReturned(Event):
    """A sheet goes back to the person, and why."""

    envelope: str
    sheet: str
    why: str


@event
class SheetDestroyed(Event):
    """A sheet is destroyed; ``record`` says by whom, under which rule."""

    envelope: str
    sheet: str
    record: str


def _registered(state: Envelopes, e: EnvelopeRegistered) -> Envelopes:
    new = Envelope(e.envelope, e.channel, e.on, tuple(Sheet(name) for name in e.sheets), again_of=e.again_of)
    before = _replaced(state, e.again_of, sent_again=True) if e.again_of else state.items
    return Envelopes((*before, new), state.sheets_in + len(e.sheets))


def _replaced(state: Envelopes, envelope: str, **fields: object) -> tuple[Envelope, ...]:
    return tuple(one._replace(**fields) if one.envelope == envelope else one for one in state.items)  # type: ignore[arg-type]


def _receipt(state: Envelopes, e: ReceiptForEnvelope) -> Envelopes:
    return state._replace(items=_replaced(state, e.envelope, receipt_on=e.on))


def _sorted(state: Envelopes, envelope: str, sheet: Sheet) -> Envelopes:
    held = state.of(envelope)
    if held is None:
        return state
    sheets = tuple(sheet if one.name == sheet.name else one for one in held.sheets)
    return state._replace(items=_replaced(state, envelope, sheets=sheets))


def stage_of(state: Envelopes, happened: Event) -> str:
    """The stage of the sheet an event is about, or of its envelope: "none", "here", or what became of the sheet."""
    held = state.of(getattr(happened, "envelope", ""))
    name = getattr(happened, "sheet", None)
    if held is None or name is None:
        return "here" if held else "none"
    sheet = held.sheet(name)
    return sheet.fate if sheet else "none"


MOVES: Moves = {
    EnvelopeRegistered: Move(("none",), "here", _registered),
    ReceiptForEnvelope: Move(("here",), None, _receipt),
    SheetAttached: Move(
        ("unsorted",), "attached", lambda state, e: _sorted(state, e.envelope, Sheet(e.sheet, "attached", e.piece))
    ),
    SheetReturned: Move(
        ("unsorted",), "returned", lambda state, e: _sorted(state, e.envelope, Sheet(e.sheet, "returned", e.why))
    ),
    SheetDestroyed: Move(
        ("unsorted",), "destroyed", lambda state, e: _sorted(state, e.envelope, Sheet(e.sheet, "destroyed", e.record))
    ),
}
