"""The parts as they are drawn: each on the page of parts, in both languages, sound, and true to its rule."""

import re
from datetime import date
from html import unescape

import pytest
from django.template.loader import render_to_string
from django.test import Client

from ouverture.site.page import parts
from ouverture.site.page.page_words import icons
from ouverture.site.page.pictures_of_time import Event, Scale, TimeLine, Track, WaitingRange
from ouverture.site.page.samples import FOR_PEOPLE
from ouverture.text import Text
from tests.site.front.test_pages import Outline

T = Text("Un mot", "A word")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", ["style/", "style/?direction=rtl", "style/?colour=dark", "style/staff/", "colour/"])
def test_the_page_of_parts_is_well_built(client: Client, language: str, path: str) -> None:
    page = client.get(f"/{language}/{path}")
    built = Outline(page.content.decode())
    assert page.status_code == 200
    assert not built.unclosed
    ids = [attributes["id"] for _, attributes in built.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert len(built.all("h1")) == 1


def test_the_page_of_parts_turns_and_darkens(client: Client) -> None:
    assert client.get("/en/style/?direction=rtl").content.count(b'dir="rtl"') == 1
    assert b'data-colour="dark"' in client.get("/en/style/?colour=dark").content


def test_an_act_of_the_person_has_the_solid_button_and_one_of_the_caisse_has_not() -> None:
    own = render_to_string("page/next_act.html", {"act": FOR_PEOPLE["own_act"], "language": "en"})
    theirs = render_to_string("page/next_act.html", {"act": FOR_PEOPLE["act"], "language": "en"})
    assert 'class="button"' in own
    assert "The caisse" in theirs
    assert 'class="button second"' in theirs
    assert 'class="button"' not in theirs


def test_a_holder_is_a_shape_and_a_word() -> None:
    for holder, drawn in (("person", "<circle"), ("caisse", "<rect"), ("other", "<path")):
        html = render_to_string("page/holder.html", {"holder": holder, "name": T, "lead": "", "language": "en"})
        assert drawn in html
        assert "A word" in html


def test_a_check_that_could_not_tell_is_not_a_failure() -> None:
    html = render_to_string("page/checks.html", {"checks": [parts.Check("unsure", T)], "language": "en"})
    assert "Could not tell:" in html
    assert "Failed" not in html


def test_words_of_the_law_are_marked_where_they_stand_and_nothing_else_gets_in() -> None:
    aside = parts.LawAside("CSS L160-5", "dès <qu'elle> justifie de son identité", ("son identité",))
    html = render_to_string("page/law_aside.html", {"aside": aside, "language": "en"})
    assert "<mark>son identité</mark>" in html
    assert "<qu" not in html


def test_a_link_that_leaves_is_marked_as_leaving() -> None:
    html = render_to_string("page/link.html", {"link": parts.Link(T, "x", leaves=True), "language": "en"})
    assert 'rel="external noreferrer"' in html
    assert "(another site)" in html


def test_a_range_fills_the_usual_part_and_outlines_the_longest() -> None:
    waiting = WaitingRange(
        T, date(2026, 1, 1), date(2026, 1, 11), date(2026, 2, 1), date(2026, 2, 20), date(2026, 3, 1), T
    )
    gone, usual, longest = waiting.boxes
    assert [gone.kind, usual.kind, longest.kind] == ["gone", "usual", "longest"]
    assert gone.x == 0
    assert usual.x + usual.width == pytest.approx(longest.x, abs=0.05)
    assert longest.x + longest.width < 100


def test_days_outside_a_scale_are_drawn_at_its_ends() -> None:
    scale = Scale(date(2026, 1, 1), date(2026, 2, 1))
    assert scale.place(date(2020, 1, 1)) == 0
    assert scale.place(date(2030, 1, 1)) == 100
    assert scale.box("gone", date(2026, 1, 5), date(2026, 1, 5)).width > 0


def test_the_months_of_a_long_scale_leave_room_for_their_names() -> None:
    assert len(list(Scale(date(2020, 1, 15), date(2026, 1, 15)).months())) <= 12


def test_the_line_of_today_crosses_no_words_and_one_track_alone_needs_no_name() -> None:
    first = date(2026, 1, 8)
    days = (first, date(2026, 1, 1), date(2026, 3, 8), date(2026, 12, 20))
    track = Track(Text("Votre demande", "Your claim"), (), tuple(Event(day, "person", T, T) for day in days))
    alone = TimeLine(T, (track,), first)
    anchors = {mark.x: mark.anchor for mark in alone.drawn[0].marks}
    assert anchors[alone.scale.place(first)] == "start"
    assert anchors[alone.scale.place(date(2026, 1, 1))] == "end"
    assert anchors[alone.scale.place(date(2026, 3, 8))] == "middle"
    context = {"timeline": alone, "language": "en"}
    assert "Your claim" not in render_to_string("page/timeline.html", context)
    both = TimeLine(T, (track, track), first)
    assert "Your claim" in render_to_string("page/timeline.html", {**context, "timeline": both})


def test_every_icon_is_a_drawing_without_words_or_colour_of_its_own() -> None:
    for name, drawn in icons().items():
        assert drawn.startswith("<"), name
        assert not re.search(r"style=|#[0-9a-f]{3}|<text", drawn), name


def test_a_choice_of_colour_is_kept_in_a_cookie_and_leads_back(client: Client) -> None:
    answer = client.post("/en/colour/", {"colour": "dark", "back": "/en/law/"})
    assert answer.headers["Location"] == "/en/law/"
    assert b'data-colour="dark"' in client.get("/en/law/").content
    client.post("/en/colour/", {"colour": "", "back": "/en/law/"})
    assert b"data-colour" not in client.get("/en/law/").content


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""])
def test_a_choice_of_colour_leads_nowhere_else(client: Client, back: str) -> None:
    assert client.post("/en/colour/", {"colour": "dark", "back": back}).headers["Location"] == "/en/"


def test_the_first_line_of_every_page_says_what_this_is_not(client: Client) -> None:
    page = unescape(client.get("/fr/style/staff/").content.decode())
    assert page.index("n'est pas un service public") < page.index("<h1")
