"""What arrives for one file: the list of sheets, the receipt as it will leave, then each sheet in its place."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import acts_of, preview_of
from ouverture.services.casework.carry_out import Changed
from ouverture.services.casework.intake import arrived, papers_of, questions, to_register, to_sort
from ouverture.services.casework.look import FileView
from ouverture.services.casework.refusing import Refusal
from ouverture.site.desk.answering import drawn, for_the_caisse, stage_address
from ouverture.site.page.clock import now
from ouverture.site.page.file_acts import act_button
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_notice, notice_of
from ouverture.text import Language

FIELDS = ("envelope", "pages", "channel", "tracking", "again")
LONGEST = 8000
OTHER_ACTS = ("return_page", "move_page", "forward")
"""What else can become of a sheet, or of the whole claim when this is the wrong caisse."""


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@for_the_caisse
def intake(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """The counter of one file."""
    if request.method == "GET":
        return _shown(request, actor, view, language, {})
    typed = {name: request.POST.get(name, "")[:LONGEST] for name in FIELDS}
    sorting = request.POST.get("do") == "sort"
    if sorting:
        chosen = {name[6:]: request.POST[name] for name in request.POST if name.startswith("sheet-")}
        command = to_sort(view, request.POST.get("of", "")[:LONGEST], chosen)
    else:
        command = to_register(house(), view, typed, bool(typed["again"]), language)
    if isinstance(command, Refusal):
        return _shown(request, actor, view, language, typed, command)
    if request.POST.get("do") == "look":
        would = preview_of(actor, view, command)
        if isinstance(would, Refusal):
            return _shown(request, actor, view, language, typed, would)
        return _shown(request, actor, view, language, typed, would=would)
    done = carry_out(
        house(), actor, Wanted(view.stream, command, view.day, f"intake/{uuid4().hex}", now(), view.version)
    )
    if isinstance(done, Refusal):
        return _shown(request, actor, view, language, typed, done)
    keep_notice(request, "changed" if isinstance(done, Changed) else "done")
    return redirect("intake", language, view.stream)


def _shown(
    request: HttpRequest,
    actor: Actor,
    view: FileView,
    language: Language,
    typed: dict[str, str],
    refusal: Refusal | None = None,
    **more: Any,
) -> HttpResponseBase:
    asked = questions(view)
    acts = {one.kind: one for one in acts_of(actor, view) if one.possible}
    first = {"envelope": "".join(asked["envelope"].value), "channel": "counter"}
    context: dict[str, Any] = {
        "view": view,
        "asked": asked,
        "typed": {**first, **{k: v for k, v in typed.items() if v}},
    }
    context |= {"arrived": arrived(view), "papers": papers_of(view), "refusal": refusal, "notice": notice_of(request)}
    context |= {"others": [act_button(view.stream, acts[kind], "", language) for kind in OTHER_ACTS if kind in acts]}
    context |= {"here": stage_address("reception", language), **more}
    return drawn(request, actor, "caisse/intake.html", context, 422 if refusal else 200)
