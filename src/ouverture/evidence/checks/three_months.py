"""Three months of residence on papers: receipts of three months in a row, two bills, or a lease old enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ouverture.clock.period import add_months
from ouverture.evidence.checks import words
from ouverture.evidence.checks.case import Case
from ouverture.evidence.checks.checks_data import measures
from ouverture.evidence.checks.finding import Finding, Outcome
from ouverture.evidence.citations import css, sources
from ouverture.evidence.reading.days_on import Month, days_and_what_leads_to_them, days_in, months_in, periods_in
from ouverture.evidence.reading.found import Found, spots
from ouverture.evidence.reading.paper_read import PaperRead
from ouverture.places.spelling import fold
from ouverture.text import Text

_ABOUT_A_MONTH = re.compile(
    r"quittance|loyer|mois|periode|echeance|consommation|rent|period|month|facture|abonnement|bill"
)
_BILL = re.compile(r"facture|date de facturation|emise? le|bill|invoice|periode|consommation|du .* au ")
_SIGNED = re.compile(r"sign|fait a|conclu")
_BEGINS = re.compile(r"prend effet|prise d effet|date d effet|a compter du|debut|commence|start|entree dans les lieux")
_REVISED = re.compile(r"revision|revise|index")
_OF_SOMETHING_ELSE = re.compile(r"\b(?:loi|decret|ordonnance|arrete|law|decree|nee?|born)\b[^\d]{0,25}$")
"""What leads to the day of a law or of a birth."""
_ANOTHER_BILL = re.compile(r"precedente?|derniere|prochaine?|previous|next|echeance|avant le|limite|due")
"""Beside a day that is not that of this bill."""
_THREE = Text("Trois mois de suite y sont : {months}.", "Three months in a row are there: {months}.")
_GAP = Text("Il manque {missing}.", "{missing} is missing.")
_TOO_FEW = Text(
    "Les mois qui se lisent sont : {months}. Il en faut trois de suite.",
    "The months read are: {months}. Three in a row are wanted.",
)
_NO_MONTH = Text("Aucun mois ne se lit sur ces pages.", "No month can be read on these pages.")
_SEND_MONTH = Text(
    "Envoyez le mois qui manque, ou un autre papier qui le montre : la résidence se prouve par tout moyen.",
    "Send the missing month, or another paper that shows it: residence may be proved by any means.",
)
_SPAN = Text("Du {first} au {last} : plus de trois mois.", "From {first} to {last}: more than three months.")
_SHORT_SPAN = Text(
    "Du {first} au {last} : pas plus de trois mois.", "From {first} to {last}: not more than three months."
)
_ONE_BILL = Text("Une seule facture se lit.", "Only one bill can be read.")
_OLDER = Text(
    "Envoyez deux factures de suite qui couvrent plus de trois mois, ou trois mois de quittances.",
    "Send two bills in a row that span more than three months, or three months of receipts.",
)
_LEASE_OLD = Text(
    "Le bail date du {signed} : plus de trois mois.", "The lease dates from {signed}: more than three months."
)
_LEASE_YOUNG = Text(
    "Le bail date du {signed} : pas encore plus de trois mois.",
    "The lease dates from {signed}: not yet more than three months.",
)
_BEGAN = Text(
    "Le bail commence le {day} : il y a plus de trois mois.", "The lease begins on {day}: more than three months ago."
)
_NOT_BEGUN = Text(
    "Le bail commence le {day} : pas encore plus de trois mois.",
    "The lease begins on {day}: not yet more than three months.",
)
_NO_DAY = Text("La date du bail ne se lit pas.", "The date of the lease cannot be read.")
_WAIT = Text(
    "Attendez que trois mois soient passés, ou envoyez un papier plus ancien.",
    "Wait until three months have passed, or send an older paper.",
)
_LOOK = Text("Photographiez la page où les dates sont écrites.", "Photograph the page on which the dates are written.")


def check(read: PaperRead, case: Case, name: str) -> Iterator[Finding]:
    """One finding for a paper that is to show three months; none when nothing is read (``legible`` says so)."""
    if not any(page.lines for page in read.pages):
        return
    if name == "three_months_residence":
        yield _receipts(read)
    elif name == "two_bills":
        yield _bills(read, case)
    elif name == "lease":
        yield _lease(read, case)


def _receipts(read: PaperRead) -> Finding:
    serves = sources.RESIDENCE_EVIDENCE.name
    found = _months(read)
    months = sorted(found)
    if not months:
        return Finding("three_months", "inconclusive", _NO_MONTH, serves, _LOOK)
    run = _longest_run(months)
    if len(run) >= measures("three_months")["months"]:
        said = words.listed([words.month(one) for one in run])
        return Finding(
            "three_months",
            "passed",
            _THREE.filled(months=said),
            serves,
            page=found[run[0]].page,
            place=found[run[0]].place,
        )
    missing = _missing(months)
    last = found[months[-1]]
    whole = not read.trouble and all(page.lines for page in read.pages)
    if missing:
        reason = _GAP.filled(missing=words.listed([words.month(one) for one in missing])).capitalised()
    else:
        reason = _TOO_FEW.filled(months=words.listed([words.month(one) for one in months]))
    return Finding(
        "three_months",
        "failed" if whole else "inconclusive",
        reason,
        serves,
        _SEND_MONTH,
        page=last.page,
        place=last.place,
    )


def _months(read: PaperRead) -> dict[Month, Found[Month]]:
    """The months a paper is about: those of a line that says so ("loyer", "période"), else of any line of the page."""
    found: dict[Month, Found[Month]] = {}
    every = tuple(spots(read))
    for page in read.pages:
        here = [spot for spot in every if spot.page is page]
        about = [spot for spot in here if _ABOUT_A_MONTH.search(fold(spot.line.text)) and months_in(spot.line.text)]
        for spot in about or here:
            for month in months_in(spot.line.text):
                found.setdefault(month, Found(month, page.number, spot.line.place))
    return found


def _longest_run(months: list[Month]) -> list[Month]:
    runs: list[list[Month]] = []
    for month in months:
        if runs and runs[-1][-1].after() == month:
            runs[-1].append(month)
        else:
            runs.append([month])
    return max(runs, key=len)


def _missing(months: list[Month]) -> list[Month]:
    """The months lacking between the first and the last."""
    month, missing = months[0], []
    while month < months[-1]:
        month = month.after()
        if month not in months:
            missing.append(month)
    return missing


def _bills(read: PaperRead, case: Case) -> Finding:
    serves = sources.BILLS.name
    found = sorted(_bill_days(read, case), key=lambda one: one.what)
    if not found:
        return Finding("two_bills", "inconclusive", _ONE_BILL, serves, _LOOK)
    first, last = found[0], found[-1]
    months = measures("three_months")["months"]
    if first.what == last.what or not _are_several(read):
        return Finding("two_bills", "inconclusive", _ONE_BILL, serves, _OLDER, page=first.page, place=first.place)
    said = {"first": words.day(first.what), "last": words.day(last.what)}
    if add_months(first.what, months) < last.what:
        return Finding("two_bills", "passed", _SPAN.filled(**said), serves, page=first.page, place=first.place)
    return Finding("two_bills", "failed", _SHORT_SPAN.filled(**said), serves, _OLDER, page=last.page, place=last.place)


def _bill_days(read: PaperRead, case: Case) -> Iterator[Found[date]]:
    """The days of the bills: of their periods, else those on which they were issued; none that is still to come."""
    every = [spot for spot in spots(read) if _BILL.search(fold(spot.line.text))]
    periods = [(spot, period) for spot in every for period in periods_in(spot.line.text)]
    days = [(spot, day) for spot, period in periods for day in (period.first, period.last)]
    days = days or [(spot, day) for spot in every for day in days_in(spot.line.text)]
    yield from (Found(day, spot.page.number, spot.line.place) for spot, day in days if day <= case.today)


def _are_several(read: PaperRead) -> bool:
    """Whether two bills are there: two periods, or two days of issue, whatever each of them covers."""
    lines = [spot.line.text for spot in spots(read) if _BILL.search(fold(spot.line.text))]
    periods = {period.first for text in lines for period in periods_in(text)}
    own = [text for text in lines if not periods_in(text) and not _ANOTHER_BILL.search(fold(text))]
    issued = {day for text in own for day in days_in(text)}
    wanted: int = measures("three_months")["bills"]
    return max(len(periods), len(issued)) >= wanted


def _lease(read: PaperRead, case: Case) -> Finding:
    """From the day it begins, where it says one; else from the day it was signed."""
    serves = css.THREE_MONTHS.name
    begins = sorted(_days_beside(read, _BEGINS), key=lambda one: one.what)
    signed = [one for one in _days_beside(read, _SIGNED) if one.what <= case.today]
    found = begins or sorted(signed, key=lambda one: one.what)
    if not found:
        return Finding("lease_age", "inconclusive", _NO_DAY, serves, _LOOK)
    first = found[0]
    old = add_months(first.what, measures("three_months")["months"]) < case.claimed_on
    reason = (_BEGAN if old else _NOT_BEGUN) if begins else (_LEASE_OLD if old else _LEASE_YOUNG)
    outcome: Outcome = "passed" if old else "failed"
    said = reason.filled(day=words.day(first.what), signed=words.day(first.what))
    return Finding("lease_age", outcome, said, serves, None if old else _WAIT).at(first.page, first.place)


def _days_beside(read: PaperRead, words_of_it: re.Pattern[str]) -> Iterator[Found[date]]:
    """The days on lines with such words, or on the line below; none of a law, a birth or a revision of the rent."""
    every = list(spots(read))
    for at, spot in enumerate(every):
        said = fold(spot.line.text)
        if not words_of_it.search(said) or _REVISED.search(said):
            continue
        below = [one for one in every[at + 1 : at + 2] if one.page is spot.page]
        for one in (spot, *below):
            days = [day for day, before in days_and_what_leads_to_them(one.line.text) if not _is_other(before)]
            if days:
                yield from (Found(day, one.page.number, one.line.place) for day in days)
                break


def _is_other(before: str) -> bool:
    return bool(_OF_SOMETHING_ELSE.search(before))
