"""Answers that cannot all be true are refused by name; what the answers imply is filled in."""

from datetime import date, timedelta
from typing import Any

import pytest

from ouverture.clock.birthdays import birthday
from ouverture.law.answers import AnswerError, read
from ouverture.law.consistency import ONLY_WITH, check, derived, last_birth_of_an_adult, orphans
from ouverture.law.facts import FACTS

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)


def refusal(**facts: Any) -> AnswerError:
    with pytest.raises(AnswerError) as found:
        check(read(facts, FACTS), TODAY)
    return found.value


def implied(**facts: Any) -> dict[str, Any]:
    return dict(derived(read(facts, FACTS), TODAY))


@pytest.mark.parametrize("name", ["born_on", "in_france_since", "irregular_since", "swiss_choice_since"])
def test_what_has_happened_is_not_in_the_future(name: str) -> None:
    found = refusal(**{name: TOMORROW})
    assert found.field == name
    assert "24 November 2026" in found.text.en
    assert "24 novembre 2026" in found.text.fr
    check(read({name: TODAY}, FACTS), TODAY)


def test_a_document_does_not_end_before_it_begins() -> None:
    found = refusal(stay_document_from=TODAY, stay_document_until=TODAY - timedelta(days=1))
    assert found.field == "stay_document_until"
    check(read({"stay_document_from": TODAY, "stay_document_until": TODAY}, FACTS), TODAY)


def test_nobody_settles_before_birth() -> None:
    assert refusal(born_on=date(2000, 1, 2), in_france_since=date(2000, 1, 1)).field == "in_france_since"


def test_a_minor_is_not_a_pensioner_nor_eighteen() -> None:
    assert refusal(activity="minor", pension_from="france").field == "pension_from"
    assert refusal(activity="minor", born_on=date(2008, 11, 23)).field == "activity"
    check(read({"activity": "minor", "born_on": date(2008, 11, 24)}, FACTS), TODAY)


def test_a_child_of_twenty_joins_no_parent() -> None:
    said = refusal(family_tie="child", activity="studying", born_on=date(2006, 11, 23))
    assert said.field == "family_tie"
    check(read({"family_tie": "child", "activity": "studying", "born_on": date(2006, 11, 24)}, FACTS), TODAY)


@pytest.mark.parametrize("activity", ["pension", "seeking_work", "none", "returned_volunteer"])
def test_a_child_who_does_not_work_answers_minor(activity: str) -> None:
    assert refusal(activity=activity, born_on=date(2012, 1, 1)).field == "activity"


def test_a_french_national_asks_for_no_asylum() -> None:
    assert refusal(nationality="FR", stay_document="asylum_certificate").field == "stay_document"
    check(read({"nationality": "FR", "stay_document": "none"}, FACTS), TODAY)


def test_a_postcode_lies_where_one_lives() -> None:
    assert refusal(postcode="75011", lives_in="mayotte").field == "postcode"
    assert refusal(postcode="99999").field == "postcode"
    check(read({"postcode": "97110", "lives_in": "france"}, FACTS), TODAY)


def test_nobody_counts_no_one_in_the_household() -> None:
    assert refusal(household_size=0).field == "household_size"


def test_open_rights_come_with_a_number() -> None:
    assert refusal(rights_open=True, had_number=False).field == "had_number"


@pytest.mark.parametrize("name", ONLY_WITH)
def test_a_detail_goes_only_with_its_question(name: str) -> None:
    parent, wanted = ONLY_WITH[name]
    detail = FACTS[name]
    value = detail.values()[0] if detail.values() else 3 if detail.kind == "whole_number" else TODAY
    for other in set(FACTS[parent].values()) - wanted:
        assert refusal(**{parent: other, name: value}).field in (name, parent)
        assert name in orphans(read({parent: other, name: value}, FACTS))
    assert orphans(read({parent: next(iter(wanted)), name: value}, FACTS)) == frozenset()
    assert orphans(read({name: value}, FACTS)) == frozenset()


@pytest.mark.parametrize(
    ("postcode", "place"),
    [("75011", "france"), ("97110", "france"), ("97600", "mayotte"), ("98800", "new_caledonia"), ("98000", "monaco")],
)
def test_a_postcode_tells_where_one_lives(postcode: str, place: str) -> None:
    assert implied(postcode=postcode)["lives_in"] == place


def test_what_was_said_is_not_replaced_by_what_is_implied() -> None:
    assert implied(postcode="75011", lives_in="elsewhere")["lives_in"] == "elsewhere"
    irregular = implied(stay_document_until=date(2026, 5, 31), irregular_since=date(2026, 1, 1))
    assert irregular["irregular_since"] == date(2026, 1, 1).toordinal()


