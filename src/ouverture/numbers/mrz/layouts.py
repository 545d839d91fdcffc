"""Where each field stands in the five formats of ICAO Doc 9303 (parts 4 to 7), and what its check digits cover.

Besides them the French identity card of before 2021 ("IDFRA"): its own order, no nationality, and no last day.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from ouverture.numbers.travel_document import check_digit

Format = Literal["TD1", "TD2", "TD3", "MRV-A", "MRV-B", "IDFRA"]


class Span(NamedTuple):
    """The characters ``start`` to ``end`` (not included) of a line, lines counted from 0."""

    line: int
    start: int
    end: int

    def of(self, lines: tuple[str, ...]) -> str:
        """What stands there."""
        return lines[self.line][self.start : self.end]


class Layout(NamedTuple):
    """One format. ``digits``: each field that has a check digit, which stands right after it. ``composite``: the spans
    that the last digit covers, in their order; empty for visas, which have none. ``given``: the first names where they
    stand apart. ``expiry``: None for a card that does not say its last day.
    """

    name: Format
    lines: int
    width: int
    names: Span
    number: Span
    nationality: Span
    birth: Span
    sex: Span
    expiry: Span | None
    optional: tuple[Span, ...]
    composite: tuple[Span, ...] = ()
    composite_at: Span | None = None
    given: Span | None = None

    @property
    def digits(self) -> dict[str, Span]:
        """The fields with a check digit of their own, by name."""
        found = {"number": self.number, "birth": self.birth}
        return {**found, "expiry": self.expiry} if self.expiry else found


def _two_lines(name: Format, width: int, optional: Span, *, visa: bool = False) -> Layout:
    whole = (Span(1, 0, 10), Span(1, 13, 20), Span(1, 21, width - 1))
    return Layout(
        name, 2, width,
        names=Span(0, 5, width), number=Span(1, 0, 9), nationality=Span(1, 10, 13), birth=Span(1, 13, 19),
        sex=Span(1, 20, 21), expiry=Span(1, 21, 27), optional=(optional,),
        composite=() if visa else whole, composite_at=None if visa else Span(1, width - 1, width),
    )  # fmt: skip


TD1 = Layout(
    "TD1", 3, 30,
    names=Span(2, 0, 30), number=Span(0, 5, 14), nationality=Span(1, 15, 18), birth=Span(1, 0, 6), sex=Span(1, 7, 8),
    expiry=Span(1, 8, 14), optional=(Span(0, 15, 30), Span(1, 18, 29)),
    composite=(Span(0, 5, 30), Span(1, 0, 7), Span(1, 8, 15), Span(1, 18, 29)), composite_at=Span(1, 29, 30),
)  # fmt: skip
TD2 = _two_lines("TD2", 36, Span(1, 28, 35))
TD3 = _two_lines("TD3", 44, Span(1, 28, 42))
MRV_A = _two_lines("MRV-A", 44, Span(1, 28, 44), visa=True)
MRV_B = _two_lines("MRV-B", 36, Span(1, 28, 36), visa=True)
IDFRA = Layout(
    "IDFRA", 2, 36,
    names=Span(0, 5, 30), given=Span(1, 13, 27), number=Span(1, 0, 12), nationality=Span(0, 2, 5),
    birth=Span(1, 27, 33), sex=Span(1, 34, 35), expiry=None, optional=(Span(0, 30, 36),),
    composite=(Span(0, 0, 36), Span(1, 0, 35)), composite_at=Span(1, 35, 36),
)  # fmt: skip
LAYOUTS = (TD3, TD2, TD1, MRV_A, MRV_B)


def layouts_for(code: str, lines: int) -> tuple[Layout, ...]:
    """The formats that a first line beginning with ``code`` can have: visas begin with V, passports with P.

    Two lines that begin with IDFRA are the former French card: the new one has three.
    """
    if code.startswith(IDFRA.name) and lines == IDFRA.lines:
        return (IDFRA,)
    visas = code.startswith("V")
    return tuple(
        one
        for one in LAYOUTS
        if one.lines == lines and one.name.startswith("MRV") == visas and (one.name == "TD3") <= code.startswith("P")
    )


def digit_after(span: Span, lines: tuple[str, ...]) -> str:
    """The character that stands where the check digit of a field does."""
    return lines[span.line][span.end]


def holds(span: Span, lines: tuple[str, ...]) -> bool:
    """Whether the check digit after a field is right."""
    return check_digit(span.of(lines)) == digit_after(span, lines)


def personal_number_holds(layout: Layout, lines: tuple[str, ...]) -> bool:
    """Whether the fourth digit of a passport is right: an empty field may have "0" or "<"."""
    if layout.name != "TD3":
        return True
    field, digit = lines[1][28:42], lines[1][42]
    return check_digit(field) == digit or (digit == "<" and not field.strip("<"))


def composite_holds(layout: Layout, lines: tuple[str, ...]) -> bool:
    """Whether the last digit is right; True for visas, which have none."""
    if layout.composite_at is None:
        return True
    covered = "".join(span.of(lines) for span in layout.composite)
    return check_digit(covered) == layout.composite_at.of(lines)
