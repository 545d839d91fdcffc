"""The questions of an act as its page draws them: what is typed in each, what is wrong, the likely answers first."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import HttpRequest, QueryDict

from ouverture.services.answer.interview import known_values
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.forms import FormField
from ouverture.services.casework.look import FileView
from ouverture.services.casework.offers import Offer
from ouverture.services.casework.own_form import Grouped, OwnForm, OwnQuestion, in_hand, own_form
from ouverture.services.papers.pages import pages_of
from ouverture.site.page.house import house
from ouverture.site.session import given_in, ticked_in
from ouverture.text import Text


class Typed(NamedTuple):
    """What was typed, by field, and what is wrong with it."""

    answers: dict[str, list[str]]
    errors: dict[str, Text]


class Shown(NamedTuple):
    """One question: its values and error, and its answers in two groups, None where they stand together."""

    field: FormField
    values: list[str]
    error: Text | None
    grouped: Grouped | None
    unfold: bool


def fields_of(request: HttpRequest, actor: Actor, view: FileView, offer: Offer, typed: Typed) -> dict[str, Any]:
    """The questions of an act; whoever the file is about finds papers in hand ticked, and their answers in words."""
    form = own_form(actor, view, offer.form, known_values(given_in(request)))
    ready = [] if typed.answers else _in_hand(request, actor, view, form)
    often, rarely = ([_shown(one, request.GET, typed, ready) for one in some] for some in (form.questions, form.rarely))
    unfold = any(one.values or one.error for one in rarely)
    return {"fields": often, "rarely": rarely, "unfold_rarely": unfold, "told": form.told, "reason": form.reason}


def _in_hand(request: HttpRequest, actor: Actor, view: FileView, form: OwnForm) -> list[str]:
    """The papers ticked in this visit, and those with pages that wait."""
    drafts = [name for name, pages in pages_of(house(), actor, view).items() if pages.drafts]
    return in_hand(form, (*ticked_in(request), *drafts))


def _shown(question: OwnQuestion, asked: QueryDict, typed: Typed, ready: list[str]) -> Shown:
    field, grouped = question
    values = typed.answers.get(field.name) or _first(field, asked)
    if grouped and field.many:
        values = list(dict.fromkeys((*values, *ready)))
    unfold = grouped is not None and any(one.value in values for one in grouped.others)
    return Shown(field, values, typed.errors.get(field.name), grouped, unfold)


def _first(field: FormField, asked: QueryDict) -> list[str]:
    """What a question starts with: what the way to this form was about, when it is among the choices."""
    wanted = (asked.get(field.name, ""), asked.get("about", ""))
    chosen = next((one.value for one in field.choices if one.value in wanted), None)
    return [chosen] if chosen else list(field.value)
