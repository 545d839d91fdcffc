"""What is written on a message: its words in the person's language, or in both when none was chosen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ouverture.text import LANGUAGES, Text

SUBJECT = Text("Votre dossier d'assurance maladie : un message", "Your health insurance file: a message")
"""The same for every message: what travels in the open says no number, no name and nothing of what happened."""

BETWEEN = "\n\n---\n\n"


def words(content: Mapping[str, Any]) -> str:
    """The text of a message: ``content["fr"]`` and ``content["en"]``, or the one that ``content["language"]`` names.

    A message that has no words yet is written as its values, one a line, so that a clerk can see what it is about.
    """
    chosen = [language for language in LANGUAGES if content.get("language") in (None, language)] or list(LANGUAGES)
    if not all(content.get(language) for language in chosen):
        return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in sorted(content.items()))
    return BETWEEN.join(str(content[language]).strip() for language in chosen) + "\n"


def subject(content: Mapping[str, Any]) -> str:
    """The subject of an e-mail."""
    language = content.get("language")
    return SUBJECT.to(language) if language in LANGUAGES else f"{SUBJECT.fr} / {SUBJECT.en}"
