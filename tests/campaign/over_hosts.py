"""Somebody with a file on a site of several hosts: a load balancer sends each request to one."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Mapping, Sequence
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPException
from typing import NamedTuple
from urllib.parse import urlencode

_TAG = re.compile(r"<[^>]*>")
PATIENCE = 60.0
"""Seconds for an answer."""
GIVEN_UP = 120.0
"""Seconds after which a site that gives no answer at all is down for good."""
Ports = Callable[[], Sequence[int]]
"""The ports of the hosts that are there now."""


class Form(NamedTuple):
    """A form as a page shows it: where it goes, and what it holds by name."""

    action: str
    fields: Mapping[str, str]


class Answer(NamedTuple):
    """What came back; ``at`` is the address that was asked."""

    at: str
    status: int
    leads_to: str
    page: bytes

    @property
    def text(self) -> str:
        return self.page.decode("utf-8", "replace")

    def form(self, action: str) -> Form:
        """The form of the page that goes to an address that ends so."""
        reader = _Forms(self.at)
        reader.feed(self.text)
        found = [one for one in reader.found if one.action.endswith(action)]
        assert len(found) == 1, f"{self.at}: {self.status}, {' '.join(_TAG.sub(' ', self.text).split())[:300]}"
        return found[0]


class _Forms(HTMLParser):
    def __init__(self, at: str) -> None:
        super().__init__()
        self._at = at
        self.found = list[Form]()
        self._fields = dict[str, str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: given or "" for name, given in attrs}
        if tag == "form":
            self._fields = {}
            self.found.append(Form(held.get("action") or self._at, self._fields))
        elif tag == "input" and held.get("type") == "hidden" and self.found:
            self._fields[held["name"]] = held.get("value", "")


class Person:
    """A browser without scripts. What got no answer is asked again, of whichever host."""

    def __init__(self, ports: Ports, chance: random.Random) -> None:
        self._ports, self._chance, self._cookies = ports, chance, dict[str, str]()

    def look(self, path: str) -> Answer:
        """A page, from whichever host."""
        return self._ask("GET", path, None, "")

    def send(self, form: Form, **written: str) -> Answer:
        """A form, as a browser sends it."""
        body = urlencode({**form.fields, **written}).encode()
        return self._ask("POST", form.action, body, "application/x-www-form-urlencoded")

    def send_file(self, form: Form, name: str, content: bytes) -> Answer:
        """A form with a photograph."""
        parts = [
            b'--of\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (field.encode(), held.encode())
            for field, held in form.fields.items()
        ]
        head = b'--of\r\nContent-Disposition: form-data; name="%s"; filename="photo.jpg"\r\n' % name.encode()
        body = b"".join(parts) + head + b"Content-Type: image/jpeg\r\n\r\n" + content + b"\r\n--of--\r\n"
        return self._ask("POST", form.action, body, "multipart/form-data; boundary=of")

    def _ask(self, method: str, path: str, body: bytes | None, kind: str) -> Answer:
        until = time.monotonic() + GIVEN_UP
        while True:
            try:
                answer = self._asked_once(self._chance.choice(self._ports()), method, path, body, kind)
            except (OSError, HTTPException):
                answer = None
            # 503: the database is away, and the page says so; whoever reads it tries again.
            if answer is not None and answer.status != 503:
                return answer
            assert time.monotonic() < until, f"nobody answers {method} {path}"
            time.sleep(0.2)

    def _asked_once(self, port: int, method: str, path: str, body: bytes | None, kind: str) -> Answer:
        line = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
            if body is not None:
                sent |= {"Content-Type": kind, "Origin": f"http://127.0.0.1:{port}"}
            line.request(method, path, body, sent)
            came = line.getresponse()
            page = came.read()
            for each in came.headers.get_all("Set-Cookie", []):
                name, value = re.match(r"([^=]+)=([^;]*)", each).groups()  # type: ignore[union-attr]
                self._cookies[name] = value
            return Answer(path, came.status, came.headers.get("Location", ""), page)
        finally:
            line.close()
