"""An office's work as its supervisor sees it: what waits and since when it is due, who holds it, what came and left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from ouverture.clock.calendar import is_working_day
from ouverture.dossier.refusals import Refusal
from ouverture.forecast.backlog import Ahead, backlog_ahead
from ouverture.services.casework.access import may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.altered import met_in_a_list
from ouverture.services.casework.house import House
from ouverture.services.casework.ports import Asked, Reading, Spread, Task
from ouverture.services.casework.work import stages_of_work, take

BANDS = ((None, -31), (-30, -8), (-7, -1), (0, 0), (1, 7), (8, 14), (15, None))
"""From how many days to the day of an act, to how many: past days are below nothing. The last one has no end."""
APART = (-31, 31)
"""From how many days off, past or to come, every act is counted as one: further than any band or any day shown."""
LATE_BANDS = 3
DAYS_SHOWN = 10
PLACE = "metropole"
"""Whose days off are left out of the ten days; elsewhere one more may be off."""
FOUR_EYES = ("review_hold", "settle_identity")
"""Acts that the same agent may not do twice: keeping a hold, joining two files."""
MOST_SHARED = 50
MOST_ROWS = 10_000


class StageRow(NamedTuple):
    """One stage: how many acts in each band, all of them, and how many past their day."""

    name: str
    bands: tuple[int, ...]
    total: int
    late: int


class Load(NamedTuple):
    """What one agent took, by opaque identity ("": nobody took it): how many acts, how many past their day."""

    agent: str
    total: int
    late: int


class DayOfWork(NamedTuple):
    """One working day: how many acts fall due, or how many claims came and how many were decided."""

    on: date
    due: int = 0
    entered: int = 0
    left: int = 0


class TeamPicture(NamedTuple):
    """The work of an office on one day."""

    stages: tuple[StageRow, ...]
    loads: tuple[Load, ...]
    ahead: tuple[DayOfWork, ...]
    behind: tuple[DayOfWork, ...]
    four_eyes: int
    claims_waiting: int

    @property
    def total(self) -> int:
        """Every act that waits."""
        return sum(one.total for one in self.stages)


class Shared(NamedTuple):
    """How many acts changed hands."""

    acts: int


def picture_of(house: House, actor: Actor, day: date) -> TeamPicture | Refusal:
    """The picture of the actor's own office; the look is written down."""
    if refused := may_read(actor, "picture"):
        return refused
    first, last = (day + timedelta(days=far) for far in APART)
    spread = house.journal.owed_spread(Asked(office=actor.office, holder="caisse"), first, last)
    return TeamPicture(
        tuple(_stages(spread, day)),
        tuple(_loads(spread, day)),
        tuple(_ahead(spread, day)),
        tuple(_behind(house, actor.office, day)),
        sum(one.rows for one in spread if one.act in FOUR_EYES),
        sum(one.rows for one in spread if one.act == "decide"),
    )


def _stages(spread: Iterable[Spread], day: date) -> Iterator[StageRow]:
    found = Counter[tuple[str, int]]()
    for one in spread:
        found[one.act, _band_of((one.due - day).days)] += one.rows
    for name, acts in stages_of_work().items():
        bands = tuple(sum(found[act, nth] for act in acts) for nth in range(len(BANDS)))
        if any(bands):
            yield StageRow(name, bands, sum(bands), sum(bands[:LATE_BANDS]))


def _band_of(days: int) -> int:
    return next(nth for nth, (_, last) in enumerate(BANDS) if last is None or days <= last)


def _loads(spread: Iterable[Spread], day: date) -> Iterator[Load]:
    total, late = Counter[str](), Counter[str]()
    for one in spread:
        total[one.assigned_to] += one.rows
        late[one.assigned_to] += one.rows if one.due < day else 0
    for agent, count in sorted(total.items(), key=lambda pair: (pair[0] == "", -pair[1])):
        yield Load(agent, count, late[agent])


