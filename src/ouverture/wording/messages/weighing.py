"""What the words known by heart say, weighed with what the ranker finds likely: one meaning, up to three, or none."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ouverture.wording.messages.answers import Choice, Nearest, NotRecognised, Recognised, Weighed
from ouverture.wording.messages.catalogue import all_messages, sides
from ouverture.wording.messages.denial import denied
from ouverture.wording.messages.entry import Entry
from ouverture.wording.messages.features import plain_words
from ouverture.wording.messages.folding import fold
from ouverture.wording.messages.matching import the_index
from ouverture.wording.messages.other_offices import (
    Elsewhere,
    names_us,
    rather_another_office,
    said_by_us_too,
    sent_by_anybody,
    speaks_of_what_is_not_held,
    who_else_refuses,
    words_of_other_matters,
)
from ouverture.wording.messages.phishing import Sign, only_tells, sounds_like_one, tells_of_oneself
from ouverture.wording.messages.ranking import ANOTHER_OFFICE, FRAUD, OURS, Ranked

THE_SAME = 0.9
"""From it on, the words are those of the catalogue: nothing else counts."""
NEARLY_THE_SAME = 0.7
AGREES = 0.04
"""The ranker does not speak against an entry that it finds as likely as this."""
HARDLY_AGREES = 0.0003
"""The same for an entry whose words are nearly those of the text."""
SURE = 0.9
"""From it on, the ranker alone gives one meaning."""
SURE_THOUGH_DENIED = 0.99
"""The same for an answer that reassures, when a word of the text denies or ends something."""
AMONG = 0.005
"""The least likely message that is offered among three."""
OFFERED_UNNAMED = 0.23
"""How likely the messages offered must be together, when the text does not name health insurance."""
SURELY_OURS = 0.85
"""How likely it must be that health insurance writes, for one meaning to be given."""
NOT_OURS = 0.05
"""Below it, even words known by heart are another's."""
HARDLY_OURS = 0.15
"""Below it, nothing of health insurance is offered."""
PERHAPS_OURS = 0.2
"""From it on, a text that is not recognised still gets the nearest messages, told apart: it may be ours."""
TOLD_APART = 0.5
"""How likely the messages told apart must be together."""
FEWEST_TOLD = 3
"""Words below which what is nearest is told of nothing."""
SURELY_THOUGH_STRANGE = 0.95
"""The same when it has words of other matters that our letters have too; what is then offered is never sure."""
RATHER_OURS = 0.52
"""The same for a text that does not name health insurance."""
BESIDE = 0.01
"""From it on, another message is named beside the one that is sure."""
OF_ANOTHER = 0.6
LIKE_A_FRAUD = 0.2
"""From it on, the words are those of frauds; below it they alone condemn nothing."""
FEWEST_WORDS = 5
WORDS_SHOWN = 4
CHOICES = 3
ANYBODYS = frozenset({"email", "sms"})
"""Messages that any firm sends: they are offered only for a text that names health insurance."""
LINKS = frozenset({"odd", "disguised", "borrowed"})
"""The signs that a link gives."""
_WORDS = re.compile(r"\w+")

Contrary = Mapping[str, tuple[str, ...]]
"""The messages that a text denies, each with those that it may be instead."""


def weigh(text: str, by_words: Recognised | None, ranked: Ranked | None, known: dict[str, str]) -> Weighed:
    """The answer, frauds apart. ``by_words``: the entry known by its words, if any."""
    if ranked is None:
        return by_words or NotRecognised()
    contrary = denied(text)
    taken_for = by_words.entry.id if by_words else ranked.first
    the_same = by_words and by_words.wording >= THE_SAME and taken_for not in contrary
    if by_words and the_same and not _is_denied(by_words.entry, ranked.folded):
        return by_words
    if theirs := who_else_refuses(ranked.folded):
        return NotRecognised(theirs, theirs=True)
    if speaks_of_what_is_not_held(ranked.folded, taken_for):
        return NotRecognised()
    if taken_for in contrary and (by_words or _may_be_ours(text, ranked)):
        sure = ranked.first not in contrary and _is_sure(ranked.first, ranked)
        return (
            _one_or_three(text, ranked, known, contrary) if sure else _the_contrary(text, taken_for, ranked, contrary)
        )
    if by_words:
        return _agreed(text, by_words, ranked, known, contrary)
    return _by_likelihood(text, ranked, known, contrary)


