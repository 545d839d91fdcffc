"""The use case behind every desk: one person, one day."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ouverture.law.answers import AnswerError, read
from ouverture.law.facts import FACTS
from ouverture.services.answer.assess import Answer, assess

EXAMPLES = Path(__file__).parents[3] / "examples"
TODAY = date(2026, 11, 23)


def example(name: str, on: date = TODAY, **changed: Any) -> Answer:
    """The answer for an example file, with some facts changed (None: removed)."""
    given = tomllib.loads((EXAMPLES / f"{name}.toml").read_text(encoding="utf-8")) | changed
    return assess(read(given, FACTS), on)


def test_the_article_s_person_is_covered_with_no_wait_and_the_waiver_is_in_the_proof() -> None:
    answer = example("american_spouse_paris")
    assert answer.verdict == "covered"
    assert answer.ground is not None
    assert answer.ground.name == "joins_insured_family"
    assert {"family_at_once", "family_member", "regular_stay"} <= {reason.rule.name for reason in answer.because}
    assert {"CSS D160-2", "CSS L161-1", "CSS R111-3", "CSS L160-1"} <= set(answer.articles)
    assert "in_france_since" not in (answer.proof.facts if answer.proof else ())


def test_nobody_known_gets_unknown_and_a_first_question() -> None:
    answer = assess({}, TODAY)
    assert answer.verdict == "unknown"
    assert answer.next_question is not None
    assert answer.next_question.name == "activity"
    assert len(answer.possible) > 10
    assert answer.ground is None


def test_unknown_names_only_facts_that_can_still_change_the_outcome() -> None:
    answer = example("american_spouse_paris", relative_insured=None)
    assert answer.verdict == "unknown"
    names = {fact.name for fact in answer.missing}
    assert names == {"relative_insured", "listed_benefit"}


def test_a_declined_question_is_not_asked_again() -> None:
    answer = assess({}, TODAY)
    assert answer.next_question is not None
    again = assess({}, TODAY, declined=frozenset({answer.next_question.name}))
    assert again.next_question is not None
    assert again.next_question.name != answer.next_question.name


def test_the_wait_of_a_resident_ends_the_day_after_three_months() -> None:
    answer = example("american_visitor_alone")
    assert answer.verdict == "covered_later"
    assert answer.starts_on == date(2027, 1, 11)
    assert [(change.on, change.ground.name) for change in answer.changes()[:1] if change.ground] == [
        (date(2027, 1, 11), "resident")
    ]


def test_an_expiring_document_is_announced_then_rights_are_kept_six_months() -> None:
    dates = {c.on: c.ground.name if c.ground else None for c in example("american_spouse_paris").changes()}
    assert dates[date(2027, 9, 20)] == "rights_kept"
    assert date(2028, 5, 15) in dates  # end of the sixth month, and the forty-fifth day after it


def test_a_person_who_is_not_covered_learns_which_answer_would_open_cover() -> None:
    acts = example("visa_not_validated").acts()
    opened = {(fact.name, value, outcome.verdict.value) for fact, value, outcome in acts}
    assert any(name == "stay_document" and verdict == "covered" for name, _, verdict in opened)


def test_the_certainty_of_an_answer_is_that_of_its_weakest_rule() -> None:
    assert example("recognised_refugee").certainty == "H"
    assert example("italian_inactive").certainty == "M"


def test_a_postcode_tells_the_territory() -> None:
    assert example("mayotte_resident").outcome == assess({"lives_in": "mayotte", "activity": "none"}, TODAY).outcome


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"in_france_since": "2026-12-25"}, "in_france_since"),
        ({"born_on": "2026-11-24"}, "born_on"),
        ({"stay_document_until": "2026-09-01"}, "stay_document_until"),
        ({"nationality": "FR"}, "stay_document"),
        ({"activity": "pension", "born_on": "2012-01-01"}, "activity"),
        ({"activity": "minor", "born_on": "1980-01-01"}, "activity"),
        ({"postcode": "97600"}, "postcode"),
        ({"postcode": "75"}, "postcode"),
        ({"work_kind": "employee"}, "work_kind"),
        ({"natinality": "US"}, "natinality"),
        ({"activity": "sleeping"}, "activity"),
        ({"had_number": "perhaps"}, "had_number"),
        ({"in_france_since": "yesterday"}, "in_france_since"),
        ({"household_size": -3}, "household_size"),
        ({"household_size": 0}, "household_size"),
    ],
)
def test_an_answer_that_cannot_be_true_names_its_field(changed: dict[str, Any], field: str) -> None:
    with pytest.raises(AnswerError) as refused:
        example("american_spouse_paris", **changed)
    assert refused.value.field == field
    assert refused.value.text.fr.startswith(field)
    assert refused.value.text.en.startswith(field)


def test_an_unknown_fact_name_suggests_the_nearest() -> None:
    with pytest.raises(AnswerError, match="nationality"):
        read({"natinality": "US"}, FACTS)


def test_a_day_before_the_rulebook_is_refused_with_its_first_day() -> None:
    with pytest.raises(AnswerError, match="1 January 2016"):
        assess({}, date(2015, 12, 31))


def test_the_same_asylum_seeker_gets_two_answers_in_2019_and_2020() -> None:
    def asked(on: date, arrived: str, until: str) -> str:
        return example("asylum_seeker", on=on, in_france_since=arrived, stay_document_until=until).verdict.value

    assert asked(date(2019, 6, 1), "2019-05-01", "2020-03-01") == "covered"
    assert asked(date(2020, 6, 1), "2020-05-01", "2021-03-01") == "covered_later"


def test_an_answer_is_plain_values_with_english_keys() -> None:
    document = example("american_spouse_paris").to_json()
    assert document["verdict"] == "covered"
    assert document["facts"]["stay_document_until"] == "2027-09-19"
    assert {"proof", "articles", "unknown_facts", "next_question", "changes"} <= document.keys()
