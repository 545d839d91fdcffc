"""Drawings beside the residence documents: every document has one, and each is named in both languages."""

import tomllib
from importlib.resources import files

from django.test import Client

from ouverture.law.facts import FACTS
from ouverture.site.page.page_words import document_pictures


def test_every_residence_document_is_drawn_and_every_drawing_is_of_one() -> None:
    data = files("ouverture.site.visitor").joinpath("data", "documents_drawn.toml")
    drawn = tomllib.loads(data.read_text(encoding="utf-8"))
    assert set(drawn) == set(FACTS["stay_document"].options) - {"none", "none_under_18"}
    assert set(drawn.values()) == set(document_pictures())


def test_a_drawing_stands_beside_its_document_with_its_name_in_the_language_of_the_page(client: Client) -> None:
    for name, value in (("nationality", "US"), ("stay_standing", "in_date")):
        client.post(f"/en/questions/{name}/", {name: value, "born_in": "US"})
    for language, said in (("fr", "Une carte en plastique, avec une photo"), ("en", "A plastic card")):
        html = client.get(f"/{language}/questions/stay_document/").content.decode()
        assert html.count('<svg class="document"') >= 10
        assert f"<title>{said}" in html
