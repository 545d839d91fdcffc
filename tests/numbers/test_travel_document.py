import pytest

from ouverture.numbers.reading import read
from ouverture.numbers.travel_document import as_travel_document, check_digit

PASSPORT = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
CARD = "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"


@pytest.mark.parametrize(("field", "digit"), [("L898902C3", "6"), ("740812", "2"), ("120415", "9"), ("D23145890", "7")])
def test_the_check_digit_is_that_of_the_examples_of_the_icao(field: str, digit: str) -> None:
    assert check_digit(field) == digit


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (PASSPORT, "a passport"),
        (PASSPORT.lower(), "a passport"),
        (PASSPORT.split("\n")[0], "a passport"),
        (PASSPORT.split("\n")[1], "a travel document"),
        (CARD, "an identity or residence card"),
        ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "a visa"),
        (PASSPORT.replace("<", " <").replace(" <", "<"), "a passport"),
    ],
)
def test_the_lines_of_a_document_are_recognised_as_such(text: str, says: str) -> None:
    (candidate,) = read(text).candidates
    assert candidate.kind == "mrz"
    assert candidate.parts[0].says.en == says
    assert "not a social security" in read(text).reason.en


def test_the_controls_of_the_second_line_are_computed() -> None:
    right, wrong = as_travel_document(PASSPORT), as_travel_document(PASSPORT.replace("7408122", "7408123"))
    assert right is not None
    assert wrong is not None
    assert right.parts[1].says.en == "controls, right"
    assert "at least one" in wrong.parts[1].says.en


def test_the_answer_repeats_neither_name_nor_number() -> None:
    said = " ".join(read(PASSPORT).sentences("en"))
    assert "ERIKSSON" not in said
    assert "L898902C3" not in said


@pytest.mark.parametrize("text", ["FR7630006000011234567890189", "1" * 44, "A" * 30, "", "P<", "a < b and b < c"])
def test_other_texts_are_no_document(text: str) -> None:
    assert as_travel_document(text) is None
