"""Tokens: genuine ones are read, and one bit, another key, a cut or a list that is no list is refused by its reason."""

from base64 import b32decode, b32encode
from datetime import date, timedelta
from random import Random

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ouverture.adapters.signed_papers.checking import checked
from ouverture.adapters.signed_papers.keys import BadKeys, PaperSigner, keys_document, numbers_of, read_keys
from ouverture.adapters.signed_papers.token import BEGINS, NotGenuine, opened, token_in, token_of
from ouverture.adapters.signed_papers.withdrawal_list import BadList, list_document, read_list
from ouverture.services.casework.signed.said import PaperSaid, as_paper, as_values
from ouverture.services.casework.signed.withdrawing import Withdrawals, Withdrawn

DAY = date(2026, 11, 23)
SIGNER = PaperSigner(bytes(32))
SAID = PaperSaid(
    "rights_certificate", "0123456789abcdef", DAY, "751", "Nguyễn Ağaoğlu Œuvré محمد", "1990-03-07",
    "290039924312331", date(2026, 11, 1),
)  # fmt: skip
DEEP = "[" * 100_000
TOKEN = SIGNER.signed(as_values(SAID))
TODAYS = Withdrawals(DAY, {})


def verdict(token: str, known: Withdrawals | None = TODAYS, day: date = DAY, signer: PaperSigner = SIGNER) -> str:
    return checked(token, signer.public, known, day).state


def test_what_was_signed_is_what_is_read_in_every_script() -> None:
    assert as_paper(opened(TOKEN, SIGNER.public)) == SAID
    assert verdict(TOKEN) == "good"


def test_a_token_fits_the_tight_letters_of_a_qr_code_and_says_no_name_in_clear() -> None:
    assert set(TOKEN) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:.")
    assert len(TOKEN) < 500
    assert "290039924312331" not in TOKEN


def test_a_token_copied_by_hand_in_small_letters_and_groups_is_the_same() -> None:
    letters = TOKEN.removeprefix(BEGINS)
    begun = BEGINS + " " + " ".join(letters[at : at + 5] for at in range(0, len(letters), 5))
    assert verdict(f"ß My paper:\n{begun.lower()}\nand other words") == "good"


