"""What you hold, as four doors, each with the act that goes on from it."""

from __future__ import annotations

from ouverture.clock.day_words import plain_day
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.holdings import Holding, Standing, holdings
from ouverture.services.casework.look import FileView
from ouverture.services.casework.offers import Offer
from ouverture.site.page.addresses import page_address
from ouverture.site.page.file_acts import address
from ouverture.site.page.parts import DoorState, Held, Link
from ouverture.site.page.sentences import sentence
from ouverture.text import Language, Text

DOORS: dict[Standing, DoorState] = {"none": "shut", "under_way": "ajar", "have": "open", "stopped": "dashed"}
ICONS = {"number": "id-card", "rights": "file-check", "account": "key-round", "card": "credit-card"}
GOES_ON = {
    "number": (),
    "rights": (),
    "account": ("activate_account", "recover_account"),
    "card": ("order_card", "return_card_form", "confirm_card_delivery", "update_card"),
}
"""The acts that go on from each thing, the likeliest first; shown when they settle something owed."""
ELSEWHERE = {"number": "number", "rights": "my_rights", "account": "calls", "card": "my_card"}
"""Where each leads when no act is open: a page of the site, or of the file."""
OF_THE_FILE = {"my_rights", "my_card"}


def doors_held(actor: Actor, view: FileView, acts: tuple[Offer, ...], language: Language) -> list[Held]:
    """The four things, in their order."""
    able = {one.kind: one for one in acts if one.possible}
    return [_held(one, view, able, language) for one in holdings(actor, view)]


def _held(one: Holding, view: FileView, able: dict[str, Offer], language: Language) -> Held:
    return Held(
        ICONS[one.name],
        DOORS[one.standing],
        sentence(f"person.held.{one.name}"),
        _what(one),
        sentence(f"person.held.{one.name}_{'have' if one.standing == 'have' else 'not_yet'}"),
        _link(one, view, able, language),
    )


def _what(one: Holding) -> Text:
    """The number itself, the day rights opened; else where it stands."""
    if one.number:
        return Text(one.number, one.number)
    if one.name == "rights" and one.standing == "have" and one.since:
        day = plain_day(one.since)
        return Text(sentence("person.held.open_from", day=day.fr).fr, sentence("person.held.open_from", day=day.en).en)
    if one.name == "card" and one.standing == "none":
        return sentence("person.held.card_to_order")
    return one.stage.capitalised()


def _link(one: Holding, view: FileView, able: dict[str, Offer], language: Language) -> Link:
    offer = next((able[kind] for kind in GOES_ON[one.name] if kind in able and able[kind].settles), None)
    if offer:
        return Link(offer.label, address(view.stream, offer.kind, "", language))
    where = ELSEWHERE[one.name]
    parts = [view.stream] if where in OF_THE_FILE else []
    anchor = f"#{one.name}" if where == "my_rights" else ""
    return Link(sentence(f"person.held.{one.name}_link"), page_address(where, language, *parts) + anchor)
