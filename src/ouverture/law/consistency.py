"""Answers that cannot all be true: each refusal names one field and says what would be right."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ouverture.clock.birthdays import birthday
from ouverture.clock.day_words import plain_day
from ouverture.clock.period import add_years
from ouverture.law.answers import AnswerError
from ouverture.law.arretes.arr2017 import ON_THE_LIST
from ouverture.law.contradictions import contradiction_among
from ouverture.law.facts import FACTS
from ouverture.law.facts.elsewhere import INSURED_ELSEWHERE, OF_A_TERRITORY
from ouverture.law.facts.situation import LINE_SAYS_NO_CERTIFICATE, WORK_DONE_IN_FRANCE
from ouverture.law.facts.stay import DOCUMENTS_BY_STANDING, EXAMINED_BY_THE_PREFECTURE, STILL_GOOD, WHILE_WAITING
from ouverture.law.plausible import check_plausible
from ouverture.places.caisses import find
from ouverture.places.memberships import EU_EEA_SWITZERLAND
from ouverture.places.place_error import PlaceError
from ouverture.places.territories import TerritoryName
from ouverture.rules.facts import Value
from ouverture.text import Text

NEVER_IN_THE_FUTURE = (
    "born_on",
    "in_france_since",
    "irregular_since",
    "swiss_choice_since",
    "work_started_on",
)

GIVE_A_PAST_DATE = Text("donnez une date passée.", "give a past date.")
YET_TO_COME = {
    "work_started_on": Text(
        "répondez selon ce que vous faites ce jour-là, et refaites l'évaluation le jour où ce travail commence.",
        "answer by what you do on that day, and do the assessment again on the day this work begins.",
    ),
    "in_france_since": Text(
        "répondez selon l'endroit où vous vivez ce jour-là, et refaites l'évaluation le jour de votre arrivée.",
        "answer by where you live on that day, and do the assessment again on the day you arrive.",
    ),
}
"""What to do instead of a date that is still to come, where it is an honest answer."""

ORDERED = (("stay_document_from", "stay_document_until"), ("born_on", "in_france_since"))
"""Dates that come one after the other."""

ONLY_WITH: dict[str, tuple[str, frozenset[str]]] = {
    "work_kind": ("activity", frozenset({"working"})),
    "work_started_on": ("activity", frozenset({"working"})),
    "posting_paper": ("work_kind", frozenset({"posted", *WORK_DONE_IN_FRANCE})),
    "special_scheme": ("work_kind", frozenset({"special_scheme"})),
    "works_in": ("work_kind", frozenset({"abroad"})),
    "swiss_choice": ("activity", frozenset({"working", "pension"})),
    "swiss_choice_since": ("swiss_choice", frozenset({"not_made", "france", "switzerland"})),
    "seeking_kind": ("activity", frozenset({"seeking_work"})),
    "study_kind": ("activity", frozenset({"studying"})),
    "course_started_on": ("activity", frozenset({"studying"})),
    "pension_from": ("activity", frozenset({"pension"})),
    "french_pension_years": ("pension_from", frozenset({"france"})),
    "relative_other_cover": (
        "family_tie",
        frozenset({"spouse", "pacs", "concubin", "child", "relative_raising_children"}),
    ),
    "minor_with": ("activity", frozenset({"minor"})),
}
"""A detail makes sense only with these answers to the question it details."""

DETAIL_OF = {"irregular_since": "stay_document", **{name: main for name, (main, _) in ONLY_WITH.items()}}
"""The question that a detail hangs on: whoever does not know the one cannot be asked for the other."""


class Implied(NamedTuple):
    """An answer that follows where each fact of ``when`` is one of its values, unless another is given.

    ``supposed``: it does not follow, it is only likely; an answer that rests on it says so, and is not sure.
    ``instead``: it follows whatever was given, which then spoke of something else.
    """

    when: tuple[tuple[str, frozenset[Value]], ...]
    name: str
    value: Value
    supposed: bool = False
    instead: bool = False


_NO_OTHER_STATE_PAYS = frozenset(FACTS["other_cover"].values()) - frozenset(INSURED_ELSEWHERE)
"""Whose care no other State pays holds no certificate of one."""

IMPLIED = (
    Implied((("had_number", frozenset({False})),), "rights_open", False),
    Implied((("rights_open", frozenset({True})),), "had_number", True),
    Implied(
        (
            ("lives_in", frozenset({"france"})),
            ("other_cover", frozenset(OF_A_TERRITORY)),
            ("rights_open", frozenset({True})),
        ),
        "rights_open",
        False,
        instead=True,
    ),
    Implied((("work_kind", frozenset(LINE_SAYS_NO_CERTIFICATE)),), "posting_paper", "none"),
    Implied(
        (("work_kind", frozenset(WORK_DONE_IN_FRANCE)), ("other_cover", _NO_OTHER_STATE_PAYS)), "posting_paper", "none"
    ),
    Implied(
        (("work_kind", frozenset(WORK_DONE_IN_FRANCE)), ("rights_open", frozenset({True}))), "posting_paper", "none"
    ),
    Implied((("work_kind", frozenset(WORK_DONE_IN_FRANCE)),), "posting_paper", "none", supposed=True),
    Implied((("family_tie", frozenset({"none"})),), "relative_other_cover", "none"),
    Implied((("relative_insured", frozenset({True})),), "relative_other_cover", "none"),
    Implied((), "relative_other_cover", "none", supposed=True),
    Implied(
        (("relative_other_cover", frozenset(FACTS["relative_other_cover"].values()) - {"none"}),),
        "relative_insured",
        False,
    ),
    Implied(
        (("work_kind", frozenset({"abroad"})), ("works_in", frozenset({"elsewhere"}))),
        "other_cover",
        "none",
        supposed=True,
    ),
    Implied(
        (("stay_document", frozenset({"renewal_confirmation", "renewal_receipt", "extension_certificate"})),),
        "renewal",
        "waiting",
    ),
    Implied((("stay_standing", frozenset({"refused"})),), "renewal", "refused"),
    Implied((("stay_document", frozenset(EXAMINED_BY_THE_PREFECTURE)),), "rights_open", False, supposed=True),
    Implied((("minor_with", frozenset({"uninsured_parents", "nobody"})),), "other_cover", "none", supposed=True),
    *(
        Implied((("stay_standing", frozenset({standing})),), "stay_document", documents[0])
        for standing, documents in DOCUMENTS_BY_STANDING.items()
        if len(documents) == 1
    ),
)
"""In this order: a later one may read what an earlier one has implied. Read one person at a time, and by columns."""

AT_WORK_OR_AT_SCHOOL = ("working", "studying")
"""Activities of a minor of whom adults' papers are asked: the others are asked who looks after them."""

