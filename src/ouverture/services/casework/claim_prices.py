"""What a care sheet of a file should bring, by the tables; a price that differs needs a written reason.

The file does not hold everything a price rests on (sector, long illness, C2S…): every price that the sector, the
pathway and the sources lead to is expected. A line whose act or tariff is not held is left to the caisse.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from typing import NamedTuple

from ouverture.clock.deadlines import DeadlineError
from ouverture.dossier.claim.events import CareSheet, PricedLine
from ouverture.dossier.claim.requests import PriceClaim
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.dossier.person.birth import read_birth
from ouverture.dossier.refusals import Refusal
from ouverture.pricing.care import ADULT, Line, Pathway, Patient, Sector
from ouverture.pricing.explained import money
from ouverture.pricing.formula import Priced, price
from ouverture.pricing.readings import readings
from ouverture.pricing.spellings import act_named
from ouverture.pricing.terms import chooses_a_doctor, minor
from ouverture.text import Text

SECTORS: tuple[Sector, ...] = ("1", "optam", "2")
PATHWAYS: tuple[Pathway, ...] = ("in", "out")


class Expected(NamedTuple):
    """What one line should bring, in cents: our first answer, its base, and every other that what is open leads to."""

    line: int
    base: int
    cents: int
    also: frozenset[int]


def expected(file: File, claim: CareSheet) -> tuple[Expected | None, ...]:
    """What each line of a sheet should bring; None for a line that was refused, or whose price is not held."""
    patient = _patient(file, claim.care_on)
    first: Pathway = "in" if file.doctor.doctor else "out"
    return tuple(
        None if line.refused else _line(place, line.code, line.cents, claim.care_on, patient, first)
        for place, line in enumerate(claim.lines)
    )


def first_priced(file: File, claim: CareSheet) -> tuple[Priced | None, ...]:
    """Our first answer to each line, with its steps; None as in ``expected``."""
    patient, held = _patient(file, claim.care_on), expected(file, claim)
    first: Pathway = "in" if file.doctor.doctor else "out"
    return tuple(
        None if one is None else price(Line(act_named(line.code) or "", claim.care_on, line.cents, patient=patient,
                                            pathway=first))
        for line, one in zip(claim.lines, held, strict=True)
    )  # fmt: skip


def named_act(code: str) -> str | None:
    """The act of our tables that the code of a sheet names; None when none does."""
    return act_named(code)


def suggested(file: File, claim: CareSheet) -> tuple[PricedLine | None, ...]:
    """The lines as the tables price them, to be shown in the form first; None where they do not."""
    found = expected(file, claim)
    return tuple(None if one is None else PricedLine(one.line, one.base, one.cents) for one in found)


def unexplained(file: File, command: Command) -> Refusal | None:
    """Why a price cannot be taken as it is: a line brings what no table leads to, and no reason is written."""
    if not isinstance(command, PriceClaim) or command.why or command.recovered:
        return None
    claim = file.claim.named(command.claim)
    if claim is None:
        return None
    wanted = {one.line: one for one in expected(file, claim) if one is not None}
    for priced in command.lines:
        one = wanted.get(priced.line)
        if one is not None and priced.cents not in one.also:
            return _differs(priced, one)
    return None


def in_all(file: File, claim: CareSheet) -> int | None:
    """What the whole sheet should bring, in cents; None when a line of it is not held."""
    lines = [one for one, line in zip(expected(file, claim), claim.lines, strict=True) if not line.refused]
    return None if not lines or None in lines else sum(one.cents for one in lines if one is not None)


def _patient(file: File, on: date) -> Patient:
    """The patient as far as the file knows: the age, when a birth is told."""
    try:
        born = read_birth(file.person.birth.on) if file.person.birth.on else None
    except DeadlineError:
        born = None
    if born is None or born.whole is None or born.whole > on:
        return Patient()
    birth = born.whole
    age = on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
    free = (birth.year + minor(), birth.month, birth.day) > (on.year, 1, 1)
    return Patient(age, frozenset({"minor"} if free and age < ADULT else ()))


def _line(place: int, code: str, paid: int, on: date, patient: Patient, first: Pathway) -> Expected | None:
    act = act_named(code)
    if act is None:
        return None
    tried = tuple(_tried(act, paid, on, patient, first))
    if not tried:
        return None
    base, cents = tried[0]
    return Expected(place, base, cents, frozenset(each for _, each in tried))


@cache
def _tried(act: str, paid: int, on: date, patient: Patient, first: Pathway) -> tuple[tuple[int, int], ...]:
    """Base and repayment under every answer to what the file does not say, the likeliest first; none if one lacks."""
    found = tuple(dict.fromkeys(_every(Line(act, on, paid, patient=patient, pathway=first))))
    held = tuple((base, cents) for base, cents in found if base is not None and cents is not None)
    return held if len(held) == len(found) else ()


def _every(line: Line) -> Iterator[tuple[int | None, int | None]]:
    young = line.patient.age < chooses_a_doctor()
    pathways = (line.pathway, *(each for each in PATHWAYS if each != line.pathway and not young))
    for sector, pathway, third_party in product(SECTORS, pathways, (False, True)):
        for reading in readings(replace(line, sector=sector, pathway=pathway, third_party=third_party)):
            yield reading.priced.base, reading.priced.repaid


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
