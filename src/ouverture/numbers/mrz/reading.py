"""Machine-readable lines read: who, until when, from whom, and which of it the check digits prove."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from ouverture.numbers.mrz.layouts import (
    Format,
    Layout,
    composite_holds,
    holds,
    layouts_for,
    personal_number_holds,
)
from ouverture.numbers.mrz.repairing import repaired
from ouverture.numbers.travel_document import check_digit

Kind = Literal["passport", "card", "visa"]
_BLANKS = str.maketrans(
    {"«": "<<", "‹": "<", "〈": "<", "く": "<", "＜": "<", "《": "<<", "(": "<", "{": "<", "|": "I"}
)
_SHAPE = re.compile(r"[A-Z0-9<]{24,50}", re.ASCII)
_FIRST = re.compile(r"[PVIAC][A-Z0-9<]{4}", re.ASCII)
_FIGURES = re.compile(r"\d{6}", re.ASCII)
_BIRTH = re.compile(r"(\d\d)(\d\d|<<)(\d\d|<<)", re.ASCII)
_MOST_BLANKS_ASTRAY = 8
_KINDS: dict[str, Kind] = {"P": "passport", "V": "visa"}
_FARTHEST_EXPIRY = 50


@dataclass(frozen=True, slots=True)
class Mrz:
    """What the lines say. ``primary``: the family name, or the only name. ``birth``: "1974-08-12", "1974" when that is
    all. ``truncated``: the names fill their field, so there may be more. ``wrong``: the fields whose check digit does
    not hold; what they say is not to be believed. ``repaired``: fields read anew because the digits proved it.

    ``repr`` shows neither names nor numbers.
    """

    format: Format
    kind: Kind
    code: str
    issuer: str
    number: str = field(repr=False)
    nationality: str = field(repr=False)
    birth: str = field(repr=False)
    sex: str = field(repr=False)
    expiry: date | None = field(repr=False)
    primary: str = field(repr=False)
    secondary: tuple[str, ...] = field(repr=False)
    truncated: bool
    optional: str = field(repr=False)
    wrong: tuple[str, ...] = ()
    repaired: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()
    """Which of the lines given these are, counted from 0."""

    @property
    def proved(self) -> bool:
        """Whether every check digit holds."""
        return not self.wrong

    @property
    def names(self) -> str:
        """All names, the family name first, with blanks between them."""
        return " ".join((self.primary, *self.secondary))


def read_mrz(lines: Sequence[str], today: date) -> Mrz | None:
    """The document whose machine-readable lines stand among ``lines`` (as recognised, in their order); None without.

    Of several readings the one with the fewest wrong digits is taken, then the one nearest to its format's width.
    Nothing is raised for other lines.
    """
    bare = [_bare(line) for line in lines]
    found = [each for rows in _groups(bare) for each in _read(bare, rows, today)]
    best = min(found, key=lambda one: (len(one[1].wrong), one[0], len(one[1].repaired)), default=None)
    return best[1] if best else None


def _bare(line: str) -> str:
    return re.sub(r"\s", "", line).translate(_BLANKS).upper()


def _groups(lines: list[str]) -> Iterator[tuple[int, ...]]:
    """Neighbouring lines that can be those of one document."""
    shaped = [row for row, line in enumerate(lines) if _SHAPE.fullmatch(line)]
    for at, row in enumerate(shaped):
        if _FIRST.match(lines[row]):
            yield from (tuple(shaped[at : at + count]) for count in (2, 3) if at + count <= len(shaped))


def _read(lines: list[str], rows: tuple[int, ...], today: date) -> Iterator[tuple[int, Mrz]]:
    """Each reading of these lines of which at least one check digit holds, with how far it is from its width."""
    given = tuple(lines[row] for row in rows)
    for layout in layouts_for(given[0][:5], len(given)):
        fitted = tuple(_fitted(line, layout.width) for line in given)
        if not all(fitted):
            continue
        right, changed = repaired(layout, fitted)
        wrong = tuple(_wrong(layout, right))
        if not set(layout.digits) <= set(wrong):
            astray = sum(abs(len(line) - layout.width) for line in given)
            yield astray, replace(_document(layout, right, today), wrong=wrong, repaired=changed, rows=rows)


def _wrong(layout: Layout, lines: tuple[str, ...]) -> Iterator[str]:
    continued = _continued(layout, lines)
    for name, span in layout.digits.items():
        if not (holds(span, lines) or (name == "number" and continued)):
            yield name
    if not personal_number_holds(layout, lines):
        yield "personal_number"
    if not composite_holds(layout, lines):
        yield "composite"


def _continued(layout: Layout, lines: tuple[str, ...]) -> str:
    """A card's number of more than nine characters, which goes on in the next field with its digit at the end; ""."""
    span = layout.number
    if layout.name not in ("TD1", "TD2") or lines[span.line][span.end] != "<":
        return ""
    rest = layout.optional[0].of(lines).split("<")[0]
    number = span.of(lines) + rest[:-1]
    return number if len(rest) > 1 and check_digit(number) == rest[-1] else ""


