"""Rights that go on, then door 2: residence, at once for some and after three months for the others."""

from ouverture.law.ceseda.l411_1 import minor_needs_no_permit
from ouverture.law.css.d160_2 import (
    asylum_adult_at_once,
    benefit_proves_residence,
    family_at_once,
    intern_at_once,
    refugee_at_once,
    student_at_once,
    three_months,
    volunteer_at_once,
)
from ouverture.law.css.l160_1 import does_not_work
from ouverture.law.css.l160_3 import french_pension
from ouverture.law.css.l161_15_1 import already_insured, job_lost
from ouverture.law.css.l311_5 import paid_unemployment
from ouverture.law.css.r111_2 import home_in_france
from ouverture.law.css.r111_3 import (
    document_of_a_third_country_national,
    eu_national,
    french_national,
    regular_stay,
    under_no_other_state,
)
from ouverture.law.facts.situation import activity, course_started_on, pension_from
from ouverture.law.facts.stay import in_france_since
from ouverture.law.grounds.doubts_at_work import OF_THE_PERMIT
from ouverture.law.grounds.doubts_of_residents import (
    OF_A_PENSION_OR_BENEFIT,
    RECEIVES_A_BENEFIT,
    TO_DECLARE,
    UNDER_CHECK,
    WORKED_HERE,
)
from ouverture.law.grounds.writing import CONTINUOUS, ON_CLAIM, ground, not_before_arrival
from ouverture.law.practice.covid import covid_return
from ouverture.law.practice.eu_inactive import eu_style_resident, may_reside_without_work
from ouverture.law.practice.protection import temporary_protection
from ouverture.law.practice.student_scheme import student_scheme
from ouverture.law.practice.territories import rights_of_a_territory, student_of_mayotte
from ouverture.rules.conditions import ALWAYS
from ouverture.rules.rulebook import Doubt, Verdict
from ouverture.text import Text

GOING_ON = "rights_that_go_on"
OF_A_TERRITORY = "rights_of_a_territory"
ALREADY_OPEN = "rights_already_open"
ENROLMENT = "enrolment"
AT_ONCE = "residence_at_once"
EUROPEAN = "residence_of_a_european"
AFTER_THREE_MONTHS = "residence_of_three_months"

LIVES_HERE = home_in_france.holds & regular_stay.holds
DOOR_TWO = LIVES_HERE & does_not_work.holds & under_no_other_state.holds
_WITH_A_DOCUMENT = document_of_a_third_country_national.holds
NOT_BY_EUROPEAN_LAW = french_national.holds | _WITH_A_DOCUMENT | (minor_needs_no_permit.holds & ~eu_national.holds)
"""Regular stay that rests on no European right of residence: French, with a document of the list, or under 18."""
STAYED_LONG_ENOUGH = three_months.holds | benefit_proves_residence.holds
_COURSE_START = not_before_arrival(
    course_started_on, in_france_since, "dès le début des cours en France", "from the start of the course in France"
)

_PENSIONER_OF_MONACO = (
    LIVES_HERE & activity.among("pension") & pension_from.among("monaco") & under_no_other_state.holds
)

