"""One-time codes by e-mail: drawn, kept as a digest, tried a few times, good for a quarter of an hour.

An address that opens nothing is treated like one that does, to the last step: only the message is missing.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Literal

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import F
from django.utils.crypto import constant_time_compare, salted_hmac

from ouverture.adapters.accounts.models import MailCode
from ouverture.text import Text

GOOD_FOR = timedelta(minutes=15)
MOST_TRIES = 5
MOST_ASKED, ASKED_WITHIN = 5, timedelta(hours=1)
"""Codes for one address, known or not."""
KEPT = timedelta(days=1)
DIGITS, GROUP = 8, 4
LONGEST_ADDRESS = 254
Tried = Literal["right", "wrong", "over"]
"""Over: too late, tried too often, or used already."""


def address_of(typed: str) -> str:
    """An e-mail address as it is compared; "" for what is none."""
    address = unicodedata.normalize("NFKC", typed).strip().casefold()
    try:
        validate_email(address)
    except ValidationError:
        return ""
    return address if len(address) <= LONGEST_ADDRESS else ""


def address_digest(address: str) -> str:
    """What is kept of an address: nobody without the key of this installation can tell whose it is."""
    return _keyed("address", address)


def ask(address: str, stream: str, reaches: bool, words: Callable[[str], Text], now: datetime) -> MailCode | None:
    """A new code for the address, its letter waiting where ``reaches``; None when too many were asked for lately.

    ``words`` say the code, written in two groups.
    """
    MailCode.objects.filter(made_at__lt=now - KEPT).delete()
    known = address_digest(address)
    if MailCode.objects.filter(address=known, made_at__gt=now - ASKED_WITHIN).count() >= MOST_ASKED:
        return None
    code = "".join(secrets.choice("0123456789") for _ in range(DIGITS))
    said = words(f"{code[:GROUP]} {code[GROUP:]}")
    letter = _seal().encrypt(json.dumps({"to": address, "fr": said.fr, "en": said.en}).encode()).decode()
    return MailCode.objects.create(
        address=known, digest=_of_code(known, code), stream=stream, letter=letter if reaches else "", made_at=now
    )


def letter_of(code: MailCode) -> dict[str, Any] | None:
    """The message that waits: "to", "fr" and "en"; None when it left, or cannot be opened any more."""
    try:
        said: dict[str, Any] | None = json.loads(_seal().decrypt(code.letter.encode())) if code.letter else None
    except InvalidToken:
        return None
    return said


def try_code(code: MailCode, typed: str, now: datetime) -> Tried:
    """Whether these digits are the code. Each try counts; the right one counts once."""
    live = MailCode.objects.filter(pk=code.pk, used_at=None, tries__lt=MOST_TRIES, made_at__gt=now - GOOD_FOR)
    if not live.update(tries=F("tries") + 1):
        return "over"
    digits = "".join(sign for sign in unicodedata.normalize("NFKC", typed[:40]) if sign.isdigit())
    if not constant_time_compare(code.digest, _of_code(code.address, digits)):
        return "wrong"
    return "right" if MailCode.objects.filter(pk=code.pk, used_at=None).update(used_at=now, letter="") else "over"


def _of_code(address: str, digits: str) -> str:
    return _keyed("code", f"{address}/{digits}")


def _keyed(what: str, value: str) -> str:
    return salted_hmac(f"ouverture.mail.{what}", value, algorithm="sha256").hexdigest()


def _seal() -> Fernet:
    key = hashlib.sha256(f"ouverture.mail.letter/{settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
