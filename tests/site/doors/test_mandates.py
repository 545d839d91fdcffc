"""A mandate, from the person's side: given to a helper by name, seen at work, taken back at once."""

import pytest
from django.test import Client

from ouverture.adapters.accounts.mail_doors import MailDoors
from ouverture.adapters.accounts.models import Account, Mandate
from ouverture.services.casework.house import House
from tests.services.casework.wired import FILE, RECORD
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401
from tests.site.desk.test_desk import done, text_of

HERS = f"/en/file/{RECORD}/helpers/"


@pytest.fixture
def she(come_in: ComeIn) -> Client:  # noqa: F811
    return come_in("record")


@pytest.fixture
def helper(come_in: ComeIn) -> Client:  # noqa: F811
    Mandate.objects.all().delete()
    browser = come_in("helper")
    Account.objects.filter(login="helper").update(label="Maison des nouveaux venus")
    return browser


def test_a_mandate_is_given_used_seen_and_taken_back(she: Client, helper: Client, house: House) -> None:  # noqa: F811
    file = f"/en/file/{RECORD}/"
    assert helper.get(file).status_code == 404
    assert "Nobody acts in your place" in text_of(she.get(HERS))
    given = she.post(HERS, {"what": "give", "helper": "helper", "months": "3"})
    page = text_of(she.get(given["Location"]))
    assert "The mandate is given" in page
    assert "Maison des nouveaux venus" in page
    assert "until 23 February 2027" in page
    assert helper.get(file).status_code == 200
    called = {"exchange": "x1", "way": "call", "with_whom": "the line", "said": "the file is complete"}
    done(helper, f"{file}do/record_exchange/", called)
    assert "a helper" in text_of(she.get(f"{file}story/"))
    assert "Maison des nouveaux venus" in text_of(she.get(f"{file}looked/"))
    (mandate,) = Mandate.objects.filter(stream=RECORD)
    she.post(HERS, {"what": "end", "mandate": str(mandate.pk)})
    page = text_of(she.get(HERS))
    assert "The mandate is taken back" in page
    assert "Mandates that are over (1)" in page
    assert helper.get(file).status_code == 404


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "nothing is written"),
        ("nobody-of-this-name", "no helper signs in here"),
        ("agent@751", "no helper signs in"),
    ],
)
def test_a_name_that_is_no_helpers_gives_nothing_and_stays_to_be_corrected(
    she: Client,
    helper: Client,
    come_in: ComeIn,  # noqa: F811
    typed: str,
    says: str,
) -> None:
    come_in("agent@751")
    page = she.post(HERS, {"what": "give", "helper": typed, "months": "3"})
    assert page.status_code == 422
    assert says in text_of(page)
    assert f'value="{typed}"' in text_of(page)
    assert not Mandate.objects.filter(stream=RECORD).exists()


def test_a_second_mandate_to_the_same_helper_is_said_to_be_there_already(she: Client, helper: Client) -> None:
    she.post(HERS, {"what": "give", "helper": "helper", "months": "12"})
    assert "has your mandate already" in text_of(she.post(HERS, {"what": "give", "helper": "helper"}))
    assert Mandate.objects.filter(stream=RECORD).count() == 1


def test_only_the_owner_gives_and_takes_back(she: Client, helper: Client, come_in: ComeIn) -> None:  # noqa: F811
    she.post(HERS, {"what": "give", "helper": "helper"})
    (mandate,) = Mandate.objects.filter(stream=RECORD)
    for other in (helper, come_in("she"), come_in("agent@751")):
        assert other.get(HERS).status_code == 404
        assert other.post(HERS, {"what": "end", "mandate": str(mandate.pk)}).status_code == 404
    stranger = come_in("she")
    stranger.post(f"/en/file/{FILE}/helpers/", {"what": "end", "mandate": str(mandate.pk)})
    mandate.refresh_from_db()
    assert mandate.ended_at is None


def test_a_helper_finds_the_way_back_to_all_files_and_the_way_out(she: Client, helper: Client) -> None:
    she.post(HERS, {"what": "give", "helper": "helper"})
    assert 'href="/en/queue/"' in text_of(helper.get(f"/en/file/{RECORD}/"))
    day = text_of(helper.get("/en/queue/"))
    assert 'action="/en/sign-out/"' in day
    assert 'href="/en/sign-in/mine/"' in day


def test_a_mandate_is_forgotten_with_its_file(she: Client, helper: Client) -> None:
    she.post(HERS, {"what": "give", "helper": "helper"})
    MailDoors().forget(RECORD)
    assert not Mandate.objects.filter(stream=RECORD).exists()


def test_whoever_tries_name_after_name_is_stopped(she: Client, helper: Client) -> None:
    for nth in range(20):
        she.post(HERS, {"what": "give", "helper": f"nobody-{nth}"})
    assert "Too many tries" in text_of(she.post(HERS, {"what": "give", "helper": "helper"}))
    assert not Mandate.objects.filter(stream=RECORD).exists()
