"""French territories that are not "France" in R111-2, and Monaco: each has its own scheme.

The five French territories go before both doors, for their workers too; Monaco goes after work, because who works in
France is affiliated there "quel que soit leur lieu de résidence" (L111-2-2).
"""

from ouverture.law.facts.person import lives_in
from ouverture.law.grounds.writing import NEVER, ground
from ouverture.rules.rulebook import Certainty, Ground, Verdict

OVERSEAS, MONACO = "territories", "monaco"


def _own_scheme(place: str, body: str, fr: str, en: str, rows: str, certainty: Certainty) -> Ground:
    return ground(
        OVERSEAS,
        f"lives_in_{place}",
        lives_in.among(place),
        Verdict.OTHER_SCHEME,
        body,
        "scheme",
        NEVER,
        fr,
        en,
        rows,
        certainty,
    )


GROUNDS = (
    _own_scheme(
        "mayotte",
        "cssm",
        "Mayotte a son propre régime, tenu par la CSSM.",
        "Mayotte has its own scheme, run by the CSSM.",
        "S74",
        "H",
    ),
    _own_scheme(
        "new_caledonia",
        "cafat",
        "La Nouvelle-Calédonie a son propre régime, tenu par la CAFAT.",
        "New Caledonia has its own scheme, run by the CAFAT.",
        "S75",
        "M",
    ),
    _own_scheme(
        "french_polynesia",
        "cps_polynesia",
        "La Polynésie française a son propre régime, tenu par la CPS.",
        "French Polynesia has its own scheme, run by the CPS.",
        "S76",
        "M",
    ),
    _own_scheme(
        "saint_pierre_et_miquelon",
        "local",
        "Saint-Pierre-et-Miquelon a ses propres règles, non vérifiées ici.",
        "Saint-Pierre-et-Miquelon has its own rules, not verified here.",
        "S77",
        "L",
    ),
    _own_scheme(
        "wallis_et_futuna",
        "local",
        "Wallis-et-Futuna a ses propres règles, non vérifiées ici.",
        "Wallis and Futuna has its own rules, not verified here.",
        "S77",
        "L",
    ),
)

IN_MONACO = (
    ground(
        MONACO,
        "lives_in_monaco",
        lives_in.among("monaco"),
        Verdict.OTHER_SCHEME,
        "monaco",
        "scheme",
        NEVER,
        "Monaco a ses propres caisses.",
        "Monaco has its own funds.",
        rows="S72",
        certainty="M",
    ),
)
