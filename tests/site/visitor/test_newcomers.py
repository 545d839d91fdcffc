"""Those who come for the first time: few questions, a face to the answer, something to do, somewhere to ask."""

import tomllib
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from tests.site.visits import next_question, path_of

EXAMPLES = Path(__file__).parents[3] / "examples"
NEWCOMERS = {
    "american_spouse_paris": "Yes.",
    "brazilian_student": "Yes.",
    "british_retiree_with_s1": "Yes.",
    "asylum_seeker": "Not yet. You will be entitled from",
    "expired_card": "Yes, until",
    "french_returnee": "Not yet. You will be entitled from",
}
MOST = 9
"""Screens. What a file leaves out is asked all the same, and answered with "I don't know"."""


def walked(client: Client, person: dict[str, object]) -> int:
    """How many screens the interview took, answered from a file; what the file does not say is not known."""
    screens = 0
    while name := next_question(client):
        screens += 1
        address = f"/en/questions/{name}/"
        sent: dict[str, str] = {}
        for field in client.get(address).context["fields"]:
            fact, value = field.fact.name, person.get(field.fact.name)
            if value is None:
                sent[fact if field.widget in ("choice", "list") else f"{fact}-unknown"] = "unknown"
            elif field.widget == "date":
                sent[f"{fact}-day"] = str(value)
            else:
                sent[fact] = (
                    {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
                )
        assert "?result=" not in path_of(client.post(address, sent)), name
    return screens


@pytest.mark.parametrize(("example", "face"), NEWCOMERS.items())
def test_a_newcomer_gets_a_face_and_an_act_after_few_questions(client: Client, example: str, face: str) -> None:
    person = tomllib.loads((EXAMPLES / f"{example}.toml").read_text(encoding="utf-8"))
    assert walked(client, person) <= MOST
    page = client.get("/en/verdict/")
    html = unescape(page.content.decode())
    assert page.context["headline"].title.en.startswith(face)
    assert html.index('class="next-act"') < html.index('id="because"' if 'id="because"' in html else "</main>")
    assert "prison" not in html.partition('id="changes"')[2].partition("</details>")[0]


@pytest.mark.parametrize("example", ["asylum_seeker", "french_returnee", "visa_not_validated"])
def test_whoever_is_not_covered_yet_is_told_where_care_and_help_are(client: Client, example: str) -> None:
    walked(client, tomllib.loads((EXAMPLES / f"{example}.toml").read_text(encoding="utf-8")))
    html = client.get("/en/verdict/").content.decode()
    assert html.index("(PASS)") < html.index('id="papers"')
    assert "France Services" in html
