"""Random money of a file: sheets priced, paid, reclaimed, given back, participations left and paid; and paid again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import NamedTuple

from ouverture.dossier.claim import events, requests
from ouverture.dossier.claim.events import PricedLine, entries
from ouverture.dossier.claim.ledger import Ledger, posted
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, Event, Moment
from ouverture.dossier.machine import Appended, run
from ouverture.dossier.refusals import Refusal

DAY = date(2026, 3, 2)
AT = Moment(DAY, "caisse")


def unbalanced(claims: int, seed: int) -> list[str]:
    """The events of ``claims`` random claims after which debit is not credit, or an account is on the wrong side."""
    chance, ledger, found = Random(seed), Ledger(), []
    for nth in range(claims):
        for happened in _money_of_a_claim(chance, str(nth), ledger.owed_participations):
            moved = entries(happened)
            ledger = posted(ledger, moved)
            even = sum(one.debit for one in moved) == sum(one.credit for one in moved) and sum(ledger) == 0
            if not even or min(ledger.owed_participations, ledger.to_recover, -ledger.due_to_person) < 0:
                found.append(f"{nth} {happened.kind}")
    return found


def _money_of_a_claim(chance: Random, name: str, owing: int) -> Iterator[Event]:
    base = chance.randint(0, 9000)
    owed, taken = chance.randint(0, base), chance.randint(0, min(base, owing))
    repaid = chance.randint(0, base - taken)
    yield events.ClaimPriced(AT, name, (PricedLine(0, base, repaid),), owed, taken)
    if repaid:
        yield events.ClaimPaid(AT, name, repaid, "")
    if repaid and chance.random() < 0.3:
        back = chance.randint(1, repaid)
        yield events.OverpaymentNoticed(AT, name, back, "")
        yield events.Recovered(AT, name, back)
    left = owing - taken + owed
    if left and chance.random() < 0.3:
        yield events.ParticipationsPaid(AT, chance.randint(1, left))


LINES, SHEETS = 25, 4
"""Lines of a sheet and sheets of a file at most: so many that a file with earlier sheets is tried as well."""


def paid_twice(file: File, lines: int, seed: int) -> list[str]:
    """What could be priced or paid a second time, over ``lines`` random lines. ``file`` can be paid to."""
    chance, left, found, nth = Random(seed), lines, list[str](), 0
    while left > 0:
        after, sheets = file, list[_Sheet]()
        for _ in range(min(SHEETS, -(-left // LINES))):
            sheet = _a_sheet(chance, f"s{nth}", min(left, chance.randint(1, LINES)))
            after = _settled(after, sheet)
            sheets.append(sheet)
            left, nth = left - len(sheet.lines), nth + 1
        found += [f"{seed} {sheet.name} {again}" for sheet in sheets for again in _again(after, sheet)]
    return found


class _Sheet(NamedTuple):
    """A sheet with what it asks for, the lines refused, and what is given for the others; in cents."""

    name: str
    lines: tuple[tuple[str, int], ...]
    refused: tuple[int, ...]
    given: tuple[PricedLine, ...]

    def received(self, name: str, again: str = "") -> Command:
        """The act by which it is received under ``name``."""
        return requests.ReceiveClaim(name, date(2026, 2, 10), self.lines, again=again)


def _a_sheet(chance: Random, name: str, count: int) -> _Sheet:
    asked = tuple((chance.choice(("GP", "SPE", "BIO")), chance.randint(1, 9000)) for _ in range(count))
    refused = tuple(place for place in range(1, count) if chance.random() < 0.1)
    priced = (place for place in range(count) if place not in refused)
    given = (PricedLine(place, asked[place][1], chance.randint(1, asked[place][1])) for place in priced)
    return _Sheet(name, asked, refused, tuple(given))


def _settled(file: File, sheet: _Sheet) -> File:
    """The file after the sheet is received, priced and paid, each once."""
    no = (requests.RefuseLine(sheet.name, place, "not_covered", "Not covered.") for place in sheet.refused)
    steps = (sheet.received(sheet.name, "another"), *no, requests.PriceClaim(sheet.name, sheet.given))
    for step in (*steps, requests.PayClaim(sheet.name)):
        outcome = run(file, step, DAY)
        assert isinstance(outcome, Appended), (sheet, outcome)
        file = outcome.file
    paid = file.claim.named(sheet.name)
    assert paid is not None
    assert paid.paid == sum(one.cents for one in sheet.given)
    return file


def _again(file: File, sheet: _Sheet) -> Iterator[str]:
    """The acts that would give for a line of this paid sheet once more and were not refused, by name."""
    tried: dict[str, Command] = {
        "received under its name": sheet.received(sheet.name, "another"),
        "received under another name": sheet.received("copy"),
        "priced": requests.PriceClaim(sheet.name, sheet.given),
        "paid": requests.PayClaim(sheet.name),
        "paid a sum": requests.PayClaim(sheet.name, sheet.given[0].cents),
    }
    yield from (name for name, act in tried.items() if not isinstance(run(file, act, DAY), Refusal))
