"""Who is at the desk, as pages ask for it; a door answers, once a request."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from ouverture.services.casework.actors import Actor

FINDER, NAMER, COLLEAGUES, GIVER = "find_actor", "name_identity", "find_colleagues", "give_card_back"
Parameters = ParamSpec("Parameters")
View = Callable[Concatenate[HttpRequest, Parameters], HttpResponseBase]
ActorView = Callable[Concatenate[HttpRequest, Actor, Parameters], HttpResponseBase]


def actor_in(request: HttpRequest) -> Actor | None:
    """Whoever came in by a door; None for a visitor."""
    known: dict[str, Any] = request.__dict__
    if "actor" not in known:
        known["actor"] = known[FINDER]() if FINDER in known else None
    return cast(Actor | None, known["actor"])


def name_of_identity(request: HttpRequest, identity: str) -> str:
    """What colleagues and persons read for an opaque identity ("agent 7"); "" for one no door knows."""
    known: dict[str, Any] = request.__dict__
    return str(known[NAMER](identity)) if NAMER in known else ""


def colleagues_of(request: HttpRequest, office: str) -> tuple[tuple[str, str], ...]:
    """The agents of an office, each by opaque identity and label; nobody where no door knows any."""
    known: dict[str, Any] = request.__dict__
    return tuple(known[COLLEAGUES](office)) if COLLEAGUES in known and office else ()


def give_card_back(request: HttpRequest) -> None:
    """The card presented at this counter is taken back: its file is open here no more."""
    known: dict[str, Any] = request.__dict__
    if GIVER in known:
        known[GIVER]()


def for_an_actor(view: ActorView[Parameters]) -> View[Parameters]:
    """A page that is nobody's without a door: a visitor is shown the doors, and nothing of what is behind them."""

    @wraps(view)
    def shown(request: HttpRequest, *parts: Parameters.args, **named: Parameters.kwargs) -> HttpResponseBase:
        actor = actor_in(request)
        return view(request, actor, *parts, **named) if actor else _doors(request)

    return cast("View[Parameters]", shown)


def _doors(request: HttpRequest) -> HttpResponse:
    return render(request, "page/nobody.html", {"written": written_in(request)}, status=403)


SECRETS = frozenset({"csrfmiddlewaretoken", "password", "passphrase", "code", "old", "new"})
LONGEST = 4000


def written_in(request: HttpRequest) -> list[str]:
    """What was written in a form that cannot be taken, to be shown back to whoever sent it: nothing secret."""
    if request.method != "POST":
        return []
    every = (one.strip()[:LONGEST] for name, many in request.POST.lists() if name not in SECRETS for one in many)
    return [one for one in every if one]
