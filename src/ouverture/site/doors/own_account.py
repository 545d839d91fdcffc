"""One's own account: another password, and where one is signed in. A first password is changed before anything else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ouverture.adapters.accounts.models import Account
from ouverture.adapters.accounts.passwords import weakness_of
from ouverture.site.doors.entry import account_in, end_sessions, enter_account, first_page, sessions_of
from ouverture.site.doors.noting import note
from ouverture.site.doors.one_time_code import device_of, wrong_code
from ouverture.site.page.sentences import sentence
from ouverture.text import Language, Text

DUE = "door_new_password_due"
"""The account whose first password and code were right, and which comes in once it has a password of its own."""


@sensitive_post_parameters("new")
@require_http_methods(["GET", "POST"])
def new_password(request: HttpRequest, language: Language) -> HttpResponseBase:
    """In the place of a first password, one's own: nothing else is open before."""
    account = Account.objects.filter(pk=request.session.get(DUE, 0), is_active=True, must_change=True).first()
    if account is None:
        return redirect("sign_in", language)
    if request.method == "GET":
        return render(request, "doors/new_password.html")
    wrong = _changed(account, request.POST.get("new", ""))
    if wrong:
        return render(request, "doors/new_password.html", {"error": wrong}, status=422)
    del request.session[DUE]
    enter_account(request, account)
    return first_page(request, language)


@sensitive_post_parameters("old", "new", "code")
@require_http_methods(["GET", "POST"])
def own_account(request: HttpRequest, language: Language) -> HttpResponseBase:
    """Where one is signed in, to end it; and another password, for whoever has the old one. Both ask for the code."""
    account = account_in(request)
    if account is None:
        return redirect("sign_in", language)
    if request.method == "GET":
        return _shown(request, account)
    what = request.POST.get("what", "")
    wrong = _wrong_code(request, account) or (_wrong_change(request, account) if what == "password" else None)
    if wrong:
        return _shown(request, account, wrong)
    end_sessions(request, account, int(what[:18]) if what.isdecimal() else None)
    if what == "password":
        enter_account(request, account)
    return redirect("own_account", language)


def _wrong_code(request: HttpRequest, account: Account) -> Text | None:
    """Asked first: each wrong one doubles the wait for the next, so that no password is guessed here."""
    wrong = wrong_code(device_of(account), request.POST.get("code", ""))
    if wrong:
        note("code", "wrong", account.identity)
    return wrong


def _wrong_change(request: HttpRequest, account: Account) -> Text | None:
    """Change the password, or say what is wrong with the old one or the new one."""
    if account.check_password(request.POST.get("old", "")):
        return _changed(account, request.POST.get("new", ""))
    note("password", "wrong", account.identity)
    return sentence("own.old_wrong")


def _changed(account: Account, new: str) -> Text | None:
    """Take the new password, or say why not."""
    weak = weakness_of(new, account.login)
    if weak == "short":
        return sentence("own.short")
    if weak == "usual":
        return sentence("own.usual")
    if weak == "of_the_house":
        return sentence("own.of_the_house")
    if account.check_password(new):
        return sentence("own.the_same")
    account.set_password(new)
    account.must_change, account.password_ends = False, None
    account.save()
    note("password", "changed", account.identity)
    return None


def _shown(request: HttpRequest, account: Account, wrong: Text | None = None) -> HttpResponse:
    context = {"sessions": sessions_of(request, account), "login": account.login, "error": wrong}
    return render(request, "doors/own_account.html", context, status=422 if wrong else 200)
