"""The pages of the doors: sign in, one-time code, follow a link, sign out."""

from __future__ import annotations

from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from ouverture.adapters.accounts.models import Account
from ouverture.site.doors.entry import actor_of, enter_account, enter_link, first_page, leave
from ouverture.site.doors.links import link_of, opens_with
from ouverture.site.doors.noting import note
from ouverture.site.doors.one_time_code import device_of, picture_of, written_key_of, wrong_code
from ouverture.site.doors.own_account import DUE
from ouverture.site.doors.rate import AskedTooMuch, count_try
from ouverture.text import Language

HALF = "door_half_open"
"""The account whose password was right and whose code is still to come."""


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest, language: Language) -> HttpResponseBase:
    """Login and password; wrong ones are told together, so that nobody learns which logins exist."""
    if request.method == "GET":
        return render(request, "doors/sign_in.html")
    login, password = request.POST.get("login", "").strip()[:80], request.POST.get("password", "")
    account = authenticate(request, login=login, password=password)
    if not isinstance(account, Account):
        locked = bool(getattr(request, "axes_locked_out", False))
        note("password", "locked" if locked else "wrong", _identity_of(login))
        return render(
            request, "doors/sign_in.html", {"login": login, "wrong": not locked, "locked": locked}, status=422
        )
    if account.password_ends and account.password_ends < timezone.now():
        note("password", "ended", account.identity)
        return render(request, "doors/sign_in.html", {"login": login, "ended": True}, status=422)
    note("password", "right", account.identity)
    request.session.cycle_key()
    request.session[HALF] = account.pk
    return redirect("one_time_code", language)


@sensitive_post_parameters("code")
@require_http_methods(["GET", "POST"])
def one_time_code(request: HttpRequest, language: Language) -> HttpResponseBase:
    """The six digits of the telephone; the first time, the picture to photograph with it."""
    account = Account.objects.filter(pk=request.session.get(HALF, 0), is_active=True).first()
    if account is None:
        return redirect("sign_in", language)
    device = device_of(account)
    context = {} if device.confirmed else {"picture": picture_of(device), "written_key": written_key_of(device)}
    if request.method == "GET":
        return render(request, "doors/one_time_code.html", context)
    if wrong := wrong_code(device, request.POST.get("code", "")):
        note("code", "wrong", account.identity)
        return render(request, "doors/one_time_code.html", {**context, "wrong": wrong}, status=422)
    note("code", "right", account.identity)
    del request.session[HALF]
    if account.must_change:
        request.session.cycle_key()
        request.session[DUE] = account.pk
        return redirect("new_password", language)
    enter_account(request, account)
    return first_page(request, language)


@sensitive_post_parameters("passphrase")
@require_http_methods(["GET", "POST"])
def follow_link(request: HttpRequest, language: Language, secret: str) -> HttpResponse:
    """A private link: a page with one button, so that a program that only looks at addresses opens nothing."""
    link = link_of(secret)
    context = {"link": link, "asks": bool(link and link.passphrase)}
    if link is None:
        note("link", "unknown")
        return render(request, "doors/link.html", context, status=404)
    if request.method == "GET":
        return render(request, "doors/link.html", context)
    try:
        count_try(link.identity, request.META.get("REMOTE_ADDR", ""))
    except AskedTooMuch:
        note("link", "locked", link.identity)
        return render(request, "doors/link.html", {**context, "locked": True}, status=429)
    if not opens_with(link, request.POST.get("passphrase", "")):
        note("link", "wrong", link.identity)
        return render(request, "doors/link.html", {**context, "wrong": True}, status=422)
    note("link", "right", link.identity)
    enter_link(request, link)
    return redirect("file", language, link.stream)


@require_POST
def sign_out(request: HttpRequest, language: Language) -> HttpResponse:
    """Close the desk; the browser is asked to let go of what it kept of it."""
    actor = actor_of(request)
    leave(request)
    note("sign_out", "left", actor.id if actor else "")
    response = redirect("start", language)
    response["Clear-Site-Data"] = '"cache"'
    return response


def _identity_of(login: str) -> str:
    return Account.objects.filter(login=login).values_list("identity", flat=True).first() or ""
