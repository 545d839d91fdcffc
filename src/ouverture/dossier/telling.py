"""What the person is told: each event that concerns them in a sentence or two, and one message in full.

The words are in ``data/told``; what the law or the office says is in them, what the event says fills them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ouverture.dossier.application.events import PiecesRequested
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Event, values
from ouverture.dossier.obligations import headline
from ouverture.dossier.policies.reach import enclosed
from ouverture.dossier.told_values import said_values, sentence_for, without_numbers, word
from ouverture.dossier.words import filled, table
from ouverture.text import Text


def said(happened: Event) -> Text:
    """The event, said to the person; raises KeyError for a kind that does not concern them.

    Numbers are masked, except the one that the message is there to give.
    """
    row = table("told")[happened.kind]
    shown = said_values(happened, frozenset(row.get("shows", ())))
    return _joined(" ", (filled(words, **shown) for words in _sentences(row, happened)))


def letter(events: Iterable[Event], file: File, day: date) -> Text:
    """One message: what happened, who acts next and by when, and what is enclosed, in three paragraphs.

    ``file`` is the file after these events; those that do not concern the person are left out.
    """
    told = [one for one in events if one.concerns_person]
    paragraphs = [_joined("\n", map(said, _asked_at_once(told))), _next(file, day)]
    if papers := enclosed(file, told):
        labels = [word("enclosed", paper) for paper in papers]
        paragraphs.append(filled(word("letter", "enclosed"), enclosed=labels))
    return _joined("\n\n", paragraphs)


def _asked_at_once(told: list[Event]) -> list[Event]:
    """The same events, the papers asked for by one day in one request at the end: the day is said once."""
    requests = [one for one in told if isinstance(one, PiecesRequested)]
    if len(requests) < 2 or len({one.due for one in requests}) > 1:
        return told
    pieces = dict(pair for one in requests for pair in zip(one.pieces, one.bases, strict=False))
    whole = replace(requests[-1], pieces=tuple(pieces), bases=tuple(pieces.values()))
    return [*(one for one in told if not isinstance(one, PiecesRequested)), whole]


def _next(file: File, day: date) -> Text:
    """Who acts next, by when, and what for."""
    first = headline(file, day)
    if first is None:
        return word("letter", "nothing_next")
    return filled(
        word("letter", "next"), holder=word("holder", first.holder), due=first.due, says=without_numbers(first.says)
    )


def _sentences(row: Mapping[str, Any], happened: Event) -> Iterator[Text]:
    """The sentence always said, then those that a value of the event calls for."""
    yield Text(row["fr"], row["en"])
    for name, value in values(happened).items():
        if chosen := sentence_for(row.get(name, {}), value):
            yield Text(**chosen)


def _joined(between: str, parts: Iterable[Text]) -> Text:
    every = [part for part in parts if part.fr]
    return Text(between.join(part.fr for part in every), between.join(part.en for part in every))
