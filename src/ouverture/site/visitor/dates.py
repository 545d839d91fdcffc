"""The dates of a plan: a picture, the same in words, and a calendar file."""

from collections.abc import Iterator
from datetime import date

from ouverture.services.answer.plan import Plan
from ouverture.site.page.calendar_file import CalendarDay
from ouverture.site.page.page_words import short_day
from ouverture.site.page.parts import Holder
from ouverture.site.page.pictures_of_time import Event, Stretch, TimeLine, Track
from ouverture.site.page.sentences import sentence
from ouverture.site.visitor.first_act import first_step, holder_of
from ouverture.text import Text

_LONGEST_DAYS = 366
_FEWEST = 2


def plan_dates(plan: Plan) -> TimeLine | None:
    """The picture of a plan; None when it has fewer than two days to show."""
    events = list(_events(plan))
    if len({event.on for event in events}) < _FEWEST:
        return None
    track = Track(sentence("dates.track"), tuple(_stretches(plan)), tuple(events))
    return TimeLine(sentence("timeline.title"), (track,), plan.answer.on)


def calendar_days(plan: Plan) -> list[CalendarDay]:
    """The days still to come, for an agenda."""
    return [
        CalendarDay(step.on, step.text.title, step.text.detail)
        for step in plan.steps
        if step.on and step.on > plan.answer.on
    ]


def _events(plan: Plan) -> Iterator[Event]:
    """One event a day and holder: today's act, the start of rights, each dated step, what time alone changes."""
    answer, act = plan.answer, first_step(plan)
    if act is not None:
        yield _event(answer.on, holder_of(act), act.text.title)
    if answer.starts_on and abs((answer.starts_on - answer.on).days) <= _LONGEST_DAYS:
        yield _event(answer.starts_on, "other", sentence("timeline.starts"))
    for step in plan.steps:
        if step.on and step.on > answer.on:
            yield _event(step.on, holder_of(step), step.text.title)
    for change in answer.changes():
        if (change.on - answer.on).days <= _LONGEST_DAYS:
            yield _event(change.on, "other", _if_nothing_changes(change.says))


def _event(on: date, holder: Holder, says: Text) -> Event:
    return Event(on, holder, says, Text(short_day(on, "fr"), short_day(on, "en")))


def _if_nothing_changes(says: Text) -> Text:
    lead = sentence("timeline.change")
    return Text(f"{lead.fr} {says.fr}", f"{lead.en} {says.en}")


def _stretches(plan: Plan) -> Iterator[tuple[Stretch, date, date]]:
    """The time the caisse may take, from sending to the day silence counts."""
    silence = next((step.on for step in plan.steps if step.text.name.startswith("silence") and step.on), None)
    sent = next((step.on for step in plan.steps if step.text.name.startswith("send") and step.on), None)
    if silence and sent and sent < silence:
        yield "longest", sent, silence
