"""Someone told me…: what a message is, and, when it is a letter, which papers it asks for and what it refuses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ouverture.law.rulebook import rulebook
from ouverture.rules.facts import Value
from ouverture.services.answer.assess import assess
from ouverture.text import Language, Text
from ouverture.wording.demands.letter import LetterRead, explained, paragraph, read_letter
from ouverture.wording.messages.answers import Decoded, Nearest, NotRecognised, Phishing, Recognised
from ouverture.wording.messages.decoding import UnreadableMessage, decode
from ouverture.wording.messages.folding import fold
from ouverture.wording.messages.other_offices import names_us, words_of_other_matters
from ouverture.wording.refusals.letter import RefusalRead, read_refusal

__all__ = ["Heard", "UnreadableMessage", "hear", "is_only_told"]

ASKS = Text("Ce message demande des papiers.", "This message asks for papers.")
REFUSES = Text("Ce message refuse quelque chose.", "This message refuses something.")
LONGEST_TOLD = 60
"""Words that a person may use to tell what they got; a text with more may hold a letter."""
SHORTEST_LETTER = 12
"""Words below which a text is a sentence of a letter, not one: what it leaves out means nothing."""
TELLER = frozenset({"je", "j", "ma", "mon", "mes", "moi", "i", "me", "my", "mi", "mis", "meu", "minha"})
"""Words of somebody who tells; a letter says "vous"."""


@dataclass(frozen=True)
class Heard:
    """What was understood. ``letter``: the papers it asks for; ``refusal``: what it refuses; None when it does not.

    ``names_us``: the text speaks of health insurance by name; without it, another office may have written it.
    """

    decoded: Decoded
    letter: LetterRead | None = None
    refusal: RefusalRead | None = None
    names_us: bool = True

    def sentences(self, language: Language) -> list[str]:
        """The whole answer, line by line: what it is, then each paper it asks for, then what it refuses."""
        return [*self._what_it_is(language), *self._papers(language), *self._refused(language)]

    def _what_it_is(self, language: Language) -> list[str]:
        if self.not_recognised and (self.letter or self.refusal):
            return [(REFUSES if self.refusal else ASKS).to(language)]
        return self.decoded.sentences(language)

    def _papers(self, language: Language) -> list[str]:
        lines = []
        for demand in self.letter.demands if self.letter else ():
            about = explained(demand)
            said = [paragraph(demand).to(language), *([about.to(language)] if about else [])]
            lines.append(
                f"- {demand.written} : {' '.join(said)}"
                if language == "fr"
                else f"- {demand.written}: {' '.join(said)}"
            )
        return lines

    def _refused(self, language: Language) -> list[str]:
        return list(self.refusal.sentences(language)) if self.refusal else []

    def to_json(self) -> dict[str, Any]:
        """Plain values: the answer of the decoder, and ``letter`` and ``refusal``, null when there is none."""
        return {
            **self.decoded.to_json(),
            "letter": self.letter.to_json() if self.letter else None,
            "refusal": self.refusal.to_json() if self.refusal else None,
        }

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
    def nearest(self) -> Nearest | None:
        """Up to three messages that it may be, when we are not sure."""
        return self.decoded if isinstance(self.decoded, Nearest) else None

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
    found = None if is_only_told(text) else read_refusal(text, received_on)
    refusal = found if isinstance(found, RefusalRead) else None
    return replace(heard, letter=letter, refusal=refusal)


def is_only_told(text: str) -> bool:
    """Whether a person tells it, or a sentence stands alone: no letter, so nothing is said of what it leaves out."""
    words = fold(text).split()
    return len(words) < SHORTEST_LETTER or (len(words) < LONGEST_TOLD and not TELLER.isdisjoint(words))


def _without_demands(text: str, letter: LetterRead | None) -> str:
    """The text without the papers it asks for: a rent receipt among them does not make it a landlord's letter."""
    for demand in letter.demands if letter else ():
        text = text.replace(demand.written, " ")
    return text


def _may_be_a_letter(heard: Heard, rest: str) -> bool:
    """Not a fraud, not a screen; and an unknown text only when it is not plainly another office's."""
    if heard.phishing and heard.phishing.sure:
        return False
    if heard.not_recognised and heard.not_recognised.theirs:
        return False
    if heard.recognised:
        return heard.recognised.entry.kind in ("letter", "email", "spoken")
    return heard.names_us or not words_of_other_matters(fold(rest))


def _letter(text: str, values: Mapping[str, Value], on: date) -> LetterRead | None:
    answer = assess(values, on)
    found = read_letter(text, answer.person, answer.ground, rulebook().on(on), on)
    return found if any(demand.kind != "not_understood" for demand in found.demands) else None
