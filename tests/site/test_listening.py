"""The sockets of the site: large bodies, slow sockets, a stop."""

import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from ouverture.site import listening
from ouverture.site.listening import MOST_BODY, MOST_HEADERS, Door
from ouverture.site.uploads import MOST_UPLOADED

GET = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
SLOW_APPLICATION = """
import sys, time
from ouverture.site.listening import Door

def application(environ, start):
    print("begun", flush=True)
    time.sleep(1.5)
    start("200 OK", [("Content-Length", "4")])
    return [b"done"]

door = Door(application, "127.0.0.1", 0, 4)
door.stop_when_told()
print(door.port, flush=True)
door.run()
"""


def _echo(environ: dict[str, Any], start: Callable[..., object]) -> Iterable[bytes]:
    size = len(environ["wsgi.input"].read())
    start("200 OK", [("Content-Type", "text/plain")])
    return [f"read {size} {environ['REMOTE_ADDR']} {environ['wsgi.url_scheme']}".encode()]


@contextmanager
def _open(proxy: str = "") -> Iterator[int]:
    door = Door(_echo, "127.0.0.1", 0, 2, proxy)
    runs = threading.Thread(target=door.run)
    runs.start()
    try:
        yield door.port
    finally:
        door.stop()
        runs.join(30)


@pytest.fixture
def port() -> Iterator[int]:
    with _open() as found:
        yield found


def _said(port: int, sent: bytes, within: float = 10.0) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=within) as one:
        one.sendall(sent)
        return _rest(one)


def _rest(one: socket.socket) -> bytes:
    found = b""
    while more := one.recv(65536):
        found += more
    return found


def _post(size: int, body: bytes) -> bytes:
    return b"POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % size + body


def test_a_body_that_is_too_large_is_refused_before_it_is_sent(port: int) -> None:
    said = _said(port, _post(MOST_BODY, b""))
    assert said.startswith(b"HTTP/1.1 413 ")
    assert "at most 2 MB" in said.decode()


PAGES = (
    b"POST /en/file/some-file/papers/bank_details/add/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    b"%sContent-Length: %d\r\n\r\n"
)
COOKIE = b"Cookie: ouverture=of-a-visit\r\n"


def test_pages_of_papers_may_be_larger_where_they_come_in_for_whoever_came_by_a_door(port: int) -> None:
    size = 3 * MOST_BODY
    assert f"read {size}".encode() in _said(port, PAGES % (COOKIE, size) + b"x" * size)
    assert b" 413 " in _said(port, PAGES % (b"", size)).splitlines()[0]


def test_pages_that_are_too_large_are_let_go_of_and_the_sender_reads_what_to_do(port: int) -> None:
    size = MOST_UPLOADED + 3 * MOST_BODY
    said = _said(port, PAGES % (COOKIE, size) + b"x" * size)
    assert b" 413 " in said.splitlines()[0]
    assert "send the photographs one by one" in said.decode()
    assert b" 413 " in _said(port, PAGES % (COOKIE, 600_000_000)).splitlines()[0]


def test_a_carried_file_may_be_as_large_as_one_is_and_a_larger_one_is_told_so(port: int) -> None:
    reopening = PAGES.replace(b"/en/file/some-file/papers/bank_details/add/", b"/en/begin/reopen/")
    size = MOST_UPLOADED + MOST_BODY
    assert f"read {size}".encode() in _said(port, reopening % (COOKIE, size) + b"x" * size)
    assert b" 413 " in _said(port, reopening % (b"", size)).splitlines()[0]
    assert "larger than 40 MB: a carried file never is" in _said(port, reopening % (COOKIE, 600_000_000)).decode()


def test_a_body_without_a_length_is_refused_once_it_is_too_large(port: int) -> None:
    piece = b"%x\r\n%s\r\n" % (100_000, b"x" * 100_000)
    head = b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert _said(port, head + piece * 20).startswith(b"HTTP/1.1 413 ")


