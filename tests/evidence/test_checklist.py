"""What a person sends and what may not be asked of them: cases a lawyer could sign, then the rest of the answer."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from ouverture.evidence.checklist import Checklist, checklist
from ouverture.evidence.listed import Listed
from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import evaluator
from tests.evidence.invented import (
    AMERICAN_SPOUSE,
    TODAY,
    certain,
    checklist_of,
    conditional,
    forbidden,
    ground_of,
    person_of,
)
from tests.law.persons import persons

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
SEED = 2026


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_a_case_gets_its_papers_and_its_limits(case: dict[str, Any]) -> None:
    on = case.get("on", TODAY)
    found = ground_of(case["facts"], on)
    assert (found.name if found else None) == case["ground"]
    answer = checklist_of(case["facts"], on)
    assert list(_groups(answer)) == case["papers"]
    assert set(case.get("perhaps", [])) <= set(conditional(answer))
    later = [line.paper.name for line in answer.papers if line.may_follow_later and line.condition is None]
    assert later == case.get("later", later)
    assert set(case.get("limits", [])) <= set(forbidden(answer))
    assert {line.limit.name for line in answer.not_to_be_asked}.isdisjoint(case.get("no_limits", []))
    assert bool(answer.nothing) is case.get("nothing", False)


def _groups(answer: Checklist) -> Iterator[str]:
    """The papers certainly wanted, those that replace each other on one line."""
    lines = [line for line in answer.papers if line.condition is None]
    for name in dict.fromkeys(line.requirement for line in lines):
        yield " | ".join(line.paper.name for line in lines if line.requirement == name)


def _line(answer: Checklist, name: str) -> Listed:
    return next(line for line in answer.papers if line.paper.name == name)


def test_three_months_of_bills_may_not_be_asked_of_the_american_spouse_and_the_article_says_so() -> None:
    limits = {line.limit.name: line for line in checklist_of(AMERICAN_SPOUSE).not_to_be_asked}
    limit = limits["three_months_of_family"]
    assert limit.condition is None
    assert [citation.name for citation in limit.articles] == ["CSS D160-2 II 3°"]
    assert "D. 160-2, II, 3°" in limit.limit.answer.fr


def test_the_birth_certificate_of_the_american_spouse_is_translated_apostilled_and_not_blocking() -> None:
    line = _line(checklist_of(AMERICAN_SPOUSE), "birth_certificate")
    assert not line.essential
    assert line.may_follow_later is not None
    assert "three months" in line.may_follow_later.en
    assert line.deadline == "birth_act_first_term"
    assert line.translation is not None
    assert "apostille" in line.translation.en
    assert "translation into French is required" in line.translation.en
    assert line.civil_document is not None
    assert (line.civil_document.regime, line.civil_document.certainty) == ("apostille", "two_lists")
    assert "CSS R114-7 I 2°" in [citation.name for citation in line.articles]


def test_a_copy_of_the_marriage_certificate_will_do() -> None:
    assert _line(checklist_of(AMERICAN_SPOUSE), "marriage_certificate").copy.en.startswith("A legible photocopy")


def test_the_reason_speaks_of_this_person() -> None:
    line = _line(checklist_of(AMERICAN_SPOUSE), "validated_visa")
    assert line.why.fr.startswith("Nationalité : États-Unis. ")
    assert line.why.en.startswith("Nationality: United States. ")


def test_a_reason_that_lacks_a_fact_is_said_without_it() -> None:
    facts = {name: value for name, value in AMERICAN_SPOUSE.items() if name not in ("family_tie", "relative_insured")}
    benefit = facts | {"family_tie": "none", "relative_insured": False, "listed_benefit": True}
    del benefit["in_france_since"]
    line = _line(checklist_of(benefit), "benefit_statement")
    assert line.condition is None
    assert line.why.en.startswith("The law asks")


def test_bank_details_are_listed_last_and_never_block() -> None:
    answer = checklist_of(AMERICAN_SPOUSE)
    assert certain(answer)[-1] == "bank_details"
    assert not answer.papers[-1].essential


def test_a_missing_fact_gives_a_line_with_a_condition_and_never_silence() -> None:
    facts = {name: value for name, value in AMERICAN_SPOUSE.items() if name != "born_in"}
    line = _line(checklist_of(facts), "birth_certificate")
    assert line.condition is not None
    assert line.condition.fr == "Si vous êtes né hors de France"
    assert line.condition.en == "If you were born outside France"
    assert line.missing == ("born_in",)
    assert line.translation is not None
    assert "country of birth" in line.translation.en


def test_two_conditions_are_joined_in_one_sentence() -> None:
    answer = checklist_of({})
    line = next(line for line in answer.papers if line.requirement == "claim_of_an_employee")
    assert line.condition is not None
    assert line.condition.en == "If you are an employee, and if nobody has registered you"
    assert line.condition.fr == "Si vous êtes salarié, et si personne ne vous a fait enregistrer"


def test_the_empty_person_gets_no_sure_paper_and_no_sure_limit() -> None:
    answer = checklist_of({})
    assert certain(answer) == []
    assert forbidden(answer) == []
    assert answer.papers
    assert answer.not_to_be_asked
    assert answer.ground is None
    assert answer.nothing is None


def test_a_limit_that_waits_for_a_fact_says_which() -> None:
    facts = {name: value for name, value in AMERICAN_SPOUSE.items() if name != "relative_insured"}
    limits = {line.limit.name: line for line in checklist_of(facts).not_to_be_asked}
    line = limits["three_months_of_family"]
    assert line.condition is not None
    assert line.condition.en.startswith("If you join a member of your family")
    assert "ground" in line.missing


def test_the_country_of_birth_may_be_given_by_name() -> None:
    facts = {name: value for name, value in AMERICAN_SPOUSE.items() if name != "born_in"}
    answer = checklist(person_of(facts), ground_of(facts), rulebook().on(TODAY), TODAY, "Allemagne")
    line = _line(answer, "birth_certificate")
    assert line.condition is None
    assert line.civil_document is not None
    assert line.civil_document.regime == "exempt"
    assert "translation_of_a_european_act" in forbidden(answer)


def test_a_country_that_is_not_understood_is_said_so_and_nothing_is_guessed() -> None:
    answer = checklist(person_of(AMERICAN_SPOUSE), ground_of(AMERICAN_SPOUSE), rulebook().on(TODAY), TODAY, "Atlantide")
    line = _line(answer, "birth_certificate")
    assert line.condition is not None
    assert line.civil_document is None
    assert line.translation is not None
    assert "Atlantide" in line.translation.fr


def test_one_paper_alone_is_no_group() -> None:
    answer = checklist_of(AMERICAN_SPOUSE)
    assert _line(answer, "marriage_certificate").one_of is None
    visitor = checklist_of(AMERICAN_SPOUSE | {"family_tie": "none", "relative_insured": False})
    assert _line(visitor, "lease").one_of == "three_months"


def test_the_less_sure_of_two_articles_gives_the_mark() -> None:
    visitor = checklist_of(AMERICAN_SPOUSE | {"family_tie": "none", "relative_insured": False})
    assert _line(visitor, "three_months_residence").certainty == "M"
    assert _line(visitor, "other_residence_evidence").certainty == "L"
    assert _line(visitor, "identity_document").certainty == "H"


def test_before_its_decree_a_paper_of_state_aid_is_listed_as_unsure_and_cites_nothing() -> None:
    facts = {
        "activity": "none",
        "nationality": "ML",
        "lives_in": "france",
        "other_cover": "none",
        "stay_document": "none",
        "rights_open": False,
        "irregular_since": date(2024, 1, 1),
        "resources_under_c2s": True,
    }
    line = _line(checklist_of(facts, date(2025, 6, 1)), "photo_identity_document")
    assert line.articles == ()
    assert line.certainty == "L"


def test_the_birth_certificate_could_not_follow_before_the_rule_of_2022() -> None:
    facts = AMERICAN_SPOUSE | {"in_france_since": date(2021, 1, 5)}
    line = _line(checklist_of(facts, date(2021, 3, 1)), "birth_certificate")
    assert line.may_follow_later is None
    assert line.deadline is None


def test_an_article_is_cited_once_a_line() -> None:
    for line in checklist_of({}).papers:
        assert len(line.articles) == len(set(line.articles))


def test_every_line_is_plain_json_in_both_languages() -> None:
    shown = json.loads(json.dumps(checklist_of(AMERICAN_SPOUSE).to_json()))
    assert shown["ground"] == "joins_insured_family"
    assert shown["on"] == "2026-11-23"
    assert shown["nothing_to_send"] is None
    by_name = {line["paper"]: line for line in shown["papers"]}
    assert by_name["birth_certificate"]["civil_document"]["regime"] == "apostille"
    assert by_name["marriage_certificate"]["copy"]["kind"] == "copy_or_original"
    assert by_name["identity_document"]["condition"] is None
    assert by_name["identity_document"]["articles"][0]["article"] == "CSS L160-5 al. 1"
    assert set(by_name["bank_details"]["label"]) == {"fr", "en"}
    limits = {line["name"]: line for line in shown["not_to_be_asked"]}
    assert limits["three_months_of_family"]["articles"][0]["article"] == "CSS D160-2 II 3°"
    assert limits["three_months_of_family"]["certainty"] == "H"
    assert {habit["name"] for habit in shown["local_habits"]} >= {"label_of_the_permit", "other_civil_documents"}


def test_a_prisoner_is_told_that_there_is_nothing_to_send() -> None:
    shown = checklist_of({"activity": "detained"}).to_json()
    assert shown["nothing_to_send"]["en"].startswith("Nothing to send")
    assert shown["papers"] == []


def test_knowing_more_never_takes_away_a_paper_that_was_certainly_wanted() -> None:
    """A sure line stays when facts are added, as long as the ground stays the same."""
    law, chance = rulebook().on(TODAY), Random(SEED)
    reader = evaluator(law, TODAY)
    for _, whole in zip(range(150), persons(law, TODAY, chance), strict=False):
        part = {name: value for name, value in whole.items() if chance.random() < 0.7}
        before, after = reader.prove(part), reader.prove(whole)
        if before is None or after is None or before.ground is not after.ground:
            continue
        less = checklist(part, before.ground, law, TODAY)
        more = checklist(whole, after.ground, law, TODAY)
        kept = {line.requirement for line in more.papers}
        sure = {line.requirement for line in less.papers if line.condition is None}
        assert sure <= kept, f"seed {SEED}: {part}"
        assert set(forbidden(less)) <= set(forbidden(more)), f"seed {SEED}: {part}"
