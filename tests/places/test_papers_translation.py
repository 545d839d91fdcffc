from datetime import date

import pytest

from ouverture.places.papers_translation import translation_for

TODAY = date(2026, 11, 23)


def test_an_english_act_needs_a_translation_from_america_but_not_from_ireland() -> None:
    assert translation_for("US", TODAY).need == "required"
    assert translation_for("AU", TODAY).need == "required"
    assert translation_for("IE", TODAY).need == "not_required"
    assert translation_for("MT", TODAY).need == "not_required"


def test_the_area_and_switzerland_are_exempt_too() -> None:
    assert {translation_for(iso2, TODAY).need for iso2 in ("NO", "IS", "LI", "CH")} == {"not_required"}


@pytest.mark.parametrize("language", ["fr", "French", "français"])
def test_an_act_in_french_needs_no_translation_wherever_it_comes_from(language: str) -> None:
    assert translation_for("SN", TODAY, language).need == "not_required"


@pytest.mark.parametrize("language", ["en", "anglais", "English"])
def test_practice_is_shown_beside_the_law_and_never_instead(language: str) -> None:
    rule = translation_for("US", TODAY, language)
    assert rule.need == "required"
    assert rule.practice is not None
    assert "anglais" in rule.practice.fr
    assert "stricter since 1 March 2022" in rule.practice.en


def test_a_language_nobody_listed_counts_as_any_other() -> None:
    practice = translation_for("CN", TODAY, "zh").practice
    assert practice is not None
    assert "sworn translation" in practice.en


def test_practice_lists_twenty_languages_when_none_is_named() -> None:
    practice = translation_for("US", TODAY).practice
    assert practice is not None
    listed = practice.fr.partition("sans traduction")[2].partition(".")[0]
    assert len(listed.split(", ")) == 20


def test_before_the_decree_the_rule_is_not_verified() -> None:
    assert translation_for("DE", date(2022, 2, 28)).need == "not_verified"
    assert translation_for("DE", date(2022, 3, 1)).need == "not_required"


def test_the_rule_names_its_article() -> None:
    assert translation_for("US", TODAY).to_json()["article"] == "CSS R114-7 I 2°"
