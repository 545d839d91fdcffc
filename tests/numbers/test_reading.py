import json
import os
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ouverture.numbers.reading import Reading, read
from ouverture.text import LANGUAGES

CAMPAIGN = int(os.environ.get("OUVERTURE_FUZZ", "2500"))
PRINTED = ("1 85 03 99 404 017 35", "7112312345678", "FR7630006000011234567890189", "RB123456785FR", "1.87E+14")


def answers(text: str) -> Reading:
    """A reading that keeps every promise: a reason, sentences in both languages, a JSON document."""
    reading = read(text)
    for language in LANGUAGES:
        assert reading.reason.to(language)
        lines = reading.sentences(language)
        assert all(lines)
        assert not [line for line in lines if "{" in line and "{" not in text]
    json.dumps(reading.to_json(), ensure_ascii=False).encode("utf-8", "surrogatepass")
    return reading


@settings(max_examples=CAMPAIGN, deadline=None, derandomize=True, database=None)
@given(st.text(max_size=60))
def test_any_text_gets_a_reason_and_never_an_exception(text: str) -> None:
    answers(text)


@settings(max_examples=CAMPAIGN, deadline=None, derandomize=True, database=None)
@given(
    st.sampled_from(PRINTED),
    st.lists(st.tuples(st.integers(0, 30), st.sampled_from("0189ABOIlE+., \u00a0１*#")), max_size=4),
)
def test_any_damage_to_a_number_gets_a_reason_and_never_an_exception(
    printed: str, changes: list[tuple[int, str]]
) -> None:
    for at, character in changes:
        printed = printed[:at] + character + printed[at + 1 :]
    answers(printed)


KINDS = {
    "1 85 03 99 404 017 35": "nia_or_nir",
    "7112312345678": "nnp",
    "2910799404132 37": "nia_or_nir",
    "1.87E+14": "damaged",
    "0123456789 211": "spi",
    "FR76 3000 6000 0112 3456 7890 189": "iban",
    "30006 00001 12345678901 89": "rib",
    "RB123456785FR": "s10",
    "1A 123 456 7890 1": "registered_national",
    "10001234567": "rpps",
    "751234567": "ameli_pro",
    "5112312345678": "mig",
    "3900699404001 45": "legacy",
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_each_kind_explains_itself_in_french_and_in_english(text: str, kind: str) -> None:
    (candidate,) = answers(text).candidates
    assert candidate.kind == kind
    french, english = candidate.sentences("fr"), candidate.sentences("en")
    assert len(french) == len(english) >= 3
    assert candidate.opens.fr in french
    assert candidate.not_yet.en in english


def test_a_number_that_is_both_nir_and_tax_number_is_listed_twice_and_asked() -> None:
    reading = read("2700199404287")
    assert [candidate.kind for candidate in reading.candidates] == ["nia_or_nir", "spi"]
    assert reading.question is not None
    assert "tax notice" in reading.question.en
    assert "numéro fiscal" in reading.question.fr


def test_a_good_tax_control_after_a_first_zero_or_three_is_a_tax_number_only() -> None:
    assert [found.kind for found in read("3012345678167").candidates] == ["spi"]
    assert [found.kind for found in read("0123456789211").candidates] == ["spi"]


def test_fourteen_digits_can_be_a_siret_or_a_number_that_lost_a_digit() -> None:
    kinds = [found.kind for found in read("18503994040179").candidates]
    assert kinds[0] in {"siret", "nia_or_nir"}
    reading = read("73282932000074")
    assert [found.kind for found in reading.candidates] == ["siret"]


def test_the_status_known_from_elsewhere_changes_what_the_number_opens() -> None:
    number = "1 85 03 99 404 017 35"
    waiting, certified = read(number, status="waiting").candidates[0], read(number, status="certified").candidates[0]
    assert (waiting.kind, certified.kind) == ("nia", "nir")
    assert "no carte Vitale" in waiting.not_yet.en
    assert "compte ameli" in certified.opens.fr


def test_digits_alone_never_tell_a_waiting_number_from_a_permanent_one() -> None:
    candidate = read("1 85 03 99 404 017 35").candidates[0]
    assert candidate.kind == "nia_or_nir"
    assert "ask your caisse" in candidate.not_yet.en


def test_a_number_inside_a_sentence_is_found() -> None:
    reading = read("Bonjour, mon numéro est le 1 85 03 99 404 017 35, envoi RB123456785FR.")
    assert {found.kind for found in reading.candidates} == {"nia_or_nir", "s10"}
    assert reading.question is not None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "nothing to read"),
        (" \u00a0\n", "nothing to read"),
        ("hello", "No digit"),
        ("1" * 3000, "too long"),
        ("12345", "No number"),
    ],
)
def test_what_is_no_number_gets_a_reason(text: str, words: str) -> None:
    reading = answers(text)
    assert reading.candidates == ()
    assert words in reading.reason.en


