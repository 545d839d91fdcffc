"""The law as a reader finds it on a shelf: by article, each with its texts, its rules and its blind spots."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from types import ModuleType

from ouverture.law.rulebook import modules
from ouverture.law.texts import Held, held
from ouverture.rules.rulebook import Rule, Source


@dataclass(frozen=True)
class Entry:
    """One article (or one text that our sources speak of): its rules in their order, and what we do not model."""

    citation: str
    code: str
    rules: tuple[Rule, ...]
    blind_spots: tuple[str, ...]

    @property
    def slug(self) -> str:
        """Its place in an address."""
        return slug_of(self.citation)

    @property
    def texts(self) -> tuple[tuple[Source, Held], ...]:
        """The versions that rules quote, newest first."""
        sources = dict.fromkeys(rule.source for rule in self.rules)
        return tuple((source, held()[source.version]) for source in sorted(sources, key=_since, reverse=True))

    @property
    def is_official(self) -> bool:
        """Whether some version is held word for word."""
        return any(rule.source.official for rule in self.rules)

    def rules_of(self, source: Source) -> tuple[Rule, ...]:
        """The rules that quote one version."""
        return tuple(rule for rule in self.rules if rule.source is source)


@cache
def shelf() -> dict[str, Entry]:
    """Every entry by its slug, codes first, in the order of their articles."""
    entries = sorted(_entries(), key=lambda entry: (not entry.is_official, entry.code, _numbers(entry.citation)))
    return {entry.slug: entry for entry in entries}


def slug_of(citation: str) -> str:
    """ "CSS D160-2" as "css-d160-2"."""
    plain = unicodedata.normalize("NFKD", citation).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def blind_spots_of(rules: Iterable[Rule]) -> tuple[str, ...]:
    """What the articles of these rules say and we do not model, each once."""
    entries = (shelf()[slug_of(rule.source.citation)] for rule in rules)
    return tuple(dict.fromkeys(spot for entry in entries for spot in entry.blind_spots))


def _entries() -> Iterator[Entry]:
    rules: dict[str, list[Rule]] = {}
    spots: dict[str, dict[str, None]] = {}
    for rule, module in _homes().items():
        citation = rule.source.citation
        rules.setdefault(citation, []).append(rule)
        spots.setdefault(citation, {}).update(dict.fromkeys(getattr(module, "BLIND_SPOTS", ())))
    for citation, found in rules.items():
        yield Entry(citation, found[0].source.code, tuple(found), tuple(spots[citation]))


def _homes() -> dict[Rule, ModuleType]:
    """The module in which each rule is written: the others only import it, without its source."""
    found: dict[Rule, ModuleType] = {}
    for module in modules():
        values = vars(module).values()
        sources = {value for value in values if isinstance(value, Source)}
        for rule in values:
            if isinstance(rule, Rule) and rule.source in sources:
                found.setdefault(rule, module)
    return found


def _since(source: Source) -> tuple[bool, str]:
    return source.official, source.since.isoformat()


def _numbers(citation: str) -> tuple[str, tuple[int, ...]]:
    article = citation.partition(" ")[2]
    return article[:1], tuple(int(number) for number in re.findall(r"\d+", article))
