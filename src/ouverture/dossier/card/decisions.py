"""What can be asked of a card. Our caisse refuses one only by naming what is missing, or a live hold."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.card import events
from ouverture.dossier.card.events import Form, Route
from ouverture.dossier.card.orders import european_last_day, items_missing, order_refused, trip_refused
from ouverture.dossier.card.stopping import may_stop_on
from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, Decision, Moment, OfCaisse, OfClock, OfPerson, OfPost, Personal, command
from ouverture.dossier.refusals import refuse
from ouverture.dossier.rights.events import OPEN

IN_HAND = frozenset({"person", "helper"})
"""Who may say that the card is in their hand although no office wrote that it left."""


@command
class SendCardForm(OfCaisse):
    """Send the paper form « Ma nouvelle carte Vitale » to the person."""


@command
class OrderCard(OfPerson):
    """Order a carte Vitale in the account or at a desk, with what it needs."""

    form: Form = "plastic"
    route: Route = "account"
    given: tuple[str, ...] = ("photo", "identity_document")


@command
class ReturnCardForm(OfPerson):
    """Send the paper form back: photo stuck on it, signature, copy of the identity document. No account is needed."""

    given: tuple[str, ...] = ("photo", "signature", "identity_document")


@command
class RenewCard(OfPerson):
    """Ask for another carte Vitale in place of a working one: another photo, the usage name, wear."""

    why: Personal
    form: Form = "plastic"
    route: Route = "account"
    given: tuple[str, ...] = ("photo", "identity_document")


@command
class OrderEuropeanCard(OfPerson):
    """Order the European card for a trip."""

    leaving_on: date
    route: Route = "account"


@command
class AskForCertificate(OfPerson):
    """Ask for the provisional certificate that stands for the European card."""

    leaving_on: date


@command
class RefusePhoto(OfCaisse):
    """Refuse the photo of an order: why, and what would do."""

    why: Personal
    what_would_do: Personal
    form: Form = "plastic"


@command
class SendNewPhoto(OfPerson):
    """Give another photo."""

    form: Form = "plastic"


@command
class ProduceCard(OfCaisse):
    """Make the card."""

    form: Form = "plastic"


@command
class PostCard(OfCaisse):
    """Send the card."""

    form: Form = "plastic"


@command
class ConfirmCardDelivery(OfPost):
    """The person holds the card."""

    form: Form = "plastic"


@command
class ReportCardReturned(OfPost):
    """The post brings the card back."""

    why: Personal
    form: Form = "plastic"


@command
class DeclareCardLost(OfPerson):
    """Say that a card is lost, stolen or faulty."""

    how: events.Loss
    form: Form = "plastic"


@command
class MarkUpdateDue(OfClock):
    """What the card holds changed, or a year passed."""

    why: str
    form: Form = "plastic"


@command
class UpdateCard(Command):
    """Put the card in a kiosk or a terminal: read, written, given back."""

    form: Form = "plastic"
    may = ("person", "kiosk", "helper", "caisse", "letter", "call")


@command
class SwitchOffCard(OfClock):
    """Rights ended: the card no longer works."""

    form: Form = "plastic"


@decides(OrderCard)
def _order(file: File, c: OrderCard, at: Moment) -> Decision:
    refusal = order_refused(file, c.form, c.route, c.given) if file.connected else None
    return refusal or (events.CardOrdered(at, c.form, c.route, None),)


@decides(ReturnCardForm)
def _return_form(file: File, c: ReturnCardForm, at: Moment) -> Decision:
    refusal = order_refused(file, "plastic", "paper_form", c.given) if file.connected else None
    return refusal or (events.CardOrdered(at, "plastic", "paper_form", None),)


@decides(RenewCard)
def _renew(file: File, c: RenewCard, at: Moment) -> Decision:
    if not c.why:
        return refuse("no_reason_given")
    refusal = items_missing(c.form, c.route, c.given) if file.connected else None
    return refusal or (events.CardRenewed(at, c.form, c.route, c.why, None),)


@decides(OrderEuropeanCard)
def _european(file: File, c: OrderEuropeanCard, at: Moment) -> Decision:
    return _for_a_trip(file, "european", c.route, c.leaving_on, at)


@decides(AskForCertificate)
def _certificate(file: File, c: AskForCertificate, at: Moment) -> Decision:
    return _for_a_trip(file, "certificate", "at_once", c.leaving_on, at)


def _for_a_trip(file: File, form: Form, route: Route, leaving_on: date, at: Moment) -> Decision:
    refusal = trip_refused(file, form, leaving_on, at.on) if file.connected else None
    if refusal:
        return refusal
    if file.card.stage(form) in ("in_use", "update_due"):
        return (events.CardRenewed(at, form, route, "trip", leaving_on),)
    return (events.CardOrdered(at, form, route, leaving_on),)


@decides(RefusePhoto)
def _refuse_photo(file: File, c: RefusePhoto, at: Moment) -> Decision:
    if file.connected and not (c.why and c.what_would_do):
        return refuse("photo_refused_without_reason")
    return (events.PhotoRefused(at, c.form, c.why, c.what_would_do),)


@decides(ProduceCard)
def _produce(file: File, c: ProduceCard, at: Moment) -> Decision:
    last = None if c.form in events.VITALE else european_last_day(file, c.form, at.on)
    made = events.CardProduced(at, c.form, last)
    # The app and the certificate are in the person's hands as soon as they are made.
    return (made, events.CardDelivered(at, c.form)) if c.form in ("app", "certificate") else (made,)


@decides(MarkUpdateDue)
def _mark_due(file: File, c: MarkUpdateDue, at: Moment) -> Decision:
    return (events.CardUpdateDue(at, c.form, c.why),) if c.form == "plastic" else refuse("no_update_needed")


@decides(UpdateCard)
def _update(_: File, c: UpdateCard, at: Moment) -> Decision:
    return (events.CardUpdated(at, c.form),) if c.form == "plastic" else refuse("no_update_needed")


@decides(SwitchOffCard)
def _switch_off(file: File, c: SwitchOffCard, at: Moment) -> Decision:
    if file.connected:
        if file.rights.stage in OPEN:
            return refuse("card_while_covered")
        first = may_stop_on(file)
        if first is None or at.on < first:
            return refuse("card_stops_too_early", by=first)
    return (events.CardSwitchedOff(at, c.form),)


@decides(SendCardForm)
def _send_card_form(_: File, __: SendCardForm, at: Moment) -> Decision:
    return (events.CardFormSent(at),)


@decides(SendNewPhoto)
def _send_new_photo(_: File, c: SendNewPhoto, at: Moment) -> Decision:
    return (events.PhotoGiven(at, c.form),)


@decides(PostCard)
def _post_card(_: File, c: PostCard, at: Moment) -> Decision:
    return (events.CardPosted(at, c.form),)


@decides(ConfirmCardDelivery)
def _confirm_card_delivery(file: File, c: ConfirmCardDelivery, at: Moment) -> Decision:
    early = file.card.stage(c.form) in ("ordered", "returned") and at.by not in IN_HAND
    if file.connected and early:
        return refuse("card_not_on_its_way")
    return (events.CardDelivered(at, c.form),)


@decides(ReportCardReturned)
def _report_card_returned(_: File, c: ReportCardReturned, at: Moment) -> Decision:
    return (events.CardReturned(at, c.form, c.why),)


@decides(DeclareCardLost)
def _declare_card_lost(_: File, c: DeclareCardLost, at: Moment) -> Decision:
    return (events.CardLost(at, c.form, c.how),)
