from datetime import date

import pytest

from ouverture.evidence.papers import PAPERS
from ouverture.evidence.reading.accounts_on import accounts_on
from ouverture.evidence.reading.kinds import _rows, kinds_of
from tests.evidence.checks.pages import page, paper
from tests.numbers.mrz.test_reading import MRV_A, TD1, TD3

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("RELEVE D'IDENTITE BANCAIRE", "IBAN FR76 3000"), "bank_slip"),
        (("QUITTANCE DE LOYER", "août 2026"), "rent_receipt"),
        (("FACTURE D'ÉLECTRICITÉ", "Consommation 120 kWh"), "bill"),
        (("CONTRAT DE LOCATION", "Le locataire"), "lease"),
        (("ACTE DE NAISSANCE", "Copie intégrale"), "birth_act"),
        (("STATE OF NEW YORK", "Certificate of Marriage Registration"), "marriage_act"),
        (("TITRE DE SÉJOUR", "RÉPUBLIQUE FRANÇAISE"), "residence_title"),
        (
            ("Confirmation de la validation de l'enregistrement", "de votre visa de long séjour (VLS-TS)"),
            "visa_validation",
        ),
        (("CERTIFICAT DE SCOLARITÉ", "Année 2026/2027"), "enrolment"),
        (("BULLETIN DE PAIE", "Net à payer"), "payslip"),
        (("CONTRAT DE TRAVAIL À DURÉE INDÉTERMINÉE",), "work_contract"),
        (("Attestation de droits à l'assurance maladie",), "rights_certificate"),
        (("Formulaire S1", "S1"), "s1"),
        (("A1", "Certificate concerning the social security legislation"), "a1"),
        (("CARTE EUROPÉENNE D'ASSURANCE MALADIE",), "european_card"),
        (("CONTRATDELOCATION", "loyer"), "lease"),
        (("Account details", "Beneficiary Hannah Whitfield", "IBAN LT12 1000"), "bank_slip"),
        (("Kontoinhaber: Hannah Whitfield", "IBAN: DE89"), "bank_slip"),
        (("QUITTANCES DE LOYER", "Juillet 2026"), "rent_receipt"),
        (("AVIS D'ÉCHÉANCE", "Loyer de novembre 2026", "n'est pas une quittance"), "rent_notice"),
        (("CERTIFIED COPY OF AN ENTRY OF BIRTH",), "birth_act"),
        (("Relevé de compte n° 10", "IBAN FR76"), "bank_statement"),
        (("Attestation d'assurance habitation",), "home_insurance"),
        (("REPUBLIK INDONESIA", "PASPOR", "Date of expiry 01 JAN 2030"), "passport_page"),
        (("CARTE NATIONALE D'IDENTITÉ", "Valable jusqu'au 1er juin 2030"), "identity_card"),
        (TD3, "passport"),
        (TD1, "card"),
        (MRV_A, "visa"),
    ],
)
def test_a_paper_is_recognised_by_its_words(lines: tuple[str, ...], kind: str) -> None:
    assert kind in [one.name for one in kinds_of(paper(page(*lines)), TODAY)]


def test_a_paper_whose_words_are_not_known_stays_unknown() -> None:
    assert kinds_of(paper(page("Recette du clafoutis", "Trois œufs")), TODAY) == ()
    assert kinds_of(paper(page("HÔTEL DU PORT", "Facture n° 443", "Téléphone : 04 78 00 00 00")), TODAY) == ()


def test_every_kind_serves_as_papers_that_exist() -> None:
    assert {name for row in _rows() for name in row.kind.serves_as | row.kind.perhaps} <= set(PAPERS)


@pytest.mark.parametrize(
    ("line", "number", "valid"),
    [
        ("IBAN : FR76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189", True),
        ("IBAN FR76 3000 6000 0112 3456 7890 188", "FR7630006000011234567890188", False),
        ("IBAN DE89370400440532013000 BIC COBADEFF", "DE89370400440532013000", True),
        ("30006 00001 12345678901 89", "30006000011234567890189", True),
    ],
)
def test_an_account_is_found_on_a_slip(line: str, number: str, valid: bool) -> None:
    (found,) = accounts_on(paper(page("RIB", line)))
    assert (found.what.number, found.what.valid) == (number, valid)


@pytest.mark.parametrize("line", ["Tél. 01 23 45 67 89", "FR76", "Facture n° FA20260001", "SIRET 123 456 789 00012"])
def test_what_is_no_account_is_not_taken_for_one(line: str) -> None:
    assert accounts_on(paper(page(line))) == ()
