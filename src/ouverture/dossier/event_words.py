"""Every event in one sentence, past, for the line of a file's story (``data/events``). No person's number is in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ouverture.dossier.kernel import Event, values
from ouverture.dossier.told_values import said_values, sentence_for
from ouverture.dossier.words import filled, table
from ouverture.text import Text


def told_of(happened: Event) -> Text:
    """The event, said in one sentence to whoever may read the file; KeyError for a kind without words.

    What the person is told in full is another thing (``telling``): this is the line one scans.
    """
    row = _by_its_values(table("events")[happened.kind], happened)
    return filled(Text(row["fr"], row["en"]), **said_values(happened))


def _by_its_values(row: Mapping[str, Any], happened: Event) -> Mapping[str, Any]:
    """The sentence that a value of the event calls for, else the one always said."""
    chosen = (sentence_for(row[name], value) for name, value in values(happened).items() if name in row)
    return next((one for one in chosen if one), row)
