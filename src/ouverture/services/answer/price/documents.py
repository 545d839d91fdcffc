"""A file of care lines: TOML or JSON, one table or a list of lines."""

from __future__ import annotations

import json
from typing import Any

from ouverture.services.answer.written_person import parse


def read_document(text: str) -> dict[str, Any]:
    """What the file says; a JSON list is a list of lines. Raises AnswerError (field "file") when it cannot be read."""
    stripped = text.lstrip("\ufeff \t\r\n")
    if stripped.startswith("["):
        try:
            found = json.loads(stripped)
        except (ValueError, RecursionError):
            return parse(text)
        if isinstance(found, list):
            return {"lines": found}
    return parse(text)
