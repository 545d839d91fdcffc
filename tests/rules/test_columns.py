"""Columns answer for many persons exactly as the proof does for one."""

import random
import tracemalloc
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

import numpy as np
import pytest
from numpy.typing import DTypeLike

from bench.core_rules import crowd
from ouverture.law.rulebook import rulebook
from ouverture.rules import columns
from ouverture.rules.assessment import Person, evaluator
from ouverture.rules.columns import Columns, encode, pack
from ouverture.rules.diagram import Variable, variables
from ouverture.rules.facts import Kind, Value
from ouverture.rules.rulebook import Law
from tests.rules.small_laws import everybody, fact, law

TODAY = date(2026, 11, 23)
DAYS = [*rulebook().changes, TODAY]
SEED = 20261123
BYTES_A_PERSON = 100


def proven(given: Law, day: date, persons: Sequence[Person]) -> list[int]:
    """The place of the ground that the proof finds for each person, -1 for none."""
    evaluate, place = evaluator(given, day), {ground.name: rank for rank, ground in enumerate(given.grounds)}
    proofs = [evaluate.prove(person) for person in persons]
    return [columns.UNKNOWN if proof is None else place[proof.ground.name] for proof in proofs]


def decided(given: Law, day: date, persons: Sequence[Person]) -> list[int]:
    """The same as the columns find it."""
    return list(map(int, Columns(given, day).decide(encode(persons, given.program.facts))))


def answer(variable: Variable, rng: random.Random) -> Value:
    """An answer to a fact: any choice, or a number at a cut, just under it, or far from it."""
    if not variable.cuts:
        return rng.choice(tuple(variable.class_of))
    return max(0, rng.choice(variable.cuts) + rng.choice((-400, -1, 0, 1, 400)))


def random_persons(given: Law, day: date, size: int, seed: int) -> list[Person]:
    """Persons of whom between nothing and everything is known."""
    rng, asked = random.Random(seed), variables(given.program, day)
    shares = [rng.random() for _ in range(size)]
    return [{one.fact.name: answer(one, rng) for one in asked if rng.random() < share} for share in shares]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_each_random_person_gets_the_ground_of_the_proof_on_each_day_the_law_changes(day: date) -> None:
    given = rulebook().on(day)
    persons = random_persons(given, day, 600, SEED + day.toordinal())
    expected = proven(given, day, persons)
    assert decided(given, day, persons) == expected
    assert len(set(expected)) > 10


def test_somebody_of_whom_nothing_is_known_is_undecided() -> None:
    assert decided(rulebook().on(TODAY), TODAY, [{}]) == [columns.UNKNOWN]


@pytest.mark.parametrize("outcomes", ["AAAA", "ABAB", "ABBA", "AABA", "ABCA", "ABCD"])
def test_an_unknown_ground_holds_up_only_those_with_another_outcome(outcomes: str) -> None:
    facts = [fact(f"f{rank}") for rank in range(len(outcomes))]
    given = law(facts, [(one.is_yes(), outcome) for one, outcome in zip(facts, outcomes, strict=True)])
    persons = list(everybody(facts))
    assert decided(given, TODAY, persons) == proven(given, TODAY, persons)


def test_conditions_within_conditions_are_read_as_the_proof_reads_them() -> None:
    a, b, c = fact("a", "one_of", "pqr"), fact("b", "one_of", "pqrstuvw"), fact("c")
    either = a.among("p") & b.among("q", "w") | a.other_than("p") & c.is_no()
    facts, given = (a, b, c), law((a, b, c), [(~either & (c.is_yes() | b.among("q")), "A"), (either, "B")])
    persons = list(everybody(facts))
    assert decided(given, TODAY, persons) == proven(given, TODAY, persons)


@pytest.mark.parametrize("size", [1, 2, 3, 4, 7, 8, 127, 128, 254, 255, 256, 300])
def test_a_list_of_any_length_has_all_its_values_told_apart(size: int) -> None:
    country = fact("country", "one_of", [f"c{place}" for place in range(size)])
    given = law([country], [(country.among(value), value) for value in country.values()])
    assert decided(given, TODAY, list(everybody([country]))) == [columns.UNKNOWN, *range(size)]


@pytest.mark.parametrize("sought", ["a", "l", "cde", "abl", "cdh", "bdfhj", "abcdefghijkl"])
def test_any_choices_of_a_list_are_told_from_the_others_and_from_unknown(sought: str) -> None:
    letter = fact("letter", "one_of", "abcdefghijkl")
    given = law([letter], [(letter.among(*sought), "A"), (letter.other_than(*sought), "B")])
    persons = list(everybody([letter]))
    assert decided(given, TODAY, persons) == proven(given, TODAY, persons)


def test_a_cut_is_met_on_its_day_and_not_the_day_before() -> None:
    since, years = fact("since", "date"), fact("years", "whole_number")
    given = law((since, years), [(since.not_past(), "A"), (years.at_least(0), "B")])
    today = TODAY.toordinal()
    persons: list[Person] = [{"since": today}, {"since": today - 1, "years": 0}, {"since": today - 1}, {"years": 3}]
    assert decided(given, TODAY, persons) == [0, 1, columns.UNKNOWN, columns.UNKNOWN]


