"""What the site writes down of itself: one line of JSON for each request and each fault, and no word of anybody.

Never an address, which holds files and secret links; never a message of an error, which repeats what was typed; never
the text of another program's log, which holds both. A fault is told by its kinds and by the lines of our code.
"""

from __future__ import annotations

import json
import logging
import secrets
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from datetime import UTC, datetime
from traceback import extract_tb
from types import TracebackType
from typing import Any

from django.http import HttpRequest, HttpResponse

from ouverture.services.casework.actors import Actor

REQUESTS = logging.getLogger("ouverture.requests")
MOST_FRAMES = 12
"""The innermost lines of a fault that are written: where it broke, and how it came there."""
_request: ContextVar[str] = ContextVar("request", default="")


def write_down(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: each request gets an identity, which its answer bears too, and one line when it is answered."""

    def answer(request: HttpRequest) -> HttpResponse:
        identity, begun = secrets.token_hex(8), time.perf_counter()
        held = _request.set(identity)
        request.META["REMOTE_ADDR"] = request.META.get("REMOTE_ADDR", "").strip("[]")  # as a proxy writes IPv6
        try:
            response = get_response(request)
            response["X-Request-Id"] = identity
            REQUESTS.info("request", extra={"told": _told(request, response, time.perf_counter() - begun)})
            return response
        finally:
            _request.reset(held)

    return answer


def _told(request: HttpRequest, response: HttpResponse, seconds: float) -> dict[str, Any]:
    match = request.resolver_match
    actor: Actor | None = request.__dict__.get("actor")
    return {
        "method": request.method if request.method in METHODS else "other",
        "view": match.view_name if match else "",
        "status": response.status_code,
        "ms": round(seconds * 1000),
        "actor": actor.id if actor else "",
    }


METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})
"""Any other word was made up by who sent it."""


class OneLine(logging.Formatter):
    """A record as one line of JSON, without its message unless it is a fixed word of ours."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "request": _request.get(),
        }
        line |= getattr(record, "told", None) or {"said_in": f"{record.module}.{record.funcName}:{record.lineno}"}
        if record.exc_info and record.exc_info[1]:
            line["fault"] = list(_kinds(record.exc_info[1]))
            line["where"] = _where(record.exc_info[1].__traceback__)
        return json.dumps(line)


def _kinds(problem: BaseException) -> Iterator[str]:
    """The kind of a fault and of those it came from; what they say is left out."""
    seen: set[int] = set()
    one: BaseException | None = problem
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield f"{type(one).__module__}.{type(one).__qualname__}"
        one = one.__cause__ or one.__context__


def _where(trace: TracebackType | None) -> list[str]:
    frames = extract_tb(trace)[-MOST_FRAMES:]
    return [f"{frame.filename.rpartition('/src/')[2]}:{frame.lineno} {frame.name}" for frame in frames]


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"one_line": {"()": OneLine}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "one_line"}},
    "root": {"handlers": ["console"], "level": "ERROR"},
    "loggers": {
        "ouverture": {"level": "INFO"},
        # Django hangs a console and a mailer of its own here: all goes to the root instead.
        "django": {"handlers": [], "level": "ERROR", "propagate": True},
        # A refused form, a wrong address, an unknown host are the visitor's business: their request has its line.
        "django.security": {"level": "CRITICAL", "handlers": [], "propagate": False},
        "waitress": {"level": "ERROR"},
        "axes": {"level": "ERROR"},
    },
}
"""For Django's setting of that name."""
