"""What a care sheet of a file should bring, by the tables; a price that differs needs a written reason.

The file does not hold everything a price rests on (sector, long illness, C2S…): every price that the sector, the
pathway and the sources lead to is expected, with what earlier sheets took of the person's caps of the day and of the
year, and what is still owed in participations. A line whose act or tariff is not held is left to the caisse.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache, reduce
from typing import NamedTuple

from ouverture.dossier.claim.events import CareSheet, PricedLine
from ouverture.dossier.claim.requests import PriceClaim
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.dossier.refusals import Refusal
from ouverture.pricing.care import Line, Pathway, Patient
from ouverture.pricing.counters import Counters
from ouverture.pricing.explained import money
from ouverture.pricing.formula import Priced, price
from ouverture.pricing.readings import readings
from ouverture.pricing.spellings import act_named
from ouverture.services.casework.claim_counters import answers_to, counters_before, known_of, line_of
from ouverture.text import Text


class Way(NamedTuple):
    """One price of a line before anything owed is taken from it, and the participation it leaves for later; cents."""

    cents: int
    owed: int


class Expected(NamedTuple):
    """What one line should bring: our first answer with its steps, and every way that what is open leads to."""

    line: int
    priced: Priced
    ways: frozenset[Way]

    @property
    def base(self) -> int:
        """The base of our first answer, in cents."""
        return self.priced.base or 0

    @property
    def cents(self) -> int:
        """What our first answer repays, in cents."""
        return gives(self.priced)

    @property
    def also(self) -> frozenset[int]:
        """Every sum that some answer leads to, in cents."""
        return frozenset(way.cents for way in self.ways) | {self.cents}


def expected(file: File, claim: CareSheet, day: date | None = None) -> tuple[Expected | None, ...]:
    """What each line of a sheet should bring; None for a line that was refused, or whose price is not held.

    ``day``: of the repayment, whose year counts; of a sheet that waits, its arrival when no day is given.
    """
    counters = counters_before(file, claim)
    firsts = _first(file, claim, counters.copy(), day)
    found: list[Expected | None] = []
    for place, line in enumerate(_lines(file, claim, day)):
        first = firsts[place]
        if line is None or first is None:
            found.append(None)
            continue
        counters.owed = 0
        found.append(Expected(place, first, _ways(line, counters)))
        price(line, counters)
    return tuple(found)


def first_priced(file: File, claim: CareSheet, day: date | None = None) -> tuple[Priced | None, ...]:
    """Our first answer to each line, with its steps; None as in ``expected``."""
    return _first(file, claim, counters_before(file, claim), day)


def named_act(code: str) -> str | None:
    """The act of our tables that the code of a sheet names; None when none does."""
    return act_named(code)


def suggested(file: File, claim: CareSheet, day: date | None = None) -> tuple[PricedLine | None, ...]:
    """The lines as the tables price them, to be shown in the form first; None where they do not."""
    return tuple(
        None if one is None else PricedLine(place, one.base or 0, gives(one))
        for place, one in enumerate(first_priced(file, claim, day))
    )


def to_recover(file: File, claim: CareSheet, day: date | None = None) -> int:
    """The participations of earlier care that ``suggested`` takes from the lines, in cents (L160-13 II, D160-7)."""
    return sum(one.recovered for one in first_priced(file, claim, day) if one is not None)


def unexplained(file: File, command: Command, day: date | None = None) -> Refusal | None:
    """Why a price cannot be taken as it is: it brings what no table leads to, and no reason is written."""
    if not isinstance(command, PriceClaim) or command.why:
        return None
    claim = file.claim.named(command.claim)
    if claim is None:
        return None
    found = expected(file, claim, day)
    given = [(one, wanted) for one in command.lines if one.line < len(found) and (wanted := found[one.line])]
    if not command.recovered:
        for priced, one in given:
            if priced.cents not in {way.cents for way in one.ways}:
                return _differs(priced, one)
    return _unexplained_sum(command, given) if len(given) == len(command.lines) else None


def _unexplained_sum(command: PriceClaim, given: list[tuple[PricedLine, Expected]]) -> Refusal | None:
    """The same of the participations left or taken back, when every line is held."""
    wanted = Way(sum(one.cents for one in command.lines) + command.recovered, command.owed)
    ways = _sums({way for way in one.ways if command.recovered or way.cents == priced.cents} for priced, one in given)
    return None if wanted in ways else _participations_differ(command)


def in_all(file: File, claim: CareSheet, day: date | None = None) -> int | None:
    """What the whole sheet should bring, in cents; None when a line of it is not held."""
    firsts = zip(first_priced(file, claim, day), claim.lines, strict=True)
    sums = [None if one is None else gives(one) for one, line in firsts if not line.refused]
    return None if not sums or None in sums else sum(each or 0 for each in sums)


def sums_of(found: Iterable[Expected | None]) -> frozenset[int]:
    """Every sum that the lines that are held lead to together, in cents."""
    return frozenset(way.cents for way in _sums(one.ways for one in found if one is not None))


def _sums(each: Iterable[Iterable[Way]]) -> frozenset[Way]:
    def with_line(sums: frozenset[Way], ways: Iterable[Way]) -> frozenset[Way]:
        return frozenset(Way(one.cents + way.cents, one.owed + way.owed) for one in sums for way in ways)

    return reduce(with_line, each, frozenset({Way(0, 0)}))


def _lines(file: File, claim: CareSheet, day: date | None) -> tuple[Line | None, ...]:
    """Each line as the formula wants it; None for one that was refused or is not held under every answer."""
    known, counted_on = known_of(file), claim.paid_on or claim.priced_on or day or claim.received_on
    found = [line_of(known, claim, place, counted_on) for place in range(len(claim.lines))]
    return tuple(
        line if line is not None and not one.refused and _held(line.act, line.on, line.patient, line.pathway) else None
        for line, one in zip(found, claim.lines, strict=True)
    )


@cache
def _held(act: str, on: date, patient: Patient, first: Pathway) -> bool:
    """Whether the tables hold the price under every answer to what the file does not say."""
    return all(price(line).held for line in answers_to(Line(act, on, 1, patient=patient, pathway=first), (False,)))


def _first(file: File, claim: CareSheet, counters: Counters, day: date | None) -> tuple[Priced | None, ...]:
    return tuple(None if line is None else price(line, counters) for line in _lines(file, claim, day))


def _ways(line: Line, counters: Counters) -> frozenset[Way]:
    answers = [*answers_to(line)]
    if any(year.with_professional(line.on, line.professional) for year in counters.years.values()):
        answers += [replace(each, professional="another") for each in answers]
    tried = (reading.priced for answer in answers for reading in readings(answer, counters))
    return frozenset(Way(gives(one), one.owed_later) for one in tried)


def gives(one: Priced) -> int:
    """What a line brings, in cents, with the earlier participations that it undoes, as far as its base goes.

    They count in the order of the care: a sheet that comes late may take the place of a dearer one already kept back.
    """
    return min(one.base or 0, (one.repaid or 0) + one.given_back)


def _differs(priced: PricedLine, one: Expected) -> Refusal:
    said, wanted = money(priced.cents), money(one.cents)
    return Refusal(
        "price_differs_without_reason",
        Text(
            f"Ligne {priced.line + 1} : {said.fr} au lieu de {wanted.fr} selon les tarifs. Écrivez pourquoi (longue "
            "maladie, plafond atteint, autre règle), ou corrigez le montant.",
            f"Line {priced.line + 1}: {said.en} instead of {wanted.en} by the tariffs. Write why (long illness, a cap "
            "reached, another rule), or correct the amount.",
        ),
        "caisse",
    )


def _participations_differ(command: PriceClaim) -> Refusal:
    owed, taken = money(command.owed), money(command.recovered)
    return Refusal(
        "price_differs_without_reason",
        Text(
            f"Participations : {owed.fr} restant dues et {taken.fr} reprises ne vont avec aucun calcul de ces lignes. "
            "Écrivez pourquoi, ou corrigez les montants.",
            f"Participations: {owed.en} still owed and {taken.en} taken back go with no count of these lines. Write "
            "why, or correct the amounts.",
        ),
        "caisse",
    )
