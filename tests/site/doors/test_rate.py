"""One identity that asks far more than a person reads is slowed down; the others are not."""

import pytest
from django.test import Client

from ouverture.services.casework.actors import ROLES, Actor
from ouverture.services.casework.house import House
from ouverture.site.doors import rate
from ouverture.site.doors.keys import make_key
from ouverture.site.doors.links import make_link
from ouverture.site.doors.rate import AskedTooMuch, Counter, kind_of, most_of
from tests.services.casework.wired import FILE
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401


def test_an_identity_is_held_to_its_hour_and_begins_again_with_the_next() -> None:
    now = [0.0]
    counter = Counter(lambda: now[0])
    for _ in range(3):
        counter.count("a", 3)
    with pytest.raises(AskedTooMuch):
        counter.count("a", 3)
    counter.count("b", 3)
    now[0] = rate.HOUR + 1
    counter.count("a", 3)


def test_the_counts_do_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate, "MOST_KNOWN", 5)
    counter = Counter()
    for nth in range(50):
        counter.count(str(nth), 1)
    assert len(counter._asked) <= 6


def test_every_role_and_every_program_has_a_number_with_its_reason() -> None:
    kinds = {kind_of(Actor("x", role), program) for role in ROLES for program in (True, False)}
    assert kinds == {"staff", "person", "kiosk", "program"}
    assert all(most_of(kind) > 0 for kind in kinds)


def test_past_it_a_page_and_a_program_are_told_and_a_visitor_is_not_slowed(
    house: House,  # noqa: F811
    come_in: ComeIn,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    agent = come_in("agent@751")
    token = {"Authorization": f"Bearer {make_key('agent', 'script', '751')}"}
    monkeypatch.setattr(rate, "_counter", Counter())
    monkeypatch.setattr(rate, "most_of", lambda kind: 2)
    assert [agent.get("/en/queue/").status_code for _ in range(3)] == [200, 200, 429]
    assert "Too many pages in one hour" in agent.get("/en/queue/").content.decode()
    assert [Client().get("/api/me", headers=token).status_code for _ in range(3)] == [200, 200, 429]
    assert Client().get("/en/").status_code == 200


def test_a_passphrase_is_not_guessed_at_a_link_and_its_owner_elsewhere_is_not_locked_out(
    house: House,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rate, "_tries", Counter())
    monkeypatch.setattr(rate, "MOST_TRIES", 3)
    address = f"/en/link/{make_link(FILE, 'three small boats')}/"
    tries = [Client().post(address, {"passphrase": "no"}).status_code for _ in range(4)]
    assert tries == [422, 422, 422, 429]
    right = {"passphrase": "three small boats"}
    assert "Too many tries" in Client().post(address, right).content.decode()
    assert Client(REMOTE_ADDR="192.0.2.7").post(address, right).status_code == 302