STANDING_OF: dict[Value, str] = {
    document: "none"
    if document == "none"
    else "under_18"
    if document == "none_under_18"
    else "short_stay"
    if document == "short_stay"
    else "asked_for"
    if document in WHILE_WAITING
    else "in_date"
    for document in FACTS["stay_document"].options
}
"""Where a document stands that is named without a word on it, as long as its last day is not past."""

LIVES_IN: dict[TerritoryName, str] = {
    "metropole": "france",
    "overseas_department": "france",
    "saint_barthelemy": "france",
    "saint_martin": "france",
    "mayotte": "mayotte",
    "saint_pierre_et_miquelon": "saint_pierre_et_miquelon",
    "new_caledonia": "new_caledonia",
    "french_polynesia": "french_polynesia",
    "wallis_et_futuna": "wallis_et_futuna",
    "monaco": "monaco",
}


def check(values: Mapping[str, Value], on: date) -> None:
    """Raise AnswerError for the first answer that cannot be true on that day, or not beside another answer."""
    check_plausible(values, on)
    _dates(values, on)
    _details(values)
    _contradictions(values, on)
    _place(values)


def orphans(values: Mapping[str, Value]) -> frozenset[str]:
    """The details whose question has since been answered otherwise: a screen may drop them."""
    return frozenset(name for name in ONLY_WITH if name in values and not _belongs(name, values))


def derived(values: Mapping[str, Value], on: date) -> dict[str, Value]:
    """What the answers imply: the territory of a postcode, a stay without permit from the day a document ended.

    So does where a document named without a word on it stands: its last day tells, or the request it belongs to.
    Who chose a line of work that says so, or whose care no other State pays, holds no A1 nor certificate; of another
    who works in France that is only supposed. So it is that no other State pays for a minor of parents insured nowhere.
    A minor at work or at school whom a birth date shows to be one needs no permit, whatever was said of papers. Rights
    of Mayotte, of the Pacific or of Saint-Pierre are not open here for who now lives in France.
    """
    person = dict(values)
    if _needs_none_before_18(person, on):
        person |= {"stay_standing": "under_18", "stay_document": "none_under_18"}
    if "lives_in" not in person and "postcode" in person:
        place = place_of_postcode(str(person["postcode"]))
        if place is not None:
            person["lives_in"] = place
    for implied in IMPLIED:
        if _follows(implied, person) and (implied.instead or implied.name not in person):
            person[implied.name] = implied.value
    ended = int(person.get("stay_document_until", on.toordinal()))
    if "irregular_since" not in person and ended < on.toordinal():
        person["irregular_since"] = ended + 1
    if "stay_document" in person:
        standing = STANDING_OF[person["stay_document"]]
        person.setdefault("stay_standing", "ended" if standing == "in_date" and ended < on.toordinal() else standing)
    return person


