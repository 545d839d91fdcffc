"""The answers of the visitor, in their own browser: a signed cookie that ends with the browser, and no other place."""

from django.http import HttpRequest

from ouverture.law.answers import AnswerError, as_given, read_one
from ouverture.law.facts import FACTS
from ouverture.rules.facts import Value
from ouverture.services.answer.interview import Given

_KEY = "answers"


def given_in(request: HttpRequest) -> dict[str, Value | None]:
    """The answers so far, oldest first; one that an older version of the program wrote otherwise is left out."""
    found: dict[str, Value | None] = {}
    for name, raw in request.session.get(_KEY, {}).items():
        if name in FACTS:
            try:
                found[name] = read_one(FACTS[name], raw)
            except AnswerError:
                continue
    return found


def has_answers(request: HttpRequest) -> bool:
    """Whether anything was answered yet."""
    return bool(request.session.get(_KEY)) if hasattr(request, "session") else False


def keep(request: HttpRequest, given: Given) -> None:
    """Remember these answers instead of those before."""
    request.session[_KEY] = {
        name: None if value is None else as_given(FACTS[name], value) for name, value in given.items()
    }


def forget(request: HttpRequest) -> None:
    """Forget everything that was answered."""
    request.session.flush()
