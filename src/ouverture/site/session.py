"""The answers of the visitor, in the session of their visit and no other place."""

from datetime import timedelta

from django.http import HttpRequest

from ouverture.law.answers import AnswerError, as_given, read_one
from ouverture.law.facts import FACTS
from ouverture.rules.facts import Value
from ouverture.services.answer.interview import Given
from ouverture.site.page.sealed import seal, unseal

_KEY, _SENT, _ERASED = "answers", "sent", "erased"
UNDO = timedelta(minutes=1)
ERASED_COOKIE = "ouverture_erased"


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


def forget(request: HttpRequest) -> str:
    """Forget everything a visitor gave here; the key with which it can be had back for UNDO, or "" for nothing.

    Whoever is at a desk stays there. What was erased is sealed under the key, which is kept nowhere but in a cookie
    that lasts as long.
    """
    erased = request.session.pop(_KEY, None)
    request.session.pop(_SENT, None)
    key, sealed = seal(erased) if erased else ("", "")
    request.session[_ERASED] = sealed
    return key


def bring_back(request: HttpRequest, key: str) -> bool:
    """Undo ``forget`` within UNDO; whether there was anything to bring back."""
    erased = unseal(key, request.session.pop(_ERASED, ""), UNDO) if key else None
    if erased:
        request.session[_KEY] = erased
    return bool(erased)


def can_be_undone(request: HttpRequest, key: str) -> bool:
    """Whether what was erased can still be had back; what cannot any more is dropped for good."""
    sealed = request.session.get(_ERASED) if hasattr(request, "session") else None
    if not sealed:
        return False
    possible = bool(key) and unseal(key, sealed, UNDO) is not None
    if not possible:
        request.session.pop(_ERASED)
    return possible
