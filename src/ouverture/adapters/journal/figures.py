"""What whoever keeps the machine must see of the journal: how late it is, how large. Counts, and nothing of anybody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ouverture.adapters.journal.chain import moment
from ouverture.adapters.journal.queue import day_or_none, owed_counts
from ouverture.adapters.journal.sqlite import SqliteStore
from ouverture.adapters.journal.store import Store
from ouverture.services.casework.ports import Asked
from ouverture.services.casework.work import stages_of_work

PARIS = ZoneInfo("Europe/Paris")
UNSENT = (
    "SELECT outbox.due, outbox.attempts, events.recorded_at FROM outbox"
    " JOIN events ON events.stream = outbox.stream AND events.version = outbox.version"
    " WHERE outbox.sent_at IS NULL AND (outbox.due <= ? OR outbox.attempts > 0) ORDER BY outbox.due"
)
LAST_SEAL = "SELECT upto, sealed_at FROM seals ORDER BY upto DESC LIMIT 1"
FIRST_UNSEALED = "SELECT recorded_at FROM events WHERE position > ? ORDER BY position LIMIT 1"
LAST_POSITION = "SELECT max(position) FROM events"
SET_ASIDE = "SELECT count(*) FROM troubles"


class Figures(NamedTuple):
    """The state of a journal at one moment; ages in seconds, sizes in bytes.

    ``seal_age`` None: nothing was ever sealed. ``unsealed``: how long the first event after the last seal waits.
    ``overdue``: acts past their day, by stage of the office's work.
    """

    unsent: int
    oldest_unsent: float
    overdue: Mapping[str, int]
    seal_age: float | None
    unsealed: float
    set_aside: int
    events: int
    size: int


def figures(store: Store, now: datetime) -> Figures:
    """The figures at the moment ``now``, which bears its zone."""
    waits = _unsent(store, now)
    last = store.read(lambda connection: connection.execute(LAST_SEAL).fetchone())
    upto, sealed_at = last or (0, None)
    first = _one(store, FIRST_UNSEALED, upto)
    return Figures(
        unsent=len(waits),
        oldest_unsent=max(waits, default=0.0),
        overdue=_overdue(store, now.astimezone(PARIS).date()),
        seal_age=_since(sealed_at, now) if sealed_at else None,
        unsealed=(_since(str(first), now) or 0.0) if first else 0.0,
        set_aside=_count(store, SET_ASIDE),
        events=_count(store, LAST_POSITION),
        size=_size(store),
    )


def answers(store: Store) -> bool:
    """Whether the journal can be read; raises what the database raises when it cannot."""
    return _one(store, "SELECT 1") == 1


def _unsent(store: Store, now: datetime) -> list[float]:
    rows = store.read(lambda connection: connection.execute(UNSENT, (moment(now),)).fetchall())
    waited = (_waited(due, attempts, recorded_at, now) for due, attempts, recorded_at in rows)
    return [one for one in waited if one is not None]


def _waited(due: str, attempts: int, recorded_at: str, now: datetime) -> float | None:
    """Since it was queued, or since its day began when that is later; a new try does not make it younger.

    None where a hand put in what is no moment: ``verify`` names it, and the others are counted.
    """
    queued, day = _since(recorded_at, now), day_or_none(due[:10])
    if attempts or queued is None:
        return queued
    if day is None:
        return None
    begun = datetime.combine(day, time(), PARIS)
    return max(0.0, min(queued, (now - begun).total_seconds()))


def _overdue(store: Store, day: date) -> dict[str, int]:
    late = {act: past for act, _, past in owed_counts(store, Asked(), day)}
    return {stage: sum(late.get(act, 0) for act in acts) for stage, acts in stages_of_work().items()}


def _since(written: str, now: datetime) -> float | None:
    try:
        return (now - datetime.fromisoformat(written)).total_seconds()
    except (ValueError, TypeError):  # no moment, or one without a zone: nothing of ours
        return None


def _count(store: Store, statement: str) -> int:
    return int(str(_one(store, statement) or 0))


def _one(store: Store, statement: str, *values: object) -> object:
    row = store.read(lambda connection: connection.execute(statement, values).fetchone())
    return row[0] if row else None


def _size(store: Store) -> int:
    if isinstance(store, SqliteStore):
        return int(str(_one(store, "PRAGMA page_count"))) * int(str(_one(store, "PRAGMA page_size")))
    return int(str(_one(store, "SELECT pg_database_size(current_database())")))
