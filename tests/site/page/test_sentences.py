"""The catalogue of sentences: complete in both languages, every one used, none missing."""

import re
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from ouverture.evidence.paper import CopyKind
from ouverture.site.front.start import _SITUATIONS
from ouverture.site.page.day_boxes import PARTS
from ouverture.site.page.sentences import say, sentence, sentences
from ouverture.site.small_desks import contribution, price, resources
from ouverture.site.visitor.headline import Face
from ouverture.site.visitor.ways_on import _data
from ouverture.wording.demands.demand import Kind
from ouverture.wording.messages.entry import KNOWABLE
from ouverture.wording.remedies.rung import Kind as RemedyKind
from ouverture.wording.remedies.rung import State

SITE = Path(str(files("ouverture.site")))
TEMPLATES = sorted(SITE.glob("*/templates/**/*.html"))
SOURCES = [*TEMPLATES, *sorted(SITE.glob("**/*.py"))]
WRITTEN = "\n".join(source.read_text(encoding="utf-8") for source in SOURCES)
FAMILIES = {
    "certainty.": {"H", "M", "L"},
    "start.case.": {f"{name}{part}" for name, _, _ in _SITUATIONS for part in ("", "_detail")},
    "headline.": set(get_args(Face)),
    "error.date_no_": set(PARTS),
    "copy.": set(get_args(CopyKind)),
    "act.": {found["says"].removeprefix("act.") for found in _data()["way"].values()} | {"form"},
    "part.": {"passed", "failed", "unsure"},
    "colour.": {"system", "light", "dark"},
    "who.": {"person", "caisse", "employer", "adult", "service"},
    "error.nothing_": {"choice", "list", "date", "number", "text"},
    "error.unreadable_": {"one_of", "yes_no", "whole_number", "money"},
    "verdict.": {"missing", "because", "notices", "steps", "papers", "not_asked", "where", "dates", "changes"},
    "known.": {*KNOWABLE, *(f"{name}.{value}" for name, values in KNOWABLE.items() for value in values)},
    "demand.": set(get_args(Kind)),
    "remedy_kind.": set(get_args(RemedyKind)),
    "remedy_state.": set(get_args(State)),
    "remedy_told.": {"yes", "no"},
    **{f"{desk}.": {f"{name}{part}" for name in module.FIELDS for part in ("", "_hint")}
       for desk, module in (("price", price), ("contribution", contribution), ("resources", resources))},
    "price.sector_": {sector.split()[0] for sector in price.SECTORS},
    "price.pathway_": set(price.PATHWAYS),
    "price.place_": set(price.PLACES),
    "contribution.replacement_": set(contribution.REPLACEMENTS),
    "contribution.treaty_": {"no", "yes"},
    "contribution.no_": {"year", "capital"},
    "resources.place_": set(resources.PLACES),
    "refusal.": {f"{name}.{part}" for name in ("bad_request", "stale_form", "visit_ended", "not_found", "our_fault")
                 for part in ("title", "detail")},
}  # fmt: skip
"""Sentences whose name is put together when they are said."""


def blanks(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


@pytest.mark.parametrize("name", sentences())
def test_a_sentence_is_there_in_both_languages_with_the_same_blanks(name: str) -> None:
    text = sentences()[name]
    assert text.fr
    assert text.en
    assert blanks(text.fr) == blanks(text.en)


def test_every_sentence_that_is_said_is_in_the_catalogue() -> None:
    said = set(re.findall(r'{% say "([\w.]+[a-z])"', WRITTEN)) | set(re.findall(r'sentence\("([\w.]+)"', WRITTEN))
    assert said
    assert said <= set(sentences())


@pytest.mark.parametrize(("family", "members"), FAMILIES.items())
def test_every_sentence_of_a_family_is_in_the_catalogue(family: str, members: set[str]) -> None:
    assert {f"{family}{member}" for member in members} <= set(sentences())


PUT_TOGETHER = {
    *re.findall(r'f"([a-z_]+[./][a-z_./]*)\{', WRITTEN),
    *(f"{family}." for family in re.findall(r'{% named "([a-z_.]+)"', WRITTEN)),
}
"""How the names begin that are put together when they are said."""


def test_every_sentence_of_the_catalogue_is_said_somewhere() -> None:
    put_together = {f"{family}{member}" for family, members in FAMILIES.items() for member in members}
    unused = [
        name
        for name in sentences()
        if f'"{name.removesuffix(".one")}"' not in WRITTEN
        and name.removesuffix(".one") not in put_together
        and not name.startswith(tuple(PUT_TOGETHER))
    ]
    assert unused == []


def test_one_is_said_in_the_singular() -> None:
    assert say("error.title", "en", n=1) == "There is an answer to correct"
    assert say("error.title", "en", n=2) == "There are 2 answers to correct"
    assert sentence("error.title", n=1).fr == "Il y a une réponse à corriger"


def test_a_sentence_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        say("nothing.like_this", "fr")


def test_who_acts_is_a_word_for_every_step() -> None:
    from ouverture.wording.steps import all_steps

    assert {step.who for step in all_steps()} == FAMILIES["who."]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_template_is_used(template: Path) -> None:
    name = "/".join(template.relative_to(SITE).parts[2:])
    assert f'"{name}"' in WRITTEN or name.startswith(tuple(PUT_TOGETHER))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_words_of_its_own(template: Path) -> None:
    """Words belong in the catalogue: what is left between tags is signs and figures."""
    without_blanks = re.sub(
        r"{% block body_class %}\w*{% endblock %}|{%.*?%}|{{.*?}}",
        " ",
        template.read_text(encoding="utf-8"),
        flags=re.S,
    )
    text = re.sub(r"<!doctype html>|<[^>]*>", " ", without_blanks)
    assert re.findall(r"[^\W\d_]{2,}", text) == []
