"""A town of invented people whose days go on: built once, kept in a small file, taken up again at each start."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, get_args

from ouverture.dossier.application.decisions import Deposit
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.attachment.events import Silence
from ouverture.dossier.kernel import Command
from ouverture.dossier.machine import NOTHING_OFF
from ouverture.dossier.together import Together
from ouverture.rehearsal.actors.desk import CAISSES
from ouverture.rehearsal.actors.every import set_going
from ouverture.rehearsal.actors.life import live
from ouverture.rehearsal.identity import ADA_MARTIN, Identity, invented, number_of
from ouverture.rehearsal.settings import illustrative
from ouverture.rehearsal.someone import Someone, situations
from ouverture.rehearsal.through_the_door import ThroughTheDoor
from ouverture.rehearsal.world import World

PEOPLE = 400
DAYS_BEFORE = 180
"""How long before the first day of the demonstration the first of them arrived: long enough for every state."""
PARIS = "751"
OUTSIDE_EVERY = 8
"""One person in so many has a caisse outside this system."""
KNOWN_BEFORE = 0.2
"""The share of people who had a number already."""
KEYS_A_RUN = 1_000_000
"""Orders of one start have keys of their own: what was sent before a restart is never sent again by mistake."""

Progress = Callable[[int, int], None]


class Twins(NamedTuple):
    """The article's person at a caisse on this system, and the same person at a caisse outside: their files."""

    here: str
    outside: str


class Demonstration:
    """The town. ``let_pass`` moves its day, and everybody acts as in a rehearsal."""

    def __init__(self, office: ThroughTheDoor, elsewhere: ThroughTheDoor, kept: Path, state: dict[str, Any]) -> None:
        self._offices = office, elsewhere
        self._kept = kept
        self._state = state
        run = state["run"] = state["run"] + 1
        self.world = World(
            Random(f"{state['seed']}/{run}"), office, illustrative(), date.fromisoformat(state["day"]), NOTHING_OFF,
            set_going, elsewhere, checked=False,
        )  # fmt: skip
        self.people = [_someone(row, run) for row in state["people"]]

    @property
    def day(self) -> date:
        """The town's own day."""
        return self.world.day

    @property
    def twins(self) -> Twins:
        """The files of the article's person."""
        return Twins(**self._state["twins"])

    def take_up(self) -> None:
        """Go on after a start: whoever owes something is given it, and life goes on."""
        for who in self.people:
            self._catch_up(who)
            self.world.later("life_event", lambda who=who: live(self.world, who))  # type: ignore[misc]

    def _catch_up(self, who: Someone) -> None:
        """Somebody at a desk has acted meanwhile: those who hear of it react."""
        for one in (who, who.record):
            if one is not None and self.world.file(one).version != one.version:
                self.world.hear(one)

    def let_pass(self, days: int) -> None:
        """So many days pass; then where the town stands is kept."""
        for office in self._offices:
            office.look_again()
        for who in self.people:
            self._catch_up(who)
        self.world.run(self.world.day + timedelta(days=days))
        self.keep()

    def renew_the_twin(self) -> None:
        """The article's person outside comes anew, with another file: the one before was erased."""
        row = _article(self.world.chance, outside=True)
        self._state["people"].append(row)
        self._state["twins"]["outside"] = row["record"]
        self.people.append(who := _someone(row, self._state["run"]))
        _arrive_as_the_article(self.world, who)
        self.keep()

    def keep(self) -> None:
        """Write down what a later start needs. What happened is in the journal, not here."""
        self._state["day"] = self.world.day.isoformat()
        self._kept.write_text(json.dumps(self._state), encoding="utf-8")


