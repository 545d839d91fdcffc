"""One attacker: learns the pages and forms of the site as it goes, and sends them what nobody meant them to take."""

from __future__ import annotations

import json
import random
import re
import socket
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPException
from typing import NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from tests.campaign.hostile.words import content, example, turned_over, value, word

MOST_OF_A_SHAPE, MOST_KNOWN = 4, 600
OPAQUE = re.compile(r"[0-9a-f]{8,}|[\w-]{22,}|\d+")
STARTS = ("/en/", "/fr/", "/en/sign-in/", "/en/file/begin/", "/en/desks/", "/api/openapi.json")
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "X" * 40)
HEADERS = ("Accept-Language", "Accept", "Cookie", "Host", "Referer", "Origin", "Range", "If-Modified-Since",
           "Content-Type", "Authorization", "X-Forwarded-For", "X-Forwarded-Proto", "X-Request-Id", "Expect",
           "Accept-Encoding")  # fmt: skip
API = ("/api/file", "/api/files", "/api/assess", "/api/plan", "/api/number", "/api/deadline", "/api/find", "/api/work")
PATIENCE = 15.0
"""Seconds for an answer: more than the site takes to give up on a request that never ends."""


class Form(NamedTuple):
    """A form as a page shows it: where it goes, and what it holds by name."""

    action: str
    fields: tuple[tuple[str, str], ...]
    is_files: bool


class Known:
    """Pages and forms met by any attacker, a few of each shape."""

    def __init__(self) -> None:
        self.pages = list(STARTS)
        self.forms = list[Form]()
        self._shapes = Counter[str]()

    def page(self, address: str) -> None:
        path = urlsplit(address).path
        if address.startswith("/") and len(self.pages) < MOST_KNOWN and self._is_new(path):
            self.pages.append(address)

    def form(self, found: Form) -> None:
        if len(self.forms) < MOST_KNOWN and self._is_new(f"{found.action} {[name for name, _ in found.fields]}"):
            self.forms.append(found)

    def _is_new(self, shape: str) -> bool:
        shape = OPAQUE.sub("#", shape)
        self._shapes[shape] += 1
        return self._shapes[shape] <= MOST_OF_A_SHAPE


class Reader(HTMLParser):
    """Reads links and forms out of a page."""

    def __init__(self, known: Known, at: str) -> None:
        super().__init__()
        self.known, self.at, self.token = known, at, ""
        self._form: tuple[str, bool] | None = None
        self._fields = list[tuple[str, str]]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: given or "" for name, given in attrs}
        if tag == "a":
            self.known.page(held.get("href", ""))
        elif tag == "form" and held.get("method", "").lower() == "post":
            self._form, self._fields = (held.get("action") or self.at, "multipart" in held.get("enctype", "")), []
        elif self._form and tag in ("input", "select", "textarea", "button") and held.get("name"):
            self._fields.append((held["name"], held.get("value", "")))
            if held["name"] == "csrfmiddlewaretoken":
                self.token = held["value"]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self._form:
            self.known.form(Form(self._form[0], tuple(self._fields), self._form[1]))
            self._form = None


