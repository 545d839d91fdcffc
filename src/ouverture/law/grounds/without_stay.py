"""No valid document: rights that are kept for a while, then State medical aid, then urgent care only."""

from functools import reduce
from operator import or_

from ouverture.law.arretes.arr2017 import listed_document
from ouverture.law.casf.l251_1 import state_aid_resources, three_irregular_months, without_regular_stay
from ouverture.law.css.r111_2 import home_in_france
from ouverture.law.css.r111_3 import briton_settled_before_2021
from ouverture.law.css.r111_4 import (
    expired_before_any_text,
    expired_before_the_text,
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
from ouverture.law.grounds.work import FUND_OF_THE_WORK
from ouverture.law.grounds.writing import CONTINUOUS, NEVER, ON_CLAIM, after_months, ground
from ouverture.rules.conditions import Condition
from ouverture.rules.rulebook import Certainty, Doubt, Ground, Verdict
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

_OPEN_ALL_THE_SAME = Doubt(
    rights_open.is_yes() & stay_document.other_than("none") & ~listed_document.holds,
    Text(
        "Ce papier a pris fin et n'est pas nommé dans la liste ; mais vous dites vos droits ouverts, et la loi les "
        "garde quelques mois après la fin du dernier document de la liste. Si vous aviez une carte ou un récépissé de "
        "renouvellement, choisissez-le avec sa fin ; demandez aussi l'attestation de droits.",
        "This paper has ended and is not named on the list; but you say that your rights are open, and the law keeps "
        "them some months after the last document on the list ended. If you had a card or a renewal receipt, choose it "
        "with its last day; also ask for the certificate of rights.",
    ),
    "L",
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

_ENDED_BEFORE_THE_TEXT = Doubt(
    expired_before_the_text.holds,
    Text(
        "Pour un document expiré sous l'ancien texte, les droits duraient douze mois ; le vôtre a pris fin avant le "
        "27 février 2017, premier jour de ce texte, et nos sources ne disent pas s'il s'y applique.",
        "For a document that expired under the old text, rights lasted twelve months; yours ended before 27 February "
        "2017, the first day of that text, and our sources do not say whether it applies to it.",
    ),
    "L",
)

_KEPT_SINCE_2020 = home_in_france.holds & (
    six_months_kept.holds | two_months_kept.holds | forty_five_days_more.holds | six_months_kept_earlier.holds
)

_AT_THE_FUND = {
    "on_a_farm": Text("à la MSA", "at the MSA"),
    "of_religion": Text("à la CAVIMAC", "at the CAVIMAC"),
    "of_a_special_scheme": Text("à votre régime spécial", "in your special scheme"),
}
"""What is said of the body where the work has a fund of its own: that fund keeps the rights, no CPAM does."""


def _kept(
    name: str, when: Condition, said: Text, rows: str, certainty: Certainty, since: str, until: str | None = None,
    doubts: tuple[Doubt, ...] = (),
) -> tuple[Ground, ...]:  # fmt: skip
    """Rights kept by the fund of the work where it has one, else by the CPAM; ``said`` is without its last stop."""

    def one(called: str, whose: Condition, body: str, fr: str, en: str, row: str) -> Ground:
        return ground(
            KEPT, called, when & whose, Verdict.KEPT, body, "renew", CONTINUOUS, fr, en, rows + row, certainty, since,
            until, doubts=doubts,
        )  # fmt: skip

    others = reduce(or_, (whose for _, whose, _ in FUND_OF_THE_WORK.values()))
    return (
        one(name, ~others, "cpam", f"{said.fr}.", f"{said.en}.", ""),
        *(
            one(f"{name}_{work}", whose, body, f"{said.fr}, {fund.fr}.", f"{said.en}, {fund.en}.", f" {row}")
            for work, (body, whose, row) in FUND_OF_THE_WORK.items()
            for fund in [_AT_THE_FUND[work]]
        ),
    )


GROUNDS = (
    *_kept(
        "rights_kept",
        _KEPT_SINCE_2020,
        Text(
            "Votre document a expiré, mais la loi laisse vos droits ouverts quelques mois",
            "Your document has expired, but the law leaves your rights open for some months",
        ),
        "P1 S64 after/M5",
        "H",
        since="2020-01-02",
        doubts=(_CLOSED_EARLY,),
    ),
    *_kept(
        "rights_kept_twelve_months",
        home_in_france.holds & twelve_months_kept.holds,
        Text(
            "Pour un document expiré sous l'ancien texte, les droits duraient douze mois",
            "For a document that expired under the old text, rights lasted twelve months",
        ),
        "P1 C1",
        "M",
        since="2017-02-27",
        until="2021-01-01",
        doubts=(_ENDED_BEFORE_THE_TEXT,),
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
        doubts=(_SETTLED_BEFORE_2021, _HAD_A_DOCUMENT, _OPEN_ALL_THE_SAME),
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
        doubts=(_SETTLED_BEFORE_2021, _HAD_A_DOCUMENT, _OPEN_ALL_THE_SAME),
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
        doubts=(_SETTLED_BEFORE_2021, _HAD_A_DOCUMENT, _OPEN_ALL_THE_SAME, _ABOVE_THE_CEILING),
        certainty="M",
    ),
)
