from typing import Any

import pytest

from ouverture.evidence.checks import Finding, Named, PaperRead, findings
from tests.evidence.checks.pages import HANNAH, case, page, paper
from tests.numbers.mrz.test_reading import TD3

SLIP = ("RELEVÉ D'IDENTITÉ BANCAIRE", "IBAN FR76 3000 6000 0112 3456 7890 189")
JULIEN = Named("Marchand", "", ("Julien",))


def said(name: str, read: PaperRead, person: Named = HANNAH, **more: Any) -> Finding:
    (found,) = (one for one in findings({name: read}, case(person, **more)) if one.check == "whose")
    return found


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (("Titulaire du compte : MME WHITFIELD HANNAH",), "passed"),
        (("Titulaire du compte : M. MARCHAND OU MME WHITFIELD HANNAH",), "passed"),
        (("Titulaire du compte : WHITFIELD H",), "passed"),
        (("Titulaire du compte : M. JULIEN MARCHAND",), "failed"),
        (("Titulaire du compte", "M. JULIEN MARCHAND"), "failed"),
        (("M. JULIEN MARCHAND", "12 rue des Lilas"), "failed"),
        (("Titulaire du compte : MME WHITFEILD HANNAH",), "inconclusive"),
        (("Titulaire du compte : M. WHITFIELD JOHN",), "inconclusive"),
        (("Titulaire du compte : M OU MME PAUL MARTIN",), "inconclusive"),
        (("Account holder: MR AND MRS JOHN SMITH",), "inconclusive"),
        ((), "inconclusive"),
        (("Conseiller : M. Paul Durand", "Directrice : Mme Anne Petit"), "inconclusive"),
    ],
)
def test_a_bank_slip_is_in_the_persons_name(lines: tuple[str, ...], outcome: str) -> None:
    assert said("bank_details", paper(page(*SLIP, *lines))).outcome == outcome


def test_another_holder_is_named_shown_and_what_to_do_is_said() -> None:
    found = said("bank_details", paper(page(*SLIP, "Titulaire : M. JULIEN MARCHAND")))
    assert "JULIEN MARCHAND" in found.reason.en
    assert found.place is not None
    assert found.remedy is not None
    assert "does not prevent cover" in found.remedy.en


def test_a_passport_of_somebody_else_fails_by_its_lines() -> None:
    assert said("identity_document", paper(page("PASSPORT", *TD3))).outcome == "failed"
    assert (
        said("identity_document", paper(page("PASSPORT", *TD3)), Named("Eriksson", "", ("Anna",))).outcome == "passed"
    )


def test_a_proof_of_address_may_be_in_the_name_of_whoever_is_joined() -> None:
    bill = paper(page("FACTURE D'ÉLECTRICITÉ", "Client : JULIEN MARCHAND", "Consommation"))
    assert said("proof_of_address", bill).outcome == "inconclusive"
    assert said("proof_of_address", bill, joins=(JULIEN,)).outcome == "passed"


def test_a_relatives_paper_is_compared_with_their_names_only() -> None:
    rights = paper(page("ATTESTATION DE DROITS", "Assuré : JULIEN MARCHAND"))
    assert said("relative_rights_certificate", rights, joins=(JULIEN,)).outcome == "passed"
    assert not [one for one in findings({"relative_rights_certificate": rights}, case()) if one.check == "whose"]


def test_a_file_without_a_name_is_compared_with_nothing() -> None:
    read = paper(page(*SLIP, "Titulaire : M. JULIEN MARCHAND"))
    assert not [one for one in findings({"bank_details": read}, case(Named())) if one.check == "whose"]


def test_whoever_is_joined_is_known_by_their_identity_document_on_the_other_papers() -> None:
    rights = paper(page("ATTESTATION DE DROITS", "Assurée : ANNA ERIKSSON"))
    married = paper(page("Certificate of Marriage", "Hannah Whitfield", "and", "Anna Eriksson"))
    papers = {"relative_identity_document": paper(page(*TD3)), "relative_rights_certificate": rights}
    every = findings({**papers, "marriage_certificate": married}, case())
    found = {(one.paper, one.check): one.outcome for one in every}
    assert found["relative_rights_certificate", "whose"] == "passed"
    assert found["marriage_certificate", "both_names"] == "passed"
    assert ("relative_identity_document", "whose") not in found


def test_a_marriage_with_somebody_else_than_the_person_joined_is_for_somebody_to_look_at() -> None:
    married = paper(page("Certificate of Marriage", "Hannah Whitfield", "and", "Paul Durand"))
    papers = {"relative_identity_document": paper(page(*TD3)), "marriage_certificate": married}
    (found,) = (one for one in findings(papers, case()) if one.check == "both_names")
    assert found.outcome == "inconclusive"
    assert "identity document" in found.reason.en


@pytest.mark.parametrize(
    ("person", "holder", "outcome"),
    [
        (Named("محمد", "", ("علي",)), "M. MOHAMED ALI", "inconclusive"),
        (Named("王", "", ("小明",)), "M. WANG XIAOMING", "passed"),
        (Named("鈴木", "", ("花子",)), "MME SUZUKI HANAKO", "inconclusive"),
        (Named("Иванова", "", ("Ирина",)), "M. JULIEN MARCHAND", "failed"),
        (Named("Suharto"), "M. SUHARTO", "passed"),
        (Named("Suharto"), "M. SUHARTO FNU", "passed"),
        (Named("Suharto"), "M. AHMAD SUHARTO", "inconclusive"),
        (Named("García López", "", ("María",)), "MARIA GARCIA", "inconclusive"),
        (Named("García López", "", ("María",)), "PEDRO GARCIA", "failed"),
    ],
)
def test_nobody_is_refused_for_a_name_that_cannot_be_compared(person: Named, holder: str, outcome: str) -> None:
    assert said("bank_details", paper(page(*SLIP, f"Titulaire : {holder}")), person).outcome == outcome
