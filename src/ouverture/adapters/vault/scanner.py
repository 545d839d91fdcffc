"""A virus scanner where there is one: clamd, asked over its socket on this machine (its INSTREAM order)."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from pathlib import Path

from ouverture.services.papers.vault_ports import CannotTake

SETTING = "OUVERTURE_CLAMD"
USUAL = ("/run/clamav/clamd.ctl", "/var/run/clamav/clamd.ctl", "/run/clamd.scan/clamd.sock")
PIECE = 1 << 16
SECONDS = 30.0
MOST_OF_AN_ANSWER = 4096


def scanner_of(environment: Mapping[str, str]) -> Path | None:
    """The socket of clamd: the one that the settings name, else the usual one, where it is; None without one."""
    if named := environment.get(SETTING):
        return Path(named)
    return next((path for path in map(Path, USUAL) if path.is_socket()), None)


def scan(scanner: Path, content: bytes) -> None:
    """Raise CannotTake when the scanner finds something, and when it gives no answer: then nothing is known."""
    try:
        answer = _asked(scanner, content)
    except OSError as problem:
        raise CannotTake("closed") from problem
    if answer.endswith(b"FOUND"):
        raise CannotTake("infected")
    if not answer.endswith(b"OK"):
        raise CannotTake("closed")


def _asked(scanner: Path, content: bytes) -> bytes:
    with socket.socket(socket.AF_UNIX) as pipe:
        pipe.settimeout(SECONDS)
        pipe.connect(str(scanner))
        pipe.sendall(b"zINSTREAM\0")
        for at in range(0, len(content), PIECE):
            piece = content[at : at + PIECE]
            pipe.sendall(len(piece).to_bytes(4, "big") + piece)
        pipe.sendall(bytes(4))
        answer = b""
        while len(answer) < MOST_OF_AN_ANSWER and not answer.endswith(b"\0") and (piece := pipe.recv(PIECE)):
            answer += piece
    return answer.rstrip(b"\0\n ")
