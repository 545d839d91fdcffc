"""What reading a file raises when the journal was altered behind the program's back."""

from __future__ import annotations


class NotAsWritten(Exception):
    """An event of a file is not what this program wrote: a hand put it in or changed it. Nothing of it is believed."""

    def __init__(self, stream: str, version: int) -> None:
        self.stream, self.version = stream, version
        super().__init__(f"file {stream}, event {version}")
