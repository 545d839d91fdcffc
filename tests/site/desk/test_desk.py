"""A file opened, an act seen before it is done, done once, and seen from the other side."""

import errno
import re
import sqlite3

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils.html import escape

from ouverture.adapters.accounts.models import Account
from ouverture.adapters.journal.record import Record
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.person.decisions import TellNames
from ouverture.services.casework.acting import carry_out, open_file
from ouverture.services.casework.carry_out import NUMBER_TAKEN, Done
from ouverture.services.casework.house import House
from ouverture.site.desk import acting
from ouverture.site.doors.keys import make_key
from tests.services.casework.wired import AGENT, FILE, RECORD, SHE, wanted
from tests.site.desk.conftest import ComeIn

PAPER = {"piece": "identity_document"}
OF_AN_EVENT = "stream, kind, body, day, recorded_at, said_by, who, cause, schema, hash, mark"
FORGED = (
    f"INSERT INTO events (version, key, {OF_AN_EVENT})"
    f" SELECT version + 1, 'x', {OF_AN_EVENT} FROM events WHERE stream = ? AND version = ?"
)
"""The last event of a file once more, with the hash and the mark it had."""
OWED_BY_A_HAND = (
    "INSERT INTO owed (stream, act, about, first, holder, office, due, basis)"
    " SELECT stream, 'an act that nobody knows', 'x', 0, holder, office, due, basis FROM owed LIMIT 1"
)
ACCEPT = f"/en/file/{FILE}/do/accept_piece/"


def text_of(response: object) -> str:
    assert isinstance(response, HttpResponse)
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"|\s+', " ", response.content.decode())


def done(browser: Client, address: str, answers: dict[str, str]) -> str:
    """Fill the form, look at what would happen, do it; the page that follows."""
    asked = browser.post(address, answers)
    assert asked.status_code == 302, text_of(asked)
    browser.get(asked["Location"])
    kept = browser.post(asked["Location"])
    assert kept.status_code == 302
    return text_of(browser.get(kept["Location"]))


@pytest.mark.parametrize(
    "path", ["queue/", f"file/{FILE}/", f"file/{FILE}/story/", f"file/{FILE}/do/accept_piece/", "find/"]
)
def test_a_visitor_is_shown_the_doors_and_nothing_behind_them(house: House, path: str) -> None:
    page = Client().get(f"/en/{path}")
    assert page.status_code == 403
    assert "Sign in" in text_of(page)
    assert "claim" not in text_of(page).lower()


def test_both_sides_open_the_same_file(come_in: ComeIn) -> None:
    for who in ("she", "agent@751"):
        page = come_in(who).get(f"/en/file/{FILE}/")
        assert page.status_code == 200
        assert "looks at your papers" in text_of(page)


@pytest.mark.parametrize("who", ["record", "agent@691", "doctor@", "helper@", "kiosk@"])
def test_nobody_else_opens_it_or_learns_that_it_exists(come_in: ComeIn, who: str) -> None:
    browser = come_in(who)
    there, nowhere = browser.get(f"/en/file/{FILE}/"), browser.get("/en/file/nothing-here/")
    assert there.status_code in (403, 404)
    assert text_of(there).replace(FILE, "X") == text_of(nowhere).replace("nothing-here", "X")


def test_a_file_with_a_forged_event_is_shown_to_nobody_and_nothing_of_it_to_a_program(
    come_in: ComeIn, house: House
) -> None:
    version, person = house.met(FILE).version, come_in("she")
    assert isinstance(house.journal, Record)
    house.journal.store.write(lambda connection: connection.execute(FORGED, (FILE, version)))
    for desk in (person, come_in("agent@751")):
        page = desk.get(f"/en/file/{FILE}/")
        assert page.status_code == 409
        assert "This file was altered" in page.content.decode()
    key = make_key("agent", "script", account=Account.objects.get(login="agent@751"))
    answered = Client().get(f"/api/files/{FILE}", headers={"Authorization": f"Bearer {key}"})
    assert (answered.status_code, answered.json()["title"]) == (409, "not_as_written")
    assert come_in("record").get(f"/en/file/{RECORD}/").status_code == 200


