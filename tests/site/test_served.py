"""The command `serve`, as a process, behind another server."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

SOURCE = Path(__file__).parents[2] / "src"
HOST = "ouverture.example.org"
THROUGH = {"Host": HOST, "X-Forwarded-Proto": "https", "X-Forwarded-For": "2001:db8::7"}
NAME, NUMBER = "Jeanne Invented", "291079940412337"


class Served(NamedTuple):
    """A site that runs, and what it writes."""

    port: int
    log: Path

    def ask(self, method: str, path: str, body: str | None = None, **headers: str) -> http.client.HTTPResponse:
        """One request; the answer is read."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, body, {**THROUGH, **headers})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OUVERTURE", "DJANGO"))}
    settings = {"PYTHONPATH": str(SOURCE), "OUVERTURE_HOME": str(folder), "OUVERTURE_HOSTS": HOST}
    command = [sys.executable, "-m", "ouverture", "serve", "--behind-proxy", "--port", str(port)]
    log = folder / "log"
    with log.open("wb") as written:
        process = subprocess.Popen(command, env={**kept, **settings}, stderr=written)
    _wait_for(port)
    yield Served(port, log)
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0


def _wait_for(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError


def test_what_comes_without_https_is_sent_to_it(served: Served) -> None:
    answer = served.ask("GET", "/en/", **{"X-Forwarded-Proto": "http"})
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{HOST}/en/")


def test_behind_a_proxy_cookies_are_secure_and_https_is_asked_for_ever(served: Served) -> None:
    answer = served.ask("GET", "/en/sign-in/")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-ouverture=")
    assert all(word in cookie for word in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))
    assert "Domain" not in cookie


def test_every_cookie_is_held_to_https_and_to_this_host(served: Served) -> None:
    asked = http.client.HTTPConnection("127.0.0.1", served.port, timeout=20)
    asked.request("GET", "/en/colour/", headers=THROUGH)
    page = asked.getresponse()
    token = page.read().decode().partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    asked.close()
    sent = {"Cookie": page.headers["Set-Cookie"].partition(";")[0], "Referer": f"https://{HOST}/en/colour/"}
    body = f"colour=dark&csrfmiddlewaretoken={token}"
    answer = served.ask("POST", "/en/colour/", body, **sent, **{"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.headers["Set-Cookie"].startswith("__Host-ouverture_colour=dark;")
    assert all(word in answer.headers["Set-Cookie"] for word in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))


@pytest.mark.parametrize("host", ["evil.example", f"{HOST}.evil.example", NAME.replace(" ", "-")])
def test_another_name_is_refused_and_is_not_written_down(served: Served, host: str) -> None:
    assert served.ask("GET", "/en/", Host=host).status == 400
    assert "Traceback" not in served.log.read_text()
    assert "evil" not in served.log.read_text()


def test_a_form_from_elsewhere_is_refused(served: Served) -> None:
    assert served.ask("POST", "/en/desks/message/", "message=x", Origin="https://evil.example").status == 403


def test_each_request_has_one_line_and_its_answer_bears_the_identity(served: Served) -> None:
    answer = served.ask("GET", "/en/law/", **{"X-Forwarded-For": "198.51.100.4"})
    lines = [json.loads(line) for line in served.log.read_text().splitlines() if line.startswith("{")]
    line = next(line for line in lines if line["request"] == answer.headers["X-Request-Id"])
    assert (line["view"], line["status"], line["method"], line["actor"]) == ("law", 200, "GET", "")
    assert line["ms"] >= 0
    assert line["at"].endswith("+00:00")
    assert "198.51.100.4" not in served.log.read_text()


def test_nothing_a_visitor_types_is_in_the_log(served: Served) -> None:
    from urllib.parse import quote

    typed = quote(f"{NAME} {NUMBER}")
    for path in (f"/en/{typed}/", f"/fr/link/{NUMBER}/", f"/en/file/{NUMBER}/", f"/en/law/?q={typed}",
                 f"/api/file/{NUMBER}?purpose={typed}", f"/en/questions/{NUMBER}/"):  # fmt: skip
        for method in ("GET", "POST", "JEANNE"):
            served.ask(method, path, f"message={typed}" if method == "POST" else None, Referer=f"https://x/{typed}")
    text = served.log.read_text()
    assert not any(word in text for word in ("Jeanne", "JEANNE", NUMBER, "Invented"))
    assert "follow_link" in text


def test_the_machine_itself_asks_for_health_without_https(served: Served) -> None:
    for path in ("/health", "/ready"):
        answer = served.ask("GET", path, Host="127.0.0.1", **{"X-Forwarded-Proto": "http"})
        assert (answer.status, answer.headers["Location"]) == (200, None)
