"""Every citation stands in a text we hold, word for word, and names rows that exist."""

from datetime import date
from itertools import chain

import pytest

from ouverture.evidence import copies
from ouverture.evidence.citation import Citation, cite, weakest
from ouverture.evidence.citations import crpa, css, sources
from ouverture.evidence.limits import LIMITS
from ouverture.evidence.paper import CopyRule
from ouverture.evidence.papers import PAPERS
from ouverture.evidence.requirements import REQUIREMENTS
from ouverture.law.sources import article
from ouverture.law.texts import held, version_of_row

CITATIONS = {
    f"{room.__name__.rsplit('.', 1)[-1]}.{name}": value
    for room in (crpa, css, sources)
    for name, value in vars(room).items()
    if isinstance(value, Citation)
}
WITHOUT_AN_IDENTIFIER = {"4c", "forms/2", "forms/4", "forms/7", "forms/8", "numbers/4"}
"""Tables of the facts files whose lines have no identifier."""


@pytest.mark.parametrize("citation", CITATIONS.values(), ids=CITATIONS)
def test_a_quote_stands_in_its_text(citation: Citation) -> None:
    text = held()[citation.source.version]
    assert citation.quote
    assert citation.quote in text.text
    assert citation.source.digest == text.digest
    assert citation.source.official == text.official


@pytest.mark.parametrize("citation", CITATIONS.values(), ids=CITATIONS)
def test_an_official_citation_names_the_article_that_is_held(citation: Citation) -> None:
    text = held()[citation.source.version]
    if citation.source.official:
        assert (citation.source.code, citation.source.article) == (text.code, text.article)
        assert (citation.source.since, citation.source.until) == (text.since, text.until)


@pytest.mark.parametrize("citation", CITATIONS.values(), ids=CITATIONS)
def test_a_citation_names_rows_that_exist(citation: Citation) -> None:
    known = {text.version for text in held().values() if not text.official}
    assert citation.rows
    for row in set(citation.rows) - WITHOUT_AN_IDENTIFIER:
        assert version_of_row(row) in known, row


def test_every_citation_is_used() -> None:
    rules = [value for value in vars(copies).values() if isinstance(value, CopyRule)]
    lists = [p.articles for p in PAPERS.values()] + [r.articles for r in REQUIREMENTS] + [n.articles for n in LIMITS]
    used = set(chain(*lists, *(rule.articles for rule in rules), (r.follows for r in REQUIREMENTS)))
    assert [name for name, citation in CITATIONS.items() if citation not in used] == []


def test_a_citation_is_in_force_from_its_first_day_to_the_day_before_its_last() -> None:
    source = article("CSS", "R1", "V1", "0" * 16, since="2020-01-01", until="2021-01-01")
    citation = cite(source, "I", "words", "A6 trap_6")
    in_force = [citation.in_force(day) for day in (date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31))]
    assert in_force == [False, True, True]
    assert not citation.in_force(date(2021, 1, 1))
    assert citation.rows == ("A6", "trap 6")
    assert citation.name == "CSS R1 I"


def test_a_citation_may_be_older_than_the_wording_held() -> None:
    source = article("CSS", "R1", "V1", "0" * 16, since="2020-01-01")
    assert cite(source, "", "words", "A6", since="2016-01-01").in_force(date(2017, 1, 1))


def test_the_weakest_mark_wins_and_no_mark_is_the_weakest() -> None:
    assert weakest(["H", "M", "H"]) == "M"
    assert weakest(["M", "L"]) == "L"
    assert weakest([]) == "L"
