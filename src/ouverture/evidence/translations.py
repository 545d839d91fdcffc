"""Translation, apostille, legalisation: what is said of a civil-status act, from the country that issues it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ouverture.evidence.paper import Paper
from ouverture.places.papers import CivilDocumentRule, birth_certificate
from ouverture.places.place_error import PlaceError
from ouverture.text import Text

WHICH_COUNTRY = Text(
    "Traduction, apostille, légalisation : cela dépend du pays de naissance. Donnez-le pour avoir la règle.",
    "Translation, apostille, legalisation: it depends on the country of birth. Give it to have the rule.",
)
COUNTRY_OF_ISSUE = Text(
    "Si une autorité étrangère a délivré l'acte : une traduction en français, sauf acte de l'UE, de l'EEE ou de la "
    "Suisse ou traité ; apostille, légalisation ou rien selon le pays qui l'a délivré.",
    "If a foreign authority issued the act: a translation into French, unless it comes from the EU, the EEA or "
    "Switzerland or a treaty exempts; apostille, legalisation or nothing depending on the country that issued it.",
)


class BirthPlace(NamedTuple):
    """What is known of acts from the country of birth: the rule, or the sentence that says why there is none."""

    rule: CivilDocumentRule | None
    problem: Text | None

    @property
    def country(self) -> str | None:
        """The ISO code of the country that issues the acts today, None when not known."""
        return self.rule.country.iso2 if self.rule else None


def birth_place(born_in: str | None, on: date) -> BirthPlace:
    """The rule for the country of birth, given by any name or code.

    Nothing is raised for a name that is not understood, or a past State with several heirs: ``problem`` says so.
    """
    if born_in is None:
        return BirthPlace(None, None)
    try:
        return BirthPlace(birth_certificate(born_in, on), None)
    except PlaceError as error:
        return BirthPlace(None, error.text)


def advice(paper: Paper, place: BirthPlace) -> Text | None:
    """What to do with that paper's language and authenticity; None for papers to which no such rule applies."""
    if paper.translation == "none":
        return None
    if paper.translation == "country_of_issue":
        return COUNTRY_OF_ISSUE
    if place.rule is None:
        return place.problem or WHICH_COUNTRY
    return Text(" ".join(place.rule.sentences("fr")), " ".join(place.rule.sentences("en")))
