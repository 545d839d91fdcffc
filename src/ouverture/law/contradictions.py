"""Answers that cannot all be true, as conditions: read for one person, and by columns for a crowd."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ouverture.clock.birthdays import birthday
from ouverture.law.facts.elsewhere import rights_open
from ouverture.law.facts.family import family_tie
from ouverture.law.facts.person import born_on, nationality
from ouverture.law.facts.plan import had_number
from ouverture.law.facts.situation import activity
from ouverture.law.facts.stay import (
    DOCUMENTS_BY_STANDING,
    STILL_GOOD,
    stay_document,
    stay_document_until,
    stay_standing,
)
from ouverture.places.memberships import EU_EEA_SWITZERLAND
from ouverture.rules.conditions import Condition
from ouverture.rules.facts import Value
from ouverture.rules.reading import Reading
from ouverture.rules.rulebook import Law
from ouverture.text import Text

_NO_LAW = Law((), (), ())


@dataclass(frozen=True)
class Contradiction:
    """What cannot be (``when``), the field to correct, and what to say; ``{fact}`` stands for the answer to a fact."""

    field: str
    when: Condition
    says: Text

    def said_of(self, values: Mapping[str, Value]) -> Text:
        """The sentence with the answers in it."""
        return self.says.filled(**values)


_ADULT = born_on.reached(years=18)
_MAY_BE_ANSWERED_BY_A_MINOR = ("minor", "working", "detained", "studying")


def _documents() -> Iterator[Contradiction]:
    for standing, documents in DOCUMENTS_BY_STANDING.items():
        if len(documents) < len(stay_document.options):
            yield Contradiction(
                "stay_document",
                stay_standing.among(standing) & stay_document.other_than(*documents),
                Text(
                    "stay_document : « {stay_document} » ne va pas avec stay_standing = {stay_standing} ; "
                    f"avec cette réponse : {', '.join(documents)}.",
                    'stay_document: "{stay_document}" does not go with stay_standing = {stay_standing}; '
                    f"with that answer: {', '.join(documents)}.",
                ),
            )


CONTRADICTIONS = (
    Contradiction(
        "activity",
        activity.among("minor") & _ADULT,
        Text(
            "activity : « minor » ne va pas avec une date de naissance de plus de 18 ans (born_on).",
            'activity: "minor" does not fit a date of birth more than 18 years ago (born_on).',
        ),
    ),
    Contradiction(
        "activity",
        activity.other_than(*_MAY_BE_ANSWERED_BY_A_MINOR) & ~_ADULT,
        Text(
            "activity : « {activity} » ne va pas avec une naissance il y a moins de 18 ans (born_on) ; "
            "un mineur qui ne travaille pas répond « minor ».",
            'activity: "{activity}" does not fit a birth less than 18 years ago (born_on); a minor who does not work '
            'answers "minor".',
        ),
    ),
    Contradiction(
        "family_tie",
        family_tie.among("child") & born_on.reached(years=20),
        Text(
            "family_tie : un enfant n'est membre de la famille que jusqu'à 20 ans (CSS R161-4), et born_on en donne "
            "davantage ; répondez « none ».",
            "family_tie: a child is a member of the family up to 20 only (CSS R161-4), and born_on says older; answer "
            '"none".',
        ),
    ),
    Contradiction(
        "stay_document",
        nationality.among("FR") & stay_document.other_than("none", "none_under_18"),
        Text(
            "stay_document : un Français n'a pas de document de séjour ni de demande d'asile ; "
            "corrigez nationality ou retirez cette réponse.",
            "stay_document: a French national has no residence document and no asylum request; "
            "correct nationality or remove this answer.",
        ),
    ),
    Contradiction(
        "stay_standing",
        nationality.among("FR") & stay_standing.other_than("none", "under_18", "european"),
        Text(
            "stay_standing : un Français n'a pas de document de séjour ; corrigez nationality ou retirez cette "
            "réponse.",
            "stay_standing: a French national has no residence document; correct nationality or remove this answer.",
        ),
    ),
    Contradiction(
        "stay_document",
        stay_document.among("none_under_18") & _ADULT,
        Text(
            "stay_document : « none_under_18 » ne va pas avec une date de naissance de plus de 18 ans (born_on) ; "
            "répondez « none ».",
            'stay_document: "none_under_18" does not fit a date of birth more than 18 years ago (born_on); answer '
            '"none".',
        ),
    ),
    Contradiction(
        "stay_standing",
        stay_standing.among("under_18") & (_ADULT | activity.other_than(*_MAY_BE_ANSWERED_BY_A_MINOR)),
        Text(
            "stay_standing : « under_18 » ne va qu'avec moins de 18 ans ; un adulte sans document répond « none », un "
            "mineur qui ne travaille ni n'étudie répond « minor » à activity.",
            'stay_standing: "under_18" goes only with less than 18 years; an adult without a document answers "none", '
            'a minor who neither works nor studies answers "minor" to activity.',
        ),
    ),
    Contradiction(
        "nationality",
        stay_standing.among("european") & nationality.other_than(*EU_EEA_SWITZERLAND),
        Text(
            "nationality : vous êtes aussi citoyen d'un pays européen ; donnez cette nationalité-là, elle dispense de "
            "document de séjour.",
            "nationality: you are also a citizen of a European country; give that nationality, which needs no "
            "residence document.",
        ),
    ),
    Contradiction(
        "stay_document_until",
        stay_standing.among(*STILL_GOOD) & ~stay_document_until.not_past(),
        Text(
            "stay_document_until : ce jour est passé, et vous dites le document valable (stay_standing) ; corrigez "
            "l'un des deux.",
            "stay_document_until: that day is past, and you say that the document is in date (stay_standing); correct "
            "one of them.",
        ),
    ),
    Contradiction(
        "stay_document_until",
        stay_standing.among("ended") & stay_document_until.not_past(),
        Text(
            "stay_document_until : ce jour n'est pas passé, et vous dites que le document a pris fin (stay_standing) ; "
            "corrigez l'un des deux.",
            "stay_document_until: that day is not past, and you say that the document has ended (stay_standing); "
            "correct one of them.",
        ),
    ),
    Contradiction(
        "had_number",
        rights_open.is_yes() & had_number.is_no(),
        Text(
            "had_number : des droits ouverts vont avec un numéro ; corrigez rights_open ou had_number.",
            "had_number: open rights come with a number; correct rights_open or had_number.",
        ),
    ),
    *_documents(),
)
"""In the order in which they are said."""


def contradiction_among(values: Mapping[str, Value], on: date) -> Contradiction | None:
    """The first contradiction among the known answers of one person, None if there is none."""
    reading = Reading(values, _NO_LAW, on)
    found = (each for each in CONTRADICTIONS if reading.truth(each.when))
    return next((each for each in found if not _both_ages_are_held(each, values, on)), None)


def _both_ages_are_held(found: Contradiction, values: Mapping[str, Value], on: date) -> bool:
    """Whether it speaks of the age of somebody who, born on a leap day, may be minor or adult on that day."""
    if found.field != "activity":
        return False
    first, last = birthday(date.fromordinal(int(values["born_on"])), 18)
    return first <= on < last