def _document(layout: Layout, lines: tuple[str, ...], today: date) -> Mrz:
    names = layout.names.of(lines)
    primary, _, rest = names.strip("<").partition("<<")
    given = layout.given.of(lines) if layout.given else ""
    continued = _continued(layout, lines)
    return Mrz(
        format=layout.name,
        kind=_KINDS.get(lines[0][0], "card"),
        code=lines[0][:2].rstrip("<"),
        issuer=lines[0][2:5].rstrip("<"),
        number=continued or layout.number.of(lines).rstrip("<"),
        nationality=layout.nationality.of(lines).rstrip("<"),
        birth=_birth(layout.birth.of(lines), today),
        sex=layout.sex.of(lines).rstrip("<"),
        expiry=_expiry(layout.expiry.of(lines), today) if layout.expiry else None,
        primary=primary.replace("<", " "),
        secondary=tuple(part for part in (given or rest).split("<") if part),
        truncated=not names.endswith("<") or (given != "" and not given.endswith("<")),
        optional=" ".join(one for span in layout.optional if (one := span.of(lines).strip("<"))),
    )


def _birth(field: str, today: date) -> str:
    """The birth date as far as it is known; the century is the last one that does not lie in the future."""
    written = _BIRTH.fullmatch(field)
    if written is None:
        return ""
    year, *parts = written.groups()
    known = [part for part in parts if part.isdigit()]
    first = f"{int(today.year) // 100 * 100 + int(year):04}"
    century = first if "-".join((first, *known)) <= today.isoformat() else f"{int(first) - 100:04}"
    born = "-".join((century, *known))
    return born if _exists(born) else ""


def _exists(born: str) -> bool:
    try:
        return bool(date.fromisoformat("-".join((*born.split("-"), "01", "01")[:3])))
    except ValueError:
        return False


def _expiry(field: str, today: date) -> date | None:
    """The last day of validity: the century that puts it nearest; None when it is no day."""
    if not _FIGURES.fullmatch(field):
        return None
    year = today.year // 100 * 100 + int(field[:2])
    year -= 100 if year > today.year + _FARTHEST_EXPIRY else 0
    try:
        return date(year, int(field[2:4]), int(field[4:]))
    except ValueError:
        return None


def _fitted(line: str, width: int) -> str:
    """The line in the format's width: blanks that a reader dropped or added are blanks still; "" when it cannot be."""
    lacking = width - len(line)
    if not lacking:
        return line
    runs = sorted(re.finditer("<+", line), key=lambda run: len(run[0]))
    if not runs or not -len(runs[-1][0]) < lacking <= _MOST_BLANKS_ASTRAY:
        return ""
    run = runs[-1]
    return line[: run.start()] + "<" * (len(run[0]) + lacking) + line[run.end() :]
