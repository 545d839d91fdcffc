"""The life of a file as the journal knows it: the machine of ``dossier``, and what look-up tables hold."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.file import File, evolve
from ouverture.dossier.kernel import Command, Event, Events, Moment
from ouverture.dossier.machine import NOTHING_OFF, next_wake, run
from ouverture.dossier.messages.events import MessageEscalated, MessageQueued
from ouverture.dossier.number.events import ALIVE
from ouverture.dossier.obligations import headline
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.ports import HeldNumber, Machine, Outgoing, Standing, Work


def dossiers(off: frozenset[str] = NOTHING_OFF) -> Machine[File]:
    """The machine of files; ``off`` names policies that tests switch off."""

    def carried_out(file: File, wanted: Command, at: Moment) -> tuple[File, Events] | Refusal:
        outcome = run(file, wanted, at.on, at.by, off, at.who)
        return outcome if isinstance(outcome, Refusal) else (outcome.file, outcome.events)

    return Machine(lambda _: File(), evolve, carried_out, standing, numbers, outgoing)


def standing(file: File, day: date) -> Standing:
    """Where a file stands on that day: the row of the work queue, and the numbers that lead to it."""
    first = headline(file, day)
    wakes = next_wake(file, day)
    work = Work(first.holder, first.act, first.due, first.basis, wakes or first.due) if first else None
    return Standing(work, numbers(file))


def numbers(file: File) -> frozenset[HeldNumber]:
    """The numbers that lead to a file: the live one, and every earlier one for ever."""
    person, state = file.attachment.person, file.number
    held = [HeldNumber(person, number, "alias") for number in state.aliases]
    if state.number:
        held.append(HeldNumber(person, state.number, "live" if state.stage in ALIVE else "alias"))
    return frozenset(held)


def outgoing(happened: Event) -> Outgoing | None:
    """The message that leaves the house because of an event, if one does."""
    if isinstance(happened, MessageQueued | MessageEscalated):
        content = {"message": happened.message, "about": list(happened.about), "encloses": list(happened.encloses)}
        return Outgoing(happened.channel, happened.on, content)
    return None
