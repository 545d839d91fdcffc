"""A pasted message, decoded: recognised, not recognised, or with the signs of a fraud."""

from collections.abc import Mapping

from ouverture.text import Text
from ouverture.wording.messages.answers import Decoded, Phishing, Recognised, may_be
from ouverture.wording.messages.catalogue import sides
from ouverture.wording.messages.entry import KNOWABLE
from ouverture.wording.messages.features import latin
from ouverture.wording.messages.folding import fold
from ouverture.wording.messages.matching import LEAST_SCORE, THE_SAME_WORDS, Match, the_index
from ouverture.wording.messages.other_offices import names_us
from ouverture.wording.messages.phishing import is_condemned, is_doubtful, signs
from ouverture.wording.messages.ranking import the_ranker
from ouverture.wording.messages.statuses import told_by_a_status
from ouverture.wording.messages.weighing import signs_weighed, weigh

LONGEST_TEXT = 20_000
"""Characters; a letter of several pages has fewer."""
AS_NEAR = 0.04
"""Entries this near the best one are named beside it."""
AS_NEAR_AND_OPPOSED = 0.08
"""With an entry this near whose advice is the opposite, nothing is recognised: a wrong advice costs a right."""
SURELY_THE_SAME_WORDS = 0.9
"""From it on, an entry with the opposite advice does not count."""


class UnreadableMessage(ValueError):
    """What was given cannot be read as a message; ``text`` says why and what would be right.

    ``too_long``: it has more characters than ``LONGEST_TEXT``, as it stands or once its ligatures are taken apart.
    """

    def __init__(self, text: Text, *, too_long: bool = False) -> None:
        super().__init__(text.en)
        self.text = text
        self.too_long = too_long


def decode(text: str, known: Mapping[str, str] | None = None) -> Decoded:
    """What a message means; ``known`` is what the file knows, by the names and values of ``KNOWABLE``.

    Raises UnreadableMessage when the text is empty or too long, or when ``known`` has a word that is not in the list.
    """
    given = dict(known or {})
    _check(text, given)
    ranked = the_ranker().rank(text)
    by_words = _recognised(text, given)
    weighed = told_by_a_status(text, ranked, given) or weigh(text, by_words, ranked, given)
    recognised = weighed if isinstance(weighed, Recognised) else None
    found = signs_weighed(signs(text), ranked, known_words=bool(recognised or by_words))
    if is_doubtful(found):
        return Phishing(found, is_condemned(found, known_words=recognised is not None), recognised, may_be(weighed))
    return weighed


def _recognised(text: str, known: dict[str, str]) -> Recognised | None:
    matches = the_index().matches(text)
    if not matches or matches[0].score < LEAST_SCORE:
        return None
    best = matches[0]
    if any(_opposes(best, other) for other in matches[1:]):
        return None
    return Recognised(
        best.entry,
        min(best.score, 1.0),
        best.entry.causes_given(known),
        beside=tuple(match.entry for match in matches[1:] if match.score >= best.score - AS_NEAR),
        names_us=names_us(fold(text)),
        near=best.wording < THE_SAME_WORDS,
        wording=best.wording,
    )


def _opposes(best: Match, other: Match) -> bool:
    """Whether ``other`` is nearly as near as ``best`` and gives the opposite advice."""
    if best.wording >= SURELY_THE_SAME_WORDS or other.score < best.score - AS_NEAR_AND_OPPOSED:
        return False
    one, another = sides().get(best.entry.id), sides().get(other.entry.id)
    return one is not None and another is not None and one != another


def _check(text: str, known: dict[str, str]) -> None:
    # One character may fold into eighteen: the length counts before and after.
    folded = fold(latin(text)) if len(text) <= LONGEST_TEXT else text
    if len(folded) > LONGEST_TEXT:
        raise UnreadableMessage(
            Text(f"message : plus de {LONGEST_TEXT} caractères ; collez ce qui compte.",
                 f"message: more than {LONGEST_TEXT} characters; paste less."),
            too_long=True,
        )  # fmt: skip
    if not folded and text.strip():
        raise UnreadableMessage(Text("message : aucun mot en lettres latines ou arabes ; collez-le traduit.",
                                     "message: no word in Latin or Arabic letters; paste it translated."))  # fmt: skip
    if not folded:
        raise UnreadableMessage(Text("message : il est vide ; collez les mots reçus.",
                                     "message: it is empty; paste the words you received."))  # fmt: skip
    for name, value in known.items():
        if value not in KNOWABLE.get(name, ()):
            _refuse_known(name, value)


def _refuse_known(name: str, value: str) -> None:
    right = ", ".join(f"{one}={'|'.join(values)}" for one, values in KNOWABLE.items())
    raise UnreadableMessage(Text(f"known : « {name}={value} » n'est pas dans la liste ; écrivez {right}.",
                                 f'known: "{name}={value}" is not in the list; write {right}.'))  # fmt: skip
