"""What is remembered during one look at files: a file never changes, so the same question on it has one answer.

Nothing outlives the look. No file stays in memory between two requests, and two threads share nothing. Without it a
rehearsal takes nearly three times as long: policies, checks and pages ask the same of the same file many times.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Found = TypeVar("Found")

_seen: ContextVar[dict[tuple[Any, ...], tuple[Any, Any]] | None] = ContextVar("seen", default=None)


def in_one_look(act: Callable[Given, Found]) -> Callable[Given, Found]:
    """Within it the same question on the same file is answered once; a look inside another is part of it."""

    @wraps(act)
    def done(*given: Given.args, **named: Given.kwargs) -> Found:
        if _seen.get() is not None:
            return act(*given, **named)
        begun = _seen.set({})
        try:
            return act(*given, **named)
        finally:
            _seen.reset(begun)

    return done


def once_a_look(answer: Callable[Given, Found]) -> Callable[Given, Found]:
    """A question on a file, which is its first argument, answered once during a look, and each time outside one."""

    @wraps(answer)
    def asked(*given: Given.args, **named: Given.kwargs) -> Found:
        seen = _seen.get()
        if seen is None:
            return answer(*given, **named)
        # By identity: to compare two files costs more than the answer. The file is kept, so its identity stays its own.
        question = (answer, id(given[0]), *given[1:], *named.items())
        known = seen.get(question)
        if known is None:
            known = seen[question] = (given[0], answer(*given, **named))
        found: Found = known[1]
        return found

    return asked
