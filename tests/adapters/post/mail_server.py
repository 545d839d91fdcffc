"""A mail server in a thread, on this machine: it says what a test tells it to say, and keeps what it takes."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email import message_from_bytes, policy
from email.message import EmailMessage
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from typing import cast


class MailHouse(ThreadingTCPServer):
    """``answers``: what is said to a verb instead of yes. ``took``: the messages, as they came."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.answers: dict[str, str] = {}
        self.took: list[EmailMessage] = []
        self.heard: list[str] = []
        self.tls = tls

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Talk(StreamRequestHandler):
    timeout = 5

    def handle(self) -> None:
        self.house = cast(MailHouse, self.server)
        self._say(self.house.answers.get("CONNECT", "220 here"))
        while line := self.rfile.readline():
            verb = line.decode().split()[0].upper()
            self.house.heard.append(line.decode().strip().upper())
            if verb in self.house.answers:
                self._say(self.house.answers[verb])
            elif verb == "QUIT":
                self._say("221 bye")
                return
            else:
                self._answer(verb)

    def _answer(self, verb: str) -> None:
        if verb == "EHLO":
            self._say("250-here\r\n250-STARTTLS\r\n250 AUTH PLAIN" if self.house.tls else "250-here\r\n250 AUTH PLAIN")
        elif verb == "STARTTLS" and self.house.tls:
            self._say("220 go on")
            self._encrypt(self.house.tls)
        elif verb == "DATA":
            self._say("354 go on")
            lines = list(iter(self.rfile.readline, b".\r\n"))
            self.house.took.append(message_from_bytes(b"".join(lines), policy=policy.default))
            self._say(self.house.answers.get("END", "250 taken"))
        else:
            self._say("235 yes" if verb == "AUTH" else "250 yes")

    def _encrypt(self, tls: ssl.SSLContext) -> None:
        self.rfile.close()
        self.connection = tls.wrap_socket(self.connection, server_side=True, do_handshake_on_connect=False)
        self.rfile = self.connection.makefile("rb")
        with suppress(ssl.SSLError):  # the other side may not trust this server: it hangs up
            self.connection.do_handshake()
            self.house.heard.append("(ENCRYPTED FROM HERE)")

    def finish(self) -> None:
        super().finish()
        self.connection.close()

    def _say(self, words: str) -> None:
        self.connection.sendall(f"{words}\r\n".encode())


@contextmanager
def mail_house(tls: ssl.SSLContext | None = None) -> Iterator[MailHouse]:
    with MailHouse(tls) as house:
        turning = Thread(target=house.serve_forever, args=(0.02,), daemon=True)
        turning.start()
        try:
            yield house
        finally:
            house.shutdown()
            turning.join()