def build(
    office: ThroughTheDoor,
    elsewhere: ThroughTheDoor,
    kept: Path,
    today: date,
    seed: int,
    progress: Progress,
    size: int = PEOPLE,
) -> Demonstration:
    """A new town that has lived ``DAYS_BEFORE`` days up to ``today``, and has the article's person in it."""
    chance = Random(seed)
    begins = today - timedelta(days=DAYS_BEFORE)
    people = [_invent(chance, number) for number in range(size)]
    state: dict[str, Any] = {"seed": seed, "run": 0, "day": begins.isoformat(), "people": people, "twins": {}}
    town = Demonstration(office, elsewhere, kept, state)
    for who in town.people:
        arrives = int(chance.triangular(0, DAYS_BEFORE, DAYS_BEFORE))  # newcomers are what a caisse sees most of
        town.world.after(arrives, lambda who=who: _arrive(town.world, who))  # type: ignore[misc]
    here, twin = (_article(chance, outside) for outside in (False, True))
    for row in (here, twin):
        state["people"].append(row)
        town.people.append(who := _someone(row, 1))
        # On the last day, so that both sides still have everything to do.
        town.world.after(DAYS_BEFORE, lambda who=who: _arrive_as_the_article(town.world, who))  # type: ignore[misc]
    state["twins"] = {"here": here["stream"], "outside": twin["record"]}
    for done in range(DAYS_BEFORE):
        town.world.run(begins + timedelta(days=done + 1))
        progress(done + 1, DAYS_BEFORE)
    town.keep()
    return town


def taken_up(office: ThroughTheDoor, elsewhere: ThroughTheDoor, kept: Path) -> Demonstration:
    """The town as it was kept; raises OSError, ValueError or KeyError when it cannot be read."""
    town = Demonstration(office, elsewhere, kept, json.loads(kept.read_text(encoding="utf-8")))
    town.take_up()
    return town


def _invent(chance: Random, number: int) -> dict[str, Any]:
    """One person, as plain values: their file has an identity that says nothing of them."""
    stream = f"{chance.getrandbits(80):020x}"
    identity = invented(chance, f"person-{number}")
    return {
        "stream": stream,
        "identity": {**identity._asdict(), "born_on": identity.born_on.isoformat()},
        "situation": chance.choice(situations()).name,
        "numbers": [number_of(_identity(stream), chance)] if chance.random() < 0.2 else [],
        "answers": chance.random() > 0.03,
        "record": f"{chance.getrandbits(80):020x}" if number % OUTSIDE_EVERY == 0 else "",
    }


def _article(chance: Random, outside: bool) -> dict[str, Any]:
    """The article's person, Ada Martin: married to an insured person, visitor visa, Paris."""
    row = _invent(chance, 1)
    record = f"{chance.getrandbits(80):020x}" if outside else ""
    identity = {**ADA_MARTIN._asdict(), "born_on": ADA_MARTIN.born_on.isoformat()}
    return {
        **row,
        "identity": identity,
        "situation": "spouse",
        "numbers": [],
        "answers": True,
        "record": record,
        "article": True,
    }


def _arrive_as_the_article(world: World, who: Someone) -> None:
    """She sends her claim at once, without the birth certificate that she awaits from abroad."""
    papers = tuple(paper for paper in who.situation.papers if paper != "birth_certificate")
    claim = Deposit(papers, "post", who.situation.ground, who.situation.facts)
    for wanted, one in _openings(who, PARIS, ("letter",), "refusal"):
        world.send_surely(one, wanted)
    for one in (who, who.record) if who.record else (who,):
        world.send_surely(one, claim)


def _someone(row: dict[str, Any], run: int) -> Someone:
    situation = next(one for one in situations() if one.name == row["situation"])
    numbers = tuple(row["numbers"])
    identity = ADA_MARTIN if row.get("article") else _identity(row["stream"])
    who = Someone(row["stream"], situation, identity, numbers, row["answers"], sent=run * KEYS_A_RUN)
    if row["record"]:
        who.record = Someone(row["record"], situation, identity, (), row["answers"], sent=run * KEYS_A_RUN)
    return who


def _identity(stream: str) -> Identity:
    """Always the same person for the same file."""
    return invented(Random(stream), stream)


def _arrive(world: World, who: Someone) -> None:
    chance = world.chance
    channels = chance.choice((("email", "letter"), ("letter",), ("sms", "email", "letter")))
    for wanted, one in _openings(who, chance.choice(CAISSES), channels, chance.choice(get_args(Silence))):
        world.send_surely(one, wanted)
    world.later("life_event", lambda: live(world, who))


def _openings(
    who: Someone, caisse: str, channels: tuple[str, ...], silence: Silence
) -> Iterator[tuple[Command, Someone]]:
    """The file at the caisse, and the person's own record when that caisse is outside; who they are is told in each."""
    told = who.identity.told("email" in channels, "sms" in channels)
    yield Together((OpenFile(who.stream, caisse, "connected", channels, silence), *told)), who
    if who.record:
        yield Together((OpenFile(who.record.stream, caisse, "recorded", channels, silence), *told)), who.record
