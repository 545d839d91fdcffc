import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ouverture.places import caisses
from ouverture.places.place_error import PlaceError
from ouverture.places.postcodes import all_postcodes, communes_of
from ouverture.places.shelf import rows_in
from ouverture.text import LANGUAGES

CASES = rows_in((Path(__file__).parent / "data" / "caisse_cases.csv").read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['postcode']} {case['commune']}")
def test_an_address_has_the_caisse_a_lawyer_would_sign(case: dict[str, str]) -> None:
    answer = caisses.find(case["postcode"], case["commune"] or None)
    first = answer.candidates[0] if answer.candidates else None
    others = {candidate.caisse.key for candidate in answer.candidates} - {case["caisse"]}
    assert (first.caisse.key if first else "") == case["caisse"]
    assert (first.certainty if first else "") == case["certainty"]
    assert others == ({case["also"]} if case["also"] else set())
    assert answer.territory == case["territory"]
    assert answer.needs_commune == (case["needs_commune"] == "yes")


def test_every_commune_of_the_country_has_a_certainty_and_they_count_as_the_reference_data_say() -> None:
    certainty: dict[str, str] = {}
    shared: set[str] = set()
    for postcode in all_postcodes():
        for commune in communes_of(postcode):
            answer = caisses.find(postcode, commune.code)
            assert answer.commune == commune.name
            certainty[commune.code] = answer.candidates[0].certainty if answer.candidates else "own scheme"
            if commune.reason in "ordls":
                shared.add(commune.code)
    assert Counter(certainty[code] for code in shared) == {"high": 72, "medium": 2430, "low": 292}
    assert Counter(certainty.values()) == {"high": 32197, "medium": 2432, "low": 292, "own scheme": 85}


def test_every_uncertain_commune_is_given_an_alternative() -> None:
    low = [
        caisses.find(postcode, commune.code)
        for postcode in all_postcodes()
        for commune in communes_of(postcode)
        if commune.reason in "dls"
    ]
    assert low
    for answer in low:
        assert [candidate.certainty for candidate in answer.candidates] == ["low", "alternative"]


def test_postcodes_over_several_caisses_count_as_the_reference_data_say() -> None:
    answers = [caisses.find(postcode) for postcode in all_postcodes()]
    official = {
        postcode: [commune for commune in communes_of(postcode) if commune.official] for postcode in all_postcodes()
    }
    assert len(answers) == 6332
    assert sum(len({c.caisse_key for c in communes_of(p)}) > 1 for p in all_postcodes()) == 55
    assert sum(len({c.caisse_key for c in communes}) > 1 for communes in official.values()) == 38
    possible = [
        {key for c in communes for key in (c.caisse_key, c.alternative_key) if key} for communes in official.values()
    ]
    assert sum(len(keys) > 1 for keys in possible) == 122
    # In the 59 others every commune of the postcode has the same two caisses: naming it would change nothing.
    assert sum(answer.needs_commune for answer in answers) == 63


def test_the_first_two_digits_are_not_always_the_department() -> None:
    pairs = {
        (postcode[:2], commune.department)
        for postcode in all_postcodes()
        for commune in communes_of(postcode)
        if not postcode.startswith(("20", "97", "98")) and postcode[:2] != commune.department
    }
    assert ("05", "04") in pairs
    assert ("33", "24") in pairs
    assert caisses.find("05110", "Claret").candidates[0].caisse.code == "041"


def test_a_town_typed_with_the_postcode_counts_as_the_commune() -> None:
    assert caisses.find("59310 Mouchin").commune == "Mouchin"


def test_the_name_of_a_merged_commune_still_works() -> None:
    assert caisses.find("01350", "Béon").commune == "Culoz-Béon"


def test_a_commune_of_another_postcode_is_said_and_left_aside() -> None:
    answer = caisses.find("75011", "Marseille")
    assert answer.candidates[0].caisse.code == "751"
    assert answer.commune == ""
    assert "Marseille" in answer.notes[0].en


def test_a_misspelt_commune_is_met_with_close_names() -> None:
    assert "Lille" in caisses.find("59000", "Lile").notes[0].fr


def test_two_communes_of_the_same_name_are_both_shown_and_a_department_parts_them() -> None:
    both = caisses.find("62760", "Thièvres")
    assert [candidate.caisse.code for candidate in both.candidates] == ["624", "801"]
    assert "Thièvres 80" in both.notes[0].fr
    assert [candidate.caisse.code for candidate in caisses.find("62760", "Thièvres 80").candidates] == ["801"]


def test_streets_at_the_border_of_a_postcode_come_last_and_do_not_ask_for_the_commune() -> None:
    answer = caisses.find("75016")
    assert [(c.caisse.code, c.certainty) for c in answer.candidates] == [("751", "high"), ("921", "border_street")]
    assert not answer.needs_commune


def test_a_commune_known_only_from_the_street_file_is_answered_with_a_warning() -> None:
    answer = caisses.find("75016", "Boulogne-Billancourt")
    assert [candidate.caisse.code for candidate in answer.candidates] == ["921"]
    assert any("street file" in note.en for note in answer.notes)


def test_cedex_after_a_town_is_left_aside_with_a_word() -> None:
    answer = caisses.find("75011", "Paris Cedex 11")
    assert answer.commune == "Paris 11e Arrondissement"
    assert "CEDEX" in answer.notes[0].fr


def test_a_single_digit_of_doubt_is_enough_to_warn_about_the_address() -> None:
    notes = caisses.find("01000").notes
    assert notes[-1].en.startswith(
        "CPAM de l'Ain: address known on 13 September 2026. Check it on 3646, or in the official directory (https://"
    )


def test_monaco_and_the_pacific_say_what_they_are_and_that_they_are_no_cpam() -> None:
    for postcode in ("98000", "98800", "98703", "98600"):
        answer = caisses.find(postcode)
        assert answer.candidates == ()
        assert "CPAM" in answer.notes[0].fr
        assert "CPAM" in answer.notes[0].en


def test_saint_pierre_and_saint_barthelemy_warn_that_the_address_is_not_known() -> None:
    for postcode in ("97500", "97133"):
        assert any("address not known" in note.en for note in caisses.find(postcode).notes)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("postcode", ["75011", "59134", "98000", "97133", "40390", "13128"])
def test_an_answer_is_plain_json_and_full_sentences(postcode: str, language: str) -> None:
    answer = caisses.find(postcode)
    assert json.loads(json.dumps(answer.to_json()))["postcode"] == postcode
    said = answer.sentences("fr" if language == "fr" else "en")
    assert said
    assert all(said)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_anything_pasted_gets_an_answer_or_one_sentence(postcode: str, commune: str) -> None:
    try:
        sentences = caisses.find(postcode, commune).sentences("fr")
    except PlaceError as refusal:
        sentences = tuple(refusal.text)
    assert sentences
    assert all(sentences)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(all_postcodes()), st.text(max_size=40))
def test_any_commune_pasted_beside_a_real_postcode_still_gets_an_answer(postcode: str, commune: str) -> None:
    assert caisses.find(postcode, commune).postcode == postcode
