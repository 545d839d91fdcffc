"""The reader of the house: it hands papers to a process of its own, within limits of time and memory."""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec
from threading import Lock, Timer
from typing import Any

from ouverture.evidence.checks import PaperRead, Portrait
from ouverture.evidence.checks.plain import paper_from_json, portrait_from_json
from ouverture.text import Text

NEEDED = ("rapidocr", "onnxruntime", "cv2", "pypdfium2", "PIL")
"""What the optional extra ``papers`` brings."""
MOST_SECONDS, MORE_A_FILE = 300.0, 60.0
"""For one paper, by the clock: a page takes three on two processors, ten times that on a very busy machine."""

NOT_HERE = Text(
    "Cette installation ne lit pas les papiers. Quelqu'un doit les regarder.",
    "This installation does not read papers. Somebody has to look at them.",
)
TOO_MUCH = Text(
    "Ce papier n'a pas pu être lu : il demande trop de temps ou de mémoire. Photographiez une page à la fois.",
    "This paper could not be read: it takes too much time or memory. Photograph one page at a time.",
)


class NoReader:
    """Stands in where the extra ``papers`` is not installed: nothing is read, and that is said."""

    def read(self, files: Sequence[bytes]) -> PaperRead:
        """No page, and why."""
        return PaperRead((), NOT_HERE)

    def portrait(self, picture: bytes) -> Portrait | None:
        """No measure."""
        return None


class ProcessReader:
    """Reads in a child of a process that is started at the first paper and kept: each paper in a child of its own.

    One paper at a time: whoever comes second waits. A paper whose child dies, or takes too long, is said to be
    unreadable. No page stays in memory once it was read: its child has ended.
    """

    def __init__(self, most_seconds: float = MOST_SECONDS) -> None:
        self._most_seconds = most_seconds
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        atexit.register(self.close)

    def read(self, files: Sequence[bytes]) -> PaperRead:
        """The pages of one paper, given as one or several files."""
        answer = self._asked("read", files)
        return paper_from_json(answer) if answer is not None else PaperRead((), TOO_MUCH)

    def portrait(self, picture: bytes) -> Portrait | None:
        """The measures of a picture of a face."""
        return portrait_from_json(self._asked("portrait", [picture]))

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._end()

    def _asked(self, act: str, files: Sequence[bytes]) -> Any:
        """The answer, or None when the process died or was ended for taking too long."""
        with self._lock:
            process = self._running()
            limit = Timer(self._most_seconds + MORE_A_FILE * (len(files) - 1), _kill, [process])
            limit.start()
            try:
                return _exchange(process, act, files)
            except (OSError, ValueError):
                self._end()
                return None
            finally:
                limit.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            command = [sys.executable, "-c", "from ouverture.adapters.ocr.worker import main; main()"]
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_bare_environment(),
                start_new_session=True,
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        process.communicate()


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process and the child that reads for it."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _exchange(process: subprocess.Popen[bytes], act: str, files: Sequence[bytes]) -> Any:
    """Send an order and wait for its answer; raises OSError or ValueError when the process is gone."""
    if process.stdin is None or process.stdout is None:
        raise OSError
    process.stdin.write(json.dumps({"act": act, "sizes": [len(one) for one in files]}).encode() + b"\n")
    for content in files:
        process.stdin.write(content)
    process.stdin.flush()
    return json.loads(process.stdout.readline())


def _bare_environment() -> dict[str, str]:
    """No setting of the house, and no secret, goes to the process that opens what strangers send."""
    return {
        "PYTHONPATH": ":".join(path for path in sys.path if path),
        "PATH": "/usr/bin:/bin",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def best_reader() -> ProcessReader | NoReader:
    """A reader in a process of its own where all it needs is installed, else one that says it reads nothing."""
    return ProcessReader() if all(find_spec(name) for name in NEEDED) else NoReader()
