"""The special schemes, one by one: each has its fund (D160-14, R711-1)."""

from ouverture.law.css.l160_1 import works
from ouverture.law.facts.situation import special_scheme, work_kind
from ouverture.law.grounds.doubts_at_work import STILL_INSURED_ELSEWHERE
from ouverture.law.grounds.work import FIRST_DAY, REGULAR
from ouverture.law.grounds.writing import ground
from ouverture.rules.rulebook import Certainty, Ground, Verdict

TIER = "special_schemes"


def _special(ground_name: str, scheme: str, body: str, fr: str, en: str, certainty: Certainty = "M") -> Ground:
    """One special scheme by its name."""
    return ground(
        TIER,
        ground_name,
        REGULAR & works.holds & work_kind.among("special_scheme") & special_scheme.among(scheme),
        Verdict.COVERED,
        body,
        "employer",
        FIRST_DAY,
        fr,
        en,
        rows="B10",
        certainty=certainty,
        doubts=(STILL_INSURED_ELSEWHERE,),
    )


GROUNDS = (
    _special(
        "special_scheme_seafarers",
        "seafarers",
        "enim",
        "Les marins relèvent de l'ENIM.",
        "Seafarers belong to the ENIM.",
    ),
    _special(
        "special_scheme_mines",
        "mines",
        "canssm",
        "Le personnel des mines relève de la CANSSM.",
        "Mine workers belong to the CANSSM.",
    ),
    _special(
        "special_scheme_sncf",
        "sncf",
        "cprp_sncf",
        "Le personnel de la SNCF a sa caisse.",
        "SNCF staff have their own fund.",
    ),
    _special(
        "special_scheme_ratp",
        "ratp",
        "ccas_ratp",
        "Le personnel de la RATP relève de la CCAS.",
        "RATP staff belong to the CCAS.",
    ),
    _special(
        "special_scheme_notaries",
        "notaries",
        "crpcen",
        "Le notariat relève de la CRPCEN.",
        "Notaries' staff belong to the CRPCEN.",
    ),
    _special(
        "special_scheme_energy",
        "energy",
        "cpam",
        "Le personnel de l'électricité et du gaz relève de la CPAM, que complète la CAMIEG.",
        "Electricity and gas staff belong to the CPAM, topped up by the CAMIEG.",
        certainty="L",
    ),
    _special(
        "special_scheme", "other", "special", "Votre régime spécial vous couvre.", "Your special scheme covers you."
    ),
)
