"""Check a paper: its code typed, scanned or in a file; what it says, by whom, and whether it stands."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from ouverture.adapters.signed_papers.checking import checked
from ouverture.adapters.signed_papers.token import MOST_BYTES
from ouverture.services.casework.signed.verdict import GENUINE, Verdict, rows_of, words_for_checking
from ouverture.site.page.clock import today
from ouverture.site.page.house import house
from ouverture.site.page.language import language_of
from ouverture.site.page.parts import FieldError
from ouverture.site.page.sentences import sentence
from ouverture.text import Language
from ouverture.wiring import for_checking_elsewhere, what_checks

MOST_TYPED, MOST_OF_A_FILE, MOST_IN_A_PAGE = 4 * MOST_BYTES, 5_000_000, 2_000


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def check_paper(request: HttpRequest, language: Language) -> HttpResponse:
    """The form; once it is sent, the verdict. The code stands in no address and is kept nowhere."""
    if request.method != "POST":
        return _shown(request)
    file = request.FILES.get("paper")
    text = file.read(MOST_OF_A_FILE).decode("latin-1") if file else request.POST.get("code", "")[:MOST_TYPED]
    if not text.strip():
        return _shown(request, wrong="paper_check.empty")
    keys, known = what_checks(house(), today())
    found = checked(text, keys, known, today())
    wrong = found.state in ("unreadable", "cut")
    return _shown(request, found, "" if file else text, status=422 if wrong else 200)


def _shown(
    request: HttpRequest, found: Verdict | None = None, typed: str = "", wrong: str = "", status: int = 200
) -> HttpResponse:
    says = sentence(wrong) if wrong else found.says if found and status == 422 else None
    context = {
        "known": _known(language_of(request)),
        "found": found if found and status == 200 else None,
        "rows": rows_of(found.paper) if found and found.paper else (),
        "genuine": bool(found and found.state in GENUINE),
        "typed": typed,
        "error": says,
        "errors": [FieldError("code", says)] if says else [],
    }
    return render(request, "small_desks/check_paper.html", context, status=422 if wrong else status)


def _known(language: Language) -> dict[str, Any] | None:
    """All that the browser needs to check by itself; None where it would make the page too heavy."""
    keys, withdrawn = what_checks(house(), today())
    if not keys or len(withdrawn.rows) > MOST_IN_A_PAGE:
        return None
    told = {one.serial: (one.why, one.on.isoformat()) for one in withdrawn.rows.values()}
    names = {name: key.public_bytes_raw().hex() for name, key in keys.items()}
    return {"keys": names, "made_on": withdrawn.made_on.isoformat(), "withdrawn": told, **words_for_checking(language)}


@require_safe
def paper_keys(request: HttpRequest, language: Language) -> HttpResponse:
    """The public keys of this installation, for whoever checks without a network."""
    return _as_json(for_checking_elsewhere(house(), today())[0], "keys.json")


@require_safe
def papers_withdrawn(request: HttpRequest, language: Language) -> HttpResponse:
    """The signed list of the papers withdrawn so far: opaque references, nobody's name."""
    return _as_json(for_checking_elsewhere(house(), today())[1], "withdrawn.json")


def _as_json(document: str, name: str) -> HttpResponse:
    response = HttpResponse(document, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
