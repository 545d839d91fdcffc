"""Obligations set the actors going: somebody does each act, after a delay, unless they forget."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ouverture.dossier.duty import duties
from ouverture.dossier.kernel import Events
from ouverture.dossier.number.events import CivilStatusAskedAgain
from ouverture.dossier.obligations import obligations
from ouverture.dossier.watch.events import Escalated, Reminded
from ouverture.rehearsal.someone import Someone
from ouverture.rehearsal.world import World

Do = Callable[[World, Someone, str], object]


class Actor(NamedTuple):
    """Who does an act: after which delay, and with which chance of forgetting it."""

    do: Do
    delay: str
    forgets: str | None


ACTORS: dict[str, Actor] = {}
"""The actor for each act of ``dossier/data/duties``."""

BY_THE_MACHINE = frozenset(act for act, duty in duties().items() if duty.automatic)
"""Acts that our own policies do, so nobody else does: undone, they are a fault of ours."""


def does(*acts: str, delay: str, forgets: str | None = None) -> Callable[[Do], Do]:
    """Declare who does these acts."""

    def declare(do: Do) -> Do:
        for act in acts:
            ACTORS[act] = Actor(do, delay, forgets)
        return do

    return declare


def set_going(world: World, who: Someone, events: Events) -> None:
    """Whoever has something new to do is given it; whoever was reminded or escalated may now do it."""
    owed = obligations(world.file(who), world.day)
    now = {(one.act, one.about) for one in owed}
    who.expected &= now
    for one in owed:
        if (one.act, one.about) not in who.expected:
            who.expected.add((one.act, one.about))
            _give(world, who, one.act, one.about)
    for happened in events:
        if isinstance(happened, CivilStatusAskedAgain) and ("give_civil_status_later", "") in now:
            _give(world, who, "give_civil_status_later", "")
        if isinstance(happened, Escalated | Reminded) and (happened.act, happened.about) in now:
            _give_again(world, who, happened)


def _give(world: World, who: Someone, act: str, about: str) -> None:
    actor = ACTORS.get(act)
    if actor is None or (actor.forgets and world.happens(actor.forgets)):
        return
    world.later(actor.delay, lambda: _do(world, who, act, about))


def _give_again(world: World, who: Someone, said: Escalated | Reminded) -> None:
    actor = ACTORS.get(said.act)
    if actor and world.happens("office_wakes_when_escalated"):
        world.later("escalation_read", lambda: _do(world, who, said.act, said.about))


def _do(world: World, who: Someone, act: str, about: str) -> None:
    """Do it, unless the file no longer expected it when it last changed."""
    if (act, about) in who.expected:
        ACTORS[act].do(world, who, about)
