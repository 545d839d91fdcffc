"""Beside care, a file may ask the subsidiary contribution and thresholds."""

from datetime import date

import pytest

from ouverture.law.answers import AnswerError
from ouverture.services.answer.price.documents import read_document
from ouverture.services.answer.price.guide import guide
from ouverture.services.answer.price.whole import answer_file

TODAY = date(2026, 11, 28)


def test_the_contribution_with_its_steps_and_what_if() -> None:
    answer = answer_file(read_document("[contribution]\nyear = 2025\ncapital = 60000"), TODAY)
    found = answer.to_json()["contribution"]
    assert found["due"] == 2369.25
    assert [one["due"] for one in found["what_if"]] == [2369.25, 1776.94, 1184.63, 592.31, 0.0]
    assert "Contribution: €2,369.25" in " ".join(answer.sentences("en"))
    assert answer.price is None


def test_a_foreign_pension_shows_both_readings() -> None:
    text = '[contribution]\nyear = 2025\ncapital = 60000\npension = "foreign"'
    found = answer_file(read_document(text), TODAY).to_json()["contribution"]
    assert (found["due"], found["otherwise"]["due"]) == (2369.25, 0.0)


def test_a_threshold_compared_with_an_income() -> None:
    text = '[threshold]\nname = "C2S"\non = 2026-05-01\nhousehold = 3\nincome = 18000'
    found = answer_file(read_document(text), TODAY).to_json()["thresholds"][0]
    assert (found["euros"], found["above"]) == (18757.0, False)


def test_a_threshold_that_is_not_held_says_so() -> None:
    text = '[[threshold]]\nname = "ame"\non = 2026-05-01\nplace = "Mayotte"'
    found = answer_file(read_document(text), TODAY).to_json()["thresholds"][0]
    assert found["euros"] is None
    assert "not in our sources" in found["not_held"]["en"]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("[contribution]\nyear = 2025", "contribution"),
        ("[contribution]\nyear = 1990\ncapital = 5", "year"),
        ("[contribution]\nyear = 2025\ncapital = -5", "capital"),
        ("[contribution]\nyear = 2025\ncapital = 5\nmonths = 13", "months"),
        ('[contribution]\nyear = 2025\ncapital = 5\ncovered = "a lot"', "covered"),
        ("[contribution]\nyear = 2025\ncapital = 5\ncolour = 1", "contribution"),
        ('[contribution]\nyear = 2025\ncapital = 5\npension = "big"', "replacement"),
        ('[threshold]\nname = "moon"', "threshold"),
        ('[threshold]\nname = "rsa"\nhousehold = 0', "household"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_that_names_the_field(text: str, field: str) -> None:
    with pytest.raises(AnswerError) as refusal:
        answer_file(read_document(text), TODAY)
    assert refusal.value.field == field


def test_the_guide_names_every_act_and_field_in_both_languages() -> None:
    assert "gp_child:" in guide("en")
    assert "médecin généraliste" in guide("fr")
    assert "already_franchises:" in guide("en")
