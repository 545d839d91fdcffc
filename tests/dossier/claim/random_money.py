"""Random money of a file: sheets priced, paid, reclaimed, given back, participations left and paid; and paid again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

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


def paid_twice(file: File, claims: int, seed: int) -> list[str]:
    """The sheets, of ``claims`` random ones, that could be paid or priced a second time. ``file`` can be paid to."""
    chance, found = Random(seed), []
    for nth in range(claims):
        name, cents = f"s{nth}", chance.randint(1, 9000)
        line = PricedLine(0, cents, chance.randint(1, cents))
        after = file
        steps: list[Command] = [
            requests.ReceiveClaim(name, date(2026, 2, 10), (("GP", cents),), again="another"),
            requests.PriceClaim(name, (line,)),
            requests.PayClaim(name),
        ]
        for step in steps:
            outcome = run(after, step, DAY)
            assert isinstance(outcome, Appended), (seed, nth, outcome)
            after = outcome.file
        again = [run(after, step, DAY) for step in (*steps, requests.PayClaim(name, line.cents))]
        found += [name for outcome in again if not isinstance(outcome, Refusal)]
    return found
