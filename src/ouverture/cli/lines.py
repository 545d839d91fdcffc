"""Answers and plans as lines of text, for the command line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ouverture.clock.day_words import plain_day
from ouverture.evidence.checklist import Checklist
from ouverture.evidence.listed import Listed
from ouverture.law.bodies import ROUTES, VERDICTS
from ouverture.law.warnings.notice import Shown
from ouverture.rules.facts import YES_NO, Fact
from ouverture.rules.rulebook import Certainty
from ouverture.services.answer.assess import Answer
from ouverture.services.answer.plan import Plan, Step, notices_for
from ouverture.text import Language, Text

CERTAINTIES: dict[Certainty, Text] = {
    "H": Text("sûr", "sure"),
    "M": Text("assez sûr, à vérifier", "fairly sure, to be checked"),
    "L": Text("peu sûr", "not very sure"),
}
_WORDS = {
    "from": Text("À partir de", "From"),
    "body": Text("Qui paie", "Who pays"),
    "route": Text("Comment", "How"),
    "because": Text("Parce que", "Because"),
    "missing": Text("Il manque", "Missing"),
    "next": Text("Question suivante", "Next question"),
    "warnings": Text("À savoir", "Good to know"),
    "steps": Text("Que faire", "What to do"),
    "papers": Text("Papiers", "Papers"),
    "not_asked": Text("Ne peut pas être exigé", "May not be asked"),
    "where": Text("Où envoyer", "Where to send"),
    "lodge": Text("Où déposer", "Where to lodge"),
    "turn_to": Text("À qui", "To whom"),
    "changes": Text("Quand la réponse changera", "When the answer would change"),
    "summary": Text(
        "résumé de nos sources, texte officiel non détenu", "summary of our sources, official text not held"
    ),
    "by": Text("au plus tard le", "by"),
    "one_of": Text("L'un de ces papiers", "One of these papers"),
    "not_so": Text("Ce n'est pas le cas : ", "Not the case: "),
}


def answer_lines(answer: Answer, language: Language) -> list[str]:
    """The verdict, from when, why with the articles, warnings, what is missing, the next question."""
    return list(_answer(answer, language))


def plan_lines(plan: Plan, language: Language) -> list[str]:
    """The verdict, then the steps with their dates, the papers, where to send, when it would change."""
    return [*_headline(plan.answer, language), *_plan(plan, language)]


def fact_json(fact: Fact) -> dict[str, Any]:
    """A fact of the vocabulary as plain values."""
    return {
        "name": fact.name,
        "type": fact.kind,
        "values": {value: label._asdict() for value, label in (fact.options or _yes_no(fact)).items()},
        "question": fact.question._asdict(),
        "hint": fact.hint._asdict() if fact.hint else None,
        "answered_by": list(fact.answered_by),
        "proved_by": list(fact.proved_by),
    }


def fact_lines(fact: Fact, language: Language) -> list[str]:
    """A fact: its name, type and question, then its values."""
    values = [f"    {value}: {label.to(language)}" for value, label in fact.options.items()]
    shown = values if len(values) <= 30 else [f"    {', '.join(fact.options)}"]
    return [f"{fact.name} ({fact.kind})", f"  {fact.question.to(language)}", *shown]


def _yes_no(fact: Fact) -> dict[str, Text]:
    return {"true": YES_NO["yes"], "false": YES_NO["no"]} if fact.kind == "yes_no" else {}


def _word(name: str, language: Language) -> str:
    return _WORDS[name].to(language)


def _headline(answer: Answer, language: Language) -> Iterator[str]:
    yield f"{VERDICTS[answer.verdict].to(language)}. {answer.headline.to(language)}"
    if answer.ground is not None:
        start = answer.ground.start.says.to(language)
        yield f"{_word('from', language)}: {start}{_on(answer.starts_on, language)}"
    if answer.outcome is not None and answer.body is not None:
        yield f"{_word('body', language)}: {answer.body.to(language)}"
        yield f"{_word('route', language)}: {ROUTES[answer.outcome.route].to(language)}"


def _on(day: date | None, language: Language) -> str:
    return f" ({plain_day(day).to(language)})" if day else ""


def _answer(answer: Answer, language: Language) -> Iterator[str]:
    yield from _headline(answer, language)
    yield from (f"{one.says.to(language)} [{one.fact.name}]" for one in answer.supposes)
    if answer.because:
        yield f"{_word('because', language)} ({CERTAINTIES[answer.certainty or 'H'].to(language)}):"
    told: set[Text] = set()
    for reason in answer.because:
        source = reason.rule.source
        held = "" if source.official else f" ({_word('summary', language)})"
        so = "" if reason.holds else _word("not_so", language)
        cited = " ".join(filter(None, (source.citation, reason.rule.paragraph)))
        yield f"{'  ' * (reason.depth + 1)}- {so}{reason.says.to(language)} [{cited}{held}]"
        if reason.words.says is not None and reason.words.says not in told:
            told.add(reason.words.says)
            yield f"{'  ' * (reason.depth + 2)}{reason.words.says.to(language)}"
    yield from (said.to(language) for said in answer.amounts)
    yield from _notices(notices_for(answer), language)
    if answer.missing:
        yield f"{_word('missing', language)}: {', '.join(fact.name for fact in answer.missing)}"
    if answer.next_question is not None:
        yield f"{_word('next', language)}: {answer.next_question.question.to(language)} [{answer.next_question.name}]"


def _notices(notices: tuple[Shown, ...], language: Language) -> Iterator[str]:
    if notices:
        yield f"{_word('warnings', language)}:"
        yield from (f"  - {notice.says.to(language)}" for notice in notices)


def _plan(plan: Plan, language: Language) -> Iterator[str]:
    if plan.steps:
        yield f"\n{_word('steps', language)}:"
    for rank, step in enumerate(plan.steps, start=1):
        yield f"{rank}. {_day(step, language)}{step.text.title.to(language)}"
        if step.turn_to is not None:
            yield f"   {_word('turn_to', language)}: {step.turn_to.to(language)}"
        yield f"   {step.text.detail.to(language)}"
        if step.not_held is not None:
            yield f"   {step.not_held.to(language)}"
    yield from _papers(plan.papers, language)
    where = "lodge" if plan.answer.outcome and plan.answer.outcome.route == "ame" else "where"
    if plan.where is not None:
        yield f"\n{_word(where, language)}:"
        yield from (f"  {line}" for line in plan.where.sentences(language))
    elif plan.where_missing is not None:
        yield f"\n{_word(where, language)}: {plan.where_missing.to(language)}"
    yield from (said.to(language) for said in plan.answer.amounts)
    yield from _notices(plan.notices, language)
    changes = plan.answer.changes()
    if changes:
        yield f"\n{_word('changes', language)}:"
        yield from (f"  {plain_day(change.on).to(language)}: {change.says.to(language)}" for change in changes)


def _papers(checklist: Checklist, language: Language) -> Iterator[str]:
    if checklist.papers or checklist.nothing is not None:
        yield f"\n{_word('papers', language)}:"
    if checklist.nothing is not None:
        yield f"  {checklist.nothing.to(language)}"
    group = None
    for listed in checklist.papers:
        if listed.one_of is not None and listed.one_of != group:
            yield f"  {_word('one_of', language)}:"
        group = listed.one_of
        yield from _paper(listed, "    " if group else "  ", language)
    if checklist.not_to_be_asked:
        yield f"\n{_word('not_asked', language)}:"
    for limit in checklist.not_to_be_asked:
        condition = f"{limit.condition.to(language)}: " if limit.condition else ""
        yield f"  - {condition}{limit.limit.what.to(language)} [{', '.join(c.name for c in limit.articles)}]"


def _paper(listed: Listed, margin: str, language: Language) -> Iterator[str]:
    condition = f"{listed.condition.to(language)}: " if listed.condition else ""
    yield f"{margin}- {condition}{listed.paper.label.to(language)}"
    told = (listed.why, listed.copy, listed.translation, listed.may_follow_later)
    yield f"{margin}  {' '.join(text.to(language) for text in told if text)}"


def _day(step: Step, language: Language) -> str:
    if step.on is None:
        return ""
    limit = f"{_word('by', language)} " if step.is_limit else ""
    return f"[{limit}{plain_day(step.on).to(language)}] "
