"""Care, its sheets and its money."""

from __future__ import annotations

from datetime import timedelta

from ouverture.dossier.claim.events import PricedLine
from ouverture.dossier.claim.requests import (
    ConfirmAccountHolder,
    NoticeOverpayment,
    PayClaim,
    PriceClaim,
    ReceiveClaim,
    RecordBankDetails,
    RecordRecovery,
    RefuseLine,
)
from ouverture.rehearsal.actors.acts import does
from ouverture.rehearsal.actors.person import does_it
from ouverture.rehearsal.someone import Someone
from ouverture.rehearsal.world import World
from ouverture.services.casework.claim_prices import suggested, to_recover

IBAN = "FR7630006000011234567890189"
"""The account of an invented person, well formed."""
NOT_HELD = "no tariff is held for that day"
"""The reason written beside a line that the tables do not price: nothing is repaid until it is found."""


def fall_ill(world: World, who: Someone) -> None:
    """A visit to the doctor, a sheet in the post; sometimes the same sheet twice, sometimes care before cover."""
    care = world.day - timedelta(days=world.chance.randrange(0, 30))
    lines = tuple(
        (code, world.chance.randrange(1000, 9000)) for code in ("visit", "medicine 65")[: world.chance.randrange(1, 3)]
    )
    sheet = ReceiveClaim(f"s{who.sent}", care, lines, electronic=world.chance.random() < 0.4)
    does_it(world, who, sheet)
    if world.happens("envelope_sent_twice"):
        does_it(world, who, ReceiveClaim(f"s{who.sent}", care, lines))


@does("give_bank_details", delay="person_answers")
def give_the_account(world: World, who: Someone, _: str) -> None:
    """One's own, or somebody else's."""
    if who.answers:
        name = f"{who.identity.given} {who.identity.family}".strip()
        holder = world.chance.choice((name, "Jean Petit"))
        does_it(world, who, RecordBankDetails(IBAN, holder, name))


@does("confirm_account_holder", delay="person_answers")
def say_whose_account(world: World, who: Someone, _: str) -> None:
    """The spouse's."""
    if who.answers:
        does_it(world, who, ConfirmAccountHolder("a joint account"))


@does("price_claim", "price_electronic_claim", delay="agent_reads", forgets="office_forgets")
def price_the_sheet(world: World, who: Someone, about: str) -> None:
    """Line by line as the tables price it, with a line refused now and then."""
    sheet = next((one for one in world.file(who).claim.open if one.claim == about), None)
    if sheet is None:
        return
    if len(sheet.lines) > 1 and world.happens("paper_refused"):
        world.send(who, RefuseLine(about, 1, "not_covered", "this line is not repaid"))
    sheet = world.file(who).claim.named(about) or sheet
    by_tables = suggested(world.file(who), sheet, world.day)
    priced = tuple(
        one or PricedLine(place, line.cents, 0)
        for place, (line, one) in enumerate(zip(sheet.lines, by_tables, strict=True))
        if not line.refused
    )
    why = "" if all(by_tables[one.line] for one in priced) else NOT_HELD
    world.send(who, PriceClaim(about, priced, recovered=to_recover(world.file(who), sheet, world.day), why=why))


@does("pay_claim", "pay_electronic_claim", delay="agent_reads", forgets="office_forgets")
def pay_the_sheet(world: World, who: Someone, about: str) -> None:
    """Once; the second time is refused."""
    world.send(who, PayClaim(about))
    if world.happens("wrong_entry"):
        world.send(who, PayClaim(about))
    if world.happens("wrong_entry"):
        world.later("life_event", lambda: world.send(who, NoticeOverpayment(about, 100, "the base was wrong")))


@does("repay_overpayment", delay="person_answers")
def give_back(world: World, who: Someone, about: str) -> None:
    """In one go."""
    if who.answers:
        sheet = next((one for one in world.file(who).claim.open if one.claim == about), None)
        world.send(who, RecordRecovery(about, sheet.to_recover if sheet else 100))
