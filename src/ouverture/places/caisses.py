"""From a postcode, and a commune when it takes one, to the caisse that serves the address."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ouverture.places.caisse import Caisse, all_caisses, caisse_of
from ouverture.places.caisse_candidates import CaisseCandidate, Certainty, candidates_for
from ouverture.places.caisse_notes import address_notes, commune_notes
from ouverture.places.commune_matching import matching
from ouverture.places.postcode_reading import MONACO, read_postcode
from ouverture.places.postcodes import CommuneInPostcode, communes_of
from ouverture.places.territories import Territory, TerritoryName, territory_of
from ouverture.text import Language, Text

__all__ = ["Caisse", "CaisseAnswer", "CaisseCandidate", "Certainty", "all_caisses", "caisse_of", "find"]

_LONGEST_NAME = 80  # no commune comes near: longer input is cut, so that nothing huge is kept in memory


@dataclass(frozen=True, slots=True)
class CaisseAnswer:
    """The caisses that may serve a postcode, the likeliest first; none where no caisse of ours serves the place.

    ``needs_commune``: naming the commune would decide between caisses. ``commune``: the one recognised, "" if none.
    """

    postcode: str
    commune: str
    candidates: tuple[CaisseCandidate, ...]
    territory: TerritoryName
    needs_commune: bool
    notes: tuple[Text, ...]

    def to_json(self) -> dict[str, Any]:
        """The answer as plain values, for ``--json``."""
        return {
            "postcode": self.postcode,
            "commune": self.commune or None,
            "territory": self.territory,
            "needs_commune": self.needs_commune,
            "candidates": [candidate.to_json() for candidate in self.candidates],
            "notes": [note._asdict() for note in self.notes],
        }

    def sentences(self, language: Language) -> tuple[str, ...]:
        """The answer in words: the candidates, the address of each caisse once, then the notes."""
        caisses = dict.fromkeys(candidate.caisse for candidate in self.candidates)
        return (
            *(candidate.sentence(language) for candidate in self.candidates),
            *(", ".join(caisse.postal_address) for caisse in caisses if caisse.postal_address),
            *(note.to(language) for note in self.notes),
        )


def find(postcode: str, commune: str | None = None) -> CaisseAnswer:
    """The caisse of an address, from its postcode and, when several caisses share it, its commune.

    A person belongs to the caisse of their habitual residence (CSS R312-1; CGSS overseas, L752-4).
    ``commune`` may be a name (accents, case, hyphens and "St" are forgiven) or an INSEE code; a commune that is
    not of this postcode is said in the notes and otherwise left aside. "75011 Paris" as postcode names both.
    Raises PlaceError, with one sentence, for a malformed or unknown postcode (a CEDEX code is said to be one).
    """
    return _find(postcode, (commune or "")[:_LONGEST_NAME])


@lru_cache(maxsize=8192)  # every postcode of the country, and room for named communes
def _find(typed: str, named: str) -> CaisseAnswer:
    postcode, rest = read_postcode(typed)
    if postcode.startswith(MONACO):
        territory = territory_of(MONACO)
        return CaisseAnswer(postcode, "", (), territory.name, needs_commune=False, notes=_scheme(territory))
    return _answer(postcode, named.strip() or rest)


def _answer(postcode: str, named: str) -> CaisseAnswer:
    communes = communes_of(postcode)
    recognised = matching(communes, named)
    kept = recognised or communes
    candidates = candidates_for(kept, commune_known=bool(recognised))
    territory = territory_of(kept[0].department)
    return CaisseAnswer(
        postcode=postcode,
        commune=recognised[0].name if recognised else "",
        candidates=candidates,
        territory=territory.name,
        needs_commune=_commune_would_decide(kept),
        notes=(
            *commune_notes(postcode, named, communes, recognised),
            *_scheme(territory),
            *address_notes(tuple(candidate.caisse for candidate in candidates)),
        ),
    )


def _commune_would_decide(communes: tuple[CommuneInPostcode, ...]) -> bool:
    return len({(commune.caisse_key, commune.alternative_key) for commune in communes if commune.official}) > 1


def _scheme(territory: Territory) -> tuple[Text, ...]:
    return (territory.scheme,) if territory.scheme else ()