@pytest.mark.parametrize(
    "text",
    ["１ ８５ ０３ ９９ ４０４ ０１７ ３５", "1-85-03-99-404-017-35", "1.85.03.99.404.017.35",
     "1\u00a085\u202f03 99 404 017 35", "l 85 O3 99 4O4 0l7 35", "185039940401735.0", "1.85039940401735E+14",
     "'185039940401735", "N° 1 85 03 99 404 017 35",
     "١٨٥٠٣٩٩٤٠٤٠١٧٣٥"],
)  # fmt: skip
def test_reading_forgives_how_the_number_was_typed(text: str) -> None:
    (candidate,) = answers(text).candidates
    assert candidate.valid
    assert candidate.printed == "1 85 03 99 404 017 35"


@pytest.mark.parametrize(
    "text", ["1 " * 999, "A1" * 999, "FR76" * 499, "1.-" * 600, "2A" * 900, "\ud800" * 9, "1" * 2000]
)
def test_long_and_broken_text_is_answered_too(text: str) -> None:
    answers(text)


def test_a_faulty_number_opens_nothing_until_it_is_corrected() -> None:
    assert "correct it first" in read("2910799404132 37").candidates[0].opens.en


def test_no_log_shows_a_number() -> None:
    for text in ("1 85 03 99 404 017 35", "2910799404132 37", "FR7630006000011234567890189"):
        assert not any(piece in repr(read(text)) for piece in ("404", "3000", "0112"))


def test_the_fast_way_and_the_long_way_answer_alike() -> None:
    rng = random.Random(7)
    for _ in range(300):
        digits = "".join(rng.choice("0123456789") for _ in range(14))
        number = rng.choice("1234") + digits
        assert read(number).to_json() == read("\u00a0" + number).to_json()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1234567", "only 7 characters"),
        ("99999999999999999", "17 digits in a row"),
        ("573105299991", "beginning with 5"),
        ("185039940401735ab", "AB among the digits"),
        ("hello", "No digit"),
        ("hello 12 world", "No number recognised"),
    ],
)
def test_the_reason_names_the_fault(text: str, said: str) -> None:
    assert said in read(text).reason.en


@pytest.mark.parametrize("text", ["2 55 05 2A 004 12", "2 55 05 2B 004 12 34"])
def test_a_number_of_corsica_of_a_wrong_length_is_told_its_length_not_its_letter(text: str) -> None:
    length = len(text.replace(" ", ""))
    assert f"It has {length} characters" in read(text).reason.en


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("NIR: 1850399404017 35", "185039940401735"),
        ("NIR1850399404017 35", "185039940401735"),
        ("NIA 2 91 07 99 404 123 37", "291079940412337"),
        ("2 95 06 99 336 021 clé 27", "295069933602127"),
        ("295 0699 336 021 (clé : 27)", "295069933602127"),
        ("2950699336021 key 27", "295069933602127"),
    ],
)
def test_the_name_of_a_number_and_of_its_key_is_no_part_of_it(text: str, number: str) -> None:
    reading = answers(text)
    assert [(candidate.number, candidate.valid) for candidate in reading.candidates] == [(number, True)]


def test_a_wrong_key_is_told_when_it_is_named() -> None:
    assert not answers("2 95 06 99 336 021 clé 65").candidates[0].valid


@pytest.mark.parametrize("text", ["Dossier 751-2026-11-0043", "NIR: 1850399404017 35", "Réf 26 075 11 0043"])
def test_the_letters_of_a_word_are_no_country_of_an_account(text: str) -> None:
    assert "iban" not in [candidate.kind for candidate in answers(text).candidates]


@pytest.mark.parametrize("text", ["+33 6 12 34 56 78", "0033 1 84 90 36 46", "06 12 34 56 78", "Tél. 01.84.90.36.46"])
def test_a_telephone_number_is_said_to_be_one(text: str) -> None:
    reading = answers(text)
    assert reading.candidates == ()
    assert "telephone" in reading.reason.en


@pytest.mark.parametrize("text", ["23/06/1995", "1995-06-23", "né le 23.06.95"])
def test_a_date_is_said_to_be_one(text: str) -> None:
    reading = answers(text)
    assert reading.candidates == ()
    assert "date" in reading.reason.en


def test_what_has_only_the_length_of_a_professionals_number_is_not_called_well_formed() -> None:
    assert "no more" in answers("26075110043").reason.en
