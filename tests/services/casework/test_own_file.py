"""What a person's own pages stand on: what runs, what came, what is held, the papers, the whole file."""

from __future__ import annotations

from datetime import timedelta

from ouverture.dossier.application.decisions import AcceptPiece, RefusePiece
from ouverture.dossier.refusals import Refusal
from ouverture.law.answers import known
from ouverture.law.facts import FACTS
from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.came import ways_it_came
from ouverture.services.casework.export import export_of
from ouverture.services.casework.from_answers import first_answers
from ouverture.services.casework.holdings import holdings
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.own_papers import own_papers
from ouverture.services.casework.running import running
from tests.services.casework.wired import AGENT, DAY, FILE, NOON, RECORD, SHE, STRANGER, act, claim

LOOK = Look(FILE, "own_file", DAY, NOON)


def seen(house: House, stream: str = FILE, days: int = 0) -> FileView:
    view = look_at(house, SHE, Look(stream, "own_file", DAY + timedelta(days=days), NOON))
    assert isinstance(view, FileView)
    return view


def test_a_claim_runs_from_its_first_day_with_the_day_of_the_law_in_it(house: House) -> None:
    (track,) = running(seen(house))
    assert (track.name, track.since, track.ended_on) == ("application", DAY, None)
    assert {one.act for one in track.next if one.basis == "article"} == {"decide"}
    assert track.next == tuple(sorted(track.next, key=lambda one: one.due))


def test_nothing_runs_in_a_file_in_which_nothing_was_done(house: House) -> None:
    assert running(seen(house, RECORD)) == ()


def test_what_came_leads_to_acts_that_are_possible_with_how_they_are_known(house: House) -> None:
    act(house, SHE, RECORD, claim())
    view = seen(house, RECORD)
    ways = {way.name: way.acts for way in ways_it_came(SHE, view, acts_of(SHE, view))}
    assert list(ways) == ["letter", "call", "message", "screen", "card"]
    assert all(one.offer.possible for acts in ways.values() for one in acts)
    known_by = {one.offer.kind: one.beforehand for one in ways["screen"]}
    assert known_by["issue_receipt"] == {"seen_by": "screen"}
    assert known_by["record_exchange"] == {"way": "screen"}


def test_at_a_caisse_on_the_system_only_her_own_acts_can_be_logged(house: House) -> None:
    view = seen(house)
    logged = {one.offer.kind for way in ways_it_came(SHE, view, acts_of(SHE, view)) for one in way.acts}
    assert "record_exchange" in logged
    assert "grant_application" not in logged


def test_four_things_are_held_or_to_come(house: House) -> None:
    assert [(one.name, one.standing) for one in holdings(SHE, seen(house))] == [
        ("number", "none"), ("rights", "none"), ("account", "none"), ("card", "none"),
    ]  # fmt: skip


def test_a_paper_sent_back_and_asked_for_again_is_to_be_replaced_with_its_reason(house: House) -> None:
    act(house, AGENT, FILE, AcceptPiece("identity_document"))
    act(house, AGENT, FILE, RefusePiece("marriage_certificate", "The seal cannot be read", "The page again"))
    papers = own_papers(seen(house), {})
    said = [(one.name, one.reason and one.reason.en) for one in papers.first]
    assert said == [("marriage_certificate", "The seal cannot be read")]
    states = {one.name: one.state for one in papers.papers}
    assert states["identity_document"] == "accepted"
    assert set(states.values()) == {"accepted", "refused", "received"}


def test_without_answers_the_list_says_that_it_is_not_whole(house: House) -> None:
    assert own_papers(seen(house, RECORD), {}).known is False


def test_answers_fill_the_claim_with_the_reason_they_prove(house: House) -> None:
    facts = dict(claim().facts)
    first = first_answers("deposit", known(facts, FACTS), DAY)
    assert first["ground"] == [claim().ground]
    assert len(first["facts"]) == len(facts)
    assert first_answers("withdraw", facts, DAY) == {}


def test_only_she_takes_the_whole_file_away(house: House) -> None:
    copy = export_of(house, SHE, LOOK)
    assert isinstance(copy, dict)
    assert copy["events_in_all"] == house.met(FILE).version
    assert isinstance(export_of(house, STRANGER, LOOK), Refusal)
    assert isinstance(export_of(house, AGENT, LOOK), Refusal)
