"""State medical aid (AME). Its articles are not held: each sentence rests on our sources, and says how sure it is."""

from ouverture.law.after.statement import stated
from ouverture.law.casf.l251_1 import minor_without_regular_parents, without_regular_stay
from ouverture.law.facts.person import lives_in
from ouverture.law.practice.eu_inactive import eu_style_resident
from ouverture.law.sources import article, statement

WHO = statement("E1", "972163f74eb47ff4", "CASF L251-1", file="after_admission")
MINORS = statement("E2", "233cb1bdaca8c229", "CASF L251-1", file="after_admission")
YEAR = statement("E3", "835a7e0371e1a719", "CASF L252-3", file="after_admission")
AGREEMENT = statement("E4", "0b9dccc48ad76992", "Décret 2020-1325", file="after_admission")
PAPERS = statement("E5", "aa4356cb87afcfad", "Décret 2026-67", file="after_admission")
VISAS = statement("E6", "0e888e6fac7e7cf1", "Décret 2026-66", file="after_admission")
CARD = statement("E7", "dbd53654e1ed5128", "Décret 2005-860", file="after_admission")
SILENCE = statement("E8", "2823ae6cab4651b5", "SP-F3079 2020", file="after_admission")
MAYOTTE = statement("E9", "7a93734bd4e0f953", "AME Mayotte", file="after_admission")
EUROPEANS = statement("E10", "82ee7097ba292a8c", "ameli 2024-11-25", file="after_admission")
CLOSING = article("CSS", "R114-10-1", "LEGIARTI000047498145", "36c365b7249426ac", since="2023-04-28")
BEFORE = statement("E12", "e51f6ad03fadf576", "SP-F32454 DSUV", file="after_admission")
NOT_INSURANCE = statement("E13", "7728671d7da510e6", "AME card", file="after_admission")

_CONCERNED = without_regular_stay.holds | minor_without_regular_parents.holds

