"""The specimens of ICAO Doc 9303 (parts 4 to 7), then the same with what readers and people do to them."""

from datetime import date

import pytest

from ouverture.numbers.mrz.reading import Mrz, read_mrz
from ouverture.numbers.travel_document import check_digit

TODAY = date(2026, 11, 28)
TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
TD1 = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
MRV_A = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<")
MRV_B = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<")
FORMATS = {"TD3": TD3, "TD2": TD2, "TD1": TD1, "MRV-A": MRV_A, "MRV-B": MRV_B}

FORMER_FRENCH_CARD = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "9409923102854CORINNE<<<<<<<6512068F4")


def read(*lines: str) -> Mrz:
    found = read_mrz(lines, TODAY)
    assert found is not None
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_name_and_every_digit_holds(name: str) -> None:
    found = read(*FORMATS[name])
    assert (found.format, found.primary, found.secondary) == (name, "ERIKSSON", ("ANNA", "MARIA"))
    assert found.proved
    assert found.repaired == ()


@pytest.mark.parametrize(
    ("name", "number", "nationality", "birth", "expiry"),
    [
        ("TD3", "L898902C3", "UTO", "1974-08-12", date(2012, 4, 15)),
        ("TD2", "D23145890", "UTO", "1974-08-12", date(2012, 4, 15)),
        ("TD1", "D23145890", "UTO", "1974-08-12", date(2012, 4, 15)),
        ("MRV-A", "L8988901C", "XXX", "1940-09-07", date(1996, 12, 10)),
        ("MRV-B", "L8988901C", "XXX", "1940-09-07", date(1996, 12, 10)),
    ],
)
def test_every_format_gives_its_fields(name: str, number: str, nationality: str, birth: str, expiry: date) -> None:
    found = read(*FORMATS[name])
    assert (found.number, found.nationality, found.birth, found.expiry) == (number, nationality, birth, expiry)


def test_the_lines_are_found_among_those_of_a_page() -> None:
    found = read("PASSPORT  UTOPIA", "Surname ERIKSSON", *TD3, "page 2")
    assert found.rows == (2, 3)
    assert found.kind == "passport"


@pytest.mark.parametrize(
    ("misread", "field"),
    [
        (TD3[1].replace("L898902C3", "L8989O2C3"), "number"),
        (TD3[1].replace("740812", "74O8I2"), "birth"),
        (TD3[1].replace("120415", "1Z0415"), "expiry"),
    ],
)
def test_a_misread_character_is_put_right_where_the_digits_prove_it(misread: str, field: str) -> None:
    found = read(TD3[0], misread)
    assert found.repaired == (field,)
    assert found.proved
    assert (found.number, found.birth, found.expiry) == ("L898902C3", "1974-08-12", date(2012, 4, 15))


def test_two_misread_characters_of_a_number_are_left_one_digit_cannot_prove_both() -> None:
    found = read(TD3[0], TD3[1].replace("L898902C3", "L89B9O2C3"))
    assert found.number == "L89B9O2C3"
    assert "number" in found.wrong


def test_a_wrong_digit_that_no_likeness_explains_is_said_and_nothing_is_changed() -> None:
    found = read(TD3[0], TD3[1].replace("740812", "740912"))
    assert "birth" in found.wrong
    assert found.repaired == ()


def test_a_number_that_two_readings_would_satisfy_is_left_as_it_is() -> None:
    # A visa has no last digit: its own digit alone proves a number one time in ten, which is no proof.
    found = read(MRV_A[0], MRV_A[1].replace("L8988901C", "L898B9O1C"))
    assert found.number == "L898B9O1C"
    assert "number" in found.wrong


@pytest.mark.parametrize("lost", [1, 3, 6])
def test_blanks_that_a_reader_dropped_or_added_do_not_matter(lost: int) -> None:
    assert read(TD3[0][:-lost], TD3[1]).names == "ERIKSSON ANNA MARIA"
    assert read(TD3[0] + "<" * lost, TD3[1]).names == "ERIKSSON ANNA MARIA"
    assert read(TD3[0], TD3[1].replace("<<<<<", "<<<<")).proved


