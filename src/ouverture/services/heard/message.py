"""Someone told me…: what a message is, and, when it is a letter, which papers it asks for and what it refuses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from ouverture.law.rulebook import rulebook
from ouverture.rules.facts import Value
from ouverture.services.answer.assess import assess
from ouverture.wording.demands.letter import LetterRead, read_letter
from ouverture.wording.messages.answers import Decoded, NotRecognised, Phishing, Recognised
from ouverture.wording.messages.decoding import decode
from ouverture.wording.messages.folding import fold
from ouverture.wording.messages.other_offices import names_us, words_of_other_matters
from ouverture.wording.refusals.letter import RefusalRead, read_refusal


@dataclass(frozen=True)
class Heard:
    """What was understood. ``letter``: the papers it asks for; ``refusal``: what it refuses; None when it does not.

    ``names_us``: the text speaks of health insurance by name; without it, another office may have written it.
    """

    decoded: Decoded
    letter: LetterRead | None = None
    refusal: RefusalRead | None = None
    names_us: bool = True

    @property
    def recognised(self) -> Recognised | None:
        """The known message it is, or looks like when it is not surely a fraud."""
        if isinstance(self.decoded, Phishing):
            return None if self.decoded.sure else self.decoded.looks_like
        return self.decoded if isinstance(self.decoded, Recognised) else None

    @property
    def phishing(self) -> Phishing | None:
        """The signs of a fraud, if any."""
        return self.decoded if isinstance(self.decoded, Phishing) else None

    @property
    def not_recognised(self) -> NotRecognised | None:
        """What to do with a message that we do not know."""
        return self.decoded if isinstance(self.decoded, NotRecognised) else None


def hear(
    text: str, known: Mapping[str, str], values: Mapping[str, Value], on: date, received_on: date | None = None
) -> Heard:
    """What ``text`` is; ``known`` as for ``decode``, ``values`` the person's answers to the interview, if any.

    ``received_on``: the day a decision was received, None when it is not known. Raises UnreadableMessage when the text
    is empty or too long, or ``known`` has a word that is not in its list.
    """
    heard = Heard(decode(text, known), names_us=names_us(fold(text)))
    letter = _letter(text, values, on)
    if not _may_be_a_letter(heard, _without_demands(text, letter)):
        return heard
    found = read_refusal(text, received_on)
    refusal = found if isinstance(found, RefusalRead) else None
    return replace(heard, letter=letter, refusal=refusal)


def _without_demands(text: str, letter: LetterRead | None) -> str:
    """The text without the papers it asks for: a rent receipt among them does not make it a landlord's letter."""
    for demand in letter.demands if letter else ():
        text = text.replace(demand.written, " ")
    return text


def _may_be_a_letter(heard: Heard, rest: str) -> bool:
    """Not a fraud, not a screen; and an unknown text only when it is not plainly another office's."""
    if heard.phishing and heard.phishing.sure:
        return False
    if heard.recognised:
        return heard.recognised.entry.kind in ("letter", "email", "spoken")
    return heard.names_us or not words_of_other_matters(fold(rest))


def _letter(text: str, values: Mapping[str, Value], on: date) -> LetterRead | None:
    answer = assess(values, on)
    found = read_letter(text, answer.person, answer.ground, rulebook().on(on), on)
    return found if any(demand.kind != "not_understood" for demand in found.demands) else None