STATEMENTS = (
    stated(
        WHO,
        "three_months_without_a_permit",
        "",
        "The 3 months run on *irregular* residence since 2019-12-30",
        "Il faut plus de trois mois de séjour sans titre, sans interruption, et des ressources sous le plafond de la "
        "C2S gratuite. Les mois en règle ne comptent pas.",
        "More than three months without a permit, uninterrupted, and resources under the free C2S ceiling are "
        "needed. Months in order do not count.",
        rows="after/E1 after/trap-6",
        when=without_regular_stay.holds,
        since="2019-12-30",
        deadlines="ame_residence_three_months",
        amounts="c2s_ceiling",
    ),
    stated(
        MINORS,
        "minors_at_once",
        "",
        "Minors: at once, no 3 months, no resources test",
        "Un mineur y a droit tout de suite, sans condition de ressources.",
        "A minor gets it at once, with no resources test.",
        rows="after/E2 S66 trap-26",
        when=_CONCERNED,
    ),
    stated(
        YEAR,
        "one_year_then_renew",
        "",
        "Renew about 2 months before the end",
        "L'aide est donnée pour un an. Renouvelez environ deux mois avant la fin.",
        "The aid is granted for one year. Renew about two months before the end.",
        rows="after/E3",
        when=_CONCERNED,
        since="2019-01-01",
        deadlines="ame_one_year ame_renewal_two_months_before",
        to_do=True,
    ),
    stated(
        AGREEMENT,
        "prior_agreement_at_first",
        "",
        "first 9 months need prior agreement for certain non-urgent care",
        "Pour un adulte qui la reçoit pour la première fois, certains soins non urgents demandent un accord "
        "préalable pendant neuf mois.",
        "For an adult receiving it for the first time, some non-urgent care needs prior agreement for nine months.",
        rows="after/E4",
        when=without_regular_stay.holds,
        certainty="M",
        since="2021-01-01",
        deadlines="ame_prior_approval_nine_months",
    ),
    stated(
        PAPERS,
        "papers_since_february_2026",
        "",
        "proofs of residence under 12 months old",
        "Depuis février 2026 : pièce d'identité avec photo pour un adulte, preuves de résidence de moins de douze "
        "mois, facture et déclaration signée de l'hébergeant. La liste pour les Européens n'a été vue qu'en partie.",
        "Since February 2026: an identity document with a photo for an adult, proofs of residence under twelve "
        "months old, the host's bill and signed statement. The list for Europeans was seen only in part.",
        rows="after/E5 T9",
        when=_CONCERNED,
        since="2026-02-08",
        to_do=True,
    ),
    stated(
        VISAS,
        "visa_officers_may_look",
        "",
        "Visa officers may consult AME data",
        "Les agents des visas peuvent consulter les données de l'aide médicale.",
        "Visa officers may consult the data of State medical aid.",
        rows="after/E6",
        when=_CONCERNED,
        certainty="M",
        since="2026-03-01",
    ),
    stated(
        CARD,
        "collect_the_card_in_person",
        "",
        "Card collected in person at the CPAM (summons)",
        "La carte se retire en personne à la CPAM, sur convocation. La première demande se dépose en personne, ou "
        "par un organisme agréé ou un hôpital (non vérifié).",
        "The card is collected in person at the CPAM, on a summons. The first claim is filed in person, or through "
        "an approved body or a hospital (not verified).",
        rows="after/E7",
        when=_CONCERNED,
        certainty="L",
        to_do=True,
    ),
    stated(
        SILENCE,
        "ame_silence_is_refusal",
        "",
        "Decision 2 months; silence = refusal",
        "La réponse vient en deux mois ; le silence vaut refus. La voie de recours d'aujourd'hui n'a pas été vérifiée.",
        "The answer comes within two months; silence is a refusal. Today's way to appeal was not verified.",
        rows="after/E8 R5 after/trap-5",
        when=_CONCERNED,
        certainty="M",
        deadlines="ame_decision",
    ),
    stated(
        MAYOTTE,
        "no_ame_in_mayotte",
        "",
        "Not in Mayotte",
        "L'aide médicale de l'État n'existe pas à Mayotte.",
        "State medical aid does not exist in Mayotte.",
        rows="after/E9 S74",
        when=lives_in.among("mayotte"),
    ),
    stated(
        EUROPEANS,
        "europeans_may_get_it",
        "",
        "EU citizens below the resource level may get AME",
        "Un Européen sous le niveau de ressources peut l'obtenir.",
        "A European below the level of resources may get it.",
        rows="after/E10 S37",
        when=eu_style_resident.holds,
        certainty="M",
    ),
    stated(
        CLOSING,
        "no_overlap_with_insurance",
        "II al. 3",
        "la fermeture des droits est alors prononcée par anticipation, à la veille de l'admission au bénéfice de "
        "l'aide médicale de l'Etat",
        "Si elle commence avant la fin de vos anciens droits, ceux-ci ferment la veille.",
        "If it begins before the end of your earlier rights, these close the day before.",
        rows="after/E11 S64",
        when=_CONCERNED,
    ),
    stated(
        BEFORE,
        "before_three_months",
        "",
        "urgent and vital care at hospital (DSUV), PASS, PMI",
        "Avant trois mois : soins urgents à l'hôpital, permanence d'accès aux soins (PASS), protection maternelle et "
        "infantile (PMI).",
        "Before three months: urgent care at hospital, the access desk (PASS), mother and child services (PMI).",
        rows="after/E12 S68",
        when=without_regular_stay.holds,
        certainty="M",
    ),
    stated(
        NOT_INSURANCE,
        "ame_is_not_insurance",
        "",
        "no carte Vitale, no CEAM",
        "Ce n'est pas une assurance : ni carte Vitale, ni carte européenne.",
        "It is not insurance: no carte Vitale, no European card.",
        rows="after/E13",
        when=_CONCERNED,
        certainty="M",
    ),
)

BLIND_SPOTS = (
    "Decree 2005-860 and those of 2026 are not held.",
    "The appeal route against a refusal of AME, and the whole list of papers for Europeans, were not verified.",
)
