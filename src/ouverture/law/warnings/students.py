"""Students, interns and researchers: what their answer leaves to know."""

from ouverture.law.css.r111_3 import eu_national, french_national
from ouverture.law.facts.situation import activity, study_kind, work_kind
from ouverture.law.sources import statement
from ouverture.law.warnings.notice import Cited, notice, side

AGE = statement("C12", "c3e7dfd1f553054a", "Student scheme until 2018")
EUROPEANS = statement("S23", "5d9d98476584e145", "CLEISS students")
HOME_CARD = statement("S21", "549ebe00dc26a985", "CLEISS students")
TREATIES = statement("S24", "f594171af6d8c388", "CLEISS Québec-Andorra")
INTERNS = statement("S12", "5b3782eaae133d13", "CSS D160-2")
DESK = statement("S9", "208f2c3a5bc54bf6", "CPAM Paris-talent")
OVERSEAS = statement("S25", "507b148db5cc5feb", "ameli étudiants")

NOTICES = (
    notice(
        "no_age_limit_for_students",
        "Il n'y a plus de limite d'âge : celle de 28 ans est partie avec le régime étudiant.",
        "There is no age limit any more: that of 28 went with the student scheme.",
        Cited(AGE, "SP-F13842 note 2020 v. end of student scheme 2018–19"),
        rows="C12 S20",
        grounds="student",
        sides=(
            side("Moins de 28 ans.", "Under 28.", "service-public.fr F13842, note", "2020"),
            side(
                "Plus de limite d'âge.",
                "No age limit any more.",
                "fin du régime étudiant / end of the student scheme",
                "2018-2019",
            ),
        ),
        since="2018-09-01",
    ),
    notice(
        "european_student_declares_resources",
        "Étudiant européen sans couverture chez vous : joignez une déclaration de ressources suffisantes.",
        "A European student with no cover at home: attach a declaration of sufficient resources.",
        Cited(EUROPEANS, "declaration of sufficient resources"),
        rows="S23",
        when=eu_national.holds,
        grounds="student",
        certainty="M",
        to_do=True,
        about="papers",
    ),
    notice(
        "home_card_for_the_whole_year",
        "Votre carte européenne doit valoir jusqu'à la fin de l'année d'études. Si vous travaillez en France, même "
        "une heure, votre travail vous assure ici.",
        "Your European card must be valid to the end of the study year. If you work in France, even one hour, your "
        "work insures you here.",
        Cited(HOME_CARD, "valid to end of year"),
        rows="S21 S27 S28",
        when=activity.among("studying"),
        grounds="insured_in_europe",
    ),
    notice(
        "treaty_forms_change",
        "Les numéros des formulaires du Québec (SE 401-Q) et d'Andorre changent : demandez le bon à votre caisse "
        "d'origine.",
        "The numbers of the forms of Québec (SE 401-Q) and Andorra change: ask your home fund for the right one.",
        Cited(TREATIES, "Québec: SE 401-Q series (numbers ↻)"),
        rows="S24",
        grounds="insured_by_treaty",
        certainty="L",
        about="papers",
    ),
    notice(
        "interns_need_cover_before",
        "Avant l'ouverture de vos droits, gardez une assurance privée. Seul le protocole avec le Québec dispense un "
        "stagiaire de la loi française.",
        "Until your rights open, keep private insurance. Only the protocol with Québec exempts an intern from French "
        "law.",
        Cited(INTERNS, "private cover advised before; only Québec protocol exempts from French law"),
        rows="S12",
        when=activity.among("studying") & study_kind.among("intern_agreement", "intern_other"),
        certainty="M",
    ),
    notice(
        "researchers_sent_to_paris",
        "Les dossiers « talent » et chercheurs ont été réunis à la CPAM de Paris. Vérifiez où envoyer le vôtre.",
        "Files of talent permits and researchers were centralised at the CPAM of Paris. Check where to send yours.",
        Cited(DESK, "were centralised at CPAM de Paris"),
        rows="S9",
        when=activity.among("working") & work_kind.among("researcher"),
        certainty="M",
        to_do=True,
    ),
    notice(
        "students_from_overseas_use_the_site",
        "Étudiant français venu du Pacifique ou de Saint-Pierre-et-Miquelon, ou né à l'étranger : le même site sert "
        "à l'inscription.",
        "A French student from the Pacific or Saint-Pierre-et-Miquelon, or born abroad: the same site is used to "
        "register.",
        Cited(OVERSEAS, "same site required"),
        rows="S25 S77",
        when=french_national.holds,
        grounds="student",
        certainty="M",
    ),
)
