"""The door of this room: ``decide`` on a command, ``run`` it with every policy, ``wake`` a file on a day."""

from __future__ import annotations

from collections import deque
from datetime import date, timedelta
from typing import Any, NamedTuple

from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.card.decisions import ConfirmCardDelivery
from ouverture.dossier.deadline import LawNotHeld, NotHeld, TermNotHeld, title_of
from ouverture.dossier.deciders import DECIDERS
from ouverture.dossier.file import File, evolve, replay, transition_of
from ouverture.dossier.hold.blocks import blocked
from ouverture.dossier.kernel import (
    SEEN_FROM_OUTSIDE,
    Asserter,
    Command,
    Decision,
    Event,
    Events,
    Moment,
    OfCaisse,
    OfClock,
    OfCnav,
    aggregate_of,
)
from ouverture.dossier.obligations import headline, near_from, obligations
from ouverture.dossier.one_look import in_one_look
from ouverture.dossier.out_of_reach import out_of_reach
from ouverture.dossier.policies import every
from ouverture.dossier.refusals import Refusal, names_what_is_awaited, refuse
from ouverture.dossier.together import Together
from ouverture.dossier.watch.decisions import LookAgain
from ouverture.dossier.words import stage_words

AFTER_CLOSING = frozenset(wanted for wanted in DECIDERS if aggregate_of(wanted) in ("messages", "watch"))
"""What still goes on in a closed file: its last messages arrive, or are escalated until they do."""

NOT_HELD = frozenset({"term_not_held", "law_not_held"})
"""Refusals that say how far our texts reach: what we do by ourselves stops there."""
NOTHING_OFF: frozenset[str] = frozenset()
_MOST_STEPS = 200
_NEXT_DAY = timedelta(days=1)


class Appended(NamedTuple):
    """What one append gives: the file after it, and its events in order."""

    file: File
    events: Events


class PolicyRefused(RuntimeError):
    """A policy asked for what the machine refuses: a fault of ours, never of the person."""


def decide(file: File, command: Command, day: date, by: Asserter | None = None, who: str = "") -> Decision:
    """The events a command gives on that day, or why it is refused; it never raises for what somebody asked.

    ``by`` is who asserts it (usual one when None), ``who`` the id of the actor who is signed in.
    """
    if isinstance(command, LookAgain):
        return wake(file, day).events if file.attachment.stage != "none" else refuse("file_not_open")
    if isinstance(command, Together):
        return _one_after_the_other(file, command, day, by, who)
    try:
        decision = _decide(file, command, Moment(day, by or _usual(file, command), who))
    except TermNotHeld as term:
        decision = refuse("term_not_held", rule=title_of(term.rule), start=term.start)
    except LawNotHeld as law:
        decision = refuse("law_not_held", day=law.day)
    return _with_next_step(file, decision, day) if isinstance(decision, Refusal) else decision


def _one_after_the_other(file: File, command: Together, day: date, by: Asserter | None, who: str) -> Decision:
    """The events of each command on what those before it leave; the first refusal refuses all of them."""
    happened: Events = ()
    for each in command.orders:
        decision = decide(file, each, day, by, who)
        if isinstance(decision, Refusal):
            return decision
        file, happened = replay(decision, file), happened + decision
    return happened


def _decide(file: File, command: Command, at: Moment) -> Decision:
    if isinstance(command, OpenFile) is (file.attachment.stage != "none"):
        return refuse("file_not_open" if file.attachment.stage == "none" else "file_already_open")
    if file.attachment.stage == "closed" and type(command) not in AFTER_CLOSING:
        return refuse("file_closed")
    return (
        _not_theirs(file, command, at)
        or out_of_reach(command)
        or (blocked(file, command) if file.connected else None)
        or _legal(file, command, DECIDERS[type(command)](file, command, at), at)
    )


def _with_next_step(file: File, refusal: Refusal, day: date) -> Refusal:
    """A refusal that names nothing to wait for names the next step of the file: no refusal is a dead end (G3)."""
    if names_what_is_awaited(refusal) or (first := headline(file, day)) is None:
        return refusal
    return refusal._replace(by=first.due, who_can_act=first.holder)


def _usual(file: File, command: Command) -> Asserter:
    if file.connected or not isinstance(command, OfCaisse | OfCnav):
        return command.may[0]
    return "letter"


def _not_theirs(file: File, command: Command, at: Moment) -> Refusal | None:
    if at.by not in command.may:
        return refuse("not_yours", who=_holder_of(command))
    if not isinstance(command, OfCaisse | OfCnav | OfClock):
        return None
    if file.connected and at.by in SEEN_FROM_OUTSIDE:
        return refuse("caisse_is_here")
    if not file.connected and at.by in ("caisse", "cnav"):
        return refuse("caisse_is_outside")
    return None


def _holder_of(command: Command) -> Any:
    return "caisse" if isinstance(command, OfCaisse | OfClock) else "cnav" if isinstance(command, OfCnav) else "person"


