"""A process under load is killed at a random moment; then everything it was told is done must be there, once."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from itertools import count
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from ouverture.adapters.journal.moving import copy_whole
from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.verify import verify
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Order
from ouverture.services.casework.recall import Recall
from tests.adapters.small_file import NUMBER_KEY, SMALL, AddSmallNote, OpenSmallFile, order

WRITERS, FILES = 3, 4
SHORTEST, LONGEST = 0.005, 0.060


class Kill(NamedTuple):
    """What one kill found: commands acknowledged before it, and in flight but written all the same."""

    acknowledged: int
    written_unheard: int


def command(writer: int, nth: int) -> Order:
    """The nth command of a writer: its files are opened first, then notes go round them."""
    stream = f"file {writer}.{nth % FILES}"
    key = f"{writer} {nth}"
    return order(stream, OpenSmallFile(stream) if nth < FILES else AddSmallNote(key), key)


def kill_once(where: str, chance: random.Random, life: int = 0) -> Kill:
    """One process started, loaded and killed, and its journal opened again; ``life``: how often it was before."""
    heard, said = os.pipe()
    child = os.fork()
    writers = range(life * WRITERS, (life + 1) * WRITERS)
    if child == 0:
        _load(where, said, writers)
    os.close(said)
    with os.fdopen(heard) as pipe:
        assert pipe.readline() == "ready\n"
        first = pipe.readline()  # on a busy machine the first command may take longer than the whole of a life
        time.sleep(chance.uniform(SHORTEST, LONGEST))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        acknowledged = (first + pipe.read()).splitlines()
    return _check(where, acknowledged, writers)


def back_up_and_kill(folder: Path, chance: random.Random) -> int:
    """A backup taken under load, then the process killed: how many commands acknowledged before it are all in it."""
    where, copy = folder / "journal.sqlite3", folder / "copy.sqlite3"
    heard, said = os.pipe()
    child = os.fork()
    if child == 0:
        _load(str(where), said, range(WRITERS))
    os.close(said)
    with os.fdopen(heard) as pipe:
        assert pipe.readline() == "ready\n"
        before = [pipe.readline().strip() for _ in range(chance.randrange(1, 40))]
        copy_whole(where, copy)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    store = open_store({SETTING: str(copy)})
    record = Record(store, NUMBER_KEY)
    for key in before:
        writer, nth = map(int, key.split())
        answer = handle(record, SMALL, command(writer, nth))
        assert isinstance(answer, Done)
        assert answer.repeated, f"acknowledged before the backup and missing from it: {key}"
    assert verify(store).fault is None
    store.close()
    return len(before)


def _load(where: str, said: int, writers: range) -> None:
    """The life of the child: it writes until it is killed, and says each key when its command is acknowledged."""
    record, recall = Record(open_store({SETTING: where}), NUMBER_KEY), Recall(SMALL)

    def write(writer: int) -> None:
        for nth in count():
            wanted = command(writer, nth)
            if isinstance(handle(record, SMALL, wanted, recall), Done):
                os.write(said, f"{wanted.key}\n".encode())

    try:
        os.write(said, b"ready\n")
        for writer in writers:
            Thread(target=write, args=(writer,)).start()
        time.sleep(60)
    finally:
        os._exit(1)


def _check(where: str, acknowledged: list[str], writers: range) -> Kill:
    store = open_store({SETTING: where})
    record = Record(store, NUMBER_KEY)
    done = Counter(int(key.split()[0]) for key in acknowledged)
    assert len(set(acknowledged)) == len(acknowledged)
    unheard = 0
    for writer in writers:
        for nth in range(done[writer] + 1):  # the last was in flight: it may be there or not
            answer = handle(record, SMALL, command(writer, nth))
            assert isinstance(answer, Done)
            in_flight = nth == done[writer]
            assert answer.repeated or in_flight, f"acknowledged and lost: {writer} {nth}"
            unheard += in_flight and answer.repeated
        _check_each_once(record, writer, done[writer] + 1)
    assert verify(store).fault is None
    store.close()
    return Kill(len(acknowledged), unheard)


def _check_each_once(record: Record, writer: int, commands: int) -> None:
    """Opening a file writes two events; every other command one."""
    found: Counter[str] = Counter()
    for nth in range(FILES):
        found.update(line.key for line in record.history(f"file {writer}.{nth}").lines)
    assert found == {f"{writer} {nth}": 2 if nth < FILES else 1 for nth in range(commands)}