def test_one_letter_changed_anywhere_is_refused() -> None:
    chance = Random(20261123)
    for at in range(len(BEGINS), len(TOKEN) - 1):
        other = chance.choice([each for each in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" if each != TOKEN[at]])
        found = verdict(TOKEN[:at] + other + TOKEN[at + 1 :])
        assert found in ("altered", "other_key"), (at, other, found)


def test_what_is_cut_or_is_no_token_says_so() -> None:
    assert {verdict(TOKEN[:length]) for length in range(len(BEGINS) + 1, 120)} <= {"cut", "altered"}
    assert {verdict(TOKEN[:length]) for length in range(120, len(TOKEN) - 2, 7)} <= {"cut", "altered"}
    for none in ("", "hello", BEGINS, BEGINS + "1890", "\x00"):
        assert verdict(none) == "unreadable", none


def test_another_key_is_named_and_a_forger_who_writes_our_key_on_it_is_refused() -> None:
    other = PaperSigner(bytes([1] * 32))
    assert verdict(other.signed(as_values(SAID))) == "other_key"
    forged = token_of(as_values(SAID), Ed25519PrivateKey.from_private_bytes(bytes([2] * 32)))
    held = bytes.fromhex(next(iter(SIGNER.public)))
    letters = forged.removeprefix(BEGINS).removesuffix(".")
    raw = b32decode(letters + "=" * (-len(letters) % 8))
    renamed = BEGINS + b32encode(held + raw[6:]).decode().rstrip("=")
    assert verdict(renamed) == "altered"


def test_what_is_no_paper_of_ours_is_not_shown_though_it_is_signed() -> None:
    assert verdict(SIGNER.signed({"k": "something_else", "s": "x", "d": "2026-11-23", "c": "751", "n": "Ada"})) == (
        "unreadable"
    )
    assert verdict(SIGNER.signed({"k": "rights_certificate"})) == "unreadable"


def test_a_bomb_is_not_blown_up() -> None:
    packed = token_of({"n": "A" * 2_000_000}, Ed25519PrivateKey.from_private_bytes(bytes([2] * 32)))
    with pytest.raises(NotGenuine):
        opened(packed, SIGNER.public)
    with pytest.raises(NotGenuine):
        token_in("x" * 100_000)


def test_after_a_change_of_keys_earlier_papers_still_hold_until_their_key_is_left_out() -> None:
    both, second = PaperSigner(bytes(32), (1, 2)), PaperSigner(bytes(32), (2,))
    assert verdict(TOKEN, signer=both) == "good"
    assert verdict(TOKEN, signer=second) == "other_key"
    assert verdict(both.signed(as_values(SAID)), signer=second) == "good"


@pytest.mark.parametrize("wrong", ["0", "1,x", "1,,2", "101", " "])
def test_a_wrong_setting_of_keys_is_one_sentence(wrong: str) -> None:
    with pytest.raises(BadKeys, match="OUVERTURE_PAPER_KEYS"):
        numbers_of(wrong)


@pytest.mark.parametrize(("why", "state"), [("rights_ended", "withdrawn"), ("lost", "withdrawn"), ("stale", "stale")])
def test_a_paper_taken_back_says_since_when_and_why(why: str, state: str) -> None:
    known = Withdrawals(DAY, {SAID.serial: Withdrawn(SAID.serial, why, DAY)})
    found = checked(TOKEN, SIGNER.public, known, DAY)
    assert found.state == state
    assert "23 November 2026" in found.says.en


def test_a_list_that_is_old_missing_or_older_than_the_paper_leaves_the_question_open() -> None:
    week = timedelta(days=7)
    assert verdict(TOKEN, TODAYS, DAY + week) == "good"
    assert verdict(TOKEN, TODAYS, DAY + week + timedelta(days=1)) == "not_known"
    assert verdict(TOKEN, None) == "not_known"
    assert verdict(TOKEN, Withdrawals(DAY - timedelta(days=1), {})) == "not_known"


def test_a_paper_past_its_last_day_or_of_a_day_to_come_is_told() -> None:
    until = SIGNER.signed(as_values(SAID._replace(last=DAY)))
    assert verdict(until) == "good"
    assert verdict(until, Withdrawals(DAY + timedelta(days=1), {}), DAY + timedelta(days=1)) == "expired"
    assert verdict(TOKEN, TODAYS, DAY - timedelta(days=3)) == "to_come"


def test_a_list_of_withdrawals_is_read_as_it_was_signed_and_no_other_way() -> None:
    known = Withdrawals(DAY, {SAID.serial: Withdrawn(SAID.serial, "lost", DAY)})
    document = list_document(known, SIGNER)
    assert read_list(document, SIGNER.public) == known
    for spoilt in (
        document.replace("lost", "off"),
        document.replace("2026-11-23", "2026-11-24"),
        document.replace(SAID.serial, "0" * 16),
        list_document(known, PaperSigner(bytes([1] * 32))),
        "{}", "[]", "no list", TOKEN, DEEP,
    ):  # fmt: skip
        with pytest.raises(BadList):
            read_list(spoilt, SIGNER.public)


def test_the_file_of_keys_is_read_back_and_a_wrong_one_is_refused() -> None:
    document = keys_document(SIGNER.public)
    assert {name: key.public_bytes_raw() for name, key in read_keys(document).items()} == {
        name: key.public_bytes_raw() for name, key in SIGNER.public.items()
    }
    name = next(iter(SIGNER.public))
    for wrong in ("{}", "[]", "", DEEP, document.replace(name, "0" * 12, 1), document.replace("keys 1", "keys 2")):
        with pytest.raises(BadKeys):
            read_keys(wrong)
