"""A reason on a page: the answers it read, as the person gave them, and the way to change them."""

from django.template.context import Context

from ouverture.site.law.law_words import law_and_certainty
from ouverture.site.visitor.reason_words import answers_read

ENGLISH = Context({"language": "en"})


def test_an_answer_typed_by_somebody_is_escaped_and_leads_to_its_question() -> None:
    said = answers_read(ENGLISH, [("commune", "St <b>"), ("rights_open", True)])
    assert "St &lt;b&gt; <a " in said
    assert 'href="/en/questions/commune/"' in said
    assert said.count('href="/en/questions/') == 2
    assert " · " in said


def test_on_paper_nothing_is_to_be_clicked() -> None:
    assert "<a" not in answers_read(ENGLISH, [("rights_open", True)], 1)


def test_how_sure_stands_after_the_texts_and_alone_where_there_is_none() -> None:
    alone = law_and_certainty(ENGLISH, (), "H")
    assert law_and_certainty(ENGLISH, ("CSS L160-1",), "H").endswith(f"</a> · {alone}")
