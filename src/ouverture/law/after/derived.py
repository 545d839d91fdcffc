"""What the amounts settle in a person's answers."""

from datetime import date

from ouverture.law.after.c2s import c2s
from ouverture.law.answers import AnswerError
from ouverture.rules.assessment import Person
from ouverture.rules.facts import Value
from ouverture.text import Text


def derived(person: Person, on: date) -> dict[str, Value]:
    """The answers, with ``resources_under_c2s`` filled when resources, household and ceiling of the day settle it.

    Left unknown otherwise; `c2s` then says why. Raises AnswerError when the person's own answer contradicts them.
    """
    answers = dict(person)
    status = c2s(person, on).status
    if status not in ("free", "with_participation", "above"):
        return answers
    under = status == "free"
    if answers.setdefault("resources_under_c2s", under) != under:
        raise AnswerError("resources_under_c2s", _CONTRADICTION)
    return answers


_CONTRADICTION = Text(
    "resources_under_c2s : ne va pas avec annual_resources et household_size ; corrigez l'une de ces réponses.",
    "resources_under_c2s: does not fit annual_resources and household_size; correct one of these answers.",
)
