"""The answer to "by which day": the dates, the steps that led there, the articles, the doubts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ouverture.clock.day_words import day_in_words
from ouverture.clock.registry import Certainty, Sense
from ouverture.text import Language, Text

_LABELS: Mapping[Sense, Text] = {
    "act_by": Text("Dernier jour pour agir :", "Last day to act:"),
    "silence": Text("Dernier jour pour répondre :", "Last day to answer:"),
    "until": Text("Jusqu'au", "Until"),
    "from": Text("À partir du", "From"),
}
_NO_DATE = Text("Aucune date : le délai ne court pas", "No date: the clock does not run")
_CERTAINTIES: Mapping[Certainty, Text] = {
    "H": Text(
        "sûr (lu dans la loi ou dans deux sources officielles)", "sure (read in the law or two official sources)"
    ),
    "M": Text("assez sûr (une source, ou une lecture à vérifier)", "fairly sure (one source, or a reading to check)"),
    "L": Text("peu sûr (pratique)", "not very sure (practice)"),
}


@dataclass(frozen=True, slots=True)
class Counting:
    """A counted deadline.

    ``due`` is the safe date, the one to live by; None when the clock has not started or stands still.
    ``later_possible`` is set when a doubt leaves a later date possible; ``first_day_after`` is the first day when the
    period is over whatever the doubt. ``unmoved`` is the last day before any move to a working day.
    """

    rule: str
    title: Text
    sense: Sense
    actor: str
    event: Text
    start: date
    place: str
    due: date | None
    unmoved: date | None
    later_possible: date | None
    first_day_after: date | None
    steps: tuple[Text, ...]
    effect: Text | None
    notes: tuple[Text, ...]
    articles: tuple[str, ...]
    sources: tuple[str, ...]
    facts: tuple[str, ...]
    certainty: Certainty

    @property
    def headline(self) -> Text:
        """ "Dernier jour pour agir : mardi 31 mars 2026." / "Last day to act: Tuesday 31 March 2026."."""
        if self.due is None:
            return Text(f"{_NO_DATE.fr}.", f"{_NO_DATE.en}.")
        label, day = _LABELS[self.sense], day_in_words(self.due)
        return Text(f"{label.fr} {day.fr}.", f"{label.en} {day.en}.")

    def sentences(self, language: Language) -> tuple[str, ...]:
        """The whole answer in one language, a sentence or two a line."""
        return tuple(text.to(language) for text in self._texts())

    def _texts(self) -> Iterable[Text]:
        yield Text(f"{self.title.fr}.", f"{self.title.en}.")
        yield self.headline
        yield from self.steps
        if self.effect and self.due:
            yield self.effect if self.sense == "from" else _afterwards(self.effect)
        yield from self.notes
        if self.articles or self.sources:
            yield self._grounds()
        certainty = _CERTAINTIES[self.certainty]
        yield Text(f"Certitude : {certainty.fr}.", f"Certainty: {certainty.en}.")

    def _grounds(self) -> Text:
        grounds = ", ".join((*self.articles, *self.sources))
        return Text(f"Fondement : {grounds}.", f"Ground: {grounds}.")

    def to_json(self) -> dict[str, object]:
        """A JSON-ready mapping: ISO dates, texts in both languages, keys in English."""
        return {
            "rule": self.rule,
            "title": _both(self.title),
            "sense": self.sense,
            "actor": self.actor,
            "event": _both(self.event),
            "start": self.start.isoformat(),
            "place": self.place,
            "due": _iso(self.due),
            "unmoved": _iso(self.unmoved),
            "later_possible": _iso(self.later_possible),
            "first_day_after": _iso(self.first_day_after),
            "headline": _both(self.headline),
            "steps": [_both(step) for step in self.steps],
            "effect": _both(self.effect) if self.effect else None,
            "notes": [_both(note) for note in self.notes],
            "articles": list(self.articles),
            "sources": list(self.sources),
            "facts": list(self.facts),
            "certainty": self.certainty,
        }


def _afterwards(effect: Text) -> Text:
    return Text(f"Ensuite : {_lowered(effect.fr)}", f"Afterwards: {_lowered(effect.en)}")


def _lowered(sentence: str) -> str:
    # An acronym keeps its capitals.
    return sentence if sentence[1:2].isupper() or sentence[1:2].isdigit() else sentence[0].lower() + sentence[1:]


def _both(text: Text) -> dict[str, str]:
    return {"fr": text.fr, "en": text.en}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
