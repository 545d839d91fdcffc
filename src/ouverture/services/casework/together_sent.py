"""The acts that are safe for many files at once: receipts, and nothing that decides (``data/together.toml``)."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from ouverture.dossier.duty import duties
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.access import acts_as_caisse, may_read
from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import form_for, read_or_refuse
from ouverture.services.casework.altered import ALTERED, met_in_a_list
from ouverture.services.casework.house import House
from ouverture.services.casework.look import Look, look_at
from ouverture.services.casework.ports import Asked, Task
from ouverture.services.casework.shelf import data_of
from ouverture.services.casework.work import stages_of_work

MOST = 50


class SentTogether(NamedTuple):
    """How many left, and what each of the others was refused for: they stay in the queue, one by one."""

    done: int
    stay: tuple[Refusal, ...]


def safe_acts(stage: str) -> tuple[str, ...]:
    """The acts of a stage that can be done for many files at once; "" is every stage."""
    acts: tuple[str, ...] = tuple(data_of("together")["acts"])
    return tuple(one for one in acts if not stage or one in stages_of_work().get(stage, ()))


def safe_waiting(house: House, actor: Actor, stage: str, day: date) -> int:
    """How many such acts wait for this actor's office."""
    acts = safe_acts(stage)
    if not acts or acts_as_caisse(actor) or may_read(actor, "queue"):
        return 0
    return sum(total for _, total, _ in house.journal.owed_counts(_asked(actor, acts), day))


def send_together(house: House, actor: Actor, stage: str, day: date, at: datetime) -> SentTogether | Refusal:
    """Do them, the first due first, each as the file itself would: refused ones stay, and the others leave."""
    if refused := may_read(actor, "queue") or acts_as_caisse(actor):
        return refused
    acts = safe_acts(stage)
    tasks = house.journal.owed(_asked(actor, acts), None, MOST) if acts else ()
    answers = [_send(house, actor, task, day, at) for task in tasks]
    return SentTogether(sum(one is None for one in answers), tuple(one for one in answers if one))


def _asked(actor: Actor, acts: tuple[str, ...]) -> Asked:
    return Asked(office=actor.office, holder="caisse", acts=acts)


def _send(house: House, actor: Actor, task: Task, day: date, at: datetime) -> Refusal | None:
    if met_in_a_list(house, task.stream) is None:
        return ALTERED
    view = look_at(house, actor, Look(task.stream, "casework", day, at))
    if isinstance(view, Refusal):
        return view
    kind = duties()[task.act].settled_by[0]
    typed = {
        one.name: list(one.value) or [each.value for each in one.choices[:1]] for one in form_for(view, kind).fields
    }
    command = read_or_refuse(view, kind, {name: value for name, value in typed.items() if value})
    if isinstance(command, Refusal):
        return command
    done = carry_out(house, actor, Wanted(task.stream, command, day, f"together/{task.act}/{view.version}", at))
    return done if isinstance(done, Refusal) else None
