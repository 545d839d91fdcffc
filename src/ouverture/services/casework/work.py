"""What an office owes: one row an obligation, by day; taken, given back, handed over."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from ouverture.dossier.duty import duties
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.told_values import without_numbers, word
from ouverture.dossier.words import filled, in_words
from ouverture.services.casework.access import grants, may_open, may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.house import House
from ouverture.services.casework.person_seen import name_of
from ouverture.services.casework.ports import Asked, Reading, Task
from ouverture.services.casework.standing import office_of
from ouverture.text import Text


class WorkAsked(NamedTuple):
    """Which acts somebody wants to see: of one kind, one holder, their own or nobody's ("mine", "free", "")."""

    holder: str = "caisse"
    act: str = ""
    whose: str = ""


class WorkItem(NamedTuple):
    """One row of a queue, in words. ``name`` is the person's; ``mine``: whoever looks took it; ``taken``: somebody."""

    task: Task
    name: str
    says: Text
    holder_says: Text
    source: str
    late: bool
    mine: bool
    taken: bool


def work_of(
    house: House, actor: Actor, asked: WorkAsked, day: date, after: Task | None = None, most: int = 50
) -> tuple[WorkItem, ...] | Refusal:
    """A page of what is owed in the files this actor may open, the first due first."""
    if refused := may_read(actor, "queue"):
        return refused
    if grants()[actor.role].files == "own":
        return tuple(_item(house, task, actor, day) for task in _own(house, actor, asked, most))
    assigned = {"mine": actor.id, "free": ""}.get(asked.whose)
    wanted = Asked(office=actor.office, holder=asked.holder, act=asked.act, assigned_to=assigned)
    return tuple(_item(house, task, actor, day) for task in house.journal.owed(wanted, after, most))


def _own(house: House, actor: Actor, asked: WorkAsked, most: int) -> list[Task]:
    """The acts of a few files, one after another: a helper's mandates are counted in tens or hundreds."""
    found = [
        task
        for stream in actor.acts_for
        for task in house.journal.owed(Asked(holder=asked.holder, act=asked.act, stream=stream), None, most)
    ]
    return sorted(found)[:most]


def _item(house: House, task: Task, actor: Actor, day: date) -> WorkItem:
    duty = duties()[task.act]
    says = without_numbers(filled(duty.says, due=task.due, about=in_words(task.about)))
    return WorkItem(
        task, name_of(house.met(task.stream).state), says, word("holder", task.holder), duty.source, task.due < day,
        task.assigned_to == actor.id,        bool(task.assigned_to),
    )  # fmt: skip


def take(house: House, actor: Actor, task: Task, at: datetime, to: str | None = None) -> Refusal | None:
    """Give an act to oneself, to nobody (``to`` "") or to a colleague; None when it is done.

    Only whoever sees the whole office gives an act to somebody else.
    """
    chosen = actor.id if to is None else to
    right = may_read(actor, "assign_self" if chosen in ("", actor.id) else "assign_others")
    refused = right or may_open(actor, task.stream, office_of(house.met(task.stream).state))
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
    """One row of the queue; refused when the act is no longer owed, or the file is not this actor's."""
    if refused := may_open(actor, stream, office_of(house.met(stream).state)):
        return refused
    found = house.journal.owed(Asked(stream=stream, act=act))
    return next((task for task in found if task.about == about), TAKEN_MEANWHILE)
