"""What may not be asked: each limit is dated, cited, and gives a sentence to answer."""

from datetime import date

import pytest

from ouverture.evidence.limits import LIMITS
from ouverture.evidence.not_to_be_asked import NotToBeAsked
from tests.evidence.invented import AMERICAN_SPOUSE, checklist_of, forbidden


def test_limits_have_names_of_their_own() -> None:
    names = [limit.name for limit in LIMITS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.name)
def test_a_limit_speaks_both_languages_and_its_answer_names_a_law_or_a_reason(limit: NotToBeAsked) -> None:
    for text in (limit.what, limit.case, limit.answer):
        assert text.fr
        assert text.en
        assert text.fr != text.en
    assert limit.articles
    assert limit.answer.fr.endswith(".")


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.name)
def test_the_answer_names_the_article_it_rests_on(limit: NotToBeAsked) -> None:
    first = limit.articles[0]
    if first.source.official:
        letter, number = first.source.article[0], first.source.article[1:]
        assert f"{letter}. {number}" in limit.answer.fr
        assert f"{letter}. {number}" in limit.answer.en


def test_nothing_is_claimed_before_its_article_was_in_force() -> None:
    before = forbidden(checklist_of(AMERICAN_SPOUSE | {"in_france_since": date(2021, 1, 5)}, date(2021, 3, 1)))
    assert "birth_certificate_first" not in before
    assert "what_the_caisse_can_get" not in before
    assert "certified_copies" in before
