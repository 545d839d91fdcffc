"""The interview never asks in vain, never twice, and always ends."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from ouverture.law.facts import FACTS
from ouverture.places.caisses import find
from ouverture.rules.facts import Fact, Value
from ouverture.services.answer.assess import assess
from ouverture.services.answer.interview import (
    MOST_SCREENS,
    Given,
    contradiction,
    declined,
    is_wanted,
    known_values,
    next_screen,
    on_screen,
    opens,
    prerequisites,
    questions_range,
    screen_of,
    tidied,
)
from ouverture.services.answer.plan_questions import PLAN_SCREENS

TODAY = date(2026, 11, 23)
SPOUSE: dict[str, Value] = {
    "activity": "none",
    "lives_in": "france",
    "postcode": "75011",
    "nationality": "US",
    "other_cover": "none",
    "private_insurance": False,
    "in_france_since": date(2026, 10, 5).toordinal(),
    "stay_standing": "in_date",
    "stay_document": "long_stay_visa_validated",
    "stay_document_until": date(2027, 9, 19).toordinal(),
    "rights_open": False,
    "family_tie": "spouse",
    "relative_insured": True,
    "had_number": True,
    "born_in": "US",
}


def interviewed(person: Given, ignored: frozenset[str] = frozenset()) -> tuple[dict[str, Value | None], list[str]]:
    """What is given and the screens seen when a person answers all that is asked, "I don't know" for ``ignored``."""
    given: dict[str, Value | None] = {}
    seen: list[str] = []
    while screen := next_screen(given, TODAY):
        assert screen.name not in seen, f"{screen.name} is asked twice"
        seen.append(screen.name)
        for fact in on_screen(screen, given, TODAY):
            if fact.name == screen.name or is_wanted(fact, given, TODAY):
                given[fact.name] = None if fact.name in ignored else person[fact.name]
    return given, seen


def any_answer(fact: Fact, chance: random.Random) -> Value:
    if fact.kind == "date":
        return (TODAY + timedelta(days=chance.randint(-900, 400))).toordinal()
    if fact.kind in ("whole_number", "money"):
        return chance.randint(0, 40)
    if fact.kind == "text":
        return "75011"
    answers: tuple[Value, ...] = fact.values()
    return chance.choice(answers)


def test_the_spouse_of_an_insured_person_is_done_in_nine_screens() -> None:
    given, seen = interviewed(SPOUSE)
    assert len(seen) <= 9
    assert assess(known_values(given), TODAY).verdict == "covered"


def test_the_first_question_is_chosen_by_the_engine_and_has_no_company() -> None:
    screen = next_screen({}, TODAY)
    assert screen is not None
    assert [fact.name for fact in on_screen(screen, {}, TODAY)] == ["activity"]


def test_the_postcode_is_asked_on_the_screen_of_the_home_and_only_in_france() -> None:
    given: Given = {"activity": "none"}
    screen = screen_of("lives_in")
    assert FACTS["postcode"] in on_screen(screen, given, TODAY)
    assert opens(FACTS["postcode"], FACTS["lives_in"], given, TODAY) == ("france",)


def test_the_end_of_a_residence_document_is_asked_beside_it_but_not_when_there_is_none() -> None:
    given: Given = {"activity": "none", "lives_in": "france", "nationality": "US", "other_cover": "none"}
    opening = opens(FACTS["stay_document_until"], FACTS["stay_document"], given, TODAY)
    assert "long_stay_visa_validated" in opening
    assert "none" not in opening


def test_a_detail_stands_on_the_screen_of_a_question_with_a_choice() -> None:
    companions = [fact for fact in FACTS.values() if fact.asked_with]
    assert companions
    assert all(FACTS[fact.asked_with or ""].values() for fact in companions)


def test_questions_that_one_paper_answers_share_a_screen() -> None:
    for names in PLAN_SCREENS:
        assert [fact.name for fact in screen_of(names[0]).facts] == list(names)
    seen = interviewed(SPOUSE)[1]
    assert "born_in" not in seen, "asked beside the nationality"


def test_the_first_day_of_work_is_asked_beside_the_work_unless_another_question_stands_between() -> None:
    given: Given = {"activity": "working", "lives_in": "france", "postcode": "31000"}
    opening = opens(FACTS["work_started_on"], FACTS["work_kind"], given, TODAY)
    assert {"employee", "self_employed", "civil_servant"} <= set(opening)
    assert not {"abroad", "posted", "special_scheme", "diplomat"} & set(opening)
    studies = opens(FACTS["course_started_on"], FACTS["study_kind"], {**given, "activity": "studying"}, TODAY)
    assert studies == ("enrolled",)


def test_a_detail_has_a_screen_of_its_own_for_when_its_question_need_not_be_asked() -> None:
    assert [fact.name for fact in screen_of("postcode").facts] == ["postcode"]


def test_a_town_is_asked_only_where_several_caisses_share_the_postcode() -> None:
    given, seen = interviewed(SPOUSE)
    assert find("01200").needs_commune
    assert "commune" not in seen
    assert is_wanted(FACTS["commune"], {**given, "postcode": "01200"}, TODAY)


def test_the_range_of_questions_to_come_holds_at_every_step() -> None:
    given: dict[str, Value | None] = {}
    ranges = []
    while screen := next_screen(given, TODAY):
        ranges.append(questions_range(given, TODAY))
        for fact in on_screen(screen, given, TODAY):
            given[fact.name] = SPOUSE[fact.name]
    for (least, most), to_come in zip(ranges, range(len(ranges), 0, -1), strict=True):
        assert least <= to_come <= most
    assert ranges[0][1] <= MOST_SCREENS


def test_who_declines_every_question_gets_to_an_end_and_to_no_verdict() -> None:
    given, seen = interviewed(SPOUSE, ignored=frozenset(FACTS))
    assert declined(given) == set(given)
    assert len(seen) <= len(FACTS)
    assert assess({}, TODAY, declined(given)).verdict == "unknown"


def test_a_changed_activity_sets_aside_the_details_of_the_old_one_and_keeps_the_rest() -> None:
    before: Given = {"activity": "working", "work_kind": "posted", "posting_paper": "a1", "lives_in": "france"}
    after = tidied({**before, "activity": "none"}, {"activity"}, TODAY)
    assert after == {"activity": "none", "lives_in": "france"}


def test_who_turns_out_to_be_french_needs_no_residence_document() -> None:
    before: Given = {**SPOUSE, "nationality": "FR"}
    after = tidied(before, {"nationality"}, TODAY)
    assert "stay_document" not in after
    assert contradiction(after, TODAY) is None


def test_another_postcode_sets_the_town_aside() -> None:
    before: Given = {"lives_in": "france", "postcode": "75011", "commune": "Somewhere"}
    assert "commune" not in tidied(before, {"postcode"}, TODAY)
    assert "commune" in tidied(before, {"postcode", "commune"}, TODAY)


def test_an_unchanged_answer_sets_nothing_aside() -> None:
    assert tidied(SPOUSE, (), TODAY) == SPOUSE


def test_answers_that_cannot_both_be_true_are_said_with_their_field() -> None:
    problem = contradiction({"in_france_since": TODAY.toordinal() + 30}, TODAY)
    assert problem is not None
    assert problem.field == "in_france_since"


def test_what_a_question_hangs_on_is_followed_to_the_first_question() -> None:
    assert {"stay_document", "nationality", "activity"} <= prerequisites(FACTS["stay_document_until"])


@pytest.mark.parametrize("seed", range(60))
def test_any_person_gets_to_an_end_and_every_question_asked_could_matter(seed: int) -> None:
    chance = random.Random(seed)
    given: dict[str, Value | None] = {}
    for _ in range(len(FACTS)):
        screen = next_screen(given, TODAY)
        if screen is None:
            break
        asked = list(wanted_on(screen.facts, given))
        assert asked, f"seed {seed}: nothing on the screen of {screen.name} could matter"
        for fact in asked:
            given[fact.name] = None if chance.random() < 0.2 else any_answer(fact, chance)
        if contradiction(given, TODAY) is not None:
            given.update(dict.fromkeys((fact.name for fact in asked), None))
    assert next_screen(given, TODAY) is None, f"seed {seed}"


def wanted_on(facts: tuple[Fact, ...], given: Given) -> Iterator[Fact]:
    for fact in facts:
        if fact.name not in given and (fact is facts[0] or is_wanted(fact, given, TODAY)):
            yield fact


def test_what_was_told_on_another_screen_is_not_asked_again() -> None:
    given: Given = {"nationality": "US", "born_in": "US"}
    assert [fact.name for fact in on_screen(screen_of("had_number"), given, TODAY)] == ["had_number"]
    again: Given = {**given, "had_number": True}
    assert [fact.name for fact in on_screen(screen_of("had_number"), again, TODAY)] == ["had_number", "born_in"]


def test_who_does_not_know_about_a_benefit_is_still_asked_who_insures_the_relative() -> None:
    frontier = SPOUSE | {"relative_insured": False, "relative_other_cover": "s1", "had_number": False}
    given, seen = interviewed(frontier, ignored=frozenset({"listed_benefit"}))
    assert "relative_other_cover" in seen
    assert assess(known_values(given), TODAY).verdict == "served_for_another_state"


def test_a_document_in_doubt_and_a_short_stay_are_both_asked_about() -> None:
    examined = SPOUSE | {"stay_standing": "asked_for", "stay_document": "first_request_receipt", "family_tie": "none",
                         "listed_benefit": False}  # fmt: skip
    given, seen = interviewed(examined)
    assert {"family_tie", "listed_benefit"} <= set(seen)
    assert "even accepted" in assess(known_values(given), TODAY).says.en
