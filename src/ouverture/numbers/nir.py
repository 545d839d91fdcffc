"""The social security number as its fields: build it, take it apart, print it, mask it."""

from dataclasses import dataclass, field
from datetime import date

from ouverture.numbers.birth_month import birth_month
from ouverture.numbers.birthplace import told
from ouverture.numbers.cleaning import clean
from ouverture.numbers.nir_key import key_of, masked
from ouverture.numbers.nir_reading import as_social_number, near_social_number
from ouverture.numbers.wording import Finding, finding, tables_date


class NotASocialSecurityNumber(ValueError):
    """The fields or the text make no legal number; ``reasons`` says why in both languages."""

    def __init__(self, reasons: tuple[Finding, ...]) -> None:
        """``reasons``: at least one finding."""
        super().__init__(" ".join(reason.says.en for reason in reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Nir:
    """The fields of a number: sex 1 or 2, year 0-99, month as written (see ``birth_month``), place, order 1-999."""

    sex: int
    year: int = field(repr=False)
    month: int = field(repr=False)
    place: str = field(repr=False)
    order: int = field(repr=False)

    @property
    def thirteen(self) -> str:
        """The 13 characters without the key."""
        return f"{self.sex}{self.year:02d}{self.month:02d}{self.place}{self.order:03d}"

    @property
    def key(self) -> str:
        """The two digits of the key."""
        return key_of(self.thirteen)

    @property
    def fifteen(self) -> str:
        """The 15 characters, key included."""
        return self.thirteen + self.key

    @property
    def printed(self) -> str:
        """The number as a carte Vitale prints it."""
        n = self.fifteen
        return f"{n[0]} {n[1:3]} {n[3:5]} {n[5:7]} {n[7:10]} {n[10:13]} {n[13:]}"

    @property
    def masked(self) -> str:
        """The number as a log may show it."""
        return masked(self.fifteen)

    @property
    def birth_month(self) -> int | None:
        """The month of birth, or None: a code above 12 says that it is not known."""
        return birth_month(f"{self.month:02d}").month


def build(*, sex: int, year: int, month: int, place: str, order: int, on: date | None = None) -> Nir:
    """A number from its fields; the year may have four digits. Rests on décret 82-103 art. 4 and the CNAM rules.

    Raises NotASocialSecurityNumber when a field is out of range or the place did not exist for that birth.
    """
    numbers_fit = sex in {1, 2} and 0 <= year <= 9999 and 0 <= month <= 99 and 0 <= order <= 999
    if not numbers_fit or len(place) != 5:
        raise NotASocialSecurityNumber((finding("fields_out_of_range"),))
    built = fields(Nir(sex, year % 100, month, place.upper(), order).thirteen, on=on)
    if year >= 100:
        _refuse(told(built.place, (year,), built.birth_month).problems)
    return built


def fields(text: str, *, on: date | None = None) -> Nir:
    """The fields of a written number, with or without key, spaces allowed.

    Raises NotASocialSecurityNumber when it is faulty, or of another kind (old provisional numbers, first digit 3 or 4).
    """
    compact, year = clean(text).compact, (on or tables_date()).year
    candidate = as_social_number(compact, year) or near_social_number(compact, year)
    if candidate is None or candidate.kind == "legacy":
        raise NotASocialSecurityNumber((finding("not_nir_shaped"),))
    _refuse(candidate.problems)
    return Nir(int(compact[0]), int(compact[1:3]), int(compact[3:5]), compact[5:10], int(compact[10:13]))


def _refuse(problems: tuple[Finding, ...]) -> None:
    if problems:
        raise NotASocialSecurityNumber(problems)
