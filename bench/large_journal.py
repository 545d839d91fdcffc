"""A journal of as many files as asked, of ten events each, written in bulk: real bodies, real chain, triggers on."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from enrolment import number

from ouverture.adapters.journal.chain import START, link
from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import EVENT, Record
from ouverture.adapters.journal.walk import by_file
from ouverture.dossier.records import sealed_fields
from ouverture.rehearsal.history import rehearse
from ouverture.services.casework.ports import Line
from ouverture.services.casework.recall import event_of
from tests.adapters.small_file import NUMBER_KEY
from tests.rehearsal.journalled import Journalled

EVENTS_A_FILE = 10
TEMPLATES = 60
COUNTRIES = (404, 350, 132, 109, 212, 243)
BULK = ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -2000000")

Story = tuple[Line, ...]


def templates() -> list[Story]:
    """The first ten events of rehearsed files, as a real journal holds them."""
    with TemporaryDirectory(prefix="ouverture-bench-") as folder:
        found: list[Story] = []
        for seed in range(TEMPLATES):
            store = open_store({SETTING: str(Path(folder) / f"{seed}.sqlite3")})
            rehearse(seed, years=1, office=Journalled(Record(store, NUMBER_KEY)))
            found += store.snapshot(lambda at: [tuple(lines)[:EVENTS_A_FILE] for _, lines in by_file(at)])
            store.close()
    return [story for story in found if len(story) == EVENTS_A_FILE]


def build(where: str, files: int, stories: list[Story]) -> int:
    """Write the journal; its bytes. Each version of all files before the next, so that no file lies in one place."""
    open_store({SETTING: where}).close()
    connection = sqlite3.connect(where, isolation_level=None)
    for setting in BULK:
        connection.execute(setting)
    spoken = [_retold(story) for story in stories]
    names, heads = [name(nth) for nth in range(files)], [START] * files
    for version in range(EVENTS_A_FILE):
        connection.execute("BEGIN")
        connection.executemany(EVENT, _lines(version, spoken, names, heads))
        connection.execute("COMMIT")
    connection.close()
    return os.path.getsize(where)


def name(nth: int) -> str:
    """What the stream of a file is called: in no order, as identities are."""
    return sha256(str(nth).encode()).hexdigest()[:20]


def _lines(
    version: int, spoken: list[list[Callable[[str, int], Line]]], names: list[str], heads: list[bytes]
) -> Iterator[tuple[object, ...]]:
    for nth, stream in enumerate(names):
        line = spoken[nth % len(spoken)][version](stream, nth)
        heads[nth] = hashed = link(heads[nth], line)
        yield *line[1:10], hashed


def _retold(story: Story) -> list[Callable[[str, int], Line]]:
    """Each line of a story as it is told of another person, who has other numbers."""
    said = sorted(_numbers(story))
    countries = dict(zip(said, COUNTRIES[: len(said)], strict=True))
    return [_teller(line, {one: of for one, of in countries.items() if one in line.body}) for line in story]


def _teller(line: Line, countries: dict[str, int]) -> Callable[[str, int], Line]:
    person = line.stream
    named = f'"{person}"' in line.body

    def tell(stream: str, nth: int) -> Line:
        body = line.body.replace(f'"{person}"', f'"{stream}"') if named else line.body
        for one, country in countries.items():
            body = body.replace(one, number(nth, country))
        return line._replace(stream=stream, body=body, key=line.key.replace(person, stream))

    return tell


def _numbers(story: Story) -> set[str]:
    """Every number that the story says."""
    found: set[str] = set()
    for line in story:
        happened = event_of(line)
        for field in sealed_fields(line.kind):
            said = getattr(happened, field)
            found.update((said,) if isinstance(said, str) else said or ())
    return found - {""}
