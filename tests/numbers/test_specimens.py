import pytest

from ouverture.numbers.reading import read
from ouverture.numbers.specimens import specimen
from ouverture.numbers.tables import rows


@pytest.mark.parametrize("number", [row["number"] for row in rows("specimens.csv")])
def test_a_specimen_is_said_to_be_one(number: str) -> None:
    written = f"{number[:3]}-{number[3:5]}-{number[5:]}" if len(number) == 9 and number.isdigit() else number
    reading = read(written)
    assert "specimen" in {note.code for candidate in reading.candidates for note in candidate.notes}
    if len(reading.candidates) == 1:
        assert "an example, not a real number" in reading.reason.en


def test_a_specimen_typed_without_its_key_is_one_too() -> None:
    assert specimen("2690549588157") is not None


def test_an_ordinary_number_is_no_specimen() -> None:
    assert specimen("185039940401735") is None
    assert "Well formed" in read("1 85 03 99 404 017 35").reason.en
