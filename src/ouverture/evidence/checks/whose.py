"""Whose paper is it? The person's names must stand on it: in any order, with or without accents, as an MRZ has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ouverture.evidence.checks import words
from ouverture.evidence.checks.case import Case
from ouverture.evidence.checks.finding import Finding
from ouverture.evidence.name_parts import Named, parts_of_name, sounds_alone
from ouverture.evidence.papers import PAPERS
from ouverture.evidence.reading.found import Found
from ouverture.evidence.reading.holders_on import holders_on, titled_on
from ouverture.evidence.reading.kinds import mrz_of, with_mrz_names
from ouverture.evidence.reading.names_on import Match, match_on
from ouverture.evidence.reading.paper_read import PaperRead
from ouverture.places.spelling import fold
from ouverture.text import Text

OWN = frozenset({
    "identity_document", "photo_identity_document", "military_identity_card", "stay_document", "validated_visa",
    "asylum_certificate", "protection_document", "prefecture_document", "birth_certificate", "bank_details",
    "three_months_residence", "two_bills", "lease", "enrolment_certificate", "work_contract_or_payslip",
    "rights_certificate", "posting_certificate", "s1_form", "european_card", "domiciliation_certificate",
})  # fmt: skip
"""Papers that must be in the person's own name."""
SHARED = frozenset({"marriage_certificate", "pacs_certificate", "proof_of_address", "family_tie_document"})
"""Papers that may be in the name of whoever the person joins, or of both."""
OF_TWO = frozenset({"marriage_certificate", "pacs_certificate"})
"""Papers that name both."""
RELATIVES = frozenset({"relative_rights_certificate", "relative_identity_document"})
"""Papers of whoever the person joins: nothing can be said while the file does not know their names."""

_SAME = Text("Votre nom y est : le même que dans votre dossier.", "Your name is on it: the same as in your file.")
_THEIRS = Text("Le nom de la personne que vous rejoignez y est.", "The name of the person you join is on it.")
_INITIAL = Text("Votre nom y est, le prénom par son initiale.", "Your name is on it, the first name by its initial.")
_BOTH = Text("Le nom de la personne que vous rejoignez y est aussi.", "The name of the person you join is on it too.")
_NOT_BOTH = Text(
    "Le nom qui est sur la pièce d'identité de la personne que vous rejoignez ne s'y lit pas.",
    "The name on the identity document of the person you join cannot be read on it.",
)
_NEAR = Text(
    "Un nom y ressemble au vôtre sans être écrit de même.", "A name on it is like yours without being written the same."
)
_FAMILY = Text(
    "Votre nom de famille y est, mais pas votre prénom.", "Your family name is on it, but not your first name."
)
_OTHER = Text("Ce papier est au nom de {holder}, pas au vôtre.", "This paper is in the name of {holder}, not yours.")
_OF_A_COUPLE = re.compile(
    r"\b(?:m|mr|monsieur) (?:ou|et|or|and) (?:mme|mrs|ms|madame)\b"
    r"|\b(?:mme|mrs|ms|madame) (?:ou|et|or|and) (?:m|mr|monsieur)\b"
)
_SECOND = Text(
    "Ce papier est au nom de {holder} : la deuxième personne n'y est pas nommée.",
    "This paper is in the name of {holder}: the second person is not named on it.",
)
_IN_PLACE_OF_A_NAME = frozenset({
    "m", "mr", "mme", "mlle", "mrs", "ms", "monsieur", "madame", "mademoiselle", "fnu", "lnu", "xxx", "x", "sans",
    "prenom", "nom", "unique", "only", "name", "no", "given",
})  # fmt: skip
"""Titles, and what offices write where somebody has no first name."""
_WITH_ANOTHER = Text("Votre nom y est, avec un autre : {holder}.", "Your name is on it, with another one: {holder}.")
_SCRIPTS = Text(
    "Ce papier est au nom de {holder}, et votre dossier a votre nom en d'autres lettres.",
    "This paper is in the name of {holder}, and your file has your name in other letters.",
)
_NOT_FOUND = Text("Votre nom ne s'y lit pas.", "Your name cannot be read on it.")
_OWN_ONE = Text(
    "Envoyez-en un à votre nom, ou un papier qui explique la différence.",
    "Send one in your name, or a paper that explains the difference.",
)
_OWN_ACCOUNT = Text(
    "Envoyez un relevé d'un compte à votre nom, ou d'un compte joint. Il peut suivre : son absence n'empêche pas "
    "d'ouvrir les droits.",
    "Send the details of an account in your name, or a joint one. They may follow: their absence does not prevent "
    "cover.",
)
_LOOK = Text("Regardez si c'est bien la même personne.", "Look whether it is the same person.")


