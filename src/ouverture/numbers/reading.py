"""The door of this package: any pasted text, answered with every kind of number it can be, and why.

Ambiguity is listed and a question asked; nothing is resolved silently, nothing raises.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from ouverture.numbers.abroad import as_foreign_numbers
from ouverture.numbers.bank import as_iban, as_rib, near_iban
from ouverture.numbers.candidate import Candidate, Kind
from ouverture.numbers.cleaning import LONGEST_TEXT, clean, lookalikes, without_name, without_trailing_decimals
from ouverture.numbers.damage import damage, masked_digits
from ouverture.numbers.embedded import embedded_numbers
from ouverture.numbers.health_identity import as_health_identity
from ouverture.numbers.nir_reading import as_social_number, near_social_number
from ouverture.numbers.post import as_postal_number
from ouverture.numbers.professional import as_card_serial, as_professional_number
from ouverture.numbers.specimens import specimen
from ouverture.numbers.tax import as_tax_number, near_tax_number, passes_control
from ouverture.numbers.temporary import as_temporary_number
from ouverture.numbers.travel_document import as_travel_document
from ouverture.numbers.wording import Finding, finding, say, tables_date
from ouverture.text import Language, Text

Status = Literal["certified", "waiting"]

_KIND_BY_STATUS: dict[Status | None, Kind] = {"certified": "nir", "waiting": "nia", None: "nia_or_nir"}

# Every kind that needs nothing but the characters. The social security number is apart: it also needs a year.
_CLAIMS = (
    as_temporary_number,
    as_tax_number,
    as_iban,
    as_rib,
    as_postal_number,
    as_professional_number,
    as_card_serial,
)


_SHAPE_ONLY = frozenset({"ameli_pro", "card_serial"})
_FEWEST_DIGITS, _MOST_DIGITS, _FEW_LETTERS = 10, 15, 3
"""Between these lengths a number is nearly a social security number."""
_WEAK_NOTES = frozenset({"lookalikes", "rpps_luhn_fails"})
_TELEPHONE = re.compile(r"\D{0,20}(?:\+|00)\s?(?:\d[\s.()-]{0,2}){9,14}|\D{0,20}0[1-9](?:[\s.-]?\d\d){4}", re.ASCII)
_DATE = re.compile(r"\D{0,12}(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d\d|\d{4})|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a text can be. ``reason`` is one sentence on the whole, also when nothing was recognised;
    ``question`` is what to ask the person when several readings hold."""

    candidates: tuple[Candidate, ...]
    reason: Text = field(repr=False)
    question: Text | None = None

    def to_json(self) -> dict[str, object]:
        """A JSON-ready dictionary; every sentence as {"fr", "en"}."""
        return {
            "reason": self.reason._asdict(),
            "question": self.question._asdict() if self.question else None,
            "candidates": [candidate.to_json() for candidate in self.candidates],
        }

    def sentences(self, language: Language) -> list[str]:
        """The whole answer as lines for a person, in "fr" or "en"."""
        lines = [self.reason.to(language)]
        for candidate in self.candidates:
            lines += candidate.sentences(language)
        return lines + ([self.question.to(language)] if self.question else [])


@dataclass(frozen=True, slots=True)
class _Seen:
    """From where a number is read: the year of today, and what the caller knows of its status."""

    on_year: int
    kind: Kind


def read(text: str, *, on: date | None = None, status: Status | None = None) -> Reading:
    """Every kind of number that ``text`` can be, each explained. Never raises on any text.

    ``on``: today's date, for the century of a birth year; the date of the tables when not given.
    ``status``: "certified" or "waiting" when it is known from elsewhere (R. 114-7 CSS): the digits do not tell.
    """
    seen = _Seen((on or tables_date()).year, _KIND_BY_STATUS[status])
    compact = text.replace(" ", "")
    if len(compact) == 15:
        # The common case, without the detours: 15 plain characters are a social security number or nothing listed here.
        candidate = as_social_number(compact, seen.on_year, seen.kind)
        if candidate is not None:
            return _reading([candidate], text)
    return _read_anything(text, seen)


def _read_anything(text: str, seen: _Seen) -> Reading:
    if not text.strip():
        return Reading((), say("nothing_pasted"))
    if len(text) > LONGEST_TEXT:
        return Reading((), say("too_long", length=len(text), longest=LONGEST_TEXT))
    if _TELEPHONE.fullmatch(text.strip()):
        return Reading((), say("a_telephone"))
    whole = as_health_identity(text, seen.on_year) or as_travel_document(text)
    if whole is not None:
        return _reading([whole], text)
    lost = damage(text)
    if lost.damaged is not None:
        return _reading([lost.damaged], text)
    text = without_name(text)
    shorter = without_trailing_decimals(lost.restored or text)
    cleaned = clean(shorter.compact)
    notes = ((lost.note,) if lost.note else ()) + shorter.notes + cleaned.notes
    found = _beside_foreign(_recognised(cleaned.compact, text, seen), as_foreign_numbers(cleaned.compact, text))
    hidden = masked_digits(text) if not found else None
    return _reading([_noted(candidate, notes) for candidate in found] or ([hidden] if hidden else []), text)


