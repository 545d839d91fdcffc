"""Whatever is typed into a small desk is answered in one sentence beside its field, and nothing of it is obeyed."""

import re

import pytest
from django.test import Client

from ouverture.site.small_desks.asking import LONGEST

FIELDS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("number/", "number", {}),
    ("number/", "born_at", {"number": "2 60 07 20 033 011 90"}),
    ("caisse/", "postcode", {}),
    ("caisse/", "commune", {"postcode": "75011"}),
    ("papers/", "country", {}),
    ("call/account_code/", "number", {}),
    ("call/account_code/", "tracking", {}),
    ("remedies/", "happened_on-day", {"kind": "refusal"}),
    ("care-sheet/", "care_on-day", {}),
    ("price/", "fee", {"act": "gp", "on-day": "2026-01-05"}),
    ("resources/", "income", {"household": "2"}),
    ("contribution/", "capital", {"year": "2024", "replacement": "none"}),
)
STRANGE = {"emoji": "🙂🇫🇷", "Arabic": "تم رفض طلبك", "markup": "<script>alert(1)</script>\"'", "a null": "1\x002"}
MAY_BE_ANYTHING = ("commune", "tracking", "born_at")
"""Read beside another field: words that name nothing there are put aside, as the page then shows."""


def sent(client: Client, desk: str, field: str, typed: str, others: dict[str, str]) -> str:
    address = client.post(f"/en/desks/{desk}", {**others, field: typed}).headers["Location"]
    assert typed not in address
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


@pytest.mark.parametrize(("desk", "field", "others"), FIELDS, ids=[f"{desk}{field}" for desk, field, _ in FIELDS])
def test_twenty_thousand_characters_are_said_to_be_too_many_and_not_kept(
    client: Client, desk: str, field: str, others: dict[str, str]
) -> None:
    page = sent(client, desk, field, "1" * 20_000, others)
    assert re.search(rf'id="{field.removesuffix("-day")}-error"', page)
    assert 'role="alert"' in page
    assert len(str(dict(client.session.items()))) < 20 * LONGEST


@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE)
@pytest.mark.parametrize(("desk", "field", "others"), FIELDS, ids=[f"{desk}{field}" for desk, field, _ in FIELDS])
def test_strange_words_are_an_error_of_their_field_and_are_shown_as_words(
    client: Client, desk: str, field: str, others: dict[str, str], strange: str
) -> None:
    page = sent(client, desk, field, strange, others)
    assert "<script>alert" not in page
    assert field in MAY_BE_ANYTHING or re.search(rf'id="{field.removesuffix("-day")}-error"', page)


def test_an_unknown_time_limit_or_place_is_said_without_a_name_of_ours(client: Client) -> None:
    for address in ("rule=atlantis&start=2026-05-29", "rule=cra_appeal&start=2026-05-29&place=atlantis"):
        page = client.get(f"/en/desks/deadline/?{address}").content.decode()
        error = re.search(r'role="alert".*?</ul>', page, re.S)
        assert error
        assert "_" not in re.sub(r"<[^>]*>", "", error[0])
