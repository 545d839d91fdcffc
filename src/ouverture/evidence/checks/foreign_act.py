"""An act from abroad: a translation (CSS R114-7 I 2°), an apostille or legalisation by its country, and the parents."""

from __future__ import annotations

from collections.abc import Iterator

from ouverture.evidence.checks.case import Case
from ouverture.evidence.checks.finding import Finding
from ouverture.evidence.citations import css
from ouverture.evidence.reading.act_words import HEAD, Mark, is_french, language_of, mark_on, parents_on
from ouverture.evidence.reading.found import Spot, spots
from ouverture.evidence.reading.paper_read import PaperRead, Place
from ouverture.places.countries import search
from ouverture.places.papers import CivilDocumentRule, birth_certificate
from ouverture.places.place_error import PlaceError
from ouverture.places.spelling import fold
from ouverture.text import Text

BIRTH = frozenset({"birth_certificate"})
OTHERS = frozenset({"marriage_certificate", "family_tie_document", "filiation_document"})
_LONGEST_NAME, _LONGEST_CODE = 4, 3

_FRENCH = Text("L'acte est en français, ou sa traduction y est.", "The act is in French, or its translation is there.")
_FROM_EUROPE = Text("Cet acte n'a pas besoin de traduction : {why}", "This act needs no translation: {why}")
_UNTRANSLATED = Text(
    "Cet acte n'est pas en français et aucune traduction ne l'accompagne.",
    "This act is not in French and no translation is with it.",
)
_TRANSLATE = Text(
    "Ajoutez une traduction par un traducteur assermenté. L'acte peut suivre : il n'empêche pas d'ouvrir les droits.",
    "Add a translation by a sworn translator. The act may follow: it does not prevent cover.",
)
_NO_LANGUAGE = Text("La langue de cet acte ne se reconnaît pas.", "The language of this act is not recognised.")
_NO_COUNTRY = Text(
    "Le pays qui a délivré cet acte ne se reconnaît pas.", "The country that issued this act is not recognised."
)
_LOOK = Text(
    "Regardez d'où il vient : la règle dépend du pays.", "Look where it comes from: the rule depends on the country."
)
_SEEN = {
    "apostille": Text("Une apostille y est.", "An apostille is there."),
    "legalisation": Text("Une légalisation y est.", "A legalisation is there."),
}
_UNSEEN = {
    "apostille": Text(
        "Aucune apostille ne se lit. L'usage d'un acte de ce pays en France en demande une ; l'article sur le numéro "
        "ne la nomme pas, et des bureaux s'en passent.",
        "No apostille can be read. The use in France of an act from that country calls for one; the article on the "
        "number does not name it, and some offices do without.",
    ),
    "legalisation": Text(
        "Aucune légalisation ne se lit. L'usage d'un acte de ce pays en France en demande une ; l'article sur le "
        "numéro ne la nomme pas, et des bureaux s'en passent.",
        "No legalisation can be read. The use in France of an act from that country calls for one; the article on the "
        "number does not name it, and some offices do without.",
    ),
}
_ADD_MARK = Text(
    "Si vous l'avez, photographiez la page qui la porte. Sinon, envoyez l'acte : la caisse dira si elle la veut.",
    "If you have it, photograph the page that bears it. If not, send the act: the caisse will say whether it wants it.",
)
_EXEMPT = Text(
    "Cet acte n'a besoin ni d'apostille ni de légalisation.", "This act needs neither apostille nor legalisation."
)
_PARENTS = Text("Les parents y sont nommés.", "The parents are named on it.")
_NO_PARENTS = Text("Les noms des parents ne se lisent pas.", "The parents' names cannot be read.")
_WITH_PARENTS = Text(
    "Envoyez la copie intégrale, ou l'extrait avec filiation.",
    "Send the full copy, or the extract with the parents' names.",
)


def check(read: PaperRead, case: Case, name: str) -> Iterator[Finding]:
    """Findings on an act: the parents for a birth, then translation and apostille when it comes from abroad."""
    if name not in BIRTH | OTHERS or not any(page.lines for page in read.pages):
        return
    if name in BIRTH:
        yield _parents(read)
    rule = _rule(read, case, name)
    if rule is None:
        yield Finding("translation", "inconclusive", _NO_COUNTRY, css.TRANSLATION.name, _LOOK)
    elif rule.regime != "french_act":
        yield _translated(read, case, rule)
        yield _authentic(read, rule)


def _parents(read: PaperRead) -> Finding:
    serves = css.CIVIL_STATUS.name
    found = parents_on(read)
    if found:
        return Finding("parents", "passed", _PARENTS, serves, page=found.page.number, place=found.line.place)
    known = all(language_of(page) for page in read.pages)
    return Finding("parents", "failed" if known else "inconclusive", _NO_PARENTS, serves, _WITH_PARENTS)


def _rule(read: PaperRead, case: Case, name: str) -> CivilDocumentRule | None:
    """The rule of the country that issued the act: that of birth, else the one named at the head of the act."""
    country = case.born_in if name in BIRTH and case.born_in else _issuer(read)
    country = "FR" if is_french(read) else country
    try:
        return birth_certificate(country, case.today) if country else None
    except PlaceError:
        return None


def _issuer(read: PaperRead) -> str:
    """The only country named within the first lines; "" when there is none, or several."""
    found = set()
    for spot in spots(read):
        if spot.row >= HEAD or spot.page.number != read.pages[0].number:
            continue
        words = fold(spot.line.text).split()
        spans = (words[at : at + size] for size in range(1, _LONGEST_NAME + 1) for at in range(len(words)))
        named = (" ".join(span) for span in spans)
        found |= {one.iso2 for name in named if len(name) > _LONGEST_CODE for one in search(name) if one.iso2}
    return found.pop() if len(found) == 1 else ""


def _translated(read: PaperRead, case: Case, rule: CivilDocumentRule) -> Finding:
    serves = css.TRANSLATION.name
    if rule.translation.need in ("not_required", "probably_not_required"):
        return Finding("translation", "passed", _FROM_EUROPE.filled(why=rule.translation.why), serves)
    languages = {language_of(page) for page in read.pages}
    mark = mark_on(read, "translation")
    if "fr" in languages or mark:
        return Finding("translation", "passed", _FRENCH, serves).at(*_where(mark))
    if None in languages or rule.translation.need == "not_verified":
        return Finding("translation", "inconclusive", _NO_LANGUAGE, serves, _TRANSLATE)
    return Finding("translation", "failed", _UNTRANSLATED, serves, _TRANSLATE, page=read.pages[0].number)


def _where(spot: Spot | None) -> tuple[int | None, Place | None]:
    return (spot.page.number, spot.line.place) if spot else (None, None)


def _authentic(read: PaperRead, rule: CivilDocumentRule) -> Finding:
    """Never failed: R114-7 does not name apostilles, and a seal is a picture that a reader of letters may not see."""
    wanted: Mark = "legalisation" if rule.regime == "legalisation" else "apostille"
    serves = css.CIVIL_STATUS.name
    if rule.regime in ("exempt", "probably_exempt"):
        return Finding("authentic", "passed", _EXEMPT, serves, advice=rule.regime == "probably_exempt")
    found = mark_on(read, wanted) or mark_on(read, "apostille")
    if found:
        return Finding("authentic", "passed", _SEEN[wanted], serves, page=found.page.number, place=found.line.place)
    return Finding("authentic", "inconclusive", _UNSEEN[wanted], serves, _ADD_MARK)
