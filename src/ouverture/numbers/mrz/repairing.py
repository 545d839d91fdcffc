"""Letters and digits that a reader takes for one another, put right only where the check digits prove it."""

from __future__ import annotations

from collections.abc import Iterator

from ouverture.numbers.mrz.layouts import Layout, Span, composite_holds, holds, personal_number_holds

_DIGIT_FOR = dict(zip("OQDUILTZSGB", "00001112568", strict=True))
_TWINS = ("0O", "0D", "0Q", "1I", "1L", "2Z", "4A", "5S", "6G", "7T", "8B")
_ONLY_DIGITS = ("birth", "expiry")


def repaired(layout: Layout, lines: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines with what could be proved put right, and the names of the fields that were changed.

    A date has digits only, so its letters are read as the digits they look like; that is kept only if its check digit
    then holds. A document number is tried with one character's twin; kept only if one reading alone satisfies its own
    digit and the last one.
    """
    changed: list[str] = []
    for name, span in layout.digits.items():
        if not holds(span, lines) or (name in _ONLY_DIGITS and not _is_figures(span.of(lines))):
            better = _dates(span, lines) if name in _ONLY_DIGITS else None
            if better:
                lines, changed = better, [*changed, name]
    if not holds(layout.number, lines):
        found = list(dict.fromkeys(_numbers(layout, lines)))
        if len(found) == 1:
            lines, changed = found[0], [*changed, "number"]
    return _last_digit(layout, lines), tuple(changed)


def _is_figures(field: str) -> bool:
    return all(character.isdigit() or character == "<" for character in field)


def _dates(span: Span, lines: tuple[str, ...]) -> tuple[str, ...] | None:
    """The lines with a date and its digit read as figures, when the digit then holds."""
    field = lines[span.line][span.start : span.end + 1]
    tried = put(lines, span.line, span.start, "".join(_DIGIT_FOR.get(character, character) for character in field))
    return tried if tried != lines and holds(span, tried) and _is_figures(span.of(tried)) else None


def _numbers(layout: Layout, lines: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every reading of the document number with one character less or more its twin that both digits prove.

    One digit cannot prove two changes, nor any change of a visa's number, which no last digit covers.
    """
    span = layout.number
    digit = lines[span.line][span.end]
    right = put(lines, span.line, span.end, _DIGIT_FOR.get(digit, digit))
    if holds(span, right) and composite_holds(layout, _last_digit(layout, right)):
        yield right
        return
    for place in range(span.start, span.end) if layout.composite_at else ():
        for twin in _twins_of(lines[span.line][place]):
            tried = put(right, span.line, place, twin)
            if holds(span, tried) and composite_holds(layout, _last_digit(layout, tried)):
                yield tried


def _twins_of(character: str) -> tuple[str, ...]:
    return tuple(pair.replace(character, "") for pair in _TWINS if character in pair)


def _last_digit(layout: Layout, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The last check digits read as figures when they are letters: a check digit is never one."""
    for span in (layout.composite_at, Span(1, 42, 43) if layout.name == "TD3" else None):
        if span and (digit := _DIGIT_FOR.get(span.of(lines))):
            tried = put(lines, span.line, span.start, digit)
            proved = composite_holds if span == layout.composite_at else personal_number_holds
            lines = tried if proved(layout, tried) else lines
    return lines


def put(lines: tuple[str, ...], row: int, at: int, written: str) -> tuple[str, ...]:
    """The lines with ``written`` standing from the place ``at`` of one of them."""
    line = lines[row]
    return (*lines[:row], line[:at] + written + line[at + len(written) :], *lines[row + 1 :])