def test_french_quotation_marks_and_spaces_are_the_blanks_they_stand_for() -> None:
    assert read(TD3[0].replace("<<", "«"), TD3[1].replace("UTO", " UTO ")).proved


def test_a_person_with_one_name_has_no_second() -> None:
    found = read("P<UTOARKFREITH<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<", TD3[1])
    assert (found.primary, found.secondary, found.truncated) == ("ARKFREITH", (), False)


def test_names_that_fill_their_field_may_go_on() -> None:
    found = read("P<UTONILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K", TD3[1])
    assert found.truncated
    assert found.secondary == ("CHAYAPA", "DEJTHAMRONG", "K")


def test_a_birth_date_that_is_known_in_part_stays_partial() -> None:
    field = "7408<<"
    line = f"L898902C36UTO{field}{check_digit(field)}F1204159ZE184226B<<<<<1"
    covered = line[0:10] + line[13:20] + line[21:43]
    assert read(TD3[0], line + check_digit(covered)).birth == "1974-08"


def test_a_long_number_of_a_card_goes_on_in_the_next_field() -> None:
    # The example of Doc 9303 part 5: nine characters, "<", the rest, its digit.
    first = "I<UTOD23145890<7349<<<<<<<<<<<"
    second = "3407127M9507122UTO<<<<<<<<<<<2"
    found = read(first, second, "STEVENSON<<PETER<JOHN<<<<<<<<<")
    assert found.number == "D23145890734"
    assert "number" not in found.wrong


def test_somebody_born_last_year_was_not_born_a_century_ago() -> None:
    line = f"L898902C36UTO250812{check_digit('250812')}F1204159ZE184226B<<<<<1"
    assert read(TD3[0], line + check_digit(line[0:10] + line[13:20] + line[21:43])).birth == "2025-08-12"


@pytest.mark.parametrize(
    "lines", [(), ("BONJOUR",), (TD3[0],), (TD3[1], TD3[0]), ("A" * 44, "B" * 44), ("<" * 44,) * 2]
)
def test_other_lines_are_no_document(lines: tuple[str, ...]) -> None:
    assert read_mrz(lines, TODAY) is None


def test_a_document_printed_in_a_log_says_nothing_of_the_person() -> None:
    assert "ERIKSSON" not in repr(read(*TD3))
    assert "L898902C3" not in repr(read(*TD3))


def test_the_former_french_card_is_read_in_its_own_order_and_says_no_last_day() -> None:
    found = read("CARTE NATIONALE D'IDENTITE", *FORMER_FRENCH_CARD)
    assert (found.format, found.kind, found.issuer, found.number) == ("IDFRA", "card", "FRA", "940992310285")
    assert (found.names, found.birth, found.sex, found.expiry) == ("BERTHIER CORINNE", "1965-12-06", "F", None)
    assert found.proved
    assert not found.truncated


def test_a_misread_digit_of_the_former_french_card_is_put_right_or_said() -> None:
    first, second = FORMER_FRENCH_CARD
    assert read(first, second.replace("6512068", "65I2O68")).birth == "1965-12-06"
    assert "birth" in read(first, second.replace("6512068", "6513068")).wrong
    assert read("IDFRABERTH1ER<<<<<<<<<<<<<<<<<<<<<<<", second).wrong == ("composite",)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6"), "BERTHIER CORINNE"),
        (("IDFRATEST<NAME<<<<<<<<<<<<<<<<0CHE02", "1710GVA123451ROBERTA<<<<<<<9112311F2"), "TEST NAME ROBERTA"),
    ],
)
def test_other_specimens_of_the_former_french_card_are_proved(lines: tuple[str, str], name: str) -> None:
    assert (read(*lines).names, read(*lines).proved) == (name, True)
