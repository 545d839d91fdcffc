"""Refusals as problem details (RFC 9457): a sentence in both languages, who can act, by when."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse

from ouverture.services.casework.forms import FieldErrors
from ouverture.services.casework.refusing import Refusal

STATUS = {"no_such_file": 404, "not_your_role": 403, "not_your_office": 403}
"""The status of a refusal; every other one is a conflict with what the file is."""


def refused(refusal: Refusal) -> HttpResponse:
    """A use case said no."""
    return problem(
        STATUS.get(refusal.code, 409),
        refusal.code,
        refusal.says.en,
        fr=refusal.says.fr,
        who_can_act=refusal.who_can_act,
        by=refusal.by and refusal.by.isoformat(),
        piece=refusal.piece,
        holds=list(refusal.holds),
    )


def unreadable(wrong: FieldErrors) -> HttpResponse:
    """Answers that cannot be taken, each with its sentence."""
    errors = [{"field": one.field, "fr": one.says.fr, "en": one.says.en} for one in wrong.errors]
    return problem(422, "unreadable_answers", "Some answers cannot be taken.", errors=errors)


def problem(status: int, code: str, detail: str, **more: Any) -> HttpResponse:
    """One problem document."""
    document = {"type": f"about:blank#{code}", "title": code, "status": status, "detail": detail, **more}
    body = json.dumps(document, ensure_ascii=False)
    return HttpResponse(body, status=status, content_type="application/problem+json")
