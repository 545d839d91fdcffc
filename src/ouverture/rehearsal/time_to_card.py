"""How long it takes from the claim to rights, to a number and to the card, and who held the file meanwhile.

`python -m ouverture.rehearsal.time_to_card docs/time-to-card.md` rehearses 1,200 fresh histories and writes the page.
The waiting times of a rehearsal are illustrative, often worse than life: the page measures our rules, not an office.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from ouverture.dossier.card.events import VITALE
from ouverture.dossier.file import File, evolve
from ouverture.dossier.kernel import Events
from ouverture.dossier.obligations import headline, obligations
from ouverture.dossier.way_to_the_card import FALLBACKS
from ouverture.rehearsal.history import BEGINS, YEARS, rehearse

FIRST_SEED, HISTORIES = 900_000, 1_200
STEPS = ("rights", "number", "card")
HOLDERS = {"person": "person", "caisse": "caisse", "other_caisse": "caisse", "agent": "caisse", "cnav": "Cnav",
           "post": "post"}  # fmt: skip


class Way(NamedTuple):
    """One person's way: days from the first claim to each step (absent when never reached), and days by holder.

    ``stopped_at``: where the file stands without a card, as the act that is owed. ``rested``: the days before the card
    on which nothing led to it but somebody asking, or saying, what is missing.
    """

    days: dict[str, int]
    held: Counter[str]
    stopped_at: str
    rested: int = 0


def way_of(events: Events, end: date) -> Way | None:
    """The way of somebody's file up to the card, or to the end; None for somebody who never claimed."""
    file, claimed = File(), None
    days: dict[str, int] = {}
    held: Counter[str] = Counter()
    last, rested = date.min, 0
    for happened in events:
        if claimed and happened.on > last and "card" not in days:
            held[_holder(file, last)] += (happened.on - last).days
            rested += (happened.on - last).days if _rests(file, last) else 0
        file, last = evolve(file, happened), max(last, happened.on)
        if claimed is None and happened.kind == "deposited":
            claimed = happened.on
        step = _step(file, happened.kind, getattr(happened, "form", ""))
        if claimed and step and step not in days:
            days[step] = (happened.on - claimed).days
    if claimed is None:
        return None
    first = headline(file, end)
    return Way(days, held, "" if "card" in days else first.act if first else "closed", rested)


def _rests(file: File, day: date) -> bool:
    return any(one.act in FALLBACKS for one in obligations(file, day))


def _holder(file: File, day: date) -> str:
    first = headline(file, day)
    return HOLDERS.get(first.holder, "others") if first else "others"


def _step(file: File, kind: str, form: str) -> str:
    if kind == "card_delivered" and form in VITALE:
        return "card"
    if kind == "rights_opened":
        return "rights"
    return "number" if file.number.number and kind in _NUMBERS else ""


_NUMBERS = frozenset({"waiting_number_issued", "reactivated", "permanent_number_given"})


def ways(seeds: Iterable[int]) -> Iterator[Way]:
    """The ways of the persons who answer, in the histories of these seeds."""
    end = BEGINS.replace(year=BEGINS.year + YEARS)
    for seed in seeds:
        for life in rehearse(seed).lives:
            if life.answers and (way := way_of(life.events, end)) is not None:
                yield way


def page(found: Sequence[Way], first: int, histories: int) -> str:
    """The page: a table of days, a table of holders, and everybody who has no card, by what is owed."""
    without = Counter(one.stopped_at for one in found if one.stopped_at)
    held: Counter[str] = sum((one.held for one in found), Counter())
    every = max(1, sum(held.values()))
    share = 100 * sum(without.values()) / max(1, len(found))
    resting = [one.rested for one in found if one.rested]
    rows = "\n".join(_row(step, [one.days[step] for one in found if step in one.days], len(found)) for step in STEPS)
    holders = "\n".join(f"| {who} | {100 * days / every:.0f} % |" for who, days in held.most_common())
    reasons = "\n".join(f"| `{act}` | {times} |" for act, times in without.most_common()) or "| none | 0 |"
    return f"""# From the claim to the card

Written by `python -m ouverture.rehearsal.time_to_card docs/time-to-card.md`; do not edit.

{histories} histories of {YEARS} years, seeds from {first}: {len(found)} persons who are entitled, claim and answer.
Delays and mishaps are those of the rehearsal, **illustrative and often worse than life**: the page measures what our
rules lead to, not an office.

| Days from the claim to | reached by | 10th centile | median | 90th centile |
|---|---|---|---|---|
{rows}

Who held the file on the days between the claim and the card, as its headline said:

| Holder | share of the days |
|---|---|
{holders}

When nothing else leads to the card, the file falls back on an act that keeps the way open by construction: the caisse
says what is missing, or is asked. It rested on that in {len(resting)} of these {len(found)} lives
({100 * len(resting) / max(1, len(found)):.1f} %), for {sum(resting)} of their {every} days before the card
({100 * sum(resting) / every:.1f} %).

Without a card after {YEARS} years: {sum(without.values())} ({share:.1f} %), by the act that is owed then:

| Act owed | persons |
|---|---|
{reasons}
"""


def _row(step: str, days: list[int], of: int) -> str:
    if len(days) < 2:
        return f"| {step} | {len(days)} of {of} | | | |"
    tenths = quantiles(days, n=10)
    return f"| {step} | {len(days)} of {of} | {tenths[0]:.0f} | {median(days):.0f} | {tenths[-1]:.0f} |"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", nargs="?", type=Path, help="the page to write; without it, it is printed")
    asked = parser.parse_args().page
    written = page(tuple(ways(range(FIRST_SEED, FIRST_SEED + HISTORIES))), FIRST_SEED, HISTORIES)
    if asked is None:
        print(written, end="")
    else:
        asked.write_text(written, encoding="utf-8")
