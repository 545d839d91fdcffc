"""The papers of a claim, and what the office said of each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

PieceStatus = Literal["received", "requested", "accepted", "refused"]


class Piece(NamedTuple):
    """One paper. ``basis`` is the article or the declared local rule that lets the office ask for it."""

    name: str
    status: PieceStatus
    since: date
    reason: str = ""
    basis: str = ""


Pieces = tuple[Piece, ...]


class Given(NamedTuple):
    """The pages with which a paper came on a day, each as "name:digest"; a paper that came twice has two."""

    piece: str
    on: date
    pages: tuple[str, ...]


def put(pieces: Pieces, *changed: Piece) -> Pieces:
    """The papers with these ones in their new state."""
    names = {piece.name for piece in changed}
    return (*(piece for piece in pieces if piece.name not in names), *changed)


def named(pieces: Pieces, status: PieceStatus) -> tuple[str, ...]:
    """The names of the papers in one state."""
    return tuple(piece.name for piece in pieces if piece.status == status)


def judged(pieces: Pieces, name: str, status: PieceStatus, on: date, reason: str = "") -> Pieces:
    """One paper in a new state; the basis on which it was asked for stays."""
    before = next((piece for piece in pieces if piece.name == name), None)
    return put(pieces, Piece(name, status, on, reason, before.basis if before else ""))


def came_on(pieces: Pieces, sent_on: date, on: date) -> Pieces:
    """Those that left on one day and wait to be looked at are here since the day they came."""
    return tuple(one._replace(since=on) if one.status == "received" and one.since == sent_on else one for one in pieces)


def any_accepted(pieces: Pieces, names: Iterable[str]) -> bool:
    """Whether one of the papers ``names`` was judged good."""
    wanted = frozenset(names)
    return any(piece.status == "accepted" and piece.name in wanted for piece in pieces)