def check(read: PaperRead, case: Case, name: str) -> Iterator[Finding]:
    """One finding: the name is there, another one is, or nobody can say. Without a name in the file there is none."""
    if name not in OWN | SHARED | RELATIVES or not any(page.lines for page in read.pages):
        return
    wanted = case.joins if name in RELATIVES else (case.person,)
    if not any(one.birth or one.usage for one in wanted):
        return
    serves = PAPERS[name].articles[0].name
    named = with_mrz_names(read, case.today)
    yield _finding(read, case, name, max((match_on(named, one) for one in wanted), key=_rank), serves)
    if name in OF_TWO:
        yield from _the_other(named, case, serves)


def _the_other(read: PaperRead, case: Case, serves: str) -> Iterator[Finding]:
    """On a paper of two: whether the person joined is the other one, as their identity document names them."""
    if not case.joins:
        return
    other = max((match_on(read, one) for one in case.joins), key=_rank)
    if other.alike in ("same", "initial"):
        yield Finding("both_names", "passed", _BOTH, serves, page=other.page, place=other.place)
    else:
        yield Finding("both_names", "inconclusive", _NOT_BOTH, serves, _LOOK, page=other.page, place=other.place)


def _rank(match: Match) -> int:
    return ("none", "family", "near", "initial", "same").index(match.alike)


def _finding(read: PaperRead, case: Case, name: str, match: Match, serves: str) -> Finding:
    if match.alike == "same" and name in OWN and not case.person.given and (more := _with_more(read, case, name)):
        reason = _WITH_ANOTHER.filled(holder=words.quoted(more.what))
        return Finding("whose", "inconclusive", reason, serves, _LOOK, page=more.page, place=more.place)
    if match.alike in ("same", "initial"):
        reason = _THEIRS if name in RELATIVES else _SAME if match.alike == "same" else _INITIAL
        return Finding("whose", "passed", reason, serves, page=match.page, place=match.place)
    if name in SHARED and (theirs := _of_whom_they_join(read, case.joins)):
        return Finding("whose", "passed", _THEIRS, serves, page=theirs.page, place=theirs.place)
    holder = _holder(read, case, name)
    if match.alike == "none" and holder and _in_two_scripts(holder.what, case.person):
        reason = _SCRIPTS.filled(holder=words.quoted(holder.what))
        return Finding("whose", "inconclusive", reason, serves, _LOOK, page=holder.page, place=holder.place)
    if match.alike == "none" and holder and _OF_A_COUPLE.search(fold(holder.what)):
        reason = _SECOND.filled(holder=words.quoted(holder.what))
        return Finding("whose", "inconclusive", reason, serves, _LOOK, page=holder.page, place=holder.place)
    if match.alike == "none" and holder and name in OWN:
        reason = _OTHER.filled(holder=words.quoted(holder.what))
        remedy = _OWN_ACCOUNT if name == "bank_details" else _OWN_ONE
        return Finding("whose", "failed", reason, serves, remedy, page=holder.page, place=holder.place)
    reason = {"near": _NEAR, "family": _FAMILY}.get(match.alike, _NOT_FOUND)
    return Finding("whose", "inconclusive", reason, serves, _LOOK, page=match.page, place=match.place)


def _with_more(read: PaperRead, case: Case, name: str) -> Found[str] | None:
    """The holder, when they have a name besides the only one of this person: a namesake, or a way to fill a field."""
    own = {part for each in (case.person.birth, case.person.usage) for part in parts_of_name(each)}
    holder = _holder(read, case, name)
    more = set(parts_of_name(holder.what)) - own - _IN_PLACE_OF_A_NAME if holder else set()
    return holder if more else None


def _in_two_scripts(holder: str, person: Named) -> bool:
    """Whether one of the two is in letters that do not say how it is spelt in the other's."""
    return sounds_alone(holder) != any(map(sounds_alone, (person.birth, person.usage)))


def _of_whom_they_join(read: PaperRead, joins: tuple[Named, ...]) -> Match | None:
    found = (match_on(read, one) for one in joins)
    return next((match for match in found if match.alike in ("same", "initial")), None)


def _holder(read: PaperRead, case: Case, name: str) -> Found[str] | None:
    """The one person the paper names as its own: by its machine-readable lines, by a label, or by the only title."""
    for number, mrz in mrz_of(read, case.today):
        page = read.pages[[one.number for one in read.pages].index(number)]
        return Found(mrz.names, number, page.lines[mrz.rows[0]].place)
    if labelled := holders_on(read):
        return labelled[0]
    titled = titled_on(read)
    return titled[0] if len({parts_of_name(one.what) for one in titled}) == 1 else None