def _recognised(compact: str, text: str, seen: _Seen) -> list[Candidate]:
    """The first effort that finds something: as typed, a spoiled IBAN, look-alikes, inside the text, near misses."""
    spoiled = near_iban(compact)
    return (
        _claimed(compact, seen)
        or ([spoiled] if spoiled else [])
        or _with_lookalikes(compact, seen)
        or [found for number in embedded_numbers(text) for found in _claimed(number, seen)]
        or _nearly(compact, seen)
    )


def _beside_foreign(found: list[Candidate], foreign: list[Candidate]) -> list[Candidate]:
    """Numbers of other countries beside French readings that hold by more than their shape."""
    if not foreign:
        return found
    return [candidate for candidate in found if candidate.valid and not _is_weak(candidate)] + foreign


def _is_weak(candidate: Candidate) -> bool:
    if candidate.kind == "rpps" and candidate.number.startswith("10"):
        return False  # so begins every RPPS number we have seen
    return candidate.kind in _SHAPE_ONLY or not _WEAK_NOTES.isdisjoint(note.code for note in candidate.notes)


def _claimed(compact: str, seen: _Seen) -> list[Candidate]:
    social = as_social_number(compact, seen.on_year, seen.kind)
    found = [social] if social else []
    found += [candidate for claim in _CLAIMS if (candidate := claim(compact)) is not None]
    if len(compact) == 13:
        return _thirteen(compact, found, seen)
    # A SIRET has the length of a social security number that lost a digit: say both.
    return found + (_nearly(compact, seen) if len(compact) == 14 and found else [])


def _thirteen(compact: str, found: list[Candidate], seen: _Seen) -> list[Candidate]:
    """A good tax control with first digit 0 or 3 settles it; readings that fail give way to one that holds."""
    if compact[0] in "03" and passes_control(compact):
        found = [candidate for candidate in found if candidate.kind == "spi"]
    holding = [candidate for candidate in found if candidate.valid]
    return holding or (found and found + _nearly(compact, seen))


def _with_lookalikes(compact: str, seen: _Seen) -> list[Candidate]:
    found = []
    for repaired in lookalikes(compact):
        note = finding("lookalikes", changes=repaired.changes)
        found += [_noted(candidate, (note,)) for candidate in _claimed(repaired.compact, seen)]
    return [candidate for candidate in found if candidate.valid] or found


def _nearly(compact: str, seen: _Seen) -> list[Candidate]:
    return [near for near in (near_social_number(compact, seen.on_year), near_tax_number(compact)) if near is not None]


def _noted(candidate: Candidate, notes: tuple[Finding, ...]) -> Candidate:
    return replace(candidate, notes=(*candidate.notes, *notes)) if notes else candidate


def _reading(candidates: list[Candidate], text: str) -> Reading:
    candidates = [_noted(candidate, _specimen(candidate)) for candidate in candidates]
    if not candidates:
        return Reading((), _reason_for_none(text))
    if len(candidates) == 1:
        return Reading((candidates[0],), _reason_for_one(candidates[0]))
    kinds = {candidate.kind for candidate in candidates}
    question = say("ask_nir_or_spi" if "spi" in kinds and len(kinds) > 1 else "ask_which")
    return Reading(tuple(candidates), say("several", count=len(candidates)), question)


def _specimen(candidate: Candidate) -> tuple[Finding, ...]:
    found = specimen(candidate.number)
    return (found,) if found else ()


def _reason_for_one(candidate: Candidate) -> Text:
    example = specimen(candidate.number)
    if example is not None:
        return say("one_specimen", label=candidate.label, specimen=example.says)
    if candidate.kind == "foreign":
        return say("one_foreign", what=candidate.parts[0].says)
    if candidate.kind == "mrz":
        return candidate.notes[0].says
    if candidate.problems:
        return say("one_faulty", label=candidate.label, problem=candidate.problems[0].says)
    if _is_weak(candidate) and candidate.kind == "rpps":
        return say("one_by_shape", label=candidate.label)
    return _reason_for_valid(candidate.kind)


@lru_cache(maxsize=64)
def _reason_for_valid(kind: Kind) -> Text:
    return say("one_valid", label=Candidate(kind, "", True).label)


def _reason_for_none(text: str) -> Text:
    """The fault, by name: letters among digits, too few signs, a first digit that no number has, too many digits."""
    if _DATE.fullmatch(text):
        return say("a_date")
    compact = clean(text).compact
    digits = sum(map(str.isdigit, compact))
    if not digits:
        return say("no_digits")
    letters = "".join(dict.fromkeys(character for character in compact if not character.isdigit()))
    if 0 < len(letters) <= _FEW_LETTERS and digits >= _FEWEST_DIGITS:
        return say("nothing_letters", letters=letters)
    if letters:
        return say("nothing_recognised", length=len(compact), digits=digits)
    if len(compact) < _FEWEST_DIGITS:
        return say("nothing_too_short", length=len(compact))
    if len(compact) > _MOST_DIGITS:
        return say("nothing_too_long", length=len(compact))
    return say("nothing_first_digit", length=len(compact), digit=compact[0])
