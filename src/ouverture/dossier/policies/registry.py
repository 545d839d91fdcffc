"""What a policy is, how one is declared, and how they are asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from ouverture.dossier.deadline import NotHeld
from ouverture.dossier.file import File
from ouverture.dossier.hold.blocks import blocked
from ouverture.dossier.kernel import Command, Event
from ouverture.dossier.one_look import once_a_look

Answer = Callable[[File, Any], Command | None]
Plan = Callable[[File, date], Iterable[tuple[date, Command]]]


class Policy(NamedTuple):
    """One policy. ``connected_only``: it does what a caisse does, so it is silent when the caisse is outside.

    ``by_law``: what it does happens on its legal day, even if we look at the file later.
    """

    name: str
    says: str
    connected_only: bool
    answer: Answer | None = None
    plan: Plan | None = None
    by_law: bool = False
    after_closing: bool = False


class Appointment(NamedTuple):
    """What a policy will do on a day, if nothing happens before."""

    on: date
    policy: str
    command: Command
    by_law: bool

    def legal_day(self, today: date) -> date:
        """The day written on its events."""
        return self.on if self.by_law else today


POLICIES: dict[str, Policy] = {}
"""Every policy by its name; each has a switch, used only by tests."""
ANSWERS: dict[type[Event], list[Policy]] = {}
PLANS: list[Policy] = []
CLOSING: list[Policy] = []


def after(*events: type[Event], connected_only: bool = True) -> Callable[[Answer], Answer]:
    """Declare a policy that answers one of these events with a command, or with nothing."""

    def declare(answer: Answer) -> Answer:
        policy = Policy(answer.__name__, answer.__doc__ or "", connected_only, answer=answer)
        POLICIES[policy.name] = policy
        for happened in events:
            ANSWERS.setdefault(happened, []).append(policy)
        return answer

    return declare


def on_its_day(
    *, connected_only: bool = False, by_law: bool = False, after_closing: bool = False
) -> Callable[[Plan], Plan]:
    """Declare a policy that says on which days it will do what; ``after_closing``: in a closed file as well."""

    def declare(plan: Plan) -> Plan:
        policy = Policy(
            plan.__name__, plan.__doc__ or "", connected_only, plan=plan, by_law=by_law, after_closing=after_closing
        )
        POLICIES[policy.name] = policy
        PLANS.append(policy)
        return plan

    return declare


def at_the_end(answer: Answer) -> Answer:
    """Declare a policy that is asked once every other has answered, with the file alone."""
    policy = Policy(answer.__name__, answer.__doc__ or "", False, answer=answer)
    POLICIES[policy.name] = policy
    CLOSING.append(policy)
    return answer


def answering(file: File, happened: Event, off: frozenset[str]) -> Iterator[Policy]:
    """The policies that answer this event in this file."""
    for policy in ANSWERS.get(type(happened), ()):
        if policy.name not in off and (file.connected or not policy.connected_only):
            yield policy


@once_a_look
def agenda(file: File, day: date, off: frozenset[str]) -> list[Appointment]:
    """What will happen by itself, the first first, in the order of the policies on the same day."""
    stage = file.attachment.stage
    if stage == "none":
        return []
    connected = file.attachment.mode == "connected"
    held = connected and bool(file.hold.live)
    found: list[Appointment] = []
    for policy, plan in _plans(connected, stage == "closed", off, len(PLANS)):
        try:
            for on, command in plan(file, day):
                # What a hold blocks waits for its end, which has its own day in this agenda.
                if not (held and blocked(file, command)):
                    found.append(Appointment(on, policy.name, command, policy.by_law))
        except NotHeld:
            continue  # it is counted by hand, and stands among what is owed
    found.sort(key=_on)
    return found


@cache
def _plans(connected: bool, closed: bool, off: frozenset[str], declared: int) -> tuple[tuple[Policy, Plan], ...]:
    """The policies that look at the calendar of such a file; ``declared``: how many there were when it was asked."""
    return tuple(
        (policy, policy.plan)
        for policy in PLANS
        if policy.plan and policy.name not in off and (connected or not policy.connected_only)
        if policy.after_closing or not closed
    )


def _on(each: Appointment) -> date:
    return each.on
