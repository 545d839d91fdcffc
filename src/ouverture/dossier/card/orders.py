"""Whether a card may be ordered: what is missing is named, with who can act; nothing else is a reason to refuse."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ouverture.dossier.card.events import VITALE, Form, Route
from ouverture.dossier.deadline import due
from ouverture.dossier.file import File
from ouverture.dossier.number.waits import what_the_number_waits_for
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.dossier.rights.events import OPEN
from ouverture.dossier.words import table
from ouverture.text import Text


def card_refused(file: File, form: Form) -> Refusal | None:
    """What every card needs: a permanent number and open rights. The app needs the account as well."""
    if file.number.stage != "permanent":
        return refuse("needs_permanent_number", **what_the_number_waits_for(file))
    if file.rights.stage not in OPEN:
        return refuse("card_needs_rights")
    if form == "app" and file.account.stage != "active":
        return refuse("app_needs_account")
    if form not in VITALE and file.rights.periods[-1].ground in table("cards")["european"]["not_for_grounds"]:
        return refuse("european_card_elsewhere")
    return None


def order_refused(file: File, form: Form, route: Route, given: Iterable[str]) -> Refusal | None:
    """Why an order of a carte Vitale cannot go through now; None when it can."""
    if file.card.stage(form) not in ("none", "stopped"):
        return refuse("one_card_of_each_form")
    if refusal := card_refused(file, form):
        return refusal
    if route == "account" and file.account.stage != "active":
        return refuse("online_order_needs_account")
    return items_missing(form, route, given)


def items_missing(form: Form, route: Route, given: Iterable[str]) -> Refusal | None:
    """The refusal naming every item an order on this route still lacks; a European card has its own order."""
    if form not in table("cards")["items"]:
        return refuse("ordered_for_a_trip")
    wanted = table("cards")["items"]["paper_form" if route == "paper_form" else form]
    missing = [item for item in wanted if item not in set(given)]
    if not missing:
        return None
    labels = table("cards")["labels"]
    return refuse("card_items_missing", piece=missing[0], items=[Text(**labels[item]) for item in missing])


def trip_refused(file: File, form: Form, leaving_on: date, today: date) -> Refusal | None:
    """Why a European card or its certificate is not needed, or not possible; None when it can be ordered."""
    if leaving_on < today:
        return refuse("trip_is_over", by=today)
    card = file.card.of(form)
    if card and card.stage in ("ordered", "produced", "posted", "returned"):
        return refuse("european_card_under_way")
    # Sources disagree on how early a card may be renewed: here, as soon as the one held ends before the trip.
    if card and card.stage == "in_use" and card.last_day and card.last_day >= leaving_on:
        return refuse("european_card_still_valid", by=card.last_day)
    return card_refused(file, form)


def too_late_for_the_card(leaving_on: date, today: date) -> bool:
    """Whether the advised day to order the European card is past: the certificate is then made as well."""
    return today > due("ceam_order_20_days_before", leaving_on)


def european_last_day(file: File, form: Form, made_on: date) -> date:
    """The last day to print: the longest validity, and never beyond the holder's rights."""
    longest = due("ceam_two_years" if form == "european" else "ceam_certificate_three_months", made_on)
    end = file.rights.periods[-1].last if file.rights.periods else None
    return min(longest, end) if end else longest
