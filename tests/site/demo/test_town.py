"""The demonstration: a town that lives, every role one click away, acts done on one side and seen on the other."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from random import Random
from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.test import Client

from ouverture.dossier.invariants.every import broken_state
from ouverture.dossier.rights.events import OPEN
from ouverture.rehearsal.demonstration import Demonstration
from ouverture.rehearsal.through_the_door import ThroughTheDoor
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.rereading import RereadPage, do_page, page_of_files
from ouverture.services.casework.run import Run
from ouverture.services.casework.texts_to_come import bring_in
from ouverture.site.demo import town as towns
from ouverture.site.demo.cast import PARTS, card_to_update
from ouverture.site.demo.opening import demonstration_settings, open_demonstration
from ouverture.site.page import clock
from ouverture.site.page.house import house
from tests.site.demo.robot import files_of, pressed

BEGINS = date(2026, 11, 23)
PEOPLE = 14
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    home = tmp_path_factory.mktemp("home")
    yield open_demonstration(demonstration_settings({"OUVERTURE_HOME": str(home)}), BEGINS, PEOPLE)
    towns._towns.clear()
    clock._chosen.clear()


def be(part: str) -> Client:
    browser = Client()
    assert browser.post("/en/demo/as/", {"part": part}).status_code == 302
    return browser


def text_of(response: object) -> str:
    assert isinstance(response, HttpResponse)
    assert response.status_code == 200, response.status_code
    return re.sub(r"\s+", " ", response.content.decode())


def test_nothing_is_broken_in_the_town(town: Demonstration) -> None:
    for who in town.people:
        assert not list(broken_state(town.world.file(who), town.day))
    assert len({town.world.file(who).application.stage for who in town.people}) > 1


def test_the_card_at_the_kiosk_is_of_a_file_of_this_installation(
    town: Demonstration, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = SimpleNamespace(card=SimpleNamespace(of=lambda _: SimpleNamespace(stage="update_due")))
    monkeypatch.setattr(type(town.world), "file", lambda *_: due)
    assert any(who.record for who in town.people)
    assert town.people[0].record, "the first one's caisse is outside"
    assert house().met(card_to_update(town)).version > 0


def test_the_twin_who_erased_her_file_comes_anew_and_the_town_goes_on(town: Demonstration) -> None:
    before = town.twins
    assert be("twin").post(f"/en/file/{before.outside}/data/erase/").status_code == 302
    assert "your file" in text_of(be("twin").get(f"/en/file/{town.twins.outside}/")).lower()
    assert (town.twins.here, town.twins.outside != before.outside) == (before.here, True)
    town.let_pass(1)
    assert "your file" in text_of(be("twin").get(f"/en/file/{town.twins.outside}/")).lower()


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_role_is_one_click_away_and_has_a_page(town: Demonstration, part: str, language: str) -> None:
    browser = Client()
    entered = browser.post(f"/{language}/demo/as/", {"part": part})
    text_of(browser.get(entered["Location"]))


def test_the_articles_person_is_at_her_caisse_and_her_twin_writes_down_what_one_outside_does(
    town: Demonstration,
) -> None:
    assert "it sees too" in text_of(be("article").get(f"/en/file/{town.twins.here}/"))
    assert "write down here" in text_of(be("twin").get(f"/en/file/{town.twins.outside}/"))
    assert be("agent").get(f"/en/file/{town.twins.outside}/").status_code == 404


def test_an_act_of_the_agent_is_seen_by_her_and_on_both_sides_at_once(town: Demonstration) -> None:
    agent, act = be("agent"), f"/en/file/{town.twins.here}/do/accept_piece/"
    waiting = [one.name for one in house().met(town.twins.here).state.application.pieces if one.status == "received"]
    checked = agent.post(act, {"piece": waiting[0]})["Location"]
    assert agent.post(checked)["Location"] == f"/en/file/{town.twins.here}/"
    assert "accepted" in text_of(be("article").get(f"/en/file/{town.twins.here}/papers/"))
    both = text_of(Client().get("/en/demo/both/"))
    assert both.count("accepted") >= 2


def test_a_week_passes_and_somebody_has_acted(town: Demonstration) -> None:
    before = {who.stream: town.world.file(who).version for who in town.people}
    day = town.day
    Client().post("/en/demo/pass/", {"days": "7"})
    assert (town.day - day).days == 7
    assert any(town.world.file(who).version > before[who.stream] for who in town.people)
    assert town.day.strftime("%-d %B %Y") in text_of(Client().get("/en/demo/")).replace("\u00a0", " ")


def test_only_whole_spans_pass_and_nobody_is_sent_to_another_site(town: Demonstration) -> None:
    day = town.day
    for wrong in ("0", "-7", "100000", "x", ""):
        Client().post("/en/demo/pass/", {"days": wrong})
    assert town.day == day
    sent = Client().post("/en/demo/as/", {"part": "agent", "next": "https://example.org/"})
    assert sent["Location"].startswith("/en/")


def test_a_robot_presses_what_is_offered_as_every_role_and_meets_no_error_page(town: Demonstration) -> None:
    seed = 20261128
    print(f"seed {seed}")
    met = [one for stream in files_of(town)[:3] for one in pressed(stream, Random(f"{seed} {stream}"), 1)]
    assert {one.what for one in met} == {"opened", "done", "refused", "not theirs"}
    assert {"person", "agent", "supervisor", "cnav", "helper", "doctor"} <= {one.role for one in met}


def test_an_announced_text_is_brought_in_read_and_each_change_leaves_with_its_law(town: Demonstration) -> None:
    covered = [who for who in town.people if not who.record and town.world.file(who).rights.stage in OPEN]
    office = town.world.file(covered[0]).attachment.caisse
    actor = Actor("head", "supervisor", office)
    day, later = town.day, "2030-01-01"
    assert bring_in(house(), actor, "c2s-ceiling-rises", day.isoformat(), day, NOON, "en") is None
    browser = be("supervisor")
    assert "11 000" in text_of(browser.get("/fr/law-changes/")).replace("\u202f", " ").replace("\u00a0", " ")
    assert "€11,000" in text_of(browser.get("/en/law-changes/"))
    refused = browser.post("/en/law-changes/", {"text": "family-waiver-ends", "on": "soon"})
    assert refused.status_code == 422
    assert browser.post("/en/law-changes/", {"text": "family-waiver-ends", "on": later}).status_code == 302
    assert "Nothing has left" in text_of(browser.get(f"/en/law-changes/{later}/"))
    run = Run(office, day)
    while not run.finished:
        page = page_of_files(house(), actor, run, day, NOON)
        assert isinstance(page, RereadPage)
        assert all(one.law and one.letter for one in page.touched if one.command)
        done = do_page(house(), actor, run, page.upto, day, NOON)
        assert isinstance(done, Run)
        run = done
    assert run.read > 0
    assert isinstance(town.world.office, ThroughTheDoor)
    town.world.office.look_again()
    for who in town.people:
        assert not list(broken_state(town.world.file(who), town.day))
