"""The report of the law watch: what changed, what of ours stands on it, and which answers of a crowd may change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ouverture.law.rulebook import rulebook
from ouverture.law.texts import Held
from ouverture.services.answer.assess import Answer
from ouverture.services.law_watch.changed import KINDS, changes
from ouverture.services.law_watch.crowd import Shift, shifts
from ouverture.services.law_watch.export import Export
from ouverture.services.law_watch.standing import TITLES, Standing, standing_on
from ouverture.text import Language, Text

NOTHING_ALTERED = Text(
    "Rien n'a été modifié : lisez les textes, puis changez les règles à la main (CONTRIBUTING.md).",
    "Nothing was altered: read the texts, then change the rules by hand (CONTRIBUTING.md).",
)
_NO_CHANGE = Text("Aucun article détenu n'a changé.", "No article held has changed.")
_SHOWN = 6


@dataclass(frozen=True)
class Report:
    """What the watch found. ``shifts`` counts the answers of a crowd of ``size`` on the day ``on``."""

    standing: tuple[Standing, ...]
    on: date
    size: int
    shifts: tuple[Shift, ...]

    @property
    def lost(self) -> tuple[str, ...]:
        """The rules whose quote is no longer in its article."""
        return tuple(dict.fromkeys(rule.name for one in self.standing for rule in one.lost))

    def to_json(self) -> dict[str, Any]:
        """The report as plain values."""
        return {
            "changed": [one.to_json() for one in self.standing],
            "quotes_lost": list(self.lost),
            "crowd": {"on": self.on.isoformat(), "size": self.size, "shifts": [each.to_json() for each in self.shifts]},
            "altered": [],
        }

    def lines(self, language: Language) -> list[str]:
        """The report in words."""
        return list(self._lines(language))

    def _lines(self, language: Language) -> Iterator[str]:
        if not self.standing:
            yield _NO_CHANGE.to(language)
        for one in self.standing:
            yield from _of_article(one, language)
        for shift in self.shifts:
            yield from _of_crowd(shift, self, language)
        yield NOTHING_ALTERED.to(language)


def watch(
    export: Export, examples: Mapping[str, Answer], on: date, size: int, ours: Mapping[str, Held] | None = None
) -> Report:
    """Compare ``export`` with the texts held, and count answers among ``size`` persons (0: none are drawn).

    ``examples`` are answers by name; the crowd stands on the first day of the last change, or ``on`` if that is later.
    """
    used = {name: frozenset(reason.rule.name for reason in answer.because) for name, answer in examples.items()}
    standing = tuple(standing_on(changed, used) for changed in changes(export, ours))
    days = [one.changed.on for one in standing if one.lost and one.changed.on]
    day = max([on, *days])
    lost = {rule.name for one in standing for rule in one.lost}
    return Report(standing, day, size, shifts(lost & rulebook().on(day).rules.keys(), day, size) if size else ())


def _of_article(one: Standing, language: Language) -> Iterator[str]:
    changed = one.changed
    day = f" ({changed.on})" if changed.on else ""
    yield f"{changed.name}: {KINDS[changed.kind].to(language)}{day}"
    for was, now in changed.passages[:_SHOWN]:
        yield f"  - {_cut(was)}"
        yield f"  + {_cut(now)}"
    if len(changed.passages) > _SHOWN:
        yield f"  … {len(changed.passages) - _SHOWN}"
    for key, names in one.named.items():
        yield f"  {TITLES[key].to(language)}: {', '.join(names)}"
    if one.lost:
        gone = Text("citations à relire", "quotes to read again").to(language)
        yield f"  {gone}: {', '.join(dict.fromkeys(rule.name for rule in one.lost))}"


def _of_crowd(shift: Shift, report: Report, language: Language) -> Iterator[str]:
    head = Text(
        f"Parmi {report.size:_} personnes tirées pour le {report.on}, {shift.supposed.fr} : {shift.persons:_} réponses "
        "changent.",
        f"Among {report.size:_} persons drawn for {report.on}, {shift.supposed.en}: {shift.persons:_} answers change.",
    )
    yield head.to(language).replace("_", " ")
    for (was, now), count in list(shift.moves.items())[:_SHOWN]:
        yield f"  {count}: {was} → {now}"


def _cut(words: str) -> str:
    limit = 300
    return words if len(words) <= limit else f"{words[:limit].rsplit(' ', 1)[0]} …"
