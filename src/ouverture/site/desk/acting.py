"""An act, in three steps that the Back button cannot break: its form, what would happen, done.

What was typed waits on the server between the steps; the key made with the form makes a double click harmless.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods

from ouverture.services.answer.interview import known_values
from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.actors import STAFF, Actor
from ouverture.services.casework.acts import act_of, owed_then, preview_of, ways_of_knowing
from ouverture.services.casework.at_odds import at_odds
from ouverture.services.casework.carry_out import Changed
from ouverture.services.casework.forms import FieldError, FieldErrors
from ouverture.services.casework.look import FileView
from ouverture.services.casework.offers import Offer
from ouverture.services.casework.on_its_day import WHEN, asks_when, day_of
from ouverture.services.casework.own_form import Filled, read_typed
from ouverture.services.casework.preview import Preview
from ouverture.services.casework.refusing import Refusal
from ouverture.services.papers.giving import pages_along, with_pages
from ouverture.site.desk.answering import for_a_file, page, refused
from ouverture.site.desk.fields import Typed, fields_of
from ouverture.site.desk.meanwhile import since
from ouverture.site.page.clock import now
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_notice, keep_refusal, notice_of
from ouverture.site.session import given_in
from ouverture.text import LANGUAGES, Language

DRAFTS = "desk_drafts"
"""What was typed and not done yet, by file and act: each tab has its own."""
SENT = "desk_sent"
"""The acts done last in this visit, by file and act, so that Back can be told from a form that was never filled."""
MOST_DRAFTS = 8
LONGEST_DAY = 60
CHANGE = "change"
"""The button that leaves the form for an answer given before; its value names the answer, or a page of them."""
IN_THE_OTHER_LANGUAGE = "language"
OURS = ("csrfmiddlewaretoken", "seen_by", "draft", CHANGE, WHEN)
"""Fields of the page that are no questions of the act."""
ITS_DAY = {"note_arrival": "arrived_on"}
"""Acts one of whose own questions is their day."""
WHEN_HINTS = {"deposit": "when_sent", "register_envelope": "when_sent", "resend_envelope": "when_sent"}
"""What the day of an act is, where it is not only the day on which it was done."""
PAGES_OF_ANSWERS = ("my_situation", "questions")


@require_http_methods(["GET", "POST"])
@for_a_file
def act(request: HttpRequest, actor: Actor, language: Language, view: FileView, kind: str) -> HttpResponseBase:
    """The questions of one act; what was typed is read, and nothing of it is lost when something is wrong."""
    offer = act_of(actor, view, kind)
    if isinstance(offer, Refusal):
        return refused(request, actor, offer)
    if request.method == "GET":
        return _form(request, actor, view, offer, _draft(request, view.stream, kind).get("typed", {}))
    typed = {name: request.POST.getlist(name) for name in request.POST if name not in OURS}
    when = _when(request.POST.get(ITS_DAY.get(kind, WHEN), ""), actor, view, kind, language)
    read = read_typed(actor, view, _filled(request, kind, typed, when), language)
    leaves = request.POST.get(CHANGE)
    if leaves is None and (wrong := _wrong(read, when)):
        return _form(request, actor, view, offer, typed, wrong)
    _keep_draft(request, {
        "act": [view.stream, kind], "typed": typed, "key": f"desk/{uuid4().hex}", "seen": view.version,
        "seen_by": request.POST.get("seen_by", "")[:10], "before": _before(request, view.stream, kind, typed),
        WHEN: request.POST.get(ITS_DAY.get(kind, WHEN), "")[:LONGEST_DAY],
    })  # fmt: skip
    if leaves is not None:
        return _to_an_answer(view, language, kind, leaves)
    return redirect("check_act", language, view.stream, kind)


def _when(typed: str, actor: Actor, view: FileView, kind: str, language: Language) -> date | FieldError:
    """The day of the act: as typed where the form asks for it, today everywhere else.

    What came since can still be written down before the days that passed are looked at: none is looked at here.
    """
    if asks_when(actor, view, kind):
        return day_of(typed, view.day, language)
    found = day_of(typed, view.day, language) if kind in ITS_DAY and not view.connected else view.day
    return view.day if isinstance(found, FieldError) else found  # the question itself says what is wrong with it


def _wrong(read: object, when: date | FieldError) -> FieldErrors | None:
    """Every answer that cannot be taken, that on the day among them; None when all can."""
    errors = list(read.errors) if isinstance(read, FieldErrors) else []
    errors += [when] if isinstance(when, FieldError) else []
    return FieldErrors(tuple(errors)) if errors else None


def _filled(request: HttpRequest, kind: str, typed: dict[str, list[str]], when: date | FieldError) -> Filled:
    return Filled(kind, typed, known_values(given_in(request)), None if isinstance(when, FieldError) else when)


def _to_an_answer(view: FileView, language: Language, kind: str, name: str) -> HttpResponseBase:
    """To the page where an answer is changed, or to this form in the other language; what was typed waits meanwhile."""
    if name == IN_THE_OTHER_LANGUAGE:
        return redirect("act", next(one for one in LANGUAGES if one != language), view.stream, kind)
    if name in PAGES_OF_ANSWERS:
        return redirect(name, *((language,) if name == "questions" else (language, view.stream)))
    return redirect(reverse("change_answer", args=[language, view.stream, slugify(name) or "-"]) + f"?then={kind}")


@require_http_methods(["GET", "POST"])
@for_a_file
def check(request: HttpRequest, actor: Actor, language: Language, view: FileView, kind: str) -> HttpResponseBase:
    """What would happen, in words; then it is done, or said to have changed meanwhile."""
    draft = _draft(request, view.stream, kind)
    if not draft:
        return _without_draft(request, language, view.stream, kind)
    when = _when(draft.get(WHEN, ""), actor, view, kind, language)
    command = read_typed(actor, view, _filled(request, kind, draft["typed"], when), language)
    offer = act_of(actor, view, kind)
    if isinstance(command, FieldErrors) or isinstance(offer, Refusal) or isinstance(when, FieldError):
        return redirect("act", language, view.stream, kind)
    command = with_pages(house(), actor, view, command)
    if request.method == "GET":
        would = preview_of(actor, view, command, draft["seen_by"], when)
        context = {"view": view, "offer": offer, "would": would, "moved": draft["seen"] != view.version}
        context |= {"refusal": would} if isinstance(would, Refusal) else {"then": owed_then(would, view.day)}
        context |= {"pages_along": pages_along(command), "when": when if when < view.day else None}
        context |= {"since": since(request, actor, view, draft.get("first", draft["seen"]))}
        context |= {
            "notice": _notice(request, would),
            "draft": draft["key"],
            "written": draft.get("set_aside", ()),
            "at_odds": at_odds(house(), view, command),
        }
        return page(request, actor, "check", context, 409 if isinstance(would, Refusal) else 200)
    if request.POST.get("draft", draft["key"]) != draft["key"]:
        _set_aside(request, draft)
        keep_notice(request, "another_tab")
        return redirect("check_act", language, view.stream, kind)
    wanted = Wanted(view.stream, command, view.day, draft["key"], now(), draft["seen"], draft["seen_by"], when)
    return _done(request, carry_out(house(), actor, wanted), language, view, draft)


def _notice(request: HttpRequest, would: Preview | Refusal) -> dict[str, Any] | None:
    """What was kept to be said here; not what the preview itself refuses, which would stand twice."""
    kept = notice_of(request)
    return None if kept and isinstance(would, Refusal) and kept.get("fr") == would.says.fr else kept


def _done(
    request: HttpRequest, done: object, language: Language, view: FileView, draft: dict[str, Any]
) -> HttpResponseBase:
    stream, kind = draft["act"]
    if isinstance(done, Changed):
        _keep_draft(
            request,
            {**draft, "first": draft.get("first", draft["seen"]), "seen": done.version, "key": f"desk/{uuid4().hex}"},
        )
        keep_notice(request, "changed")
        return redirect("check_act", language, stream, kind)
    if isinstance(done, Refusal):
        # What only the record sees, as a number that somebody has, is in no preview: it is said on the next page.
        keep_refusal(request, done.says)
        return redirect("check_act", language, stream, kind)
    drafts = request.session.get(DRAFTS, {})
    request.session[DRAFTS] = {name: kept for name, kept in drafts.items() if name != _named(stream, kind)}
    request.session[SENT] = [*request.session.get(SENT, [])[-MOST_DRAFTS:], _named(stream, kind)]
    keep_notice(request, "done", since=view.version)
    return redirect("file", language, stream)


def _named(stream: str, kind: str) -> str:
    return f"{stream} {kind}"


def _draft(request: HttpRequest, stream: str, kind: str) -> dict[str, Any]:
    """What was typed for this act, if it still waits."""
    kept: dict[str, Any] = request.session.get(DRAFTS, {}).get(_named(stream, kind), {})
    return kept


def _keep_draft(request: HttpRequest, draft: dict[str, Any]) -> None:
    """Remember what was typed, beside that of other tabs; the oldest goes when there are too many."""
    name = _named(*draft["act"])
    others = [(each, kept) for each, kept in request.session.get(DRAFTS, {}).items() if each != name]
    request.session[DRAFTS] = {**dict(others[1 - MOST_DRAFTS :]), name: draft}


def _before(request: HttpRequest, stream: str, kind: str, typed: dict[str, list[str]]) -> dict[str, Any]:
    """What another tab typed for the same act and has not done: its key and its answers; empty if it is the same."""
    earlier = _draft(request, stream, kind)
    if not earlier or earlier["typed"] == typed:
        return {}
    return {"key": earlier["key"], "written": [one for many in earlier["typed"].values() for one in many if one]}


def _set_aside(request: HttpRequest, draft: dict[str, Any]) -> None:
    """What was typed in the tab that asked stays to be copied: the later tab wrote over it."""
    before = draft.get("before", {})
    if before.get("key") == request.POST.get("draft"):
        _keep_draft(request, {**draft, "set_aside": before["written"]})


def _without_draft(request: HttpRequest, language: Language, stream: str, kind: str) -> HttpResponseBase:
    """Nothing waits: it was done already, or the form was never filled in this visit."""
    if _named(stream, kind) in request.session.get(SENT, []):
        keep_notice(request, "sent_already")
        return redirect("file", language, stream)
    return redirect("act", language, stream, kind)


def _form(
    request: HttpRequest,
    actor: Actor,
    view: FileView,
    offer: Offer,
    typed: dict[str, list[str]],
    wrong: FieldErrors | None = None,
) -> HttpResponseBase:
    errors = {one.field: one.says for one in wrong.errors} if wrong else {}
    ways, before = ways_of_knowing(actor, view, offer.kind), _draft(request, view.stream, offer.kind)
    context: dict[str, Any] = {
        "view": view,
        "offer": offer,
        "errors": wrong.errors if wrong else (),
        "ways": ways,
        "asks_when": asks_when(actor, view, offer.kind),
        "when": request.POST.get(WHEN) or before.get(WHEN, ""),
        "form_here": "" if actor.role in STAFF else "the-act",
        "when_error": errors.get(WHEN),
        "when_hint": WHEN_HINTS.get(offer.kind, "when_seen" if ways else "when_own"),
    }
    context |= {
        "seen_by": _known_by(request, ways, before.get("seen_by", "")),
        **fields_of(request, actor, view, offer, Typed(typed, errors)),
    }
    return page(request, actor, "act", context, 422 if wrong else 200)


def _known_by(request: HttpRequest, ways: tuple[str, ...], before: str) -> str:
    """How it is known: as chosen, as the way to this form says, or as before, when it is one of those possible."""
    asked = request.POST.get("seen_by") or request.GET.get("seen_by") or before
    return asked if asked in ways else next(iter(ways), "")
