"""At work: who declares what, by when, and which scheme tops up."""

from ouverture.law.arretes.arr2017 import working_holiday_visa
from ouverture.law.ceseda.l426_20 import ARTICLE as VISITOR
from ouverture.law.ceseda.l426_20 import undertook_not_to_work
from ouverture.law.ceseda.l426_23 import ARTICLE as TRAINEE
from ouverture.law.ceseda.l426_23 import trainee_at_work
from ouverture.law.ceseda.l432_9 import ARTICLE as STUDENT
from ouverture.law.ceseda.l432_9 import student_at_work
from ouverture.law.css.l160_1 import works
from ouverture.law.css.l160_6 import ARTICLE as ONE_STATE
from ouverture.law.css.l325_1 import ARTICLE as LOCAL_SCHEME
from ouverture.law.css.l325_1 import local_scheme_by_work
from ouverture.law.css.r111_3 import eu_national, french_national
from ouverture.law.facts.elsewhere import INSURED_ELSEWHERE, other_cover, rights_open
from ouverture.law.facts.person import lives_in
from ouverture.law.facts.situation import WORK_DONE_IN_FRANCE, activity, pension_from, work_kind
from ouverture.law.facts.stay import stay_document
from ouverture.law.grounds.work import by_fund
from ouverture.law.sources import article, statement
from ouverture.law.warnings.notice import Cited, notice, side
from ouverture.rules.rulebook import Verdict

REGISTER = statement("S1", "960c9866031672e9", "SP-F16467 2019")
AU_PAIR = statement("S13", "ebd26808e26c7e29", "SP-F13348 2020")
HOLIDAY = statement("C8", "fab2b9cc71ca4597", "CSS L111-2-2")
HOLIDAY_CASE = statement("S14", "0c8e3578fce2a9d6", "Arrêté du 10 mai 2017")
RECEIPT = statement("C9", "9dd6b7941d44cee1", "Arrêté du 10 mai 2017")
SCHEMES = article("CSS", "D160-16", "LEGIARTI000041967929", "8cff0fb8fdbd30e5", since="2020-05-25")
SPECIAL = statement("B10", "4d62debc839d2bc7", "CSS R711-1")
LOCAL = statement("S78", "05600b694ed124d6", "CSS L325-1")
CASH = article("CSS", "R161-3", "LEGIARTI000037941935", "082c4591524cad12", since="2019-01-01")
UNEMPLOYED = statement("S17", "8dc3a8688e166d24", "CSS L161-8")
ORGANISATION = statement("S56", "fb7ec53b0564c200", "CSS L160-6")
DIPLOMAT = statement("S55", "5b239edd2dccfa15", "CSS L160-6")
MONACO = statement("S72", "dec1be113fa5c644", "Convention de-Monaco-1952")

_THIRD_COUNTRY_WORKER = (
    works.holds
    & work_kind.among(*WORK_DONE_IN_FRANCE)
    & ~french_national.holds
    & ~eu_national.holds
    & stay_document.among("residence_card", "long_stay_visa_validated", "long_stay_visa_not_validated")
)

_DECLARED_BY_OTHERS = work_kind.among("employee", "foreign_employer", "assimilated", "researcher", "language_assistant")

