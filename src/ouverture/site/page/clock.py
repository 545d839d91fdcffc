"""The one place where the site reads the calendar."""

from datetime import date

from django.conf import settings


def today() -> date:
    """The day every page answers for: the machine's, or the one that OUVERTURE_TODAY fixes."""
    fixed: date | None = settings.OUVERTURE_TODAY
    return fixed or date.today()
