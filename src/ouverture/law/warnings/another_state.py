"""Insured by another State, or able to be: what its forms and cards give, and for how long."""

from ouverture.law.css.r111_3 import eu_national, french_national, withdrawal_agreement_card
from ouverture.law.facts.situation import work_kind
from ouverture.law.sources import statement
from ouverture.law.warnings.notice import Cited, notice, side
from ouverture.rules.rulebook import Verdict

POSTED = statement("S6", "dc5440dccedd8a01", "Regulation 883/2004")
TREATY_POSTED = statement("S7", "1c5e3096013b5d12", "CLEISS treaties")
UNEMPLOYED = statement("S39", "544936d85c1f7300", "Regulation 883/2004")
JOBSEEKER = statement("S38", "0a0da7c17bce9063", "CSS L160-6")
S1_HOLDER = statement("trap 16", "13ecbd649769b3e5", "Regulation 883/2004")
SWISS = statement("S70", "f2df5af5135707b2", "CLEISS Switzerland")
CARD = statement("O10", "9088afaf0ba8334f", "CLEISS FAQ", file="after_admission")
CARD_YEARS = statement("C15", "fd1f6c931ea2f4c8", "CEAM validity")

_ADULT_ROUTES = "s1106 student_site eu_online employer foreign_employer business nothing"

NOTICES = (
    notice(
        "served_for_another_state",
        "Vous n'êtes pas membre de l'assurance maladie française : la CPAM sert vos soins pour l'autre État. Pas de "
        "« taxe PUMa » ; la carte européenne vous est donnée par l'autre État.",
        'You are not a member of French health insurance: the CPAM serves your care for the other State. No "taxe '
        'PUMa"; your European card comes from the other State.',
        Cited(S1_HOLDER, "no CSM, and CEAM is issued by the competent State"),
        rows="trap-16 S42 S22 S71 after/O10",
        verdicts=(Verdict.SERVED_FOR_ANOTHER_STATE,),
        routes="s1 s1_student",
    ),
    notice(
        "posted_for_24_months",
        "Le détachement européen dure 24 mois au plus, sauf accord entre les États. Votre famille est inscrite par "
        "le S1.",
        "A European posting lasts 24 months at most, unless the States agree. Your family is registered through the "
        "S1.",
        Cited(POSTED, "24 months max. save agreement; family examined on S1"),
        rows="S6",
        when=work_kind.among("posted"),
        grounds="posted_with_a1",
        deadlines="posted_worker_24_months",
        about="later",
    ),
    notice(
        "treaty_may_not_cover_sickness",
        "La convention dit si vos soins sont servis ici. Celle des États-Unis (1987) vise les pensions, pas la "
        "maladie : il faut alors une assurance privée.",
        "The treaty says whether your care is served here. That with the United States (1987) is about pensions, not "
        "sickness: private insurance is then needed.",
        Cited(TREATY_POSTED, "US treaty of 1987 covers pensions, not sickness"),
        rows="S7",
        grounds="posted_under_treaty on_a_relatives_treaty_form minor_by_treaty",
        certainty="M",
        to_do=True,
    ),
    notice(
        "benefit_exported_three_months",
        "L'État qui vous verse le chômage paie vos soins, trois mois en principe. Inscrivez-vous aussi en France.",
        "The State that pays your unemployment benefit pays for your care, for three months as a rule. Register in "
        "France too.",
        Cited(UNEMPLOYED, "home scheme, 3 months"),
        rows="S39",
        grounds="unemployed_by_another_state",
        certainty="M",
        to_do=True,
    ),
    notice(
        "jobseeker_keeps_home_card",
        "Gardez la carte européenne et le formulaire U2 de votre pays : la résidence n'ouvre rien à qui vient "
        "chercher un emploi, mais le premier emploi ouvre tout.",
        "Keep your country's European card and U2 form: residence opens nothing to those who come to look for work, "
        "but the first job opens everything.",
        Cited(JOBSEEKER, "excluded from door 2"),
        rows="S38 trap-15",
        grounds="eu_jobseeker",
    ),
    notice(
        "swiss_choice_is_for_good",
        "Vous avez trois mois pour choisir, et le choix est définitif. Sans réponse, ce sera l'assurance suisse. La "
        "demande se fait sur le formulaire « Choix du système d'assurance-maladie », tamponné par la CPAM et envoyé "
        "au canton.",
        "You have three months to choose, and the choice is for good. With no answer it will be Swiss insurance. Use "
        'the form "Choix du système d\'assurance-maladie", stamped by the CPAM and sent to the canton.',
        Cited(SWISS, "option for France within 3 months"),
        rows="S70 trap-17",
        grounds="swiss_worker_choice",
        sides=(
            side(
                "Depuis juillet 2018, pas de formulaire S1106 en plus.",
                "Since July 2018, no S1106 form besides.",
                "guide frontalier",
                "2018-07",
            ),
            side("Les deux formulaires sont demandés.", "Both forms are asked for.", "ameli", "2017"),
        ),
        deadlines="swiss_option_three_months",
        to_do=True,
    ),
    notice(
        "european_card_of_a_third_country_national",
        "Avec des droits ouverts, vous pouvez demander la carte européenne (CEAM). Pour qui n'est pas européen, elle "
        "ne vaut pas partout : ni au Danemark, ni en Norvège, Islande, Liechtenstein ou Suisse, sauf comme famille "
        "d'un Européen. Ce dernier point n'a pas été vérifié.",
        "With open rights you can ask for the European card (CEAM). For non-Europeans it is not valid everywhere: "
        "not in Denmark, nor in Norway, Iceland, Liechtenstein or Switzerland, except as family of a European. This "
        "last point was not verified.",
        Cited(CARD, "CEAM only for those insured in France"),
        rows="after/O10",
        when=~french_national.holds & ~eu_national.holds & ~withdrawal_agreement_card.holds,
        verdicts=(Verdict.COVERED,),
        routes=_ADULT_ROUTES,
        certainty="M",
        about="later",
    ),
    notice(
        "european_card_validity",
        "La carte européenne (CEAM) vaut deux ans au plus : lisez la date qu'elle porte.",
        "The European card (CEAM) is valid for two years at most: read the date on it.",
        Cited(CARD_YEARS, "valid 1 yr (2015 page) v. 2 yrs (since 2014-07-01)"),
        rows="C15",
        verdicts=(Verdict.COVERED,),
        routes=_ADULT_ROUTES,
        sides=(
            side("Valable un an.", "Valid for one year.", "CEAM", "2015"),
            side("Valable deux ans.", "Valid for two years.", "CEAM", "2014-07-01"),
        ),
        deadlines="ceam_two_years",
        certainty="M",
        about="later",
    ),
)
