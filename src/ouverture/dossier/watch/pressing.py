"""An office outside this system that is late: what the person does, ask again, then contest, each time with a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ouverture.dossier.duty import ASK_OFFICE_AGAIN, CONTEST_OFFICE_SILENCE, Obligation, late_act, owed
from ouverture.dossier.file import File
from ouverture.dossier.watch.events import DIRECTORS_LIST
from ouverture.dossier.watch.steps import next_step

_OURS = ("person", "post", "third_party")


def pressed(file: File, day: date, found: Iterable[Obligation]) -> Iterator[Obligation]:
    """The act of the person for each office that is late, by the day of the next step; none once they have asked."""
    asked = max((one.on for one in file.exchange.items), default=date.min)
    for each in tuple(found):
        if each.holder in _OURS or each.due >= day or each.act.startswith("deliver_"):
            continue
        step = file.watch.step(each.act, each.about, each.due)
        if asked >= (step.on if step else each.due):
            continue
        contest = step is not None and step.level >= DIRECTORS_LIST
        act = CONTEST_OFFICE_SILENCE if contest else ASK_OFFICE_AGAIN
        following = next_step(file.watch, each) if step else None
        duty = owed(act, each.due, late_act(each))
        yield Obligation(duty.duty, following or duty.due, duty.about)
