"""What an office asks beyond the law: declared ahead with its days, published before, asked from the list only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from ouverture.adapters.accounts.models import OfficeDemand
from ouverture.dossier.application.decisions import AskDeclaredPaper
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.house import House
from tests.services.casework.wired import AGENT, DAY, FILE, NOON, act
from tests.site.desk.conftest import ComeIn
from tests.site.desk.test_desk import text_of

DEMANDS, REVIEW = "/en/demands/", f"/en/file/{FILE}/review/"
NEW = {
    "paper": "bank_details", "says_fr": "Le RIB au nom de naissance.",
    "says_en": "Bank details in the birth name.",
    "instead_fr": "Une attestation de la banque.", "instead_en": "A statement of the bank.", "since": "2026-11-24",
    "until": "",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    yield
    OfficeDemand.objects.all().delete()


def published(since: date) -> OfficeDemand:
    words = {name: NEW[name] for name in ("says_fr", "says_en", "instead_fr", "instead_en")}
    return OfficeDemand.objects.create(
        office="751", paper="two_bills", since=since, declared_by="m", declared_at=NOON, **words
    )


def test_it_is_declared_ahead_read_by_nobody_before_and_ended(come_in: ComeIn) -> None:
    manager = come_in("manager@751")
    assert manager.post(DEMANDS, NEW).status_code == 302
    shown = text_of(manager.get(DEMANDS))
    assert "A statement of the bank." in shown
    assert "from 24 November 2026" in shown
    assert "A statement of the bank." not in text_of(come_in("agent@751").get(REVIEW))
    name = f"751-{OfficeDemand.objects.get().pk}"
    manager.post(DEMANDS + "end/", {"name": name})
    assert OfficeDemand.objects.get().until == DAY
    manager.post(DEMANDS + "end/", {"name": "691-1"})
    assert "has not declared this demand" in text_of(manager.get(DEMANDS))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"paper": "a_rumour"}, "Choose the paper on the list"),
        ({"instead_en": " "}, "what will do instead"),
        ({"since": "2026-11-23"}, "tomorrow at the earliest"),
        ({"since": "soon"}, "not possible"),
        ({"until": "2026-11-01"}, "The last day comes after the first"),
    ],
)
def test_what_is_wrong_is_a_sentence_and_what_was_typed_stays(
    come_in: ComeIn, wrong: dict[str, str], says: str
) -> None:
    answer = come_in("manager@751").post(DEMANDS, {**NEW, **wrong})
    assert answer.status_code == 422
    assert says.lower() in text_of(answer).lower()
    assert "Bank details in the birth name." in text_of(answer)
    assert not OfficeDemand.objects.exists()


def test_the_person_reads_it_before_and_the_agent_asks_it_from_the_list_only(come_in: ComeIn, house: House) -> None:
    row = published(DAY - timedelta(days=3))
    assert "Also accepted: A statement of the bank." in text_of(come_in("she").get(f"/en/file/{FILE}/papers/"))
    agent = come_in("agent@751")
    assert "Declared by this caisse" in text_of(agent.get(REVIEW))
    agent.post(REVIEW + "declared/", {"name": f"751-{row.pk}"})
    asked = next(one for one in house.met(FILE).state.application.pieces if one.name == "two_bills")
    assert (asked.status, asked.basis) == ("requested", f"local:751-{row.pk}")
    agent.post(REVIEW + "declared/", {"name": f"751-{row.pk}"})
    assert "already" in text_of(agent.get(REVIEW))


def test_what_was_declared_after_the_claim_or_never_is_not_asked_by_any_door(house: House) -> None:
    later = published(DAY + timedelta(days=1))
    for rule in (f"751-{later.pk}", "751-999", "three_bills"):
        refusal = act(house, AGENT, FILE, AskDeclaredPaper("two_bills", rule))
        assert isinstance(refusal, Refusal)
        assert refusal.code in ("demand_not_published", "no_such_demand")
    before = published(DAY)
    wanted = Wanted(FILE, AskDeclaredPaper("birth_certificate", f"751-{before.pk}"), DAY, "other-paper", NOON)
    assert isinstance(carry_out(house, AGENT, wanted), Refusal)
    assert isinstance(act(house, AGENT, FILE, AskDeclaredPaper("two_bills", f"751-{before.pk}")), Done)


def test_only_a_manager_edits_the_list_and_an_auditor_changes_nothing(come_in: ComeIn, house: House) -> None:
    for who in ("agent@751", "supervisor@751", "auditor@751", "she"):
        assert come_in(who).post(DEMANDS, NEW).status_code == 403
    assert come_in("manager@751").get(f"/en/file/{FILE}/", follow=True).status_code == 403
    auditor, version = come_in("auditor@751"), house.met(FILE).version
    assert auditor.get(f"/en/file/{FILE}/").status_code == 200
    assert any(one.actor and one.what == "file" for _, one in house.journal.readings(FILE))
    assert auditor.get(REVIEW).status_code == 403
    assert auditor.post(f"/en/file/{FILE}/do/lift_hold/", {}).status_code == 403
    assert house.met(FILE).version == version
