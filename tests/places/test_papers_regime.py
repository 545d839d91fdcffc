from datetime import date

from ouverture.places.papers_regime import coming_apostille, standing_on, standing_without_exemption

TODAY = date(2026, 11, 23)


def test_several_texts_may_exempt_the_sure_one_first() -> None:
    components = [ground.component for ground in standing_on("DE", date(2026, 1, 1)).basis]
    assert components == ["EU regulation 2016/1191", "CIEC 1957"]


def test_a_convention_seen_in_2013_is_not_sure_before() -> None:
    assert standing_on("CH", date(2014, 1, 1)).regime == "exempt"
    assert standing_on("CH", date(2005, 1, 1)).regime == "probably_exempt"


def test_the_source_is_that_of_the_text_that_exempts() -> None:
    assert "service-public" in standing_on("DE", TODAY).source
    assert "GISTI" in standing_on("DE", date(2016, 1, 1)).source


def test_without_its_exemption_algeria_has_the_apostille_since_july_2026() -> None:
    assert standing_without_exemption("DZ", TODAY).regime == "apostille"
    assert standing_without_exemption("DZ", date(2026, 7, 8)).regime == "legalisation"
    assert coming_apostille("DZ", date(2026, 7, 8)) == date(2026, 7, 9)


def test_before_a_bilateral_convention_the_general_rule_held() -> None:
    assert standing_on("ML", date(1962, 3, 8)).regime == "legalisation"
    assert standing_on("ML", date(1962, 3, 9)).regime == "probably_exempt"