def working_days(day: date, count: int, step: int) -> tuple[date, ...]:
    """So many working days from ``day`` on (``step`` 1) or before it (-1), the first in time first."""
    found: list[date] = []
    while len(found) < count:
        if is_working_day(day, PLACE):
            found.append(day)
        day += timedelta(days=step)
    return tuple(found if step > 0 else reversed(found))


def _ahead(spread: Iterable[Spread], day: date) -> Iterator[DayOfWork]:
    due = Counter[date]()
    for one in spread:
        due[one.due] += one.rows
    days = working_days(day, DAYS_SHOWN, 1)
    for on, after in zip(days, (*days[1:], days[-1] + timedelta(days=1)), strict=True):
        # What falls due on a day without work is counted on the last working day before it.
        yield DayOfWork(on, due=sum(count for each, count in due.items() if on <= each < after))


def _behind(house: House, office: str, day: date) -> Iterator[DayOfWork]:
    days = working_days(day - timedelta(days=1), DAYS_SHOWN, -1)
    house.flow.look_again(house.journal)
    for on in days:
        entered, left = house.flow.on(office, on)
        yield DayOfWork(on, entered=entered, left=left)


def what_if(picture: TeamPicture, agents: int, then: int, days: int) -> Ahead | None:
    """The wait for a decision in so many working days, with ``then`` agents instead of ``agents``; None: not known.

    It rests on the days that the picture shows: as many claims would come, and each agent would decide as many.
    """
    entered: Sequence[int] = [one.entered for one in picture.behind]
    left: Sequence[int] = [one.left for one in picture.behind]
    return backlog_ahead(picture.claims_waiting, entered, left, days, then / agents) if agents and then else None


def share_out(house: House, actor: Actor, stage: str, to: str, count: int, at: datetime) -> Shared | Refusal:
    """The first acts of a stage that nobody took go to one agent: to oneself, or by whoever sees the office."""
    if refused := may_read(actor, "assign_self" if to == actor.id else "assign_others"):
        return refused
    acts = stages_of_work().get(stage, ())
    free = Asked(office=actor.office, holder="caisse", acts=acts, assigned_to="")
    return _given(house, actor, house.journal.owed(free, None, max(0, min(count, MOST_SHARED))), (to,), at)


def hand_over(house: House, actor: Actor, of: str, to: Sequence[str], at: datetime) -> Shared | Refusal:
    """All that an absent agent took goes to others in turn, or back to everybody (``to`` empty)."""
    own = of == actor.id and not to
    if refused := may_read(actor, "assign_self" if own else "assign_others"):
        return refused
    taken = house.journal.owed(Asked(office=actor.office, assigned_to=of), None, MOST_ROWS) if of else ()
    return _given(house, actor, taken, tuple(to) or ("",), at)


def _given(house: House, actor: Actor, tasks: Iterable[Task], to: Sequence[str], at: datetime) -> Shared:
    whole = (task for task in tasks if met_in_a_list(house, task.stream))
    done = sum(take(house, actor, task, at, to[nth % len(to)]) is None for nth, task in enumerate(whole))
    return Shared(done)


def rows_of(house: House, actor: Actor, day: date, at: datetime) -> tuple[tuple[str, ...], ...] | Refusal:
    """Every act of the office as plain rows, without a name: file, act, stage, day, days left, holder, who took it."""
    if refused := may_read(actor, "picture"):
        return refused
    house.journal.note_reading(Reading("", actor.id, "assign", "queue", at))
    stages = {act: name for name, acts in stages_of_work().items() for act in acts}
    tasks = house.journal.owed(Asked(office=actor.office), None, MOST_ROWS)
    return tuple(
        (
            one.stream, one.act, stages.get(one.act, ""), one.due.isoformat(), str((one.due - day).days), one.holder,
            one.basis, one.assigned_to,
        )
        for one in tasks
    )  # fmt: skip
