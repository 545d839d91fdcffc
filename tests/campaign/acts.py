"""Ten thousand acts and more: in states that rehearsed years reach, all that is offered is done through its form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from random import Random

from ouverture.dossier.file import File
from ouverture.dossier.kernel import Asserter
from ouverture.dossier.machine import Appended, run, wake
from ouverture.rehearsal.history import rehearse
from ouverture.services.casework.as_typed import as_typed
from ouverture.services.casework.forms import command_from
from ouverture.services.casework.offers import Offer, offers
from tests.campaign.report import Trial
from tests.services.casework.test_offers_in_rehearsed_files import AGENT, Looking

HISTORIES = 150
ROBOTS = 150
STEPS = 60
"""Acts a robot does one after the other in one file."""
DAYS_PASS = 0.2
"""How often, after an act."""


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """What is tried of the acts a desk offers; ``share`` of 1 is all of it."""
    histories, robots = (max(1, round(times * share)) for times in (HISTORIES, ROBOTS))
    yield [
        Trial("histories, each act offered now and then carried out", histories, partial(_each_state, seed, histories)),
        Trial("robots that press any button offered, act after act", robots, partial(_robots, seed, robots)),
    ]


def _each_state(seed: int, times: int) -> str:
    done = Counter[str]()
    for each in range(times):
        office = Looking()
        rehearse(seed + each, years=2, office=office)
        for file, day in office.states:
            for by in _everybody(file):
                done.update(_checked(file, by, one, day) for one in offers(file, by, day, AGENT))
    return f"{done['done']:,} done through their form, {done['refused']:,} refused with a reason in both languages"


def _everybody(file: File) -> tuple[Asserter, ...]:
    return ("person", "doctor", "post", "caisse", "cnav") if file.connected else ("person", "doctor", "post", "letter")


def _checked(file: File, by: Asserter, one: Offer, day: date) -> str:
    if one.command is None:
        assert one.refusal, one.kind
        assert all(one.refusal.says), one.kind
        return "refused"
    typed = command_from(one.kind, as_typed(one.command, file), file, day)
    assert typed == one.command, one.kind
    assert isinstance(run(file, one.command, day, by, who=AGENT), Appended), one.kind
    return "done"


def _robots(seed: int, times: int) -> str:
    kinds = Counter[str]()
    for each in range(times):
        chance = Random(seed + each)
        office = Looking()
        rehearse(seed + each, years=1, office=office)
        if office.states:
            kinds.update(_pressed(*chance.choice(office.states), chance))
    return f"{kinds.total():,} acts of {len(kinds)} kinds, each accepted as offered"


def _pressed(file: File, day: date, chance: Random) -> Iterator[str]:
    """Press any button but the one that ends the file; now and then, days pass."""
    for _ in range(STEPS):
        by = chance.choice(_everybody(file))
        possible = [one.command for one in offers(file, by, day, AGENT) if one.command and one.kind != "close_file"]
        if possible:
            wanted = chance.choice(possible)
            outcome = run(file, wanted, day, by, who=AGENT)
            assert isinstance(outcome, Appended), f"{wanted.kind}: {outcome.code}"
            file = outcome.file
            yield wanted.kind
        if chance.random() < DAYS_PASS:
            day += timedelta(days=chance.randrange(1, 60))
            file = wake(file, day).file
