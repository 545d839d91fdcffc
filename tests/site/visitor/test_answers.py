"""Keeping answers in a file, taking them back, and forgetting them."""

import time
import tomllib
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.site.visits import go_through, next_question, path_of
from tests.spouse import SPOUSE

EXAMPLES = Path(__file__).parents[3] / "examples"


def reload(client: Client, text: str | bytes, language: str = "en") -> str:
    """The sentence that refuses the file, empty when it is taken."""
    content = text if isinstance(text, bytes) else text.encode()
    response = client.post(f"/{language}/answers/reload/", {"file": SimpleUploadedFile("mine.toml", content)})
    if path_of(response) == f"/{language}/answers/":
        return ""
    assert "?result=" in path_of(response)
    response = client.get(path_of(response))
    html = response.content.decode()
    assert 'role="alert"' in html
    assert 'href="#file"' in html
    refused: str = response.context["error"].to(language)
    return refused


def answers(client: Client) -> dict[str, object]:
    return {fact.name: value for fact, value in client.get("/en/answers/").context["answered"]}


def test_answers_are_listed_with_a_way_to_change_each(client: Client) -> None:
    go_through(client)
    page = client.get("/en/answers/").content.decode()
    for name in answers(client):
        assert f'href="/en/questions/{name}/"' in page
    assert "See the answer and the plan" in page


def test_a_file_holds_all_answers_and_gives_them_back(client: Client) -> None:
    go_through(client)
    saved = client.get("/en/answers/file/")
    assert "filename*=UTF-8''my-ouverture-answers-23-November-2026.txt" in saved.headers["Content-Disposition"]
    written = tomllib.loads(saved.content.decode())
    assert written["stay_document_until"] == date(2027, 9, 19)
    assert written["nationality"] == SPOUSE["nationality"]
    fresh = Client()
    assert reload(fresh, saved.content) == ""
    assert answers(fresh) == answers(client)
    assert next_question(fresh) is None


def test_what_was_not_known_is_kept_in_the_file_and_not_asked_again(client: Client) -> None:
    client.post("/en/questions/activity/", {"activity": "unknown"})
    fresh = Client()
    assert reload(fresh, client.get("/en/answers/file/").content) == ""
    assert answers(fresh) == {"activity": None}
    assert next_question(fresh) != "activity"


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_example_can_be_reloaded_and_leads_to_its_page(client: Client, example: Path) -> None:
    refused = reload(client, example.read_bytes())
    if "person" in tomllib.loads(example.read_text(encoding="utf-8")):
        assert "several people" in refused
        return
    assert refused == ""
    page = client.get("/en/verdict/")
    assert page.status_code == 200


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"\xff\xfe\x00", "not text"),
        ("activity = ", "neither readable TOML nor JSON"),
        ("activty = 'none'", 'Did you mean "activity"?'),
        ("activity = 'astronaut'", "activity:"),
        ("in_france_since = 2027-01-01", "in_france_since: 1 January 2027 is after the day asked"),
        ("postcode = '7501'", "postcode:"),
        ("commune = '" + "x" * 101 + "'", "commune: Write 100 characters at most"),
        ("activity = 'none'\nwork_kind = 'employee'", "work_kind"),
        ("nationality = 'FR'\nstay_document = 'residence_card'", "stay_document"),
        ("x = '" + "y" * 100_000 + "'", "too large (100 kB at most)"),
        ("[person]\nactivity = 'none'", "several people"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(client: Client, text: str | bytes, said: str) -> None:
    refused = reload(client, text)
    assert said in refused
    assert "\n" not in refused


def test_a_refused_file_leaves_the_answers_as_they_were(client: Client) -> None:
    client.post("/en/questions/activity/", {"activity": "none"})
    assert reload(client, "activity = 'astronaut'")
    assert answers(client) == {"activity": "none"}


def test_no_file_chosen_is_said(client: Client) -> None:
    assert "Choose a file" in client.post("/en/answers/reload/", follow=True).context["error"].en


def test_starting_again_forgets_everything(client: Client) -> None:
    go_through(client)
    assert path_of(client.post("/fr/answers/start-again/")) == "/fr/"
    assert answers(client) == {}
    assert next_question(client) == "activity"


def test_what_was_erased_can_be_had_back_for_a_minute(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    go_through(client)
    before = answers(client)
    page = client.post("/en/answers/start-again/", follow=True).content.decode()
    assert "For one minute you can still have it back" in page
    assert "nationality" not in str(client.session.items())
    assert path_of(client.post("/en/answers/undo/")) == "/en/answers/"
    assert answers(client) == before


def test_the_papers_in_hand_are_erased_too_and_come_back_with_the_answers(client: Client) -> None:
    go_through(client)
    paper = client.get("/en/verdict/").context["rows"][0].listed.paper.name
    client.post("/en/verdict/papers/", {"ready": [paper, "a paper of nobody's list"]})
    assert client.get("/en/verdict/").context["ready"] == 1
    client.post("/en/answers/start-again/")
    assert paper not in str(dict(client.session.items()))
    client.post("/en/answers/undo/")
    assert client.get("/en/verdict/").context["ready"] == 1


def test_the_papers_in_hand_are_not_those_of_the_next_person_whose_file_is_opened(client: Client) -> None:
    go_through(client)
    paper = client.get("/en/verdict/").context["rows"][0].listed.paper.name
    client.post("/en/verdict/papers/", {"ready": paper})
    assert reload(client, client.get("/en/answers/file/").content) == ""
    assert client.get("/en/verdict/").context["ready"] == 0


def test_after_a_minute_what_was_erased_is_gone(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    go_through(client)
    client.post("/en/answers/start-again/")
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now + 61)
    assert "have it back" not in client.get("/en/about/").content.decode()
    assert path_of(client.post("/en/answers/undo/")) == "/en/"
    assert answers(client) == {}
    assert not client.session.get("erased")


def test_another_browser_with_the_same_visit_cannot_bring_back_without_the_cookie(client: Client) -> None:
    go_through(client)
    client.post("/en/answers/start-again/")
    del client.cookies["ouverture_erased"]
    assert path_of(client.post("/en/answers/undo/")) == "/en/"
    assert answers(client) == {}


def test_nothing_is_forgotten_by_following_a_link(client: Client) -> None:
    assert client.get("/en/answers/start-again/").status_code == 405


def test_the_cookie_ends_with_the_browser_and_no_script_reads_it(client: Client) -> None:
    client.post("/en/questions/activity/", {"activity": "none"})
    cookie = client.cookies["ouverture"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["expires"] == ""
    assert cookie["max-age"] == ""


def test_a_full_interview_fits_in_a_cookie(client: Client) -> None:
    go_through(client)
    assert len(client.cookies["ouverture"].value) < 3000


def test_an_answer_in_the_cookie_that_no_longer_exists_is_left_out(client: Client) -> None:
    session = client.session
    session["answers"] = {"activity": "none", "shoe_size": 42, "nationality": "Atlantis"}
    session.save()
    client.cookies["ouverture"] = session.session_key or ""
    assert answers(client) == {"activity": "none"}
