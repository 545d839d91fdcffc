"""Pages that came in are read by one thread beside the pages of the site: nobody waits for it."""

from __future__ import annotations

import logging
from queue import Queue
from threading import Lock, Thread

from ouverture.services.papers.reading import read_waiting
from ouverture.site.page.house import house

_turn = Lock()
_asked: Queue[str] = Queue()
_waiting: set[str] = set()
_threads: list[Thread] = []


def read_later(stream: str) -> None:
    """Have the pages of a file read, if nobody asked for it already."""
    with _turn:
        if stream in _waiting:
            return
        _waiting.add(stream)
        if not _threads:
            _threads.append(Thread(target=_read_on, name="reading", daemon=True))
            _threads[0].start()
    _asked.put(stream)


def _read_on() -> None:
    while True:
        stream = _asked.get()
        with _turn:
            _waiting.discard(stream)  # what comes from now on is asked for again
        try:
            read_waiting(house(), stream)
        except Exception as problem:  # whatever one file does, the next is read; it is asked for with its next look
            logging.getLogger("ouverture").error("pages not read: %s", type(problem).__name__)
