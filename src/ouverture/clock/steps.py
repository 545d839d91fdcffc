"""The sentences that show how a deadline was counted, one step each."""

from datetime import date

from ouverture.clock.calendar import DayOff, Place
from ouverture.clock.day_words import (
    day_in_words,
    days_in_words,
    month_name,
    period_in_words,
    working_days_in_words,
)
from ouverture.clock.period import Period
from ouverture.clock.reckoning import first_of_next_quarter
from ouverture.clock.registry import Move, Rule, Suspension, Version
from ouverture.clock.suspension import Stopped
from ouverture.text import Text

_NOTHING = Text("", "")
_AGAIN = Text(" Si tout arrive plus tôt, recomptez.", " If everything arrives earlier, count again.")
_NOT_COUNTED = Text(" Ce jour ne compte pas.", " That day is not counted.")
_COUNTED = Text(" Ce jour est le premier jour compté.", " That day is the first day counted.")
_OPENINGS = {
    "day_after": _NOT_COUNTED,
    "end_of_month": _NOT_COUNTED,
    "more_than": _NOT_COUNTED,
    "working_days": _NOT_COUNTED,
    "first_day_counts": _COUNTED,
}


def starts(rule: Rule, counting: str, start: date) -> Text:
    """Which event starts the clock, and whether its own day counts."""
    day, more = day_in_words(start), _OPENINGS.get(counting, _NOTHING)
    return Text(f"Départ : {rule.event.fr}, {day.fr}.{more.fr}", f"Start: {rule.event.en}, {day.en}.{more.en}")


_LAST_WORKING_DAY = Text("Dernier jour ouvré : {day}.", "Last working day: {day}.")
_REACHES = {
    "day_after": Text("{length} plus tard : {day}.", "{length} later: {day}."),
    "first_day_counts": Text(
        "{length} à partir de ce jour : le dernier jour est le {day}.", "{length} from that day: the last day is {day}."
    ),
    "quarter_after": Text(
        "Le trimestre suivant commence le {quarter}, premier jour compté. {length} : le dernier jour est le {day}.",
        "The next quarter begins on {quarter}, the first day counted. {length}: the last day is {day}.",
    ),
    "end_of_month": Text("{length} plus tard, à la fin du mois : {day}.", "{length} later, at the month's end: {day}."),
    "more_than": Text(
        "{length} doivent être passés en entier : la condition est vraie à partir du {day}.",
        "{length} must have passed in full: the condition is true from {day}.",
    ),
    "before": Text("{length} plus tôt : {day}.", "{length} earlier: {day}."),
    "birthday": Text("{length} : {day}.", "{length} old: {day}."),
    "birthday_month": Text("{length}, jusqu'à la fin du mois : {day}.", "{length} old, until the month's end: {day}."),
    "next_month": Text("Premier jour du mois suivant : {day}.", "First day of the next month: {day}."),
    "working_days": Text(
        "{length}, sans les samedis, dimanches et jours fériés : {day}.",
        "{length}, without Saturdays, Sundays and days off: {day}.",
    ),
    "last_working_day_of_month": _LAST_WORKING_DAY,
    "last_working_day_of_quarter": _LAST_WORKING_DAY,
}


def reaches(terms: Version, start: date, reached: date) -> Text:
    """From the start to the day the period leads to."""
    length = working_days_in_words(terms.working_days) if terms.working_days else period_in_words(terms.period)
    day, quarter, sentence = day_in_words(reached), day_in_words(first_of_next_quarter(start)), _REACHES[terms.counting]
    return Text(
        sentence.fr.format(length=length.fr, day=day.fr, quarter=quarter.fr),
        sentence.en.format(length=length.en, day=day.en, quarter=quarter.en),
    )


def clamped(terms: Version, start: date) -> Text:
    """Why the day number changed."""
    month = month_name(terms.period.before(start) if terms.counting == "before" else terms.period.after(start))
    return Text(
        f"Il n'y a pas de jour {start.day} en {month.fr} : le dernier jour du mois compte.",
        f"There is no day {start.day} in {month.en}: the last day of the month counts.",
    )


def two_birthdays(first: date, other: date) -> Text:
    """That a person born on 29 February has no birthday in that year, and which two days are held."""
    one, two = day_in_words(first), day_in_words(other)
    return Text(
        "Né un 29 février, et cette année n'en a pas : la loi ne dit pas quel jour l'âge est atteint. On tient pour le "
        f"{one.fr} ou pour le {two.fr}.",
        f"Born on 29 February, and that year has none: the law does not say on which day the age is reached. Both "
        f"{one.en} and {two.en} are held.",
    )


def rival(terms: Version, other: Period, reached: date) -> Text:
    """What another source says, and the date it leads to."""
    length, day, source = period_in_words(other), day_in_words(reached), terms.rival_source or Text("?", "?")
    return Text(
        f"Sources en conflit : {source.fr} ({length.fr} mènent au {day.fr}). La date sûre est la plus proche.",
        f"Sources disagree: {source.en} ({length.en} lead to {day.en}). The safe date is the earlier one.",
    )


