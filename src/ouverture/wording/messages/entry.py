"""One message of the catalogue, and the few things about a file that make one cause likelier than another."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from ouverture.rules.rulebook import Certainty
from ouverture.text import Language, Text

Kind = Literal["screen", "email", "sms", "letter", "spoken"]
Actor = Literal["person", "caisse", "cnav", "other"]
Seen = Literal["S", "C", "O", "V", "K"]
"""How the words are known: S the story we start from, C matched by public client code, O published by the operator,
V a validator's own message, K the kind of message is known and the words are our example."""

KNOWABLE: dict[str, tuple[str, ...]] = {
    "number_status": ("none", "waiting", "permanent", "reactivated"),
    "account": ("none", "invited", "active", "locked"),
    "card": ("none", "ordered", "refused", "held"),
    "holds": ("none", "open"),
}
"""What can be known of the file, and its values. What is not given is unknown, and changes no order."""


@dataclass(frozen=True)
class Pattern:
    """Words to recognise. One of ``must`` has to be there (unless empty); each of ``may`` there speaks for it."""

    language: Language
    words: str
    must: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


@dataclass(frozen=True)
class Condition:
    """One known thing about the file, such as ``card = "refused"``."""

    name: str
    value: str

    def holds(self, known: dict[str, str]) -> bool:
        """Whether it is known to be so."""
        return known.get(self.name) == self.value


@dataclass(frozen=True)
class Cause:
    """Why the message may have come, with what would make it more or less likely."""

    says: Text
    likelier_if: tuple[Condition, ...] = ()
    less_if: tuple[Condition, ...] = ()

    def weight(self, known: dict[str, str]) -> int:
        """More when what is known speaks for it, less when it speaks against."""
        return sum(c.holds(known) for c in self.likelier_if) - sum(c.holds(known) for c in self.less_if)


@dataclass(frozen=True)
class Entry:
    """A known message: what it means, where on the path, why, what to do, who acts, what to say, and how sure."""

    id: str
    kind: Kind
    step: str
    texts: tuple[Pattern, ...]
    means: Text
    causes: tuple[Cause, ...]
    act: Text
    who: Actor
    say: Text
    seen: Seen
    certainty: Certainty
    rows: tuple[str, ...]
    examples: tuple[str, ...]
    records: str = ""
    letter_words: tuple[tuple[str, ...], ...] = field(default=())
    """For letters, whose exact words vary: one phrase of each group has to be there."""
    said_words: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """For those who tell it, in speech or in a rough translation: one of these ways, each like ``letter_words``."""
    unless: tuple[str, ...] = ()
    """Phrases that only another letter has: with one of them, it is not this message, however near the words."""

    def causes_given(self, known: dict[str, str]) -> tuple[Cause, ...]:
        """The causes, the likeliest first given what is known; in the order of the catalogue otherwise."""
        return tuple(sorted(self.causes, key=lambda cause: -cause.weight(known)))


KINDS: tuple[str, ...] = get_args(Kind)
ACTORS: tuple[str, ...] = get_args(Actor)
SEEN: tuple[str, ...] = get_args(Seen)
