"""Lines S1 to S8: the site, as it is served, and what its forms and the command share."""

from __future__ import annotations

import json
import socket
import time
from contextlib import ExitStack, closing, suppress
from urllib.request import HTTPCookieProcessor, Request, build_opener

from tests.campaign.hostile.site import look, served
from tests.campaign.review.place import Place
from tests.site.test_listening import test_a_request_under_way_is_finished_when_the_site_is_told_to_stop

WRONG = (
    {"household_size": [1]},
    {"french_pension_years": {"a": 1}},
    {"activity": "\ud800"},
    {"commune": "\ud800", "postcode": "75011", "activity": "none"},
)
SLOW, QUICK = 1000, 2.0
LARGE = 400_000_000


def s1(place: Place) -> str:
    (place.folder / "x.toml").write_text(".".join(["a"] * 49_000) + "=1\n")
    begun = time.monotonic()
    found = place.refused("assess", "x.toml", "--language", "en", within=20)
    command = f"{found.first}, in {time.monotonic() - begun:.1f} s with the start of the process"
    with served(place.folder) as (port, _):
        begun = time.monotonic()
        assert "too many dots" in uploaded(port, (place.folder / "x.toml").read_bytes())
        return f"{command}; sent to the site, the same sentence in {time.monotonic() - begun:.1f} s"


def uploaded(port: int, content: bytes) -> str:
    """The page that the site answers to a file of answers, sent by its form; raises HTTPError for an error page."""
    visitor, address = build_opener(HTTPCookieProcessor()), f"http://127.0.0.1:{port}/en/answers/"
    page = visitor.open(f"http://127.0.0.1:{port}/en/sign-in/", timeout=20).read().decode()
    token = page.split('name="csrfmiddlewaretoken" value="', 1)[1].split('"', 1)[0]
    parts = (('name="csrfmiddlewaretoken"', token.encode()), ('name="file"; filename="mine"', content))
    body = b"".join(f"--of\r\nContent-Disposition: form-data; {name}\r\n\r\n".encode() + held + b"\r\n"
                    for name, held in parts)  # fmt: skip
    sent = Request(f"{address}reload/", body + b"--of--\r\n", {"Content-Type": "multipart/form-data; boundary=of"})
    answered: bytes = visitor.open(sent, timeout=20).read()
    return answered.decode()


def s2(place: Place) -> str:
    begun = time.monotonic()
    found = [place.refused("message", word, "--language", "en", within=20) for word in ("ﬃ" * 19_000, "ⅷ" * 20_000)]
    return f"{found[0].first}, twice in {time.monotonic() - begun:.1f} s"


def s3(place: Place) -> str:
    with served(place.folder) as (port, _), ExitStack() as held:
        for _ in range(SLOW):
            one = held.enter_context(closing(socket.create_connection(("127.0.0.1", port), timeout=5)))
            one.sendall(b"GET / HTTP/1.1\r\nX: ")
        begun = time.monotonic()
        assert [look(port, "/en/") for _ in range(5)] == [200] * 5
        longest = (time.monotonic() - begun) / 5
    assert longest < QUICK, longest
    return f"with {SLOW:,} slow sockets open, a page in {longest:.2f} s"


def s4(place: Place) -> str:
    said = list[str]()
    for nth, wrong in enumerate(WRONG):
        (place.folder / f"{nth}.json").write_text(json.dumps(wrong))
        said.append(place.refused("assess", f"{nth}.json", "--language", "en").first)
    with served(place.folder) as (port, _):
        for wrong in WRONG:
            assert 'role="alert"' in uploaded(port, json.dumps(wrong).encode()), wrong
    return f"{len(WRONG)} wrong files, each one sentence; the first: {said[0]}; sent to the site, one sentence each"


def s5(place: Place) -> str:
    head = f"POST /static/x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {LARGE}\r\n\r\n".encode()
    with served(place.folder) as (port, _), socket.create_connection(("127.0.0.1", port), timeout=20) as one:
        one.sendall(head)
        answer = one.recv(4096).split(b"\r\n")[0].decode()
    assert answer.split()[1] == "413", answer
    return f"400 MB announced: “{answer}” before a byte of it was sent"


def s6(place: Place) -> str:
    weak = place.refused("serve", "--port", "8321", "--language", "en", settings={"OUVERTURE_SECRET_KEY": "a"})
    anybody = place.refused("serve", "--port", "8321", "--language", "en", settings={"OUVERTURE_HOSTS": "*"})
    return f"a weak key: {weak.first}; every host: {anybody.first}"


def s7(place: Place) -> str:
    test_a_request_under_way_is_finished_when_the_site_is_told_to_stop()
    return "SIGTERM: the request under way was answered, the process ended with 0"


def s8(place: Place) -> str:
    with served(place.folder) as (port, _):
        for host in ("evil.example", "127.0.0.1"):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=20) as one:
                asked = f"GET /en/?name=Martinovitch HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
                one.sendall(asked.encode())
                while one.recv(65536):
                    pass
        log = (place.folder / "log").read_text("utf-8")
    assert "Martinovitch" not in log, "what was typed is in the log"
    assert "Traceback" not in log
    requests = [line for line in log.splitlines() if '"status"' in line]
    assert len(requests) == 2, log[-500:]
    return "a wrong Host and a right one: one line of JSON each, no typed word in them"


LINES = {
    "S1 an answer file of 98 kB": s1,
    "S2 a message of 57 kB": s2,
    "S3 slow sockets": s3,
    "S4 a wrong file": s4,
    "S5 a body of 400 MB": s5,
    "S6 settings that leave the site open": s6,
    "S7 SIGTERM during a request": s7,
    "S8 the log": s8,
}
