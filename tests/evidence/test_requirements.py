"""Every ground that gives something has papers, or says that there is nothing to send."""

from datetime import date

import pytest

from ouverture.clock.registry import rules as deadlines
from ouverture.evidence.checklist import checklist
from ouverture.evidence.requirement import Requirement
from ouverture.evidence.requirements import REQUIREMENTS
from ouverture.evidence.requirements.nothing import NOTHING_TO_SEND
from ouverture.law.rulebook import rulebook
from ouverture.law.texts import held, version_of_row
from ouverture.rules.diagram import outcome_diagram
from ouverture.rules.enumeration import example
from ouverture.rules.rulebook import Verdict
from tests.evidence.invented import TODAY

GIVES = {
    Verdict.COVERED,
    Verdict.COVERED_LATER,
    Verdict.STATE_MEDICAL_AID,
    Verdict.DISPUTED,
    Verdict.SERVED_FOR_ANOTHER_STATE,
    Verdict.CHOICE,
    Verdict.KEPT,
}


@pytest.mark.parametrize("on", [TODAY, date(2018, 3, 1), date(2019, 6, 1), date(2020, 12, 1)], ids=str)
def test_every_ground_that_gives_something_has_a_sure_paper_or_nothing_to_send(on: date) -> None:
    law = rulebook().on(on)
    diagram = outcome_diagram(law, on, by_ground=True)
    for leaf, ground in enumerate(law.grounds):
        person = example(diagram, leaf)
        if ground.outcome.verdict in GIVES and person is not None:
            answer = checklist(person, ground, law, on)
            sure = [line for line in answer.papers if line.condition is None]
            assert sure or answer.nothing, f"{ground.name} asks for nothing and does not say so"


def test_nothing_to_send_names_grounds_that_exist_and_rows_that_exist() -> None:
    statements = {text.version for text in held().values() if not text.official}
    assert sorted(set(NOTHING_TO_SEND) - {ground.name for ground in rulebook().grounds}) == []
    for _, rows in NOTHING_TO_SEND.values():
        for row in rows:
            assert version_of_row(row) in statements, row


def test_requirements_have_names_of_their_own() -> None:
    names = [requirement.name for requirement in REQUIREMENTS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.name)
def test_a_requirement_speaks_both_languages_and_cites_its_ground(requirement: Requirement) -> None:
    assert requirement.articles
    for text in (requirement.case, requirement.why, requirement.because, requirement.may_follow):
        assert text is None or (text.fr and text.en and text.fr != text.en)
    assert requirement.case.fr[0].islower()
    assert not requirement.case.fr.startswith(("il ", "ils ")), '"Si" and "il" would have to be joined'


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.name)
def test_what_may_follow_later_names_its_article_and_a_deadline_that_exists(requirement: Requirement) -> None:
    assert (requirement.may_follow is None) is (requirement.follows is None)
    assert requirement.deadline is None or requirement.deadline in deadlines()


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda requirement: requirement.name)
def test_only_a_paper_that_is_not_essential_may_follow_later(requirement: Requirement) -> None:
    if requirement.may_follow:
        assert not requirement.options[0].paper.essential
