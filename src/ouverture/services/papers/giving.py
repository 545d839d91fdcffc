"""Giving: the act that says a paper was given carries the pages that wait for it, in the same commit."""

from __future__ import annotations

from datetime import datetime

from ouverture.dossier.application.decisions import Deposit, GivePages, ReceivePiece
from ouverture.dossier.application.events import ALIVE
from ouverture.dossier.card.decisions import OrderCard, RenewCard, SendNewPhoto
from ouverture.dossier.kernel import Command
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.dossier.together import as_one
from ouverture.evidence.checks import CARD_PHOTO
from ouverture.services.casework.acting import Wanted, carry_out, each_of
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.carry_out import Changed, Done
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView
from ouverture.services.papers.pages import pages_of, why_not_change


def with_pages(house: House, actor: Actor, view: FileView, command: Command) -> Command:
    """The command, and with each paper that it gives the pages that wait for it."""
    drafts = {paper: pages.drafts for paper, pages in pages_of(house, actor, view).items()}
    orders: list[Command] = []
    for one in each_of(command):
        orders.append(one)
        for piece in (*_gives(one), *_photo_of(one, view)):
            if leaves := drafts.pop(piece, ()):
                orders.append(GivePages(piece, tuple(f"{leaf.name}:{leaf.digest}" for leaf in leaves)))
    return as_one(orders)


def pages_along(command: Command) -> int:
    """How many pages a command carries into the file."""
    return sum(len(one.pages) for one in each_of(command) if isinstance(one, GivePages))


def _gives(command: Command) -> tuple[str, ...]:
    if isinstance(command, Deposit):
        return command.pieces
    return (command.piece,) if isinstance(command, ReceivePiece) else ()


def _photo_of(command: Command, view: FileView) -> tuple[str, ...]:
    """The photo that goes with an order; a caisse outside takes it by its own way, and a file without a claim keeps it.

    A photo posted on the paper form is another one.
    """
    if not (view.connected and view.file.application.stage in ALIVE):
        return ()
    online = isinstance(command, OrderCard | RenewCard) and command.route != "paper_form" and "photo" in command.given
    return (CARD_PHOTO,) if online or isinstance(command, SendNewPhoto) else ()


def give(house: House, actor: Actor, view: FileView, paper: str, key: str, at: datetime) -> Done | Changed | Refusal:
    """Give a paper with the pages that wait for it; refused when none does. The same ``key`` gives once."""
    if refused := why_not_change(house, actor, view):
        return refused
    if key in house.met(view.stream).keys:
        return Done(view.stream, view.version, (), repeated=True)
    pages = pages_of(house, actor, view).get(paper)
    if pages is None or not pages.drafts:
        return refuse("no_pages", piece=paper)
    command = with_pages(house, actor, view, ReceivePiece(paper))
    return carry_out(house, actor, Wanted(view.stream, command, view.day, key, at, view.version))
