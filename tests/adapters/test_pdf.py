"""The plan as a PDF."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from ouverture.adapters.pdf import plan_pdf
from ouverture.adapters.pdf.legible import legible
from ouverture.law.answers import read
from ouverture.law.facts import FACTS
from ouverture.services.answer.assess import assess
from ouverture.services.answer.plan import make_plan
from ouverture.services.answer.written_person import is_household
from ouverture.text import Language
from tests.adapters.pdf_checked import faults_of

TODAY = date(2026, 11, 23)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", EXAMPLES[::4], ids=lambda path: path.stem)
def test_the_plan_of_an_example_passes_the_nearest_checks_to_those_of_pdf_ua_and_pdf_a(
    path: Path, language: Language
) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    if is_household(table):
        table = table["person"]
    made = plan_pdf(make_plan(assess(read(table, FACTS), date(2026, 11, 23))), language)
    assert faults_of(made, language) == []


@pytest.mark.parametrize(
    "commune", ["北京", "東京", "서울", "กรุงเทพ", "አዲስ አበባ", "কলকাতা", "தமிழ்", "ភ្នំពេញ", "\x00", "القاهرة", "😀"]
)
def test_a_commune_in_any_script_is_printed_and_what_no_font_shows_is_said(commune: str) -> None:
    table = tomllib.loads((EXAMPLES[0].parent / "american_spouse_paris.toml").read_text(encoding="utf-8")) | {
        "postcode": "42000",
        "commune": commune,
    }
    made = plan_pdf(make_plan(assess(read(table, FACTS), date(2026, 11, 23))), "fr")
    assert made.startswith(b"%PDF-")


def test_only_the_characters_that_no_font_shows_are_replaced() -> None:
    assert legible({"a": ["Évry 北", {"b": "œuf"}], "c": 1}) == ({"a": ["Évry □", {"b": "œuf"}], "c": 1}, True)
    assert legible(["Évry", "Ж ع"]) == (["Évry", "Ж ع"], False)
    assert legible(["a\ud83d"]) == (["a□"], True)


@pytest.mark.parametrize(
    "text",
    ["□\u064b", "a\ufeffb", "\u202e\uc587", "p\u064b\u0e33", "\U0001f468\u200d\U0001f1eb", "\x7f\xad", "\U0010ffff"],
)
def test_marks_without_their_letter_and_signs_that_show_nothing_are_printed_or_left_out(text: str) -> None:
    made, _ = legible([text])
    assert plan_pdf_of(made[0]).startswith(b"%PDF-")


def test_signs_that_show_nothing_are_left_out_without_a_word() -> None:
    assert legible(["Pa\u200bris\x00"]) == (["Paris"], False)


def plan_pdf_of(commune: str) -> bytes:
    """The plan of the example with that commune, as a PDF: what was made legible once stays so."""
    table = tomllib.loads((EXAMPLES[0].parent / "american_spouse_paris.toml").read_text(encoding="utf-8"))
    return plan_pdf(make_plan(assess(read(table | {"postcode": "42000", "commune": commune}, FACTS), TODAY)), "fr")
