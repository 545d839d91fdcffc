import pytest

from ouverture.numbers.birthplace import commune_codes, told


@pytest.mark.parametrize(
    ("place", "year", "month", "words"),
    [
        ("75056", 1988, 2, "born in Paris (Paris)"),
        ("75056", 1960, 2, "Seine, the département before 1968"),
        ("75050", 1960, 2, "today Nanterre (92050)"),
        ("78228", 1960, 2, "today Évry"),
        ("92050", 1968, 1, "born in Nanterre (Hauts-de-Seine)"),
        ("91001", 1962, 7, "Algeria before 3 July 1962 (Algiers"),
        ("94001", 1950, None, "Southern territories"),
        ("95001", 1963, 12, "Morocco before 1964"),
        ("96021", 1963, 12, "Tunisia before 1964"),
        ("20004", 1975, 12, "today Ajaccio (2A004)"),
        ("2A004", 1953, 7, "born in Ajaccio (Corse-du-Sud)"),
        ("97411", 2001, 4, "born in Saint-Denis (La Réunion)"),
        ("98735", 1999, 6, "born in Papeete (Polynésie française)"),
        ("99404", 1985, 3, "born abroad: United States (country 404)"),
        ("99115", 1985, 3, "a State or territory of the time: TCHECOSLOVAQUIE"),
        ("01039", 1950, 3, "former commune, Béon"),
        ("01003", 1950, 3, "former commune, code 01003"),
        ("75201", 1990, 3, "born in Paris 1er Arrondissement (Paris), extra code 75201"),
    ],
)
def test_five_characters_name_the_place_as_it_was(place: str, year: int, month: int | None, words: str) -> None:
    answer = told(place, (year,), month)
    assert answer.problems == ()
    assert words in answer.says.en


@pytest.mark.parametrize(
    ("place", "year", "code"),
    [
        ("92001", 1965, "place_doubtful_dates"),
        ("91001", 1962, "place_doubtful_dates"),
        ("95001", 1965, "place_doubtful_dates"),
        ("13999", 1980, "place_not_in_table"),
        ("97999", 1980, "place_not_in_table"),
        ("98499", 1980, "place_not_in_table"),
        ("99999", 1980, "country_not_in_table"),
        ("99100", 1980, "country_is_france"),
        ("99308", 1980, "country_lists_disagree"),
    ],
)
def test_what_our_tables_do_not_settle_is_noted_and_not_refused(place: str, year: int, code: str) -> None:
    answer = told(place, (year,), 8)
    assert answer.problems == ()
    assert [note.code for note in answer.notes] == [code]


@pytest.mark.parametrize(
    ("place", "year", "code"),
    [
        ("00001", 1980, "place_no_department"),
        ("13000", 1980, "place_zero"),
        ("99000", 1980, "place_zero"),
        ("20004", 1976, "place_refused_dates"),
        ("96021", 1964, "place_refused_dates"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(place: str, year: int, code: str) -> None:
    assert [problem.code for problem in told(place, (year,), None).problems] == [code]


def test_the_dates_of_a_place_are_weighed_over_both_centuries() -> None:
    answer = told("20004", (2010, 1910), 5)
    assert answer.problems == ()
    assert "Ajaccio" in answer.says.fr


def test_a_commune_agrees_with_its_codes_of_before_and_of_overflow() -> None:
    assert commune_codes("75050") >= {"92050"}
    assert commune_codes("75201") >= {"75101", "75056"}
    assert commune_codes("13155") >= {"13055"}
    assert commune_codes("33063") == {"33063"}


@pytest.mark.parametrize(
    ("place", "last_year", "first_year", "words"),
    [
        ("2A004", None, 1976, "since 1 January 1976"),
        ("2B033", None, 1976, "since 1 January 1976"),
        ("92050", None, 1968, "since 1 January 1968"),
        ("75050", 1967, None, "until 31 December 1967"),
        ("78228", 1967, None, "until 31 December 1967"),
        ("97123", 2007, None, "until 14 July 2007"),
        ("97127", 2007, None, "until 14 July 2007"),
        ("97701", None, 2007, "since 15 July 2007"),
        ("97801", None, 2007, "since 15 July 2007"),
        ("98511", 2011, None, "until 30 March 2011"),
        ("97611", None, 2011, "since 31 March 2011"),
    ],
)
def test_a_code_is_to_be_checked_before_its_first_day_and_after_its_last(
    place: str, last_year: int | None, first_year: int | None, words: str
) -> None:
    inside, outside = (last_year, last_year + 5) if last_year else (first_year or 0, (first_year or 0) - 2)
    assert told(place, (inside,), 6 if inside == 1967 else None).notes == ()
    answer = told(place, (outside,), 6)
    assert answer.problems == ()
    assert [note.code for note in answer.notes] == ["place_doubtful_dates"]
    assert words in answer.notes[0].says.en


def test_the_places_that_changed_code_are_named() -> None:
    assert "Saint-Martin (Guadeloupe)" in told("97127", (1990,), 5).says.en
    assert "Mamoudzou" in told("98511", (2002,), 5).says.en
    assert "Australian external territories" in told("99265", (1990,), 5).says.en


def test_a_code_and_the_one_that_took_its_place_are_the_same_ground() -> None:
    assert "97801" in commune_codes("97127")
    assert "98511" in commune_codes("97611")