GROUNDS = (
    ground(
        GOING_ON,
        "paid_unemployment",
        LIVES_HERE & paid_unemployment.holds & already_insured.holds,
        Verdict.COVERED,
        "previous_scheme",
        "nothing",
        CONTINUOUS,
        "Votre allocation chômage garde vos droits ouverts.",
        "Your unemployment benefit keeps your rights open.",
        rows="S16 B1",
        doubts=OF_A_PENSION_OR_BENEFIT,
    ),
    ground(
        GOING_ON,
        "paid_unemployment_to_declare",
        LIVES_HERE & paid_unemployment.holds & ~already_insured.holds,
        Verdict.COVERED,
        "previous_scheme",
        "s1106",
        ON_CLAIM,
        "Votre allocation chômage française vous couvre tout de suite : il faut le demander.",
        "Your French unemployment benefit covers you at once: you have to ask.",
        rows="S47 S16",
        doubts=TO_DECLARE,
    ),
    ground(
        GOING_ON,
        "job_lost",
        LIVES_HERE & job_lost.holds,
        Verdict.COVERED,
        "previous_scheme",
        "nothing",
        CONTINUOUS,
        "Vos droits aux soins continuent, sans limite de temps, tant que vous vivez en France.",
        "Your right to care goes on, with no time limit, as long as you live in France.",
        rows="S17 B7",
        doubts=OF_THE_PERMIT,
    ),
    ground(
        GOING_ON,
        "french_pension",
        LIVES_HERE & french_pension.holds & already_insured.holds,
        Verdict.COVERED,
        "pension_scheme",
        "nothing",
        CONTINUOUS,
        "Votre pension française garde vos droits ouverts.",
        "Your French pension keeps your rights open.",
        rows="S44 B5",
        doubts=OF_A_PENSION_OR_BENEFIT,
    ),
    ground(
        GOING_ON,
        "french_pension_to_declare",
        LIVES_HERE & french_pension.holds & ~already_insured.holds,
        Verdict.COVERED,
        "pension_scheme",
        "s1106",
        ON_CLAIM,
        "Votre pension française vous couvre tout de suite : il faut le demander.",
        "Your French pension covers you at once: you have to ask.",
        rows="S47 S44",
        doubts=TO_DECLARE,
    ),
    ground(
        GOING_ON,
        "monaco_pensioner_insured",
        _PENSIONER_OF_MONACO & already_insured.holds,
        Verdict.COVERED,
        "cpam",
        "nothing",
        CONTINUOUS,
        "Pensionné de Monaco vivant en France : vos droits en France continuent.",
        "A pensioner of Monaco living in France: your rights in France go on.",
        rows="S72",
        certainty="M",
    ),
    ground(
        GOING_ON,
        "monaco_pensioner",
        _PENSIONER_OF_MONACO & ~already_insured.holds,
        Verdict.COVERED,
        "cpam",
        "s1106",
        ON_CLAIM,
        "Pensionné de Monaco vivant en France : la France vous couvre.",
        "A pensioner of Monaco living in France: France covers you.",
        rows="S72",
        certainty="M",
    ),
    ground(
        OF_A_TERRITORY,
        "student_of_mayotte",
        DOOR_TWO & student_of_mayotte.holds,
        Verdict.OTHER_SCHEME,
        "cssm",
        "scheme",
        CONTINUOUS,
        "Étudiant de Mayotte : la CSSM vous garde ; présentez son attestation pour vos soins.",
        "A student from Mayotte: the CSSM keeps you; show its certificate for your care.",
        rows="turn2/15a turn2/15b",
        certainty="M",
        since="2018-09-01",
    ),
    ground(
        ALREADY_OPEN,
        "already_insured",
        DOOR_TWO & already_insured.holds & ~rights_of_a_territory.holds,
        Verdict.COVERED,
        "previous_scheme",
        "nothing",
        CONTINUOUS,
        "Vos droits sont déjà ouverts et continuent tant que vous vivez en France.",
        "Your rights are already open and go on as long as you live in France.",
        rows="S26 S51 B8 A28 after/M1",
        doubts=(
            *UNDER_CHECK,
            *OF_THE_PERMIT,
            Doubt(
                ~three_months.holds,
                Text(
                    "Vous dites vos droits ouverts, mais vivez en France depuis peu : ceux d'un séjour passé ont "
                    "pu fermer. "
                    "Demandez une attestation de droits ; sans elle, refaites la demande avec votre ancien numéro.",
                    "You say that your rights are open, but have lived in France for a short time: those of an "
                    "earlier stay "
                    "may have closed. Ask for a certificate of rights; without one, apply again with your "
                    "earlier number.",
                ),
                if_unknown=ALWAYS,
            ),
        ),
    ),
    ground(
        ENROLMENT,
        "student_scheme",
        DOOR_TWO & student_scheme.holds,
        Verdict.OTHER_SCHEME,
        "student_body",
        "scheme",
        _COURSE_START,
        "À cette date, les étudiants relevaient du régime étudiant.",
        "On that date, students belonged to the student scheme.",
        rows="S20 C12",
        certainty="M",
        until="2018-09-01",
    ),
    ground(
        ENROLMENT,
        "student",
        DOOR_TWO & student_at_once.holds,
        Verdict.COVERED,
        "cpam",
        "student_site",
        _COURSE_START,
        "Votre inscription dans un établissement en France vous couvre, sans délai.",
        "Your enrolment in France covers you, with no wait.",
        rows="S20 S23 S25 S10 S12",
        since="2018-09-01",
        doubts=OF_THE_PERMIT,
    ),
    ground(
        AT_ONCE,
        "refugee",
        DOOR_TWO & _WITH_A_DOCUMENT & refugee_at_once.holds,
        Verdict.COVERED,
        "cpam",
        "s1106",
        ON_CLAIM,
        "Votre protection reconnue vous couvre tout de suite.",
        "Your recognised protection covers you at once.",
        rows="S62",
    ),
    ground(
        AT_ONCE,
        "asylum_seeker_before_2020",
        DOOR_TWO & _WITH_A_DOCUMENT & asylum_adult_at_once.holds,
        Verdict.COVERED,
        "cpam",
        "s1106",
        ON_CLAIM,
        "Jusqu'à la fin de 2019, un demandeur d'asile était couvert tout de suite.",
        "Until the end of 2019, an asylum seeker was covered at once.",
        rows="S60 C10",
        until="2020-01-01",
    ),
    ground(
        AT_ONCE,
        "returned_volunteer",
        DOOR_TWO & volunteer_at_once.holds,
        Verdict.COVERED,
        "cpam",
        "s1106",
        ON_CLAIM,
        "De retour d'un volontariat international, vous n'attendez pas.",
        "Back from an international volunteer posting, you need not wait.",
        rows="S50",
    ),
    ground(
        AT_ONCE,
        "cooperation_intern",
        DOOR_TWO & intern_at_once.holds,
        Verdict.COVERED,
        "cpam",
        "s1106",
        ON_CLAIM,
        "Votre stage relève d'un accord de coopération : pas d'attente.",
        "Your internship comes under a cooperation agreement: no wait.",
        rows="S12",
    ),
    ground(
        AT_ONCE,
        "joins_insured_family",
        DOOR_TWO & family_at_once.holds,
        Verdict.COVERED,
        "cpam",
        "s1106",
        ON_CLAIM,
        "Vous rejoignez un membre de votre famille assuré en France : pas d'attente de trois mois.",
        "You are joining a family member insured in France: no three-month wait.",
        rows="S31 S33 C6 C7",
        doubts=OF_THE_PERMIT,
    ),
    ground(
        AT_ONCE,
        "temporary_protection",
        DOOR_TWO & _WITH_A_DOCUMENT & temporary_protection.holds,
        Verdict.COVERED,
        "cpam",
        "s1106",
        ON_CLAIM,
        "La protection temporaire vous couvre tout de suite.",
        "Temporary protection covers you at once.",
        rows="S63",
        certainty="M",
        since="2022-03-01",
    ),
    ground(
        AT_ONCE,
        "covid_return",
        DOOR_TWO & covid_return.holds,
        Verdict.COVERED,
        "cpam",
        "s1106",
        ON_CLAIM,
        "À cette date, les Français rentrés pendant le Covid n'attendaient pas.",
        "On that date, French nationals back during Covid did not wait.",
        rows="S46",
        certainty="M",
        since="2020-03-01",
        until="2021-04-02",
    ),
    ground(
        EUROPEAN,
        "european_with_means",
        DOOR_TWO & eu_style_resident.holds & STAYED_LONG_ENOUGH & may_reside_without_work.holds,
        Verdict.COVERED,
        "cpam",
        "eu_online",
        ON_CLAIM,
        "Européen sans activité, installé depuis plus de trois mois, avec des ressources suffisantes ou cinq ans de "
        "séjour légal.",
        "A European without work, here for more than three months, with sufficient resources or five years of legal "
        "stay.",
        rows="S37 S40 C5",
        certainty="M",
        doubts=OF_THE_PERMIT,
    ),
    ground(
        EUROPEAN,
        "european_without_means",
        DOOR_TWO & eu_style_resident.holds & STAYED_LONG_ENOUGH & ~may_reside_without_work.holds,
        Verdict.STATE_MEDICAL_AID,
        "state",
        "ame",
        ON_CLAIM,
        "Sous le niveau de ressources, un Européen sans activité est orienté vers l'aide médicale de l'État.",
        "Below the level of resources, a European without work is directed to State medical aid.",
        rows="S37 C5 after/E10",
        certainty="M",
        doubts=(WORKED_HERE, RECEIVES_A_BENEFIT),
    ),
    ground(
        AFTER_THREE_MONTHS,
        "resident",
        DOOR_TWO & NOT_BY_EUROPEAN_LAW & STAYED_LONG_ENOUGH,
        Verdict.COVERED,
        "cpam",
        "s1106",
        ON_CLAIM,
        "Vous vivez en France depuis plus de trois mois, en séjour régulier.",
        "You have lived in France for more than three months, in regular stay.",
        rows="S30 S41 S43 S46 S48 S53 S60 S12 S10 B6",
        doubts=OF_THE_PERMIT,
    ),
)
