"""Asylum and protection, expired documents, State medical aid."""

from ouverture.law.arretes.arr2017 import DOUBT as LAST_ITEM
from ouverture.law.css.r111_3 import ARTICLE as CLAIM_DAY
from ouverture.law.css.r111_4 import ARTICLE as KEPT
from ouverture.law.facts.elsewhere import rights_open
from ouverture.law.facts.stay import stay_document, stay_standing
from ouverture.law.sources import article, statement
from ouverture.law.warnings.notice import Cited, notice, side

ASYLUM = statement("S60", "3549e59251701e1e", "CSS D160-2")
ASYLUM_DISPUTE = statement("C10", "9bcc16b347c0d7e9", "CSS D160-2")
PROTECTION = statement("S63", "a9583c9c15b216bb", "Administrative decision of March 2022")
KEPT_DISPUTE = statement("C1", "52a390e18d67365f", "CSS R111-4")
OLD_PAGES = statement("P2", "2d79ebdad8d8f636", "CSS L160-1")
CLOSING = article("CSS", "R114-10-1", "LEGIARTI000047498145", "36c365b7249426ac", since="2023-04-28")
PAPERS = statement("E5", "aa4356cb87afcfad", "Décret 2026-67", file="after_admission")
SILENCE = statement("E8", "2823ae6cab4651b5", "SP-F3079 2020", file="after_admission")
NO_CARD = statement("E13", "7728671d7da510e6", "AME card", file="after_admission")
EUROPEANS = statement("trap 15", "1dde070f6f16f42c", "ameli page of 2024-11-25")

_AID = "state_medical_aid minor_state_aid european_without_means"

