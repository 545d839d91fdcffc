"""The steps of a plan, as data."""

from ouverture.clock import deadlines
from ouverture.law.bodies import ROUTES, TURN_TO, VERDICTS
from ouverture.law.facts import FACTS
from ouverture.law.texts import held, version_of_row
from ouverture.wording.steps import all_steps

WITHOUT_A_DEADLINE = {"none", "today", "start", "nudge", "kept_until", "rights_may_close"}
NO_ROUTE = {"any", "undecided"}
"""Words for every route, and for a way in that is not known yet."""
EARLIER_DAYS = {"", "sent", "today", "start", "choice"}


def test_every_route_has_a_step_and_every_step_a_known_route() -> None:
    routes = {route for step in all_steps() for route in step.routes}
    assert routes == set(ROUTES) | NO_ROUTE


def test_to_whom_a_step_leads_is_known_and_its_answers_exist() -> None:
    for step in all_steps():
        assert not step.turn_to or step.turn_to in TURN_TO, step.name
        for fact, answers in (*step.for_whom.items(), *step.not_for.items()):
            assert answers <= set(FACTS[fact].values()), step.name
    assert {step.turn_to for step in all_steps()} - {""} == set(TURN_TO)


def test_verdicts_are_known_and_names_are_unique() -> None:
    steps = all_steps()
    assert {verdict for step in steps for verdict in step.verdicts} <= {str(verdict) for verdict in VERDICTS}
    assert len({step.name for step in steps}) == len(steps)


def test_every_day_is_a_word_of_ours_or_a_deadline_of_the_law() -> None:
    for step in all_steps():
        assert step.on in WITHOUT_A_DEADLINE or step.on in deadlines.rules(), step.name


def test_a_day_is_counted_from_an_earlier_step() -> None:
    before: set[str] = set(EARLIER_DAYS)
    for step in all_steps():
        assert step.since in before, step.name
        before.add(step.name)


def test_every_article_cited_is_held() -> None:
    articles = {f"{text.code} {text.article}" for text in held().values() if text.official}
    for step in all_steps():
        assert set(step.articles) <= articles, step.name


def test_every_row_is_a_row_of_the_facts() -> None:
    rows = {version for version, text in held().items() if not text.official}
    for step in all_steps():
        for row in step.rows:
            assert version_of_row(row) in rows, (step.name, row)


def test_each_step_says_something_short_in_both_languages_without_shouting() -> None:
    for step in all_steps():
        for words in (*step.title, *step.detail):
            assert words
            assert "!" not in words
        assert max(map(len, step.title)) < 110, step.name


def test_exactly_one_number_step_is_shown_whatever_was_said_of_a_former_number() -> None:
    for number in ("had", "none", "unknown"):
        shown = [step.name for step in all_steps() if step.belongs("s1106", "covered", number, {})]
        assert len([name for name in shown if name.startswith("number_")]) == 1
        assert len([name for name in shown if name.startswith("fill_s1106")]) == 1
