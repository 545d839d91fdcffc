"""What every page of the site owes its visitor."""

import re
from html.parser import HTMLParser

import pytest
from django.test import Client

from ouverture.site.law.shelf import shelf
from tests.site.visits import go_through

PLAIN = ("", "about/", "colour/", "questions/activity/", "answers/", "answers/reload/", "law/", "law/css-d160-2/",
         "nowhere/", "desks/message/", "desks/care-sheet/", "desks/remedies/")  # fmt: skip
AFTER = ("answers/", "verdict/", "verdict/print/", "questions/stay_document/", "questions/had_number/")
LANGUAGES = ("fr", "en")
OPEN_TAGS = {"meta", "link", "input", "br", "line", "circle", "path", "rect", "hr"}


class Outline(HTMLParser):
    """What a page is made of: its tags in order, its headings, the names of its fields."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.unclosed: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in OPEN_TAGS:
            self.unclosed.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in OPEN_TAGS:
            return
        assert self.unclosed, f"</{tag}> closes nothing"
        assert self.unclosed.pop() == tag, f"</{tag}> closes another element"

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def outline(client: Client, address: str) -> Outline:
    return Outline(client.get(address).content.decode())


@pytest.fixture(scope="module")
def visitor() -> Client:
    client = Client()
    go_through(client)
    return client


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [*PLAIN, *AFTER])
def test_a_page_is_well_built_and_says_what_it_is_not(visitor: Client, language: str, path: str) -> None:
    page = visitor.get(f"/{language}/{path}")
    html = page.content.decode()
    built = Outline(html)
    assert page.status_code == (404 if path == "nowhere/" else 200)
    assert not built.unclosed
    assert len(built.all("h1")) == 1
    assert all(len(built.all(landmark)) >= 1 for landmark in ("header", "nav", "main", "footer"))
    assert built.all("html")[0]["lang"] == language
    assert ("n'est pas un service public" if language == "fr" else "is not a public service") in html.replace(
        "&#x27;", "'"
    )
    assert next(link for link in built.all("a") if link.get("class") == "skip")["href"] == "#content"


@pytest.mark.parametrize("path", [*PLAIN, *AFTER])
def test_the_switch_of_language_keeps_the_place(visitor: Client, path: str) -> None:
    switch = next(link for link in outline(visitor, f"/fr/{path}").all("a") if link.get("hreflang"))
    assert switch["href"] == f"/en/{path}"
    assert switch["lang"] == "en"


@pytest.mark.parametrize("path", [*PLAIN, *AFTER])
def test_a_page_loads_nothing_from_elsewhere_runs_nothing_and_leaves_no_copy(visitor: Client, path: str) -> None:
    page = visitor.get(f"/en/{path}")
    html = page.content.decode().replace("http://www.w3.org/2000/svg", "")
    loaded = [
        value for _, attributes in Outline(html).tags for name, value in attributes.items() if name in ("src", "srcset")
    ]
    loaded += [link["href"] for link in Outline(html).all("link")]
    assert all(address and address.startswith("/static/") for address in loaded)
    outside = {link["href"] for link in Outline(html).all("a") if "//" in (link["href"] or "")}
    marked = {link["href"] for link in Outline(html).all("a") if link.get("rel") == "external noreferrer"}
    assert outside == marked
    assert "<script" not in html
    assert " style=" not in html
    assert page.headers["Cache-Control"] == "no-store"
    policy = page.headers["Content-Security-Policy"]
    assert all(f"{name} 'none'" in policy for name in ("default-src", "object-src", "base-uri", "frame-ancestors"))
    assert "unsafe" not in policy
    assert (page.headers["X-Content-Type-Options"], page.headers["Referrer-Policy"]) == ("nosniff", "same-origin")


@pytest.mark.parametrize("path", [*PLAIN, *AFTER])
def test_every_field_has_a_label_and_every_id_is_unique(visitor: Client, path: str) -> None:
    built = outline(visitor, f"/en/{path}")
    ids = [attributes["id"] for _, attributes in built.tags if "id" in attributes]
    labels = {label["for"] for label in built.all("label")}
    fields = [
        field
        for field in (*built.all("input"), *built.all("select"), *built.all("textarea"))
        if field.get("type") != "hidden"
    ]
    assert len(ids) == len(set(ids))
    assert all(field.get("id") in labels or field.get("aria-labelledby") in ids for field in fields)
    told = [name for _, attributes in built.tags for name in (attributes.get("aria-describedby") or "").split()]
    assert set(told) <= set(ids)


@pytest.mark.parametrize("path", [*PLAIN, *AFTER])
def test_every_link_leads_somewhere(visitor: Client, path: str) -> None:
    built = outline(visitor, f"/fr/{path}")
    ids = {attributes["id"] for _, attributes in built.tags if "id" in attributes}
    for link in built.all("a"):
        target = link["href"] or ""
        if target.startswith("#"):
            assert target[1:] in ids, target
        elif target.startswith("tel:"):
            assert target[4:].lstrip("+").isdecimal(), target
        elif "//" not in target and not target.endswith(f"/{path}"):
            assert visitor.get(target).status_code in (200, 302), target


def test_a_reader_comes_to_the_language_of_the_browser(client: Client) -> None:
    def landing(languages: str) -> str:
        return client.get("/", headers={"accept-language": languages}).headers["Location"]

    assert landing("fr-FR,fr;q=0.9,en;q=0.8") == "/fr/"
    assert landing("de,en;q=0.4,fr;q=0.7") == "/fr/"
    assert landing("de") == "/en/"
    assert landing("en;q=loud,fr;q=0.1") == "/fr/"
    assert landing("") == "/en/"


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("/verdict/", "/fr/verdict/"),
        ("/questions", "/fr/questions/"),
        ("/desks/deadline/?rule=cra_appeal", "/fr/desks/deadline/?rule=cra_appeal"),
        ("/law/css-d160-2/", "/fr/law/css-d160-2/"),
    ],
)
def test_a_page_without_its_language_leads_to_itself_in_that_of_the_visitor(
    client: Client, address: str, there: str
) -> None:
    assert client.get(address, headers={"accept-language": "fr"}).headers["Location"] == there


def test_words_travel_compressed_and_a_first_visit_weighs_little(client: Client) -> None:
    compressed = {"accept-encoding": "gzip"}
    page = client.get("/fr/", headers=compressed)
    look = client.get("/static/page/page.css", headers=compressed)
    fonts = [client.get(f"/static/page/fonts/{name}.woff2", headers=compressed) for name in ("sans", "heading")]
    assert page.headers["Content-Encoding"] == look.headers["Content-Encoding"] == "gzip"
    assert all("Content-Encoding" not in font.headers for font in fonts)
    weight = len(page.content) + sum(len(b"".join(each)) for each in (look, *fonts))
    assert weight < 60_000


def test_the_page_of_a_fault_does_not_read_the_visit(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("ouverture.site.page.context.visitor_places", broken)
    page = Client(raise_request_exception=False).get("/fr/law/")
    assert page.status_code == 500
    assert "Le programme a fait une erreur" in page.content.decode()


def test_an_address_outside_both_languages_is_refused_in_words(client: Client) -> None:
    page = client.get("/admin/", headers={"accept-language": "fr"})
    assert page.status_code == 404
    assert "Page introuvable" in page.content.decode()


def test_an_address_that_only_takes_a_form_says_so_when_it_is_opened(client: Client) -> None:
    """As when the language is changed on what a form gave back: it was an empty page."""
    page = client.get("/en/file/of-somebody/situation/keep/")
    assert (page.status_code, page["Allow"]) == (405, "POST")
    assert "Nothing to show at this address" in page.content.decode()
    assert 'href="/en/file/of-somebody/"' in page.content.decode()
    assert "Rien à montrer" in client.post("/fr/about/", {"typed": "words"}).content.decode()


def test_a_form_from_an_ended_visit_is_refused_in_words() -> None:
    page = Client(enforce_csrf_checks=True).post("/fr/questions/activity/", {"activity": "none"})
    assert page.status_code == 403
    assert "Cette page a expiré" in page.content.decode()


def test_a_host_that_is_not_ours_is_refused_in_words(client: Client) -> None:
    page = client.get("/fr/", headers={"host": "elsewhere.example"})
    assert page.status_code == 400
    assert "Demande illisible" in page.content.decode()


def test_a_fault_of_ours_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("ouverture.site.visitor.questions.next_screen", broken)
    page = Client(raise_request_exception=False).get("/en/questions/")
    assert page.status_code == 500
    assert "The program made a mistake" in page.content.decode()


def test_the_look_is_ours_and_small(client: Client) -> None:
    look = b"".join(client.get("/static/page/page.css"))
    assert 0 < len(look) <= 48_000
    assert b"@import" not in look
    assert all(address.startswith(b"fonts/") for address in re.findall(rb"url\(([^)]*)\)", look))
    assert b"Marianne" not in look


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_article_has_its_page(client: Client, language: str) -> None:
    for slug, entry in shelf().items():
        page = client.get(f"/{language}/law/{slug}/")
        assert page.status_code == 200
        html = page.content.decode()
        assert html.count("<blockquote") == len(entry.rules)
        assert html.count("<mark>") >= 1
