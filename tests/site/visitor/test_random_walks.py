"""Whatever visitors answer, the interview ends and no page breaks."""

import random
from datetime import date

import pytest
from django.test import Client

from ouverture.law.facts import FACTS
from ouverture.site.visitor.fields import Field
from tests.site.visits import Form, next_question, path_of

NONSENSE = ("", "unknown", "-1", "0", "99999999999", "é" * 300, "<script>", "2026-02-30", "none", "yes", "\x00", "٣")
ORDERLY, WILD = range(25), range(100, 115)


def orderly(field: Field, chance: random.Random) -> Form:
    """An answer that the page offers, or "I don't know"."""
    name = field.fact.name
    if chance.random() < 0.15:
        return {name: "unknown"} if field.widget in ("choice", "list") else {f"{name}-unknown": "1"}
    match field.widget:
        case "choice" | "list":
            return {name: chance.choice(list(field.options))}
        case "date":
            day = date.fromordinal(date(2026, 11, 23).toordinal() - chance.randint(-500, 1500))
            return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}
        case "number":
            return {name: str(chance.randint(0, 50))}
    return {name: chance.choice(("75011", "98800", "97600", "01200", "20000")) if name == "postcode" else "Lyon"}


def wild(field: Field, chance: random.Random) -> Form:
    """Anything at all, in any of the field's parts."""
    parts = ("", "-day", "-month", "-year", "-unknown")
    return {f"{field.fact.name}{part}": chance.choice(NONSENSE) for part in parts if chance.random() < 0.5}


def given_up(field: Field) -> Form:
    return {field.fact.name: "unknown", f"{field.fact.name}-unknown": "1"}


@pytest.mark.parametrize("seed", ORDERLY)
def test_any_orderly_visitor_comes_to_an_answer(client: Client, seed: int) -> None:
    print("seed", seed)
    chance = random.Random(seed)
    for _ in range(3 * len(FACTS)):
        name = next_question(client)
        if name is None:
            break
        walk_on(client, name, chance)
    assert next_question(client) is None, f"seed {seed}: the interview does not end"
    for page in ("verdict/", "verdict/print/", "answers/", "answers/file/"):
        assert client.get(f"/{chance.choice(('fr', 'en'))}/{page}").status_code == 200


def is_refused(response: object) -> bool:
    """Whether a screen came back with what is wrong."""
    return "?result=" in path_of(response)


def walk_on(client: Client, name: str, chance: random.Random) -> None:
    """Answer a screen; whoever is refused says "I don't know". Now and then an earlier answer is changed."""
    address = f"/en/questions/{name}/"
    fields = client.get(address).context["fields"]
    sent = {key: value for field in fields for key, value in orderly(field, chance).items()}
    if is_refused(client.post(address, sent)):
        sent = {key: value for field in fields for key, value in given_up(field).items() if field.widget in
                ("choice", "list") or key.endswith("-unknown")}  # fmt: skip
        assert not is_refused(client.post(address, sent))
    answered = [fact.name for fact, _ in client.get("/en/answers/").context["answered"]]
    if answered and chance.random() < 0.1:
        again = chance.choice(answered)
        fields = client.get(f"/en/questions/{again}/").context["fields"]
        sent = {key: value for field in fields for key, value in orderly(field, chance).items()}
        assert client.post(f"/en/questions/{again}/", sent).status_code == 302


@pytest.mark.parametrize("seed", WILD)
def test_no_page_breaks_whatever_is_sent_to_it(client: Client, seed: int) -> None:
    print("seed", seed)
    chance = random.Random(seed)
    for _ in range(25):
        name = chance.choice(list(FACTS))
        address = f"/{chance.choice(('fr', 'en'))}/questions/{name}/"
        fields = client.get(address).context["fields"]
        sent = {key: value for field in fields for key, value in wild(field, chance).items()}
        assert client.post(address, sent).status_code == 302
        assert client.get("/fr/verdict/").status_code in (200, 302)
    assert client.get("/en/answers/").status_code == 200
