"""Keeping rights: care goes on without renewal; cash benefits and expired documents have their own clocks."""

from ouverture.law.after.statement import stated
from ouverture.law.css.d160_14 import ARTICLE as BODY
from ouverture.law.css.l161_15_1 import ARTICLE as ONLY_RESIDENCE
from ouverture.law.css.l311_5 import ARTICLE as UNEMPLOYED
from ouverture.law.css.l311_5 import paid_unemployment
from ouverture.law.css.r111_2 import ARTICLE as STABLE
from ouverture.law.css.r111_3 import eu_national, french_national
from ouverture.law.css.r111_4 import ARTICLE as EXPIRED
from ouverture.law.css.r762_8 import ARTICLE as BRIDGE
from ouverture.law.css.r762_8 import cfe_bridge
from ouverture.law.facts.situation import activity, seeking_kind
from ouverture.law.sources import article

CASH = article("CSS", "L161-8", "LEGIARTI000044628954", "9cc197e29643061e", since="2021-12-25")
TWELVE_MONTHS = article("CSS", "R161-3", "LEGIARTI000037941935", "082c4591524cad12", since="2019-01-01")
PARENTAL_LEAVE = article("CSS", "D161-2", "LEGIARTI000031813447", "2f43b44406ce168d", since="2016-01-01")
AFTER_PRISON = article("CSS", "L161-13-1", "LEGIARTI000036431142", "49024e2520ffa14d", since="2018-01-01")

_OTHER_NATIONAL = ~french_national.holds & ~eu_national.holds

STATEMENTS = (
    stated(
        ONLY_RESIDENCE,
        "rights_need_no_renewal",
        "",
        "Une personne ne peut perdre le bénéfice de la prise en charge des frais de santé en cas de maladie et "
        "maternité que si elle cesse de remplir la condition de résidence",
        "Vos droits aux soins ne se renouvellent pas : ils durent tant que vous vivez en France de façon stable et "
        "régulière.",
        "Your right to care needs no renewal: it lasts as long as you live in France in a stable and regular way.",
        rows="after/M1 A28",
    ),
    stated(
        STABLE,
        "six_months_of_presence",
        "2°",
        "Pendant plus de six mois au cours de l'année civile de versement pour les autres prestations mentionnées au "
        "premier alinéa",
        "Être présent plus de six mois dans l'année fait présumer que vous vivez ici. Moins longtemps, votre foyer "
        "en France suffit encore.",
        "Being present more than six months in the year presumes that you live here. For less, your home in France "
        "is still enough.",
        rows="T2 after/V2",
        amounts="presence_for_health presence_for_family_benefits",
    ),
    stated(
        TWELVE_MONTHS,
        "cash_benefits_kept",
        "",
        "La durée prévue par l'article L. 161-8 pendant laquelle le droit aux prestations en espèces est maintenu "
        "est fixée à douze mois",
        "Après la fin du travail, les prestations en argent (indemnités journalières, maternité, invalidité, décès) "
        "sont gardées douze mois, si vous vivez toujours ici.",
        "After work ends, cash benefits (sick pay, maternity, invalidity, death) are kept for twelve months, if you "
        "still live here.",
        rows="after/M2 S17",
        when=activity.among("working") | seeking_kind.among("after_french_job"),
        deadlines="cash_benefits_twelve_months",
    ),
    stated(
        CASH,
        "cash_benefits_need_residence",
        "al. 1",
        "Tant qu'elles continuent de remplir les conditions de résidence et de séjour mentionnées à l'article L. "
        "111-2-3",
        "Ce maintien des prestations en argent cesse si vous quittez la France ou perdez le droit au séjour.",
        "This keeping of cash benefits ends if you leave France or lose the right to stay.",
        rows="after/M2",
        when=activity.among("working") | seeking_kind.among("after_french_job"),
    ),
    stated(
        UNEMPLOYED,
        "unemployment_benefit_keeps_everything",
        "al. 1",
        "conserve la qualité d'assuré et bénéficie du maintien de ses droits aux prestations en espèces",
        "Tant que l'allocation chômage est versée, vous restez assuré et gardez les prestations en argent de votre "
        "régime.",
        "As long as unemployment benefit is paid, you stay insured and keep your scheme's cash benefits.",
        rows="after/M3 S16",
        when=paid_unemployment.holds,
    ),
    stated(
        PARENTAL_LEAVE,
        "after_parental_leave",
        "",
        "retrouvent, pendant douze mois à compter de la reprise du travail, les droits aux prestations",
        "De retour d'un congé parental, vous retrouvez pendant douze mois les prestations en argent d'avant le congé.",
        "Back from parental leave, you recover for twelve months the cash benefits you had before it.",
        rows="after/M4",
        when=activity.among("working"),
        deadlines="cash_benefits_after_parental_leave",
    ),
    stated(
        EXPIRED,
        "six_months_after_an_expired_document",
        "al. 1",
        "ne peut être fermé avant la fin du sixième mois qui suit la date d'expiration des titres ou documents",
        "Un document de séjour expiré ne ferme rien avant la fin du sixième mois ; deuxième mois après une mesure "
        "d'éloignement définitive. Renouvelez-le à temps.",
        "An expired residence document closes nothing before the end of the sixth month; second month after a final "
        "removal order. Renew it in time.",
        rows="after/M5 P1 after/trap-2",
        when=_OTHER_NATIONAL,
        since="2020-11-15",
        deadlines="title_expiry_six_months title_expiry_two_months",
        to_do=True,
    ),
    stated(
        EXPIRED,
        "c2s_survives_an_expired_document",
        "al. 1",
        "le droit aux prestations mentionnées aux articles L. 160-1 et L. 861-1",
        "La C2S en cours est protégée par le même délai.",
        "A running C2S is protected by the same period.",
        rows="after/M6",
        when=_OTHER_NATIONAL,
        since="2020-11-15",
    ),
    stated(
        BODY,
        "general_scheme_after_prison",
        "8°",
        "qui n'exercent pas d'activité professionnelle à leur libération, par les organismes chargés de la gestion "
        "du régime général",
        "À la sortie de prison, sans travail, vous restez au régime général.",
        "On release from prison, without work, you stay in the general scheme.",
        rows="after/M7",
        when=activity.among("detained"),
        since="2016-01-01",
    ),
    stated(
        AFTER_PRISON,
        "earlier_cash_rights_after_prison",
        "",
        "le bénéfice des droits ouverts dans le régime dont elles relevaient avant la date de leur mise sous écrou",
        "Vos droits d'avant aux prestations en argent peuvent reprendre.",
        "Your earlier rights to cash benefits may start again.",
        rows="after/M7",
        when=activity.among("detained"),
    ),
    stated(
        BRIDGE,
        "cfe_keeps_paying",
        "II",
        "tant qu'il n'est pas couvert par un régime obligatoire de base",
        "De retour en France, la CFE vous couvre encore trois mois au plus, jusqu'à votre affiliation.",
        "Back in France, the CFE still covers you for three months at most, until you are affiliated.",
        rows="after/M8 S49",
        when=cfe_bridge.holds,
        deadlines="cfe_bridge_three_months",
    ),
)

BLIND_SPOTS = ("The longer keeping for registered jobseekers (L161-8, decree not held) is not stated.",)
