"""The last day of a period: where the count leads, and what it becomes when that day is not worked."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from ouverture.clock import calendar, steps
from ouverture.clock.reckoning import has_no_birthday, is_clamped, reckon
from ouverture.clock.registry import Certainty, Move, Version
from ouverture.text import Text


@dataclass(frozen=True, slots=True)
class LastDay:
    """The safe date, the later date a doubt leaves possible (the same without doubt), and how they were found."""

    due: date
    later: date
    steps: tuple[Text, ...]
    certainty: Certainty = "H"
    articles: tuple[str, ...] = ()

    def shifted(self, days: int) -> "LastDay":
        """Both dates ``days`` later."""
        shift = timedelta(days=days)
        return replace(self, due=self.due + shift, later=self.later + shift)


def reached(terms: Version, begin: date, place: str) -> LastDay:
    """Where the period leads, before any suspension or move."""
    # A day off in some communes only leaves two countings: the earlier one is safe.
    countings = (
        reckon(terms, begin, partial(calendar.surely_off, place=place)),
        reckon(terms, begin, partial(calendar.is_off, place=place)),
    )
    due, later = min(countings), max(countings)
    told = [steps.reaches(terms, begin, due)]
    certainty: Certainty = "H"
    if has_no_birthday(terms, begin):
        # The anniversary is held to be 28 February by some, 1 March by others: an age is not a time limit (CPC 641).
        later = reckon(terms, date(begin.year, 3, 1), partial(calendar.is_off, place=place))
        told.append(steps.two_birthdays(due, later))
        certainty = "M"
    elif is_clamped(terms, begin):
        told.append(steps.clamped(terms, begin))
    if due != later and certainty == "H":
        told.append(steps.kept_where_worked(later))
    if terms.rival is not None:
        other = terms.rival.after(begin)
        told.append(steps.rival(terms, terms.rival, other))
        due, later = min(due, other), max(later, other)
    return LastDay(due, later, tuple(told), certainty)


def moved(found: LastDay, move: Move, where: calendar.Place) -> LastDay:
    """What a last day that is not worked becomes: moved by a text, or kept with the doubt said."""
    if move.code == "none":
        return found
    if move.code == "unverified":
        found = replace(found, later=calendar.next_working_day(found.later, where.code))
    why = calendar.day_off(found.due, where.code)
    if why is None:
        return found
    told = (*found.steps, steps.not_worked(found.due, why, where))
    if move.moves:
        return _moved_by_text(replace(found, steps=told), move, where, why.certain)
    doubt = found.later if found.later != found.due else None
    return replace(found, steps=(*told, steps.kept(move, doubt)), certainty=move.certainty)


def _moved_by_text(found: LastDay, move: Move, where: calendar.Place, everywhere: bool) -> LastDay:
    later = calendar.next_working_day(found.due, where.code)
    if not everywhere:
        step: tuple[Text, ...] = (steps.kept_where_worked(later),)
        due = found.due
    else:
        due = calendar.next_surely_worked(found.due, where.code)
        step = (steps.moved(due, move), steps.safest(found.due))
    return LastDay(due, later, (*found.steps, *step), move.certainty, move.articles)
