"""One file: what is owed, what is held, what can be done; its story, its letters, who looked."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from ouverture.services.casework.access import acts_as_caisse, open_to
from ouverture.services.casework.actors import STAFF, Actor
from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.look import FileView, OwedAct
from ouverture.services.casework.offers import Offer
from ouverture.services.casework.outgoing.from_the_caisse import message_paper
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.signed.issuing import issued, offered
from ouverture.services.casework.story import LookedAt, letters_of, story_of, who_looked
from ouverture.site.desk.answering import for_a_file, page, refused
from ouverture.site.desk.shown import way_to
from ouverture.site.page.actor import for_an_actor, name_of_identity
from ouverture.site.page.file_acts import HOLDERS, holder_name, next_act, settling_button
from ouverture.site.page.house import house
from ouverture.site.page.looking import look_for, notice_of
from ouverture.site.page.papers_sent import papers_as_pdf
from ouverture.site.page.parts import Button
from ouverture.site.page.sentences import say
from ouverture.text import Language

A_PAGE = 60


@require_GET
@for_a_file
def file(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """The file on one page: the act that comes first, the others, what is held, and every act open to this desk."""
    return page(request, actor, "file", {**body(actor, view, language), "notice": notice_of(request)})


def body(actor: Actor, view: FileView, language: Language) -> dict[str, Any]:
    """What the body of a file's page shows this actor."""
    acts = acts_of(actor, view)

    def way(owed: OwedAct) -> Button | None:
        return _button(actor, view, owed, acts, language)

    return {
        "view": view,
        "next": next_act(view, actor, way),
        "also": [(_shaped(owed, actor), way(owed)) for owed in view.also],
        "first": [one for one in acts if one.settles and one.possible],
        "others": [one for one in acts if not one.settles and one.possible],
        "not_now": [one for one in acts if not one.possible],
        "can_see_looks": open_to(actor, "readings"),
        "leaves": actor.role not in STAFF,
        "signed": offered(actor, view),
    }


def _shaped(owed: OwedAct, actor: Actor) -> dict[str, Any]:
    return {**owed._asdict(), "holder_says": holder_name(owed, actor), "shape": HOLDERS.get(owed.holder, "other")}


def _button(actor: Actor, view: FileView, owed: OwedAct, acts: tuple[Offer, ...], language: Language) -> Button | None:
    """The way to the act: for a caisse, to the page where it is weighed, not to one of its outcomes."""
    button = settling_button(view, owed, acts, language)
    if button is None or acts_as_caisse(actor):
        return button
    return way_to(owed.act, view.stream, language) or button


@require_GET
@for_an_actor
def story(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """What happened, newest first."""
    before = request.GET.get("before", "")
    found = story_of(house(), actor, look_for(actor, stream), int(before) if before.isdecimal() else 0, A_PAGE)
    if isinstance(found, Refusal):
        return refused(request, actor, found)
    context = {"stream": stream, "passages": found, "more": len(found) == A_PAGE}
    return page(request, actor, "story", {**context, "last": found[-1].version if found else 0})


@require_GET
@for_an_actor
def letters(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """Every message, word for word as it was told."""
    found = letters_of(house(), actor, look_for(actor, stream))
    if isinstance(found, Refusal):
        return refused(request, actor, found)
    return page(request, actor, "letters", {"stream": stream, "letters": found})


@require_GET
@for_a_file
def letter_pdf(
    request: HttpRequest, actor: Actor, language: Language, view: FileView, message: int
) -> HttpResponseBase:
    """One message as a PDF, in French with a reading copy in English."""
    found = message_paper(house(), actor, look_for(actor, view.stream), view, message)
    if isinstance(found, Refusal):
        return refused(request, actor, found)
    return papers_as_pdf((found,), found.title, say("file.letter_file", language))


@require_GET
@for_a_file
def signed_paper(request: HttpRequest, actor: Actor, language: Language, view: FileView, kind: str) -> HttpResponseBase:
    """A paper of the caisse that anybody can check, as a PDF."""
    found = issued(house(), actor, look_for(actor, view.stream), view, kind)
    if isinstance(found, Refusal):
        return refused(request, actor, found)
    return papers_as_pdf((found,), found.title, say("file.signed_file", language))


@require_GET
@for_an_actor
def looked(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """Who looked at the file, when, for what."""
    found = who_looked(house(), actor, look_for(actor, stream))
    if isinstance(found, Refusal):
        return refused(request, actor, found)
    looks = [_look(request, actor, one) for one in found]
    return page(request, actor, "looked", {"stream": stream, "looks": looks})


def _look(request: HttpRequest, actor: Actor, one: LookedAt) -> dict[str, Any]:
    mine = one.actor == actor.id
    return {**one._asdict(), "mine": mine, "label": "" if mine else name_of_identity(request, one.actor)}
