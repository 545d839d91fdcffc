"""The answers of the visitor, in the session of their visit and no other place."""

from collections.abc import Iterable
from datetime import timedelta

from django.http import HttpRequest

from ouverture.law.answers import AnswerError, as_given, read_one
from ouverture.law.facts import FACTS
from ouverture.rules.facts import Value
from ouverture.services.answer.interview import Given
from ouverture.site.page.sealed import seal, unseal
from ouverture.site.trust import cookie_name

_KEY, _TICKED, _SENT, _ERASED, _SETTLED = "answers", "ticked", "sent", "erased", "settled"
UNDO = timedelta(minutes=1)
ERASED_COOKIE = cookie_name("ouverture_erased")


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


def ticked_in(request: HttpRequest) -> frozenset[str]:
    """The names of the papers that are in hand."""
    return frozenset(request.session.get(_TICKED, ()))


def keep_ticks(request: HttpRequest, names: Iterable[str]) -> None:
    """Remember these papers as those in hand."""
    request.session[_TICKED] = sorted(names)


def is_settled(request: HttpRequest) -> bool:
    """Whether nothing was left to ask when it was last looked."""
    return bool(request.session.get(_SETTLED))


def note_settled(request: HttpRequest, settled: bool) -> None:
    """Remember whether something is left to ask."""
    if settled != is_settled(request):
        request.session[_SETTLED] = settled


def forget(request: HttpRequest) -> str:
    """Forget everything a visitor gave here; the key with which it can be had back for UNDO, or "" for nothing.

    Whoever is at a desk stays there. What was erased is sealed under the key, which is kept nowhere but in a cookie
    that lasts as long.
    """
    erased = {name: kept for name in (_KEY, _TICKED) if (kept := request.session.pop(name, None))}
    for name in (_SENT, _SETTLED):
        request.session.pop(name, None)
    key, sealed = seal(erased) if erased else ("", "")
    request.session[_ERASED] = sealed
    return key


def bring_back(request: HttpRequest, key: str) -> bool:
    """Undo ``forget`` within UNDO; whether there was anything to bring back."""
    erased = unseal(key, request.session.pop(_ERASED, ""), UNDO) if key else None
    if erased:
        request.session.update(erased)
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
