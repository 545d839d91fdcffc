"""One question a screen, chosen by the engine."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from ouverture.law.answers import AnswerError
from ouverture.law.facts import FACTS
from ouverture.rules.facts import Fact, Value
from ouverture.services.answer.amounts_beside import amounts_beside
from ouverture.services.answer.interview import (
    Given,
    Screen,
    answers_offered,
    contradiction,
    effects,
    is_wanted,
    known_values,
    next_screen,
    on_screen,
    opens,
    screen_of,
    tidied,
)
from ouverture.site.page.clock import today
from ouverture.site.page.parts import FieldError
from ouverture.site.page.sealed import ADDRESS, keep_sent, sent_before
from ouverture.site.page.sentences import sentence
from ouverture.site.session import given_in, keep, note_settled
from ouverture.site.visitor.answers import answered
from ouverture.site.visitor.fields import Field, posted, remembered
from ouverture.site.visitor.progress import progress
from ouverture.site.visitor.spoken import spoken
from ouverture.site.visitor.why import reasons_to_ask
from ouverture.text import Language, Text

FEW = 4
"""With more answers than this, what each would decide is a table, not a help."""

LATEST = 6
"""Of the answers so far: those that stand beside a question. The others are one link away."""


@require_safe
def questions(request: HttpRequest, language: Language) -> HttpResponse:
    """To the next question that matters, or to the answer when none does."""
    screen = next_screen(given_in(request), today())
    note_settled(request, screen is None)
    return redirect("question", language, screen.name) if screen else redirect("verdict", language)


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, language: Language, name: str) -> HttpResponse:
    """The screen of one question; a wrong answer comes back with what is wrong beside its field.

    What was sent is kept and shown by a page of its own, so that Back and a refresh never send it again.
    """
    if name not in FACTS:
        raise Http404
    screen, given = screen_of(name), given_in(request)
    if request.method == "POST":
        return _answered(request, language, screen, given)
    before = sent_before(request, f"question {name}")
    if before is None:
        return _shown(request, screen, given, list(_fields(screen, given)))
    return _shown(request, screen, given, _judged(before, screen, given).fields)


@dataclass(frozen=True)
class _Judged:
    """The fields as sent, each with its error if it has one; and the answers merged, None when something is wrong."""

    fields: list[Field]
    merged: dict[str, Value | None] | None = None


def _answered(request: HttpRequest, language: Language, screen: Screen, given: Given) -> HttpResponse:
    sent = {name: value for name, value in request.POST.dict().items() if name.partition("-")[0] in FACTS}
    judged = _judged(sent, screen, given)
    if judged.merged is None:
        key = keep_sent(request, f"question {screen.name}", sent)
        return redirect(f"{request.path}?{ADDRESS}={key}")
    keep(request, judged.merged)
    return redirect("questions", language)


def _judged(sent: Mapping[str, str], screen: Screen, given: Given) -> _Judged:
    fields = [posted(field.fact, sent, field.opened_by) for field in _fields(screen, given)]
    fields, answers = _read(fields, given)
    if any(field.error for field in fields):
        return _Judged(fields)
    dropped = {field.fact.name for field in fields} - set(answers)
    kept = {name: value for name, value in given.items() if name not in dropped}
    merged = tidied({**kept, **answers}, _changed(given, answers), today())
    problem = contradiction(merged, today())
    return _Judged(fields, merged) if problem is None else _Judged(_with_problem(fields, problem))


def _shown(request: HttpRequest, screen: Screen, given: Given, fields: list[Field]) -> HttpResponse:
    main = screen.facts[0]
    told = known_values(given)
    fields = [
        replace(
            field,
            amounts=amounts_beside(field.fact.name, told, today()),
            offered=_offered(field.fact, given),
        )
        for field in fields
    ]
    reasons = reasons_to_ask(main, today())
    context = {
        "fields": fields,
        "errors": _errors(fields),
        "progress": progress(given, today()),
        "back": _before(screen, given),
        "is_change": main.name in given,
        "reason": next(iter(reasons), None),
        "more_reasons": reasons[1:],
        "effects": effects(main, given, today()) if len(main.values()) <= FEW else (),
        "answered": answered(given),
        "latest": answered(given)[-LATEST:],
        "openers": frozenset().union(*(field.opened_by for field in fields)),
        "shares": len(fields) > 1 and main.name == "had_number",
    }
    return render(request, "visitor/question.html", context)


def _errors(fields: list[Field]) -> list[FieldError]:
    """What is wrong, for the summary; on a screen of several questions each says which one it is about."""
    wrong = [(field, field.error) for field in fields if field.error]
    return [FieldError(field.first_id, error if len(fields) == 1 else _about(field, error)) for field, error in wrong]


def _about(field: Field, error: Text) -> Text:
    label = field.fact.label.capitalised()
    return Text(f"{label.fr} : {error.fr}", f"{label.en}: {error.en}")


def _offered(fact: Fact, given: Given) -> Mapping[str, Text] | None:
    offered = answers_offered(fact, given)
    return None if len(offered) == len(fact.options) else offered


def _fields(screen: Screen, given: Given) -> Iterator[Field]:
    main, *others = on_screen(screen, given, today())
    yield remembered(main, given)
    for other in others:
        opened_by = opens(other, main, given, today()) if other.asked_with == main.name else ()
        yield remembered(other, given, opened_by)


def _read(fields: list[Field], given: Given) -> tuple[list[Field], dict[str, Value | None]]:
    """The fields, each with its error if it has one, and the answers of the others."""
    answers: dict[str, Value | None] = {}
    checked: list[Field] = []
    for field in fields:
        try:
            if not _is_beside_the_point(field, given, answers):
                answers[field.fact.name] = _answer(field, answers)
            checked.append(field)
        except AnswerError as problem:
            checked.append(field.wrong(problem.text))
    return checked, answers


def _answer(field: Field, answers: Given) -> Value | None:
    """Whoever does not know the main answer is not asked for its details."""
    main = field.fact.asked_with or ""
    knows_nothing = main in answers and answers[main] is None and field.is_empty
    return None if knows_nothing else field.read()


def _is_beside_the_point(field: Field, given: Given, answers: Given) -> bool:
    """Whether a detail no longer goes with the main answer above it."""
    main = field.fact.asked_with or ""
    if main not in answers:
        return field.is_empty and bool(field.opened_by)
    if is_wanted(field.fact, {**given, **answers}, today()):
        return False
    return field.is_empty or answers[main] != given.get(main)


def _changed(given: Given, answers: Given) -> Iterator[str]:
    return (name for name, value in answers.items() if name in given and given[name] != value)


def _with_problem(fields: list[Field], problem: AnswerError) -> list[Field]:
    """The field that contradicts another answer says so; when it stands on another screen, the first one does."""
    at = next((place for place, field in enumerate(fields) if field.fact.name == problem.field), None)
    if at is not None:
        return [field.wrong(spoken(problem)) if place == at else field for place, field in enumerate(fields)]
    other = FACTS[problem.field].question
    wrong = spoken(problem)
    named = sentence("error.contradicts")
    fr = f"{named.fr} « {other.fr} » : {wrong.fr}"
    return [fields[0].wrong(wrong._replace(fr=fr, en=f'{named.en} "{other.en}": {wrong.en}')), *fields[1:]]


def _before(screen: Screen, given: Given) -> str | None:
    """The screen answered before this one, None on the first. What was asked with another is found there."""
    names = list(dict.fromkeys(_home(name, given) for name in given))
    place = names.index(screen.name) if screen.name in names else len(names)
    return names[place - 1] if place else None


def _home(name: str, given: Given) -> str:
    main = FACTS[name].asked_with
    return main if main in given and main is not None else name
