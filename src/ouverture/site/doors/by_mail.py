"""A file kept and opened by e-mail: an address, a one-time code, no password. An unknown address is told the same."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from ouverture.adapters.accounts.code_post import mail_leaves_here, send_soon
from ouverture.adapters.accounts.mail_codes import GOOD_FOR, address_of, ask, try_code
from ouverture.adapters.accounts.models import MailCode
from ouverture.services.casework.actors import Actor
from ouverture.site.doors.entry import actor_of, enter_mail
from ouverture.site.doors.mail_doors import end_mail_doors, is_known, make_mail_door, opened_by
from ouverture.site.doors.noting import note
from ouverture.site.doors.own_file import for_the_owner
from ouverture.site.page.looking import keep_notice, keep_refusal
from ouverture.site.page.sentences import sentence
from ouverture.text import Language, Text

ASKED = "door_mail_code"
"""The code this browser asked for: it is good nowhere else."""
MINUTES = int(GOOD_FOR.total_seconds() // 60)


@sensitive_post_parameters("address")
@require_http_methods(["GET", "POST"])
def open_by_mail(request: HttpRequest, language: Language) -> HttpResponseBase:
    """The address that keeps a file; a code goes to it, if it does."""
    if request.method == "GET":
        return render(request, "doors/mail.html", {"leaves": mail_leaves_here()})
    typed = request.POST.get("address", "")
    error = _asked(request, typed, "")
    if error is not None:
        return render(
            request, "doors/mail.html", {"leaves": mail_leaves_here(), "error": error, "typed": typed}, status=422
        )
    return redirect("mail_code", language)


@sensitive_post_parameters("address")
@require_POST
@for_the_owner
def my_mail(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """Keep this file by e-mail once a code has come back from the address; or no longer."""
    if request.POST.get("what") == "end":
        end_mail_doors(stream)
        keep_notice(request, "mail_ended")
        return redirect("my_link", language, stream)
    error = _asked(request, request.POST.get("address", ""), stream)
    if error is not None:
        keep_refusal(request, error)
        return redirect("my_link", language, stream)
    return redirect("mail_code", language)


def _asked(request: HttpRequest, typed: str, stream: str) -> Text | None:
    """Have a code sent, for a new door of ``stream`` or to open what the address opens; why not, in words."""
    address = address_of(typed)
    if not mail_leaves_here():
        return sentence("mail.leaves_not")
    if not address:
        return sentence("mail.no_address")
    code = ask(address, stream, bool(stream) or is_known(address), _letter, timezone.now())
    if code is None:
        return sentence("mail.too_often")
    request.session[ASKED] = code.pk
    send_soon()
    return None


def _letter(code: str) -> Text:
    said = sentence("mail.letter", code=code, n=MINUTES)
    return Text(said.fr, said.en)


@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def mail_code(request: HttpRequest, language: Language) -> HttpResponseBase:
    """The code that came; it opens every file that the address keeps."""
    code = MailCode.objects.filter(pk=request.session.get(ASKED, 0)).first()
    if code is None:
        return redirect("open_by_mail", language)
    context = {"stream": code.stream, "minutes": MINUTES}
    if request.method == "GET":
        return render(request, "doors/mail_code.html", context)
    tried = try_code(code, request.POST.get("code", ""), timezone.now())
    if tried == "right" and code.stream:
        return _kept(request, language, code)
    doors = opened_by(code.address) if tried == "right" else []
    if not doors:
        note("mail", "wrong" if tried != "over" else "locked")
        return render(request, "doors/mail_code.html", {**context, "wrong": tried}, status=422)
    del request.session[ASKED]
    note("mail", "right", doors[-1].identity)
    enter_mail(request, doors)
    return redirect("file", language, doors[-1].stream)


def _kept(request: HttpRequest, language: Language, code: MailCode) -> HttpResponseBase:
    """The address is read by whoever holds the file: it opens it from now on, as the same person."""
    request.session.pop(ASKED, None)
    actor = actor_of(request)
    if actor is None or actor.role != "person" or code.stream not in actor.acts_for:
        return redirect("open_by_mail", language)
    make_mail_door(code.address, code.stream, actor.id)
    keep_notice(request, "mail_kept")
    return redirect("my_link", language, code.stream)
