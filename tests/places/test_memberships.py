from datetime import date

from ouverture.places.memberships import EEA, EU, EU_EEA_SWITZERLAND, applies_eu_law, is_eu_eea_or_swiss, members


def test_the_union_has_27_members_the_area_30_and_switzerland_stands_apart() -> None:
    assert len(EU) == 27
    assert {"IS", "LI", "NO"} == EEA - EU
    assert {"CH"} == EU_EEA_SWITZERLAND - EEA
    assert "GB" not in EU_EEA_SWITZERLAND


def test_the_united_kingdom_left_and_stayed_bound_to_the_end_of_2020() -> None:
    assert "GB" in members("EU", on=date(2020, 1, 31))
    assert "GB" not in members("EU", on=date(2020, 2, 1))
    assert applies_eu_law("GB", date(2020, 12, 31))
    assert not applies_eu_law("GB", date(2021, 1, 1))


def test_membership_depends_on_the_day() -> None:
    assert len(members("EU", on=date(1990, 1, 1))) == 12
    assert not is_eu_eea_or_swiss("HR", date(2013, 6, 30))
    assert is_eu_eea_or_swiss("HR", date(2013, 7, 1))


def test_norway_is_of_the_area_but_not_bound_by_every_regulation() -> None:
    today = date(2026, 11, 23)
    assert is_eu_eea_or_swiss("NO", today)
    assert not applies_eu_law("NO", today)
