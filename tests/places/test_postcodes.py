from ouverture.places.postcodes import CommuneInPostcode, all_postcodes, communes_of, former_names, pack_group


def test_a_postcode_lists_the_communes_it_serves() -> None:
    assert [commune.name for commune in communes_of("01000")] == ["Bourg-en-Bresse", "Saint-Denis-lès-Bourg"]
    assert communes_of("00000") == ()


def test_the_country_has_6310_official_postcodes_and_4205_serve_several_communes() -> None:
    official = [[commune for commune in communes_of(postcode) if commune.official] for postcode in all_postcodes()]
    assert sum(bool(communes) for communes in official) == 6310
    assert sum(len(communes) > 1 for communes in official) == 4205
    assert sum(len({commune.department for commune in communes}) > 1 for communes in official) == 16


def test_overseas_departments_have_three_digits() -> None:
    assert communes_of("97400")[0].department == "974"
    assert communes_of("20000")[0].department == "2A"


def test_merged_communes_keep_their_names() -> None:
    assert "Béon" in former_names("01138")
    assert former_names("75111") == ()


def test_a_packed_group_says_caisse_alternative_reason_and_source_once() -> None:
    communes = [
        CommuneInPostcode("59056", "Beaucamps-Ligny", "594", "595", "l", official=True),
        CommuneInPostcode("59371", "Le Maisnil", "594", "595", "l", official=True),
    ]
    assert pack_group(communes) == "594,595,l,L:59056 Beaucamps-Ligny;59371 Le Maisnil"
