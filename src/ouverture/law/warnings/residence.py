"""Residence as the way in: proving three months, waiting, keeping private insurance, and what comes after."""

from ouverture.law.css.d160_2 import ARTICLE as WAIT
from ouverture.law.css.d160_2 import three_months
from ouverture.law.css.d160_14 import ARTICLE as BODY
from ouverture.law.css.d160_14 import body_of_the_last_activity
from ouverture.law.css.l160_3 import lives_abroad
from ouverture.law.css.r111_2 import ARTICLE as STABLE
from ouverture.law.css.r111_3 import ARTICLE as REGULAR
from ouverture.law.css.r111_3 import document_of_a_third_country_national, french_national
from ouverture.law.css.r762_8 import ARTICLE as BRIDGE
from ouverture.law.css.r762_8 import cfe_bridge
from ouverture.law.facts.means import listed_benefit
from ouverture.law.facts.plan import homeless, private_insurance
from ouverture.law.facts.stay import stay_label
from ouverture.law.grounds.work import by_fund
from ouverture.law.sources import article, statement
from ouverture.law.warnings.notice import Cited, notice, side
from ouverture.rules.conditions import ALWAYS
from ouverture.rules.rulebook import Verdict

PROOF = statement("T6", "fc0d1af88dff382f", "CSS D160-2")
PROOF_DISPUTE = statement("C2", "ed165ee64c93919b", "CSS D160-2")
EARLY = statement("trap 7", "f3b07f3186f19abc", "CSS D160-2")
RETURNS = statement("S46", "02670122654c1186", "CSS D160-2")
VISA = statement("S30", "c15add361593bc2c", "CESEDA L426-20")
PRIVATE = statement("trap 12", "a4d9b33b8017d40b", "CESEDA visitor-visa")
VALIDATION = statement("G5", "33613660031dd113", "Arrêté du 10 mai 2017")
TWO_TESTS = statement("T4", "dcc535fdbb54b7b6", "CSS D160-2")
DOMICILE = article("CSS", "L160-5", "LEGIARTI000033714770", "bf308018ff4e4e0b", since="2016-12-25")

_ASKED_THREE_MONTHS = "resident resident_waits european_with_means european_with_means_waits european_without_means"
_DOOR_TWO = (Verdict.COVERED, Verdict.COVERED_LATER, Verdict.DISPUTED)