def test_a_stay_without_permit_begins_the_day_after_the_document_ended() -> None:
    assert implied(stay_document_until=date(2026, 5, 31))["irregular_since"] == date(2026, 6, 1).toordinal()


def test_a_document_in_date_implies_no_stay_without_permit() -> None:
    assert "irregular_since" not in implied(stay_document_until=TODAY)


def test_a_number_and_open_rights_imply_each_other() -> None:
    assert implied(had_number=False)["rights_open"] is False
    assert implied(rights_open=True)["had_number"] is True
    assert "rights_open" not in implied(had_number=True)
    assert "had_number" not in implied(rights_open=False)


def test_what_is_implied_can_be_true_itself() -> None:
    for facts in ({"postcode": "97600"}, {"had_number": False}, {"stay_document_until": date(2026, 5, 31)}):
        check(derived(read(facts, FACTS), TODAY), TODAY)


@pytest.mark.parametrize("activity", ["minor", "none"])
def test_on_28_february_who_was_born_on_29_february_may_be_18_or_not(activity: str) -> None:
    check({"activity": activity, "born_on": date(2008, 2, 29).toordinal()}, date(2026, 2, 28))


def test_on_1_march_who_was_born_on_29_february_is_18() -> None:
    with pytest.raises(AnswerError):
        check({"activity": "minor", "born_on": date(2008, 2, 29).toordinal()}, date(2026, 3, 1))


def test_a_document_in_date_has_not_ended_and_one_that_ended_is_not_in_date() -> None:
    assert refusal(stay_standing="in_date", stay_document_until=date(2026, 5, 1)).field == "stay_document_until"
    assert refusal(stay_standing="ended", stay_document_until=TOMORROW).field == "stay_document_until"
    check(read({"stay_standing": "refused", "stay_document_until": TOMORROW}, FACTS), TODAY)


def test_a_document_is_one_that_can_stand_where_it_is_said_to() -> None:
    found = refusal(stay_standing="asked_for", stay_document="residence_card")
    assert found.field == "stay_document"
    assert "renewal_receipt" in found.text.en
    assert refusal(nationality="FR", stay_standing="in_date").field == "stay_standing"


def test_that_none_is_asked_before_18_goes_with_a_minor_only() -> None:
    for facts in ({"born_on": date(1990, 5, 1)}, {"activity": "pension"}):
        assert refusal(stay_standing="under_18", **facts).field == "stay_standing"
    assert refusal(stay_document="none_under_18", born_on=date(1990, 5, 1)).field == "stay_document"
    check(read({"nationality": "FR", "stay_standing": "under_18"}, FACTS), TODAY)


def test_the_last_birth_of_an_adult_is_the_day_before_the_first_of_a_minor() -> None:
    for on in (date(2026, 2, 28), date(2026, 3, 1), date(2028, 2, 29), TODAY):
        last = date.fromordinal(last_birth_of_an_adult(on))
        assert birthday(last, 18)[0] <= on < birthday(last + timedelta(days=1), 18)[0]


def test_whoever_is_european_too_is_asked_for_that_nationality() -> None:
    assert refusal(nationality="US", stay_standing="european").field == "nationality"
    check(read({"nationality": "IT", "stay_standing": "european"}, FACTS), TODAY)


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({"stay_document": "residence_card", "stay_document_until": TOMORROW}, "in_date"),
        ({"stay_document": "residence_card", "stay_document_until": date(2026, 5, 1)}, "ended"),
        ({"stay_document": "renewal_receipt", "stay_document_until": TOMORROW}, "asked_for"),
        ({"stay_document": "none"}, "none"),
        ({"stay_document": "none", "activity": "working", "born_on": date(2010, 5, 1)}, "under_18"),
        ({"stay_document": "none", "activity": "working", "born_on": TODAY.replace(year=2008)}, "none"),
        ({"stay_document": "appointment", "activity": "studying", "born_on": date(2010, 5, 1)}, "under_18"),
        ({"stay_document": "short_stay"}, "short_stay"),
    ],
)
def test_a_document_named_says_where_it_stands(facts: dict[str, Any], standing: str) -> None:
    assert implied(**facts)["stay_standing"] == standing


@pytest.mark.parametrize("standing", ["none", "short_stay"])
def test_a_first_step_that_decides_saves_the_second(standing: str) -> None:
    assert implied(stay_standing=standing)["stay_document"] == standing