def test_a_file_with_a_forged_event_is_no_file_to_strangers_and_stops_no_list(come_in: ComeIn, house: House) -> None:
    assert isinstance(house.journal, Record)
    agent, name = come_in("agent@751"), "Zéphyrine Inventée"
    assert isinstance(carry_out(house, SHE, wanted(FILE, TellNames(name))), Done)
    house.journal.store.write(lambda connection: connection.execute(FORGED, (FILE, house.met(FILE).version)))
    house.journal.store.write(lambda connection: connection.execute(OWED_BY_A_HAND))
    for who in ("record", "agent@691", "doctor@"):
        browser = come_in(who)
        for address in ("file/{}/", "file/{}/story/", "file/{}/do/accept_piece/"):
            there, nowhere = (browser.get(f"/en/{address.format(one)}") for one in (FILE, "nothing-here"))
            assert there.status_code == nowhere.status_code != 409
            assert text_of(there).replace(FILE, "X") == text_of(nowhere).replace("nothing-here", "X")
    key = make_key("agent", "script", account=Account.objects.get(login="agent@691"))
    answered = Client().get(f"/api/files/{FILE}", headers={"Authorization": f"Bearer {key}"})
    assert (answered.status_code, answered.json()["title"]) == (404, "no_such_file")
    for browser, address in ((agent, "queue/"), (come_in("supervisor@751"), "team/"), (agent, "next/")):
        page = browser.get(f"/en/{address}")
        assert page.status_code in (200, 302), address
        assert name not in text_of(page)
        assert FILE not in page.get("Location", "")
    found = agent.post("/en/find/", {"asked": name}, follow=True)
    assert found.status_code == 200
    assert "This file was altered by another hand" in text_of(found)


