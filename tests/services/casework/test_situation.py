from datetime import date

import pytest

from ouverture.dossier.refusals import Refusal
from ouverture.law.answers import read
from ouverture.law.facts import FACTS
from ouverture.rules.facts import Value
from ouverture.services.casework.situation import Difference, changed, difference
from ouverture.services.casework.what_if import what_if, what_ifs
from tests.spouse import SPOUSE

DAY = date(2026, 11, 23)
LATER = date(2026, 12, 15)


@pytest.fixture
def spouse() -> dict[str, Value]:
    return dict(read(SPOUSE, FACTS))


def supposed(answers: dict[str, Value], name: str, on: date = LATER, given: str = "") -> Difference:
    found = what_if(answers, name, on, DAY, given)
    assert isinstance(found, Difference), found
    return found


def test_a_change_says_the_new_verdict_and_the_papers_that_come_and_go(spouse: dict[str, Value]) -> None:
    after = changed(spouse, "relative_insured", "no", DAY)
    assert isinstance(after, dict)
    found = difference(spouse, after, DAY)
    assert isinstance(found, Difference)
    assert found.turns_on == DAY
    assert any("rent receipts" in one.en for one in found.comes)
    assert any("Marriage certificate" in one.en for one in found.goes)


def test_work_turns_the_answer_on_its_first_day_and_not_before(spouse: dict[str, Value]) -> None:
    found = supposed(spouse, "work")
    assert found.turns_on == LATER
    assert "Your work in France covers you" in found.after.en


def test_a_document_that_ends_turns_the_answer_the_day_after_it(spouse: dict[str, Value]) -> None:
    assert supposed(spouse, "card_ends").turns_on == date(2026, 12, 16)


def test_what_changes_nothing_says_so(spouse: dict[str, Value]) -> None:
    assert supposed(spouse, "child").turns_on is None
    assert not supposed(spouse, "marriage").changes


def test_moving_within_france_changes_the_caisse_and_not_the_answer(spouse: dict[str, Value]) -> None:
    found = supposed(spouse, "move", given="69003")
    assert not found.changes
    assert found.caisse_before != found.caisse_after


def test_leaving_france_takes_the_postcode_away(spouse: dict[str, Value]) -> None:
    assert supposed(spouse, "leave").turns_on == LATER


@pytest.mark.parametrize("name", [one.name for one in what_ifs()])
def test_every_case_answers_for_somebody_or_says_what_is_wrong(spouse: dict[str, Value], name: str) -> None:
    found = what_if(spouse, name, LATER, DAY, "69003")
    assert isinstance(found, Difference), found


def test_a_day_that_is_past_a_case_unheard_of_and_a_postcode_that_is_none_are_refused_in_words(
    spouse: dict[str, Value],
) -> None:
    for found in (
        what_if(spouse, "work", date(2026, 1, 1), DAY),
        what_if(spouse, "war", LATER, DAY),
        what_if(spouse, "move", LATER, DAY, "not a postcode"),
    ):
        assert isinstance(found, Refusal)
        assert found.says.fr


def test_an_answer_that_cannot_be_read_or_clashes_changes_nothing(spouse: dict[str, Value]) -> None:
    unread, clash = changed(spouse, "family_tie", "cousin", DAY), changed(spouse, "in_france_since", "2030-01-01", DAY)
    assert isinstance(unread, Refusal)
    assert isinstance(clash, Refusal)


def test_what_no_longer_makes_sense_after_a_change_is_left_out(spouse: dict[str, Value]) -> None:
    after = changed(spouse, "family_tie", "none", DAY)
    assert isinstance(after, dict)
    assert "relative_insured" not in after
