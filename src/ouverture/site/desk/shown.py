"""The queue as a table, its stages, and the row that was chosen. No rule is known here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from ouverture.clock.day_words import plain_day
from ouverture.services.casework.work import StageOfWork, WorkAsked, WorkItem
from ouverture.site.page.parts import Button, Tag
from ouverture.site.page.sentences import sentence
from ouverture.site.page.staff_parts import Counter, Due, Named, SidePanel, StaffRow, StaffTable
from ouverture.text import Language, Text

ELSEWHERE = ("file", "desk.open", "arrow-right")
ACT_PAGES = {
    "judge_pieces": ("review", "desk.look_at_paper", "file-text"),
    "decide": ("decide", "desk.go_decide", "gavel"),
    "review_hold": ("holds", "desk.go_holds", "lock"),
    "acknowledge_envelope": ("intake", "desk.go_intake", "inbox"),
    "sort_envelope": ("intake", "desk.go_intake", "inbox"),
}
"""Acts of a caisse with a page of their own; every other one is done from the file."""


def page_of(act: str) -> str:
    """The name of the page where an act of the caisse is done."""
    return ACT_PAGES.get(act, ELSEWHERE)[0]


def way_to(act: str, stream: str, language: Language) -> Button | None:
    """The button to the page of its own that an act of the caisse has, if it has one."""
    if act not in ACT_PAGES:
        return None
    name, words, icon = ACT_PAGES[act]
    return Button(sentence(words), reverse(name, args=[language, stream]), icon)


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
    due = Due(task.due, (task.due - today).days, Text.in_two(item.source), task.basis != "our_promise")
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


def _as_a_day(written: str) -> Text:
    """A day in words; one of which only the year, or the month, is known, as it is written."""
    try:
        return plain_day(date.fromisoformat(written))
    except ValueError:
        return Text(written, written)


def side_panel(item: WorkItem, language: Language) -> SidePanel:
    """The chosen row: who it is, what the person reads now, what follows otherwise, and the way in."""
    person = item.person
    page, words, icon = ACT_PAGES.get(item.task.act, ELSEWHERE) if item.task.holder == "caisse" else ELSEWHERE
    button = Button(sentence(words), reverse(page, args=[language, item.task.stream]), icon)
    facts = [
        Named(sentence("desk.born"), _as_a_day(person.born_on)),
        Named(sentence("desk.born_in"), Text(person.born_in, person.born_in)),
        Named(sentence("desk.due"), plain_day(item.task.due)),
    ]
    return SidePanel(
        lead=sentence("desk.chosen"),
        title=person.name,
        facts=tuple(fact for fact in facts if fact.value.en),
        reads_lead=sentence("desk.reads"),
        reads=item.says,
        assessed_lead=sentence("desk.if_not"),
        assessed=item.otherwise,
        button=button,
    )
