"""The act that an answer opens with, and what else this week: from the steps of the plan, in their order."""

from datetime import date, timedelta

from django.urls import reverse

from ouverture.clock.day_words import plain_day
from ouverture.rules.rulebook import Verdict
from ouverture.services.answer.interview import Screen
from ouverture.services.answer.plan import Plan, Step
from ouverture.site.page.parts import Button, DateLeaf, Holder, Link, NextAct, Row
from ouverture.site.page.sentences import sentence
from ouverture.site.visitor.headline import FACES, kept_until
from ouverture.site.visitor.not_known import to_find_out
from ouverture.site.visitor.ways_on import form_of, is_beside, link_on, way_on
from ouverture.text import Language, Text

_HOLDERS: dict[str, Holder] = {"person": "person", "caisse": "caisse"}
_A_WEEK = timedelta(days=7)
_MOST = 3
_FEW = 2
"""Missing answers that a person can be sent to find out."""


def first_act(plan: Plan, following: Screen | None, language: Language, address: str) -> NextAct:
    """The first thing to do. ``address``: of the next question, for an answer that cannot be said yet."""
    step = first_step(plan)
    if step is None or plan.answer.verdict is Verdict.UNKNOWN:
        return _go_on_answering(plan, address) if following else _without_an_answer(plan, language)
    holder = holder_of(step)
    return NextAct(
        holder,
        sentence(f"who.{step.text.who}"),
        sentence("act.first") if holder == "person" else sentence("act.not_yours"),
        step.text.title,
        step.text.detail,
        leaf_of(step, plan.answer.on),
        *_otherwise(plan, step),
        way_on(step.text.name, language) or Button(sentence("act.see_list"), "#papers", "list-checks"),
        form_of(plan.answer.outcome.route, language) if plan.answer.outcome else None,
    )


def first_step(plan: Plan) -> Step | None:
    """The first step of the person that is an act; else the first step of anyone."""
    own = (step for step in plan.steps if step.text.who == "person" and not is_beside(step.text.name))
    return next(own, next(iter(plan.steps), None))


def is_care_first(plan: Plan) -> bool:
    """Whether the first act tells already where care is found today."""
    step = first_step(plan)
    return step is not None and step.text.name == "care_now" and plan.answer.verdict is not Verdict.UNKNOWN


def this_week(plan: Plan, language: Language) -> list[Row]:
    """What else the person can do in the coming week, three things at most."""
    act, last = first_step(plan), plan.answer.on + _A_WEEK
    steps = [
        step for step in plan.steps if step is not act and step.text.who == "person" and step.on and step.on <= last
    ]
    state = sentence("act.to_do")
    return [
        Row("to_get", step.text.title, _first_sentence(step.text.detail), state, link_on(step.text.name, language))
        for step in steps[:_MOST]
    ]


def holder_of(step: Step) -> Holder:
    """Whose act a step is."""
    return _HOLDERS.get(step.text.who, "other")


def leaf_of(step: Step, today: date) -> DateLeaf:
    """The day of a step on a leaf; today, "as soon as you can", when it has none."""
    on = step.on or today
    if on == today:
        return DateLeaf(on, sentence("act.today"))
    return DateLeaf(on, sentence("act.days_left", n=(on - today).days))


def _otherwise(plan: Plan, step: Step) -> tuple[Text, Text]:
    """What follows if the act is not done, and its title."""
    if FACES[plan.answer.verdict] == "kept":
        until = kept_until(plan)
        return sentence("act.until_then"), _dated("act.kept_otherwise", until) if until else sentence(
            "act.kept_unknown"
        )
    if step.is_limit:
        return sentence("act.if_not"), sentence("act.limit_otherwise")
    if step.on and step.on > plan.answer.on:
        return sentence("act.from_then"), sentence("act.wait_otherwise")
    return sentence("act.soon"), sentence("act.soon_otherwise")


def _go_on_answering(plan: Plan, address: str) -> NextAct:
    """An answer is missing: the next question is the act."""
    button = Button(sentence("verdict.next"), address, "arrow-right")
    return _meanwhile(plan, sentence("act.answer_more"), sentence("act.answer_more_detail"), button)


def _without_an_answer(plan: Plan, language: Language) -> NextAct:
    """What is missing is not known: an answer or two can be found out; more than that, somebody is to be asked."""
    missing = to_find_out(plan.answer)
    if not 0 < len(missing) <= _FEW:
        button = Button(sentence("act.where_help"), "#help")
        return _meanwhile(plan, sentence("act.ask_somebody"), sentence("act.ask_somebody_detail"), button)
    first = missing[0]
    where = first.where or sentence("act.answer_more_detail")
    why = Text(*(f"{asked} {found}" for asked, found in zip(first.fact.question, where, strict=True)))
    button = Button(sentence("act.find_out_answer"), reverse("question", args=[language, first.fact.name]))
    return _meanwhile(plan, sentence("act.find_out"), why, button, Link(sentence("act.where_help"), "#help"))


def _meanwhile(plan: Plan, title: Text, why: Text, button: Button, other_way: Link | None = None) -> NextAct:
    """An act of the person that has no last day: today, and what to do meanwhile."""
    leaf = DateLeaf(plan.answer.on, sentence("act.today"))
    who, lead = sentence("who.person"), sentence("act.first")
    meanwhile = sentence("act.meanwhile"), sentence("act.meanwhile_detail")
    return NextAct("person", who, lead, title, why, leaf, *meanwhile, button, other_way)


def _dated(name: str, day: date) -> Text:
    words = plain_day(day)
    return Text(sentence(name, day=words.fr).fr, sentence(name, day=words.en).en)


def _first_sentence(says: Text) -> Text:
    """What fits beside a row; the whole stands with all the steps."""
    return Text(*(f"{words.partition('. ')[0].rstrip('.')}." for words in says))
