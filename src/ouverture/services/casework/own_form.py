"""The form of an act as whoever the file is about reads it: what they hold first, what they answered already in words.

The office sees every paper and every ground; a person sees their own first, and the others behind a fold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ouverture.dossier.application.decisions import Deposit
from ouverture.dossier.command_words import FieldWords, words_of
from ouverture.dossier.envelope.decisions import RegisterEnvelope
from ouverture.dossier.envelope.tracking import is_wrong, without_spaces
from ouverture.dossier.kernel import Command
from ouverture.dossier.together import as_one
from ouverture.dossier.words import in_words
from ouverture.rules.facts import Value
from ouverture.services.casework.actors import STAFF, Actor
from ouverture.services.casework.acts import form_for, read_form
from ouverture.services.casework.choices import Choice
from ouverture.services.casework.forms import FieldError, FieldErrors, Form, FormField, Typed
from ouverture.services.casework.from_answers import WITH_ANSWERS, first_answers, ground_of_answers
from ouverture.services.casework.look import FileView
from ouverture.services.casework.own_papers import OwnPaper, own_papers
from ouverture.services.casework.sending import WRONG_TRACKING
from ouverture.services.casework.situation import Situation, answers_for, situation
from ouverture.services.casework.suggestions import FIRST_ANSWERS
from ouverture.text import Language, Text

Answers = Mapping[str, Value]
MOST_IN_SIGHT = 12
"""With more answers to choose from than this, the likely ones stand apart from the others."""
TRACKING = "tracking"
"""Asked with a claim to a caisse outside: its envelope is on its way. Here the claim has arrived once it is filed."""
RARELY = ("first_received_on",)
NOT_SENT = ("to_get", "requested", "refused")


class OwnChoice(NamedTuple):
    """One answer. ``state``: where the paper stands, "" for none; ``instead_of``: the paper it may replace."""

    value: str
    label: Text
    state: str = ""
    instead_of: Text | None = None


class Grouped(NamedTuple):
    """The answers of one question: those likely for this person, and all others."""

    likely: tuple[OwnChoice, ...]
    others: tuple[Choice, ...]


class OwnQuestion(NamedTuple):
    """One question; ``grouped`` None where its answers are few enough to stand together."""

    field: FormField
    grouped: Grouped | None


class Filled(NamedTuple):
    """What was typed in the form of an act, the answers of this visit, and the day it happened if that is not today."""

    kind: str
    typed: Typed
    in_visit: Answers
    happened_on: date | None = None


class OwnForm(NamedTuple):
    """The questions left to ask; ``told``: what the answers say already, ``reason``: the ground they lead to.

    ``rarely``: questions that few have an answer to.
    """

    questions: tuple[OwnQuestion, ...]
    told: Situation | None
    reason: Text | None
    rarely: tuple[OwnQuestion, ...] = ()


def own_form(actor: Actor, view: FileView, form: Form, in_visit: Answers) -> OwnForm:
    """The form of an act as this actor reads it. ``in_visit``: answers of this visit, while the file holds none."""
    if actor.role in STAFF:
        return OwnForm(tuple(OwnQuestion(one, None) for one in form.fields), None, None)
    named = {one.name: one for one in words_of(form.kind).fields}
    asked = [one for one in form.fields if not _is_answered(form.kind, one)]
    questions = [OwnQuestion(one, _grouped(view, named[one.name], one, in_visit)) for one in asked]
    if form.kind not in WITH_ANSWERS:
        return OwnForm(tuple(questions), None, None)
    if form.kind == Deposit.kind and not view.connected:
        after = next(place for place, one in enumerate(questions, 1) if one.field.name == "channel")
        questions.insert(after, OwnQuestion(_tracking(view), None))
    reason = ground_of_answers(answers_for(view, in_visit), view.day)
    often = tuple(one for one in questions if one.field.name not in RARELY)
    rarely = tuple(one for one in questions if one.field.name in RARELY)
    return OwnForm(often, situation(view, in_visit), reason and reason.label, rarely)


def _is_answered(kind: str, field: FormField) -> bool:
    """Whether the answers of the person answer it: they are shown in words, and nobody types them as a program does."""
    return field.ask == "answers" or (kind == Deposit.kind and field.name == "ground")


def in_hand(form: OwnForm, names: Iterable[str]) -> list[str]:
    """Of these papers, those that the form counts among the person's own and that did not leave yet."""
    wanted = frozenset(names)
    likely = (each for one in form.questions if one.grouped for each in one.grouped.likely)
    return [each.value for each in likely if each.value in wanted and each.state in NOT_SENT]


