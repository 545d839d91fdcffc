"""What the answers of a crowd imply, column by column, as ``law.consistency.derived`` does for one person."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from ouverture.law.answers import AnswerError
from ouverture.law.arretes.arr2017 import ON_THE_LIST
from ouverture.law.consistency import (
    AT_WORK_OR_AT_SCHOOL,
    IMPLIED,
    STANDING_OF,
    Implied,
    last_birth_of_an_adult,
    place_of_postcode,
)
from ouverture.law.facts import FACTS
from ouverture.law.facts.stay import STILL_GOOD
from ouverture.places.memberships import EU_EEA_SWITZERLAND
from ouverture.rules.columns import UNKNOWN
from ouverture.rules.facts import Value
from ouverture.services.answer.read_columns import Crowd, Ints

UNREADABLE = -2
"""In ``places_of``: a postcode that is none."""


def with_implied(crowd: Crowd, on: date) -> dict[str, Ints]:
    """The columns of the crowd with what they imply, where it was not said."""
    columns = {name: codes for name, codes in crowd.codes.items() if name not in crowd.words}
    if "postcode" in crowd.codes:
        places = places_of(crowd)
        _fill(columns, "lives_in", np.where(places < UNKNOWN, np.int8(UNKNOWN), places))
    if {"born_on", "activity"} <= set(columns):
        _spare_minors(columns, crowd.rows, on)
    for implied in IMPLIED:
        if all(name in columns for name, _ in implied.when):
            _imply(columns, implied, crowd.rows)
    if "stay_document_until" in columns:
        until = columns["stay_document_until"]
        ended = (until != UNKNOWN) & (until < on.toordinal())
        _fill(columns, "irregular_since", np.where(ended, until + 1, UNKNOWN))
        _stand(columns, ended)
    elif "stay_document" in columns:
        _stand(columns, np.zeros(crowd.rows, bool))
    return columns


def _spare_minors(columns: dict[str, Ints], rows: int, on: date) -> None:
    """No permit is asked of the rows at work or at school whose birth date is a minor's, unless they have one."""
    minors = (columns["born_on"] > last_birth_of_an_adult(on)) & _said(columns, "activity", AT_WORK_OR_AT_SCHOOL, rows)
    if not minors.any():
        return
    until = columns.get("stay_document_until", np.full(rows, UNKNOWN))
    ended = (until != UNKNOWN) & (until < on.toordinal())
    unnamed = columns.get("stay_document", np.full(rows, UNKNOWN)) == UNKNOWN
    held = _said(columns, "stay_document", ON_THE_LIST, rows) | (
        unnamed & _said(columns, "stay_standing", STILL_GOOD, rows)
    )
    spared = minors & ~_said(columns, "nationality", EU_EEA_SWITZERLAND, rows) & (ended | ~held)
    for name, value in (("stay_standing", "under_18"), ("stay_document", "none_under_18")):
        said = columns.get(name, np.full(rows, UNKNOWN))
        columns[name] = np.where(spared, np.int8(FACTS[name].values().index(value)), said)


def _said(columns: dict[str, Ints], name: str, wanted: Iterable[Value], rows: int) -> NDArray[np.bool_]:
    """The rows of which one of ``wanted`` was said; none where the table has no such column."""
    return among(name, columns[name], frozenset(wanted)) if name in columns else np.zeros(rows, bool)


def _imply(columns: dict[str, Ints], implied: Implied, rows: int) -> None:
    """Fill in one implied answer: each condition, and the code it gives, by one look-up a row."""
    code = np.int8(FACTS[implied.name].values().index(implied.value))
    if not implied.when:
        _fill(columns, implied.name, np.full(rows, code))
        return
    holds = np.logical_and.reduce([among(name, columns[name], wanted) for name, wanted in implied.when])
    if implied.instead:
        columns[implied.name] = np.where(holds, code, columns[implied.name])
    elif holds.any():
        _fill(columns, implied.name, np.where(holds, code, np.int8(UNKNOWN)))


def _stand(columns: dict[str, Ints], ended: NDArray[np.bool_]) -> None:
    """Where a document stands that is named without a word on it; ``ended``: the rows whose last day is past."""
    if "stay_document" not in columns:
        return
    standings = FACTS["stay_standing"].values()
    table = [standings.index(STANDING_OF[document]) for document in FACTS["stay_document"].values()]
    standing = np.array([*table, UNKNOWN], np.int8)[columns["stay_document"]]
    in_date = standing == standings.index("in_date")
    _fill(columns, "stay_standing", np.where(in_date & ended, np.int8(standings.index("ended")), standing))


def among(name: str, codes: Ints, wanted: frozenset[Value]) -> NDArray[np.bool_]:
    """The rows whose answer to the fact is one of ``wanted``."""
    table = np.array([*(value in wanted for value in FACTS[name].values()), False])
    found: NDArray[np.bool_] = table[codes]
    return found


def places_of(crowd: Crowd) -> Ints:
    """The code of ``lives_in`` by the postcode of each row; -1 where it gives none, -2 where it is no postcode."""
    options = FACTS["lives_in"].values()
    found: list[int] = []
    for postcode in crowd.words["postcode"]:
        try:
            place = place_of_postcode(postcode)
            found.append(options.index(place) if place else UNKNOWN)
        except AnswerError:
            found.append(UNREADABLE)
    return np.array([*found, UNKNOWN], np.int8)[crowd.codes["postcode"]]


def _fill(columns: dict[str, Ints], name: str, implied: Ints) -> None:
    said = columns.get(name)
    if said is None:
        columns[name] = implied
    elif (empty := said == UNKNOWN).any():
        columns[name] = np.where(empty, implied, said)
