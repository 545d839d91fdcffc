"""What eight newcomers were told wrongly on a tour of the site, and are told now. See docs/newcomer.md."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from django.test import Client

from tests.newcomers import PEOPLE
from tests.site.visits import form, next_question, path_of

TABLE = Path(__file__).parents[3] / "docs" / "newcomer.md"


def told(client: Client, who: str) -> Any:
    """The answer page of one of the eight; what they do not say is not known."""
    while name := next_question(client):
        sent: dict[str, str] = {}
        for field in client.get(f"/en/questions/{name}/").context["fields"]:
            fact = field.fact.name
            unknown = {fact: "unknown"} if field.widget in ("choice", "list") else {f"{fact}-unknown": "1"}
            sent |= form(fact, person=PEOPLE[who]) if fact in PEOPLE[who] else unknown
        assert "?result=" not in path_of(client.post(f"/en/questions/{name}/", sent)), name
    return client.get("/en/verdict/")


def test_a_remote_worker_is_covered_from_the_work_done_here_and_told_of_the_undertaking_first(client: Client) -> None:
    page = told(client, "remote worker").context
    assert page["answer"].starts_on == date(2026, 6, 1)
    assert page["answer"].certainty == "M"
    assert "undertaking not to work" in page["act"].title.en


def test_who_holds_an_s1_is_not_sent_to_ask_for_one_nor_for_a_paper_of_asylum(client: Client) -> None:
    plan = told(client, "S1 pensioner").context["plan"]
    assert plan.steps[1].text.title.en == "Hand your S1 to your CPAM"
    assert not [step.text.name for step in plan.steps if "ask" in step.text.title.en.lower()]
    assert "asylum_certificate" not in {listed.paper.name for listed in plan.papers.papers}


def test_who_knows_nothing_is_asked_no_detail_of_what_they_do_not_know(client: Client) -> None:
    page = told(client, "knows nothing")
    asked = {fact.name for fact, _ in page.context["answered"]}
    assert asked.isdisjoint({"irregular_since", "work_kind", "study_kind", "pension_from", "swiss_choice", "works_in"})
    words = re.sub(r"<[^>]*>", " ", page.content.decode()).split()
    assert len(words) < 2200
    assert "Three months of bills" not in re.sub(r"(?s)<details.*?</details>", "", page.content.decode())


def test_a_step_marked_you_is_an_act_of_the_person(client: Client) -> None:
    steps = told(client, "spouse").context["plan"].steps
    assert not [s.text.title.en for s in steps if s.text.who == "person" and "the caisse must" in s.text.title.en]


def test_every_test_that_the_table_of_faults_names_exists() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", TABLE.read_text(encoding="utf-8"))
    assert len(named) > 40
    root = TABLE.parents[1]
    missing = [f"{file}::{test}" for file, test in named if f"def {test}(" not in (root / file).read_text("utf-8")]
    assert missing == []


def test_every_fault_is_mended_with_its_test_or_says_why_not() -> None:
    lines = [line.split("|") for line in TABLE.read_text("utf-8").splitlines() if line.startswith("| ")]
    rows = [[cell.strip() for cell in cells[1:4]] for cells in lines if "Held by" not in cells[3]]
    assert len(rows) > 60
    for fault, today, held in rows:
        assert fault
        assert "`tests/" in held or (held == "–" and today.startswith(("Not mended", "Partly", "Kept"))), fault
