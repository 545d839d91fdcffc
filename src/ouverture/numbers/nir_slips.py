"""The usual slips of the pen in a social security number, found by trying each one backwards."""

from collections.abc import Callable

from ouverture.numbers.nir_key import key_of
from ouverture.numbers.swaps import swapped_back
from ouverture.numbers.wording import Finding, either, finding, say
from ouverture.text import Text

Sound = Callable[[str], bool]

_CORSICA = ("2A", "2B")


def wrong_key_slip(compact: str, sound: Sound) -> Text | None:
    """Why the key of these 15 characters may be wrong, or None when no usual slip explains it."""
    return _remainder_as_key(compact) or _corsica(compact, sound) or _digits_swapped(compact, sound)


def _remainder_as_key(compact: str) -> Text | None:
    key, right = int(compact[13:]), int(key_of(compact[:13]))
    return say("slip_remainder", key=compact[13:], expected=f"{right:02d}") if key == 97 - right else None


def _corsica(compact: str, sound: Sound) -> Text | None:
    """The key was computed with 20 in place of 2A or 2B, the letters were mixed up, or a letter became a digit."""
    thirteen, key, department = compact[:13], compact[13:], compact[5:7]
    if department in {"2A", "2B"} and key_of(thirteen[:5] + "20" + thirteen[7:]) == key:
        return say("slip_corsica_as_20", department=department, expected=key_of(thirteen))
    for other in ("2A", "2B"):
        tried = compact[:5] + other + compact[7:]
        if department in {"2A", "2B", "20", "28", "24"} and department != other and sound(tried):
            return say("slip_corsica_letter", department=department, other=other)
    return None


def _digits_swapped(compact: str, sound: Sound) -> Text | None:
    within = swapped_back(compact[:13], lambda thirteen: sound(thirteen + compact[13:]))
    found = [thirteen + compact[13:] for thirteen in within] or swapped_back(compact, sound)
    if not found:
        return None
    return say("slip_swapped", number=either([Text(printed, printed) for printed in map(_printed, found)]))


def near_miss(compact: str, sound: Sound) -> tuple[Finding, Text | None] | None:
    """What is wrong, and the likely slip, when the text is nearly a social security number; None when it is not."""
    if len(compact) in {12, 14, 16} and compact[0] in "12" and _is_plain(compact) and _month_exists(compact):
        return finding("nir_length", length=len(compact)), _length_slip(compact, sound)
    if len(compact) not in {13, 15} or not (compact[:6] + compact[7:]).isdigit():
        return None
    if not compact[6].isdigit():
        return finding("department_letter", letter=compact[6]), _letter_slip(compact, sound)
    if compact[0] in "09":
        return finding("first_digit", digit=compact[0]), None
    return None


def _is_plain(compact: str) -> bool:
    """Only digits, save the letter of a department of Corsica in its place."""
    return compact.isdigit() or (compact[5:7] in _CORSICA and (compact[:6] + compact[7:]).isdigit())


def _month_exists(compact: str) -> bool:
    return "01" <= compact[3:5] <= "12" or compact[3:5] >= "20"


def _length_slip(compact: str, sound: Sound) -> Text | None:
    if len(compact) == 14 and sound(compact[:13] + "0" + compact[13]):
        return say("slip_key_zero", key=compact[13])
    shorter = {compact[:i] + compact[i + 1 :] for i in range(1, len(compact)) if compact[i] == compact[i - 1]}
    doubled = sorted(number for number in shorter if len(number) == 15 and sound(number))
    return say("slip_doubled", number=_printed(doubled[0])) if len(doubled) == 1 else None


def _letter_slip(compact: str, sound: Sound) -> Text | None:
    tried = {other: compact[:5] + other + compact[7:] for other in _CORSICA}
    right = [other for other, number in tried.items() if sound(number)]
    return say("slip_corsica_letter", department=compact[5:7], other=right[0]) if len(right) == 1 else None


def _printed(n: str) -> str:
    return f"{n[0]} {n[1:3]} {n[3:5]} {n[5:7]} {n[7:10]} {n[10:13]} {n[13:]}"