def suspended(stopped: Stopped, why: Suspension) -> Text:
    """One suspension: from when, until when, how many days, and the new last day."""
    if stopped.stop.resumes is None or stopped.last is None:
        return _still_suspended(stopped, why)
    first, resumes = day_in_words(stopped.stop.first), day_in_words(stopped.stop.resumes)
    days, last = days_in_words(stopped.days), day_in_words(stopped.last)
    limit, again = (_at_most(why), _AGAIN) if stopped.stop.capped else (_NOTHING, _NOTHING)
    articles = ", ".join(why.articles)
    return Text(
        f"Suspendu du {first.fr} au {resumes.fr}, jour où le délai reprend{limit.fr} : {why.reason.fr} ({articles}). "
        f"{days.fr} de plus : {last.fr}.{again.fr}",
        f"Suspended from {first.en} to {resumes.en}, the day the clock runs again{limit.en}: {why.reason.en} "
        f"({articles}). {days.en} more: {last.en}.{again.en}",
    )


def _at_most(why: Suspension) -> Text:
    length = period_in_words(why.at_most) if why.at_most else Text("?", "?")
    return Text(f" ({length.fr} au plus)", f" ({length.en} at most)")


def _still_suspended(stopped: Stopped, why: Suspension) -> Text:
    first, days, articles = day_in_words(stopped.stop.first), days_in_words(stopped.days), ", ".join(why.articles)
    return Text(
        f"Suspendu depuis le {first.fr} : {why.reason.fr} ({articles}). Le délai ne court pas ; il restera {days.fr} "
        "à la reprise.",
        f"Suspended since {first.en}: {why.reason.en} ({articles}). The clock does not run; {days.en} will be left "
        "when it does again.",
    )


def suspension_without_effect() -> Text:
    """A suspension given outside the running period."""
    return Text(
        "La suspension indiquée tombe hors du délai : elle ne change rien.",
        "The suspension given falls outside the period: it changes nothing.",
    )


def suspension_without_text() -> Text:
    """A suspension given for a rule no text suspends."""
    return Text(
        "Non vérifié : aucun texte de nos fichiers ne suspend ce délai ; la suspension n'est pas comptée, "
        "la date sûre est la plus proche.",
        "Not verified: no text in our files suspends this clock; the suspension is not counted, "
        "the safe date is the earlier one.",
    )


def received_first(received: date) -> Text:
    """A first, wrong body's receipt starts the clock."""
    day = day_in_words(received)
    return Text(
        f"Un premier organisme a reçu la demande le {day.fr} : le délai part de là (CRPA L114-3).",
        f"A first body received the claim on {day.en}: the clock starts there (CRPA L114-3).",
    )


def received_first_without_effect(competent: bool) -> Text:
    """A first receipt given where it starts nothing."""
    if competent:
        return Text(
            "La réception par un premier organisme ne compte pas : seul l'organisme compétent fait courir ce délai "
            "(CRPA L114-3).",
            "Receipt by a first body does not count: only the right body's receipt starts this clock (CRPA L114-3).",
        )
    return Text(
        "La réception par un premier organisme ne change rien à ce délai.",
        "Receipt by a first body changes nothing for this clock.",
    )


def no_remedies_in_the_notice() -> Text:
    """The clock has not started: the notice does not say how to appeal."""
    return Text(
        "Le délai ne court pas : il ne court qu'à partir d'un courrier qui dit comment et dans quel délai contester "
        "(CSS R142-1-A III, CRPA L112-6).",
        "The clock does not run: it starts only with a notice that says how and when to appeal "
        "(CSS R142-1-A III, CRPA L112-6).",
    )


def not_worked(day: date, why: DayOff, place: Place) -> Text:
    """Why the last day is not an ordinary working day."""
    words = day_in_words(day)
    if not why.certain and place.partial_reason:
        return Text(
            f"Le {words.fr} ({why.name.fr}, {place.name.fr}) {place.partial_reason.fr}.",
            f"{words.en} ({why.name.en}, {place.name.en}) {place.partial_reason.en}.",
        )
    return Text(
        f"Le {words.fr} n'est pas un jour ouvré ({why.name.fr}, {place.name.fr}).",
        f"{words.en} is not a working day ({why.name.en}, {place.name.en}).",
    )


def moved(to: date, move: Move) -> Text:
    """The last day is moved, and on which basis."""
    day = day_in_words(to)
    return Text(f"Reporté au {day.fr} : {move.basis.fr}.", f"Moved to {day.en}: {move.basis.en}.")


def safest(day: date) -> Text:
    """The date that owes nothing to the move."""
    words = day_in_words(day)
    return Text(
        f"Agir avant le report est plus sûr : au plus tard le {words.fr}.",
        f"It is safer not to rely on the move: act by {words.en}.",
    )


def kept(move: Move, later: date | None) -> Text:
    """The last day is kept although it is not worked; the later date is mentioned when one is possible."""
    if later is None:
        return move.basis
    day = day_in_words(later)
    return Text(
        f"{move.basis.fr} Si elle était déplacée, ce serait au {day.fr}.",
        f"{move.basis.en} If it moved, it would be {day.en}.",
    )


def kept_where_worked(later: date) -> Text:
    """A day off in some communes only: the earlier date is given."""
    day = day_in_words(later)
    return Text(
        f"La date sûre est la plus proche ; là où le jour est férié, ce serait le {day.fr}.",
        f"The safe date is the earlier one; where the day is off, it would be {day.en}.",
    )


def law_not_read(read_until: date) -> Text:
    """The law in force at the start is later than what our files hold."""
    day = day_in_words(read_until)
    return Text(
        f"Nos textes s'arrêtent au {day.fr} : vérifiez que l'article n'a pas changé.",
        f"Our texts stop on {day.en}: check that the article has not changed.",
    )
