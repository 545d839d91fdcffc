"""A social security number compared with a declared birth: each disagreement explained, nothing refused.

The number is changed only when the civil-status facts it encodes change (décret 82-103, art. 6): a disagreement is a
question for the caisse, not a fault of the person.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ouverture.numbers.birth_month import birth_month
from ouverture.numbers.birth_year import birth_year
from ouverture.numbers.birthplace import Told, meanings, told
from ouverture.numbers.declared_place import FRANCE, declared_codes
from ouverture.numbers.nir import Nir, NotASocialSecurityNumber, fields
from ouverture.numbers.tables import communes, countries, extension_codes, former_communes
from ouverture.numbers.wording import month_name, say, tables_date
from ouverture.text import Text

Sex = Literal["man", "woman"]
_SEX_DIGIT: dict[Sex, int] = {"man": 1, "woman": 2}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One field where number and declaration differ. ``certain`` is False when our tables cannot settle it."""

    about: Literal["number", "sex", "year", "month", "place"]
    says: Text = field(repr=False)
    certain: bool = True

    def to_json(self) -> dict[str, object]:
        """A JSON-ready dictionary."""
        return {"about": self.about, "certain": self.certain, **self.says._asdict()}


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
