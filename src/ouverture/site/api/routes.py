"""Every route of the API: each calls one use case and shows what comes back."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.params.functions import Path, Query

from ouverture.services.casework.acting import Wanted, carry_out, chosen_key
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import act_of, acts_of, preview_of, read_form
from ouverture.services.casework.carry_out import Changed
from ouverture.services.casework.forms import FieldError, FieldErrors
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.on_its_day import said_day
from ouverture.services.casework.ports import Task
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.story import letters_of, story_of, who_looked
from ouverture.services.casework.work import WorkAsked, WorkItem, work_of
from ouverture.site.api import shapes
from ouverture.site.api.problems import problem, refused, unreadable
from ouverture.site.api.token import Token, actor_in
from ouverture.site.doors.rate import AskedTooMuch
from ouverture.site.page.clock import now, today
from ouverture.site.page.house import house

api = NinjaAPI(title="Ouverture", version="1", docs_url=None, auth=Token(), urls_namespace="api")

A_PAGE = 100
Stream = Annotated[str, Path(max_length=80, pattern=r"^[A-Za-z0-9_-]+$")]
Kind = Annotated[str, Path(max_length=60, pattern=r"^[a-z_]+$")]
Word = Annotated[str, Query(max_length=60)]
Rest = Annotated[str, Query(max_length=300)]
Place = Annotated[int, Query(ge=0)]
Answer = Any


@api.exception_handler(ValidationError)
def _not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """What was sent has not the shape the schema asks for."""
    errors = [{"field": ".".join(map(str, one["loc"])), "en": one["msg"]} for one in error.errors]
    return problem(
        422, "unreadable_request", "The request has not the shape that /api/openapi.json describes.", errors=errors
    )


@api.exception_handler(AskedTooMuch)
def _asked_too_much(request: HttpRequest, error: AskedTooMuch) -> HttpResponse:
    """More in one hour than the data of the doors allows a program."""
    says = "This token asked for more in one hour than is allowed. Nothing was done; go on when the hour is over."
    return problem(429, "asked_too_much", says)


def _look(request: HttpRequest, stream: str, purpose: str) -> Look:
    return Look(stream, purpose, today(), now())


def _seen(request: HttpRequest, stream: str, purpose: str) -> tuple[Actor, FileView | Refusal]:
    actor = actor_in(request)
    return actor, look_at(house(), actor, _look(request, stream, purpose))


@api.get("/me", response=shapes.Me)
def me(request: HttpRequest) -> Answer:
    """Who the token stands for."""
    actor = actor_in(request)
    return {"identity": actor.id, "role": actor.role, "office": actor.office, "files": list(actor.acts_for)}


@api.get("/queue", response=list[shapes.Item])
def work(
    request: HttpRequest,
    holder: Word = "caisse",
    stage: Word = "",
    whose: Word = "",
    after: Rest = "",
) -> Answer:
    """A page of the queue, the first due first; ``after`` is "day~stream~act~about" of the last row before."""
    found = work_of(house(), actor_in(request), WorkAsked(holder, stage, whose), today(), _after(after), A_PAGE)
    return refused(found) if isinstance(found, Refusal) else [_item(one) for one in found]


def _after(written: str) -> Task | None:
    try:
        day, stream, act, about = written.split("~")
        return Task(date.fromisoformat(day), stream, act, about, "", "", "", False, "")
    except ValueError:
        return None


def _item(item: WorkItem) -> dict[str, Any]:
    task = item.task
    return {
        "due": task.due, "stream": task.stream, "act": task.act, "about": task.about, "holder": task.holder,
        "says": shapes.text(item.says), "late": item.late, "assigned_to": task.assigned_to,
    }  # fmt: skip


@api.get("/files/{stream}", response=shapes.FileShown)
def file(request: HttpRequest, stream: Stream, purpose: Word = "casework") -> Answer:
    """A file as it stands today. The look is written down, with its purpose."""
    _, view = _seen(request, stream, purpose)
    return refused(view) if isinstance(view, Refusal) else view


@api.get("/files/{stream}/story", response=list[shapes.Passage])
def story(request: HttpRequest, stream: Stream, before: Place = 0) -> Answer:
    """What happened, newest first."""
    found = story_of(house(), actor_in(request), _look(request, stream, "casework"), before, A_PAGE)
    return refused(found) if isinstance(found, Refusal) else list(found)


@api.get("/files/{stream}/letters", response=list[shapes.Letter])
def letters(request: HttpRequest, stream: Stream) -> Answer:
    """Every message, word for word."""
    found = letters_of(house(), actor_in(request), _look(request, stream, "casework"))
    return refused(found) if isinstance(found, Refusal) else list(found)


@api.get("/files/{stream}/readings", response=list[shapes.Looked])
def readings(request: HttpRequest, stream: Stream) -> Answer:
    """Who looked at the file."""
    found = who_looked(house(), actor_in(request), _look(request, stream, "casework"))
    return refused(found) if isinstance(found, Refusal) else list(found)


@api.get("/files/{stream}/acts", response=list[shapes.Act])
def acts(request: HttpRequest, stream: Stream) -> Answer:
    """Every act open to the token in this file, and why each of the others is not, now."""
    actor, view = _seen(request, stream, "casework")
    if isinstance(view, Refusal):
        return refused(view)
    return [
        {
            "kind": one.kind, "label": shapes.text(one.label), "possible": one.possible,
            "settles": [each.act for each in one.settles], "refusal": one.refusal and shapes.text(one.refusal.says),
        }
        for one in acts_of(actor, view)
    ]  # fmt: skip


@api.get("/files/{stream}/acts/{kind}", response=shapes.Form)
def form(request: HttpRequest, stream: Stream, kind: Kind) -> Answer:
    """The questions of one act, with what the file answers beforehand."""
    actor, view = _seen(request, stream, "casework")
    offer = view if isinstance(view, Refusal) else act_of(actor, view, kind)
    if isinstance(offer, Refusal):
        return refused(offer)
    fields = [
        {**one._asdict(), "choices": [each.value for each in one.choices], "value": list(one.value)}
        for one in offer.form.fields
    ]
    return {"kind": kind, "label": offer.label, "fields": fields}


@api.post("/files/{stream}/acts/{kind}", response={200: shapes.Done | shapes.Would})
def do(request: HttpRequest, order: shapes.Order, stream: Stream, kind: Kind) -> Answer:
    """Do an act, or with ``preview`` say what it would do and write nothing."""
    actor, view = _seen(request, stream, "casework")
    offer = view if isinstance(view, Refusal) else act_of(actor, view, kind)
    if isinstance(view, Refusal) or isinstance(offer, Refusal):
        return refused(offer)  # type: ignore[arg-type]
    command = read_form(view, kind, order.answers)
    if isinstance(command, FieldErrors):
        return unreadable(command)
    day = said_day(actor, view, kind, order.happened_on, None)
    if isinstance(day, FieldError):
        return unreadable(FieldErrors((day,)))
    if order.preview:
        would = preview_of(actor, view, command, order.seen_by, day)
        if isinstance(would, Refusal):
            return refused(would)
        return {"events": list(would.events), "messages": [one.words for one in would.messages]}
    key = chosen_key(f"api/{actor.id}", order.key)
    wanted = Wanted(stream, command, view.day, key, now(), order.seen, order.seen_by, day)
    done = carry_out(house(), actor, wanted)
    if isinstance(done, Refusal):
        return refused(done)
    if isinstance(done, Changed):
        return problem(409, "changed", "The file has moved on since the version seen.", version=done.version)
    return {"stream": done.stream, "version": done.version, "repeated": done.repeated}
