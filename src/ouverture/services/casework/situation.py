"""My situation: the answers kept in a file, what a change would change, and on which day an answer turns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Literal, NamedTuple
from uuid import uuid4

from ouverture.dossier.person.decisions import TellSituation
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.rights.events import OPEN
from ouverture.law.answers import AnswerError, read_one
from ouverture.law.consistency import orphans
from ouverture.law.facts import FACTS
from ouverture.rules.answer_in_words import value_in_words
from ouverture.rules.facts import YES_NO, Fact, Value
from ouverture.services.answer.assess import Answer, assess
from ouverture.services.answer.interview import tidied
from ouverture.services.answer.plan import Plan, make_plan
from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.carry_out import Changed, Done
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView
from ouverture.text import Text

Answers = Mapping[str, Value]
Widget = Literal["choice", "date", "text"]


class Told(NamedTuple):
    """One answer as it is shown, and as a form holds it: a choice by its value, a day in ISO form."""

    name: str
    question: Text
    label: Text
    says: Text
    typed: str
    widget: Widget
    options: tuple[tuple[str, Text], ...]


class Situation(NamedTuple):
    """The answers of a file on a day, and what they lead to; ``headline`` None: they cannot all be true (``problem``).

    ``kept``: they are in the file, not in this visit alone. ``covered``: rights are open, a change must be told.
    """

    answers: Answers
    told: tuple[Told, ...]
    headline: Text | None
    problem: Text | None
    kept: bool
    covered: bool
    missing: tuple[Told, ...]


class Difference(NamedTuple):
    """What another set of answers would change: the verdict before and after, the papers that come and go, the caisse.

    ``turns_on``: the first day on which the answer is another; None when no day within three years is.
    """

    before: Text
    after: Text
    changes: bool
    turns_on: date | None
    comes: tuple[Text, ...]
    goes: tuple[Text, ...]
    steps: tuple[Text, ...]
    caisse_before: Text | None
    caisse_after: Text | None


def situation(view: FileView, in_visit: Answers) -> Situation:
    """The answers of the file; those of this visit while the file holds none."""
    kept, answers = kept_answers(view), answers_for(view, in_visit)
    answer = _assessed(answers, view.day)
    problem = answer if isinstance(answer, Text) else None
    missing = () if isinstance(answer, Text) else tuple(_told(fact, None) for fact in answer.missing)
    return Situation(
        answers, tuple(_told(FACTS[name], value) for name, value in answers.items() if name in FACTS),
        None if isinstance(answer, Text) else answer.headline, problem, bool(kept),
        view.file.rights.stage in OPEN, missing,
    )  # fmt: skip


def kept_answers(view: FileView) -> Answers:
    """What the file holds: what was told last of the situation, else the answers the claim was sent with."""
    return dict(view.file.person.situation or view.file.application.facts)


def ground_of(view: FileView) -> str:
    """The name of the ground that the kept answers lead to; "" while they lead to none."""
    answer = _assessed(kept_answers(view), view.day)
    return answer.ground.name if not isinstance(answer, Text) and answer.ground else ""


def answers_for(view: FileView, in_visit: Answers) -> Answers:
    """The answers of the file; those of this visit while the file holds none."""
    return kept_answers(view) or in_visit


def asked(name: str, answers: Answers) -> Told | None:
    """One question as a form shows it, with the answer of before; None for what is no question."""
    return _told(FACTS[name], answers.get(name)) if name in FACTS else None


def changed(answers: Answers, name: str, typed: str, day: date) -> dict[str, Value] | Refusal:
    """The answers with another one to this question: what no longer makes sense is left out. "" takes it away."""
    try:
        value = read_one(FACTS[name], typed) if typed else None
    except AnswerError as problem:
        return Refusal("answer_not_read", problem.text, "person")
    others = {each: one for each, one in answers.items() if each != name}
    merged = without_stale({**others, **({} if value is None else {name: value})}, {name}, day)
    found = _assessed(merged, day)
    return Refusal("answers_contradict", found, "person") if isinstance(found, Text) else merged


def without_stale(merged: Answers, names: set[str], day: date) -> dict[str, Value]:
    """The merged answers without those that the change made pointless."""
    kept = {name: value for name, value in tidied(merged, names, day).items() if value is not None}
    while stale := orphans(kept):
        kept = {name: value for name, value in kept.items() if name not in stale}
    return kept


def difference(before: Answers, after: Answers, day: date, since: date | None = None) -> Difference | Refusal:
    """What ``after`` changes, from the day ``since`` on when it is true from then only."""
    start = since or day
    old, new, then = (_assessed(answers, on) for answers, on in ((before, day), (after, start), (before, start)))
    if isinstance(old, Text) or isinstance(new, Text) or isinstance(then, Text):
        return Refusal("answers_contradict", next(one for one in (new, old, then) if isinstance(one, Text)), "person")
    first, second = make_plan(old), make_plan(new)
    papers, others = _papers(first), _papers(second)
    turns_on = _turns_on(then, new, start)
    later = _assessed(after, turns_on) if turns_on else new
    known = {one.text.title for one in first.steps}
    return Difference(
        old.headline, new.headline if isinstance(later, Text) else later.headline, turns_on is not None, turns_on,
        tuple(label for name, label in others.items() if name not in papers),
        tuple(label for name, label in papers.items() if name not in others),
        tuple(step.text.title for step in second.steps if step.text.title not in known),
        _caisse(first), _caisse(second),
    )  # fmt: skip


def _turns_on(unchanged: Answer, changed: Answer, start: date) -> date | None:
    """The first day on which the two lead elsewhere: the start, or the first day time gives one another ground."""
    if _ground(unchanged) != _ground(changed):
        return start
    timed = (unchanged.changes(), changed.changes())
    turns = [{one.on: one.ground.name if one.ground else "" for one in changes} for changes in timed]
    for day in sorted({*turns[0], *turns[1]}):
        if turns[0].get(day) != turns[1].get(day):
            return day
    return None


def _ground(answer: Answer) -> tuple[str, str]:
    return answer.ground.name if answer.ground else "", answer.verdict.value


def _papers(plan: Plan) -> dict[str, Text]:
    return {one.paper.name: one.paper.label for one in plan.papers.papers}


def _caisse(plan: Plan) -> Text | None:
    where = plan.where.candidates if plan.where else ()
    return Text(where[0].caisse.name, where[0].caisse.name) if len(where) == 1 else None


def keep_situation(
    house: House, actor: Actor, view: FileView, answers: Answers, at: datetime, key: str = ""
) -> Done | Changed | Refusal:
    """Put the answers into the file, all of them."""
    command = TellSituation(tuple(answers.items()))
    return carry_out(house, actor, Wanted(view.stream, command, view.day, key or f"situation/{uuid4().hex}", at))


def tell_first(house: House, actor: Actor, stream: str, answers: Answers, day: date, at: datetime) -> None:
    """What a visitor answered before their file was opened goes into it; answers that clash stay in the visit alone."""
    if answers:
        command = TellSituation(tuple(answers.items()))
        carry_out(house, actor, Wanted(stream, command, day, f"situation/{stream}", at))


def _assessed(answers: Answers, day: date) -> Answer | Text:
    """The answer, or what says that these cannot all be true."""
    return _of_these(answers, day) if answers else _of_nobody(day)


@lru_cache(maxsize=8)
def _of_nobody(day: date) -> Answer | Text:
    """What can be said before anything was: of no person, so it may be remembered."""
    return _of_these({}, day)


def _of_these(answers: Answers, day: date) -> Answer | Text:
    try:
        return assess(answers, day)
    except AnswerError as problem:
        return problem.text


def _told(fact: Fact, value: Value | None) -> Told:
    widget: Widget = "date" if fact.kind == "date" else "choice" if fact.kind in ("yes_no", "one_of") else "text"
    options = tuple((YES_NO if fact.kind == "yes_no" else fact.options).items()) if widget == "choice" else ()
    typed = "" if value is None else _typed(fact, value)
    says = NOT_SAID if value is None else value_in_words(fact, value)
    return Told(fact.name, fact.question, fact.label, says, typed, widget, options)


def _typed(fact: Fact, value: Value) -> str:
    if fact.kind == "date":
        return date.fromordinal(int(value)).isoformat()
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


NOT_SAID = Text("pas de réponse", "no answer")
