"""Accounts as an administrator keeps them: opened and reset with a password that chance chose, switched off and on."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from ouverture.adapters.accounts.models import Account, Presence
from ouverture.adapters.accounts.secrets import random_password

FIRST_PASSWORD_LIVES = timedelta(days=7)
"""Until then it must be changed, or another asked for (OWASP ASVS 5, 6.4.1: a short time; a week for who is away)."""


def open_account(login: str, role: str, office: str = "", label: str = "") -> str | None:
    """A new account; its first password, known to nobody else; None when the login is taken."""
    if Account.objects.filter(login=login).exists():
        return None
    account = Account(login=login, role=role, office=office, label=label or login)
    return _given_a_first_password(account)


def reset_account(login: str) -> str | None:
    """A new first password; the telephone, the sessions and the old password are no more. None: no such login."""
    account = Account.objects.filter(login=login).first()
    if account is None:
        return None
    TOTPDevice.objects.filter(user=account).delete()
    Presence.objects.filter(account=account).delete()
    return _given_a_first_password(account)


def switch_account(login: str, on: bool) -> bool:
    """Let an account in, or in no more from its next request on; False when there is no such login."""
    found = Account.objects.filter(login=login)
    if not on:
        Presence.objects.filter(account__login=login).delete()
    return bool(found.update(is_active=on))


def _given_a_first_password(account: Account) -> str:
    password = random_password()
    account.set_password(password)
    account.must_change, account.password_ends = True, timezone.now() + FIRST_PASSWORD_LIVES
    account.save()
    return password
