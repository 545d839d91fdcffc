"""Mutants of the tables: one figure, one day or one word changed; a case by hand must notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from ouverture.pricing import acts, explained, rows, terms
from ouverture.pricing.rows import TABLES, read_table

CENT = Decimal("0.01")
FIRST_DAY = date(2016, 1, 1)
"""The day our tables begin: no text begins there, and nothing before it is held, so that a day less changes nothing."""
READ_WITHOUT_A_DAY = {"minor", "chooses_a_doctor", "maternity_months_before", "maternity_days_after",
                      "maternity_first_month"}  # fmt: skip
DERIVED: tuple[Any, ...] = (
    rows.shelf, acts.acts, acts.statuses, terms.minor, terms.chooses_a_doctor, explained._of_row,
)  # fmt: skip
"""What is made from the tables once: no mutant touches a spelling, so the readers of words stay."""


class Mutant(NamedTuple):
    """One change of a table: where, what, and how it is made and undone; ``near``: the day of care that may notice."""

    series: tuple[str, str]
    says: str
    change: Callable[[], Callable[[], None]]
    near: date = FIRST_DAY


@contextmanager
def changed(mutant: Mutant) -> Iterator[None]:
    """The tables with this mutant; as they were afterwards."""
    undo = mutant.change()
    _forget()
    try:
        yield
    finally:
        undo()
        _forget()


def _forget() -> None:
    for cached in DERIVED:
        cached.cache_clear()


def of_rows() -> Iterator[Mutant]:
    """Every value up and down by the least step, every first and last day a day later and earlier."""
    for table in TABLES:
        for name, body in read_table(table).items():
            for place, dated in enumerate(body["values"]):
                step = 1 if table in ("counts", "rates") else CENT
                yield from _of_row((table, name), f"{table}.{name}[{place}]", dated, step)


def _of_row(series: tuple[str, str], where: str, dated: dict[str, Any], step: Any) -> Iterator[Mutant]:
    for key, by in (("value", step), ("since", timedelta(1)), ("until", timedelta(1))):
        if key in dated and not (key == "since" and series[1] in READ_WITHOUT_A_DAY):
            for sign in (1,) if key == "since" and dated[key] == FIRST_DAY else (1, -1):
                near = dated["since" if key == "value" else key]
                yield Mutant(series, f"{where}.{key} {'+' if sign > 0 else '-'}", _shift(dated, key, by * sign), near)
    for other in dated.get("others", ()):
        for sign in (5, -5):
            yield Mutant(series, f"{where}.others {sign}", _shift(other, "value", step * sign), dated["since"])


def of_situations() -> Iterator[Mutant]:
    """Every effect of a situation removed: a rate, an exception, what is spared or reduced."""
    for name, body in read_table("statuses").items():
        for key in ("rate", "doubtful_rate", "rate_not_held"):
            if key in body:
                yield Mutant(("statuses", name), f"{name}.{key} removed", _dropped(body, key))
        for key in ("except", "spares", "reduces"):
            for word in body.get(key, ()):
                yield Mutant(("statuses", name), f"{name}.{key} without {word}", _without(body, key, word))
        for care in list(body.get("rates", {})):
            yield Mutant(("statuses", name), f"{name}.rates.{care} removed", _dropped(body["rates"], care))


def _shift(dated: dict[str, Any], key: str, by: Any) -> Callable[[], Callable[[], None]]:
    def change() -> Callable[[], None]:
        before = dated[key]
        dated[key] = before + by
        return lambda: dated.__setitem__(key, before)

    return change


def _dropped(body: dict[str, Any], key: str) -> Callable[[], Callable[[], None]]:
    def change() -> Callable[[], None]:
        before = body.pop(key)
        return lambda: body.__setitem__(key, before)

    return change


def _without(body: dict[str, Any], key: str, word: str) -> Callable[[], Callable[[], None]]:
    def change() -> Callable[[], None]:
        before = body[key]
        body[key] = [each for each in before if each != word]
        return lambda: body.__setitem__(key, before)

    return change