def _legal(file: File, command: Command, decision: Decision, at: Moment) -> Decision:
    """The decision, unless one of its events cannot come in the stage the file is in; what was seen outside can."""
    # Outside, what was seen, and what the person holds in their hand, is written down whatever the record knew before.
    outside = not file.connected and (at.by in SEEN_FROM_OUTSIDE or isinstance(command, ConfirmCardDelivery))
    if isinstance(decision, Refusal) or outside:
        return decision
    after = file
    for happened in decision:
        one, move = transition_of(type(happened))
        stage = one.stage_of(getattr(after, one.name), happened)
        if stage not in move.come_from:
            return _not_now(file, one.name, stage, at.on)
        if happened is not decision[-1]:
            after = evolve(after, happened)
    return decision


def _not_now(file: File, aggregate: str, stage: str, day: date) -> Refusal:
    first = headline(file, day)
    words = stage_words(aggregate, stage)
    return refuse("not_now", stage=words, by=first and first.due, who=first.holder if first else None)


@in_one_look
def run(
    file: File,
    command: Command,
    day: date,
    by: Asserter | None = None,
    off: frozenset[str] = NOTHING_OFF,
    who: str = "",
) -> Appended | Refusal:
    """Decide, evolve, let every policy answer until none has anything to add, and leave nothing due undone: one append.

    ``off`` names policies that are switched off, for tests only; ``who`` is the id of the actor who is signed in.
    """
    if isinstance(command, LookAgain):
        return wake(file, day, off)
    orders = command.orders if isinstance(command, Together) else (command,)
    after = file
    happened: Events = ()
    for each in orders:
        decision = decide(after, each, day, by, who)
        if isinstance(decision, Refusal):
            return decision
        after, more = _answered(after, decision, day, off)
        happened += more
    after, happened = _told(after, happened, day, off)
    after, due = wake(after, day, off)
    return Appended(after, happened + due)


@in_one_look
def wake(file: File, day: date, off: frozenset[str] = NOTHING_OFF) -> Appended:
    """Do everything that the passing of days makes due by ``day``; nothing happens if nothing is."""
    happened: list[Event] = []
    for _ in range(_MOST_STEPS):
        first = next(iter(every.agenda(file, day, off)), None)
        if first is None or first.on > day:
            return Appended(file, tuple(happened))
        decision = decide(file, first.command, first.legal_day(day), "clock")
        if isinstance(decision, Refusal) and decision.code in NOT_HELD:
            off |= {first.policy}  # it is counted by hand, and stands among what is owed
            continue
        if isinstance(decision, Refusal):
            raise PolicyRefused(f"{first.policy}: {decision.code} ({decision.says.en})")
        file, more = _settled(file, decision, day, off)
        happened += more
    raise PolicyRefused(f"the agenda of {day} does not end: {first.policy if first else ''}")


def next_wake(file: File, day: date, off: frozenset[str] = NOTHING_OFF) -> date | None:
    """The next day on which the file must be looked at: something is due by itself, or what is owed changes.

    None for a closed file. What is owed changes the day after an obligation falls due; a day already come is today.
    """
    appointments = [one.on for one in every.agenda(file, day, off)]
    owed = obligations(file, day)
    ends = [one.due + _NEXT_DAY for one in owed if one.due >= day]
    near = [on for one in owed if one.holder == "person" and (on := near_from(one)) > day]
    return min((*appointments, *ends, *near), default=None)


def _settled(file: File, given: Events, day: date, off: frozenset[str]) -> Appended:
    """The file once every policy has answered, and the person is told of all of it at once."""
    return _told(*_answered(file, given, day, off), day, off)


def _answered(file: File, given: Events, day: date, off: frozenset[str]) -> Appended:
    """The file once every policy has answered; nobody is told yet."""
    happened: list[Event] = []
    unanswered = deque(given)
    file = replay(given, file)
    while unanswered:
        happened.append(one := unanswered.popleft())
        for policy in every.answering(file, one, off):
            more = _answer(file, policy, one, day)
            file = replay(more, file)
            unanswered.extend(more)
        if len(happened) > len(given) + _MOST_STEPS:
            raise PolicyRefused(f"policies answer each other without end after {one.kind}")
    return Appended(file, tuple(happened))


def _told(file: File, happened: Events, day: date, off: frozenset[str]) -> Appended:
    """The file once the person is told of what happened: several acts done together make one message."""
    for policy in every.CLOSING:
        if policy.name not in off:
            more = _answer(file, policy, happened, day)
            file, happened = replay(more, file), happened + more
    return Appended(file, happened)


def _answer(file: File, policy: every.Policy, about: Event | Events, day: date) -> Events:
    """The events of the command with which a policy answers, if it answers."""
    try:
        wanted = policy.answer(file, about) if policy.answer else None
    except NotHeld:
        return ()
    if wanted is None or (file.connected and blocked(file, wanted)):
        return ()
    decision = decide(file, wanted, day, "caisse" if policy.connected_only else "clock")
    if isinstance(decision, Refusal) and (decision.holds or decision.code in NOT_HELD):
        return ()  # what a hold blocks waits for its end; a term that our texts do not give is counted by hand
    if isinstance(decision, Refusal):
        raise PolicyRefused(f"{policy.name}: {decision.code} ({decision.says.en})")
    return decision


def open_file(command: OpenFile, day: date, by: Asserter | None = None) -> Appended | Refusal:
    """A new file."""
    return run(File(), command, day, by)


__all__ = ["Appended", "PolicyRefused", "decide", "evolve", "next_wake", "open_file", "run", "wake"]
