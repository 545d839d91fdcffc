"""The days of a file as a calendar file. No name, no number, no decision is in it: only that a day matters."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Alarm, Calendar, Event

from ouverture.services.casework.look import FileView, OwedAct
from ouverture.site.page.clock import PARIS
from ouverture.site.page.sentences import say
from ouverture.text import Language

BEFORE = timedelta(days=-3)
"""When the agenda reminds."""


def calendar_of(view: FileView, language: Language) -> bytes:
    """The calendar file (RFC 5545)."""
    made = Calendar()
    made.add("prodid", "-//Ouverture//Ouverture//FR")
    made.add("version", "2.0")
    for owed in filter(None, (view.headline, *view.also)):
        if owed.holder == "person" or owed.basis == "article":
            made.add_component(_event(view.stream, owed, view.day, language))
    return bytes(made.to_ical())


def _event(stream: str, owed: OwedAct, day: date, language: Language) -> Event:
    """One day. Its id stays the same when the day moves, so that an agenda moves it too."""
    mine = "mine" if owed.holder == "person" else "others"
    title = say(f"reminder.{mine}", language)
    made = Event()
    made.add("uid", f"{sha256(f'{stream}/{owed.act}/{owed.about}'.encode()).hexdigest()[:24]}@ouverture.invalid")
    made.add("dtstamp", datetime.combine(day, time(0), PARIS))
    made.add("dtstart", owed.due)
    made.add("dtend", owed.due + timedelta(days=1))
    made.add("summary", title)
    made.add("description", say("reminder.then", language))
    made.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", BEFORE)
    made.add_component(alarm)
    return made