NOTICES = (
    notice(
        "three_months_proof_disputed",
        "La loi admet tout moyen de preuve. Préparez trois mois de quittances ou de factures ; deux factures qui se "
        "suivent et couvrent plus de trois mois doivent suffire.",
        "The law accepts any means of proof. Prepare three months of rent receipts or bills; two successive bills "
        "that span more than three months should be enough.",
        Cited(STABLE, "La résidence en France peut être prouvée par tout moyen.", "al. 6"),
        Cited(PROOF, "never refuse on form (T3)"),
        Cited(PROOF_DISPUTE, "2 bills (2000, 2018) v. 3 months (Seed 2021)"),
        rows="C2 T3 T5 T6 T7",
        when=three_months.holds | listed_benefit.is_no(),
        grounds=_ASKED_THREE_MONTHS,
        sides=(
            side(
                "Deux factures qui se suivent.",
                "Two successive bills.",
                "circulaire de 2000 ; site de la C2S / circular of 2000; site of the C2S",
                "2000, 2018",
            ),
            side(
                "Trois mois de suite de quittances ou de factures.",
                "Three consecutive months of receipts or bills.",
                "notice du formulaire ; CPAM",
                "2020-2021",
            ),
        ),
        certainty="M",
        to_do=True,
        about="papers",
    ),
    notice(
        "prepare_the_file_early",
        "Comptez plus de trois mois depuis le jour où vous vous êtes installé, pas depuis la date du visa. Préparez "
        "le dossier dès maintenant pour le déposer ce jour-là.",
        "Count more than three months from the day you settled, not from the date of the visa. Prepare the file now, "
        "to hand it in on that day.",
        Cited(WAIT, "elles résident en France de manière ininterrompue depuis plus de trois mois", "I"),
        Cited(EARLY, "prepare the file early"),
        rows="A6 trap-7 S30",
        grounds="resident_waits european_with_means_waits",
        deadlines="residence_three_months",
        to_do=True,
    ),
    notice(
        "being_french_does_not_exempt",
        "Être français ne dispense pas des trois mois. Les dispenses de la période du Covid ont pris fin.",
        "Being French does not exempt from the three months. The waivers of the Covid period have ended.",
        Cited(RETURNS, "No exemption for being French"),
        rows="S46 trap-3",
        when=french_national.holds,
        grounds="resident_waits",
        since="2021-04-02",
    ),
    notice(
        "cfe_bridge",
        "La CFE continue de payer vos soins trois mois au plus à partir du retour, si vous l'avez prévenue. Elle "
        "s'arrête dès que vous êtes affilié.",
        "The CFE goes on paying for your care for three months at most from your return, if you told it. It stops as "
        "soon as you are affiliated.",
        Cited(
            BRIDGE,
            "sous réserve qu'il ait tenu la Caisse des Français de l'étranger informée de son retour définitif",
            "II",
        ),
        rows="S49 after/M8 after/V4",
        when=cfe_bridge.holds,
        deadlines="cfe_bridge_three_months",
        to_do=True,
    ),
    notice(
        "elect_a_domicile",
        "Sans domicile stable, élisez domicile auprès du centre communal d'action sociale (CCAS) ou d'un organisme "
        "agréé. Un service social, une association agréée ou l'hôpital peut envoyer la demande avec votre accord.",
        "With no stable home, elect domicile with the town's social services (CCAS) or an approved body. Social "
        "services, an approved association or the hospital may send the claim with your consent.",
        Cited(DOMICILE, "Les personnes sans domicile stable doivent élire domicile", "al. 3"),
        rows="S53 A5",
        when=homeless.is_yes(),
        to_do=True,
    ),
    notice(
        "keep_private_insurance",
        "L'assurance privée demandée pour le visa n'empêche pas d'être couvert. Gardez-la jusqu'à l'attestation de "
        "droits.",
        "The private insurance asked for the visa does not stop you from being covered. Keep it until the "
        "certificate of rights.",
        Cited(VISA, "requires private insurance for the stay (CESEDA L426-20), this is *not* a bar to PUMa"),
        Cited(PRIVATE, "keep it until the attestation de droits exists"),
        rows="trap-12 S30",
        when=private_insurance.is_yes(),
        if_unknown=stay_label.among("visitor"),
        verdicts=_DOOR_TWO,
        to_do=True,
    ),
    notice(
        "validate_the_visa",
        "Validez le visa en ligne dans son délai et gardez l'attestation de validation : c'est elle que la caisse "
        "regarde.",
        "Validate the visa online within its time limit and keep the validation certificate: that is what the caisse "
        "looks at.",
        Cited(VALIDATION, "Ask for the validation attestation"),
        rows="G5 trap-11",
        grounds=" ".join(("visa_to_validate", *by_fund("worker_visa_not_validated"))),
        to_do=True,
    ),
    notice(
        "regular_on_the_day_of_the_claim",
        "Votre séjour est jugé le jour de la demande : un document qui expire ensuite ne justifie pas un refus.",
        "Your stay is judged on the day of the claim: a document that expires afterwards does not justify a refusal.",
        Cited(REGULAR, "La condition de régularité du séjour des personnes est appréciée au jour de la demande", "II"),
        rows="G4 trap-9",
        when=document_of_a_third_country_national.holds,
        routes="s1106 student_site employer foreign_employer business",
    ),
    notice(
        "more_than_six_months_a_year",
        "Pour garder vos droits : votre foyer en France, ou plus de six mois de présence par année civile. Les neuf "
        "mois ne valent que pour les prestations familiales et l'ASPA.",
        "To keep your rights: your home in France, or more than six months of presence each calendar year. Nine "
        "months are only for family benefits and the ASPA.",
        Cited(STABLE, "Pendant plus de six mois au cours de l'année civile de versement", "2°"),
        Cited(TWO_TESTS, "Two different tests"),
        rows="T2 T4 trap-8 after/V2 turn2/15d",
        verdicts=(Verdict.COVERED, Verdict.COVERED_LATER),
        when=~lives_abroad.holds,
        if_unknown=ALWAYS,
        routes="s1106 student_site eu_online nothing",
        since="2025-01-01",
        about="later",
    ),
    notice(
        "body_of_the_last_activity",
        "Si vous avez déjà travaillé en France, votre organisme est celui de cette dernière activité : le plus "
        "souvent la CPAM, parfois la MSA ou un régime spécial.",
        "If you have worked in France before, your body is that of this last activity: most often the CPAM, "
        "sometimes the MSA or a special scheme.",
        Cited(BODY, "au titre de l'activité professionnelle exercée la plus récente", "4° a"),
        rows="B7 B6",
        when=body_of_the_last_activity.holds,
        verdicts=(Verdict.COVERED, Verdict.COVERED_LATER),
    ),
)
