"""A number whose digits contradict the birth in the file is not given: it would be another person's (décret 82-103).

The digits say the sex, the year and the month of birth; a month above 12 says that the month is not known.
"""

from __future__ import annotations

from datetime import date

from ouverture.dossier.file import File
from ouverture.dossier.kernel import Moment
from ouverture.dossier.person.birth import BirthDate, read_birth
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.numbers.agreement import Disagreement, Sex, check
from ouverture.numbers.nir import NotASocialSecurityNumber, fields
from ouverture.text import Text

SEXES: dict[str, Sex] = {"man": "man", "woman": "woman"}


def against_the_person(file: File, number: str, at: Moment) -> Refusal | None:
    """The refusal of a number that contradicts the birth in the file; None when nothing does, or another said why.

    Outside this system a number is recorded as it was seen.
    """
    if not file.connected or any(one.number == number and one.who != at.who for one in file.number.accepted):
        return None
    found = differences(file, number)
    if not found:
        return None
    fr = " ; ".join(one.says.fr.rstrip(".") for one in found)
    en = "; ".join(one.says.en.rstrip(".") for one in found)
    return refuse("number_against_person", differs=Text(fr, en))


def differences(file: File, number: str) -> tuple[Disagreement, ...]:
    """Where the digits and the birth in the file differ in sex, year or month; the place is never sure enough."""
    birth, born = file.person.birth, _born(file)
    sex = SEXES.get(birth.sex)
    if born is None and sex is None:
        return ()
    whole = born.whole if born else None
    found = check(number, born_on=whole, sex=sex)
    partly = _of_part(number, born) if born and whole is None else ()
    return tuple(one for one in (*found, *partly) if one.certain and one.about in ("sex", "year", "month"))


def _born(file: File) -> BirthDate | None:
    """The birth told, else the one among the person's answers."""
    if file.person.birth.on:
        return read_birth(file.person.birth.on)
    answered = dict(file.application.facts).get("born_on")
    if not isinstance(answered, int) or answered < 1:
        return None
    day = date.fromordinal(answered)
    return BirthDate(day.year, day.month, day.day)


def _of_part(number: str, born: BirthDate) -> tuple[Disagreement, ...]:
    """The same comparison for a birth of which only the year, or the year and month, is known."""
    try:
        read = fields(number)
    except NotASocialSecurityNumber:
        return ()
    compared = born.earliest.replace(month=born.month or read.birth_month or 1)
    return check(number, born_on=compared)
