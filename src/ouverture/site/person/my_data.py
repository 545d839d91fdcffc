"""My data: all that the file holds, to read, to take away, or to erase with the proof of it."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ouverture.adapters.carried_file import SHORTEST, sealed
from ouverture.services.casework import erase as erasing
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.export import export_of
from ouverture.services.casework.look import FileView
from ouverture.services.casework.refusing import Refusal
from ouverture.services.papers.carried_pages import carried_whole, going
from ouverture.services.papers.taking_away import all_pages, has_pages
from ouverture.site.page.actor import for_an_actor
from ouverture.site.page.clock import now
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_notice, look_for, notice_of
from ouverture.site.person.answering import for_a_file, page, refused
from ouverture.text import Language, Text

PROOF = "person_erased"


@require_GET
@for_an_actor
def my_data(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """Everything the file holds, on one page."""
    copy = export_of(house(), actor, look_for(actor, stream))
    if isinstance(copy, Refusal):
        return refused(request, actor, copy)
    notice = notice_of(request)
    events = [{"day": date.fromisoformat(one["day"]), "says": Text(**one["says"])} for one in copy["events"]]
    held = [(name, [_row(row) for row in rows]) for name, rows in copy["held"].items()]
    context = {"stream": stream, "copy": copy, "events": events, "held": held, "notice": notice}
    pages = {"has_pages": has_pages(house(), stream), "along": going(house(), stream)}
    return page(request, actor, "my_data", {**context, **pages})


def _row(row: dict[str, Any]) -> dict[str, Any]:
    since = date.fromisoformat(row["since"]) if row["since"] else None
    return {"what": Text(**row["what"]), "state": Text(**row["state"]), "since": since}


@require_GET
@for_an_actor
def my_copy(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """The same as a file to keep: JSON, which any program reads."""
    copy = export_of(house(), actor, look_for(actor, stream))
    if isinstance(copy, Refusal):
        return refused(request, actor, copy)
    response = JsonResponse(copy, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = 'attachment; filename="ouverture-file.json"'
    return response


@require_GET
@for_an_actor
def my_pages(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """Every page, as one file to keep."""
    found = all_pages(house(), actor, look_for(actor, stream))
    if isinstance(found, Refusal):
        return refused(request, actor, found)
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as kept:  # pictures are pressed already
        for name, content in found:
            kept.writestr(name, content)
    response = HttpResponse(made.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="ouverture-pages.zip"'
    return response


@sensitive_post_parameters("passphrase")
@require_POST
@for_a_file
def carry(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """The whole file under a passphrase, to be reopened on any installation."""
    passphrase = request.POST.get("passphrase", "").strip()[:200]
    if len(passphrase) < SHORTEST:
        keep_notice(request, "carry_short")
        return redirect("my_data", language, view.stream)
    copy = carried_whole(house(), actor, look_for(actor, view.stream))
    if isinstance(copy, Refusal):
        return refused(request, actor, copy)
    response = HttpResponse(sealed(copy.written, passphrase), content_type="application/octet-stream")
    response["Content-Disposition"] = 'attachment; filename="file.ouverture"'
    return response


@require_http_methods(["GET", "POST"])
@for_an_actor
def erase(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """What erasing does; then it is done, and shown to be done."""
    if request.method == "GET":
        copy = export_of(house(), actor, look_for(actor, stream))
        if isinstance(copy, Refusal):
            return refused(request, actor, copy)
        return page(request, actor, "erase", {"stream": stream, "held": copy["caisse_works_on_this_system"]})
    done = erasing.erase(house(), actor, stream, now())
    if isinstance(done, Refusal):
        return refused(request, actor, done)
    request.session[PROOF] = {**done._asdict(), "at": done.at.isoformat(), "says": [done.says.fr, done.says.en]}
    return redirect("erased", language)


@require_GET
def erased(request: HttpRequest, language: Language) -> HttpResponse:
    """The proof, for as long as this visit lasts."""
    proof = request.session.get(PROOF)
    if not proof:
        return redirect("start", language)
    return render(request, "person/erased.html", {"proof": proof, "says": Text(*proof["says"])})
