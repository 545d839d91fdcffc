import re
import string
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest

import ouverture.numbers
from ouverture.numbers.candidate import Kind
from ouverture.numbers.wording import kind_facts, say, tables_date
from ouverture.text import Text

DATA = files("ouverture.numbers") / "data"
SENTENCES: dict[str, dict[str, Any]] = tomllib.loads((DATA / "sentences.toml").read_text(encoding="utf-8"))
CODE = "".join(path.read_text(encoding="utf-8") for path in Path(ouverture.numbers.__path__[0]).glob("*.py"))
# Codes the program puts together from a prefix.
BUILT = ("sex_", "month_", "creation_", "oid_", "rpps_luhn_", "foreign_", "agrees_")


def places(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("code", [code for code in SENTENCES if code != "months"])
def test_a_sentence_says_the_same_in_both_languages_and_is_used(code: str) -> None:
    words = SENTENCES[code]
    assert set(words) == {"fr", "en"}
    assert words["fr"]
    assert words["en"]
    assert "!" not in words["fr"] + words["en"]
    assert code in CODE or code.startswith(BUILT)


def test_both_languages_take_the_same_values() -> None:
    for code, words in SENTENCES.items():
        if code != "months":
            assert places(words["fr"]) == places(words["en"]), code


def test_every_code_used_has_a_sentence() -> None:
    used = set(re.findall(r'(?:say|finding)\(\s*"([a-z0-9_]+)"', CODE))
    assert used <= set(SENTENCES)


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_says_what_it_opens_with_a_source(kind: str) -> None:
    facts = kind_facts(kind)
    assert all((facts.label.fr, facts.label.en, facts.opens.fr, facts.opens.en, facts.not_yet.fr, facts.not_yet.en))
    assert facts.source
    assert facts.dates
    assert facts.certainty in {"H", "M", "L"}


def test_a_bilingual_value_goes_to_its_own_language() -> None:
    words = say("place_country", country=Text("États-Unis", "United States"), code="404")
    assert "États-Unis" in words.fr
    assert "United States" in words.en


def test_the_tables_carry_their_date() -> None:
    assert tables_date().year == 2026
