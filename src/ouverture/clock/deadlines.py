"""Count a named deadline from a day, and show each step. The rules are in ``data/deadlines.toml``."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from ouverture.clock import calendar, steps
from ouverture.clock.calendar import Place
from ouverture.clock.counting import Counting
from ouverture.clock.day_words import day_in_words, plain_day
from ouverture.clock.last_day import LastDay, moved, reached
from ouverture.clock.reckoning import reckon
from ouverture.clock.refusal import DeadlineError, HolidayPlaceError
from ouverture.clock.registry import Certainty, Rule, Version, law_read_until, rule_named, rules
from ouverture.clock.suspension import Spans, Stopped, pause, stops
from ouverture.text import Text

__all__ = ["Counting", "DeadlineError", "HolidayPlaceError", "count", "rule_named", "rules"]

_ONE_DAY = timedelta(days=1)
# Far enough for a birth or a working life; inside it no date arithmetic can overflow.
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


def count(
    rule: str,
    start: date,
    *,
    place: str = "metropole",
    suspended: Spans = (),
    notified_with_remedies: bool = True,
    first_received: date | None = None,
) -> Counting:
    """The day deadline ``rule`` falls on when its event happens on ``start``, with the counting step by step.

    ``place``: whose days off count: a code or name of ``calendar.places()``, a département, a postcode.
    ``suspended``: when the clock stood still, as (first day, day it runs again, or None if it still stands).
    ``notified_with_remedies``: False when the notice did not say how and when to appeal: an appeal clock then does not
    run (CSS R142-1-A III, CRPA L112-6). ``first_received``: the day a first, wrong body received the claim (CRPA
    L114-3).

    Raises DeadlineError for an unknown rule or place, an impossible day, or a start no version we hold governs.
    """
    law, where = rule_named(rule), calendar.place_named(place)
    _check_days(start, first_received, *(day for span in suspended for day in span))
    place = where.code
    begin, received = _beginning(law, start, first_received)
    terms = _terms(law, begin, place)
    opening = (steps.starts(law, terms.counting, begin), *received)
    if law.needs_remedies and not notified_with_remedies:
        return _counting(law, terms, begin, where, None, (*opening, steps.no_remedies_in_the_notice()))
    found = reached(terms, begin, place)
    stopped, standing = _paused(law, begin, found.due, suspended)
    articles = law.suspension.articles if law.suspension and stopped else ()
    if any(each.last is None for each in stopped):
        return _counting(law, terms, begin, where, None, (*opening, *found.steps, *standing), articles)
    unmoved = found.shifted(sum(each.days for each in stopped))
    last = moved(replace(unmoved, steps=(*opening, *found.steps, *standing)), law.move, where)
    return _counting(law, terms, begin, where, (unmoved, last), last.steps, (*articles, *last.articles))


def _counting(
    law: Rule,
    terms: Version,
    begin: date,
    where: Place,
    days: tuple[LastDay, LastDay] | None,
    told: tuple[Text, ...],
    more_articles: Iterable[str] = (),
) -> Counting:
    unmoved, last = days or (None, None)
    return Counting(
        rule=law.name,
        title=law.title,
        sense=law.sense,
        actor=law.actor,
        event=law.event,
        start=begin,
        place=where.code,
        due=last.due if last else None,
        unmoved=unmoved.due if unmoved else None,
        later_possible=last.later if last and last.later > last.due else None,
        first_day_after=last.later + _ONE_DAY if last else None,
        steps=told,
        effect=law.effect,
        notes=tuple(_notes(law, terms, begin)),
        articles=tuple(dict.fromkeys((*terms.articles, *more_articles))),
        sources=law.sources,
        facts=law.facts,
        certainty=_least_sure(terms.certainty, last.certainty if last else "H"),
    )


def _least_sure(*certainties: Certainty) -> Certainty:
    return min(certainties, key="LMH".index)


def _check_days(*days: date | None) -> None:
    for day in days:
        if day is not None and not _FIRST_DAY <= day <= _LAST_DAY:
            raise DeadlineError(
                Text(
                    f"{plain_day(day).fr} est hors de portée : donnez un jour entre 1900 et 2199.",
                    f"{plain_day(day).en} is out of reach: give a day between 1900 and 2199.",
                )
            )


def _beginning(law: Rule, start: date, first_received: date | None) -> tuple[date, tuple[Text, ...]]:
    """The day the clock starts from, once a first body's receipt is taken into account."""
    if first_received is None:
        return start, ()
    if law.receipt != "first":
        return start, (steps.received_first_without_effect(law.receipt == "competent"),)
    if first_received > start:
        raise DeadlineError(_received_too_late(start, first_received))
    return first_received, (steps.received_first(first_received),)


def _received_too_late(start: date, first_received: date) -> Text:
    first, second = day_in_words(first_received), day_in_words(start)
    return Text(
        f"Le premier organisme ne peut pas avoir reçu la demande le {first.fr}, après le bon organisme ({second.fr}).",
        f"The first body cannot have received the claim on {first.en}, after the right body ({second.en}).",
    )


def _terms(law: Rule, begin: date, place: str) -> Version:
    """The version of the rule in force; raises DeadlineError when our files hold none for that day."""
    for terms in law.versions:
        day = reckon(terms, begin, partial(calendar.is_off, place=place)) if law.dated_by_due else begin
        if terms.in_force_on(day):
            return terms
    raise DeadlineError(_no_version(law, begin))


def _no_version(law: Rule, begin: date) -> Text:
    french = " ; ".join(_span(terms, "du", "au", "depuis le").fr for terms in law.versions)
    english = "; ".join(_span(terms, "from", "to", "since").en for terms in law.versions)
    day = plain_day(begin)
    return Text(
        f"Nos fichiers n'ont pas le texte de « {law.name} » pour un départ le {day.fr} ; nous avons : {french}.",
        f"Our files do not hold the text of “{law.name}” for a start on {day.en}; we hold: {english}.",
    )


def _span(terms: Version, first: str, last: str, open_ended: str) -> Text:
    since = plain_day(terms.since) if terms.since else Text("le début", "the beginning")
    if terms.until is None:
        return Text(f"{open_ended} {since.fr}", f"{open_ended} {since.en}")
    until = plain_day(terms.until - _ONE_DAY)
    return Text(f"{first} {since.fr} {last} {until.fr}", f"{first} {since.en} {last} {until.en}")


def _paused(law: Rule, begin: date, last: date, suspended: Spans) -> tuple[list[Stopped], tuple[Text, ...]]:
    if not suspended:
        return [], ()
    if law.suspension is None:
        return [], (steps.suspension_without_text(),)
    why = law.suspension
    stopped = pause(begin, last, stops(suspended, why.at_most))
    told = tuple(steps.suspended(each, why) for each in stopped)
    return stopped, told or (steps.suspension_without_effect(),)


def _notes(law: Rule, terms: Version, begin: date) -> Iterator[Text]:
    if terms.note:
        yield terms.note
    for note in law.notes:
        if note.since is None or note.since <= begin:
            yield note.text
    if terms.articles and begin > law_read_until():
        yield steps.law_not_read(law_read_until())
