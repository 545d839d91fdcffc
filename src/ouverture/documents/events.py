"""Commands and events in words, as ``docs/events.md``: `python -m ouverture.documents.events docs/events.md` writes it.

Without an argument, it prints the document.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from ouverture.dossier.command_words import CommandWords, kinds, words_of
from ouverture.dossier.duty import duties
from ouverture.dossier.file import AGGREGATES
from ouverture.dossier.kernel import COMMANDS, Event
from ouverture.dossier.records import masked_fields
from ouverture.dossier.words import table

BEGINNING = """# What can be done in a file, and what can happen in it

<!-- written by `python -m ouverture.documents.events docs/events.md`; a test holds it equal to the code -->

A command is something somebody wants done. It gives events, or a refusal that says why. An event is what happened.
The words stand in `src/ouverture/dossier/data/commands` and `data/events`, one file for each part of a file;
the rule that accepts or refuses a command stands in `decisions.py` of that part, and the sentence of a refusal in
`data/refusals`. "Who" is whoever does it as a rule; a helper, a letter or a call may tell it too. "Told" says whether
the person receives a message about the event. A field in *italics* is never shown in full."""


def document() -> str:
    """The whole document."""
    return "\n".join((BEGINNING, *(line for name, events in _parts() for line in _part(name, events)))) + "\n"


def _parts() -> Iterator[tuple[str, tuple[type[Event], ...]]]:
    yield from ((one.name, tuple(one.transitions)) for one in AGGREGATES)
    yield "file", ()


def _part(name: str, events: tuple[type[Event], ...]) -> Iterator[str]:
    yield f"\n## {name}"
    if acts := [words_of(kind) for kind in kinds() if _room(kind) == name]:
        yield "\n| Command | En français | In English | Who | Asks | Settles |\n|---|---|---|---|---|---|"
        yield from (_act(words) for words in acts)
    if events:
        yield "\n| Event | En français | In English | Told | Says |\n|---|---|---|---|---|"
        yield from (_event(one) for one in events)


def _room(kind: str) -> str:
    """The part of the file a command belongs to: the folder it is declared in."""
    room = COMMANDS[kind].__module__.split(".")[2]
    return room if room in {one.name for one in AGGREGATES} else "file"


def _act(words: CommandWords) -> str:
    asks = ", ".join(f"*{one.name}*" if one.type.secret else one.name for one in words.fields)
    settles = ", ".join(_settled().get(words.kind, ()))
    said = (f"{label} — {help_}" for label, help_ in zip(words.label, words.help, strict=True))
    return _row(f"`{words.kind}`", *said, COMMANDS[words.kind].may[0], asks, settles)


def _event(happened: type[Event]) -> str:
    row = table("events")[happened.kind]
    masked = masked_fields(happened.kind)
    says = ", ".join(f"*{name}*" if name in masked else name for name in _names(happened))
    return _row(f"`{happened.kind}`", row["fr"], row["en"], "yes" if happened.concerns_person else "no", says)


def _names(happened: type[Event]) -> tuple[str, ...]:
    return tuple(name for name in happened.__dataclass_fields__ if name in happened.__annotations__ and name != "at")


@cache
def _settled() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for act, duty in duties().items():
        for kind in duty.settled_by:
            found[kind] = (*found.get(kind, ()), act)
    return found


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Commands and events in words: printed, or written into a page.")
    parser.add_argument("page", nargs="?", type=Path, help="the page to write")
    page = parser.parse_args().page
    if page is None:
        print(document(), end="")
    else:
        page.write_text(document(), encoding="utf-8")