def read_typed(actor: Actor, view: FileView, wanted: Filled, language: Language | None) -> Command | FieldErrors:
    """What was typed; for whoever the file is about, with what their answers say, and the envelope it leaves in."""
    if actor.role in STAFF or wanted.kind not in WITH_ANSWERS:
        return read_form(view, wanted.kind, wanted.typed, language)
    answered = first_answers(wanted.kind, answers_for(view, wanted.in_visit), view.day)
    asked = {name: answer for name, answer in wanted.typed.items() if name != TRACKING}
    read = read_form(view, wanted.kind, {**answered, **asked}, language)
    tracking = "" if view.connected or wanted.kind != Deposit.kind else _first(wanted.typed.get(TRACKING, ""))
    errors = read.errors if isinstance(read, FieldErrors) else ()
    if tracking and is_wrong(tracking):
        return FieldErrors((*errors, FieldError(TRACKING, WRONG_TRACKING.says)))
    return (
        read
        if not tracking or isinstance(read, FieldErrors)
        else as_one((read, _envelope(view, read, tracking, wanted.happened_on or view.day)))
    )


def _first(typed: object) -> str:
    value = next(iter(typed), "") if isinstance(typed, list | tuple) else typed
    return without_spaces(str(value or ""))


def _envelope(view: FileView, claim: Command, tracking: str, day: date) -> RegisterEnvelope:
    """The envelope in which the claim leaves, each paper a sheet of it."""
    assert isinstance(claim, Deposit)
    pages = tuple(dict.fromkeys(in_words(piece).fr for piece in claim.pieces))
    name = FIRST_ANSWERS["new_envelope"](view.file, day)
    return RegisterEnvelope(name, pages, claim.channel, tracking)  # type: ignore[arg-type]


def _tracking(view: FileView) -> FormField:
    return next(one for one in form_for(view, RegisterEnvelope.kind).fields if one.name == TRACKING)


def _grouped(view: FileView, words: FieldWords, field: FormField, in_visit: Answers) -> Grouped | None:
    if len(field.choices) <= MOST_IN_SIGHT or words.choose not in _LIKELY:
        return None
    known = {one.value for one in field.choices}
    likely: dict[str, OwnChoice] = {}
    for each in _LIKELY[words.choose](view, in_visit):
        # One paper may do for two of the list: it is one answer all the same.
        if each.value in known:
            likely.setdefault(each.value, each)
    others = [one for one in field.choices if one.value not in likely]
    return Grouped(tuple(likely.values()), tuple(_each_once(others, (one.label for one in likely.values()))))


def _each_once(choices: Iterable[Choice], before: Iterable[Text]) -> Iterator[Choice]:
    """What stands under the same words once: nobody can choose between two answers that read alike."""
    said = set(before)
    for one in choices:
        if one.label not in said:
            said.add(one.label)
            yield one


def _own_papers(view: FileView, in_visit: Answers) -> Iterator[OwnChoice]:
    for paper in own_papers(view, in_visit).papers:
        yield OwnChoice(paper.name, paper.label, paper.state)
        yield from _instead(paper)


def _instead(paper: OwnPaper) -> Iterator[OwnChoice]:
    for other in paper.others:
        yield OwnChoice(other.paper.name, other.paper.label, "to_get", paper.label)


def _own_grounds(view: FileView, in_visit: Answers) -> Iterator[OwnChoice]:
    found = ground_of_answers(answers_for(view, in_visit), view.day)
    if found:
        yield OwnChoice(found.value, found.label)


_LIKELY: Mapping[str, Callable[[FileView, Answers], Iterator[OwnChoice]]] = {
    "any_papers": _own_papers,
    "papers_allowed": _own_papers,
    "papers_to_give": _own_papers,
    "papers_here": _own_papers,
    "grounds": _own_grounds,
}
"""Lists that are longer than a person can read, and what of them is likely for this one."""
