"""Files people write."""

import tomllib
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ouverture.law.answers import AnswerError, read
from ouverture.law.facts import FACTS
from ouverture.services.answer.written_person import is_household, parse, write

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.toml"))


def test_toml_and_json_say_the_same() -> None:
    assert parse('activity = "none"\nin_france_since = 2026-10-05') == {
        "activity": "none",
        "in_france_since": date(2026, 10, 5),
    }
    assert parse('{"activity": "none"}') == {"activity": "none"}
    assert parse('\ufeff[person]\nactivity = "none"') == {"person": {"activity": "none"}}


@pytest.mark.parametrize(
    "text",
    [
        "activity = ", "{", "[1, 2]", "x" * 1_000_001, "[" * 50_000, '{"activity": "\\ud800"}', '{"\\ud800": "none"}',
        '{"commune": "\\ud800", "postcode": "75011"}', "null", "x = " + "9" * 5000,
        ".".join(["a"] * 49_000) + "=1", "[" + ".".join(["a"] * 49_000) + "]",
        "x = {" + ".".join(["a"] * 40_000) + "=1}",
        'x = """\n""", ' + ".".join(["'a b'"] * 10_000) + " = 1",
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_said_in_one_sentence(text: str) -> None:
    with pytest.raises(AnswerError) as refused:
        parse(text)
    assert refused.value.field == "file"


def test_a_fact_given_twice_is_not_lost_unseen() -> None:
    with pytest.raises(AnswerError, match="given twice") as refused:
        parse('{"activity": "none", "activity": "working"}')
    assert refused.value.field == "activity"


def test_a_dotted_key_is_refused_before_it_is_read() -> None:
    tracemalloc.start()
    try:
        with pytest.raises(AnswerError, match="too many dots"):
            parse(".".join(["a"] * 49_000) + "=1")
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_whatever_the_text_there_is_a_table_or_one_sentence(text: str) -> None:
    try:
        found: object = parse(text)
    except AnswerError as refused:
        found = refused.text.fr
    assert isinstance(found, dict) or str(found).startswith("file")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_saved_and_reloaded_is_the_same_person(path: Path) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if is_household(table):
        return
    values = read(table, FACTS)
    assert read(parse(write(values, date(2026, 11, 23))), FACTS) == values
