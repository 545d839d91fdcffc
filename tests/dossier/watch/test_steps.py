"""Nobody is late in silence: reminders and escalations of one obligation, day after day."""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.application.decisions import Deposit
from ouverture.dossier.duty import owed
from ouverture.dossier.machine import wake
from ouverture.dossier.watch.events import Escalated, Reminded, Watch, Watched
from ouverture.dossier.watch.steps import next_step
from tests.dossier.acting import after, opened, with_waiting_number

DAY = date(2026, 3, 2)
JUDGING = owed("judge_pieces", DAY)
GIVING = owed("give_civil_status", DAY)


def at(level: int, on: date, each: object = JUDGING) -> Watch:
    return Watch((Watched(each.act, each.about, each.due, level, on),))  # type: ignore[attr-defined]


def test_an_office_is_escalated_the_day_after_its_day() -> None:
    assert next_step(Watch(), JUDGING) == JUDGING.due + timedelta(days=1)


def test_the_next_steps_come_fifteen_days_apart_then_every_ninety() -> None:
    late = JUDGING.due + timedelta(days=1)
    assert next_step(at(1, late), JUDGING) == late + timedelta(days=15)
    assert next_step(at(3, late), JUDGING) == late + timedelta(days=90)


def test_the_person_is_reminded_before_and_after_and_no_more() -> None:
    early = GIVING.due - timedelta(days=GIVING.duty.warn_days)
    assert next_step(Watch(), GIVING) == early
    assert next_step(at(1, early, GIVING), GIVING) == GIVING.due + timedelta(days=1)
    assert next_step(at(2, GIVING.due + timedelta(days=1), GIVING), GIVING) is None


def test_an_office_that_never_answers_is_called_for_ever() -> None:
    file = with_waiting_number(DAY)
    levels: list[int] = []
    for week in range(1, 110):
        file, happened = wake(file, DAY + timedelta(weeks=week))
        levels += [one.level for one in happened if isinstance(one, Escalated) and one.act == "certify"]
    assert levels[:3] == [1, 2, 3]
    assert levels[3:] == [3] * 7


def test_a_reminder_says_what_is_due() -> None:
    file = after(opened(day=DAY), Deposit((), ground="employee"), DAY)
    told = [one for one in wake(file, DAY + timedelta(days=80)).events if isinstance(one, Reminded)]
    assert told[0].act == "give_pieces"
