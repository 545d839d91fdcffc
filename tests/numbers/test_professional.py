from ouverture.numbers.reading import read


def test_the_control_of_an_rpps_is_told_but_never_refused() -> None:
    passing, failing = read("10101201234").candidates[0], read("10101201235").candidates[0]
    assert passing.valid
    assert failing.valid
    assert {passing.notes[0].code, failing.notes[0].code} <= {"rpps_luhn_passes", "rpps_luhn_fails"}
    assert passing.notes[0].code != failing.notes[0].code or "not verified" in passing.notes[0].says.en


def test_nine_digits_are_said_with_low_certainty() -> None:
    candidate = read("751234567").candidates[0]
    assert candidate.kind == "ameli_pro"
    assert candidate.to_json()["certainty"] == "L"
    assert "FINESS" in candidate.notes[0].says.fr


def test_eleven_digits_beginning_with_nine_can_also_be_a_card() -> None:
    reading = read("91234567890")
    assert {candidate.kind for candidate in reading.candidates} == {"rpps", "card_serial"}
    assert reading.question is not None


def test_a_siret_is_known_by_its_control() -> None:
    assert read("732 829 320 00074").candidates[0].kind == "siret"
    assert read("732 829 320 00075").candidates == ()
