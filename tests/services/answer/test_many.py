"""A crowd is answered as each of its persons would be, one by one."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice
from random import Random
from typing import Any

import numpy as np
import pytest

from ouverture.law.answers import AnswerError, as_given, read
from ouverture.law.consistency import orphans
from ouverture.law.facts import FACTS
from ouverture.law.rulebook import rulebook
from ouverture.rules.facts import Value
from ouverture.services.answer.assess import assess
from ouverture.services.answer.many import Reader
from ouverture.services.answer.read_columns import Numbers, Words, read_crowd
from ouverture.services.answer.summary import summary, verdict_counts
from tests.law.persons import persons

ON = date(2026, 11, 23)
SEED = 20261128
ODD: dict[str, tuple[Any, ...]] = {
    "postcode": ("75011", "97400", "98800", "97600", "98000", "99999", "7501", "69123"),
    "born_on": (date(1826, 5, 1), date(2015, 3, 1), date(1985, 3, 14), date(2030, 1, 1), date(2009, 5, 1)),
    "in_france_since": (date(1900, 1, 1), date(2026, 11, 24), date(2026, 1, 1)),
    "stay_document_from": (date(2026, 1, 1), date(2027, 1, 1)),
    "stay_document_until": (date(2126, 1, 1), date(2026, 5, 15), date(2026, 11, 22)),
    "household_size": (0, 1, 4, 5000),
    "annual_resources": (0, 9000, 20_000),
    "had_number": (True, False),
    "rights_open": (True, False),
    "nationality": ("FR", "US", "none"),
}


def drawn(random: Random) -> Iterator[dict[str, Value]]:
    """Persons of every kind, some of them with answers that clash."""
    law = rulebook().on(ON)
    sources = [persons(law, ON, random, known) for known in (1.0, 0.8, 0.3)]
    while True:
        values = dict(next(random.choice(sources)))
        if random.random() < 0.8:
            while loose := orphans(values):
                values = {name: value for name, value in values.items() if name not in loose}
            if values.get("nationality") == "FR":
                values.pop("stay_document", None)
            values.pop("french_pension_years", None)
        for name in random.sample(sorted(ODD), random.choice((0, 0, 1, 2))):
            given = random.choice(ODD[name])
            values[name] = given.toordinal() if isinstance(given, date) else given
        yield dict(sorted(values.items()))


def as_columns(rows: list[dict[str, Value]]) -> dict[str, Words | Numbers]:
    """Each fact as a column: dates and numbers as they are, anything else in words."""
    columns: dict[str, Words | Numbers] = {}
    for name in sorted({name for row in rows for name in row}):
        cells = [row.get(name) for row in rows]
        if FACTS[name].kind in ("date", "whole_number", "money"):
            columns[name] = Numbers(np.array([-1 if cell is None else int(cell) for cell in cells], np.int32))
        else:
            words = list(dict.fromkeys(cell for cell in cells if cell is not None))
            columns[name] = Words(words, np.array([-1 if c is None else words.index(c) for c in cells], np.int32))
    return columns


def told(values: Mapping[str, Value]) -> dict[str, Any]:
    """What the exact reading says of one person."""
    try:
        answer = assess(values, ON)
    except AnswerError as problem:
        return {"fault": problem.field, "why": problem.text.en}
    found: dict[str, Any] = {"verdict": answer.verdict.value, "from": answer.starts_on}
    if answer.outcome:
        found |= {"body": answer.outcome.body, "route": answer.outcome.route}
    if answer.ground:
        found["ground"] = answer.ground.name
    if answer.missing:
        found["missing"] = " ".join(fact.name for fact in answer.missing)
    return {name: value for name, value in found.items() if value is not None}


def test_each_row_is_answered_as_the_exact_reading_answers_it() -> None:
    rows = list(islice(drawn(Random(SEED)), 500))
    answers = Reader(ON).answer(read_crowd(as_columns(rows), len(rows)))
    columns = summary(answers, "en").coded
    for place, row in enumerate(rows):
        given = {
            name: column.words[column.places[place]] for name, column in columns.items() if column.places[place] >= 0
        }
        if answers.starts_on[place] >= 0:
            given["from"] = date.fromordinal(int(answers.starts_on[place]))
        assert given == told(row), f"seed {SEED}, row {place}: {row}"
    assert sum(verdict_counts(answers).values()) + len(answers.faults) == len(rows)
    assert len(answers.faults) > 20
    assert 0 < answers.read_exactly < len(rows)


def test_words_are_read_as_in_a_file_and_a_wrong_one_is_a_fault_of_its_row_only() -> None:
    columns = {
        "activity": Words(("none", "NONE", "nonsense", ""), np.array([0, 1, 2, 3, -1], np.int32)),
        "nationality": Words(("USA", "américaine", "Congo"), np.array([0, 1, 2, 0, 0], np.int32)),
        "in_france_since": Words(("5 octobre 2026", "03/04/2026"), np.array([0, 1, 0, 0, 0], np.int32)),
    }
    crowd = read_crowd(columns, 5)
    assert crowd.values(0) == read({"activity": "none", "nationality": "US", "in_france_since": "2026-10-05"}, FACTS)
    assert {row: field for row, (field, _) in crowd.faults.items()} == {1: "in_france_since", 2: "activity"}
    assert crowd.values(3) == read({"nationality": "US", "in_france_since": "2026-10-05"}, FACTS)
    assert read_crowd(columns, 5, "fr").faults.keys() == {2}


@pytest.mark.parametrize(("name", "value"), [("born_on", -5), ("household_size", -3), ("annual_resources", 2 * 10**9)])
def test_a_number_that_no_answer_can_be_is_a_fault(name: str, value: int) -> None:
    crowd = read_crowd({name: Numbers(np.array([value, -1], np.int32))}, 2)
    assert {row: field for row, (field, _) in crowd.faults.items()} == {0: name}


def test_rows_without_any_answer_are_unknown() -> None:
    answers = Reader(ON).answer(read_crowd({}, 3))
    assert dict(verdict_counts(answers)) == {"unknown": 3}
    assert answers.read_exactly == 3
    assert len(answers.readings) == 1
    assert answers.readings[0].missing


def test_a_day_before_the_rulebook_is_refused() -> None:
    with pytest.raises(AnswerError, match="the rules start"):
        Reader(date(2015, 1, 1))


def test_values_are_those_a_file_would_hold() -> None:
    rows = list(islice(drawn(Random(SEED + 1)), 40))
    crowd = read_crowd(as_columns(rows), len(rows))
    for place, row in enumerate(rows):
        if place not in crowd.faults:
            given = {name: as_given(FACTS[name], value) for name, value in crowd.values(place).items()}
            assert given == {name: as_given(FACTS[name], value) for name, value in row.items()}