def test_a_law_whose_grounds_always_or_never_hold_needs_no_fact() -> None:
    one = fact("one")
    always = one.is_yes() | ~one.is_yes()
    given = law([one], [(~always, "A"), (always, "B")])
    assert decided(given, TODAY, [{"one": True}, {}]) == [1, columns.UNKNOWN]


@lru_cache(maxsize=1)
def _many() -> tuple[Law, Mapping[str, columns.Column], list[int]]:
    given = rulebook().on(TODAY)
    persons = random_persons(given, TODAY, 1000, SEED)
    return given, encode(persons, given.program.facts), proven(given, TODAY, persons)


@pytest.mark.parametrize("size", [0, 1, 7, 8, 9, 63, 64, 65, 127, 128, 129, 1000])
def test_persons_may_be_any_number_of_chunks(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    given, given_columns, expected = _many()
    monkeypatch.setattr(columns, "CHUNK", 64)
    assert Columns(given, TODAY).decide({n: c[:size] for n, c in given_columns.items()}).tolist() == expected[:size]


@pytest.mark.parametrize("dtype", [np.int16, np.int32, np.int64, np.uint8])
def test_codes_may_be_of_any_whole_type(dtype: DTypeLike) -> None:
    given, given_columns, expected = _many()
    discrete = {one.name for one in given.program.facts if one.values()}
    typed = {name: column.astype(dtype) if name in discrete else column for name, column in given_columns.items()}
    assert Columns(given, TODAY).decide(typed).tolist() == expected


def test_columns_need_not_lie_side_by_side_in_memory() -> None:
    given, given_columns, expected = _many()
    apart = {name: np.repeat(column, 3)[::3] for name, column in given_columns.items()}
    assert Columns(given, TODAY).decide(apart).tolist() == expected


def test_a_fact_without_a_column_is_unknown_of_everybody() -> None:
    given, given_columns, _ = _many()
    ready = Columns(given, TODAY)
    for name in given_columns:
        left = {other: column for other, column in given_columns.items() if other != name}
        unknown = {**given_columns, name: np.full_like(given_columns[name], columns.UNKNOWN)}
        assert ready.decide(left).tolist() == ready.decide(unknown).tolist()


def test_the_columns_given_are_left_as_they_were() -> None:
    given, given_columns, _ = _many()
    copies = {name: column.copy() for name, column in given_columns.items()}
    Columns(given, TODAY).decide(given_columns)
    for name, column in given_columns.items():
        np.testing.assert_array_equal(column, copies[name])


@pytest.mark.parametrize("day", [DAYS[0], DAYS[len(DAYS) // 2], TODAY], ids=str)
def test_persons_packed_once_are_decided_by_the_law_of_any_day_and_stay_as_they_were(day: date) -> None:
    _, given_columns, _ = _many()
    facts, given = rulebook().on(TODAY).facts, rulebook().on(day)
    packed = pack(given_columns, facts)
    before = {name: planes.copy() for name, planes in packed.planes.items()}
    expected = Columns(given, day).decide(given_columns).tolist()
    assert Columns(given, day).decide(packed).tolist() == expected
    assert Columns(given, day).decide(packed).tolist() == expected
    for name, planes in packed.planes.items():
        np.testing.assert_array_equal(planes, before[name])


def test_columns_of_different_lengths_are_refused() -> None:
    given, given_columns, _ = _many()
    with pytest.raises(ValueError, match=r"all of one length; these have \[10, 1000\]"):
        Columns(given, TODAY).decide({**given_columns, "activity": given_columns["activity"][:10]})


def test_no_column_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="one or more, all of one length; these have none"):
        Columns(rulebook().on(TODAY), TODAY).decide({})


@pytest.mark.parametrize(
    ("size", "dtype"), [(1, np.int8), (126, np.int8), (127, np.int8), (128, np.int16), (300, np.int16)]
)
def test_codes_and_answers_are_kept_in_one_byte_while_they_fit(size: int, dtype: DTypeLike) -> None:
    country = fact("country", "one_of", [f"c{place}" for place in range(size)])
    given = law([country], [(country.among(value), value) for value in country.values()])
    codes = encode([{"country": f"c{size - 1}"}], [country])
    assert codes["country"].dtype == Columns(given, TODAY).decide(codes).dtype == dtype


@pytest.mark.parametrize("kind", ["date", "whole_number", "money"])
def test_dates_and_numbers_take_four_bytes(kind: Kind) -> None:
    codes = encode([{"since": 12}, {}], [fact("since", kind)])["since"]
    assert codes.dtype == np.int32
    assert codes.tolist() == [12, columns.UNKNOWN]


def test_free_text_has_no_column() -> None:
    assert list(encode([{}], [fact("name", "text"), fact("old")])) == ["old"]


def test_a_value_that_is_none_of_the_choices_is_not_encoded() -> None:
    with pytest.raises(KeyError, match="blue"):
        encode([{"colour": "blue"}], [fact("colour", "one_of", ["red"])])


def test_a_million_persons_would_take_less_than_a_hundred_bytes_each() -> None:
    given = rulebook().on(TODAY)
    persons = crowd(given, TODAY, columns.CHUNK, SEED)
    ready = Columns(given, TODAY)
    tracemalloc.start()
    try:
        ready.decide(persons)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak / columns.CHUNK < BYTES_A_PERSON
