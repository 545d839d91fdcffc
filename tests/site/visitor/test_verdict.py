"""The answer page: the verdict, the law beside each reason, the plan, what would change it."""

import re
import tomllib
from html import unescape
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ouverture.law.texts import held
from ouverture.site.law.shelf import slug_of
from tests.site.visits import go_through

EXAMPLES = sorted(
    path
    for path in (Path(__file__).parents[3] / "examples").glob("*.toml")
    if not {"person", "partner"} & set(tomllib.loads(path.read_text(encoding="utf-8"))) and path.stem != "nothing_known"
)


def page_of(client: Client, example: str, path: str = "verdict/", language: str = "en") -> str:
    content = next(each for each in EXAMPLES if each.stem == example).read_bytes()
    client.post("/en/answers/reload/", {"file": SimpleUploadedFile("mine.toml", content)})
    return text(client.get(f"/{language}/{path}").content.decode())


def text(html: str) -> str:
    """The words of a page, without tags, spaces folded."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", html)))


def test_nobody_gets_an_answer_before_a_question(client: Client) -> None:
    assert client.get("/en/verdict/").headers["Location"] == "/en/"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("example", [path.stem for path in EXAMPLES])
def test_every_situation_of_the_examples_has_its_page(client: Client, example: str, language: str) -> None:
    page = page_of(client, example, language=language)
    answer = client.get(f"/{language}/verdict/").context["answer"]
    assert unescape(answer.says.to(language))[:20].replace("\u00a0", " ") in page
    printed, behind = (page_of(client, example, f"verdict/{path}/", language) for path in ("print", "behind"))
    for reason in answer.because:
        assert reason.rule.source.citation in page
        assert re.sub(r"\s+", " ", reason.rule.quote) in behind
    for reason in client.get(f"/{language}/verdict/print/").context["reasons"]:
        assert re.sub(r"\s+", " ", reason.rule.quote) in printed


def test_the_law_stands_beside_each_reason_and_the_whole_article_with_its_words_marked_is_one_link_away(
    client: Client,
) -> None:
    go_through(client)
    page = client.get("/en/verdict/")
    html, answer = page.content.decode(), page.context["answer"]
    for reason in answer.because:
        address = f"/en/law/{slug_of(reason.rule.source.citation)}/"
        assert f'href="{address}#{reason.rule.name}"' in html
        whole = client.get(address).content.decode()
        article = held()[reason.rule.source.version].text
        assert re.sub(r"\s+", " ", article.strip())[-60:] in text(whole)
        assert "<mark>" in whole
        assert f'id="{reason.rule.name}"' in whole
    behind = client.get("/en/verdict/behind/").content.decode()
    shown = set(re.findall(r'<blockquote lang="fr">(.*?)</blockquote>', behind, re.DOTALL))
    assert len(shown) == len({reason.rule.quote for reason in answer.because if reason.rule.source.official})


def test_the_wife_is_told_all_that_the_project_promised_her(client: Client) -> None:
    page = page_of(client, "american_spouse_paris")
    assert "Yes. You are joining a family member insured in France: no three-month wait." in page
    assert "CSS D160-2, II 3°" in page
    assert "Your old number is reactivated" in text(client.get("/en/verdict/behind/").content.decode())
    assert "What may not be asked of you" in page
    assert re.search(r"three months.{0,60}bills|bills.{0,80}three months", page, re.IGNORECASE)
    assert "CPAM de Paris" in page
    assert re.search(r"address known on \d+ \w+ \d{4}", page)


def test_the_answer_leads_to_a_file_of_ones_own(client: Client) -> None:
    for language in ("en", "fr"):
        go_through(client, language=language)
        assert f'href="/{language}/begin/"' in client.get(f"/{language}/verdict/").content.decode()


def test_a_verdict_still_unknown_names_what_would_settle_it(client: Client) -> None:
    client.post("/en/questions/activity/", {"activity": "none"})
    page = client.get("/en/verdict/")
    words = text(page.content.decode())
    assert "It cannot be said yet" in words
    assert "What would settle it" in words
    assert 'href="/en/questions/lives_in/"' in page.content.decode()


def test_a_wait_says_its_day_and_what_would_change_it(client: Client) -> None:
    page = page_of(client, "american_visitor_alone")
    assert re.search(r"Not yet. You will be entitled from \d+ \w+ 20\d\d.", page)
    assert "What would change the answer" in page
    assert "The dates" in page


def test_a_summary_is_not_passed_off_as_the_law(client: Client) -> None:
    page = page_of(client, "undocumented_adult", "verdict/behind/")
    assert "summary of our sources, official text not held" in page


def test_what_was_ruled_out_is_there_for_who_looks(client: Client) -> None:
    go_through(client)
    behind = client.get("/en/verdict/behind/").content.decode()
    assert re.search(r'<h2 id="ruled_out">What was ruled out \(\d+\)', behind)
    for part in re.findall(r'href="/en/verdict/behind/#(\w+)"', client.get("/en/verdict/").content.decode()):
        assert f'id="{part}"' in behind


def test_the_printed_page_has_every_answer_and_no_closed_fold(client: Client) -> None:
    go_through(client)
    html = client.get("/fr/verdict/print/").content.decode()
    assert "<details>" not in html
    assert "Votre nationalité : États-Unis" in text(html)


def test_dates_are_drawn_with_words_for_who_does_not_see_them(client: Client) -> None:
    go_through(client)
    html = client.get("/en/verdict/").content.decode()
    timeline = client.get("/en/verdict/").context["timeline"]
    assert 'role="img" aria-label="The dates of this answer' in html
    for event in timeline.events:
        assert event.says.en in text(html)