NOTICES = (
    notice(
        "asylum_seeker_before_three_months",
        "En attendant : les soins urgents à l'hôpital et la permanence d'accès aux soins (PASS). Un travail vous "
        "couvre tout de suite, et vos enfants n'attendent pas.",
        "Meanwhile: urgent care at hospital and the access desk (PASS). Work covers you at once, and your children "
        "need not wait.",
        Cited(ASYLUM, "urgent care (DSUV), PASS hospitals"),
        Cited(ASYLUM_DISPUTE, "3 months (since 2020-01-01)"),
        rows="S60 C10 trap-2 after/E12",
        when=stay_document.among("asylum_certificate"),
        grounds="resident_waits",
        sides=(
            side(
                "Pas de délai.",
                "No wait.",
                "page de la CPAM du Bas-Rhin ; site de la C2S / page of the CPAM du Bas-Rhin; site of the C2S",
                "2018",
            ),
            side("Trois mois pour les adultes.", "Three months for adults.", "CSS D160-2", "2020-01-01"),
        ),
        since="2020-01-01",
    ),
    notice(
        "temporary_protection_by_decision",
        "Ces droits viennent d'une décision administrative de mars 2022, pas d'un article. Elle prévoyait douze "
        "mois, la C2S gratuite, et un envoi du dossier par la préfecture. Vérifiez qu'elle s'applique encore.",
        "These rights come from an administrative decision of March 2022, not from an article. It gave twelve "
        "months, free C2S, and a file sent by the prefecture. Check that it still applies.",
        Cited(PROTECTION, "administrative decision of March 2022, not in D160-2"),
        rows="S63",
        grounds="temporary_protection",
        certainty="M",
        to_do=True,
        since="2022-03-01",
    ),
    notice(
        "two_papers_at_once",
        "Tant que votre document est valable, c'est lui qui compte : la demande en cours n'y change rien. À sa fin, un "
        "récépissé de renouvellement prend la suite ; une confirmation en ligne ou un rendez-vous ne suffit pas. "
        "Gardez la preuve de la demande, et demandez ce récépissé avant la fin.",
        "As long as your document is in date it is the one that counts: the pending request changes nothing. When it "
        "ends, a receipt for the renewal takes over; an online confirmation or an appointment is not enough. Keep the "
        "proof of the request, and ask for that receipt before the end.",
        Cited(CLAIM_DAY, "est appréciée au jour de la demande", "II"),
        Cited(LAST_ITEM, "A bare online deposit confirmation is doubtful"),
        rows="G2 G3 G4",
        when=stay_standing.among("in_date_and_asked_for"),
        certainty="M",
        to_do=True,
        since="2019-11-01",
    ),
    notice(
        "refused_while_in_date",
        "Un refus ou un retrait se conteste devant le tribunal administratif, dans le délai écrit dessus : la caisse "
        "n'y peut rien. Vos droits ne ferment pas ce jour-là : ils durent jusqu'à la fin du sixième mois après celle "
        "du document, du deuxième après une mesure d'éloignement définitive.",
        "A refusal or a withdrawal is contested before the administrative court, within the time written on it: the "
        "caisse can do nothing about it. Your rights do not close that day: they last to the end of the sixth month "
        "after the document ends, of the second after a final removal order.",
        Cited(KEPT, "ne peut être fermé avant la fin du sixième mois", "al. 1"),
        rows="P1 S64",
        when=stay_standing.among("refused") & rights_open.is_yes(),
        certainty="M",
        to_do=True,
        since="2020-11-16",
    ),
    notice(
        "six_months_not_twelve",
        "Comptez six mois après l'expiration du document, deux après une mesure d'éloignement définitive. Les pages "
        "qui disent douze mois sont anciennes. Renouvelez le document, ou demandez l'aide médicale de l'État avant "
        "la fin.",
        "Count six months after the document expired, two after a final removal order. Pages that say twelve months "
        "are old. Renew the document, or ask for State medical aid before the end.",
        Cited(KEPT, "ne peut être fermé avant la fin du sixième mois", "al. 1"),
        Cited(KEPT_DISPUTE, "6 (2 if final removal order)"),
        Cited(OLD_PAGES, "Many pages still say 12 months: dated"),
        rows="C1 P1 P2 S64 trap-10 after/M5",
        grounds="rights_kept rights_kept_on_a_farm rights_kept_of_religion rights_kept_of_a_special_scheme",
        sides=(
            side(
                "Douze mois.",
                "Twelve months.",
                "CPAM des Bouches-du-Rhône, anciennes pages / CPAM des Bouches-du-Rhône, old pages",
                "",
            ),
            side("Six mois.", "Six months.", "CSS R111-4", "2020-11-15"),
        ),
        deadlines="title_expiry_six_months title_expiry_two_months",
        to_do=True,
        since="2020-11-16",
    ),
    notice(
        "closing_takes_45_days",
        "La caisse ne peut pas fermer vos droits, ni bloquer la carte, avant le 45e jour qui suit l'envoi de sa "
        "lettre, ni avant le 45e jour qui suit la fin de ces six (ou deux) mois.",
        "The caisse may not close your rights, nor block the card, before the 45th day after it sends its letter, "
        "nor before the 45th day after the end of those six (or two) months.",
        Cited(
            CLOSING,
            "ne peut être antérieure au quarante-cinquième jour suivant la date d'expédition de la notification",
            "II",
        ),
        rows="P4 trap-10",
        grounds="rights_kept rights_kept_on_a_farm rights_kept_of_religion rights_kept_of_a_special_scheme",
        deadlines="closing_45_days closing_45_days_after_title",
        since="2023-04-28",
    ),
    notice(
        "state_aid_may_close_rights_early",
        "Si l'aide médicale de l'État vous est accordée plus tôt, vos droits à l'assurance maladie ferment la veille.",
        "If State medical aid is granted to you earlier, your health insurance rights close the day before.",
        Cited(CLOSING, "la fermeture des droits est alors prononcée par anticipation", "II al. 3"),
        rows="S64 after/E11",
        grounds="rights_kept rights_kept_on_a_farm rights_kept_of_religion rights_kept_of_a_special_scheme",
        since="2023-04-28",
    ),
    notice(
        "state_aid_papers_of_2026",
        "Depuis février 2026 : une pièce d'identité avec photo pour un adulte, des preuves de résidence de moins de "
        "douze mois, et si vous êtes hébergé, une facture de l'hébergeant avec sa déclaration signée. La liste pour "
        "les Européens est plus stricte, et vue en partie seulement.",
        "Since February 2026: an identity document with a photo for an adult, proofs of residence under twelve "
        "months old, and if you are hosted, the host's bill with a signed statement. The list for Europeans is "
        "stricter, and was seen only in part.",
        Cited(PAPERS, "adult identity document must carry a photo"),
        rows="after/E5",
        grounds=_AID,
        certainty="M",
        to_do=True,
        since="2026-02-08",
        about="papers",
    ),
    notice(
        "state_aid_silence_is_refusal",
        "Sans réponse en deux mois, c'est un refus. La voie de recours actuelle n'a pas été vérifiée.",
        "No answer within two months is a refusal. The present way to appeal was not verified.",
        Cited(SILENCE, "Decision 2 months; silence = refusal"),
        rows="after/E8 R5 after/trap-5",
        grounds=_AID,
        deadlines="ame_decision",
        certainty="M",
        about="answer",
    ),
    notice(
        "state_aid_is_not_insurance",
        "L'aide médicale de l'État n'est pas une assurance : pas de carte Vitale, pas de carte européenne.",
        "State medical aid is not insurance: no carte Vitale, no European card.",
        Cited(NO_CARD, "no carte Vitale, no CEAM"),
        rows="after/E13 after/E9",
        grounds=_AID,
        certainty="M",
        about="later",
    ),
    notice(
        "europeans_are_not_sent_away",
        "Un Européen sous le niveau de ressources n'est pas renvoyé : demandez l'aide médicale de l'État.",
        "A European below the level of resources is not sent away: ask for State medical aid.",
        Cited(EUROPEANS, "sending below-resources EU citizens away instead of to AME"),
        rows="trap-15 S37 after/E10",
        grounds="european_without_means",
        certainty="M",
        to_do=True,
    ),
)
