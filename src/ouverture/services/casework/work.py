"""What an office owes: one row an obligation, by day; taken, given back, handed over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import NamedTuple

from ouverture.dossier.duty import Obligation, duties
from ouverture.dossier.file import File
from ouverture.dossier.obligations import obligations
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.told_values import without_numbers, word
from ouverture.services.casework.access import grants, may_open, may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.altered import ALTERED, met_by, met_in_a_list
from ouverture.services.casework.house import House
from ouverture.services.casework.person_seen import PersonSeen, person_of
from ouverture.services.casework.ports import Asked, Reading, Task
from ouverture.services.casework.shelf import data_of
from ouverture.services.casework.standing import offices_of
from ouverture.services.casework.taking_over import asked_of
from ouverture.text import Text


class WorkAsked(NamedTuple):
    """Which acts somebody wants to see: one stage of work or "" for all, one holder, their own or nobody's."""

    holder: str = "caisse"
    stage: str = ""
    whose: str = ""


class WorkItem(NamedTuple):
    """One row of a queue, in words. ``name`` is the person's; ``mine``: whoever looks took it; ``taken``: somebody.

    ``asks`` is what is owed as a short act; ``papers``: how many papers are judged of how many; ``age``: days since the
    claim came, None without one; ``held``: card or account are stopped by a hold; ``altered``: a hand changed the file,
    of which nothing is shown.
    """

    task: Task
    person: PersonSeen
    asks: Text
    says: Text
    otherwise: Text
    holder_says: Text
    source: str
    late: bool
    mine: bool
    taken: bool
    papers: tuple[int, int]
    age: int | None
    held: bool
    altered: bool = False


class StageOfWork(NamedTuple):
    """One stage of an office's work: how many acts wait in it, and how many of them are past their day."""

    name: str
    total: int
    late: int


def work_of(
    house: House, actor: Actor, asked: WorkAsked, day: date, after: Task | None = None, most: int = 50
) -> tuple[WorkItem, ...] | Refusal:
    """A page of what is owed in the files this actor may open, the first due first."""
    if refused := may_read(actor, "queue"):
        return refused
    acts = stages_of_work().get(asked.stage, ())
    if grants()[actor.role].files == "own":
        return _items(house, _own(house, actor, asked.holder, acts, most), actor, day)
    assigned = {"mine": actor.id, "free": ""}.get(asked.whose)
    wanted = Asked(office=actor.office, holder=asked.holder, acts=acts, assigned_to=assigned)
    return _items(house, _known(house, wanted, after, most), actor, day)


def stages_of(house: House, actor: Actor, holder: str, day: date) -> tuple[StageOfWork, ...] | Refusal:
    """Every stage of the work of this actor's office, with its counts; "" is all of it."""
    if refused := may_read(actor, "queue"):
        return refused
    found = house.journal.owed_counts(Asked(office=actor.office, holder=holder), day)
    total, late = ({act: row[nth] for act, *row in found} for nth in (0, 1))
    every = (("", tuple(total)), *stages_of_work().items())
    return tuple(
        StageOfWork(name, sum(total.get(act, 0) for act in acts), sum(late.get(act, 0) for act in acts))
        for name, acts in every
    )


@cache
def stages_of_work() -> dict[str, tuple[str, ...]]:
    """The acts of each stage, in the order in which a file passes them: ``data/stages_of_work.toml``."""
    read = data_of("stages_of_work")
    return {name: tuple(acts) for name, acts in read["stages"].items()}


def _own(house: House, actor: Actor, holder: str, acts: tuple[str, ...], most: int) -> list[Task]:
    """The acts of a few files, one after another: a helper's mandates are counted in tens or hundreds."""
    found = [
        task
        for stream in actor.acts_for
        for task in _known(house, Asked(holder=holder, acts=acts, stream=stream), None, most)
    ]
    return sorted(found)[:most]


def _known(house: House, wanted: Asked, after: Task | None, most: int) -> list[Task]:
    """A page of the queue; a row of an act that nobody knows was put in by a hand, and the next one stands for it."""
    found, last = list[Task](), after
    while len(found) < most:
        rows = house.journal.owed(wanted, last, most)
        found += (task for task in rows if task.act in duties())
        if len(rows) < most:
            break
        last = rows[-1]
    return found[:most]


def _items(house: House, tasks: Sequence[Task], actor: Actor, day: date) -> tuple[WorkItem, ...]:
    return tuple(_item(house, task, actor, day) for task in tasks)


def _item(house: House, task: Task, actor: Actor, day: date) -> WorkItem:
    duty, met = duties()[task.act], met_in_a_list(house, task.stream)
    file = met or File()
    pieces = file.application.pieces
    owed = _obligation(house, task, file, day)
    return WorkItem(
        task=task,
        person=person_of(file) if met else PersonSeen(task.stream),
        asks=asked_of(file, duty.settled_by[0]),
        says=without_numbers(owed.says) if met else ALTERED.says,
        otherwise=without_numbers(owed.otherwise),
        holder_says=word("holder", task.holder),
        source=duty.source,
        late=task.due < day,
        mine=task.assigned_to == actor.id,
        taken=bool(task.assigned_to),
        papers=(sum(piece.status == "accepted" for piece in pieces), len(pieces)),
        age=(day - file.application.first_received_on).days if file.application.stage != "none" else None,
        held=bool(file.hold.live),
        altered=met is None,
    )


def _obligation(house: House, task: Task, file: File, day: date) -> Obligation:
    """What a row stands for, with the day the row says; about nothing when the file has moved on from it."""
    named = house.journal.about_key
    every = (one for one in obligations(file, day) if one.act == task.act)
    found = next((one.about for one in every if named(task.stream, task.act, one.about) == task.about), "")
    return Obligation(duties()[task.act], task.due, found)


def take(house: House, actor: Actor, task: Task, at: datetime, to: str | None = None) -> Refusal | None:
    """Give an act to oneself, to nobody (``to`` "") or to a colleague; None when it is done.

    Only whoever sees the whole office gives an act to somebody else.
    """
    chosen = actor.id if to is None else to
    right = may_read(actor, "assign_self" if chosen in ("", actor.id) else "assign_others")
    refused = right or may_open(actor, task.stream, offices_of(met_by(house, actor, task.stream).state))
    if refused:
        return refused
    house.journal.note_reading(Reading(task.stream, actor.id, "assign", task.act, at))
    return None if house.journal.assign(task, chosen) else TAKEN_MEANWHILE


TAKEN_MEANWHILE = Refusal(
    "taken_meanwhile",
    Text(
        "Cet acte vient d'être pris par quelqu'un d'autre, ou il n'est plus dû. Rien n'a changé.",
        "Somebody else has just taken this act, or it is no longer owed. Nothing has changed.",
    ),
    "agent",
)


def task_of(house: House, actor: Actor, stream: str, act: str, about: str) -> Task | Refusal:
    """One row of the queue, ``about`` as the row or as the file says it.

    Refused when the act is no longer owed, or the file is not this actor's.
    """
    if refused := may_open(actor, stream, offices_of(met_by(house, actor, stream).state)):
        return refused
    found = house.journal.owed(Asked(stream=stream, acts=(act,)))
    names = (about, house.journal.about_key(stream, act, about))
    return next((task for task in found if task.about in names), TAKEN_MEANWHILE)