class Attacker:
    """Somebody with a browser of their own making; ``answers``: how many of each status came, 0 when none did."""

    def __init__(self, port: int, known: Known, chance: random.Random) -> None:
        self.port, self.known, self.chance = port, known, chance
        self.answers, self.faults = Counter[int](), list[str]()
        self._line = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        self._cookie, self._token = "", ""

    def attack(self, times: int) -> None:
        """Send that many requests."""
        acts: tuple[tuple[Callable[[], None], int], ...] = (
            (self._look, 20), (self._send_form, 35), (self._odd_address, 10), (self._odd_headers, 8),
            (self._odd_body, 9), (self._program, 8), (self._bytes, 5), (self._file_of_answers, 5),
        )  # fmt: skip
        for _ in range(times):
            self.chance.choices([act for act, _ in acts], [often for _, often in acts])[0]()

    def _ask(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> None:
        """One request on the line that is kept open; the answer is read and learned from."""
        sent = {"Cookie": self._cookie, **(headers or {})}
        status = 0
        try:
            self._line.putrequest(method, path, skip_host="Host" in sent)
            for name, given in sent.items():
                self._line.putheader(name, given)
            if body is not None:
                self._line.putheader("Content-Length", str(len(body)))
            self._line.endheaders(body)
            answer = self._line.getresponse()
            page = answer.read()
            status = answer.status
            if answer.headers["Set-Cookie"]:
                self._cookie = answer.headers["Set-Cookie"].partition(";")[0]
            self._learn(path, page, answer.headers.get("Content-Type") or "", answer.headers.get("Location"))
        except (OSError, HTTPException, ValueError):
            self._line.close()
        self._note(status, f"{method} {path[:200]} {(body or b'')[:300]!r} {headers}")

    def _note(self, status: int, sent: str) -> None:
        self.answers[status] += 1
        if status >= 500:
            self.faults.append(f"{status} {sent}")

    def _learn(self, path: str, page: bytes, kind: str, led: str | None) -> None:
        if led and led.startswith("/"):
            self.known.page(led)
        if kind.startswith("text/html"):
            reader = Reader(self.known, path)
            with suppress(AssertionError):
                reader.feed(page.decode("utf-8", "replace"))
            self._token = reader.token or self._token

    def _look(self) -> None:
        """A page that is known; one time in two with odd words after it."""
        path = self.chance.choice(self.known.pages)
        if self.chance.random() < 0.5:
            asked = [(word(self.chance)[:300], word(self.chance)[:1500]) for _ in range(2)]
            path = f"{path.partition('?')[0]}?{_urlencoded(asked)}"
        self._ask("GET", path)

    def _send_form(self) -> None:
        """A form that is known, its fields as they were, odd, twice, or missing."""
        if not self.known.forms:
            return self._look()
        form = self.chance.choice(self.known.forms)
        sent = list[tuple[str, str]]()
        for name, given in form.fields:
            if name == "csrfmiddlewaretoken":
                sent.append((name, self._token if self.chance.random() < 0.95 else word(self.chance)))
            elif self.chance.random() < 0.9:
                sent.append((name, given if given and self.chance.random() < 0.6 else word(self.chance)))
        if self.chance.random() < 0.2:
            sent.append((word(self.chance)[:100], word(self.chance)))
        if form.is_files or self.chance.random() < 0.05:
            return self._ask("POST", form.action, *self._parts(sent))
        self._ask(
            "POST", form.action, _urlencoded(sent).encode(), {"Content-Type": "application/x-www-form-urlencoded"}
        )

    def _parts(self, sent: list[tuple[str, str]]) -> tuple[bytes, dict[str, str]]:
        """The fields as parts, one of them a file."""
        given = sent[-1][0] if sent else "file"
        parts = [
            b'--of\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (_bytes(name), _bytes(held))
            for name, held in sent
        ]
        head = b'--of\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\n\r\n'
        file = head % (_bytes(given), _bytes(word(self.chance)[:60])) + content(self.chance) + b"\r\n--of--\r\n"
        return b"".join(parts) + file, {"Content-Type": "multipart/form-data; boundary=of"}

    def _file_of_answers(self) -> None:
        """The one file that anybody may bring: answers kept from another day."""
        token = (
            b'--of\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n%s\r\n' % self._token.encode()
        )
        head = b'--of\r\nContent-Disposition: form-data; name="file"; filename="answers.toml"\r\n\r\n'
        body = token + head + content(self.chance, example(self.chance)) + b"\r\n--of--\r\n"
        self._ask("POST", "/en/answers/reload/", body, {"Content-Type": "multipart/form-data; boundary=of"})

    def _odd_address(self) -> None:
        pieces = [*self.chance.choice(self.known.pages).split("/"), word(self.chance)[:1000]]
        self.chance.shuffle(pieces)
        self._ask(self.chance.choice(METHODS), "/" + quote("/".join(pieces).encode("utf-8", "replace"), safe="/%?;.=&"))

    def _odd_headers(self) -> None:
        names = self.chance.sample(HEADERS, 3)
        odd = {name: re.sub(r"[\r\n\0]", "", word(self.chance))[:3000].encode("utf-8", "replace") for name in names}
        sent = {name: given.decode("latin-1") for name, given in odd.items()}
        self._ask(self.chance.choice(METHODS), self.chance.choice(self.known.pages), None, sent)

    def _odd_body(self) -> None:
        kind = self.chance.choice((
            "multipart/form-data; boundary=of", "multipart/form-data", "multipart/form-data; boundary=" + "x" * 300,
            "application/json", "application/x-www-form-urlencoded; charset=utf-7", "text/plain; charset=\"", "",
        ))  # fmt: skip
        whole, _ = self._parts([("csrfmiddlewaretoken", self._token), ("a", "b")])
        places = [form.action for form in self.known.forms] or self.known.pages
        self._ask("POST", self.chance.choice(places), turned_over(self.chance, whole), {"Content-Type": kind})

    def _program(self) -> None:
        """The way of programs, without a token or with one that is none."""
        body = json.dumps(value(self.chance)).encode() if self.chance.random() < 0.7 else content(self.chance)
        sent = {"Content-Type": "application/json"}
        if self.chance.random() < 0.5:
            sent["Authorization"] = (
                f"Bearer {word(self.chance)[:500]}".encode("ascii", "replace").decode().replace("\n", "")
            )
        pages = [page for page in self.known.pages if page.startswith("/api")] + [*API]
        self._ask(self.chance.choice(METHODS[:6]), self.chance.choice(pages), body, sent)

    def _bytes(self) -> None:
        """A request turned over byte by byte, on a socket of its own."""
        path = self.chance.choice(self.known.pages)
        whole = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nConnection: close\r\n\r\na=b&c"
        raw, status = turned_over(self.chance, whole.encode()), 0
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=3) as one:
            one.sendall(raw)
            one.shutdown(socket.SHUT_WR)
            found = re.match(rb"HTTP/1\.[01] (\d{3})", one.recv(65536))
            status = int(found[1]) if found else 0
        self._note(status, repr(raw[:400]))


def _urlencoded(pairs: list[tuple[str, str]]) -> str:
    return urlencode([(_bytes(name), _bytes(given)) for name, given in pairs])


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
