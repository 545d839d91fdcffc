"""My file: the next act first, alone; what else runs; where everything stands; what came; what is held."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_GET

from ouverture.services.casework.access import open_to
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import acts_of, ways_of_knowing
from ouverture.services.casework.came import Logged, ways_it_came
from ouverture.services.casework.look import FileView, OwedAct
from ouverture.services.casework.offers import Offer
from ouverture.services.casework.running import running
from ouverture.services.casework.situation import kept_answers
from ouverture.services.casework.waits import waits_of
from ouverture.site.page.file_acts import HOLDERS, address, next_act, settler, settles, settling_button
from ouverture.site.page.house import house
from ouverture.site.page.looking import notice_of
from ouverture.site.page.parts import Button, DateLeaf, Link, NextAct
from ouverture.site.page.sentences import sentence
from ouverture.site.person.answering import as_title, both, for_a_file, page
from ouverture.site.person.doors_held import doors_held
from ouverture.site.person.tracks import timeline
from ouverture.site.person.waits import shown_waits
from ouverture.site.session import has_answers
from ouverture.text import Language

WAY_ICONS = {
    "letter": "mail", "call": "phone", "message": "message-square-quote", "screen": "globe", "card": "credit-card",
}  # fmt: skip
MOST_PILLS = 7
"""Acts in sight for what came; the others are behind a fold."""


WITH_A_PHOTO = {"order_card", "give_new_photo"}
"""What is owed that a photo goes with."""


@require_GET
@for_a_file
def home(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """The home of a file."""
    acts = acts_of(actor, view)
    tracks, waits = running(view), waits_of(house(), view)
    context = {
        "view": view,
        "own": open_to(actor, "export"),
        "notice": notice_of(request),
        "about_photo": view.headline is not None and view.headline.act in WITH_A_PHOTO,
        "act": first_card(actor, view, acts, language),
        **_beside(view, acts, language),
        "timeline": timeline(tracks, view.day, waits),
        "waits": shown_waits(waits),
        "arrived": _arrived(view),
        **_came(request, actor, view, acts),
        "things": doors_held(actor, view, acts, language),
        "nothing_sent": not tracks,
        "has_answers": has_answers(request) or bool(kept_answers(view)),
    }
    context["days"] = (view.day - context["arrived"]).days + 1 if context["arrived"] else 0
    context["posted"] = view.file.application.posted_on if view.file.application.on_its_way else None
    return page(request, actor, "home", context)


def _arrived(view: FileView) -> date | None:
    """The day the claim arrived; None before there is one, and while nothing shows on which day it did."""
    claim = view.file.application
    known = claim.stage != "none" and (claim.posted_on is None or claim.arrival_known)
    return claim.received_on if known and claim.received_on != date.min else None


def first_card(actor: Actor, view: FileView, acts: tuple[Offer, ...], language: Language) -> NextAct | None:
    """The card that comes first. Where another holds the act, its button is what the person can do meanwhile."""
    card = next_act(view, actor, lambda owed: settling_button(view, owed, acts, language))
    if card is None or view.headline is None:
        return None
    ways = [one for one in acts if one.possible and settles(one, view.headline)]
    offer = settler(view.headline, acts)
    if card.holder == "person" and offer:
        # What a caisse outside did is written down under "Something came": it is no way for her to do what she owes.
        other = next((one for one in ways if one is not offer and not ways_of_knowing(actor, view, one.kind)), None)
        link = Link(other.label, address(view.stream, other.kind, view.headline.linked, language)) if other else None
        if view.headline.late and view.headline.basis != "article":
            # A day that no law set is not held against her: she is told what is still open, not that she is late.
            card = replace(card, leaf=DateLeaf(view.day, sentence("person.as_soon")))
        return replace(
            card, lead=sentence("person.lead"), title=offer.label, why=both(card.title, card.why), other_way=link,
            otherwise_title=sentence("person.if_you_do_not"),
        )  # fmt: skip
    lead = sentence("person.lead_late") if view.headline.late else sentence("person.lead_other")
    call = Button(sentence("person.prepare_call"), reverse("my_calls", args=[language, view.stream]), "phone")
    card = replace(card, lead=lead, title=as_title(card.title), otherwise_title=sentence("person.if_not_done"))
    if card.button is None or (card.holder == "caisse" and view.connected):
        return replace(card, button=call)
    if card.holder == "other":
        return replace(card, other_way=Link(call.says, call.href))
    return replace(card, button=call, other_way=Link(card.button.says, card.button.href))


def _beside(view: FileView, acts: tuple[Offer, ...], language: Language) -> dict[str, Any]:
    """What else runs: hers with a button each, and one line for what others do, with all of it behind a fold.

    What others owe and she may be the first to know, as a letter that came, has its way in beside it, in the fold. What
    a caisse outside did is written down under "Something came", not here.
    """
    shown = [(_shaped(owed), settling_button(view, owed, acts, language)) for owed in view.also]
    hers = [(owed, button) for owed, button in shown if button and _is_hers(owed)]
    mine = [owed for owed, _ in hers]
    others = [(owed, button if owed["shape"] != "caisse" else None) for owed, button in shown if owed not in mine]
    waits = [owed for owed, _ in others if not owed["act"].startswith("deliver_")]
    first = next(iter(waits or [owed for owed, _ in others]), None)
    return {"also_hers": hers, "also_line": first, "also": others}


def _is_hers(owed: dict[str, Any]) -> bool:
    """Whether it is an act of hers: a message that comes to her, by post or on her page, asks nothing of her."""
    return owed["shape"] == "person" and not owed["act"].startswith("deliver_")


def _shaped(owed: OwedAct) -> dict[str, Any]:
    return {**owed._asdict(), "shape": HOLDERS.get(owed.holder, "other")}


def _came(request: HttpRequest, actor: Actor, view: FileView, acts: tuple[Offer, ...]) -> dict[str, Any]:
    """What may have come, the way that was chosen, and its acts as addresses."""
    ways = ways_it_came(actor, view, acts)
    asked = request.GET.get("came", "")
    chosen = next((way for way in ways if way.name == asked), next(iter(ways), None))
    pills = [(one.says, _logging(one)) for one in chosen.acts] if chosen else []
    # What fits nothing else is always in sight.
    first = [*pills[: MOST_PILLS - 1], pills[-1]] if len(pills) > MOST_PILLS else pills
    rest = [one for one in pills if one not in first]
    return {
        "ways": [(way.name, WAY_ICONS[way.name], way is chosen) for way in ways],
        "way": chosen,
        "pills": first,
        "more_pills": rest,
    }


def _logging(one: Logged) -> dict[str, str]:
    """The act, and what is known beforehand as the end of its address: how it came, never what it says."""
    asked = "&".join(f"{name}={value}" for name, value in one.beforehand.items())
    return {"kind": one.offer.kind, "asked": f"?{asked}" if asked else ""}
