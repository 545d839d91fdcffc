"""A file as the parts of a page: the act that comes first, the others, what can be done. No rule is known here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.look import FileView, OwedAct
from ouverture.services.casework.offers import Offer
from ouverture.services.casework.work import StageOfWork, WorkAsked, WorkItem
from ouverture.site.page.parts import Button, DateLeaf, Holder, NextAct, Tag
from ouverture.site.page.sentences import sentence
from ouverture.site.page.staff_parts import Counter, Due, Named, SidePanel, StaffRow, StaffTable
from ouverture.text import Language, Text

HOLDERS: dict[str, Holder] = {"person": "person", "caisse": "caisse", "agent": "caisse", "other_caisse": "caisse"}
"""The shape of each holder; every other one is a diamond."""


def next_act(view: FileView, actor: Actor, offers: Iterable[Offer], language: Language) -> NextAct | None:
    """The card at the top of a file; None for a closed file."""
    first = view.headline
    if first is None:
        return None
    offer = settler(first, offers)
    button = act_button(view.stream, offer, first.about, language) if offer else None
    return NextAct(
        holder=HOLDERS.get(first.holder, "other"),
        holder_name=first.holder_says,
        lead=sentence("desk.late") if first.late else sentence("desk.next_act"),
        title=first.says,
        why=sentence(f"desk.basis.{first.basis}", source=first.source),
        leaf=DateLeaf(first.due, days_left(first.due, view.day)),
        otherwise_title=sentence("desk.if_not"),
        otherwise=first.otherwise,
        button=button,
    )


def settler(owed: OwedAct, offers: Iterable[Offer]) -> Offer | None:
    """The act that this desk can do now to settle what is owed: the one that the duty names first."""
    return min(
        (one for one in offers if one.possible and settles(one, owed)), key=lambda one: _rank(one, owed), default=None
    )


def _rank(offer: Offer, owed: OwedAct) -> int:
    named = next(each.duty.settled_by for each in offer.settles if each.act == owed.act)
    return named.index(offer.kind)


def settles(offer: Offer, owed: OwedAct) -> bool:
    """Whether the act settles that obligation."""
    return any((each.act, each.about) == (owed.act, owed.about) for each in offer.settles)


def act_button(stream: str, offer: Offer, about: str, language: Language) -> Button:
    """The way to the form of an act, about the thing that the obligation is about."""
    return Button(offer.label, address(stream, offer.kind, about, language), "arrow-right")


def address(stream: str, kind: str, about: str, language: Language) -> str:
    """The address of an act. What it is about is a name inside the file (a paper, a hold), never a person's."""
    asked = f"?{urlencode({'about': about})}" if about else ""
    return reverse("act", args=[language, stream, kind]) + asked


def days_left(due: date, today: date) -> Text:
    """ "3 days left", "today", "2 days late"."""
    days = (due - today).days
    if days == 0:
        return sentence("desk.today")
    return sentence("desk.days_left", n=days) if days > 0 else sentence("desk.days_late", n=-days)


def counters(stages: Iterable[StageOfWork], asked: WorkAsked, language: Language) -> list[Counter]:
    """The stages of work, each a link to its rows."""
    address = reverse("work", args=[language])
    return [
        Counter(
            sentence(f"desk.stage.{one.name or 'all'}"), one.total,
            f"{address}?{urlencode({'holder': asked.holder, 'stage': one.name})}", one.late, one.name == asked.stage,
        )
        for one in stages
        if one.total or one.name in ("", asked.stage)
    ]  # fmt: skip


def queue_table(
    items: Iterable[WorkItem], today: date, chosen: WorkItem | None, asked: WorkAsked, language: Language
) -> StaffTable:
    """The queue, one row an act."""
    rows = tuple(_row(item, today, item is chosen, asked, language) for item in items)
    columns = (sentence("desk.papers"), sentence("desk.age"))
    return StaffTable(sentence("desk.queue"), columns, rows, sentence("desk.rows", n=len(rows)))


def row_name(item: WorkItem) -> str:
    """A row by its name, for the address that shows it in the panel."""
    return f"{item.task.stream}~{item.task.act}~{item.task.about}"


def _row(item: WorkItem, today: date, is_chosen: bool, asked: WorkAsked, language: Language) -> StaffRow:
    task = item.task
    due = Due(task.due, (task.due - today).days, Text(item.source, item.source), task.basis != "our_promise")
    where = {"holder": asked.holder, "stage": asked.stage, "whose": asked.whose, "row": row_name(item)}
    accepted, papers = item.papers
    return StaffRow(
        name=item.person.name,
        under=_under(item),
        href=f"{reverse('work', args=[language])}?{urlencode(where)}",
        due=due,
        act=item.asks,
        cells=(f"{accepted}/{papers}" if papers else "–", _days(item.age, language)),
        tag=_tag(item),
        is_chosen=is_chosen,
    )


def _days(age: int | None, language: Language) -> str:
    return "–" if age is None else sentence("desk.days", n=age).to(language)


def _under(item: WorkItem) -> Text:
    """The year and country of birth: enough to tell two people of one name apart in a list."""
    said = " · ".join(part for part in (item.person.born_on[:4], item.person.born_in) if part)
    return Text(said, said) if said else item.holder_says


def _tag(item: WorkItem) -> Tag | None:
    if item.late:
        return Tag("bad", sentence("desk.tag.late"))
    if item.held:
        return Tag("plain", sentence("desk.tag.held"), "lock")
    if item.mine:
        return Tag("plain", sentence("desk.tag.mine"), "user")
    return Tag("plain", sentence("desk.tag.taken"), "users") if item.taken else None


def side_panel(item: WorkItem, language: Language) -> SidePanel:
    """The chosen row: who it is, what the person reads now, what follows otherwise, and the way in."""
    person = item.person
    facts = [
        Named(sentence("desk.born"), Text(person.born_on, person.born_on)),
        Named(sentence("desk.born_in"), Text(person.born_in, person.born_in)),
        Named(sentence("desk.due"), sentence("desk.on_day", day=item.task.due.isoformat())),
    ]
    return SidePanel(
        lead=sentence("desk.chosen"),
        title=person.name,
        facts=tuple(fact for fact in facts if fact.value.en),
        reads_lead=sentence("desk.reads"),
        reads=item.says,
        assessed_lead=sentence("desk.if_not"),
        assessed=item.otherwise,
        button=Button(sentence("desk.open"), reverse("file", args=[language, item.task.stream]), "arrow-right"),
    )
