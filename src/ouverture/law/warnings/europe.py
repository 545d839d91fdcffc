"""Europeans without work, the British, and those who come back from another European scheme."""

from ouverture.law.css.l161_1 import family_member
from ouverture.law.css.r111_3 import eu_national, withdrawal_agreement_card
from ouverture.law.facts.elsewhere import other_cover
from ouverture.law.facts.family import relative_insured
from ouverture.law.facts.person import nationality
from ouverture.law.facts.situation import activity, study_kind
from ouverture.law.practice.eu_inactive import eu_style_resident
from ouverture.law.sources import statement
from ouverture.law.warnings.notice import Cited, notice, side
from ouverture.rules.rulebook import Verdict

INACTIVE = statement("S37", "49a414a864ca519c", "ameli page of 2024-11-25")
DISPUTE = statement("C5", "1e9f18f253b14bb7", "SP-F13842 ameli-CLEISS")
E104 = statement("S48", "bce8613b387b3721", "CLEISS E104")
WITHDRAWAL = statement("S40", "3b2cdc587cf68fb3", "EU–UK Withdrawal Agreement")
BRITISH = statement("S41", "b66c1ad7f4c87cc3", "gov.uk 2021")
GRANTEE = statement("S10", "7131db05f8077005", "CLEISS researchers")
FAMILY_S1 = statement("S35", "b2969d49788f9013", "Regulation 883/2004")

NOTICES = (
    notice(
        "european_without_work_disputed",
        "Pour un Européen sans activité, les sources se contredisent : faites relire votre dossier par quelqu'un.",
        "For a European without work, the sources disagree: have someone look at your file.",
        Cited(DISPUTE, '"nothing to prove" (SP-F13842 2020–23) v. resources ≥ RSA/ASPA (ameli 2024-11)'),
        rows="C5 S37 trap-15",
        when=eu_style_resident.holds,
        grounds="european_with_means european_with_means_waits european_without_means",
        sides=(
            side("Aucune pièce à fournir.", "Nothing to prove.", "service-public.fr F13842", "2020-2023"),
            side(
                "Des ressources au niveau du RSA ou de l'ASPA.",
                "Resources at the level of the RSA or the ASPA.",
                "ameli",
                "2024-11",
            ),
            side("Au cas par cas avant cinq ans de séjour.", "Case by case under five years.", "CLEISS", ""),
            side(
                "Une assurance maladie complète.",
                "Full health insurance.",
                "circulaire DSS, 9 juin 2011",
                "2011-06-09",
            ),
            side(
                "L'État ne peut pas refuser tout net l'affiliation, mais peut la rendre payante (non vérifié ici).",
                "The State may not refuse affiliation outright, but may make it paid for (not checked here).",
                "CJUE, C-535/19",
                "2021",
            ),
        ),
        certainty="M",
    ),
    notice(
        "european_reviewed_each_year",
        "Vos droits sont réexaminés chaque année : gardez vos preuves de ressources.",
        "Your rights are reviewed each year: keep your proofs of resources.",
        Cited(INACTIVE, "reviewed every year"),
        rows="S37",
        grounds="european_with_means",
        deadlines="eu_inactive_review_one_year",
        certainty="M",
        about="later",
    ),
    notice(
        "insurance_periods_abroad",
        "Si vous étiez assuré dans l'UE, l'EEE, en Suisse ou au Royaume-Uni, apportez le formulaire E104. Les "
        "caisses ne s'accordent pas sur un point : supprime-t-il l'attente de trois mois ? Demandez à la vôtre.",
        "If you were insured in the EU, the EEA, Switzerland or the United Kingdom, bring the E104 form. Caisses do "
        "not agree on one point: does it remove the three-month wait? Ask yours.",
        Cited(E104, "whether E104 removes the 3 m is applied unevenly: unresolved"),
        rows="C13 S48",
        grounds="resident_waits european_with_means_waits",
        sides=(
            side("L'E104 supprime l'attente.", "The E104 removes the wait.", "CPAM", ""),
            side("L'E104 ne la supprime pas.", "The E104 does not remove it.", "CPAM", ""),
        ),
        certainty="L",
        to_do=True,
    ),
    notice(
        "withdrawal_agreement_card",
        "La carte de l'accord de retrait n'est pas nommée dans la liste de 2017. Elle vaut titre européen : "
        "dites-le, car un agent peut ne pas la reconnaître.",
        "The Withdrawal Agreement card is not named in the list of 2017. It counts as a European document: say so, "
        "as an officer may not know it.",
        Cited(WITHDRAWAL, "the Withdrawal-Agreement card is not named in Arr2017"),
        rows="S40",
        when=withdrawal_agreement_card.holds,
        certainty="M",
        since="2021-01-01",
    ),
    notice(
        "british_since_2021",
        "Depuis 2021, l'accord entre l'Union et le Royaume-Uni garde le formulaire S1 et la carte européenne de "
        "santé (GHIC). Si le Royaume-Uni doit payer vos soins, demandez-lui un S1.",
        "Since 2021, the agreement between the Union and the United Kingdom keeps the S1 form and the health card "
        "(GHIC). If the United Kingdom must pay for your care, ask it for an S1.",
        Cited(BRITISH, "EU–UK trade deal keeps S1 and CEAM/GHIC use"),
        rows="S41",
        when=nationality.among("GB") & other_cover.other_than("s1"),
        if_unknown=nationality.among("GB"),
        verdicts=(Verdict.COVERED, Verdict.COVERED_LATER),
        certainty="M",
        since="2021-01-01",
    ),
    notice(
        "european_grantee",
        "Boursier européen sans contrat français : gardez le S1 ou la carte européenne de votre pays s'il vous couvre.",
        "A European grantee without a French contract: keep your country's S1 or European card if it covers you.",
        Cited(GRANTEE, "EU grantee: keep S1/CEAM"),
        rows="S10",
        when=eu_national.holds & activity.among("studying") & study_kind.among("researcher_without_contract"),
        certainty="M",
    ),
    notice(
        "family_of_a_worker_insured_elsewhere",
        "Si ce membre de votre famille est assuré par son travail dans un autre État européen, demandez-lui un S1 : "
        "il vous ouvre les soins en France.",
        "If that family member is insured through work in another European State, have them ask for an S1: it opens "
        "care in France to you.",
        Cited(FAMILY_S1, "S1 family route (Reg. 883/2004)"),
        rows="S35",
        when=family_member.holds & relative_insured.is_no(),
        grounds="resident_waits resident european_with_means european_with_means_waits student",
    ),
)
