"""PostgreSQL itself killed under load and started again: the program waits, goes on, and does nothing twice."""

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Event as Signal

from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.verify import verify
from ouverture.services.casework.carry_out import Done, handle
from tests.adapters.campaign import times
from tests.adapters.databases import running_postgres
from tests.adapters.journal.kills import FILES, LONGEST, SHORTEST, WRITERS, command
from tests.adapters.small_file import NUMBER_KEY, SMALL

CRASHES = times(in_campaign=50, otherwise=2)
SEED = 20261123


def test_writers_go_on_after_the_server_was_killed_and_lose_and_repeat_nothing() -> None:
    chance, enough = random.Random(SEED), Signal()
    print(f"seed {SEED}")
    with running_postgres() as server, ThreadPoolExecutor(WRITERS) as threads:
        store = open_store({SETTING: server.fresh()})
        record = Record(store, NUMBER_KEY)
        written = [threads.submit(write_until, enough, record, writer) for writer in range(WRITERS)]
        try:
            for _ in range(CRASHES):
                time.sleep(chance.uniform(SHORTEST, LONGEST))
                server.crash()
                server.start()
            time.sleep(LONGEST)
        finally:
            enough.set()
        for writer, commands in enumerate(future.result() for future in written):
            keys = Counter(line.key for nth in range(FILES) for line in record.history(f"file {writer}.{nth}").lines)
            assert keys == {f"{writer} {nth}": 2 if nth < FILES else 1 for nth in range(commands)}
            assert commands > FILES
        assert verify(store).fault is None
        store.close()


def write_until(enough: Signal, record: Record, writer: int) -> int:
    """How many commands were acknowledged, one after the other."""
    for nth in count():
        if enough.is_set() and nth > FILES:
            return nth
        assert isinstance(handle(record, SMALL, command(writer, nth)), Done)
    raise AssertionError
