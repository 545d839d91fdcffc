from dataclasses import replace
from typing import Any

import pytest

from ouverture.evidence.checks import Finding, Named, findings
from tests.evidence.checks.pages import HANNAH, case, page, paper
from tests.numbers.test_sealed_code import BILL

JULIEN = Named("Marchand", "", ("Julien",))


def said(name: str, *codes: str, **more: Any) -> list[Finding]:
    read = paper(replace(page("FACTURE", "Electricité", "Client : HANNAH WHITFIELD"), codes=codes))
    return [one for one in findings({name: read}, case(**more)) if one.check == "sealed_code"]


def test_a_code_with_the_same_name_passes_and_says_that_nobody_verified_its_signature() -> None:
    (found,) = said("two_bills", BILL)
    assert (found.outcome, found.advice) == ("passed", True)
    assert "not verified" in found.reason.en


def test_a_code_with_another_name_than_the_print_is_to_be_looked_at() -> None:
    (found,) = said("two_bills", BILL.replace("HANNAH/WHITFIELD", "ASTRID/ERIKSSON"))
    assert found.outcome == "inconclusive"
    assert "ASTRID ERIKSSON" in found.reason.en


@pytest.mark.parametrize(("name", "outcome"), [("two_bills", "inconclusive"), ("proof_of_address", "passed")])
def test_a_shared_paper_may_name_whoever_the_person_joins(name: str, outcome: str) -> None:
    (found,) = said(name, BILL.replace("MME/HANNAH/WHITFIELD", "MR/JULIEN/MARCHAND"), joins=(JULIEN,))
    assert found.outcome == outcome


def test_other_codes_and_files_without_a_name_say_nothing() -> None:
    assert said("two_bills", "ouverture:file:abc", "") == []
    assert said("two_bills", BILL, person=Named()) == []
    assert said("birth_certificate_translation", BILL, person=HANNAH) == []


def test_a_paper_is_recognised_by_its_code_alone() -> None:
    read = paper(replace(page("LUMEN", "12/10/2026", "64,20"), codes=(BILL,)))
    assert [one.outcome for one in findings({"two_bills": read}, case()) if one.check == "right_kind"] == ["passed"]
