"""How long each thing that a file waits for may still take: one forecast a thing, of the day of the look."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.file import File
from ouverture.dossier.law_of_a_day import with_what_follows
from ouverture.dossier.number.events import WITH_WAITING_NUMBER
from ouverture.forecast.table import read_on as read_on
from ouverture.forecast.waiting import Forecast as Forecast
from ouverture.forecast.waiting import Waited, forecast
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView
from ouverture.services.casework.waits_seen import route_of_ground

SET_BY_LAW = {"decision": "decide", "permanent_number": "certify"}
"""The obligation whose day, where a text sets it, is the last one of the stage."""
FORMS = {"plastic": "card", "app": "card", "european": "european_card"}
"""The stage of the table of each form of card; the certificate is made at once."""
ON_ITS_WAY = frozenset({"ordered", "photo_awaited", "produced", "posted"})


def waits_of(house: House, view: FileView) -> tuple[tuple[str, Forecast], ...]:
    """What the file waits for from somebody else, each with the track it belongs to, the longest wait first."""
    found: list[tuple[str, Forecast]] = []
    for track, wait in _waited(view):
        seen = house.waits.estimate(house.journal, wait.stage, wait.route, wait.caisse, view.day)
        found.append((track, forecast(wait, seen, view.day)))
    return tuple(sorted(found, key=lambda one: one[1].wait.since))


def if_begun(house: House, view: FileView, stage: str, route: str) -> Forecast:
    """How long a stage would take if it began on the day of the look. Raises KeyError for a stage without a table."""
    wait = Waited(stage, view.day, route, view.file.attachment.caisse, None)
    return forecast(wait, house.waits.estimate(house.journal, stage, route, wait.caisse, view.day), view.day)


def _waited(view: FileView) -> Iterator[tuple[str, Waited]]:
    file, caisse = view.file, view.file.attachment.caisse
    for track, stage, since, route in _stages(file, view.day):
        yield track, Waited(stage, since, route, caisse, _law_sets(view, stage))


def _law_sets(view: FileView, stage: str) -> date | None:
    owed = (one for one in (view.headline, *view.also) if one and one.act == SET_BY_LAW.get(stage))
    return next((one.due for one in owed if one.basis == "article"), None)


def _stages(file: File, day: date) -> Iterator[tuple[str, str, date, str]]:
    """The track, the stage, since when, by which route."""
    claim, number = file.application, file.number
    route = route_of_ground(claim.ground)
    sent = claim.received_on if claim.received_on != date.min else None
    if sent and claim.stage == "open" and not claim.on_its_way:
        yield "application", "decision", claim.reopened_on or sent, route
    if sent and claim.stage in ("open", "accepted") and number.stage == "none":
        yield "number", *(("returning_number", sent, "") if _had_one(file, day) else ("waiting_number", sent, route))
    if sent and number.stage == "deactivated":
        yield "number", "returning_number", sent, ""
    if number.issued_on and number.stage in WITH_WAITING_NUMBER:
        yield "number", "permanent_number", number.issued_on, ""
    if file.account.stage == "locked" and (hold := file.hold.named(file.account.locked_by)):
        yield "account", "account", hold.since, ""
    yield from _cards_and_sheets(file)


def _had_one(file: File, day: date) -> bool:
    """Whether the person has a number already, by the search or by their answers: it is put in use again, for life."""
    facts = file.person.situation or file.application.facts
    return file.identity.stage == "known" or dict(with_what_follows(facts, day)).get("had_number") is True


def _cards_and_sheets(file: File) -> Iterator[tuple[str, str, date, str]]:
    for card in file.card.items:
        if card.stage in ON_ITS_WAY and card.ordered_on and card.form in FORMS:
            yield f"card/{card.form}", FORMS[card.form], card.ordered_on, card.route
    if file.doctor.stage == "accepted" and file.doctor.since:
        yield "doctor", "doctor", file.doctor.since, file.doctor.route
    for sheet in file.claim.open:
        if sheet.paid_on is None:
            yield f"claim/{sheet.claim}", "care_sheet", sheet.received_on, "electronic" if sheet.electronic else "paper"