def supposed(values: Mapping[str, Value], person: Mapping[str, Value]) -> frozenset[str]:
    """Of ``person``, as derived from ``values``, the facts that nothing said makes certain."""
    return frozenset(
        implied.name
        for implied in IMPLIED
        if implied.supposed
        and implied.name not in values
        and person.get(implied.name) == implied.value
        and not any(_follows(other, person) for other in IMPLIED if other.name == implied.name and not other.supposed)
    )


def last_birth_of_an_adult(on: date) -> int:
    """The last day of birth, as an ordinal, that may make somebody an adult on that day."""
    same_day = add_years(on, -18)
    return next(day for day in (same_day.toordinal() + 1, same_day.toordinal()) if _is_18(day, on))


def _is_18(born: int, on: date) -> bool:
    return birthday(date.fromordinal(born), 18)[0] <= on


def _needs_none_before_18(person: Mapping[str, Value], on: date) -> bool:
    """Whether a birth date and an activity say that no permit is asked, and no listed document in date was named."""
    if person.get("activity") not in AT_WORK_OR_AT_SCHOOL or person.get("nationality") in EU_EEA_SWITZERLAND:
        return False
    if int(person.get("born_on", 0)) <= last_birth_of_an_adult(on):
        return False
    said_in_date = "stay_document" not in person and person.get("stay_standing") in STILL_GOOD
    ended = int(person.get("stay_document_until", on.toordinal())) < on.toordinal()
    return ended or not (said_in_date or person.get("stay_document") in ON_THE_LIST)


def _follows(implied: Implied, person: Mapping[str, Value]) -> bool:
    return all(name in person and person[name] in wanted for name, wanted in implied.when)


def _dates(values: Mapping[str, Value], on: date) -> None:
    for name in NEVER_IN_THE_FUTURE:
        if name in values and int(values[name]) > on.toordinal():
            day, asked = plain_day(date.fromordinal(int(values[name]))), plain_day(on)
            instead = YET_TO_COME.get(name, GIVE_A_PAST_DATE)
            raise AnswerError(
                name,
                Text(
                    f"{name} : {day.fr} vient après le jour demandé ({asked.fr}) ; {instead.fr}",
                    f"{name}: {day.en} is after the day asked ({asked.en}); {instead.en}",
                ),
            )
    for first, last in ORDERED:
        _ordered(values, first, last)
    if values.get("household_size") == 0:
        raise AnswerError(
            "household_size", Text("household_size : comptez au moins vous-même.", "household_size: count yourself.")
        )


def _ordered(values: Mapping[str, Value], first: str, last: str) -> None:
    if first in values and last in values and int(values[last]) < int(values[first]):
        raise AnswerError(
            last,
            Text(
                f"{last} : cette date vient avant {FACTS[first].label.fr} ({first}) ; corrigez l'une des deux.",
                f"{last}: this date comes before {FACTS[first].label.en} ({first}); correct one of them.",
            ),
        )


def _belongs(name: str, values: Mapping[str, Value]) -> bool:
    parent, wanted = ONLY_WITH[name]
    return parent not in values or values[parent] in wanted


def _details(values: Mapping[str, Value]) -> None:
    for name, (parent, wanted) in ONLY_WITH.items():
        if name in values and not _belongs(name, values):
            shown = " / ".join(sorted(wanted))
            raise AnswerError(
                name,
                Text(
                    f"{name} : ne va qu'avec {parent} = {shown} ; vous avez répondu {values[parent]}.",
                    f"{name}: goes only with {parent} = {shown}; you answered {values[parent]}.",
                ),
            )


def _contradictions(values: Mapping[str, Value], on: date) -> None:
    found = contradiction_among(values, on)
    if found is not None:
        raise AnswerError(found.field, found.said_of(values))


def _place(values: Mapping[str, Value]) -> None:
    if "postcode" not in values:
        return
    place = place_of_postcode(str(values["postcode"]))
    if place is not None and values.get("lives_in", place) != place:
        raise AnswerError(
            "postcode",
            Text(
                f"postcode : {values['postcode']} n'est pas à l'endroit donné par lives_in ({values['lives_in']}).",
                f"postcode: {values['postcode']} is not in the place given by lives_in ({values['lives_in']}).",
            ),
        )


def place_of_postcode(postcode: str) -> str | None:
    """What ``lives_in`` is for a postcode, None where its territory has no such answer; raises AnswerError."""
    return LIVES_IN.get(_territory(postcode))


def _territory(postcode: str) -> TerritoryName:
    try:
        return find(postcode).territory
    except PlaceError as problem:
        raise AnswerError("postcode", Text(f"postcode : {problem.text.fr}", f"postcode: {problem.text.en}")) from None
