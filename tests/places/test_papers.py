import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ouverture.places import countries, papers
from ouverture.places.place_error import PlaceError
from ouverture.places.shelf import rows_in
from ouverture.text import LANGUAGES

TODAY = date(2026, 11, 23)
CASES = rows_in((Path(__file__).parent / "data" / "paper_cases.csv").read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['country']} {case['on']}")
def test_a_birth_certificate_needs_what_a_lawyer_would_sign(case: dict[str, str]) -> None:
    rule = papers.birth_certificate(case["country"], date.fromisoformat(case["on"]))
    assert rule.regime == case["regime"]
    assert (rule.since.isoformat() if rule.since else "") == case["since"]
    assert rule.certainty == case["certainty"]
    assert (rule.fallback or "") == case["fallback"]
    assert rule.translation.need == case["translation"]


def test_the_counts_by_regime_are_those_of_the_reference_data() -> None:
    rules = [papers.birth_certificate(c.iso2, TODAY) for c in countries.all_countries() if c.iso2 and c.iso2 != "FR"]
    regimes = Counter(rule.regime for rule in rules)
    assert regimes == {"apostille": 119, "legalisation": 60, "exempt": 33, "probably_exempt": 25}


def test_exempt_is_said_only_when_a_source_was_read() -> None:
    for day in (TODAY, date(2015, 1, 1), date(1990, 1, 1)):
        for country in countries.all_countries():
            if country.iso2 and country.iso2 != "FR":
                rule = papers.birth_certificate(country.iso2, day)
                assert rule.regime != "exempt" or rule.certainty == "sourced"
                assert (rule.fallback is not None) == (rule.regime == "probably_exempt")


def test_an_apostille_that_met_objections_says_to_ask_first() -> None:
    china = papers.birth_certificate("CN", TODAY)
    assert china.apostille_contested
    assert "whether France did is not known" in china.certainty_words.en
    assert not papers.birth_certificate("CA", TODAY).apostille_contested


def test_an_apostille_not_yet_in_force_is_announced() -> None:
    thailand = papers.birth_certificate("Thailand", TODAY)
    assert thailand.apostille_from == date(2027, 2, 28)
    assert "From 28 February 2027, an apostille will be enough." in thailand.sentences("en")
    assert papers.birth_certificate("Thailand", date(2027, 2, 28)).apostille_from is None


def test_a_past_state_with_several_heirs_lists_them() -> None:
    for past in ("URSS", "Yougoslavie", "Tchécoslovaquie"):
        with pytest.raises(PlaceError, match="no longer exists") as refusal:
            papers.birth_certificate(past, TODAY)
        assert len(refusal.value.choices) == len(countries.find(past).successors)


def test_a_past_state_with_one_heir_is_answered_for_that_heir() -> None:
    rule = papers.birth_certificate("Zanzibar", TODAY)
    assert rule.country.iso2 == "TZ"
    assert "Zanzibar" in rule.notes[0].en


def test_a_past_territory_nobody_inherited_asks_which_state_keeps_the_register() -> None:
    with pytest.raises(PlaceError, match="keeps the birth register"):
        papers.birth_certificate("Turkestan russe", TODAY)


def test_multilingual_papers_are_offered_where_they_exist() -> None:
    assert papers.birth_certificate("Portugal", TODAY).multilingual_extract
    assert papers.birth_certificate("Portugal", TODAY).eu_multilingual_form
    assert not papers.birth_certificate("Portugal", date(2019, 2, 15)).eu_multilingual_form
    assert papers.birth_certificate("Moldavie", TODAY).multilingual_extract
    assert not papers.birth_certificate("Moldavie", TODAY).eu_multilingual_form


def test_a_missing_certificate_is_said_not_to_prevent_cover() -> None:
    notes = papers.birth_certificate("Haïti", TODAY).notes
    assert any("does not prevent cover" in note.en for note in notes)


def test_a_rule_is_plain_json_and_full_sentences_in_both_languages() -> None:
    for country in countries.all_countries():
        if country.iso2:
            rule = papers.birth_certificate(country.iso2, TODAY)
            assert json.loads(json.dumps(rule.to_json()))["regime"] == rule.regime
            for language in LANGUAGES:
                said = rule.sentences(language)
                assert said
                assert not any("{" in line for line in said)


@pytest.mark.parametrize(("said", "named"), [("Québec", "Québec"), ("Ohio", "Ohio"), ("Nouveau-Mexique", "New Mexico")])
def test_a_province_or_an_american_state_gives_the_apostille_itself(said: str, named: str) -> None:
    rule = papers.birth_certificate(said, date(2026, 11, 23))
    assert rule.regime == "apostille"
    assert f"({named})" in " ".join(rule.sentences("en"))


def test_a_federation_without_a_named_province_gives_examples() -> None:
    assert "Ohio" in " ".join(papers.birth_certificate("USA", date(2026, 11, 23)).sentences("fr"))
    assert "Ohio" not in " ".join(papers.birth_certificate("Georgia", date(2026, 11, 23)).sentences("en"))


@pytest.mark.parametrize("said", ["RE", "NC", "GF", "La Réunion", "Polynésie française", "PM"])
def test_an_overseas_place_gives_a_french_act(said: str) -> None:
    assert papers.birth_certificate(said, date(2026, 11, 23)).regime == "french_act"
