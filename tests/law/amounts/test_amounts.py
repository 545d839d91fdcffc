"""Every amount has a source and dates, says what it is, and says when it is not known."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from ouverture.law import amounts
from ouverture.law.after.c2s_ceiling import ceilings
from ouverture.law.amounts import Amount
from ouverture.law.amounts.figures import UNITS
from ouverture.law.texts import held
from ouverture.law.texts import version_of_row as version
from ouverture.pricing.thresholds import threshold
from ouverture.text import Text

EVERY = [amount for name in amounts.names() for amount in amounts.history(name)]
EACH = pytest.mark.parametrize("amount", EVERY, ids=lambda amount: f"{amount.name} {amount.since}")
LAST_LOOK = date(2026, 11, 28)


@EACH
def test_it_has_a_source_a_date_and_a_sentence(amount: Amount) -> None:
    assert amount.source
    assert amount.checked_on <= LAST_LOOK
    assert amount.since is not None
    assert amount.unit in UNITS
    assert amount.certainty in "HML"
    assert amount.label.fr in amount.says.fr
    assert amount.label.en in amount.says.en
    source = Text.in_two(amount.source)
    assert (source.fr in amount.says.fr) is (source.en in amount.says.en) is amount.known
    assert " / " not in amount.says.fr + amount.says.en, "each language has its own words"


@EACH
def test_it_is_a_value_or_bands_or_said_not_to_be_known(amount: Amount) -> None:
    assert not (amount.value is not None and amount.bands)
    assert amount.known is (amount.value is not None or bool(amount.bands))
    assert [start for start, _ in amount.bands] == sorted({start for start, _ in amount.bands})


@EACH
def test_its_figures_stand_in_the_article_it_names(amount: Amount) -> None:
    assert (amount.version is None) is (amount.quotes == ())
    if amount.version is not None:
        article = held()[amount.version]
        assert f"{article.code} {article.article}" in amount.articles
        assert all(quote in article.text for quote in amount.quotes)


@EACH
def test_its_rows_are_rows_of_the_facts_files(amount: Amount) -> None:
    assert amount.rows
    assert {version(row) for row in amount.rows} <= held().keys()


@pytest.mark.parametrize("name", amounts.names())
def test_its_periods_follow_each_other_without_overlap(name: str) -> None:
    dated = amounts.history(name)
    assert all(amount.until is not None for amount in dated[:-1])
    for earlier, later in pairwise(dated):
        assert earlier.until is not None
        assert later.since is not None
        assert earlier.until <= later.since


@EACH
def test_it_is_found_on_its_first_and_last_day(amount: Amount) -> None:
    assert amount.since is not None
    assert amounts.value(amount.name, amount.since) is amount
    if amount.until is not None:
        assert amounts.value(amount.name, amount.until - timedelta(days=1)) is amount
        assert amounts.value(amount.name, amount.until) is not amount


@pytest.mark.parametrize("name", amounts.names())
def test_before_its_first_day_it_is_not_known_and_says_so(name: str) -> None:
    since = amounts.history(name)[0].since
    assert since is not None
    before = amounts.value(name, since - timedelta(days=1))
    assert not before.known
    assert "not in our sources" in before.says.en


def test_the_ceiling_of_april_2026_is_within_a_euro_and_that_of_2027_is_not_known() -> None:
    last_day = amounts.value("c2s_ceiling", date(2026, 3, 31))
    this_year = amounts.value("c2s_ceiling", date(2026, 4, 1))
    next_year = amounts.value("c2s_ceiling", date(2027, 4, 1))
    assert [last_day.value, this_year.value] == [10339, 10421]
    assert (last_day.certainty, this_year.certainty) == ("H", "M")
    assert (next_year.known, next_year.value, next_year.at(1)) == (False, None, None)
    assert "not held" in next_year.says.en


def test_every_ceiling_since_2016_is_the_one_that_prices_are_compared_with() -> None:
    for amount in amounts.history("c2s_ceiling"):
        if amount.known and amount.since is not None:
            published = threshold("c2s_free", amount.since)
            assert published is not None
            assert (published.euros, published.since) == (amount.value, amount.since)


@pytest.mark.parametrize("size", [1, 2, 3, 4, 6])
@pytest.mark.parametrize("far", [True, False])
def test_the_ceiling_computed_is_within_two_euros_of_the_one_published(size: int, far: bool) -> None:
    for amount in amounts.history("c2s_ceiling"):
        if amount.known and amount.since is not None:
            computed = ceilings(size, far, amount.since)
            place = "overseas" if far else "mainland"
            free = threshold("c2s_free", amount.since, size, place)
            top = threshold("c2s_with_participation", amount.since, size, place)
            assert computed is not None
            assert free is not None
            assert top is not None
            assert abs(computed.free.exact - free.euros) < 3, amount.since
            assert abs(computed.top.exact - top.euros) < 3, amount.since


def test_no_amount_is_known_for_the_participation_of_the_treaty_exempt() -> None:
    amount = amounts.value("participation_of_treaty_exempt", LAST_LOOK)
    assert not amount.known
    assert "nothing is computed" in amount.says.en


@pytest.mark.parametrize(
    ("year", "ceiling", "fifth", "half", "eight"),
    [(2025, 47100, 9420, 23550, 376800), (2026, 48060, 9612, 24030, 384480)],
)
def test_the_multiples_of_the_yearly_ceiling_are_those_published(
    year: int, ceiling: int, fifth: int, half: int, eight: int
) -> None:
    def times(name: str) -> Decimal:
        return (amounts.value(name, date(year, 7, 1)).value or Decimal(0)) * ceiling

    assert amounts.value("pass", date(year, 7, 1)).value == ceiling
    assert times("csm_work_income_limit") == fifth
    assert times("csm_allowance") == half
    assert times("csm_capital_income_cap") == eight


AGES = """
0 8 2.8, 29 8 2.8, 30 14 4.9, 49 14 4.9, 50 21 7.3, 59 21 7.3, 60 25 8.7, 69 25 8.7, 70 30 10.5, 101 30 10.5
"""


@pytest.mark.parametrize(("age", "euros", "in_alsace_moselle"), [row.split() for row in AGES.split(",")])
def test_the_participation_goes_by_bands_of_age(age: str, euros: str, in_alsace_moselle: str) -> None:
    assert amounts.value("c2s_monthly_participation", LAST_LOOK).at(int(age)) == Decimal(euros)
    local = amounts.value("c2s_monthly_participation_alsace_moselle", LAST_LOOK)
    assert local.at(int(age)) == Decimal(in_alsace_moselle)


def test_the_penalties_keep_their_limits_in_the_text_of_2026() -> None:
    limits = [("penalty", 70, 4), ("fraud_penalty", 300, 8), ("gang_penalty", 400, 16)]
    for day in (date(2024, 1, 1), date(2026, 1, 1)):
        for name, share, flat in limits:
            assert amounts.value(f"{name}_share", day).value == share
            assert amounts.value(f"{name}_flat", day).value == flat


def test_an_unknown_name_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(KeyError, match="no amount is called c2s_ceilling; the nearest name is c2s_ceiling"):
        amounts.value("c2s_ceilling", LAST_LOOK)
