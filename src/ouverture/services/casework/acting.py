"""A command given by somebody at a desk: may they, on whose word; then carried out durably, or refused in words."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256
from typing import NamedTuple

from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, Moment
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.together import Together
from ouverture.services.casework.access import NO_SUCH_FILE, asserted_by, may_do, may_open
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.altered import met_by
from ouverture.services.casework.carry_out import Changed, Done, KeyReused, handle
from ouverture.services.casework.demands import undeclared
from ouverture.services.casework.house import House
from ouverture.services.casework.ports import Order
from ouverture.services.casework.sheet_faults import ill_priced
from ouverture.services.casework.standing import offices_of
from ouverture.services.casework.taking_over import of_the_other_office, with_where_it_goes
from ouverture.text import Text


class Wanted(NamedTuple):
    """A command on its way from a desk.

    ``key`` is the same when the same form is sent twice. ``seen`` is the version the desk was looking at; None when it
    does not matter. ``seen_by`` says how an act of a caisse outside is known: letter, call or screen. ``happened_on``:
    the day it happened, when that was before the day it is written down.
    """

    stream: str
    command: Command
    day: date
    key: str
    recorded_at: datetime
    seen: int | None = None
    seen_by: str = ""
    happened_on: date | None = None


def chosen_key(door: str, chosen: str) -> str:
    """A key that somebody else chose, as it is kept: its digest, for keys stand in clear and may say anything."""
    return f"{door}/{sha256(chosen.encode()).hexdigest()}"


def carry_out(house: House, actor: Actor, wanted: Wanted) -> Done | Changed | Refusal:
    """Do what is wanted if this actor may; every "done" is durable before it is said."""
    file = met_by(house, actor, wanted.stream).state
    if refused := may_open(actor, wanted.stream, offices_of(file)) or _may_do_each(actor, wanted.command):
        return refused
    if file.attachment.stage == "none" and wanted.stream not in actor.acts_for:
        return NO_SUCH_FILE
    if refused := _of_the_other(house, actor, file, wanted.command):
        return refused
    if refused := _ill_priced(file, wanted.command, wanted.day) or _undeclared(house, file, wanted):
        return refused
    command = with_where_it_goes(wanted.command, file, house.offices)
    return _ordered(house, actor, wanted._replace(command=command), file.connected)


def open_file(house: House, actor: Actor, wanted: Wanted) -> Done | Changed | Refusal:
    """Open a new file: an agent in their own office, a person or a helper with any caisse.

    A caisse that does not work on this system gets a record, whatever was asked.
    """
    opening = opening_in(wanted.command)
    if opening is None:
        return NO_SUCH_FILE
    connected = opening.mode == "connected"
    if connected and opening.caisse not in house.offices:
        return OFFICE_IS_OUTSIDE
    if actor.office and not (connected and opening.caisse == actor.office):
        return NOT_YOUR_OFFICE
    return _may_do_each(actor, wanted.command) or _ordered(house, actor, wanted, connected)


def opening_in(command: Command) -> OpenFile | None:
    """The opening of a file, alone or first of several acts done together."""
    first = each_of(command)[0]
    return first if isinstance(first, OpenFile) else None


def each_of(command: Command) -> tuple[Command, ...]:
    """The acts of a command: several, when they are done together."""
    return command.orders if isinstance(command, Together) and command.orders else (command,)


def _may_do_each(actor: Actor, command: Command) -> Refusal | None:
    return next((refused for one in each_of(command) if (refused := may_do(actor, type(one)))), None)


def _of_the_other(house: House, actor: Actor, file: File, command: Command) -> Refusal | None:
    every = (of_the_other_office(actor, file, one.kind, house.offices) for one in each_of(command))
    return next(filter(None, every), None)


def _ill_priced(file: File, command: Command, day: date) -> Refusal | None:
    return next((refused for one in each_of(command) if (refused := ill_priced(file, one, day))), None)


def _undeclared(house: House, file: File, wanted: Wanted) -> Refusal | None:
    every = each_of(wanted.command)
    return next((refused for one in every if (refused := undeclared(house.demands, file, one, wanted.day))), None)


def _ordered(house: House, actor: Actor, wanted: Wanted, connected: bool) -> Done | Changed | Refusal:
    word = asserted_by(actor, type(wanted.command), connected, wanted.seen_by)
    moment = Moment(wanted.happened_on or wanted.day, word, actor.id)
    order = Order(wanted.stream, wanted.command, moment, wanted.key, wanted.recorded_at, wanted.seen)
    try:
        return handle(house.journal, house.machine, order, house.recall)
    except KeyReused:
        return SENT_OTHERWISE


OFFICE_IS_OUTSIDE = Refusal(
    "office_is_outside",
    Text(
        "Cette caisse ne travaille pas sur ce système : ouvrez le dossier comme un carnet de suivi.",
        "This caisse does not work on this system: open the file as a record of your own.",
    ),
    "person",
)
NOT_YOUR_OFFICE = Refusal(
    "not_your_office",
    Text(
        "Un agent n'ouvre de dossier que pour sa propre caisse.",
        "An agent opens a file for their own caisse only.",
    ),
    "agent",
)
SENT_OTHERWISE = Refusal(
    "sent_otherwise",
    Text(
        "Ce formulaire a déjà été envoyé avec un autre contenu. Rien de plus n'a été enregistré : rouvrez le dossier.",
        "This form was already sent with other content. Nothing more was recorded: open the file again.",
    ),
    "person",
)
