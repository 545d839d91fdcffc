"""The sockets of the site: what is too large is refused unread, what is too slow makes room, what runs is finished."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from copy import copy
from math import inf
from socket import socket
from typing import Any

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask, ThreadedTaskDispatcher
from waitress.utilities import RequestEntityTooLarge

from ouverture.adapters.carried_file import SAYS
from ouverture.site.uploads import MOST_UPLOADED, most_at, takes_a_copy, takes_pages
from ouverture.text import Text

MOST_BODY = 2_000_000
"""Bytes of a request: an answer file or a form is far smaller."""
MOST_HEADERS = 32_768
HEADERS_WITHIN, REQUEST_WITHIN, FILES_WITHIN = 10.0, 60.0, 600.0
"""Seconds from the first byte to the end of the headers, and of the whole request; also to take an answer.

Files have longer: a phone on a weak line sends 40 kB a second."""
MOST_LET_PASS = 500_000_000
"""Bytes of a body too large that are read and let go of, so that whoever sends it reads why; more is cut off."""
MOST_SOCKETS, MOST_OF_ONE_ADDRESS = 400, 100
"""Open sockets in all, and from one address (an office behind one): one more, and the one that waits longest goes."""
SESSION = "ouverture="
"""How the cookie of a visit begins, with or without the prefix that HTTPS gives it."""
MOST_WAITING_BYTES = 64_000_000
"""Bodies that have come in part, all together: one byte more, and the largest goes."""
RENEWED_WITHIN = 600.0
"""Seconds in which a quiet moment is waited for when the process is to begin anew."""
SILENT_FOR = 1.0
"""Seconds in which a socket brought nothing: it may then be closed without cutting off who is about to ask."""
DRAINED_WITHIN = 25.0
"""Seconds given to what runs when the site is told to stop; systemd's own patience is 90."""
NEVER_ON_DISK = 1 << 40

TOO_LARGE = Text(
    f"Ce qui a été envoyé est trop grand : {MOST_BODY // 1_000_000} Mo au plus.",
    f"What was sent is too large: at most {MOST_BODY // 1_000_000} MB.",
)
TOO_LARGE_PAGES = Text(
    f"Ces fichiers sont trop grands : {MOST_UPLOADED // 1_000_000} Mo au plus à la fois. Rien n'a été gardé. "
    "Revenez en arrière et envoyez les photos une à une, ou le PDF en qualité moyenne.",
    f"These files are too large: at most {MOST_UPLOADED // 1_000_000} MB at a time. Nothing was kept. "
    "Go back and send the photographs one by one, or the PDF in medium quality.",
)
TOO_LONG_HEADERS = Text(
    "L'adresse ou les en-têtes de cette demande sont trop longs.", "The address or the headers are too long."
)
NOT_UNDERSTOOD = Text("Cette demande ne peut pas être lue.", "This request cannot be read.")
OUR_FAULT = Text("Une erreur s'est produite chez nous.", "Something went wrong on our side.")
SAID = {413: TOO_LARGE, 431: TOO_LONG_HEADERS, 500: OUR_FAULT}


