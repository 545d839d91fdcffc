import pytest

from ouverture.numbers.reading import read

TEST, DEMO = "1.2.250.1.213.1.4.10", "1.2.250.1.213.1.4.11"
NUMBER = "185039940401735"


@pytest.mark.parametrize(
    "text", [f"{NUMBER}^^^NAME&{TEST}&ISO^INS", f"urn:oid:{TEST}|{NUMBER}", f"1 85 03 99 404 017 35 {TEST}"]
)
def test_a_number_with_its_code_is_an_ins(text: str) -> None:
    (candidate,) = read(text).candidates
    assert (candidate.kind, candidate.valid, candidate.number) == ("ins", True, NUMBER)
    assert candidate.parts[0].digits == TEST


@pytest.mark.parametrize("oid", [TEST, DEMO])
def test_a_test_or_demonstration_number_is_never_for_a_real_person(oid: str) -> None:
    (candidate,) = read(f"{oid} {NUMBER}").candidates
    assert candidate.notes[0].code == "oid_never_in_production"


@pytest.mark.parametrize(("last", "words"), [("8", "a NIR, a permanent number"), ("9", "a NIA, a waiting number")])
def test_the_code_tells_permanent_from_waiting_when_the_digits_cannot(last: str, words: str) -> None:
    (candidate,) = read(f"1.2.250.1.213.1.4.{last}").candidates
    assert candidate.kind == "oid"
    assert words in candidate.parts[0].says.en
    assert candidate.problems[0].code == "oid_without_number"


def test_a_faulty_number_stays_faulty_with_its_code() -> None:
    (candidate,) = read(f"{TEST} 185039940401736").candidates
    assert not candidate.valid


def test_another_code_is_not_an_ins() -> None:
    assert all(candidate.kind not in {"ins", "oid"} for candidate in read("1.2.250.1.213.1.4.12").candidates)
