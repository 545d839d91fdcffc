"""A social security number compared with a declared birth: what agrees, what differs, what is to be checked.

The number is changed only when the civil-status facts it encodes change (décret 82-103, art. 6): a disagreement is a
question for the caisse, not a fault of the person.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from ouverture.numbers.birth_month import birth_month
from ouverture.numbers.birth_year import birth_year
from ouverture.numbers.birthplace import Told, meanings, served, told
from ouverture.numbers.declared_place import FRANCE, declared_codes
from ouverture.numbers.nir import Nir, NotASocialSecurityNumber, fields
from ouverture.numbers.tables import communes, countries, extension_codes, former_communes
from ouverture.numbers.wording import day_name, month_name, say, tables_date
from ouverture.text import Language, Text

Sex = Literal["man", "woman"]
About = Literal["number", "sex", "year", "month", "place"]
Standing = Literal["agrees", "differs", "to_check", "silent"]
_SEX_DIGIT: dict[Sex, int] = {"man": 1, "woman": 2}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One field where number and declaration differ. ``certain`` is False when our tables cannot settle it."""

    about: About
    says: Text = field(repr=False)
    certain: bool = True

    def to_json(self) -> dict[str, object]:
        """A JSON-ready dictionary."""
        return {"about": self.about, "certain": self.certain, **self.says._asdict()}


class Compared(NamedTuple):
    """One field of a number beside what was declared; "silent" when the number does not tell it."""

    about: About
    standing: Standing
    says: Text


@dataclass(frozen=True, slots=True)
class Agreement:
    """A number beside a declared birth, field by field, in the order of the digits; only what was declared is there."""

    compared: tuple[Compared, ...] = field(repr=False)

    @property
    def contradicts(self) -> bool:
        """Whether number and civil status surely differ: one of the two is wrong, or they are two persons'."""
        return any(one.standing == "differs" for one in self.compared)

    @property
    def to_check(self) -> bool:
        """Whether our tables leave a doubt that only the birth certificate settles."""
        return any(one.standing == "to_check" for one in self.compared)

    @property
    def differing(self) -> tuple[About, ...]:
        """The fields that surely differ."""
        return tuple(one.about for one in self.compared if one.standing == "differs")

    def to_json(self) -> dict[str, object]:
        """A JSON-ready dictionary; every sentence as {"fr", "en"}."""
        return {
            "contradicts": self.contradicts,
            "to_check": self.to_check,
            "compared": [{"about": c.about, "standing": c.standing, **c.says._asdict()} for c in self.compared],
        }

    def sentences(self, language: Language) -> list[str]:
        """One line a field, for a person."""
        return [one.says.to(language) for one in self.compared]


def agreement(
    nir: Nir | str,
    *,
    born_on: date | None = None,
    sex: Sex | None = None,
    place: str | None = None,
    on: date | None = None,
) -> Agreement:
    """``nir`` beside the declared birth, for a desk or for the life of a file: pure, and nothing is refused here.

    The digits are built from the civil status (décret 82-103): a year or a month that differs from the birth date in
    the file is a contradiction in civil status, to be settled before the number is used. An unreadable number differs.
    """
    differing = {one.about: one for one in check(nir, born_on=born_on, sex=sex, place=place, on=on)}
    if "number" in differing:
        return Agreement(tuple(Compared("number", "differs", one.says) for one in differing.values()))
    read = fields(nir, on=on) if isinstance(nir, str) else nir
    declared: dict[About, bool] = {
        "sex": sex is not None,
        "year": born_on is not None,
        "month": born_on is not None,
        "place": bool(place and place.strip()),
    }
    compared = [_compared(about, read, differing.get(about)) for about, given in declared.items() if given]
    days = _day_of_the_code(read, born_on) if born_on is not None and "year" not in differing else None
    return Agreement((*compared, *((days,) if days else ())))


def _compared(about: About, nir: Nir, differing: Disagreement | None) -> Compared:
    if differing is not None:
        return Compared(about, "differs" if differing.certain else "to_check", differing.says)
    if about == "month" and nir.birth_month is None:
        return Compared(about, "silent", say("silent_month"))
    return Compared(about, "agrees", say(f"agrees_{about}"))


