"""What can be asked for a care sheet and its money."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.claim.events import BankSaid, CareLines, PricedLine
from ouverture.dossier.kernel import OfCaisse, OfPerson, Personal, Secret, command


@command
class RecordBankDetails(OfPerson):
    """The account to pay to. ``person_name`` is compared with the holder's when it is known."""

    iban: Secret
    holder_name: Personal
    person_name: Personal = ""


@command
class ConfirmAccountHolder(OfPerson):
    """Say whose account it is (a joint account, a parent's), and that it is the right one."""

    why: Personal


@command
class ReceiveClaim(OfPerson):
    """A care sheet arrives. ``again``: why it is another one although the day and the lines are those of an earlier."""

    claim: str
    care_on: date
    lines: CareLines
    electronic: bool = False
    again: Personal = ""


@command
class RefuseLine(OfCaisse):
    """Refuse one line (counted from 0), with a code and a sentence for the person."""

    claim: str
    line: int
    code: str
    text: Personal


@command
class PriceClaim(OfCaisse):
    """Say what is repaid for each line that is not refused, with its base, in cents.

    ``owed``: participations that a tiers payant leaves to the person for later; ``recovered``: earlier ones taken from
    this repayment, of which ``lines`` is what remains (L160-13 II, D160-7). ``why``: why the price is not the expected.
    """

    claim: str
    lines: tuple[PricedLine, ...]
    owed: int = 0
    recovered: int = 0
    why: Personal = ""


@command
class PayClaim(OfCaisse):
    """Pay a sheet, once. ``cents``: what was seen on the account, for a caisse outside; else what was priced."""

    claim: str
    cents: int | None = None


@command
class RecordBankRejection(OfCaisse):
    """A line of the bank's file: the payment of a sheet came back, and what the bank says of it."""

    claim: str
    bank_said: BankSaid


@command
class HoldPayments(OfCaisse):
    """Keep what is priced: payments are suspended."""


@command
class PayWhatWasHeld(OfCaisse):
    """Payments are restored: pay everything that was kept."""


@command
class NoticeOverpayment(OfCaisse):
    """Too much was paid: how much, in cents, and why. ``fraud``: the two years of L160-11 do not apply."""

    claim: str
    cents: int
    why: Personal
    fraud: bool = False


@command
class RecordRecovery(OfCaisse):
    """The person gave back this much, in cents."""

    claim: str
    cents: int


@command
class RecordParticipationsPaid(OfCaisse):
    """The person paid this much, in cents, of the participations and franchises still owed."""

    cents: int
