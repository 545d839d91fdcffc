"""From the text of a letter to what it decides, why, on which article, and how it says to contest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ouverture.wording.messages.folding import fold
from ouverture.wording.messages.other_offices import words_of_other_matters
from ouverture.wording.plain_words import plain
from ouverture.wording.refusals.found import LooksLike, Reason, RemediesTold
from ouverture.wording.refusals.signs import (
    DecisionKind,
    data,
    decision_kinds,
    has,
    listed,
    place,
    reason_kinds,
    split,
    ways,
)

_END = re.compile(r"(?<![ .][A-Z]\.)(?<!^[A-Z]\.)(?<=[.;!?])\s+(?=[A-ZÀ-Ý0-9«-])")
_BREAK = re.compile(r"\n\s*\n|(?<=[.:;!?,])[ \t]*\n|\n(?=\s*(?:[-•*]|Objet|Motif))")
_ARTICLE = re.compile(r"\b([LRD])\s?\.?\s?(\d{3}(?:-\d{1,3}){1,3}(?:-[A-Z]\b)?)")
_ABOUT_REMEDIES = re.compile(r"^[LR]142-|^L21[12]-|^L112-")
_YOU_LACK = re.compile(r"\bvous n(?:e |')|\byou (?:do|did|have|are|were) not\b")
_SHORTEST_REASON = 3
"""Words after a colon that say more than a reference."""
_PERIOD = re.compile(r"\b(\d{1,2}|[a-z]+) (?:mois|months?)\b")


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a letter; wrapped lines are joined."""
    blocks = (" ".join(block.split()) for block in _BREAK.split(text))
    return tuple(part.strip() for block in blocks for part in _END.split(block) if part and part.strip())


def refusing(sentences: tuple[str, ...]) -> str | None:
    """The sentence that decides against the person, or None."""
    return next((one for one in sentences if _decides(one)), None)


def looks_like(sentences: tuple[str, ...]) -> LooksLike:
    """What a letter that decides nothing against the person may be."""
    text = " ".join(sentences)
    kinds: tuple[tuple[LooksLike, str], ...] = (("receipt", "receipt"), ("papers_asked", "asks"))
    for kind, name in (*kinds, ("acceptance", "acceptance")):
        if has(text, name):
            return kind
    warns = any(
        _refuses_at(split(one)) is not None and not (has(one, "denied") or has(one, "others")) for one in sentences
    )
    return "warning" if warns else "unknown"


def is_about_a_photo(sentence: str) -> bool:
    """Whether only a photo is refused; a paper refused for want of a photo is another thing."""
    said = split(sentence)
    return place(said[: _refuses_at(said)], listed("photo")) is not None


def is_another_matter(text: str) -> bool:
    """Whether another office refuses: the text has the words of housing, tax, a bank, and none of ours."""
    return bool(words_of_other_matters(fold(text))) and not has(text, "ours")


def decision_of(sentence: str, text: str) -> DecisionKind:
    """What is refused: by the sentence that refuses, else by the letter, else a claim."""
    said, whole = split(sentence), split(text)
    for kind in decision_kinds():
        if place(whole if kind.anywhere else said, kind.phrases) is not None:
            return kind
    return decision_kinds()[-1]


def reasons_of(sentences: tuple[str, ...], decided: str) -> Iterator[Reason]:
    """The reasons recognised, each with its sentence, in the order of the file."""
    spoken = [one for one in sentences if one == decided or (_may_give_a_reason(one) and not is_remedy(one))]
    for kind in reason_kinds():
        said = next((one for one in spoken if place(split(one), kind.phrases) is not None), None)
        if said:
            yield Reason(kind.name, kind.label, said, kind.answer, kind.articles, kind.rows)


def reason_in_other_words(sentences: tuple[str, ...], decided: str) -> str | None:
    """The words that give a reason or a mere formula, when no reason was recognised."""
    told = (one for one in sentences if not is_remedy(one) and _gives_one(one, decided))
    return next(told, None)


def _gives_one(sentence: str, decided: str) -> bool:
    if has(sentence, "because") or has(sentence, "formula"):
        return True
    if sentence != decided:
        return _YOU_LACK.search(plain(sentence)) is not None
    refused, _, after = sentence.partition(":")
    return _refuses_at(split(refused)) is not None and len(split(after)) >= _SHORTEST_REASON


def articles_of(sentences: tuple[str, ...]) -> tuple[str, ...]:
    """The articles cited for the decision ("L160-5"), those of the remedies left out."""
    found = (f"{kind}{number}" for one in sentences for kind, number in _ARTICLE.findall(one))
    return tuple(dict.fromkeys(name for name in found if not _ABOUT_REMEDIES.match(name)))


def is_remedy(sentence: str) -> bool:
    """Whether the sentence is about how to contest."""
    return has(sentence, "remedies") and not _decides(sentence)


def remedies_of(sentences: tuple[str, ...], way: str | None) -> RemediesTold:
    """What the letter says of how to contest: where, and until when; the time of a board's silence is not it."""
    paragraph = _remedy_paragraph(sentences)
    named = {name for name, said in ways().items() for one in paragraph if place(split(one), said) is not None}
    timed = any(place(_before_silence(one), listed("time")) is not None for one in paragraph)
    if not paragraph:
        return "absent"
    if not named or not timed:
        return "elsewhere" if any(has(one, "elsewhere") for one in paragraph) else "incomplete"
    return "told" if way in named else "another_way"


def months_told(sentences: tuple[str, ...]) -> int | None:
    """The months that the letter gives to contest; None when it gives none we can read."""
    numbers = data()["numbers"]
    for one in _remedy_paragraph(sentences):
        for word in _PERIOD.findall(plain(one)) if place(_before_silence(one), listed("time")) is not None else ():
            if word.isdigit() or word in numbers:
                return int(word) if word.isdigit() else int(numbers[word])
    return None


def signed(text: str) -> bool:
    """Whether the end of the letter gives the quality of someone who signs."""
    lines = [line for line in text.splitlines() if line.strip()]
    return any(has(line, "signs") for line in lines[-3:] if len(line.split()) <= _SHORT_LINE)


_SHORT_LINE = 8


def _before_silence(sentence: str) -> tuple[str, ...]:
    """The words before those that speak of the board's silence, whose time is not the time to appeal."""
    said = split(sentence)
    return said[: place(said, listed("of_silence"))]


def _remedy_paragraph(sentences: tuple[str, ...]) -> list[str]:
    held: list[str] = []
    for one in sentences:
        if is_remedy(one) or (held and held[-1] and has(one, "time") and not _may_be_a_decision(one)):
            held.append(one)
    return held


def _may_be_a_decision(sentence: str) -> bool:
    return _refuses_at(split(sentence)) is not None


def _may_give_a_reason(sentence: str) -> bool:
    return has(sentence, "because") or has(sentence, "lacking")


def _refuses_at(said: tuple[str, ...]) -> int | None:
    closing = listed("closes") if place(said, listed("covers")) is not None else ()
    return place(said, (*listed("refuses"), *closing))


def _decides(sentence: str) -> bool:
    said = split(sentence)
    at = _refuses_at(said)
    if at is None or has(sentence, "denied") or has(sentence, "others"):
        return False
    if place(said[at:], listed("closes")) == 0:
        return place(said[:at], listed("if_ever")) is None
    filed = place(said, (split("classe sans suite"),)) is not None
    before = said[: at + 1]
    return place(before, listed("future")) is None and (filed or place(before, listed("if_ever")) is None)
