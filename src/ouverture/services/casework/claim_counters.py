"""What the sheets already priced in a file took of the person's caps, seen from the prices the caisse gave.

The file holds neither the sector of a doctor nor a long illness: what was taken from a line is what the tables take
under the answer that gives the caisse's price. Where none gives it, nothing is counted: unknown is not taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from typing import NamedTuple

from ouverture.clock.deadlines import DeadlineError
from ouverture.dossier.claim.events import CareSheet, PricedLine
from ouverture.dossier.file import File
from ouverture.dossier.one_look import once_a_look
from ouverture.dossier.person.birth import read_birth
from ouverture.pricing.acts import statuses
from ouverture.pricing.care import ADULT, Line, Pathway, Patient, Sector
from ouverture.pricing.counters import Counters
from ouverture.pricing.formula import price
from ouverture.pricing.readings import readings
from ouverture.pricing.spellings import act_named
from ouverture.pricing.terms import chooses_a_doctor, minor

SECTORS: tuple[Sector, ...] = ("1", "optam", "2")
PATHWAYS: tuple[Pathway, ...] = ("in", "out")


class Known(NamedTuple):
    """What the file knows of the person that a price rests on: the birth as told, the pathway to take first."""

    born_on: str
    first: Pathway


def known_of(file: File) -> Known:
    """The birth, and the care pathway: kept when a médecin traitant is in the file."""
    return Known(file.person.birth.on, "in" if file.doctor.doctor else "out")


def line_of(known: Known, sheet: CareSheet, place: int, counted_on: date) -> Line | None:
    """A line of a sheet as the formula wants it, under the first answers; None for an act that our tables lack.

    No sheet names who gave the care: the acts of one kind of one day are first taken as of one professional.
    """
    act, paid = act_named(sheet.lines[place].code), sheet.lines[place].cents
    if act is None:
        return None
    patient = _patient(known.born_on, sheet.care_on)
    return Line(act, sheet.care_on, paid, patient=patient, pathway=known.first, professional=act, repaid_on=counted_on)


def answers_to(line: Line, third_party: tuple[bool, ...] = (False, True)) -> Iterator[Line]:
    """The line under every answer to what the file does not say, the likeliest first."""
    for sector, pathway, paid_directly in product(SECTORS, _pathways(line), third_party):
        yield replace(line, sector=sector, pathway=pathway, third_party=paid_directly)


def _pathways(line: Line) -> tuple[Pathway, ...]:
    """Both places in the pathway, the first answer first; one for a child, whom it does not bind."""
    young = line.patient.age < chooses_a_doctor()
    return (line.pathway, *(each for each in PATHWAYS if each != line.pathway and not young))


def counters_before(file: File, sheet: CareSheet) -> Counters:
    """The person's counters before this sheet, to be moved: after those priced before it, or after all of them.

    ``owed`` is what was taken back from it when it was priced, else all that is owed now.
    """
    found = _counted(file, sheet.nth).copy()
    found.owed = sheet.taken_back if sheet.nth else file.claim.ledger.owed_participations
    return found


@once_a_look
def _counted(file: File, before: int) -> Counters:
    """The counters after the sheets priced before the ``before``-th (0: after all), in their order; to be copied."""
    priced = sorted((one for one in (*file.claim.open, *file.claim.settled) if one.nth), key=lambda one: one.nth)
    counters, known = Counters(), known_of(file)
    for sheet in priced:
        if not before or sheet.nth < before:
            counters = _after_sheet(sheet, known, counters)
    return counters


def _after_sheet(sheet: CareSheet, known: Known, before: Counters) -> Counters:
    counters = before.copy()
    counters.owed = sheet.taken_back
    for given in sheet.given:
        line = line_of(known, sheet, given.line, sheet.paid_on or sheet.priced_on or sheet.received_on)
        if line is not None:
            counters = _after_line(line, given, counters, sheet.owed > 0)
    return counters


def _after_line(line: Line, given: PricedLine, before: Counters, some_owed: bool) -> Counters:
    for answer in (*answers_to(line, (some_owed, False) if some_owed else (False,)), *_with_one_situation(line)):
        if given.cents in {each.priced.repaid for each in readings(answer, before)}:
            counters = before.copy()
            price(answer, counters)
            return counters
    return before


def _with_one_situation(line: Line) -> Iterator[Line]:
    """The reasons that a caisse writes most: a situation of the person that the file does not hold."""
    for name, pathway in product(statuses(), _pathways(line)):
        patient = replace(line.patient, situations=line.patient.situations | {name})
        yield replace(line, patient=patient, pathway=pathway)


def age_on(born_on: str, day: date) -> int | None:
    """The age in full years on a day, of a birth as it was told; None when it is not known to the day."""
    birth = _birth(born_on)
    if birth is None or birth > day:
        return None
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _birth(born_on: str) -> date | None:
    try:
        return read_birth(born_on).whole if born_on else None
    except DeadlineError:
        return None


def _patient(born_on: str, on: date) -> Patient:
    """The patient as far as the file knows: the age, when a birth is told."""
    birth, age = _birth(born_on), age_on(born_on, on)
    if birth is None or age is None:
        return Patient()
    free = (birth.year + minor(), birth.month, birth.day) > (on.year, 1, 1)
    return Patient(age, frozenset({"minor"} if free and age < ADULT else ()))
