"""The rehearsal's part of the campaign: a hundred thousand histories, every policy switched off, both databases."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from os import cpu_count
from pathlib import Path
from random import Random
from typing import NamedTuple

from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.verify import verify
from ouverture.dossier.policies.every import POLICIES
from ouverture.rehearsal.history import BEGINS, rehearse
from tests.adapters.databases import running_postgres
from tests.adapters.small_file import NUMBER_KEY
from tests.campaign.report import Trial
from tests.rehearsal.harsh import BEFORE_A_CHANGE, BY_HAND, PEOPLE, harsh
from tests.rehearsal.journalled import Journalled

HISTORIES, HARSH_ONES, AT_ONCE = 90_000, 10_000, 500
SEEDS = 10
BOTH = 20


class Found(NamedTuple):
    """What some histories gave: their events, and the first invariants broken with their seeds."""

    events: int
    broken: tuple[str, ...]


@contextmanager
def trials(seed: int, share: float) -> Iterator[Iterable[Trial]]:
    """The trials of the rehearsal, as a part of the campaign."""
    yield _trials(seed, share)


def _trials(seed: int, share: float) -> Iterator[Trial]:
    """The trials of the rehearsal, the first histories at ``seed``."""
    usual, hard = round(HISTORIES * share), round(HARSH_ONES * share)
    yield Trial(
        "histories of a person, three years each, every invariant on", usual, lambda: _histories(seed, usual, False)
    )
    yield Trial("histories in a harsher world", hard, lambda: _histories(seed, hard, True))
    seeds = max(1, round(SEEDS * share))
    asked = len(POLICIES.keys() - BY_HAND)
    yield Trial(f"each of {asked} policies switched off: missed", asked * seeds, lambda: _missed(seeds))
    both = max(1, round(BOTH * share))
    yield Trial("the same seed on SQLite and PostgreSQL: the same hashes", both, lambda: _same_on_both(seed, both))


def _histories(seed: int, times: int, in_harsh_world: bool) -> str:
    starts = range(seed, seed + times, AT_ONCE)
    with ProcessPoolExecutor(cpu_count()) as pool:
        found = list(pool.map(_some, ((at, min(AT_ONCE, seed + times - at), in_harsh_world) for at in starts)))
    broken = [one for each in found for one in each.broken]
    assert not broken, f"{len(broken)} broken, the first: {broken[0]}"
    return f"{sum(each.events for each in found):,} events, 0 invariants broken"


def _some(asked: tuple[int, int, bool]) -> Found:
    first, times, in_harsh_world = asked
    settings = harsh() if in_harsh_world else None
    events, broken = 0, []
    for seed in range(first, first + times):
        history = rehearse(seed, settings=settings)
        events += history.events
        broken += [f"seed {seed}: {one}" for one in history.broken[:1]]
    return Found(events, tuple(broken))


def _missed(seeds: int) -> str:
    asked = [(policy, seed) for policy in sorted(POLICIES.keys() - BY_HAND) for seed in range(seeds)]
    with ProcessPoolExecutor(cpu_count()) as pool:
        unnoticed = [one for one, missed in zip(asked, pool.map(is_missed, asked), strict=True) if not missed]
    assert not unnoticed, f"switched off and nothing showed it: {unnoticed}"
    return f"{len(asked):,} of {len(asked):,} showed it"


def is_missed(asked: tuple[str, int]) -> bool:
    """Whether a policy that is switched off breaks an invariant in the history of that seed."""
    policy, seed = asked
    off, begins = frozenset({policy}), BEFORE_A_CHANGE if policy == "re_evaluate_on_new_rules" else BEGINS
    history = rehearse(seed, PEOPLE, off=off, settings=harsh(policy), stop_when_broken=True, begins=begins)
    return bool(history.broken)


def _same_on_both(seed: int, times: int) -> str:
    events = 0
    with tempfile.TemporaryDirectory() as folder, running_postgres() as server:
        for nth in range(times):
            sqlite, found_there = written(str(Path(folder) / f"{nth}.sqlite3"), seed + nth)
            postgres, found_here = written(server.fresh(), seed + nth)
            assert sqlite == postgres, f"seed {seed + nth} gives two hashes"
            assert found_there == found_here
            events += found_there
    return f"{events:,} events written to each, the same hashes"


def written(where: str, seed: int) -> tuple[str, int]:
    """The hash of a history written to that database, and its events; nothing in it may be broken."""
    store = open_store({SETTING: where})
    try:
        office = Journalled(Record(store, NUMBER_KEY, Random(seed).randbytes))
        history = rehearse(seed, people=2, years=2, office=office)
        assert not history.broken, history.broken[0]
        assert verify(store).fault is None
        return office.fingerprint(), history.events
    finally:
        store.close()
