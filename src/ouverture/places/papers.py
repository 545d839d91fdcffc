"""Which papers a birth certificate from abroad needs: apostille, legalisation or neither, and a translation or not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from ouverture.clock.day_words import plain_day
from ouverture.places.countries import by_iso2, find
from ouverture.places.country import Country
from ouverture.places.country_index import federations, province_named
from ouverture.places.papers_regime import (
    Ground,
    Regime,
    Standing,
    coming_apostille,
    row_of,
    standing_on,
    standing_without_exemption,
)
from ouverture.places.papers_translation import TranslationRule, translation_for
from ouverture.places.papers_words import table, words
from ouverture.places.phrases import phrase
from ouverture.places.place_error import PlaceError
from ouverture.text import Language, Text

__all__ = ["Certainty", "CivilDocumentRule", "Regime", "TranslationRule", "birth_certificate"]

Certainty = Literal["sourced", "two_lists", "one_list", "convention_only", "derived", "unverified"]
_CERTAINTY: dict[str, Certainty] = {
    "sourced": "sourced",
    "two lists": "two_lists",
    "one list": "one_list",
    "convention sourced": "convention_only",
    "derived": "derived",
    "unverified": "unverified",
}
_FRENCH_ACT = Standing("french_act", (), "sourced", "")


@dataclass(frozen=True, slots=True)
class CivilDocumentRule:
    """What a birth certificate issued by ``country`` needs when shown on the day ``on``.

    ``since``: the day the first text of ``basis`` came into force, None when not known.
    ``fallback``: what applies if an unverified exemption is wrong. ``apostille_contested``: some State objected to
    the accession. ``apostille_from``: a later day when the apostille convention comes into force.
    """

    country: Country
    on: date
    regime: Regime
    basis: Text
    since: date | None
    certainty: Certainty
    certainty_words: Text
    source: Text
    fallback: Regime | None
    apostille_contested: bool
    apostille_from: date | None
    translation: TranslationRule
    multilingual_extract: bool
    eu_multilingual_form: bool
    notes: tuple[Text, ...]

    def to_json(self) -> dict[str, Any]:
        """The rule as plain values, for ``--json``."""
        return {
            "country": self.country.to_json(),
            "on": self.on.isoformat(),
            "regime": self.regime,
            "basis": self.basis._asdict(),
            "since": self.since.isoformat() if self.since else None,
            "certainty": self.certainty,
            "certainty_words": self.certainty_words._asdict(),
            "source": self.source._asdict(),
            "fallback": self.fallback,
            "apostille_contested": self.apostille_contested,
            "apostille_from": self.apostille_from.isoformat() if self.apostille_from else None,
            "translation": self.translation.to_json(),
            "multilingual_extract": self.multilingual_extract,
            "eu_multilingual_form": self.eu_multilingual_form,
            "notes": [note._asdict() for note in self.notes],
        }

    @property
    def needed(self) -> Text:
        """What the certificate needs: apostille, legalisation or nothing."""
        fallback = words("regime_word", self.fallback) if self.fallback else Text("", "")
        return words("regime", self.regime, country=self.country.name, fallback=fallback)

    @property
    def ground(self) -> Text | None:
        """On what that stands, and how sure it is; None for a French certificate, which needs nothing."""
        if self.regime == "french_act":
            return None
        return Text(
            fr=f"Fondement : {self.basis.fr}. {self.certainty_words.fr}",
            en=f"Ground: {self.basis.en}. {self.certainty_words.en}",
        )

    def sentences(self, language: Language) -> tuple[str, ...]:
        """The rule in words: what is needed and on what ground, the translation, then the notes."""
        translation = self.translation
        texts = (self.needed, self.ground, translation.why, translation.practice, translation.translator)
        return tuple(text.to(language) for text in (*texts, *self.notes) if text)


def birth_certificate(country: str, on: date, document_language: str | None = None) -> CivilDocumentRule:
    """What a birth certificate from ``country`` (any name or code) needs, shown on the day ``on``.

    Law: foreign acts are legalised unless a treaty or EU law exempts (décret 2024-87); translation by CSS R114-7 I 2°.
    "exempt" is said only when a source was read; otherwise "probably_exempt", with the fallback. ``document_language``
    (ISO 639 code or name) refines the translation answer.
    Raises PlaceError for an unknown or ambiguous country, and for a past State with several heirs (they are listed).
    """
    named = find(country)
    issuer = _issuer_today(named)
    inherited = (words("issued_today_by", past=named.name, country=issuer.name),) if issuer is not named else ()
    rule = _rule(issuer, on, document_language, inherited)
    return replace(rule, notes=(*_authority(country, rule), *rule.notes))


def _authority(said: str, rule: CivilDocumentRule) -> Iterator[Text]:
    """Who gives the apostille in a federation, naming the State or province that was typed if one was."""
    if rule.regime != "apostille" or rule.country.iso2 not in federations():
        return
    named = province_named(said)
    yield words(
        "apostille_by_province",
        country=rule.country.name,
        province=Text(named, named) if named else Text("par exemple l’Ohio ou le Québec", "for example Ohio or Québec"),
    )


def _issuer_today(country: Country) -> Country:
    if country.iso2:
        return country
    heirs = tuple(by_iso2(iso2) for iso2 in country.successors)
    if len(heirs) == 1:
        return heirs[0]
    names = tuple(heir.name for heir in heirs)
    listed = Text(", ".join(name.fr for name in names), ", ".join(name.en for name in names))
    if not names:
        raise PlaceError(words("unknown_successor", past=country.name))
    raise PlaceError(words("choose_successor", past=country.name, choices=listed), names)


def _rule(country: Country, on: date, document_language: str | None, inherited: tuple[Text, ...]) -> CivilDocumentRule:
    iso2 = country.iso2 or ""
    french = iso2 == "FR"
    row = {} if french else row_of(iso2)
    standing = _FRENCH_ACT if french else standing_on(iso2, on)
    unsure = standing.regime == "probably_exempt"
    later = coming_apostille(iso2, on) if standing.regime == "legalisation" else None
    contested = standing.regime == "apostille" and "objections" in standing.certainty
    return CivilDocumentRule(
        country=country,
        on=on,
        regime=standing.regime,
        basis=_joined(standing.basis),
        since=standing.basis[0].since if standing.basis else None,
        certainty=_CERTAINTY[standing.certainty.partition(";")[0]],
        certainty_words=phrase(standing.certainty),
        source=phrase(standing.source),
        fallback=standing_without_exemption(iso2, on).regime if unsure else None,
        apostille_contested=contested,
        apostille_from=later,
        translation=translation_for(iso2, on, document_language),
        multilingual_extract=bool(row.get("ciec16_multilingual_extract")),
        eu_multilingual_form=_has_eu_form(row, on),
        notes=inherited if french else (*inherited, *_notes(row, on, later)),
    )


def _joined(basis: tuple[Ground, ...]) -> Text:
    texts = tuple(_ground_words(ground) for ground in basis)
    return Text(" ; ".join(text.fr for text in texts), "; ".join(text.en for text in texts))


def _ground_words(ground: Ground) -> Text:
    text = phrase(ground.component)
    if ground.since is None:
        return text
    since = plain_day(ground.since)
    return Text(fr=f"{text.fr} (depuis le {since.fr})", en=f"{text.en} (since {since.en})")


def _has_eu_form(row: dict[str, str], on: date) -> bool:
    in_force: date = table()["eu_multilingual_form"]["in_force_from"]
    return bool(row.get("eu_multilingual_form")) and on >= in_force


def _notes(row: dict[str, str], on: date, later: date | None) -> tuple[Text, ...]:
    notes = [words("coming_change", day=plain_day(later))] if later else []
    if row["notes"] and not row["notes"].startswith("Apostille from "):  # said, with its day, by coming_change
        notes.append(phrase(row["notes"]))
    if row["ciec16_multilingual_extract"]:
        notes.append(words("multilingual_extract"))
    if _has_eu_form(row, on):
        notes.append(words("eu_multilingual_form"))
    return (*notes, *(Text(caution["fr"], caution["en"]) for caution in table()["caution"]))