@pytest.mark.parametrize(
    "problem", [sqlite3.OperationalError("database or disk is full"), OSError(errno.ENOSPC, "No space left on device")]
)
def test_a_record_that_cannot_be_written_is_said_in_a_sentence(
    come_in: ComeIn, house: House, problem: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent = come_in("agent@751")

    def full(*_: object) -> None:
        raise problem

    monkeypatch.setattr(type(house.journal), "note_reading", full)
    page = agent.get(f"/en/file/{FILE}/")
    assert page.status_code == 503
    assert "Nothing can be read or recorded at the moment" in page.content.decode()


def test_an_act_is_shown_before_it_is_done_and_seen_on_the_other_side(come_in: ComeIn, house: House) -> None:
    agent = come_in("agent@751")
    asked = agent.post(ACCEPT, PAPER)
    before = house.met(FILE).version
    assert "This is what would happen" in text_of(agent.get(asked["Location"]))
    assert house.met(FILE).version == before
    assert "Done." in text_of(agent.get(agent.post(asked["Location"])["Location"]))
    assert "accepted" in text_of(come_in("she").get(f"/en/file/{FILE}/papers/"))


def test_what_only_the_record_refuses_is_said_on_the_page_that_follows(come_in: ComeIn, house: House) -> None:
    agent = come_in("agent@751")
    asked = agent.post(ACCEPT, PAPER)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(acting, "carry_out", lambda *_: NUMBER_TAKEN)
        kept = agent.post(asked["Location"])
    assert escape(NUMBER_TAKEN.says.en) in text_of(agent.get(kept["Location"]))
    assert "This is what would happen" in text_of(agent.get(kept["Location"]))


def test_back_and_a_second_click_do_it_once(come_in: ComeIn, house: House) -> None:
    agent = come_in("agent@751")
    asked = agent.post(ACCEPT, PAPER)
    agent.post(asked["Location"])
    version = house.met(FILE).version
    again = agent.post(asked["Location"])
    assert again.status_code == 302
    assert "had been recorded already" in text_of(agent.get(again["Location"]))
    assert house.met(FILE).version == version


def test_two_tabs_on_two_acts_each_do_their_own(come_in: ComeIn, house: House) -> None:
    agent, version = come_in("agent@751"), house.met(FILE).version
    first = agent.post(ACCEPT, PAPER)["Location"]
    agent.post(f"/en/file/{FILE}/do/record_exchange/", {"exchange": "a-call", "way": "call", "said": "a word"})
    assert "keeps it on record" in text_of(agent.get(agent.post(first)["Location"]))
    assert house.met(FILE).version > version


def test_what_another_tab_typed_is_not_done_in_place_of_what_is_on_the_screen(come_in: ComeIn, house: House) -> None:
    agent = come_in("agent@751")
    shown = agent.get(agent.post(ACCEPT, PAPER)["Location"])
    there = agent.post(ACCEPT, {"piece": "marriage_certificate"})["Location"]
    version, stale = house.met(FILE).version, re.search(r'name="draft" value="([^"]+)"', text_of(shown))
    assert stale
    assert agent.post(there, {"draft": stale[1]})["Location"] == there
    assert "in another tab: nothing was done" in text_of(agent.get(there))
    assert house.met(FILE).version == version


def test_a_check_that_was_never_filled_in_leads_to_its_form(come_in: ComeIn) -> None:
    assert come_in("agent@751").get(f"{ACCEPT}check/")["Location"] == ACCEPT


def test_two_agents_on_one_act_the_second_is_told_what_changed(come_in: ComeIn) -> None:
    first, second = come_in("agent@751"), come_in("supervisor@751")
    late = second.post(ACCEPT, PAPER)["Location"]
    done(first, ACCEPT, {"piece": "marriage_certificate"})
    told = second.post(late)
    assert told["Location"] == late
    assert "wrote in the file meanwhile" in text_of(second.get(late))


def test_a_wrong_answer_is_named_and_what_was_typed_stays(come_in: ComeIn) -> None:
    page = come_in("agent@751").post(ACCEPT, {"piece": " "})
    assert page.status_code == 422
    assert 'href="#piece"' in text_of(page)


def test_a_field_that_is_not_the_acts_is_refused(come_in: ComeIn, house: House) -> None:
    version = house.met(FILE).version
    page = come_in("agent@751").post(ACCEPT, {**PAPER, "office": "751"})
    assert page.status_code == 422
    assert house.met(FILE).version == version


def test_a_person_does_not_reach_an_act_of_the_caisse_by_its_address(come_in: ComeIn) -> None:
    assert come_in("she").get(ACCEPT).status_code == 403
    assert come_in("she").post(ACCEPT, PAPER).status_code == 403


def test_she_writes_down_a_letter_of_a_caisse_outside(come_in: ComeIn, house: House) -> None:
    she = come_in("record")
    form = text_of(she.get(f"/en/file/{RECORD}/do/deposit/"))
    assert "How do you know" not in form
    seen = text_of(she.get(f"/en/file/{RECORD}/do/issue_receipt/"))
    assert "How do you know" in seen


def test_who_looked_is_shown_to_her(come_in: ComeIn) -> None:
    come_in("agent@751").get(f"/en/file/{FILE}/")
    assert "work on the file" in text_of(come_in("she").get(f"/en/file/{FILE}/looked/"))


def test_the_queue_leads_to_the_file(come_in: ComeIn) -> None:
    assert f"/en/file/{FILE}/" in text_of(come_in("agent@751").get("/en/queue/"))
    assert f"/en/file/{RECORD}/" not in text_of(come_in("agent@691").get("/en/queue/"))


@pytest.mark.parametrize("typed", ["%", "نور", "1961-00-00", "<script>", "'; --", " ", "9" * 500])
def test_a_search_for_anything_is_answered_and_nothing_typed_is_in_an_address(come_in: ComeIn, typed: str) -> None:
    agent = come_in("agent@751")
    asked = agent.post("/en/find/", {"asked": typed})
    assert asked["Location"] == "/en/find/"
    assert agent.get("/en/find/").status_code == 200


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_offered_act_has_a_form_in_both_languages(come_in: ComeIn, language: str) -> None:
    for who, stream in (("she", FILE), ("agent@751", FILE), ("record", RECORD)):
        browser = come_in(who)
        page = text_of(browser.get(f"/{language}/file/{stream}/"))
        acts = set(re.findall(rf"/{language}/file/{stream}/do/([a-z_]+)/", page))
        assert acts
        for kind in acts:
            assert browser.get(f"/{language}/file/{stream}/do/{kind}/").status_code == 200


def test_you_is_the_person_alone(come_in: ComeIn, house: House) -> None:
    open_file(house, AGENT, wanted("newly-opened", OpenFile("newly-opened", "751")))
    page = text_of(come_in("agent@751").get("/en/file/newly-opened/"))
    assert "the person · the next act" in page
    assert "you · the next act" not in page


def test_an_agent_is_led_to_where_an_act_is_weighed_and_not_to_one_of_its_outcomes(come_in: ComeIn) -> None:
    shown = come_in("agent@751").get(f"/en/file/{FILE}/").content.decode()
    links = re.findall(r'<a (?=[^>]*class="button)[^>]*href="([^"]+)"', shown)
    buttons = [link for link in links if link.startswith(f"/en/file/{FILE}/")]
    assert buttons[0] == f"/en/file/{FILE}/review/"
    assert f"/en/file/{FILE}/decide/" in buttons


def test_a_helper_s_work_has_the_look_of_work_and_no_keys_that_nothing_listens_to(come_in: ComeIn) -> None:
    page = text_of(come_in("helper").get("/en/queue/"))
    assert "/static/page/staff.css" in page
    assert 'class="keys"' not in page
    assert 'class="keys"' in text_of(come_in("agent@751").get("/en/queue/"))
