"""Days and lengths of time in words."""

from datetime import date

from ouverture.clock.period import Period
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
    weekday, plain = weekday_name(day), plain_day(day)
    return Text(f"{weekday.fr} {plain.fr}", f"{weekday.en} {plain.en}")


def plain_day(day: date) -> Text:
    """ "1er mars 2026" / "1 March 2026"."""
    month = month_name(day)
    return Text(f"{'1er' if day.day == 1 else day.day} {month.fr}", f"{day.day} {month.en}")


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
