"""French territories that are not "France" in R111-2, and Monaco: each has its own scheme.

The five French territories go before both doors, for their workers too; Monaco goes after work, because who works in
France is affiliated there "quel que soit leur lieu de résidence" (L111-2-2).
"""

from ouverture.law.css.l160_3 import french_pension
from ouverture.law.facts.elsewhere import INSURED_ELSEWHERE, other_cover
from ouverture.law.facts.person import lives_in
from ouverture.law.facts.situation import posting_paper, work_kind
from ouverture.law.grounds.writing import NEVER, ground
from ouverture.rules.rulebook import Certainty, Doubt, Ground, Verdict
from ouverture.text import Text

_OWN_SCHEME_MAY_FOLLOW = Doubt(
    work_kind.among("civil_servant", "military", "special_scheme", "abroad_under_french_law") | french_pension.holds,
    Text(
        "Ce territoire a son propre régime ; aucun texte détenu ne dit si un agent de l'État, un militaire, un régime "
        "spécial ou une pension de métropole y garde le sien. Demandez-le à l'employeur ou à la caisse de pension.",
        "This territory has its own scheme; no text held says whether a State official, a member of the armed forces, "
        "a special scheme or a pension of the mainland keeps theirs there. Ask the employer or the pension fund.",
    ),
    "L",
)
_ANOTHER_STATE_TOO = Doubt(
    other_cover.among(*INSURED_ELSEWHERE) | posting_paper.among("a1", "treaty"),
    Text(
        "Ce territoire a son propre régime ; vous dites qu'un autre État vous assure, et aucun texte détenu ne dit "
        "lequel des deux paie ici. Demandez-le aux deux.",
        "This territory has its own scheme; you say that another State insures you, and no text held says which of the "
        "two pays here. Ask both.",
    ),
    "L",
)
_FRENCH_PENSION_IN_MONACO = Doubt(
    french_pension.holds,
    Text(
        "Monaco a ses propres caisses ; aucun texte détenu ne dit laquelle paie, à Monaco, les soins d'un pensionné de "
        "France. Demandez-le à votre caisse de pension.",
        "Monaco has its own funds; no text held says which one pays, in Monaco, for the care of a pensioner of France. "
        "Ask your pension fund.",
    ),
    "L",
)

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
        doubts=(_ANOTHER_STATE_TOO, _OWN_SCHEME_MAY_FOLLOW),
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
        doubts=(_FRENCH_PENSION_IN_MONACO,),
    ),
)
