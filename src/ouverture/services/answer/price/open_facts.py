"""The facts of a line that were not given, each with its question and the other answers there are.

Nothing is decided here of whether an answer changes a cent: ``spread`` tries them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, partial
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta

from ouverture.pricing.acts import Act, statuses
from ouverture.pricing.care import Line, Pathway, Sector
from ouverture.pricing.counters import Counters, cap
from ouverture.pricing.rows import read_table, shelf
from ouverture.pricing.terms import chooses_a_doctor, minor
from ouverture.services.answer.price.patient_reading import OLDEST, Known, window_said
from ouverture.text import Text

Supposing = Callable[[Line, Counters], Line]
"""What another answer makes of the line; it may move the counters it is given."""
YEARS_BACK = 2
"""A sheet may be sent for two years and the rest of a quarter: an older day of care is none to ask about."""


class Other(NamedTuple):
    """Another answer: its value as a file would give it, its words, and what it makes of the line."""

    value: str
    says: Text
    suppose: Supposing


class Open(NamedTuple):
    """A fact left open: its field, the question, and the answers other than the one taken meanwhile."""

    field: str
    question: Text
    others: tuple[Other, ...]


def left_open(given: Mapping[str, Any], act: Act, line: Line, known: Known) -> tuple[Open, ...]:
    """The facts that the named fields leave open for this line, in the order in which they are asked."""
    found = (
        *_of_the_doctor(given, act, line),
        *_of_the_patient(given, act, line, known),
        *_of_the_care(given, act, line),
        *_of_the_year(given, act, line),
    )
    return tuple(one for one in found if one.others)


def _of_the_doctor(given: Mapping[str, Any], act: Act, line: Line) -> Iterator[Open]:
    if not act.of_doctor:
        return
    if "sector" not in given and line.sector == "1":
        sectors: tuple[Sector, ...] = ("2", "none") if "optam" in given else ("optam", "2", "none")
        yield _open("sector", {each: _put(sector=each) for each in sectors})
    elif line.sector == "2" and "optam" not in given and sector_unsaid(given):
        yield _open("optam", {"yes": _put(sector="optam")})
    if not {"pathway", "medecin_traitant", "emergency"} & given.keys():
        pathways: dict[str, Pathway] = {"emergency": "spared", "out": "out"}
        if act.direct_access:
            pathways = {"direct": "direct", **pathways}
        yield _open("pathway", {name: _put(pathway=each) for name, each in pathways.items()})


def sector_unsaid(given: Mapping[str, Any]) -> bool:
    """Whether a sector 2 was given without saying whether the doctor signed Optam."""
    return str(given.get("sector_read", "")) == "unsaid"


def _of_the_patient(given: Mapping[str, Any], act: Act, line: Line, known: Known) -> Iterator[Open]:
    if not known.age_given:
        yield Open("age", _question("age"), tuple(_ages(act, line)))
    elif known.perhaps_spared:
        yield _open("born_on", {"spared": _with_situation("minor")})
    if given.get("pregnant") and not window_said(given):
        yield _open("maternity_month", {"6": _with_situation("maternity")})
    if not given.get("situations_closed"):
        yield Open("situations", _question("situations"), tuple(_situations(given, line, known)))
    if "long_illness" in line.patient.situations and "protocol" not in given:
        yield _open("protocol", {"no": _put(protocol=False)})
    if "place" not in given and act.tariffs and line.tariff is None:
        places = [*(act.overseas_tariffs or {}), "overseas"]
        yield _open("place", {each: _put_patient(overseas="elsewhere" if each == "overseas" else each)
                              for each in places})  # fmt: skip


def _ages(act: Act, line: Line) -> Iterator[Other]:
    """One answer for each span of ages that this act tells apart, but that of the age taken meanwhile."""
    edges = {0, minor(), *(choice.from_age for choice in act.tariffs)}
    edges |= {choice.under_age for choice in act.tariffs if choice.under_age is not None}
    edges |= {chooses_a_doctor()} if act.of_doctor else set()
    firsts = sorted(edge for edge in edges if act.patient_under_age is None or edge < act.patient_under_age)
    lasts = [*(each - 1 for each in firsts[1:]), (act.patient_under_age or OLDEST + 1) - 1]
    for first, last in zip(firsts, lasts, strict=True):
        if not first <= line.patient.age <= last:
            words = "band" if last < OLDEST else "from"
            yield Other(str(first), _answer("age", words, first=first, last=last), _put_patient(age=first))


def _situations(given: Mapping[str, Any], line: Line, known: Known) -> Iterator[Other]:
    said = {*given.get("denied", ()), *line.patient.situations, "minor"}
    if window_said(given) or "pregnant" in given:
        said.add("maternity")
    if known.age_given and line.patient.age > 0:
        said.add("newborn")
    for name, status in statuses().items():
        if name not in said:
            yield Other(name, status.label, _with_situation(name))


def _of_the_care(given: Mapping[str, Any], act: Act, line: Line) -> Iterator[Open]:
    if "on" not in given:
        yield Open("on", _question("on"), tuple(_days(line)))
    if not {"quantity", "days"} & given.keys() and _may_be_several(act, line):
        yield _open("quantity", {"2": _put(quantity=2)})
    if act.name == "hospital_stay" and "days" not in given:
        yield _open("days", {"1": _put(days=1)})
    if "in_hospital" not in given and act.care not in ("hospital", "charge"):
        yield _open("in_hospital", {"yes": _put(in_hospital=True)})
    if "heavy" not in given and act.of_doctor and act.priced == "ask":
        yield _open("heavy", {"yes": _put(heavy=True)})


def _may_be_several(act: Act, line: Line) -> bool:
    """Whether one line may well hold two: boxes, acts of a nurse, ways, days; or twice a tariff that was given."""
    counted = act.deduction in ("box", "auxiliary", "transport") or act.charge.startswith("daily")
    return counted or act.care == "hearing" or (line.tariff is not None and line.fee >= 2 * line.tariff)


def _days(line: Line) -> Iterator[Other]:
    """The day before each change of a table, as far back as a sheet can be sent."""
    for day in _changes():
        if line.on - relativedelta(years=YEARS_BACK) < day <= line.on:
            before = day - timedelta(1)
            says = _answer("on", "before", day=day.isoformat(), day_fr=f"{day:%d/%m/%Y}")
            yield Other(before.isoformat(), says, _put(on=before))


@cache
def _changes() -> tuple[date, ...]:
    """Every day on which a table changes."""
    return tuple(sorted({row.since for series in shelf().values() for row in series}))


def _of_the_year(given: Mapping[str, Any], act: Act, line: Line) -> Iterator[Open]:
    if not act.deduction:
        return
    if act.deduction == "participation":
        if not {"already_participations", "rank"} & given.keys():
            yield _open("already_participations", {"full": _all_participations})
    elif "already_franchises" not in given:
        yield _open("already_franchises", {"full": _all_franchises})
    # What was paid was paid to the professional: only without a sum may the caisse have paid in the person's place.
    if not {"third_party", "fee", "unit_fee", "tariff"} & given.keys():
        yield _open("third_party", {"yes": _put(third_party=True)})


def _all_participations(line: Line, counters: Counters) -> Line:
    day = line.counted_in
    counters.year(day.year).told(cap("counts", "participation_year", day), 0, 0)
    return line


def _all_franchises(line: Line, counters: Counters) -> Line:
    day = line.counted_in
    counters.year(day.year).told(0, 0, cap("deductions", "franchise_year", day))
    return line


def _put(**values: Any) -> Supposing:
    return partial(_with_values, values)


def _with_values(values: Mapping[str, Any], line: Line, _: Counters) -> Line:
    return replace(line, **values)


def _put_patient(**values: Any) -> Supposing:
    return partial(_with_patient, values)


def _with_patient(values: Mapping[str, Any], line: Line, _: Counters) -> Line:
    return replace(line, patient=replace(line.patient, **values))


def _with_situation(name: str) -> Supposing:
    return partial(_in_situation, name)


def _in_situation(name: str, line: Line, _: Counters) -> Line:
    return replace(line, patient=replace(line.patient, situations=line.patient.situations | {name}))


def _open(field: str, supposed: Mapping[str, Supposing]) -> Open:
    return Open(field, _question(field), tuple(Other(name, _answer(field, name), suppose)
                                               for name, suppose in supposed.items()))  # fmt: skip


def _question(field: str) -> Text:
    words = read_table("questions")[field]
    return Text(words["fr"], words["en"])


def _answer(field: str, name: str, **filled: object) -> Text:
    words = read_table("questions")[field]["answers"][name]
    return Text(words["fr"].format(**filled), words["en"].format(**filled))
