"""An office of many files: lived through the door by one process, then by eight, and eight agents at one queue."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from random import Random

from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.verify import verify
from ouverture.dossier.application.decisions import Deposit
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.invariants.every import broken_state
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.together import Together
from ouverture.rehearsal.actors.desk import CAISSES
from ouverture.rehearsal.history import BEGINS, rehearse
from ouverture.rehearsal.someone import situations
from ouverture.rehearsal.through_the_door import ThroughTheDoor
from ouverture.services.casework.acting import Wanted, carry_out, open_file
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.standing import dossiers
from ouverture.services.casework.work import WorkAsked, work_of
from tests.adapters.databases import running_postgres
from tests.adapters.small_file import NUMBER_KEY
from tests.campaign.report import Trial

FILES, AGENTS, ACTS_EACH, YEARS = 2000, 8, 40, 1
END = BEGINS.replace(year=BEGINS.year + YEARS)
AT = datetime.combine(END, datetime.min.time(), UTC)
Fresh = Callable[[], str]


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """The office on both databases, alone and at once; ``share`` of 1 is all of its files."""
    files, acts = max(AGENTS, round(FILES * share)), max(2, round(ACTS_EACH * share))
    with tempfile.TemporaryDirectory(prefix="ouverture-office-") as folder, running_postgres() as server:
        numbers = count()
        databases: dict[str, Fresh] = {
            "SQLite": lambda: str(Path(folder) / f"{next(numbers)}.sqlite3"),
            "PostgreSQL": server.fresh,
        }
        yield [
            trial
            for name, fresh in databases.items()
            for trial in (
                Trial(f"files lived through the door, {name}", files, partial(_alone, fresh, seed, files)),
                Trial(
                    f"the same, {AGENTS} agents at once, {name}", files, partial(_together, fresh, seed, files, acts)
                ),
            )
        ]


def _alone(fresh: Fresh, seed: int, files: int) -> str:
    where = fresh()
    events = lives(where, seed, 0, files)
    return f"{events:,} events in {checked(where)}"


def _together(fresh: Fresh, seed: int, files: int, acts: int) -> str:
    return at_once(fresh(), seed, files, acts)


def at_once(where: str, seed: int, files: int, acts: int, agents: int = AGENTS) -> str:
    """So many processes live their share of the files in one journal, then as many agents work at one queue."""
    open_store({SETTING: where}).close()
    share = files // agents
    with ProcessPoolExecutor(agents, mp_context=get_context("fork")) as pool:
        lived = [pool.submit(lives, where, seed + nth, nth * share, share) for nth in range(agents)]
        events = sum(one.result() for one in lived)
        arrive(where, seed, max(agents, share))
        worked = [pool.submit(works, where, seed + nth, nth, acts) for nth in range(agents)]
        met = sum((one.result() for one in worked), Counter[str]())
    return (
        f"{events:,} events in {checked(where)}; at one queue {met['done']:,} acts done, {met['changed']:,} met by"
        f" another's act and not done, {met['refused']:,} refused with their reason"
    )


def lives(where: str, seed: int, first: int, people: int) -> int:
    """Persons live a year through the door, each order in a transaction of its own; how many events that gave."""
    with _house(where, seed) as house:
        history = rehearse(seed, people, YEARS, office=ThroughTheDoor(house), first=first)
    assert not history.broken, f"seed {seed}: {history.broken[0]}"
    return history.events


def arrive(where: str, seed: int, files: int) -> None:
    """Claims of the last day, so that there is work for every agent at once."""
    with _house(where, seed + 2000) as house:
        for nth in range(files):
            she, one = Actor(f"new-{nth}", "person", "", (f"new-{nth}",)), situations()[nth % len(situations())]
            opening = OpenFile(f"new-{nth}", CAISSES[0], "connected")
            deposit = Deposit(one.papers, "post", one.ground, one.facts)
            order = Together((opening, deposit))
            done = open_file(house, she, Wanted(f"new-{nth}", order, END, f"arrives/{nth}", AT))
            assert isinstance(done, Done), done


def works(where: str, seed: int, nth: int, acts: int) -> Counter[str]:
    """One agent does the first act that settles a row of the queue, again and again; others are at the same rows."""
    chance, met, agent = Random(f"{seed} at the queue"), Counter[str](), Actor(f"a{nth}", "agent", CAISSES[0])
    with _house(where, seed + 1000) as house:
        for turn in range(acts):
            rows = work_of(house, agent, WorkAsked(), END, None, AGENTS)
            assert not isinstance(rows, Refusal)
            if not rows:
                break
            met[_one_act(house, agent, chance.choice(rows).task.stream, f"{agent.id}/{turn}")] += 1
    return met


def _one_act(house: House, agent: Actor, stream: str, key: str) -> str:
    view = look_at(house, agent, Look(stream, "casework", END, AT))
    if not isinstance(view, FileView):
        return "refused"
    command = next((one.command for one in acts_of(agent, view) if one.command and one.settles), None)
    if command is None:
        return "refused"
    done = carry_out(house, agent, Wanted(stream, command, END, f"office/{key}", AT, view.version))
    return "done" if isinstance(done, Done) else "refused" if isinstance(done, Refusal) else "changed"


def checked(where: str) -> str:
    """Every file of the journal keeps every invariant, the chain holds, and no number leads to two persons."""
    with _house(where, 0) as house:
        streams, numbers = _streams(house), Counter[str]()
        for stream in streams:
            state = house.met(stream).state
            assert list(broken_state(state, END)) == [], stream
            numbers[state.number.number] += bool(state.number.number and state.connected)
        twice = [number for number, held in numbers.items() if held > 1]
        assert not twice, f"{len(twice)} numbers lead to two files"
        assert isinstance(house.journal, Record)
        assert verify(house.journal.store).fault is None
    return f"{len(streams):,} files: 0 invariants broken, no number twice, the chain whole"


def _streams(house: House) -> tuple[str, ...]:
    """Every file: an office finds its own page by page, and nothing is owed in those that are closed."""
    assert isinstance(house.journal, Record)
    rows = house.journal.store.read(lambda one: one.execute("SELECT DISTINCT stream FROM events").fetchall())
    return tuple(str(stream) for (stream,) in rows)


@contextmanager
def _house(where: str, seed: int) -> Iterator[House]:
    store = open_store({SETTING: where})
    try:
        yield House(Record(store, NUMBER_KEY, Random(seed).randbytes), dossiers(), frozenset(CAISSES))
    finally:
        store.close()
