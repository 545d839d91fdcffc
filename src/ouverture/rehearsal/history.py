"""One seed is one history: the persons, the years, and what was found."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from datetime import date
from random import Random
from typing import NamedTuple, get_args

from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.attachment.events import Silence
from ouverture.dossier.kernel import Events
from ouverture.dossier.machine import NOTHING_OFF
from ouverture.dossier.records import to_record
from ouverture.dossier.together import Together
from ouverture.rehearsal.actors.desk import CAISSES
from ouverture.rehearsal.actors.every import set_going
from ouverture.rehearsal.actors.life import live
from ouverture.rehearsal.identity import invented, number_of
from ouverture.rehearsal.office import InMemory, Office
from ouverture.rehearsal.settings import Settings, illustrative
from ouverture.rehearsal.someone import Someone, situations
from ouverture.rehearsal.world import Broken, World

BEGINS = date(2026, 1, 5)
YEARS = 3


class Life(NamedTuple):
    """What happened in one person's file at the caisse, and whether that person answers."""

    answers: bool
    events: Events


class History(NamedTuple):
    """What a seed gave: how many events, which orders were carried out or refused, and every invariant broken.

    ``lives`` are those of the persons whose files are in memory.
    """

    seed: int
    events: int
    orders: Counter[str]
    refused: Counter[str]
    broken: tuple[Broken, ...]
    lives: tuple[Life, ...] = ()


def rehearse(
    seed: int,
    people: int = 1,
    years: int = YEARS,
    off: frozenset[str] = NOTHING_OFF,
    office: Office | None = None,
    settings: Settings | None = None,
    stop_when_broken: bool = False,
    begins: date = BEGINS,
    first: int = 0,
) -> History:
    """Let ``people`` invented persons live ``years`` years. The same arguments give the same history, to the last byte.

    ``off`` names policies that are switched off; the office given must have them off as well. ``stop_when_broken`` ends
    the history at the first invariant broken. ``first``: the number of the first person, where others live beside them.
    """
    chance = Random(seed)
    world = World(chance, office or InMemory(off), settings or illustrative(), begins, off, set_going)
    everybody = [_invent(world, number) for number in range(first, first + people)]
    for who in everybody:
        world.after(chance.randrange(0, 60), lambda who=who: _arrive(world, who))  # type: ignore[misc]
    world.run(begins.replace(year=begins.year + years), stop_when_broken)
    lives = tuple(Life(who.answers, world.events_of(who)) for who in everybody)
    return History(seed, world.events, world.orders, world.refused, tuple(world.broken), lives)


def _invent(world: World, number: int) -> Someone:
    chance = world.chance
    identity = invented(chance, f"person-{number}")
    before = (number_of(identity, chance),) if world.happens("known_before") else ()
    answers = not world.happens("never_answers")
    who = Someone(f"person-{number}", chance.choice(situations()), identity, before, answers)
    if world.happens("caisse_outside"):
        who.record = Someone(f"record-{number}", who.situation, identity, before, answers)
    return who


def _arrive(world: World, who: Someone) -> None:
    caisse = world.chance.choice(CAISSES)
    channels = world.chance.choice((("email", "letter"), ("letter",), ("sms", "email", "letter")))
    silence = world.chance.choice(get_args(Silence))
    told = who.identity.told("email" in channels, "sms" in channels)
    world.send(who, Together((OpenFile(who.stream, caisse, "connected", channels, silence), *told)))
    if who.record:
        world.send(who.record, Together((OpenFile(who.record.stream, caisse, "recorded", channels, silence), *told)))
    world.later("life_event", lambda: live(world, who))


def fingerprint(office: InMemory) -> str:
    """A digest of every event of every file."""
    digest = hashlib.sha256()
    for stream, events in office.histories():
        for happened in events:
            digest.update(json.dumps([stream, happened.kind, to_record(happened)], sort_keys=True).encode())
    return digest.hexdigest()
