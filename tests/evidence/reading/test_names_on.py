import pytest

from ouverture.evidence.checks import Named
from ouverture.evidence.reading.holders_on import holders_on, titled_on
from ouverture.evidence.reading.names_on import match_on
from tests.evidence.checks.pages import page, paper

NGUYEN = Named("Nguyễn", "", ("Thị Minh",))
OEUVRE = Named("Œuvré", "", ("Ève",))
MUELLER = Named("Müller", "", ("Jürgen",))
DELACROIX = Named("de la Croix", "", ("Anne-Marie", "Louise"))
ONE_NAME = Named("Suharto")
MARRIED = Named("Ağaoğlu", "Martin", ("Ayşe",))
LUKASZ = Named("Wiśniewski", "", ("Łukasz",))
ARABIC = Named("العربي", "", ("محمد",))


@pytest.mark.parametrize(
    ("person", "line", "alike"),
    [
        (NGUYEN, "NGUYEN THI MINH", "same"),
        (NGUYEN, "Mme Thi Minh Nguyn", "same"),
        (OEUVRE, "M. OEUVRE EVE", "same"),
        (OEUVRE, "EUVRÉ Ève", "same"),
        (MUELLER, "MUELLER<<JUERGEN<<<<<", "same"),
        (MUELLER, "Müller Jürgen", "same"),
        (MUELLER, "MULLER J.", "initial"),
        (DELACROIX, "LACROIX ANNE MARIE", "same"),
        (DELACROIX, "CROIX (DE LA) Anne-Marie", "same"),
        (DELACROIX, "Mme Louise DE LA CROIX", "same"),
        (ONE_NAME, "SUHARTO", "same"),
        (MARRIED, "MME MARTIN AYSE", "same"),
        (MARRIED, "AGAOGLU AYSE", "same"),
        (MARRIED, "MARTINEZ AYSE", "near"),
        (MARRIED, "MARTIN PAUL", "family"),
        (MARRIED, "DUPONT AYSE", "none"),
        (LUKASZ, "Wisniewski Lukasz", "same"),
        (LUKASZ, "MWISNIEWSKILUKASZ", "same"),
        (LUKASZ, "WISNIEWSKA LUKASZ", "near"),
        (Named("Ben Ali", "", ("Sonia",)), "MME BENALI SONIA", "same"),
        (Named("Benali", "", ("Sonia",)), "MME BEN ALI SONIA", "same"),
        (Named("Wang", "", ("Xiaoming",)), "XIAO MING WANG", "same"),
        (Named("van der Berg", "", ("Anke",)), "MME VANDERBERG ANKE", "same"),
        (Named("d'Almeida", "", ("José",)), "M. D ALMEIDA JOSE", "same"),
        (Named("Li", "", ("Na",)), "MME LIN NADIA", "none"),
        (ARABIC, "ALARABI MOHAMED", "near"),
        (Named(), "DUPONT", "none"),
    ],
)
def test_a_name_is_found_as_papers_write_it(person: Named, line: str, alike: str) -> None:
    assert match_on(paper(page("RELEVÉ D'IDENTITÉ BANCAIRE", line, "IBAN FR76")), person).alike == alike


def test_family_and_given_name_may_stand_on_neighbouring_lines() -> None:
    found = match_on(paper(page("Nom", "WHITFIELD", "Prénoms", "Hannah Jane")), Named("Whitfield", "", ("Hannah",)))
    assert found.alike == "same"
    assert found.page == 1
    assert found.place is not None


def test_a_given_name_at_the_other_end_of_the_page_is_somebody_elses() -> None:
    lines = ("WHITFIELD John", "a", "b", "c", "d", "Hannah Dupont")
    assert match_on(paper(page(*lines)), Named("Whitfield", "", ("Hannah",))).alike == "family"


@pytest.mark.parametrize(
    ("lines", "holder"),
    [
        (("Titulaire du compte : M. JULIEN MARCHAND",), "M. JULIEN MARCHAND"),
        (("Titulaire du compte", "M. JULIEN MARCHAND"), "M. JULIEN MARCHAND"),
        (("Locataire : Hannah Whitfield",), "Hannah Whitfield"),
        (("Account holder: Hannah Whitfield",), "Hannah Whitfield"),
        (("Intitulé du compte : MME WHITFIELD HANNAH",), "MME WHITFIELD HANNAH"),
    ],
)
def test_whoever_a_paper_says_it_belongs_to_is_found(lines: tuple[str, ...], holder: str) -> None:
    assert [one.what for one in holders_on(paper(page(*lines)))] == [holder]


@pytest.mark.parametrize(
    "line", ["Nom de la banque : Banque du Port", "Client : 004512", "Locataire", "Adresse : 3 rue"]
)
def test_what_is_no_name_is_not_taken_for_one(line: str) -> None:
    assert holders_on(paper(page(line))) == ()


def test_names_after_a_title_are_found_wherever_they_stand() -> None:
    assert [one.what for one in titled_on(paper(page("Reçu de Mme Hannah Whitfield, 620 €")))] == ["Hannah Whitfield"]
