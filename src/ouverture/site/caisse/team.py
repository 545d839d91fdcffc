"""The team's work: what waits, what falls due, who holds it, what if; shared out, handed over, carried away as rows."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.team import Shared, hand_over, picture_of, rows_of, share_out, what_if
from ouverture.site.caisse.team_shown import context_of
from ouverture.site.desk.answering import drawn, refused
from ouverture.site.page.actor import colleagues_of, for_an_actor, name_of_identity
from ouverture.site.page.clock import now, today
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_notice, keep_refusal, notice_of
from ouverture.text import Language

COLUMNS = ("file", "act", "stage", "due", "days_left", "holder", "basis", "taken_by")
DAYS_AHEAD = 20
"""Four weeks: as far as days like the last ten say anything."""
MOST_AGENTS = 200


@require_GET
@for_an_actor
def team(request: HttpRequest, actor: Actor, language: Language) -> HttpResponseBase:
    """The picture of the office."""
    picture = picture_of(house(), actor, today())
    if isinstance(picture, Refusal):
        return refused(request, actor, picture)
    colleagues = colleagues_of(request, actor.office)
    labels = {one.agent: name_of_identity(request, one.agent) for one in picture.loads if one.agent}
    context: dict[str, Any] = context_of(picture, labels, colleagues, language)
    agents, then = max(1, len(colleagues)), _count(request, "agents")
    context |= {"agents": agents, "then": then if then is not None else agents, "days_ahead": DAYS_AHEAD}
    ahead = what_if(picture, agents, context["then"], DAYS_AHEAD)
    context |= {"ahead": ahead and {name: round(value) for name, value in ahead._asdict().items()}}
    context |= {"notice": notice_of(request), "today": today()}
    return drawn(request, actor, "caisse/team.html", context)


def _count(request: HttpRequest, name: str) -> int | None:
    typed = request.GET.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and 0 < int(typed) <= MOST_AGENTS else None


@require_POST
@for_an_actor
def share(request: HttpRequest, actor: Actor, language: Language) -> HttpResponse:
    """Share out a stage, hand over what an absent agent holds, or take the next ones for oneself."""
    known = [identity for identity, _ in colleagues_of(request, actor.office)]
    of, to = request.POST.get("of", "")[:80], request.POST.get("to", "")[:80]
    count = request.POST.get("count", "")
    if of:
        others = [one for one in known if one != of] if to == "all" else [to] if to in known else []
        done = hand_over(house(), actor, of, others, now())
    else:
        whom = to if to in known else actor.id
        wanted = int(count) if count.isascii() and count.isdigit() else 0
        done = share_out(house(), actor, request.POST.get("stage", "")[:40], whom, wanted, now())
    if isinstance(done, Shared):
        keep_notice(request, "shared" if done.acts else "nothing_shared")
    else:
        keep_refusal(request, done.says)
    return redirect("team" if request.POST.get("back") == "team" else "work", language)


@require_GET
@for_an_actor
def rows(request: HttpRequest, actor: Actor, language: Language) -> HttpResponseBase:
    """Every act of the office as a CSV file; a file is named by its opaque identity, nobody by their name."""
    found = rows_of(house(), actor, today(), now())
    if isinstance(found, Refusal):
        return refused(request, actor, found)
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for *rest, taken in found:
        writer.writerow([*rest, name_of_identity(request, taken) if taken else ""])
    answer = HttpResponse(written.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="queue-{today().isoformat()}.csv"'
    return answer
