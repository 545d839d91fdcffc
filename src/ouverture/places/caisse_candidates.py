"""The caisses a set of communes leads to, the likeliest first, each with how sure we are and why."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from ouverture.places.caisse import Caisse, caisse_of
from ouverture.places.postcodes import CommuneInPostcode
from ouverture.places.shelf import rows_of
from ouverture.text import Language, Text

Certainty = Literal["high", "medium", "low", "unverified", "alternative", "border_street"]

_WORDS: dict[Certainty, Text] = {
    "high": Text("certitude haute", "high certainty"),
    "medium": Text("certitude moyenne", "medium certainty"),
    "low": Text("certitude faible", "low certainty"),
    "unverified": Text("non vérifié", "not verified"),
    "alternative": Text("autre possibilité", "other possibility"),
    "border_street": Text("rues en limite", "border streets"),
}
_RANK: dict[Certainty, int] = {certainty: rank for rank, certainty in enumerate(_WORDS)}
_ALTERNATIVE = Text(
    fr="À essayer si la première caisse dit ne pas être la vôtre : le partage entre ces caisses n’est pas sûr ici.",
    en="To try if the first caisse says it is not yours: how these caisses share the area is not certain here.",
)
_BORDER_STREET = Text(
    fr="Seulement si vous habitez dans cette commune : La Poste ne lui donne pas ce code postal, mais un fichier des "
    "rues de 2022 le fait.",
    en="Only if you live in this commune: La Poste does not give it this postcode, but a street file of 2022 does.",
)


@dataclass(frozen=True, slots=True)
class CaisseCandidate:
    """A caisse that may serve the address.

    ``certainty``: "high", "medium" or "low" as the sources allow; "alternative" when the first choice is not sure;
    "border_street" when only the street file leads there. ``communes``: those for which it is the answer.
    """

    caisse: Caisse
    certainty: Certainty
    communes: tuple[str, ...]
    why: Text

    def to_json(self) -> dict[str, Any]:
        """The candidate as plain values."""
        return {
            "caisse": self.caisse.to_json(),
            "certainty": self.certainty,
            "communes": list(self.communes),
            "why": self.why._asdict(),
        }

    def sentence(self, language: Language) -> str:
        """The caisse, how sure, for which communes, and why."""
        certainty, why = _WORDS[self.certainty].to(language), self.why.to(language)
        return f"{self.caisse.name}, {certainty} ({', '.join(self.communes)}). {why}"


class _Ground(NamedTuple):
    """What communes must share to make one candidate."""

    key: str
    certainty: Certainty
    why: Text


def candidates_for(communes: tuple[CommuneInPostcode, ...], *, commune_known: bool) -> tuple[CaisseCandidate, ...]:
    """The candidates for ``communes``; empty when no caisse of ours serves them.

    While the commune is not known, La Poste's communes come first: another one counts only if it brings a new caisse.
    """
    serving = [commune for commune in communes if commune.caisse_key]
    official = {commune.caisse_key for commune in serving if commune.official and not commune_known}
    grounds: dict[_Ground, list[CommuneInPostcode]] = {}
    for commune in serving:
        for ground in _grounds(commune, official):
            grounds.setdefault(ground, []).append(commune)
    return tuple(_candidate(*item) for item in sorted(grounds.items(), key=_likeliest_first))


def _likeliest_first(item: tuple[_Ground, list[CommuneInPostcode]]) -> tuple[bool, int, int]:
    ground, communes = item
    return not any(commune.official for commune in communes), _RANK[ground.certainty], -len(communes)


def _candidate(ground: _Ground, communes: list[CommuneInPostcode]) -> CaisseCandidate:
    return CaisseCandidate(caisse_of(ground.key), ground.certainty, tuple(c.name for c in communes), ground.why)


def _grounds(commune: CommuneInPostcode, official: set[str]) -> list[_Ground]:
    if official and not commune.official:
        border = _Ground(commune.caisse_key, "border_street", _BORDER_STREET)
        return [] if commune.caisse_key in official else [border]
    grounds = [_Ground(commune.caisse_key, *_reasons()[commune.reason])]
    if commune.alternative_key:
        grounds.append(_Ground(commune.alternative_key, "alternative", _ALTERNATIVE))
    return grounds


@cache
def _reasons() -> dict[str, tuple[Certainty, Text]]:
    named: dict[str, Certainty] = {certainty: certainty for certainty in _WORDS}
    return {row["code"]: (named[row["certainty"]], Text(fr=row["fr"], en=row["en"])) for row in rows_of("reasons.csv")}
