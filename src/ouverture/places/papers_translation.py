"""Must a foreign birth certificate be translated into French? The law by issuing authority, and the practice beside it.

CSS R114-7 I 2° (in force since 1 March 2022): a translation, unless the act was issued by an authority of the EU, the
EEA or Switzerland, or a treaty exempts. Offices used to accept some twenty languages; that is practice, not law.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from ouverture.places.memberships import is_eu_eea_or_swiss, members
from ouverture.places.papers_words import table, words
from ouverture.places.shelf import rows_of
from ouverture.places.spelling import fold
from ouverture.text import Text

Need = Literal["not_required", "probably_not_required", "required", "not_verified"]
_ANY_OTHER = "*"


@dataclass(frozen=True, slots=True)
class TranslationRule:
    """Whether a translation is needed by law, why, and what offices were seen to do."""

    need: Need
    why: Text
    article: str
    practice: Text | None
    translator: Text | None

    def to_json(self) -> dict[str, Any]:
        """The rule as plain values."""
        return {
            "need": self.need,
            "why": self.why._asdict(),
            "article": self.article,
            "practice": self.practice._asdict() if self.practice else None,
            "translator": self.translator._asdict() if self.translator else None,
        }


def translation_for(iso2: str, on: date, document_language: str | None = None) -> TranslationRule:
    """The rule for an act issued by the country ``iso2`` and shown on the day ``on``.

    ``document_language``: the language it is written in, as an ISO 639 code or a French or English name; None when
    not said. A language nobody listed counts as "any other".
    """
    need, why = _law(iso2, on, document_language)
    asked = need in ("required", "not_verified")
    return TranslationRule(
        need=need,
        why=why,
        article=table()["translation"]["article"],
        practice=_practice(document_language) if asked else None,
        translator=words("translation", "translator") if asked else None,
    )


def _law(iso2: str, on: date, document_language: str | None) -> tuple[Need, Text]:
    if iso2 == "FR" or (document_language and _row_of(document_language)["iso639"] == "fr"):
        return "not_required", words("translation", "french")
    if on < table()["translation"]["in_force_from"]:
        return "not_verified", words("translation", "before_the_rule")
    if iso2 in members("PART_OF_EU_STATE", on=on):
        return "probably_not_required", words("translation", "territory_of_a_member")
    if is_eu_eea_or_swiss(iso2, on):
        return "not_required", words("translation", "european_authority")
    return "required", words("translation", "required")


def _practice(document_language: str | None) -> Text:
    if document_language is None:
        return words("practice", "languages", languages=_accepted_languages())
    row = _row_of(document_language)
    if row["iso639"] == _ANY_OTHER:
        return words("practice", "not_accepted")
    return words("practice", "accepted", language=Text(row["language_fr"], row["language_en"]))


def _accepted_languages() -> Text:
    accepted = [row for row in _languages() if row["iso639"] not in ("fr", _ANY_OTHER)]
    return Text(
        fr=", ".join(row["language_fr"] for row in accepted),
        en=", ".join(row["language_en"] for row in accepted),
    )


def _row_of(document_language: str) -> dict[str, str]:
    rows = _languages()
    named = fold(document_language)
    for row in rows:
        if named in (row["iso639"], fold(row["language_fr"]), fold(row["language_en"])):
            return row
    return next(row for row in rows if row["iso639"] == _ANY_OTHER)


@cache
def _languages() -> list[dict[str, str]]:
    return rows_of("civil_document_languages.csv")
