"""No valid document: rights that are kept for a while, then State medical aid, then urgent care only."""

from ouverture.law.casf.l251_1 import state_aid_resources, three_irregular_months, without_regular_stay
from ouverture.law.css.l111_2_2 import agricultural_work_in_france
from ouverture.law.css.r111_2 import home_in_france
from ouverture.law.css.r111_3 import briton_settled_before_2021
from ouverture.law.css.r111_4 import (
    expired_before_any_text,
    forty_five_days_more,
    six_months_kept,
    six_months_kept_earlier,
    twelve_months_kept,
    two_months_kept,
)
from ouverture.law.facts.elsewhere import rights_open
from ouverture.law.facts.means import resources_under_c2s
from ouverture.law.facts.plan import residence_check
from ouverture.law.facts.stay import irregular_since, stay_document
from ouverture.law.grounds.writing import CONTINUOUS, NEVER, ON_CLAIM, after_months, ground
from ouverture.rules.rulebook import Doubt, Verdict
from ouverture.text import Text

KEPT, AID = "rights_kept", "state_medical_aid"
_AID = without_regular_stay.holds & three_irregular_months.holds

_HAD_A_DOCUMENT = Doubt(
    stay_document.among("none") & rights_open.is_yes(),
    Text(
        "Vous dites n'avoir aucun document, et des droits ouverts : si vous en aviez un, choisissez-le avec sa "
        "fin, car vos "
        "droits sont peut-être gardés. Une demande d'aide médicale de l'État peut les fermer plus tôt.",
        "You say that you have no document, and open rights: if you had one, choose it with its last day, because your "
        "rights may be kept. An application for State medical aid may close them earlier.",
    ),
)

_SETTLED_BEFORE_2021 = Doubt(
    briton_settled_before_2021.holds,
    Text(
        "Sans document, l'aide médicale de l'État ou l'hôpital ; mais un Britannique installé avant 2021 garde des "
        "droits par l'accord de retrait. Sa carte se demande-t-elle encore ? Non vérifié : voyez la préfecture.",
        "Without a document, State medical aid or the hospital; but a Briton settled before 2021 keeps rights "
        "under the Withdrawal Agreement. Ask the prefecture whether its card may still be asked for: not verified.",
    ),
    "L",
)
_ABOVE_THE_CEILING = Doubt(
    resources_under_c2s.is_no(),
    Text(
        "Sans titre et au-dessus du plafond de ressources : soins urgents à l'hôpital et permanence d'accès aux soins. "
        "L'aide médicale de l'État ne s'ouvrira que si vos ressources baissent.",
        "Without a permit and above the ceiling of resources: urgent hospital care and the access desk (PASS). State "
        "medical aid will open only if your resources fall.",
    ),
)

_CLOSED_EARLY = Doubt(
    residence_check.among("closed"),
    Text(
        "La loi garde vos droits pour quelques mois ; la caisse a pourtant décidé de les fermer. Contestez sa décision "
        "dans les deux mois, en citant R111-4 et R114-10-1.",
        "The law keeps your rights for some months; yet the caisse has decided to close them. Contest its decision "
        "within two months, quoting R111-4 and R114-10-1.",
    ),
)

_KEPT_SINCE_2020 = home_in_france.holds & (
    six_months_kept.holds | two_months_kept.holds | forty_five_days_more.holds | six_months_kept_earlier.holds
)

GROUNDS = (
    ground(
        KEPT,
        "rights_kept",
        _KEPT_SINCE_2020 & ~agricultural_work_in_france.holds,
        Verdict.KEPT,
        "cpam",
        "renew",
        CONTINUOUS,
        "Votre document a expiré, mais la loi laisse vos droits ouverts quelques mois.",
        "Your document has expired, but the law leaves your rights open for some months.",
        rows="P1 S64 after/M5",
        since="2020-01-02",
        doubts=(_CLOSED_EARLY,),
    ),
    ground(
        KEPT,
        "rights_kept_on_a_farm",
        _KEPT_SINCE_2020 & agricultural_work_in_france.holds,
        Verdict.KEPT,
        "msa",
        "renew",
        CONTINUOUS,
        "Votre document a expiré, mais la loi laisse vos droits ouverts quelques mois, à la MSA.",
        "Your document has expired, but the law leaves your rights open for some months, at the MSA.",
        rows="P1 S64 S3 after/M5",
        since="2020-01-02",
        doubts=(_CLOSED_EARLY,),
    ),
    ground(
        KEPT,
        "rights_kept_twelve_months",
        home_in_france.holds & twelve_months_kept.holds,
        Verdict.KEPT,
        "cpam",
        "renew",
        CONTINUOUS,
        "Pour un document expiré sous l'ancien texte, les droits duraient douze mois.",
        "For a document that expired under the old text, rights lasted twelve months.",
        rows="P1 C1",
        certainty="M",
        since="2017-02-27",
        until="2021-01-01",
    ),
    ground(
        KEPT,
        "rights_kept_unclear",
        home_in_france.holds & expired_before_any_text.holds,
        Verdict.DISPUTED,
        "cpam",
        "argue",
        CONTINUOUS,
        "Avant le 27 février 2017, aucun texte détenu ne dit jusqu'à quand les droits sont gardés.",
        "Before 27 February 2017, no text held says until when rights are kept.",
        rows="turn2/4b",
        certainty="L",
        until="2017-02-27",
    ),
    ground(
        AID,
        "state_medical_aid",
        _AID & state_aid_resources.holds,
        Verdict.STATE_MEDICAL_AID,
        "state",
        "ame",
        ON_CLAIM,
        "Sans titre depuis plus de trois mois et avec de faibles ressources : l'aide médicale de l'État.",
        "Without a permit for more than three months and with low resources: State medical aid.",
        rows="S67 after/E1",
        doubts=(_SETTLED_BEFORE_2021, _HAD_A_DOCUMENT),
    ),
    ground(
        AID,
        "above_state_aid_resources",
        _AID & ~state_aid_resources.holds,
        Verdict.NOT_COVERED,
        "nobody",
        "hospital",
        NEVER,
        "Au-dessus du plafond de ressources, l'aide médicale de l'État n'est pas ouverte.",
        "Above the ceiling of resources, State medical aid is not open.",
        rows="after/E1",
        doubts=(_SETTLED_BEFORE_2021, _HAD_A_DOCUMENT),
    ),
    ground(
        AID,
        "urgent_care_only",
        without_regular_stay.holds & ~three_irregular_months.holds,
        Verdict.NOT_COVERED,
        "nobody",
        "hospital",
        after_months(
            irregular_since,
            3,
            "aide médicale de l'État possible après plus de trois mois sans titre",
            "State medical aid possible after more than three months without a permit",
        ),
        "Avant trois mois sans titre : soins urgents à l'hôpital et permanence d'accès aux soins.",
        "Before three months without a permit: urgent hospital care and the access desk (PASS).",
        rows="S68 after/E12",
        doubts=(_SETTLED_BEFORE_2021, _HAD_A_DOCUMENT, _ABOVE_THE_CEILING),
        certainty="M",
    ),
)
