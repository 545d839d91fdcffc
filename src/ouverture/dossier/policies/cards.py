"""What follows for the cards: the update that a change or a year makes due, the certificate made at once, the end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.attachment.events import TakenOver
from ouverture.dossier.card.decisions import AskForCertificate, MarkUpdateDue, ProduceCard, SendCardForm, SwitchOffCard
from ouverture.dossier.card.events import CardOrdered, CardRenewed
from ouverture.dossier.card.orders import too_late_for_the_card
from ouverture.dossier.card.paper_form import form_goes_on
from ouverture.dossier.card.stopping import may_stop_on
from ouverture.dossier.deadline import due
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, Event
from ouverture.dossier.number.events import CertifiedInPlace, Replaced
from ouverture.dossier.policies.registry import after, on_its_day
from ouverture.dossier.rights.events import RightsReEvaluated

Plans = Iterator[tuple[date, Command]]
MADE = ("produced", "posted", "returned", "in_use")


@after(CertifiedInPlace, Replaced, TakenOver, RightsReEvaluated, connected_only=False)
def update_due_after_change(file: File, e: Event) -> Command | None:
    """What the card holds has changed: the person is told to update it (R161-33-10). A mere amount is not on it."""
    if isinstance(e, RightsReEvaluated) and not file.rights.on_another_ground:
        return None
    card = file.card.of("plastic")
    return MarkUpdateDue(e.kind) if card and card.stage in MADE and not card.stale else None


@on_its_day()
def update_due_every_year(file: File, _: date) -> Plans:
    """A year has passed since the card was issued or updated (R161-33-10)."""
    card = file.card.of("plastic")
    if card and card.stage == "in_use" and card.updated_on:
        yield due("card_update_one_year", card.updated_on), MarkUpdateDue("one_year")


@on_its_day(connected_only=True)
def send_the_form_unasked(file: File, _: date) -> Plans:
    """The account was not opened with its first code: the paper form goes out, and the card waits for no account."""
    if on := form_goes_on(file):
        yield on, SendCardForm()


@after(CardOrdered, CardRenewed)
def certificate_when_too_late(file: File, e: CardOrdered | CardRenewed) -> Command | None:
    """The trip comes before the European card can: the certificate is made as well (M23)."""
    if e.form != "european" or e.trip_on is None or not too_late_for_the_card(e.trip_on, e.on):
        return None
    held = file.card.of("certificate")
    covered = held and held.stage in ("ordered", "in_use") and (held.last_day or e.trip_on) >= e.trip_on
    return None if covered else AskForCertificate(e.trip_on)


@after(CardOrdered, CardRenewed)
def certificate_at_once(_: File, e: CardOrdered | CardRenewed) -> Command | None:
    """The certificate needs no making: it is there in the same step."""
    return ProduceCard("certificate") if e.form == "certificate" else None


@on_its_day(connected_only=True)
def switch_off_when_rights_close(file: File, _: date) -> Plans:
    """Rights are closed, and the card's own time has passed (R114-10-1 II, R161-33-2)."""
    if first := may_stop_on(file):
        for card in file.card.items:
            if card.stage != "stopped":
                yield max(first, card.since), SwitchOffCard(card.form)
