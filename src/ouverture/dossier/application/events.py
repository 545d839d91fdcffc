"""What can happen to a claim, and the state it leaves."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, NamedTuple

from ouverture.dossier.application.on_the_way import ArrivalNoted, ClaimPosted
from ouverture.dossier.application.pieces import Given, Piece, Pieces, came_on, judged, named, put
from ouverture.dossier.deadline import Span, ended
from ouverture.dossier.kernel import Event, Personal, Sealed, Transition, Transitions, event

Stage = Literal["none", "open", "accepted", "refused", "forwarded", "withdrawn"]
Sense = Literal["refusal", "acceptance"]
Fact = tuple[str, str | bool | int]
"""An answer of the person, by the name of the fact: with the day of the rules, the decision can be replayed."""
Facts = Annotated[tuple[Fact, ...], Sealed(masked=False)]


class Application(NamedTuple):
    """Where the claim stands. ``stops`` are the times when the clock of the decision stood still.

    ``refused_before``: the claims that were refused before this one was sent, the last refused first, one for each way
    of being refused (in words, by silence): a new claim takes away no right to contest the refusal of an earlier one.
    ``posted_on``: the day it left by post for a caisse outside; ``arrival_known``: a proof says when it arrived.
    """

    stage: Stage = "none"
    received_on: date = date.min
    first_received_on: date = date.min
    asked_ground: str = ""
    facts: Facts = ()
    pieces: Pieces = ()
    receipt_on: date | None = None
    remedies_told: bool = False
    requested_due: date | None = None
    stops: tuple[Span, ...] = ()
    decided_on: date | None = None
    implied: bool = False
    ground: str = ""
    rights_from: date | None = None
    forwarded_to: str = ""
    forwarded_elsewhere: bool = False
    forwarded_on: date | None = None
    reopened_on: date | None = None
    refused_by_word_on: date | None = None
    formalities: tuple[Asked, ...] = ()
    preparing: tuple[tuple[Preparation, date], ...] = ()
    given: tuple[Given, ...] = ()
    refused_before: tuple[Application, ...] = ()
    posted_on: date | None = None
    arrival_known: bool = False

    @property
    def on_its_way(self) -> bool:
        """Whether it left by post, and nothing says yet on which day it arrived: ``received_on`` is then no proof."""
        return self.stage == "open" and self.posted_on is not None and not self.arrival_known

    @property
    def missing(self) -> tuple[str, ...]:
        """The papers asked for and not given, or refused and not replaced."""
        return named(self.pieces, "requested") + named(self.pieces, "refused")

    @property
    def stopped(self) -> bool:
        """Whether the clock of the decision stands still."""
        return bool(self.stops) and self.stops[-1][1] is None


@event
class Deposited(Event):
    """The claim arrived, on a form, with papers. ``first_received_on`` is the day any body first had it (L114-3)."""

    concerns_person = False

    channel: str
    pieces: tuple[str, ...]
    ground: str
    facts: Facts
    first_received_on: date


@event
class ReceiptIssued(Event):
    """The acknowledgement: service, day and sense of the implied decision, missing papers, remedies (CRPA R112-5).

    ``implied_on`` is None when our texts do not give the term for a claim of that year. ``received_on``: the day of the
    claim. ``remedies`` only when the message holds them all: it is never claimed of a message that lacks them.
    ``again_of``: the day of the first receipt, when this one is sent again, and ``why`` it is.
    """

    service: str
    implied_on: date | None
    sense: Sense
    missing: tuple[str, ...]
    remedies: bool
    received_on: date | None = None
    again_of: date | None = None
    why: Personal = ""


@event
class PieceReceived(Event):
    """A paper arrives in a file that already has its claim."""

    piece: str


Pages = Annotated[tuple[str, ...], Sealed(masked=False)]
"""The pages of a paper in their order, each by its name in the vault and the digest of its picture: "name:digest"."""


@event
class PagesGiven(Event):
    """The pages of a paper are given with it: which they are, and not what is on them."""

    concerns_person = False

    piece: str
    pages: Pages


@event
class PieceAccepted(Event):
    """A paper is judged good."""

    concerns_person = False

    piece: str


@event
class PieceRefused(Event):
    """A paper is refused: a reason code, the sentence, and what would do instead."""

    piece: str
    reason: Personal
    what_would_do: Personal


@event
class PiecesRequested(Event):
    """Papers are asked for, each with the article or declared rule that allows it (empty: none was found).

    The clock of the decision stops until they come or until ``due`` (CSS L161-1-4, CRPA L114-5).
    """

    pieces: tuple[str, ...]
    bases: tuple[str, ...]
    due: date


Formality = Literal["translation", "apostille", "legalisation"]
Preparation = Literal["visa", "apostille", "legalisation", "translation", "birth_certificate", "other"]


class Asked(NamedTuple):
    """A formality that the caisse asks of a paper, since a day."""

    piece: str
    formality: Formality
    since: date


@event
class RefusedByWord(Event):
    """Somebody at a counter said no, and wrote nothing: that is no decision, and no time runs from it."""

    concerns_person = False

    where: Personal
    said: Personal


@event
class FormalityAsked(Event):
    """The caisse wants a paper translated, or with an apostille; ``basis`` is what lets it (empty: none was found)."""

    piece: str
    formality: Formality
    basis: Personal


@event
class PreparationNoted(Event):
    """A step before the claim (a visa, an apostille, a translation): asked for, or had; by when it is awaited."""

    concerns_person = False

    step: Preparation
    done: bool
    awaited_on: date | None
    note: Personal


@event
class ClockResumed(Event):
    """The clock of the decision runs again: the papers came, or their time has passed (D161-1-3)."""


@event
class ApplicationGranted(Event):
    """The claim is granted: on which ground, from which day, on which facts, under the rules of which day."""

    ground: str
    rights_from: date
    facts: Facts
    rules_day: date


@event
class ApplicationRefused(Event):
    """The claim is refused, with its reason and article, and whether the notice says how to appeal (R142-1-A).

    ``missing``: the papers that were awaited. ``may_follow``: those that the law lets come once rights are open.
    """

    reason: Personal
    article: str
    remedies: bool
    missing: tuple[str, ...] = ()
    may_follow: tuple[str, ...] = ()
    service: str = ""


@event
class ApplicationReopened(Event):
    """An appeal against the refusal is granted: the caisse looks at the claim again, the first day is kept."""


@event
class SilenceDecided(Event):
    """The time to decide has run out: silence decides, in the sense the file reads it (R2: sources disagree)."""

    sense: Sense
    service: str = ""


@event
class Forwarded(Event):
    """Sent on to the right caisse, which keeps the first day (CRPA L114-2); ``elsewhere``: not on this system."""

    to: str
    elsewhere: bool = False


@event
class ForwardedApplicationReceived(Event):
    """The right caisse has it; for a silence read as acceptance its own time begins now (CRPA L114-3)."""

    caisse: str


@event
class Withdrawn(Event):
    """The person gives the claim up."""

    concerns_person = False


def _deposited(state: Application, e: Deposited) -> Application:
    # What was given before stays given (G6): judged good, or still on the desk.
    kept = tuple(piece for piece in state.pieces if piece.status in ("accepted", "received"))
    pieces = put(kept, *(Piece(name, "received", e.on) for name in e.pieces))
    return Application(
        "open", e.on, e.first_received_on, e.ground, e.facts, pieces, given=state.given,
        refused_before=_refused_until_now(state),
    )  # fmt: skip


def _refused_until_now(state: Application) -> tuple[Application, ...]:
    if state.stage != "refused":
        return state.refused_before
    others = tuple(one for one in state.refused_before if one.implied != state.implied)
    return (state._replace(refused_before=()), *others)


def _arrived(state: Application, on: date) -> Application:
    """Received on that day: its papers too, and its first receipt unless another body had it before."""
    pieces = came_on(state.pieces, state.received_on, on)
    first = on if state.first_received_on == state.received_on else state.first_received_on
    return state._replace(received_on=on, first_received_on=first, pieces=pieces, arrival_known=True)


def _here_by(state: Application, e: Event) -> Application:
    """What the caisse did with a claim that was on its way shows that it had arrived, on that day at the latest."""
    return _arrived(state, max(e.on, state.received_on)) if state.on_its_way else state


def _receipt(state: Application, e: ReceiptIssued) -> Application:
    state = _here_by(state, e)
    if e.again_of and state.receipt_on:
        return state._replace(remedies_told=e.remedies or state.remedies_told)
    return state._replace(receipt_on=e.on, remedies_told=e.remedies)


def _received(state: Application, e: PieceReceived) -> Application:
    left = tuple(one for one in state.formalities if one.piece != e.piece)
    return state._replace(formalities=left, pieces=judged(state.pieces, e.piece, "received", e.on))


def _given(state: Application, e: PagesGiven) -> Application:
    return state._replace(given=(*state.given, Given(e.piece, e.on, e.pages)))


def _accepted(state: Application, e: PieceAccepted) -> Application:
    state = _here_by(state, e)
    return state._replace(pieces=judged(state.pieces, e.piece, "accepted", e.on))


def _refused(state: Application, e: PieceRefused) -> Application:
    state = _here_by(state, e)
    return state._replace(pieces=judged(state.pieces, e.piece, "refused", e.on, e.reason))


def _requested(state: Application, e: PiecesRequested) -> Application:
    state = _here_by(state, e)
    bases = (*e.bases, *("" for _ in e.pieces))  # seen from outside, a request may not say on what it rests
    before = {piece.name: piece.reason for piece in state.pieces}  # why it was sent back is still why it is asked for
    asked = (
        Piece(name, "requested", e.on, before.get(name, ""), basis)
        for name, basis in zip(e.pieces, bases, strict=False)
    )
    running = state.stage == "open" and not state.stopped
    stops = (*state.stops, (e.on, None)) if running else state.stops
    return state._replace(pieces=put(state.pieces, *asked), requested_due=e.due, stops=stops)


def _resumed(state: Application, e: ClockResumed) -> Application:
    return state._replace(stops=ended(state.stops, e.on))


def _granted(state: Application, e: ApplicationGranted) -> Application:
    return state._replace(stage="accepted", ground=e.ground, rights_from=e.rights_from, implied=False,
                          decided_on=e.on, stops=ended(state.stops, e.on))  # fmt: skip


def _rejected(state: Application, e: ApplicationRefused) -> Application:
    return state._replace(stage="refused", decided_on=e.on, implied=False, remedies_told=e.remedies,
                          stops=ended(state.stops, e.on))  # fmt: skip


def _formality(state: Application, e: FormalityAsked) -> Application:
    state = _here_by(state, e)
    others = tuple(one for one in state.formalities if one.piece != e.piece)
    return state._replace(formalities=(*others, Asked(e.piece, e.formality, e.on)))


def _prepared(state: Application, e: PreparationNoted) -> Application:
    others = tuple(one for one in state.preparing if one[0] != e.step)
    awaited = () if e.done else ((e.step, e.awaited_on or e.on),)
    return state._replace(preparing=(*others, *awaited))


def _reopened(state: Application, e: ApplicationReopened) -> Application:
    return state._replace(stage="open", decided_on=None, implied=False, requested_due=None, stops=(), reopened_on=e.on,
                          arrival_known=True)  # fmt: skip


def _by_silence(state: Application, e: SilenceDecided) -> Application:
    stage: Stage = "refused" if e.sense == "refusal" else "accepted"
    return state._replace(stage=stage, decided_on=e.on, implied=True, stops=ended(state.stops, e.on))


def _forwarded(state: Application, e: Forwarded) -> Application:
    there = _here_by(state, e)._replace(forwarded_to=e.to, forwarded_elsewhere=e.elsewhere)
    return there._replace(stage="forwarded", forwarded_on=e.on)


def _received_by_the_right_one(state: Application, e: ForwardedApplicationReceived) -> Application:
    first = e.on if state.first_received_on == date.min else state.first_received_on
    return state._replace(stage="open", received_on=e.on, first_received_on=first, receipt_on=None,
                          arrival_known=True)  # fmt: skip


ALIVE = ("open", "accepted", "refused")
_ANY = ("none", *ALIVE, "forwarded", "withdrawn")

TRANSITIONS: Transitions = {
    ForwardedApplicationReceived: Transition(("forwarded",), "open", _received_by_the_right_one),
    Deposited: Transition(("none", "refused", "forwarded", "withdrawn", "accepted"), "open", _deposited),
    ClaimPosted: Transition(("open",), None, lambda state, e: state._replace(posted_on=e.on)),
    ArrivalNoted: Transition(("open",), None, lambda state, e: _arrived(state, e.arrived_on)),
    ReceiptIssued: Transition(ALIVE, None, _receipt),
    PieceReceived: Transition((*ALIVE, "forwarded"), None, _received),
    PagesGiven: Transition((*ALIVE, "forwarded"), None, _given),
    PieceAccepted: Transition(ALIVE, None, _accepted),
    PieceRefused: Transition(ALIVE, None, _refused),
    PiecesRequested: Transition(ALIVE, None, _requested),
    ClockResumed: Transition(("open", "forwarded"), None, _resumed),
    ApplicationGranted: Transition(("open", "refused", "accepted"), "accepted", _granted),
    ApplicationRefused: Transition(("open",), "refused", _rejected),
    RefusedByWord: Transition(_ANY, None, lambda state, e: state._replace(refused_by_word_on=e.on)),
    FormalityAsked: Transition((*ALIVE, "forwarded"), None, _formality),
    PreparationNoted: Transition(_ANY, None, _prepared),
    ApplicationReopened: Transition(("refused",), "open", _reopened),
    SilenceDecided: Transition(("open", "forwarded"), None, _by_silence),
    Forwarded: Transition(("open",), "forwarded", _forwarded),
    Withdrawn: Transition(("open",), "withdrawn", lambda state, e: state._replace(stage="withdrawn", decided_on=e.on)),
}