def _the_contrary(text: str, taken_for: str, ranked: Ranked, contrary: Contrary) -> Weighed:
    """What a text may be that denies what its words would mean: never that, never surely another."""
    names = tuple(dict.fromkeys((*contrary[taken_for], *_likeliest(ranked, contrary))))[:CHOICES]
    choices = tuple(_choice(text, name, ranked) for name in names)
    return Nearest(choices, elsewhere=ranked.of(OURS) < SURELY_OURS) if choices else NotRecognised(_other(ranked))


def signs_weighed(found: tuple[Sign, ...], ranked: Ranked | None, *, known_words: bool) -> tuple[Sign, ...]:
    """The signs of a fraud, weighed: words alone do not condemn a text that is hardly like a fraud.

    When the words of the text are those of frauds, that is a sign too, which makes one unsure: not of a text that only
    tells what became of a request.
    """
    likely = ranked.of(FRAUD) if ranked else 0.0
    linked = any(sign.name in LINKS for sign in found)
    if not linked and likely < LIKE_A_FRAUD:
        return () if known_words else tuple(Sign(one.name, one.says, condemns=False) for one in found)
    heard = ranked is not None and len(ranked.folded.split()) >= FEWEST_WORDS and not known_words
    if ranked is None or not heard or likely < LIKE_A_FRAUD:
        return found
    if not found and (only_tells(ranked.folded) or tells_of_oneself(ranked.folded)):
        return found
    return (*found, sounds_like_one())


def _agreed(text: str, by_words: Recognised, ranked: Ranked, known: dict[str, str], contrary: Contrary) -> Weighed:
    """What the words say, unless the ranker speaks clearly against it, or they are denied."""
    name, likely = by_words.entry.id, ranked.of(by_words.entry.id)
    if _is_denied(by_words.entry, ranked.folded):
        sure = likely >= SURE_THOUGH_DENIED and by_words.wording < NEARLY_THE_SAME
        return by_words if sure else _one_or_three(text, ranked, known, contrary, also=name)
    if ranked.of(OURS) < NOT_OURS and by_words.wording < NEARLY_THE_SAME:
        return _unknown(text, ranked, contrary)
    unnamed = not by_words.names_us and by_words.wording < THE_SAME
    if unnamed and sent_by_anybody(name) and ranked.of(OURS) < RATHER_OURS:
        return _one_or_three(text, ranked, known, contrary, also=name)
    few, near = len(ranked.folded.split()) <= FEWEST_WORDS, by_words.wording >= NEARLY_THE_SAME
    if few or likely >= (HARDLY_AGREES if near else AGREES):
        return by_words
    return _one_or_three(text, ranked, known, contrary, also=name)


def _by_likelihood(text: str, ranked: Ranked, known: dict[str, str], contrary: Contrary) -> Weighed:
    """What the ranker finds, when no words are known by heart."""
    words = len(ranked.folded.split())
    few = words < FEWEST_WORDS
    if words == 1 or not _may_be_ours(text, ranked) or (few and not _is_sure(ranked.first, ranked)):
        return _unknown(text, ranked, contrary)
    return _one_or_three(text, ranked, known, contrary, also=ranked.first if few else "")


def _may_be_ours(text: str, ranked: Ranked) -> bool:
    """Whether messages of health insurance are offered at all: never for other matters, unless it is named."""
    named, strange = names_us(ranked.folded), words_of_other_matters(fold(text))
    if named:
        return ranked.of(OURS) >= (SURELY_OURS if strange else HARDLY_OURS)
    if strange:
        return said_by_us_too(strange) and ranked.of(OURS) >= SURELY_THOUGH_STRANGE
    return ranked.of(OURS) >= RATHER_OURS


