"""Where a virus scanner is, it is asked before a file is opened; what it finds, or does not answer, is not taken."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from ouverture.adapters.vault.scanner import scan, scanner_of
from ouverture.adapters.vault.workroom import Workroom
from ouverture.services.papers.vault_ports import CannotTake
from tests.adapters.vault.files import photograph

Scanner = Callable[[bytes], Path]
MARK = b"a mark that this scanner knows"


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[Scanner]:
    """A scanner that finds MARK, and says ``otherwise`` of all else."""
    listening = socket.socket(socket.AF_UNIX)

    def answer(otherwise: bytes) -> None:
        with suppress(OSError):
            while True:
                pipe, _ = listening.accept()
                with pipe, pipe.makefile("rb") as said:
                    assert said.read(10) == b"zINSTREAM\0"
                    content = b""
                    while size := int.from_bytes(said.read(4), "big"):
                        content += said.read(size)
                    pipe.sendall(b"stream: Some-Name FOUND\0" if MARK in content else otherwise)

    def started(otherwise: bytes) -> Path:
        path = tmp_path / "clamd.ctl"
        listening.bind(str(path))
        listening.listen()
        Thread(target=answer, args=(otherwise,), daemon=True).start()
        return path

    yield started
    with suppress(OSError):
        listening.shutdown(socket.SHUT_RDWR)
    listening.close()


def test_what_it_finds_is_not_taken_and_all_else_is(scanner: Scanner) -> None:
    room = Workroom(scanner(b"stream: OK\0"))
    with pytest.raises(CannotTake, match="infected"):
        room.clean(photograph() + MARK)
    assert len(room.clean(photograph()).pages) == 1
    room.close()


@pytest.mark.parametrize("answer", [b"", b"INSTREAM size limit exceeded. ERROR\0"])
def test_what_it_does_not_answer_for_is_not_taken(scanner: Scanner, answer: bytes) -> None:
    with pytest.raises(CannotTake, match="closed"):
        scan(scanner(answer), photograph())


def test_one_that_is_named_and_not_there_takes_nothing(tmp_path: Path) -> None:
    missing = scanner_of({"OUVERTURE_CLAMD": str(tmp_path / "nobody")})
    assert missing is not None
    with pytest.raises(CannotTake, match="closed"):
        scan(missing, photograph())
