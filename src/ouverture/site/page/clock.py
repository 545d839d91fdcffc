"""The one place where the site reads the calendar."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

PARIS = ZoneInfo("Europe/Paris")
"""The time of the caisses."""

_chosen: list[date] = []


def today() -> date:
    """The day every page answers for: the demonstration's, the one that OUVERTURE_TODAY fixes, or the machine's."""
    fixed: date | None = settings.OUVERTURE_TODAY
    return _chosen[0] if _chosen else fixed or datetime.now(PARIS).date()


def now() -> datetime:
    """The moment, on the day every page answers for."""
    moment = datetime.now(PARIS)
    return moment if moment.date() == today() else datetime.combine(today(), time(12), PARIS)


def let_it_be(day: date) -> None:
    """The demonstration's own day, from now on."""
    _chosen[:] = [day]
