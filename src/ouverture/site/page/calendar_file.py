"""Days as a calendar file (RFC 5545), for the visitor's own agenda. It never carries a name or a number of a person."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from django.http import HttpResponse

from ouverture.text import Language, Text

_WIDEST = 73
"""In octets: a longer line is folded."""


@dataclass(frozen=True)
class CalendarDay:
    """A whole day with its title and a few words."""

    on: date
    title: Text
    says: Text


def calendar_response(days: Iterable[CalendarDay], on: date, language: Language, name: str) -> HttpResponse:
    """The days as a file to keep, made on the day ``on``."""
    response = HttpResponse(calendar_file(days, on, language), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return response


def calendar_file(days: Iterable[CalendarDay], on: date, language: Language) -> str:
    """The text of the file, its lines ended as the standard says."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ouverture//Ouverture//FR", "CALSCALE:GREGORIAN"]
    for day in sorted(days, key=lambda each: each.on):
        lines += _event(day, on, language)
    return "".join(f"{line}\r\n" for whole in (*lines, "END:VCALENDAR") for line in _folded(whole))


def _event(day: CalendarDay, on: date, language: Language) -> list[str]:
    title, says = day.title.to(language), day.says.to(language)
    mark = sha256(f"{day.on}{title}".encode()).hexdigest()[:20]
    return [
        "BEGIN:VEVENT",
        f"UID:{mark}@ouverture.invalid",
        f"DTSTAMP:{on:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day.on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(title)}",
        f"DESCRIPTION:{_escaped(says)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(title)}",
        "TRIGGER:-P3D",
        "END:VALARM",
        "END:VEVENT",
    ]


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most the widest, never cut inside a character."""
    piece = ""
    for character in line:
        if len((piece + character).encode()) > _WIDEST:
            yield piece
            piece = " "
        piece += character
    yield piece
