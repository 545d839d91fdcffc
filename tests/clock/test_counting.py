import json
from datetime import date

import pytest

from ouverture.clock.deadlines import count, rules


def test_the_sentences_read_from_the_answer_to_its_ground() -> None:
    told = count("claim_two_years", date(2026, 2, 10)).sentences("en")
    assert told == (
        "Send a care sheet (illness).",
        "Last day to act: Friday 31 March 2028.",
        "Start: date of care, Tuesday 10 February 2026.",
        "The next quarter begins on Wednesday 1 April 2026, the first day counted. "
        "2 years: the last day is Friday 31 March 2028.",
        "Afterwards: the repayment is time-barred.",
        "Ground: CSS L160-11.",
        "Certainty: sure (read in the law or two official sources).",
    )


def test_the_same_answer_is_told_in_french() -> None:
    told = count("c2s_decision", date(2026, 1, 5)).sentences("fr")
    assert told[1] == "Dernier jour pour répondre : jeudi 5 mars 2026."
    assert "Ensuite : sans réponse, la demande est acceptée." in told


def test_a_clock_that_does_not_run_gives_no_date_and_no_consequence() -> None:
    counted = count("cra_appeal", date(2026, 1, 5), notified_with_remedies=False)
    assert counted.headline.fr == "Aucune date : le délai ne court pas."
    assert (counted.due, counted.first_day_after, counted.later_possible) == (None, None, None)
    assert not any("late" in sentence for sentence in counted.sentences("en"))


def test_the_json_is_one_plain_document_with_english_keys() -> None:
    counted = count("cra_appeal", date(2025, 12, 31)).to_json()
    assert json.loads(json.dumps(counted)) == counted
    assert counted["due"] == "2026-02-28"
    assert counted["later_possible"] == "2026-03-02"
    assert counted["first_day_after"] == "2026-03-03"
    assert counted["articles"] == ["CSS R142-1", "CSS R142-1-A", "CSS L142-4"]
    assert all(key.isascii() and key.islower() for key in counted)


@pytest.mark.parametrize("name", sorted(rules()))
def test_every_rule_can_be_told_and_written(name: str) -> None:
    start = date(2008, 2, 29) if rules()[name].dated_by_due else date(2026, 1, 30)
    counted = count(name, start)
    assert len(counted.sentences("fr")) == len(counted.sentences("en"))
    assert all(sentence.endswith(".") for sentence in counted.sentences("fr") + counted.sentences("en"))
    json.dumps(counted.to_json())
