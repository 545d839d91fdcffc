"""Which articles changed: the texts held against those of a newer export."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Any, Literal

from ouverture.law.texts import Held, held
from ouverture.law.words_of_the_day import in_one_line
from ouverture.services.law_watch.export import Article, Export
from ouverture.text import Text

Kind = Literal["new_words", "same_words", "ends", "gone"]

KINDS: Mapping[Kind, Text] = {
    "new_words": Text("nouvelle rédaction", "new wording"),
    "same_words": Text("nouvelle version, mêmes mots", "new version, same words"),
    "ends": Text("fin de vigueur", "end of force"),
    "gone": Text("absent du nouvel export", "not in the new export"),
}


@dataclass(frozen=True)
class Changed:
    """One article that is not as we hold it. ``on`` is the first day of the change, when the export tells."""

    article: Article
    kind: Kind
    on: date | None
    ours: Held
    new: Held | None

    @property
    def name(self) -> str:
        """How lawyers write it: "CSS D160-2"."""
        return " ".join(self.article)

    @property
    def passages(self) -> tuple[tuple[str, str], ...]:
        """What was said and what is said instead, passage by passage, in the words of the two texts."""
        if self.new is None or self.kind != "new_words":
            return ()
        return tuple(_passages(_words(self.ours.text), _words(self.new.text)))

    def to_json(self) -> dict[str, Any]:
        """The change as plain values."""
        return {
            "article": self.name,
            "kind": self.kind,
            "on": self.on.isoformat() if self.on else None,
            "our_version": self.ours.version,
            "new_version": self.new.version if self.new else None,
            "passages": [{"was": was, "is": now} for was, now in self.passages],
        }


def changes(export: Export, ours: Mapping[str, Held] | None = None) -> tuple[Changed, ...]:
    """Every article held whose latest text is not the latest of the export, in the order of the codes.

    An article that is not there is told only of a code of which the export holds most of what we hold: an export of a
    few articles says nothing of the others.
    """
    latest = _latest(held() if ours is None else ours)
    whole = _whole(latest, export)
    found = (_change(article, text, export) for article, text in sorted(latest.items()))
    return tuple(one for one in found if one and (one.kind != "gone" or one.article[0] in whole))


def _whole(latest: Mapping[Article, Held], export: Export) -> frozenset[str]:
    """The codes of which the export holds at least half of the articles held."""
    ours, there = Counter(code for code, _ in latest), Counter(code for code, _ in latest.keys() & export.texts.keys())
    return frozenset(code for code, count in ours.items() if there[code] * 2 >= count)


def _latest(texts: Mapping[str, Held]) -> dict[Article, Held]:
    """The latest text of each article of a code: the one that a new version follows."""
    latest: dict[Article, Held] = {}
    for text in texts.values():
        name = (text.code, text.article)
        if text.official and (name not in latest or latest[name].since <= text.since):
            latest[name] = text
    return latest


def _change(article: Article, ours: Held, export: Export) -> Changed | None:
    texts = export.texts.get(article)
    if texts is None:
        return Changed(article, "gone", None, ours, None) if ours.until is None else None
    new = max(texts, key=lambda text: text.since)
    if new.version != ours.version and new.since >= ours.since:
        same = in_one_line(new.text) == in_one_line(ours.text)
        return Changed(article, "same_words" if same else "new_words", new.since, ours, new)
    if new.version == ours.version and new.until is not None and new.until != ours.until:
        return Changed(article, "ends", new.until, ours, None)
    return None


def _words(text: str) -> list[str]:
    return re.findall(r"\S+", text)


def _passages(was: list[str], now: list[str]) -> Iterator[tuple[str, str]]:
    for act, start, end, other_start, other_end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if act != "equal":
            yield " ".join(was[start:end]), " ".join(now[other_start:other_end])
