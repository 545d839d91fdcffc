"""The page for who comes back: each way to a file that this installation has, and what to do without one."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ouverture.adapters.accounts.code_post import mail_leaves_here
from ouverture.site.doors.entry import actor_of
from ouverture.site.doors.links import link_of
from ouverture.site.page.parts import FieldError
from ouverture.site.page.sentences import sentence
from ouverture.text import Language

_LINK = re.compile(r"/link/([\w-]{1,200})(?:[/?#\s.,;>)]|$)", re.ASCII)
_SECRET = re.compile(r"([\w-]{30,200})", re.ASCII)
"""A link as it was copied, with words around it or not; or its secret part alone."""


@sensitive_post_parameters("link")
@require_http_methods(["GET", "POST"])
def come_back(request: HttpRequest, language: Language) -> HttpResponseBase:
    """The link that was kept, pasted; by e-mail where e-mail is sent; a carried file; a link that was lost."""
    actor = actor_of(request)
    own = actor.acts_for if actor and actor.role == "person" else ()
    context = {"open": own, "leaves": mail_leaves_here()}
    if request.method == "GET":
        return render(request, "doors/coming_back.html", context)
    secret = _secret_in(request.POST.get("link", ""))
    if secret:
        return redirect("follow_link", language, secret)
    error = sentence("back.no_link")
    context |= {"error": error, "errors": [FieldError("link", error)]}
    return render(request, "doors/coming_back.html", context, status=422)


def _secret_in(typed: str) -> str:
    """The secret of the link in what was pasted, a line broken in the middle of it or not; "" where there is none."""
    joined = "".join(typed.split())
    found = [each[1] for each in (_LINK.search(typed), _LINK.search(joined), _SECRET.fullmatch(joined)) if each]
    return next((secret for secret in found if link_of(secret)), next(iter(found), ""))
