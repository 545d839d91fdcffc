"""Every ground on every day on which something changes since 2016: answered, planned, printed, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import date
from functools import partial
from random import Random

from ouverture.law.rulebook import rulebook
from ouverture.rules.rulebook import Verdict
from ouverture.services.answer.plan import make_plan
from tests.campaign.report import Trial
from tests.law.case_files import TODAY, Case
from tests.law.persons import persons
from tests.services.answer.first_acts import begins_with_an_act
from tests.services.answer.old_days import (
    on_day,
    one_of_each_ground,
    printed,
    settled,
    shown_in_full,
    spells,
    turning_days,
)
from tests.services.answer.test_implausible_advice import found

DRAWN, CROWD, DAYS = 2000, 2000, 40


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """What is tried of old days; ``share`` of 1 is all of it."""
    days = Random(seed).sample(turning_days(), max(1, round(len(turning_days()) * share)))
    people = one_of_each_ground()
    times = len(days) * len(people)
    drawn, crowd = max(1, round(DRAWN * share)), max(1, round(CROWD * share))
    yield [
        Trial("one person of each ground, the days around every change", times, partial(_each, people, days)),
        Trial("persons drawn at random, the days around every change", drawn, partial(_drawn, seed, drawn)),
        Trial(f"{CROWD:,} persons, each asked on {DAYS} days", crowd * DAYS, partial(_crowd, seed, crowd)),
        Trial("one plan a day, printed", len(days), partial(_printed, people, days)),
    ]


def _each(people: tuple[Case, ...], days: list[date]) -> str:
    """All days of a spell without a change are answered and planned; one of them is also written out in full."""
    wanted = frozenset(days)
    asked = [tuple(day for day in spell if day in wanted) for spell in spells()]
    with ProcessPoolExecutor() as processes:
        written = sum(processes.map(_one_spell, (spell for spell in asked if spell)))
    return f"{len(days) * len(people):,} answered and planned, {written:,} of them (one a spell) written in full"


def _one_spell(days: tuple[date, ...]) -> int:
    """How many plans were written out, in JSON and in words, in both languages."""
    for case in one_of_each_ground():
        shown_in_full(on_day(case, days[0]))
        for day in days[1:]:
            make_plan(on_day(case, day))
    return len(one_of_each_ground())


def _drawn(seed: int, times: int) -> str:
    random = Random(seed)
    for _ in range(times):
        day = random.choice(turning_days())
        shown_in_full(settled(next(persons(rulebook().on(day), day, random, random.choice((1.0, 0.8)))), day))
    return f"{times:,} answered and planned in both languages"


def _crowd(seed: int, times: int) -> str:
    """The same person on many days: nothing stops the program, no advice is absurd, settled plans begin with an act."""
    with ProcessPoolExecutor() as processes:
        settled_ones = sum(processes.map(_on_many_days, (f"{seed} {rank}" for rank in range(times)), chunksize=20))
    return f"{times * DAYS:,} answered; {settled_ones:,} settled, each plan with a first act, its day and its office"


def _on_many_days(seed: str) -> int:
    """On how many of its days the answer of the person drawn from ``seed`` is settled."""
    random, settled_ones = Random(seed), 0
    person = next(persons(rulebook().on(TODAY), TODAY, random, 0.95))
    for day in random.sample(turning_days(), DAYS):
        answer = settled(person, day)
        plan = make_plan(answer)
        assert found(plan) == [], (seed, day, answer.values)
        if answer.verdict is not Verdict.UNKNOWN:
            begins_with_an_act(plan)
            settled_ones += 1
    return settled_ones


def _printed(people: tuple[Case, ...], days: list[date]) -> str:
    for rank, day in enumerate(days):
        printed(shown_in_full(on_day(people[rank % len(people)], day)))
    return f"{len(days):,} printed in both languages"
