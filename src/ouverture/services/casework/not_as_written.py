"""What reading a file raises when the journal was altered behind the program's back."""

from __future__ import annotations

from ouverture.services.casework.ports import Line


class NotAsWritten(Exception):
    """An event of a file is not what this program wrote: a hand put it in or changed it. Nothing of it is believed.

    ``before``: the events read before it, which this program did write.
    """

    def __init__(self, stream: str, version: int, before: tuple[Line, ...] = ()) -> None:
        self.stream, self.version, self.before = stream, version, before
        super().__init__(f"file {stream}, event {version}")
