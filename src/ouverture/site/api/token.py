"""A program shows a token; it acts as the account it was made for, no more."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest
from ninja.security import HttpBearer

from ouverture.services.casework.actors import Actor
from ouverture.site.doors.keys import actor_of_token
from ouverture.site.doors.rate import count_request


class Token(HttpBearer):
    """``Authorization: Bearer …``; the actor is what the routes receive as ``request.auth``."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The actor of a live token; None refuses with 401."""
        actor = actor_of_token(token)
        if actor:
            count_request(actor, is_program=True)
        return actor


def actor_in(request: HttpRequest) -> Actor:
    """Whoever the token stands for."""
    return cast(Actor, request.auth)  # type: ignore[attr-defined]
