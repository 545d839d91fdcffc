"""Every decider, declared by being imported here."""

from ouverture.dossier import seen
from ouverture.dossier.account import decisions as account
from ouverture.dossier.appeal import decisions as appeal
from ouverture.dossier.application import decisions as application
from ouverture.dossier.attachment import decisions as attachment
from ouverture.dossier.card import decisions as card
from ouverture.dossier.claim import decisions as claim
from ouverture.dossier.claim import receiving
from ouverture.dossier.deciding import DECIDERS
from ouverture.dossier.doctor import decisions as doctor
from ouverture.dossier.envelope import decisions as envelope
from ouverture.dossier.exchange import decisions as exchange
from ouverture.dossier.hold import decisions as hold
from ouverture.dossier.household import decisions as household
from ouverture.dossier.identity import decisions as identity
from ouverture.dossier.messages import decisions as messages
from ouverture.dossier.number import decisions as number
from ouverture.dossier.person import decisions as person
from ouverture.dossier.rights import decisions as rights
from ouverture.dossier.watch import decisions as watch

__all__ = [
    "DECIDERS", "account", "appeal", "application", "attachment", "card", "claim", "doctor", "envelope", "exchange",
    "hold", "household", "identity", "messages", "number", "person", "receiving", "rights", "seen", "watch",
]  # fmt: skip
