from datetime import date

import pytest

from ouverture.places.caisse import all_caisses, caisse_of
from ouverture.places.place_error import PlaceError


def test_there_are_102_caisses_in_metropolitan_france_and_seven_elsewhere() -> None:
    kinds = [caisse.kind for caisse in all_caisses()]
    assert (kinds.count("CPAM"), kinds.count("CCSS"), kinds.count("CGSS")) == (101, 1, 4)
    assert (kinds.count("CSS"), kinds.count("CPS")) == (1, 2)


def test_paris_is_written_to_at_its_own_cedex() -> None:
    paris = caisse_of("751")
    assert paris.postal_address == ("CPAM de Paris", "75948 PARIS CEDEX 19")
    assert paris.address_certainty == "high"
    assert "13 September 2026" in paris.address_source.en


def test_an_address_keeps_the_day_it_was_known_and_its_page() -> None:
    bas_rhin = caisse_of("673")
    assert bas_rhin.postal_address == ("CPAM du Bas-Rhin", "16 rue de Lausanne", "67090 STRASBOURG CEDEX")
    assert bas_rhin.address_known_on == date(2026, 9, 13)
    assert bas_rhin.page.startswith("https://lannuaire.service-public.gouv.fr/")
    assert "13 September 2026" in bas_rhin.address_warning.en
    assert bas_rhin.page in bas_rhin.address_warning.fr


def test_ninety_eight_addresses_are_of_2026_and_the_others_keep_that_of_2016() -> None:
    fresh = [caisse for caisse in all_caisses() if caisse.address_known_on == date(2026, 9, 13)]
    assert len(fresh) == 98
    belfort = caisse_of("901")
    assert belfort.address_known_on is not None
    assert belfort.address_known_on.year <= 2016
    assert belfort.address_certainty == "medium"
    assert belfort.page == ""


def test_an_address_that_moved_says_so() -> None:
    moved = [
        caisse.code for caisse in all_caisses() if any("no longer that of 2016" in note.en for note in caisse.notes)
    ]
    assert moved == ["072", "151", "181", "202", "231", "241", "661", "974"]
    assert caisse_of("202").postal_address == ("CPAM de la Haute-Corse", "20702 AJACCIO CEDEX 9")


def test_a_head_office_address_is_marked_as_less_sure() -> None:
    low = [caisse for caisse in all_caisses() if caisse.address_certainty == "low"]
    assert all(any("head office only" in note.en for note in caisse.notes) for caisse in low)
    assert caisse_of("061").address_certainty == "high"


def test_an_unknown_address_is_said_to_be_unknown() -> None:
    unknown = [caisse.key for caisse in all_caisses() if not caisse.postal_address]
    assert unknown == ["SPM", "SBH"]
    assert {caisse_of(key).address_certainty for key in unknown} == {"missing"}


def test_a_caisse_code_is_not_the_department_plus_one() -> None:
    assert caisse_of("072").name == "CPAM de l'Ardèche"
    with pytest.raises(PlaceError, match='No caisse bears the code "074"'):
        caisse_of("074")


def test_the_code_of_a_closed_caisse_leads_to_its_successor() -> None:
    assert caisse_of("341") is not None
    assert caisse_of("341").code == "342"
    assert "341" in caisse_of("342").former_codes


def test_the_two_cps_have_no_code() -> None:
    assert [caisse.key for caisse in all_caisses() if not caisse.code] == ["SPM", "SBH"]
