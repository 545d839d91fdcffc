"""Letters to send, one file a message. Whoever prints and posts one moves its file to ``done``."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from urllib.parse import quote

from ouverture.adapters.post.sheet import words
from ouverture.adapters.worker.sending import Undelivered

TO_SEND, DONE = "to_send", "done"
HALF = ".half-"
"""How the name of a letter begins while it is written: one that a disk cut short is still known as its file's."""


class LetterFolder:
    """A folder of letters: those ``to_send`` by hand, and those ``done``, which are never written again."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is made when it is not there."""
        self._to_send, self._done = folder / TO_SEND, folder / DONE

    def send(self, identity: str, channel: str, content: dict[str, Any]) -> None:
        """Put the letter in the folder, whole or not at all; one that is there or done stays as it is.

        Raises Undelivered when the folder cannot be written.
        """
        name = file_name(identity)
        if not (self.is_done(identity) or (self._to_send / name).exists()):
            to = f"{content['to']}\n\n" if content.get("to") else ""
            _write_whole(self._to_send / name, f"[{channel}]\n\n{to}{words(content)}")

    def purge(self, stream: str) -> int:
        """Take every letter of a file out of the folder, sent or not; how many. For a file that was erased."""
        begins = quote(f"{stream}/", safe="")
        found = [
            path
            for folder in (self._to_send, self._done)
            for path in folder.glob("*")
            if path.name.removeprefix(HALF).startswith(begins)
        ]
        for path in found:
            path.unlink(missing_ok=True)
        return len(found)

    def is_done(self, identity: str) -> bool:
        """Whether this message has left already."""
        return (self._done / file_name(identity)).exists()

    def mark_done(self, identity: str, how: str) -> None:
        """Remember that this message has left, and how; raises Undelivered when that cannot be written."""
        _write_whole(self._done / file_name(identity), f"{how}\n")


def file_name(identity: str) -> str:
    """The name of a message's file: its identity, with every sign that a file name cannot bear written as %XX."""
    return f"{quote(identity, safe='')}.txt"


def _write_whole(path: Path, text: str) -> None:
    """Write the file beside its place, then put it there in one step: nobody ever reads half a letter."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=f"{HALF}{path.name}.", delete=False
        ) as half:
            try:
                half.write(text)
                half.flush()
                os.fsync(half.fileno())
                os.replace(half.name, path)
            except BaseException:
                with suppress(OSError):
                    Path(half.name).unlink(missing_ok=True)
                raise
    except OSError as problem:
        raise Undelivered(f"the letter folder cannot be written: {problem.strerror}") from problem
