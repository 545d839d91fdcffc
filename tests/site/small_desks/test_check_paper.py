"""Check a signed paper on a page: typed or as a file, shown or refused with its reason, and kept nowhere."""

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ouverture.adapters.signed_papers.keys import read_keys
from ouverture.adapters.signed_papers.withdrawal_list import read_list
from ouverture.services.casework.house import House
from ouverture.services.casework.signed.said import PaperSaid, as_values
from tests.site.desk.conftest import house  # noqa: F401
from tests.site.desk.test_desk import text_of

PAGE = "/en/check/"
SAID = PaperSaid("rights_certificate", "0123456789abcdef", date(2026, 11, 23), "751", "Œuvré محمد", "", "2900399243123")


@pytest.fixture
def token(house: House) -> str:  # noqa: F811
    assert house.signer
    return house.signer.signed(as_values(SAID))


def test_a_genuine_paper_is_shown_from_its_code_and_from_its_file(client: Client, token: str) -> None:
    file = SimpleUploadedFile("paper.pdf", f"%PDF {token} and more".encode("latin-1"))
    for sent in ({"code": token}, {"code": "", "paper": file}):
        page = text_of(client.post(PAGE, sent))
        assert "genuine, and nothing has withdrawn it" in page
        assert "Œuvré محمد" in page
        assert "CPAM de Paris" in page


def test_an_altered_paper_is_refused_and_nothing_it_held_is_repeated(client: Client, token: str) -> None:
    page = text_of(client.post(PAGE, {"code": token[:30] + ("A" if token[30] != "A" else "B") + token[31:]}))
    assert "not genuine" in page
    assert "Œuvré" not in page


@pytest.mark.parametrize(
    ("typed", "says"),
    [("", "give that of the paper"), ("hello", "not a signed paper"), ("OUVERTURE1:ABC", "whole")],
)
def test_what_is_no_code_is_said_and_what_was_typed_stays(client: Client, token: str, typed: str, says: str) -> None:
    page = client.post(PAGE, {"code": typed})
    assert page.status_code == 422
    assert says in text_of(page)
    assert typed in text_of(page)


def test_the_keys_and_the_list_for_checking_offline_go_together_and_name_nobody(client: Client, token: str) -> None:
    keys = read_keys(client.get(f"{PAGE}keys/").content.decode())
    document = client.get(f"{PAGE}withdrawn/").content.decode()
    assert read_list(document, keys).made_on == date(2026, 11, 23)
    assert json.loads(document)["withdrawn"] == []


def test_the_code_is_kept_in_no_visit_and_stands_in_no_address(client: Client, token: str) -> None:
    page = client.post(PAGE, {"code": token})
    assert page.status_code == 200
    assert "no-store" in page.headers["Cache-Control"]
    assert token not in str(dict(client.session.items()))
