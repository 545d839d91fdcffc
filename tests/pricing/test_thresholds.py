"""Thresholds of resources by date, place and size of the home, and the answer near the limit."""

from datetime import date
from decimal import Decimal

import pytest

from ouverture.law.after.c2s_ceiling import ceilings
from ouverture.pricing.rows import read_table
from ouverture.pricing.thresholds import Name, threshold

PUBLISHED = """
c2s_free 2016-04-01 1 mainland 8653.16
c2s_free 2018-03-31 1 mainland 8723
c2s_free 2020-04-01 1 mainland 9032
c2s_free 2020-04-01 3 mainland 16258
c2s_free 2022-06-30 2 mainland 13805
c2s_free 2022-07-01 2 mainland 14357
c2s_free 2022-07-01 3 mainland 17228
c2s_free 2025-04-01 3 mainland 18609
c2s_free 2025-04-01 6 mainland 29981
c2s_free 2026-03-31 1 mainland 10339
c2s_free 2026-04-01 1 mainland 10421
c2s_free 2018-04-01 4 overseas 20592
c2s_free 2024-04-01 1 overseas 11315
c2s_with_participation 2019-04-01 2 mainland 18126
c2s_with_participation 2020-04-01 4 overseas 28499
c2s_with_participation 2023-04-01 5 mainland 32801
c2s_with_participation 2026-04-01 1 mainland 14068
ame 2026-04-01 1 mainland 10421
rsa 2016-09-01 1 mainland 535.17
rsa 2026-03-31 1 mainland 646.52
rsa 2026-04-01 1 mainland 651.69
rsa 2020-04-01 2 mainland 847.17
rsa 2020-04-01 3 mainland 1016.60
rsa 2025-04-01 2 mainland 969.78
rsa 2026-03-31 3 mainland 1163.74
aspa 2016-04-01 2 mainland 14918.90
aspa 2022-06-30 1 mainland 11001.44
aspa 2026-01-01 2 mainland 19442.21
"""


@pytest.mark.parametrize("row", PUBLISHED.strip().splitlines())
def test_the_amount_is_the_one_published(row: str) -> None:
    name, day, household, place, euros = row.split()
    found = threshold(_name(name), date.fromisoformat(day), int(household), place)
    assert found is not None
    assert found.euros == Decimal(euros)
    assert found.since <= date.fromisoformat(day)


@pytest.mark.parametrize("body", [b for b in read_table("thresholds")["threshold"] if b["name"].startswith("c2s")])
def test_the_published_ceilings_of_a_home_are_those_of_the_formula_within_two_euros(body: dict[str, object]) -> None:
    """Both are held: what was published, and what the law's formula gives; they may not drift apart."""
    for dated in read_table("thresholds")["threshold"][0]["values"]:
        on, overseas = dated["since"], body["place"] == "overseas"
        for size in (1, 2, 3, 4, 5, 7):
            law = ceilings(size, overseas, on)
            found = threshold(_name(str(body["name"])), on, size, str(body["place"]))
            assert found is not None
            assert law is not None
            formula = law.free.exact if body["name"] == "c2s_free" else law.top.exact
            assert abs(found.euros - formula) <= 3, (on, size)


def test_an_income_at_the_limit_is_not_decided() -> None:
    found = threshold("c2s_free", date(2025, 4, 1), 3)
    assert found is not None
    assert [found.above(Decimal(income)) for income in (18606, 18608, 18609, 18610, 18612)] == [
        False, None, None, None, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "household", "share", "printed"),
    [("2020-04-01", 2, 16, "135.55"), ("2020-04-01", 3, "16.5", "167.74"), ("2025-04-01", 2, 14, "135.77"),
     ("2025-04-01", 3, 14, "162.92"), ("2025-04-01", 3, "16.5", "192.02")],
)  # fmt: skip
def test_the_rsa_of_a_larger_home_gives_the_housing_sums_that_were_published(
    day: str, household: int, share: object, printed: str
) -> None:
    found = threshold("rsa", date.fromisoformat(day), household)
    assert found is not None
    assert abs(found.euros * Decimal(str(share)) / 100 - Decimal(printed)) < Decimal("0.01")
    assert (found.certainty, found.above(found.euros + Decimal("0.04"))) == ("M", None)


@pytest.mark.parametrize(
    ("name", "day", "household", "place"),
    [
        ("c2s_free", "2016-03-31", 1, "mainland"),
        ("c2s_free", "2026-04-01", 1, "mayotte"),
        ("rsa", "2026-04-01", 2, "mainland"),
        ("rsa", "2025-04-01", 4, "mainland"),
        ("rsa", "2021-04-01", 2, "mainland"),
        ("aspa", "2026-01-01", 3, "mainland"),
    ],
)
def test_what_is_not_held_is_not_guessed(name: str, day: str, household: int, place: str) -> None:
    assert threshold(_name(name), date.fromisoformat(day), household, place) is None


def test_a_home_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="household"):
        threshold("rsa", date(2026, 4, 1), 0)


def _name(name: str) -> Name:
    found: dict[str, Name] = {"c2s_free": "c2s_free", "c2s_with_participation": "c2s_with_participation", "ame": "ame",
                              "rsa": "rsa", "aspa": "aspa"}  # fmt: skip
    return found[name]
