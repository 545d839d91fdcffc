"""What a person is told beside the verdict: duties, doubts, and disagreements with both sides and their dates.

A notice never changes a verdict. `notices` gives those that concern one person: sure ones, and those that wait for a
fact.
"""

from datetime import date

from ouverture.law.warnings import (
    another_state,
    answers,
    contributions,
    europe,
    family,
    minors,
    papers,
    places,
    protection,
    residence,
    students,
    work,
)
from ouverture.law.warnings.notice import Notice, Shown
from ouverture.rules.assessment import Person
from ouverture.rules.reading import Reading
from ouverture.rules.rulebook import Ground, Law

NOTICES: tuple[Notice, ...] = (
    *contributions.NOTICES,
    *family.NOTICES,
    *residence.NOTICES,
    *europe.NOTICES,
    *another_state.NOTICES,
    *students.NOTICES,
    *work.NOTICES,
    *protection.NOTICES,
    *minors.NOTICES,
    *places.NOTICES,
    *papers.NOTICES,
    *answers.NOTICES,
)


def notices(person: Person, ground: Ground | None, law: Law, on: date) -> tuple[Shown, ...]:
    """The notices that go with ``ground`` for this person on the day ``on``, under the law of that day.

    Without a ground (nothing proven yet), only those that go with any answer.
    """
    reading = Reading(person, law, on)
    candidates = (notice for notice in NOTICES if notice.in_force(on) and notice.goes_with(ground))
    return tuple(shown for notice in candidates if (shown := notice.for_person(reading)) is not None)
