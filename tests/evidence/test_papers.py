"""Every paper proves something the law reads, is wanted by something, and says where it comes from."""

import pytest

from ouverture.evidence.paper import Paper
from ouverture.evidence.papers import PAPERS
from ouverture.evidence.requirements import REQUIREMENTS
from ouverture.law.facts import FACTS
from ouverture.law.rulebook import rulebook

PROVING_NOTHING = {"application_form", "child_form", "state_aid_form", "bank_details"}
"""Forms make the claim; bank details serve to pay. None of them proves a fact."""


def test_every_paper_a_fact_is_proved_by_is_known_and_proves_that_fact() -> None:
    for fact in FACTS.values():
        for name in fact.proved_by:
            assert name in PAPERS, f"{fact.name} is proved by {name}, which is no paper"
            assert fact.name in PAPERS[name].proves, f"{name} does not prove {fact.name}"


def test_every_paper_is_wanted_by_some_requirement() -> None:
    wanted = {option.paper.name for requirement in REQUIREMENTS for option in requirement.options}
    assert sorted(set(PAPERS) - wanted) == []


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_paper_proves_facts_and_rules_that_exist(paper: Paper) -> None:
    names = set(FACTS) | {rule.name for rule in rulebook().rules}
    assert sorted(set(paper.proves) - names) == []
    assert bool(paper.proves) is (paper.name not in PROVING_NOTHING)


@pytest.mark.parametrize("paper", PAPERS.values(), ids=PAPERS)
def test_a_paper_says_what_it_is_in_both_languages_and_cites_its_ground(paper: Paper) -> None:
    texts = [paper.label, paper.where_to_get, paper.copy.says, *([paper.valid] if paper.valid else [])]
    for text in texts:
        assert text.fr
        assert text.en
        assert text.fr != text.en
    assert paper.articles
    assert paper.rows
    assert paper.certainty == paper.articles[0].certainty


@pytest.mark.parametrize("name", ["birth_certificate", "bank_details", "ofpra_civil_status", "insurance_periods"])
def test_some_papers_never_block_admission(name: str) -> None:
    assert not PAPERS[name].essential


def test_identity_and_the_right_to_stay_are_essential() -> None:
    assert PAPERS["identity_document"].essential
    assert PAPERS["validated_visa"].essential


def test_a_copy_of_a_civil_document_will_do_and_the_original_only_on_a_reasoned_doubt() -> None:
    copy = PAPERS["birth_certificate"].copy
    assert copy.kind == "copy_or_original"
    assert [citation.name for citation in copy.articles] == ["CRPA R113-5 al. 1", "CRPA R113-6 al. 1"]


def test_a_copy_of_another_official_document_needs_no_certification() -> None:
    copy = PAPERS["relative_rights_certificate"].copy
    assert copy.kind == "copy"
    assert [citation.source.article for citation in copy.articles] == ["R113-10", "R113-11"]


def test_what_a_person_signs_for_the_claim_is_sent_signed() -> None:
    assert PAPERS["application_form"].copy.kind == "original"
    assert PAPERS["cohabitation_statement"].copy.kind == "original"


def test_civil_documents_have_no_age_limit_but_those_for_state_aid_do() -> None:
    assert "No age limit" in (PAPERS["birth_certificate"].valid or ("", ""))[1]
    assert PAPERS["state_aid_residence_proof"].valid == ("De moins de douze mois.", "Less than twelve months old.")