def _day_of_the_code(nir: Nir, born_on: date) -> Compared | None:
    """A place whose code served only before or after the day of birth, by our tables; None when it served then."""
    found = meanings(nir.place)
    if not found or any(meaning.served_on(born_on) for meaning in found):
        return None
    words = say("place_day_doubtful", place=nir.place, served=served(found), day=day_name(born_on))
    return Compared("place", "to_check", words)


def check(
    nir: Nir | str,
    *,
    born_on: date | None = None,
    sex: Sex | None = None,
    place: str | None = None,
    on: date | None = None,
) -> tuple[Disagreement, ...]:
    """Where ``nir`` and the declared birth differ; empty when they agree or nothing was declared.

    ``place``: Insee code of five characters, ISO country code, or a name of country or commune. A month above 12 in
    the number says that the month is not known and never disagrees. An unreadable number is itself the answer.
    """
    if isinstance(nir, str):
        try:
            nir = fields(nir, on=on)
        except NotASocialSecurityNumber as fault:
            return tuple(Disagreement("number", reason.says) for reason in fault.reasons)
    found = (_sex(nir, sex), _year(nir, born_on), _month(nir, born_on), _place(nir, born_on, place, on))
    return tuple(disagreement for disagreement in found if disagreement is not None)


def _sex(nir: Nir, sex: Sex | None) -> Disagreement | None:
    if sex is None or _SEX_DIGIT[sex] == nir.sex:
        return None
    return Disagreement("sex", say("differs_sex", number=say(f"sex_{nir.sex}"), declared=say(f"sex_{_SEX_DIGIT[sex]}")))


def _year(nir: Nir, born_on: date | None) -> Disagreement | None:
    if born_on is None or born_on.year % 100 == nir.year:
        return None
    return Disagreement("year", say("differs_year", number=f"{nir.year:02d}", declared=born_on.year))


def _month(nir: Nir, born_on: date | None) -> Disagreement | None:
    if born_on is None or nir.birth_month in {None, born_on.month}:
        return None
    code = "differs_month_swapped" if nir.month == born_on.day else "differs_month"
    return Disagreement("month", say(code, number=month_name(nir.month), declared=month_name(born_on.month)))


def _place(nir: Nir, born_on: date | None, place: str | None, on: date | None) -> Disagreement | None:
    if not place or not place.strip():
        return None
    declared = declared_codes(place)
    if not declared:
        return Disagreement("place", say("declared_place_unknown", place=place.strip()), certain=False)
    written = _told(nir, born_on, on)
    if declared & written.codes or (declared >= FRANCE and not _abroad(written)):
        return None
    return _differing_place(nir, place.strip(), declared, written)


def _differing_place(nir: Nir, place: str, declared: frozenset[str], written: Told) -> Disagreement:
    code, certain = "differs_place", True
    country = countries().get(nir.place)
    if country is not None and country.wider_before and not declared & communes().keys():
        code, certain = "differs_place_wider", False
    elif not nir.place.startswith("99") and _unsettled(nir.place, declared):
        code, certain = "place_cannot_compare", False
    return Disagreement("place", say(code, number=written.says, declared=place), certain)


def _unsettled(place: str, declared: frozenset[str]) -> bool:
    """Whether our tables leave room for the declared place: an unknown code, or ground that was French then."""
    if any(meaning.codes <= countries().keys() for meaning in meanings(place)) and declared >= FRANCE:
        return True
    known = place in communes() or place in former_communes() or place in extension_codes()
    same_department = any(code[:2] == place[:2] for code in declared)
    return not known and (same_department or len(meanings(place)) > 1)


def _told(nir: Nir, born_on: date | None, on: date | None) -> Told:
    """What the place says; the declared year serves only when the number carries the same two digits."""
    years = birth_year(f"{nir.year:02d}", (on or tables_date()).year).years
    if born_on is not None and born_on.year in years:
        years = (born_on.year,)
    return told(nir.place, years, birth_month(f"{nir.month:02d}").month)


def _abroad(written: Told) -> bool:
    return all(code.startswith("99") for code in written.codes)
