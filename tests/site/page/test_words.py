"""Sentences as templates get them: escaped once, typeset, and in the page's language."""

from datetime import UTC, datetime

import pytest
from django.template.context import Context
from django.utils.safestring import SafeString

from ouverture.site.page.page_words import dialled, without_addresses
from ouverture.site.page.words import at_the_minute, one_after_another, say, words
from ouverture.text import Language, Text

MARKED = Text('Un <b> & "deux"', 'One <b> & "two"')


@pytest.mark.parametrize(("language", "written"), [("fr", "Un"), ("en", "One")])
def test_a_text_is_escaped_once_and_marked_as_escaped(language: Language, written: str) -> None:
    said = words(MARKED, language)
    assert isinstance(said, SafeString)
    assert said.startswith(f"{written} &lt;b&gt; &amp; &quot;")


@pytest.mark.parametrize("blank", [MARKED.en, words(MARKED, "en")], ids=["as typed", "escaped already"])
def test_what_fills_a_blank_is_escaped_once_whether_it_was_or_not(blank: str) -> None:
    said = say(Context({"language": "en"}), "file.said_by", who=blank)
    assert "One &lt;b&gt; &amp; &quot;two&quot;" in said
    assert "&amp;amp;" not in said


def test_a_filter_of_escaped_words_leaves_them_escaped_once() -> None:
    assert without_addresses(words(MARKED, "en")) == "One &lt;b&gt; &amp; &quot;two&quot;"
    assert dialled(words(Text("36 46", "36 46"), "fr")) == "3646"


def test_several_sentences_make_one_paragraph() -> None:
    assert one_after_another((MARKED, Text("Trois.", "Three.")), "fr").endswith("&quot;deux&quot; Trois.")


def test_a_moment_is_told_in_the_time_of_france_whatever_zone_it_was_kept_in() -> None:
    assert at_the_minute("2026-07-01T23:30:00+00:00", "en") == "2\u00a0July\u00a02026, 01:30"
    assert at_the_minute(datetime(2026, 3, 1, 8, 13, tzinfo=UTC), "fr") == "1er\u00a0mars\u00a02026, 09:13"