class Refused(ErrorTask):  # type: ignore[misc]
    """The answer to what is no request of ours: one sentence, in both languages."""

    def execute(self) -> None:
        """Say it; nothing of what was sent is repeated."""
        error = self.request.error
        said = SAID.get(error.code, NOT_UNDERSTOOD)
        if said is TOO_LARGE:
            said = _too_large(self.request.path)
        body = f"{said.fr}\n{said.en}\n".encode()
        self.status = f"{error.code} {error.reason}"
        self.response_headers += [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


def _too_large(path: str) -> Text:
    if takes_a_copy(path):
        return SAYS["too_large"]
    return TOO_LARGE_PAGES if takes_pages(path) else TOO_LARGE


class Parser(HTTPRequestParser):  # type: ignore[misc]
    """One request as it comes in; where files come in, from somebody who came by a door, it may be larger."""

    adj: Any
    path = ""
    left_to_pass = 0
    """Bytes of a body too large that are still to come, and are let go of."""

    @property
    def brings_files(self) -> bool:
        """Whether it may be as large as files are: for a visitor without a session it may not."""
        return most_at(self.path) is not None and SESSION in self.headers.get("COOKIE", "")

    def parse_header(self, header_plus: bytes) -> None:
        """Read the headers, which say how much may follow."""
        super().parse_header(header_plus)
        if self.brings_files:
            self.adj = copy(self.adj)
            self.adj.max_request_body_size = most_at(self.path)

    def received(self, data: bytes) -> int:
        """Take what came; how many bytes of it are this request's."""
        if self.left_to_pass:
            passed = min(len(data), self.left_to_pass)
            self.left_to_pass -= passed
            self.completed = not self.left_to_pass
            return passed
        taken = int(super().received(data))
        too_large = isinstance(self.error, RequestEntityTooLarge) and not self.body_bytes_received
        if too_large and self.brings_files and self.content_length <= MOST_LET_PASS:
            self.left_to_pass, self.completed = self.content_length, False
        return taken


class Channel(HTTPChannel):  # type: ignore[misc]
    """One socket, which knows since when it is waited for."""

    error_task_class = Refused
    parser_class = Parser
    since = 0.0

    def __init__(self, server: Listener, sock: Any, address: Any, settings: Any, map: Any = None) -> None:
        self.since = time.monotonic()
        super().__init__(server, sock, address, settings, map=map)

    @property
    def is_waited_for(self) -> bool:
        """Whether all that is missing is the other side's: the rest of a request, or to take the answer."""
        return not self.requests

    @property
    def held(self) -> int:
        """Bytes of a body that has come in part."""
        return int(self.request.body_bytes_received) if self.request is not None else 0

    def is_late(self, now: float) -> bool:
        """Whether the other side has had its time."""
        taking = self.total_outbufs_len or (self.request is not None and self.request.headers_finished)
        within = REQUEST_WITHIN if taking else HEADERS_WITHIN
        if self.request is not None and self.request.headers_finished and self.request.brings_files:
            within = FILES_WITHIN
        return self.is_waited_for and now - self.since > within

    def received(self, data: bytes) -> bool:
        """Take what came; a request begins with its first byte."""
        if self.request is None and not self.requests:
            self.since = time.monotonic()
        taken = bool(super().received(data))
        self.server.weigh(self)
        return taken

    def service(self) -> None:
        """Answer one request; what comes after it is waited for from now."""
        super().service()
        self.since = time.monotonic()


class Listener(TcpWSGIServer):  # type: ignore[misc]
    """The server of waitress, with a limit of time for each socket and of number for each address."""

    channel_class = Channel
    most, most_of_one = MOST_SOCKETS, MOST_OF_ONE_ADDRESS

    @property
    def _channels(self) -> list[Channel]:
        return list(self.active_channels.values())  # a copy: threads that answer may close one meanwhile

    def handle_accept(self) -> None:
        """Take one more socket; when there are too many, the one that waits longest makes room."""
        super().handle_accept()
        held = Counter(channel.addr[0] for channel in self._channels)
        for address, many in held.most_common():
            if many > self.most_of_one:
                self._make_room(address)
        if len(self.active_channels) > self.most:
            self._make_room(held.most_common(1)[0][0])

    def _make_room(self, address: str) -> None:
        its = (channel for channel in self._channels if channel.addr[0] == address)
        waited_for = [channel for channel in its if channel.is_waited_for]
        if waited_for:
            min(waited_for, key=_since).handle_close()

    def weigh(self, grown: Channel) -> None:
        """Let the largest unfinished body go when all of them together are too much."""
        if grown.held and sum(channel.held for channel in self._channels) > MOST_WAITING_BYTES:
            max(self._channels, key=_held).handle_close()

    def maintenance(self, now: float) -> None:
        """Close each socket whose time is over."""
        moment = time.monotonic()
        for channel in self._channels:
            if channel.is_late(moment):
                channel.handle_close()

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing runs, and every answer was taken."""
        return not any(channel.requests or channel.total_outbufs_len for channel in self._channels)

    @property
    def is_quiet(self) -> bool:
        """Whether, besides, nobody is in the middle of sending something."""
        return self.is_at_rest and all(channel.request is None for channel in self._channels)

    @property
    def is_silent(self) -> bool:
        """Whether, besides, nobody came or was answered just now."""
        now = time.monotonic()
        return self.is_quiet and all(now - channel.since > SILENT_FOR for channel in self._channels)

    def accept_no_more(self) -> None:
        """Close the door: who comes now is told by the system that nobody listens."""
        self.accepting = False
        self.socket.close()
        self.del_channel()


def _since(channel: Channel) -> float:
    return channel.since


def _held(channel: Channel) -> int:
    return channel.held


class Door:
    """All the sockets the site listens on, one for each address of a host name."""

    def __init__(
        self, application: Any, host: str, port: int, threads: int, proxy: str = "", handed: Sequence[socket] = ()
    ) -> None:
        """Listen; raises OSError or ValueError. ``proxy``: the one address whose word on visitors is taken.

        ``handed``: sockets that listen already, from ``handed_on`` of a process that began anew.
        """
        self._settings = _adjustments(host, port, threads, proxy)
        self._map: dict[int, Any] = {}
        self._dispatcher = ThreadedTaskDispatcher()
        self._dispatcher.set_thread_count(threads)
        given = {"dispatcher": self._dispatcher, "adj": self._settings}
        self.listeners = [
            Listener(application, self._map, _sock=one, sockinfo=_place_of(one), bind_socket=False, **given)
            for one in handed
        ] or [Listener(application, self._map, sockinfo=place, **given) for place in self._settings.listen]
        if proxy:
            for one in self.listeners:
                one.most_of_one = one.most  # they all come from the proxy, which counts its own visitors
        self._told_to_stop = False
        self._renewed_by = inf
        self.handed_on: list[int] = []
        """Once it left to begin anew: the sockets, by their numbers. Who comes meanwhile waits there."""

    @property
    def port(self) -> int:
        """The port, once it is known."""
        return int(self.listeners[0].effective_port)

    def stop(self) -> None:
        """Accept nobody any more, finish what runs, then leave `run`."""
        self._told_to_stop = True
        with suppress(OSError):  # it has left meanwhile
            self.listeners[0].pull_trigger()

    def renew(self) -> None:
        """Leave `run` at the next quiet moment, with the sockets handed on."""
        self._renewed_by = time.monotonic() + RENEWED_WITHIN

    @property
    def _leaves_to_begin_anew(self) -> bool:
        if self._renewed_by == inf:
            return False
        return time.monotonic() > self._renewed_by or all(one.is_quiet for one in self.listeners)

    def run(self) -> None:
        """Serve until stopped, or until it is to begin anew."""
        while not self._told_to_stop and not self._leaves_to_begin_anew:
            wasyncore.loop(timeout=1.0, use_poll=True, map=self._map, count=1)
        if not self._told_to_stop:
            self.handed_on = [os.dup(one.socket.fileno()) for one in self.listeners]
        for one in self.listeners:
            one.accept_no_more()
        until = time.monotonic() + DRAINED_WITHIN
        while time.monotonic() < until and not self._is_drained:
            wasyncore.loop(timeout=0.1, use_poll=True, map=self._map, count=1)
        self._dispatcher.shutdown(timeout=1)
        wasyncore.close_all(self._map)

    @property
    def _is_drained(self) -> bool:
        """Nothing runs. Who is closed to begin anew was to be answered: they must not be about to ask."""
        return all(one.is_silent if self.handed_on else one.is_at_rest for one in self.listeners)

    def stop_when_told(self) -> None:
        """Let SIGTERM (systemd, a container) and Ctrl+C stop it; a second Ctrl+C does not wait."""
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, self._on_signal)

    def _on_signal(self, number: int, _: object) -> None:
        if self._told_to_stop and number == signal.SIGINT:
            raise KeyboardInterrupt
        self.stop()


def _place_of(listening: socket) -> tuple[int, int, int, Any]:
    return listening.family, listening.type, listening.proto, listening.getsockname()


def _adjustments(host: str, port: int, threads: int, proxy: str) -> Adjustments:
    behind = {"trusted_proxy": proxy, "trusted_proxy_headers": "x-forwarded-for x-forwarded-proto"} if proxy else {}
    return Adjustments(
        host=host,
        port=port,
        threads=threads,
        ident=None,
        max_request_body_size=MOST_BODY,
        max_request_header_size=MOST_HEADERS,
        inbuf_overflow=NEVER_ON_DISK,
        outbuf_overflow=NEVER_ON_DISK,
        connection_limit=2 * MOST_SOCKETS,
        cleanup_interval=1,
        log_socket_errors=False,
        **behind,
    )
