"""One-time codes of a telephone (RFC 6238), kept by django-otp, and the picture that hands the secret over."""

from __future__ import annotations

import io
import math
from base64 import b32encode

import segno
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from ouverture.adapters.accounts.models import Account
from ouverture.site.page.sentences import sentence
from ouverture.text import Text


def device_of(account: Account) -> TOTPDevice:
    """The telephone of an account; one not yet confirmed when there is none."""
    device: TOTPDevice | None = TOTPDevice.objects.filter(user=account).order_by("-confirmed").first()
    return device or TOTPDevice.objects.create(user=account, name="telephone", confirmed=False)


def seconds_to_wait(device: TOTPDevice) -> int:
    """How long no code is looked at, since each wrong one doubles the wait; 0 when the next one is."""
    allowed, told = device.verify_is_allowed()
    return 0 if allowed else max(1, math.ceil((told["locked_until"] - timezone.now()).total_seconds()))


def wrong_code(device: TOTPDevice, typed: str) -> Text | None:
    """What is wrong with a code, in words; None when it is right. One that came too soon is not called wrong."""
    if seconds := seconds_to_wait(device):
        return sentence("code.too_soon", n=seconds)
    return None if code_is_right(device, typed) else sentence("code.wrong")


def code_is_right(device: TOTPDevice, typed: str) -> bool:
    """Whether these digits are the telephone's now. The first right code confirms the telephone; none counts twice."""
    digits = "".join(sign for sign in typed[:20] if sign.isdigit())
    allowed, _ = device.verify_is_allowed()
    if not (allowed and digits and device.verify_token(digits)):
        return False
    if not device.confirmed:
        device.confirmed = True
        device.save(update_fields=["confirmed"])
    return True


def written_key_of(device: TOTPDevice) -> str:
    """The secret in letters, by fours: for whoever sees no picture, or has the application on this machine."""
    letters = b32encode(device.bin_key).decode("ascii").rstrip("=")
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def picture_of(device: TOTPDevice) -> str:
    """The secret as a QR code, in SVG to stand in a page."""
    drawn = io.BytesIO()
    segno.make(device.config_url).save(drawn, kind="svg", scale=5, xmldecl=False, svgns=True, border=4)
    return drawn.getvalue().decode("ascii")