NOTICES = (
    notice(
        "visitor_undertook_not_to_work",
        "Un titre « visiteur » s'obtient en s'engageant à ne pas travailler en France. Travailler, même à distance, "
        "peut coûter ce titre. Ceci n'est pas un conseil juridique.",
        'A "visitor" permit is given to those who undertake not to work in France. Working, even remotely, may cost '
        "the permit. This is not legal advice.",
        Cited(VISITOR, "prendre l'engagement de n'exercer en France aucune activité professionnelle", "al. 2"),
        rows="S30",
        when=undertook_not_to_work.holds,
        if_unknown=_THIRD_COUNTRY_WORKER,
        to_do=True,
        since="2021-05-01",
    ),
    notice(
        "trainee_at_work",
        "Un titre « stagiaire » n'autorise pas le travail salarié. Ceci n'est pas un conseil juridique.",
        'A "trainee" permit does not authorise salaried work. This is not legal advice.',
        Cited(TRAINEE, "cette carte n'autorise pas l'exercice d'une activité professionnelle salariée", "al. 3"),
        rows="S12",
        when=trainee_at_work.holds,
        to_do=True,
        since="2021-05-01",
    ),
    notice(
        "student_hours",
        "Avec un titre « étudiant », ne dépassez pas 60 % de la durée de travail annuelle : le titre peut être retiré.",
        'With a "student" permit, stay within 60 % of the yearly working time: the permit may be withdrawn.',
        Cited(STUDENT, "qui ne respecte pas la limite de 60 % de la durée de travail annuelle"),
        rows="S28",
        when=student_at_work.holds,
        to_do=True,
        since="2021-05-01",
    ),
    notice(
        "still_insured_elsewhere_at_work",
        "Vous dites qu'un autre État paie vos soins. Si vous y travaillez aussi, ou s'il vous a envoyé, demandez-lui "
        "un formulaire A1 : avec lui, vous restez assuré là-bas. Sans lui, dites à cet État que vous travaillez en "
        "France.",
        "You say that another State pays for your care. If you work there too, or it sent you, ask it for an A1 form: "
        "with it, you stay insured there. Without it, tell that State that you work in France.",
        Cited(ONE_STATE, "relevant de la législation de sécurité sociale d'un autre Etat", "5°"),
        rows="A11 S6",
        when=works.holds & work_kind.among(*WORK_DONE_IN_FRANCE) & other_cover.among(*INSURED_ELSEWHERE),
        certainty="M",
        to_do=True,
    ),
    notice(
        "register_yourself_within_eight_days",
        "Si votre employeur ne vous a pas déclaré, faites-le vous-même dans les huit jours de l'embauche, avec le "
        "formulaire S1106 et le contrat ou une fiche de paie.",
        "If your employer did not register you, do it yourself within eight days of hiring, with form S1106 and the "
        "contract or a payslip.",
        Cited(REGISTER, "If employer did not do it: worker within 8 days of hire"),
        rows="S1 S2",
        when=_DECLARED_BY_OTHERS & ~rights_open.is_yes(),
        if_unknown=_DECLARED_BY_OTHERS,
        grounds="employee employee_of_a_foreign_employer",
        deadlines="worker_8_days employer_8_days",
        certainty="M",
        to_do=True,
    ),
    notice(
        "au_pair_declared_within_eight_days",
        "La famille d'accueil vous déclare à l'Urssaf dans les huit jours. Ses cotisations forfaitaires comprennent "
        "la maladie.",
        "The host family declares you to Urssaf within eight days. Its flat contributions include health insurance.",
        Cited(AU_PAIR, "host family declares to Urssaf within 8 days; flat contributions include maladie"),
        rows="S13",
        when=work_kind.among("au_pair"),
        grounds="employee",
        deadlines="host_family_8_days",
        certainty="M",
    ),
    notice(
        "working_holiday_disputed",
        "Gardez votre assurance privée : les caisses refusent en général ce visa. Une exception a été rapportée : "
        "des Canadiens de deuxième année avec une autorisation provisoire de séjour.",
        "Keep your private insurance: caisses refuse this visa as a rule. One exception was reported: second-year "
        "Canadians with a provisional stay permit.",
        Cited(HOLIDAY, "L111-2-2 v. refusal for want of listed titre"),
        Cited(HOLIDAY_CASE, 'treat as "refusal likely, right arguable", never as "yes"'),
        rows="C8 S14 trap-11",
        when=working_holiday_visa.holds,
        grounds=" ".join(by_fund("working_holiday")),
        sides=(
            side(
                "Qui travaille en France est affilié, et cotise.",
                "Whoever works in France is affiliated, and contributes.",
                "CSS L111-2-2",
                "2016-01-01",
            ),
            side(
                "Visa absent de la liste : pas de numéro.",
                "A visa not on the list: no number.",
                "arrêté du 10 mai 2017 ; pvtistes.net",
                "2017-05-10",
            ),
        ),
        certainty="M",
        to_do=True,
    ),
    notice(
        "first_receipt_disputed",
        "Demandez à la préfecture un document à votre nom, en cours de validité : lui seul peut passer par le "
        "dernier point de la liste.",
        "Ask the prefecture for a document in your name, in date: only that can pass through the last item of the "
        "list.",
        Cited(RECEIPT, 'only if AGDREF-type prefecture document (2017) v. "valid titre" (2024–25)'),
        rows="C9 G3",
        grounds=" ".join(("first_receipt_disputed", *by_fund("worker_with_first_receipt"))),
        sides=(
            side(
                "Accepté.",
                "Accepted.",
                "circulaire de 2000 ; site de la C2S / circular of 2000; site of the C2S",
                "2000, 2018",
            ),
            side(
                "Seulement un document nominatif, valable, de la préfecture.",
                "Only a nominative document, in date, of the prefecture.",
                "arrêté du 10 mai 2017",
                "2017",
            ),
            side(
                "Il faut un titre valable.",
                "A valid permit is needed.",
                "forum ameli, réponse certifiée / ameli forum, certified answer",
                "2024-2025",
            ),
        ),
        certainty="M",
        to_do=True,
    ),
    notice(
        "several_schemes",
        "Si plusieurs régimes peuvent vous couvrir, vous restez dans celui d'avant, et pouvez choisir l'un des "
        "nouveaux. Par une pension, un régime spécial demande quinze ans de service.",
        "If several schemes may cover you, you stay in the earlier one, and may choose one of the new ones. Through "
        "a pension, a special scheme asks for fifteen years of service.",
        Cited(
            SCHEMES,
            "Elles peuvent néanmoins opter pour l'un des régimes auxquelles elles sont nouvellement affiliées",
            "II",
        ),
        rows="B12",
        when=work_kind.among(
            "agricultural",
            "farmer",
            "self_employed",
            "self_employed_foreign_clients",
            "military",
            "special_scheme",
            "civil_servant",
        )
        | pension_from.among("france"),
        verdicts=(Verdict.COVERED,),
        about="later",
    ),
    notice(
        "special_scheme_names",
        "Les noms de certaines caisses de régimes spéciaux n'ont pas été vérifiés : demandez à votre employeur. Pour "
        "l'électricité et le gaz, la CPAM sert la base et la CAMIEG complète.",
        "The names of some special scheme funds were not checked: ask your employer. For electricity and gas, the "
        "CPAM serves the base and the CAMIEG tops up.",
        Cited(SPECIAL, "IEG = CPAM base + CAMIEG top-up (own knowledge)"),
        rows="B10",
        grounds="special_scheme special_scheme_energy",
        certainty="L",
        about="later",
    ),
    notice(
        "alsace_moselle_follows_work",
        "Le régime local d'Alsace-Moselle complète vos remboursements parce que vous y travaillez ; y habiter ne "
        "suffit pas. Il suit aussi certains chômeurs, certains retraités et la famille à charge.",
        "The local scheme of Alsace-Moselle tops up your reimbursements because you work there; living there is not "
        "enough. It also follows some unemployed, some pensioners and dependent family.",
        Cited(
            LOCAL_SCHEME,
            "Salariés exerçant une activité dans les départements du Bas-Rhin, du Haut-Rhin et de la Moselle",
            "II 1°",
        ),
        Cited(LOCAL, "Residence alone does not give it"),
        rows="S78 trap-21",
        when=local_scheme_by_work.holds,
        about="later",
    ),
    notice(
        "only_cash_benefits_stop",
        "Vos soins restent pris en charge sans limite de temps. Seules les prestations en argent (indemnités "
        "journalières, maternité, invalidité, décès) s'arrêtent douze mois après la fin du travail.",
        "Your care stays covered with no time limit. Only cash benefits (sick pay, maternity, invalidity, death) "
        "stop twelve months after work ends.",
        Cited(CASH, "pendant laquelle le droit aux prestations en espèces est maintenu est fixée à douze mois"),
        Cited(UNEMPLOYED, "health costs continue, no time limit (residence)"),
        rows="S17 after/M2 after/trap-1",
        grounds="job_lost",
        deadlines="cash_benefits_twelve_months",
        about="later",
    ),
    notice(
        "family_of_an_organisation_officer",
        "Si un membre de votre famille travaille en France, son travail l'assure ici.",
        "If a member of your family works in France, that work insures them here.",
        Cited(ORGANISATION, "family member working → door 1"),
        rows="S56",
        grounds="international_organisation",
    ),
    notice(
        "foreign_officials_and_family",
        "Votre famille n'entre pas non plus par la résidence ; seul un travail en France ouvre des droits. Le titre "
        "de séjour spécial n'est pas sur la liste de 2017.",
        "Your family does not enter through residence either; only work in France opens rights. The special "
        "residence card is not on the list of 2017.",
        Cited(DIPLOMAT, "titre de séjour spécial is not in Arr2017"),
        rows="S55 trap-18",
        grounds="foreign_official",
        certainty="M",
    ),
    notice(
        "tell_the_french_fund_about_monaco",
        "Prévenez votre caisse française et cessez d'utiliser la carte Vitale. À Monaco, vos droits dépendent de vos "
        "heures de travail.",
        "Tell your French caisse and stop using the carte Vitale. In Monaco, your rights depend on your hours of work.",
        Cited(MONACO, "must tell the French caisse and stop using the carte Vitale"),
        rows="S72",
        when=activity.among("working") & lives_in.among("france"),
        grounds="works_in_monaco",
        certainty="M",
        to_do=True,
    ),
)
