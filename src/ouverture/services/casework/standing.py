"""The life of a file as the journal knows it: the machine of ``dossier``, and what look-up tables hold."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ouverture.dossier.application.decisions import ReceiveForwarded
from ouverture.dossier.attachment.decisions import TakeOver
from ouverture.dossier.duty import Obligation
from ouverture.dossier.file import File, evolve
from ouverture.dossier.invariants.every import broken_state
from ouverture.dossier.kernel import Command, Event, Events, Moment
from ouverture.dossier.machine import NOTHING_OFF, next_wake, run
from ouverture.dossier.messages.events import MessageEscalated, MessageQueued
from ouverture.dossier.number.events import ALIVE
from ouverture.dossier.obligations import headline, obligations
from ouverture.dossier.one_look import in_one_look
from ouverture.dossier.person.reach import address_of
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.telling import letter
from ouverture.services.casework.person_seen import led_by
from ouverture.services.casework.ports import HeldNumber, Indexed, Machine, Outgoing, Owed, Standing
from ouverture.text import Text

TAKE_OVER = frozenset({ReceiveForwarded.kind, TakeOver.kind})
"""The acts of a caisse that is to take a file over; every other act is that of the caisse that has it."""


def dossiers(off: frozenset[str] = NOTHING_OFF) -> Machine[File]:
    """The machine of files; ``off`` names policies that tests switch off. Addresses are those of the file."""

    def carried_out(file: File, wanted: Command, at: Moment) -> tuple[File, Events] | Refusal:
        outcome = run(file, wanted, at.on, at.by, off, at.who)
        return outcome if isinstance(outcome, Refusal) else (outcome.file, outcome.events)

    def telling(file: File, message: Outgoing, told: tuple[Event, ...]) -> Outgoing:
        return message._replace(words=words_for(file, message, told), address=address_of(file, message.channel))

    return Machine(lambda _: File(), evolve, carried_out, standing, numbers, indexed, outgoing, telling)


@in_one_look
def standing(file: File, day: date) -> Standing:
    """Where a file stands on that day: what is owed in it, when it is looked at again, and what leads to it."""
    first = headline(file, day)
    wakes = (next_wake(file, day) or first.due) if first else None
    return Standing(day, wakes, tuple(owed(file, day)), numbers(file), indexed(file))


def owed(file: File, day: date) -> Iterable[Owed]:
    """Every obligation of the file once, the one that comes first at the head."""
    first = headline(file, day)
    every = (*((first,) if first else ()), *obligations(file, day))
    found = {(each.act, each.about): each for each in reversed(every)}
    for each in dict.fromkeys((one.act, one.about) for one in every):
        one = found[each]
        receiver = _receiver_that_owes(file, one)
        holder, office = ("caisse", receiver) if receiver else (one.holder, office_of(file))
        yield Owed(one.act, one.about, holder, office, one.due, one.basis)


def broken(file: File, day: date) -> Iterable[str]:
    """The invariants that a file breaks on a day, each with its name."""
    return (f"{name}: {says}" for name, says in broken_state(file, day))


def numbers(file: File) -> frozenset[HeldNumber]:
    """The numbers that lead to a file: the live one, and every earlier one for ever."""
    person, state = file.attachment.person, file.number
    held = [HeldNumber(person, number, "alias") for number in state.aliases]
    if state.number:
        held.append(HeldNumber(person, state.number, "live" if state.stage in ALIVE else "alias"))
    return frozenset(held)


def indexed(file: File) -> frozenset[Indexed]:
    """What leads to a file in a search: its numbers, whatever became of them, its envelopes, names and birth."""
    state = file.number
    numbers = (("number", number) for number in (state.number, *state.aliases) if number)
    envelopes = (("tracking", one.tracking) for one in file.envelope.items if one.tracking)
    return frozenset((*numbers, *envelopes, *led_by(file)))


def outgoing(happened: Event) -> Outgoing | None:
    """The message that leaves the house because of an event, if one does."""
    if isinstance(happened, MessageQueued | MessageEscalated):
        content = {"message": happened.message, "about": list(happened.about), "encloses": list(happened.encloses)}
        causes = happened.causes if isinstance(happened, MessageQueued) else ()
        return Outgoing(happened.channel, happened.on, content, happened.message, causes)
    return None


def words_for(file: File, message: Outgoing, told: tuple[Event, ...]) -> Text | None:
    """What a message says: the events it tells, and what comes next in the file as it is now.

    Without events it goes by another channel, and says what its first sending said: None.
    """
    return letter(told, file, message.due) if told else None


def office_of(file: File) -> str:
    """The caisse that works on this file; empty when it is a record that a person keeps for themselves."""
    return file.attachment.caisse if file.connected else ""


def leaves_us(file: File) -> bool:
    """Whether the caisse that is to take the file over was not on this system when the file was sent on its way."""
    claim = file.application
    return claim.forwarded_elsewhere if claim.stage == "forwarded" else file.attachment.moving_elsewhere


def receiving_office(file: File) -> str:
    """The caisse that a claim was sent on to, or that a person moves to, until it takes the file over; else empty."""
    if not file.connected:
        return ""
    moving = file.attachment.moving_to if file.attachment.stage == "moving" else ""
    return file.application.forwarded_to if file.application.stage == "forwarded" else moving


def offices_of(file: File) -> tuple[str, ...]:
    """The caisses whose agents may open this file: the one that has it, and the one that is to take it over."""
    return tuple(filter(None, (office_of(file), receiving_office(file))))


def _receiver_that_owes(file: File, one: Obligation) -> str:
    """Who answers for a take-over: the receiving caisse, in whose queue it is work like any other.

    Where it is elsewhere nobody would: the caisse that has the file follows it until then, and pays (CSS L160-18).
    """
    receiver = "" if TAKE_OVER.isdisjoint(one.duty.settled_by) else receiving_office(file)
    return office_of(file) if receiver and leaves_us(file) else receiver
