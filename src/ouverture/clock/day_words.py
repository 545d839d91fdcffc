"""Days and lengths of time in words, and days read from what a person types."""

from datetime import date

from ouverture.clock.period import Period
from ouverture.clock.refusal import DeadlineError
from ouverture.text import Text

_WEEKDAYS = (
    Text("lundi", "Monday"),
    Text("mardi", "Tuesday"),
    Text("mercredi", "Wednesday"),
    Text("jeudi", "Thursday"),
    Text("vendredi", "Friday"),
    Text("samedi", "Saturday"),
    Text("dimanche", "Sunday"),
)
_MONTHS = (
    Text("janvier", "January"),
    Text("février", "February"),
    Text("mars", "March"),
    Text("avril", "April"),
    Text("mai", "May"),
    Text("juin", "June"),
    Text("juillet", "July"),
    Text("août", "August"),
    Text("septembre", "September"),
    Text("octobre", "October"),
    Text("novembre", "November"),
    Text("décembre", "December"),
)


def weekday_name(day: date) -> Text:
    """ "samedi" / "Saturday"."""
    return _WEEKDAYS[day.weekday()]


def month_name(day: date) -> Text:
    """ "février 2026" / "February 2026"."""
    month = _MONTHS[day.month - 1]
    return Text(f"{month.fr} {day.year}", f"{month.en} {day.year}")


def day_in_words(day: date) -> Text:
    """ "dimanche 1er mars 2026" / "Sunday 1 March 2026"."""
    weekday, month = weekday_name(day), month_name(day)
    number = "1er" if day.day == 1 else str(day.day)
    return Text(f"{weekday.fr} {number} {month.fr}", f"{weekday.en} {day.day} {month.en}")


def _counted(number: int, french: tuple[str, str], english: tuple[str, str]) -> Text:
    # French says "0 jour"; English says "0 days".
    return Text(f"{number} {french[number > 1]}", f"{number} {english[number != 1]}")


def days_in_words(number: int) -> Text:
    """ "10 jours" / "10 days"."""
    return _counted(number, ("jour", "jours"), ("day", "days"))


def working_days_in_words(number: int) -> Text:
    """ "3 jours ouvrés" / "3 working days"."""
    return _counted(number, ("jour ouvré", "jours ouvrés"), ("working day", "working days"))


def period_in_words(period: Period) -> Text:
    """ "2 mois" / "2 months"; several units are joined by a comma."""
    parts = []
    if period.years:
        parts.append(_counted(period.years, ("an", "ans"), ("year", "years")))
    if period.months:
        parts.append(_counted(period.months, ("mois", "mois"), ("month", "months")))
    if period.days or not parts:
        parts.append(days_in_words(period.days))
    return Text(", ".join(part.fr for part in parts), ", ".join(part.en for part in parts))


def read_day(typed: str) -> date:
    """The day written as ``2026-03-31`` (year-month-day); raises DeadlineError for anything else.

    Other orders are refused: 03/04/2026 is 3 April in Paris and 4 March in Boston.
    """
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise DeadlineError(
            Text(
                f"« {typed} » n'est pas une date lisible : écrivez année-mois-jour, par exemple 2026-03-31.",
                f"“{typed}” is not a date we can read: write year-month-day, for example 2026-03-31.",
            )
        ) from None


def read_suspension(typed: str) -> tuple[date, date | None]:
    """A suspension written ``2026-03-01..2026-04-01`` (the clock runs again on the second day), or ``2026-03-01..``.

    Raises DeadlineError when a day cannot be read.
    """
    first, dots, second = typed.partition("..")
    if not dots:
        raise DeadlineError(
            Text(
                f"« {typed} » n'est pas une suspension lisible : écrivez 2026-03-01..2026-04-01, "
                "ou 2026-03-01.. si elle dure encore.",
                f"“{typed}” is not a suspension we can read: write 2026-03-01..2026-04-01, "
                "or 2026-03-01.. if it still lasts.",
            )
        )
    return read_day(first), read_day(second) if second.strip() else None
