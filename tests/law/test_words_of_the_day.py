"""A quote stands on the day asked, or the answer says what it rests on."""

from datetime import date

import pytest

from ouverture.law.css.d160_2 import three_months
from ouverture.law.css.r111_3 import regular_stay
from ouverture.law.rulebook import rulebook
from ouverture.law.texts import held, versions
from ouverture.law.words_of_the_day import DOUBTFUL, words_of_the_day

TODAY = date(2026, 11, 23)


def test_every_rule_in_force_today_quotes_the_law_of_today() -> None:
    doubtful = {r.name for r in rulebook().on(TODAY).rules.values() if words_of_the_day(r, TODAY).standing in DOUBTFUL}
    assert doubtful == set()


@pytest.mark.parametrize(
    ("day", "standing", "said"),
    [
        (
            date(2016, 3, 1),
            "no_text",
            "CSS R111-3 had no text on Tuesday 1 March 2016 (the first is of Monday 27 February",
        ),
        (date(2017, 2, 26), "no_text", "the answer then rests on articles L111-2-1 and L160-1"),
        (date(2017, 2, 27), "not_held", "The text of Monday 27 February 2017 is not held here"),
        (date(2019, 10, 31), "not_held", "those of the text of Friday 1 November 2019"),
    ],
)
def test_a_day_without_the_text_says_so(day: date, standing: str, said: str) -> None:
    words = words_of_the_day(regular_stay, day)
    assert words.standing == standing
    assert words.says is not None
    assert said in words.says.en


def test_the_words_of_an_earlier_version_that_says_the_same_stand() -> None:
    assert words_of_the_day(three_months, date(2020, 6, 1)).standing in ("stand", "said_otherwise")
    assert words_of_the_day(regular_stay, date(2019, 11, 1)) == ("stand", None)


def test_every_text_held_has_its_true_dates() -> None:
    for (code, article), dated in versions().items():
        for one in dated:
            if one.version in held():
                text = held()[one.version]
                assert (text.code, text.article, text.since, text.until) == (code, article, one.since, one.until)


def test_every_digest_of_the_list_of_versions_is_that_of_the_text_held() -> None:
    listed = {one.version: one.sha256 for dated in versions().values() for one in dated if one.sha256}
    assert {version: held()[version].digest for version in listed} == {v: sha[:16] for v, sha in listed.items()}