def _one_or_three(text: str, ranked: Ranked, known: dict[str, str], contrary: Contrary, also: str = "") -> Weighed:
    """One meaning when the ranker is sure, else up to three; ``also`` is among them, and never the one."""
    first, named, excluded = ranked.first, names_us(ranked.folded), the_index().excluded(text)
    strange = not named and bool(words_of_other_matters(fold(text)))
    if first not in (also, *excluded, *contrary) and not strange and _is_sure(first, ranked):
        entry, words = _entry(first), _as_written(text, ranked.words_for(first, WORDS_SHOWN))
        beside = tuple(_entry(name) for name in ranked.likeliest(BESIDE, CHOICES)[1:] if name not in contrary)
        causes = entry.causes_given(known)
        return Recognised(entry, ranked.of(first), causes, beside, named, near=True, spoken_for=words)
    if named and not words_of_other_matters(fold(text)):
        excluded = frozenset()
    offered = [
        name
        for name in _likeliest(ranked, contrary)
        if name not in (also, *excluded) and (named or _entry(name).kind not in ANYBODYS)
    ]
    chosen = [*offered[: CHOICES - 1], also] if also else offered
    if not chosen or not (also or named or sum(map(ranked.of, chosen)) >= OFFERED_UNNAMED):
        return _unknown(text, ranked, contrary)
    choices = tuple(_choice(text, name, ranked) for name in sorted(chosen, key=lambda name: -ranked.of(name)))
    return Nearest(choices, elsewhere=strange or ranked.of(OURS) < SURELY_OURS)


def _unknown(text: str, ranked: Ranked, contrary: Contrary) -> NotRecognised:
    """Nothing is recognised; what is nearest is still told apart, unless hardly anything speaks for us."""
    names = _likeliest(ranked, contrary) if _may_still_be_ours(ranked) else ()
    return NotRecognised(_other(ranked), if_ours=tuple(_choice(text, name, ranked) for name in names))


def _likeliest(ranked: Ranked, contrary: Contrary) -> tuple[str, ...]:
    """The likeliest messages; in place of each that the text denies, those that it may be instead."""
    likely = ranked.likeliest(AMONG, CHOICES)
    meant = (one for name in likely for one in contrary.get(name, (name,)))
    return tuple(dict.fromkeys(meant))[:CHOICES]


def _may_still_be_ours(ranked: Ranked) -> bool:
    """Whether what is nearest is told apart for a text that is not recognised."""
    if len(ranked.folded.split()) < FEWEST_TOLD:
        return False
    together = sum(map(ranked.of, ranked.likeliest(AMONG, CHOICES)))
    stands_out = ranked.of(ranked.first) >= SURE
    likely = ranked.of(OURS) >= (NOT_OURS if stands_out else PERHAPS_OURS)
    return names_us(ranked.folded) or (likely and together >= TOLD_APART)


def _is_sure(name: str, ranked: Ranked) -> bool:
    """Whether the likelihood alone is enough: never for what is denied, nor where another advice is the opposite."""
    if ranked.of(OURS) < SURELY_OURS or name in sides() or _is_denied(_entry(name), ranked.folded):
        return False
    negated = _has(_good_news()["negations"], ranked.folded, _entry(name))
    return ranked.of(name) >= (SURE_THOUGH_DENIED if negated else SURE)


def _choice(text: str, name: str, ranked: Ranked) -> Choice:
    return Choice(_entry(name), _as_written(text, ranked.words_for(name, WORDS_SHOWN)), ranked.of(name))


def _as_written(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words as the text has them, with their accents or in their own letters."""
    written = {plain_words(word): word for word in _WORDS.findall(text)}
    return tuple(written.get(word, word) for word in words)


def _other(ranked: Ranked) -> Elsewhere | None:
    """That another office writes: for as many words as it takes to tell, or a word that only others write."""
    enough = len(ranked.folded.split()) > FEWEST_WORDS or bool(words_of_other_matters(ranked.folded))
    return rather_another_office() if enough and ranked.of(ANOTHER_OFFICE) >= OF_ANOTHER else None


def _is_denied(entry: Entry, folded: str) -> bool:
    """Whether the answer reassures, and words that are not its own deny, end or take back something."""
    news = _good_news()
    return entry.id in news["entries"] and _has((*news["negations"], *news["endings"]), folded, entry)


def _has(words: tuple[str, ...], folded: str, entry: Entry) -> bool:
    own = " / ".join(pattern.words for pattern in entry.texts)
    return any(f" {word} " in f" {folded} " and word not in own for word in words)


@cache
def _entry(name: str) -> Entry:
    return next(entry for entry in all_messages() if entry.id == name)


@cache
def _good_news() -> dict[str, tuple[str, ...]]:
    text = files("ouverture.wording").joinpath("data/good_news.toml").read_text(encoding="utf-8")
    return {name: tuple(words) for name, words in tomllib.loads(text).items()}
