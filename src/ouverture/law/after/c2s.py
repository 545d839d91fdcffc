"""May this household have the C2S, free or with a participation? Conditions of resources only (article L861-1).

Whether the person is covered under L160-1 is the verdict's business; RSA, ASPA and the like give C2S without this test.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from ouverture.law.after.c2s_ceiling import Ceilings, ceilings, last_known
from ouverture.law.after.c2s_words import (
    above,
    ceiling_not_found,
    free,
    missing_facts,
    near,
    not_here,
    overseas_unknown,
    participation,
    under_the_last_known,
)
from ouverture.law.amounts import Amount, value
from ouverture.law.facts import FACTS
from ouverture.places.caisses import find
from ouverture.places.place_error import PlaceError
from ouverture.rules.assessment import Person
from ouverture.rules.facts import Fact
from ouverture.text import Text

Status = Literal["free", "with_participation", "above", "not_here", "unknown"]

ARTICLES = ("CSS L861-1", "CSS D861-1", "CSS R861-3", "CSS L861-5", "CSS R861-16-1")
DEADLINES = (
    "c2s_decision",
    "c2s_start",
    "c2s_one_year",
    "c2s_renewal_window_open",
    "c2s_renewal_window_close",
    "c2s_payment_papers_three_months",
)
_OVERSEAS = frozenset({"overseas_department", "saint_barthelemy", "saint_martin"})


@dataclass(frozen=True)
class C2s:
    """The answer for a household. ``says`` are the steps in order; ``missing`` the facts that would settle it.

    ``monthly`` is the claimant's participation in euros a month, when it is known. ``likely`` is what the last known
    ceiling would give, where that of the day was not found: never an answer. ``deadlines`` are names of the clock.
    """

    status: Status
    says: tuple[Text, ...]
    ceilings: Ceilings | None = None
    monthly: Amount | None = None
    euros_a_month: Decimal | None = None
    likely: Status | None = None
    missing: tuple[Fact, ...] = ()
    articles: tuple[str, ...] = ARTICLES
    deadlines: tuple[str, ...] = DEADLINES


def c2s(person: Person, on: date) -> C2s:
    """The answer on the day ``on`` from annual_resources, household_size, lives_in, postcode and born_on.

    Resources are those of the twelve months the law looks at, in euros. Raises ValueError for an empty household.
    """
    place = person.get("lives_in")
    if place is not None and place != "france":
        return C2s("unknown" if place == "mayotte" else "not_here", (not_here(str(place)),))
    missing = tuple(FACTS[name] for name in ("annual_resources", "household_size", "lives_in") if name not in person)
    if missing:
        return C2s("unknown", (missing_facts(missing),), missing=missing)
    far = overseas(person)
    if far is None:
        there, here = (_answer(person, on, place_is_far) for place_is_far in (True, False))
        if there.status == here.status:
            return here
        return C2s("unknown", (overseas_unknown(),), missing=(FACTS["postcode"],))
    return _answer(person, on, far)


def overseas(person: Person) -> bool | None:
    """Whether the postcode lies in a collectivity of L751-1; None without a postcode that can be read."""
    try:
        return find(str(person["postcode"])).territory in _OVERSEAS
    except (KeyError, PlaceError):
        return None


def _answer(person: Person, on: date, overseas: bool) -> C2s:
    resources, size = Decimal(int(person["annual_resources"])), int(person["household_size"])
    found = ceilings(size, overseas, on)
    if found is None:
        return _not_found(resources, size, overseas, on)
    status = _status(resources, found)
    if status == "with_participation":
        monthly, euros = _monthly(person, on)
        return C2s(status, (participation(found, euros),), found, monthly, euros)
    words = {"free": free, "above": above, "unknown": near}[status]
    return C2s(status, (words(found),), found)


def _status(resources: Decimal, found: Ceilings) -> Status:
    under, reached = found.free.over(resources), found.top.reaches(resources)
    if under is None or reached is None:
        return "unknown"
    return "free" if under else "with_participation" if reached else "above"


def _not_found(resources: Decimal, size: int, overseas: bool, on: date) -> C2s:
    known = last_known(size, overseas, on)
    steps = (ceiling_not_found(on),)
    if known is None:
        return C2s("unknown", steps)
    status = _status(resources, known)
    if status not in ("free", "with_participation"):
        return C2s("unknown", steps)
    return C2s("unknown", (*steps, under_the_last_known(known, free=status == "free")), likely=status)


def _monthly(person: Person, on: date) -> tuple[Amount, Decimal | None]:
    """The participation of the claimant: age on 1 January of the year of the award (R861-16-1 II)."""
    local = person.get("works_in_alsace_moselle") is True
    amount = value("c2s_monthly_participation_alsace_moselle" if local else "c2s_monthly_participation", on)
    if "born_on" not in person:
        return amount, None
    born = date.fromordinal(int(person["born_on"]))
    return amount, amount.at(max(on.year - born.year - ((born.month, born.day) > (1, 1)), 0))
