"""Her data: taken away whole, put in an agenda without a word too many, erased with the proof."""

import json

import pytest
from django.test import Client
from icalendar import Calendar

from ouverture.services.casework.house import House
from tests.services.casework.wired import FILE, RECORD
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401
from tests.site.desk.test_desk import text_of


@pytest.fixture
def she(come_in: ComeIn) -> Client:  # noqa: F811
    return come_in("she")


def test_the_copy_holds_every_event_every_message_and_every_look(she: Client, house: House) -> None:  # noqa: F811
    answer = she.get(f"/en/file/{FILE}/data/copy/")
    copy = json.loads(answer.content)
    assert answer["Content-Disposition"].startswith("attachment")
    assert len(copy["events"]) == house.met(FILE).version
    assert copy["events"][0]["holds"]["caisse"] == "751"
    assert copy["looks"][-1]["what"] == "export"
    assert copy["head_of_the_chain"] == copy["events"][-1]["hash"]
    # Nobody told a name: the file's own is none of hers.
    assert copy["person"]["name"] == ""
    assert "Not told yet." in text_of(she.get(f"/en/file/{FILE}/data/"))


def test_taking_a_copy_is_a_look_that_she_can_see(she: Client) -> None:
    she.get(f"/en/file/{FILE}/data/copy/")
    assert "a copy of the whole file" in text_of(she.get(f"/en/file/{FILE}/looked/"))


def test_the_agenda_keeps_its_ids_and_says_nothing_of_the_file(come_in: ComeIn) -> None:  # noqa: F811
    keeper = come_in("record")
    first, second = (keeper.get(f"/en/file/{RECORD}/calendar/").content for _ in range(2))
    events = Calendar.from_ical(first).walk("VEVENT")
    assert [str(one["uid"]) for one in events] == [str(one["uid"]) for one in Calendar.from_ical(second).walk("VEVENT")]
    assert [str(one["summary"]) for one in events] == ["Ouverture: something to do"]
    assert RECORD.encode() not in first


def test_erasing_is_shown_to_have_worked_and_the_link_opens_nothing_more(come_in: ComeIn, house: House) -> None:  # noqa: F811
    keeper = come_in("record")
    assert "First save a copy, or erase now" in text_of(keeper.get(f"/en/file/{RECORD}/data/erase/"))
    proof = text_of(keeper.get(keeper.post(f"/en/file/{RECORD}/data/erase/")["Location"]))
    assert "Messages and values that can still be read</dt><dd>0</dd>" in proof
    assert house.journal.history(RECORD).lines[-1].hash.hex() in proof
    for path in ("", "story/", "letters/", "data/", "do/deposit/"):
        gone = keeper.get(f"/en/file/{RECORD}/{path}")
        assert gone.status_code == 403
        assert "was erased" in text_of(gone)


def test_a_file_that_a_caisse_holds_is_not_erased_here(she: Client, house: House) -> None:  # noqa: F811
    assert "Erase now" not in text_of(she.get(f"/en/file/{FILE}/data/erase/"))
    assert she.post(f"/en/file/{FILE}/data/erase/").status_code == 403
    assert not house.journal.history(FILE).erased


def test_the_proof_is_nobody_elses(house: House) -> None:  # noqa: F811
    assert Client().get("/en/erased/").status_code == 302
