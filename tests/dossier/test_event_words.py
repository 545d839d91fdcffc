"""The line of every event in a file's story: one sentence in each language, and no number of a person in it."""

import re

import pytest

from ouverture.dossier.event_words import told_of
from ouverture.dossier.examples import examples, options, said
from ouverture.dossier.file import AGGREGATES
from ouverture.dossier.kernel import EVENTS
from ouverture.dossier.records import masked_fields
from ouverture.dossier.words import table

KINDS = sorted(each.kind for one in AGGREGATES for each in one.transitions)
HOLE = re.compile(r"{(\w+)}")


def test_every_event_has_a_line_and_every_line_an_event() -> None:
    assert set(table("events")) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_way_an_event_can_be_is_one_sentence(kind: str) -> None:
    for happened in examples(kind):
        for line in told_of(happened):
            assert line.endswith(".")
            assert not set(line) & set("{}!")


@pytest.mark.parametrize("kind", KINDS)
def test_a_sealed_value_is_in_no_line(kind: str) -> None:
    row = table("events")[kind]
    lines = [row["fr"], row["en"]]
    lines += [text for each in row.values() if isinstance(each, dict) for one in each.values() for text in one.values()]
    assert not masked_fields(kind) & {name for line in lines for name in HOLE.findall(line)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_said_by_a_value_names_a_field_and_a_value_it_can_have(kind: str) -> None:
    fields = said(EVENTS[kind])
    for name, by_value in table("events")[kind].items():
        if isinstance(by_value, dict):
            possible = {str(one) for one in options(fields[name])} | {"some", "none", "yes", "no"}
            assert set(by_value) <= possible