def test_headers_without_an_end_are_refused(port: int) -> None:
    said = _said(port, b"GET / HTTP/1.1\r\nX: ".ljust(MOST_HEADERS, b"x"))
    assert b" 431 " in said.splitlines()[0]


def test_what_is_refused_is_not_repeated(port: int) -> None:
    said = _said(port, b"GET / HTTP/1.1\r\nJeanne Invented : 291079940412337\r\n\r\n")
    assert b" 400 " in said.splitlines()[0]
    assert b"Jeanne" not in said


def test_nothing_that_is_sent_touches_the_disk(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any, **__: Any) -> None:
        raise AssertionError("a temporary file")

    monkeypatch.setattr("waitress.buffers.TempfileBasedBuffer.__init__", refused)
    assert f"read {MOST_BODY - 1}".encode() in _said(port, _post(MOST_BODY - 1, b"x" * (MOST_BODY - 1)))


def test_a_thousand_slow_sockets_stop_nobody(port: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < 4096:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, hard), hard))
    with ExitStack() as held:
        for _ in range(1000):
            one = held.enter_context(closing(socket.create_connection(("127.0.0.1", port), timeout=5)))
            one.sendall(b"GET / HTTP/1.1\r\nX: ")
        begun = time.monotonic()
        for _ in range(20):
            assert _said(port, GET, 2.0).startswith(b"HTTP/1.1 200 ")
        assert time.monotonic() - begun < 2


def test_a_socket_that_sends_a_byte_now_and_then_is_closed_in_its_time(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "HEADERS_WITHIN", 0.5)
    with socket.create_connection(("127.0.0.1", port), timeout=5) as one:
        begun = time.monotonic()
        with suppress(OSError):
            while time.monotonic() - begun < 5:
                one.sendall(b"G")
                time.sleep(0.1)
        assert time.monotonic() - begun < 4


def test_unfinished_bodies_never_weigh_more_than_they_may(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "MOST_WAITING_BYTES", 3_000_000)
    with ExitStack() as held:
        ones = [held.enter_context(socket.create_connection(("127.0.0.1", port), timeout=1)) for _ in range(5)]
        for one in ones:
            with suppress(OSError):
                one.sendall(_post(MOST_BODY - 1, b"x" * 1_500_000))
        assert sum(map(_was_closed, ones)) >= 3
        assert _said(port, GET).startswith(b"HTTP/1.1 200 ")


def _was_closed(one: socket.socket) -> bool:
    try:
        return one.recv(1) == b""
    except TimeoutError:
        return False
    except OSError:
        return True


def test_only_the_proxy_is_believed_on_who_comes() -> None:
    forged = GET.replace(b"\r\n\r\n", b"\r\nX-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n\r\n")
    with _open() as port:
        assert _said(port, forged).endswith(b"127.0.0.1 http")
    with _open("127.0.0.1") as port:
        assert _said(port, forged).endswith(b"203.0.113.9 https")
    with _open("127.0.0.2") as port:
        assert _said(port, forged).endswith(b"127.0.0.1 http")


def test_to_be_told_twice_to_stop_is_no_fault() -> None:
    door = Door(_echo, "127.0.0.1", 0, 1)
    door.stop()
    door.run()
    door.stop()


def test_a_request_under_way_is_finished_when_the_site_is_told_to_stop() -> None:
    source = Path(listening.__file__).parents[2]
    serving = subprocess.Popen(
        [sys.executable, "-c", SLOW_APPLICATION],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(source)},
    )
    assert serving.stdout is not None
    port = int(serving.stdout.readline())
    with socket.create_connection(("127.0.0.1", port), timeout=20) as one:
        one.sendall(GET)
        serving.stdout.readline()
        serving.send_signal(signal.SIGTERM)
        assert _rest(one).endswith(b"done")
    assert serving.wait(20) == 0
    serving.stdout.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)
