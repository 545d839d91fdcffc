import pytest

from ouverture.evidence.checks import Finding, PaperRead, findings
from tests.evidence.checks.pages import case, page, paper

AMERICAN = (
    "STATE OF NEW YORK",
    "Certificate of Birth",
    "Name of the child: Hannah Whitfield",
    "Father: John. Mother: Ann",
)
GERMAN = ("STANDESAMT KÖLN", "Geburtsurkunde", "Hannah Whitfield ist geboren am 2. Mai 1990", "Vater und Mutter")
MOROCCAN = ("ROYAUME DU MAROC", "Extrait d'acte de naissance", "de la commune, état civil", "née de père et de mère")
TRANSLATED = page("Traduction de l'anglais", "par un traducteur expert près la cour d'appel", "acte", number=2)
STAMPED = page("APOSTILLE", "(Convention de La Haye du 5 octobre 1961)", "Country: United States", number=3)


def said(read: PaperRead, born_in: str, check: str, name: str = "birth_certificate") -> Finding:
    (found,) = (one for one in findings({name: read}, case(born_in=born_in)) if one.check == check)
    return found


@pytest.mark.parametrize(
    ("read", "born_in", "outcome"),
    [
        (paper(page(*AMERICAN)), "US", "failed"),
        (paper(page(*AMERICAN), TRANSLATED), "US", "passed"),
        (paper(page(*GERMAN)), "DE", "passed"),
        (paper(page(*MOROCCAN)), "MA", "passed"),
        (paper(page("XXXX", "YYYY", "ZZZZ")), "US", "inconclusive"),
        (paper(page("XXXX", "YYYY", "ZZZZ")), "", "inconclusive"),
    ],
)
def test_a_translation_is_wanted_by_who_issued_the_act(read: PaperRead, born_in: str, outcome: str) -> None:
    assert said(read, born_in, "translation").outcome == outcome


@pytest.mark.parametrize(
    ("read", "born_in", "outcome"),
    [
        (paper(page(*AMERICAN)), "US", "inconclusive"),
        (paper(page(*AMERICAN), STAMPED), "US", "passed"),
        (paper(page(*GERMAN)), "DE", "passed"),
    ],
)
def test_an_apostille_that_is_not_seen_is_never_a_failure(read: PaperRead, born_in: str, outcome: str) -> None:
    assert said(read, born_in, "authentic").outcome == outcome


def test_the_parents_are_named_on_a_birth_certificate() -> None:
    assert said(paper(page(*AMERICAN)), "US", "parents").outcome == "passed"
    without = paper(
        page("EXTRAIT D'ACTE DE NAISSANCE", "sans filiation, état civil de la commune", "née le 2 mai 1990")
    )
    assert said(without, "FR", "parents").outcome == "failed"


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (("née le 14 mars 1985 à Albany, de John WHITFIELD, né à Troy,", "et de Ann SMITH, son épouse"), "passed"),
        (("De : Ahmed", "Et de : Fatima"), "passed"),
        (("née à Lyon, commune de Lyon et de Villeurbanne, état civil",), "failed"),
    ],
)
def test_parents_are_named_as_french_copies_and_moroccan_extracts_do(lines: tuple[str, ...], outcome: str) -> None:
    read = paper(page("EXTRAIT D'ACTE DE NAISSANCE", "officier de l'état civil de la commune", *lines))
    assert said(read, "FR", "parents").outcome == outcome


def test_an_act_is_of_who_issued_it_wherever_the_person_was_born() -> None:
    lines = ("Acte de naissance", "Hannah Whitfield, née à Albany", "père et mère", "commune")
    nantes = paper(page("Service central d'état civil, Nantes", *lines))
    checks = {one.check for one in findings({"birth_certificate": nantes}, case(born_in="US"))}
    assert checks.isdisjoint({"translation", "authentic"})
    stamped = paper(page(*AMERICAN, *(["-"] * 8), "Vu pour légalisation, Consulat de France"))
    assert said(stamped, "US", "translation").outcome == "failed"


def test_the_country_of_a_marriage_is_the_one_its_act_names() -> None:
    read = paper(
        page("State of New York", "United States of America", "Certificate of Marriage", "of Hannah Whitfield and")
    )
    assert said(read, "FR", "translation", "marriage_certificate").outcome in ("failed", "inconclusive")
    unknown = paper(page("Certificate of Marriage", "of Hannah Whitfield and Julien Marchand", "at the church"))
    assert "not recognised" in said(unknown, "US", "translation", "marriage_certificate").reason.en


def test_a_french_act_needs_nothing_more() -> None:
    read = paper(page("RÉPUBLIQUE FRANÇAISE", "Acte de naissance", "père et mère", "commune"))
    assert {one.check for one in findings({"birth_certificate": read}, case(born_in="FR"))}.isdisjoint(
        {"translation", "authentic"}
    )
