"""Work, studies, internships, volunteering: the paper that shows the situation the ground rests on."""

from ouverture.evidence.circumstances import answered_by
from ouverture.evidence.citations import css, sources
from ouverture.evidence.filing import STUDENT, WORK_WITH_A_DOUBT
from ouverture.evidence.papers import money, work
from ouverture.evidence.requirement import Option, requirement
from ouverture.law.css.r111_3 import eu_national
from ouverture.law.facts.person import born_on
from ouverture.law.facts.situation import work_kind

_ON_ONE_S_OWN = ("self_employed", "self_employed_foreign_clients", "farmer")
_EMPLOYED = answered_by("employee", "employee_of_a_foreign_employer", "posted_without_certificate", "agricultural") | (
    WORK_WITH_A_DOUBT & work_kind.other_than(*_ON_ONE_S_OWN)
)

employment = requirement(
    "employment",
    (
        Option(work.work_contract_or_payslip, work_kind.other_than("au_pair")),
        Option(work.au_pair_declaration, work_kind.among("au_pair")),
    ),
    _EMPLOYED,
    ("vous êtes salarié", "you are an employee"),
    (
        "Il prouve que vous travaillez, et depuis quel jour : vos droits partent de ce jour.",
        "It proves that you work, and since which day: your rights start on that day.",
    ),
    css.WORK_FOR_AN_EMPLOYER,
    sources.NEVER_REGISTERED,
)

business = requirement(
    "business",
    (work.business_registration,),
    answered_by("self_employed", "self_employed_before_the_cpam", "farmer")
    | (WORK_WITH_A_DOUBT & work_kind.among(*_ON_ONE_S_OWN)),
    ("vous travaillez à votre compte", "you are self-employed"),
    (
        "Il prouve votre activité et le jour où elle a commencé.",
        "It proves your activity and the day it started.",
    ),
    css.SELF_EMPLOYED,
    sources.BUSINESS,
)

enrolment = requirement(
    "enrolment",
    (work.enrolment_certificate,),
    STUDENT,
    ("vous êtes étudiant", "you are a student"),
    (
        "Il prouve l'inscription : c'est elle qui dispense des trois mois.",
        "It proves the enrolment: that is what spares you the three months.",
    ),
    css.ENROLLED_NEED_NOT_WAIT,
    sources.STUDENT_FILE,
)

student_under_16 = requirement(
    "student_under_16",
    (work.parental_authorisation,),
    STUDENT & ~born_on.reached(years=16),
    ("vous êtes étudiant et avez moins de 16 ans", "you are a student under 16"),
    ("Le site des étudiants la demande avant 16 ans.", "The students' site asks for it under 16."),
    sources.STUDENT_UNDER_16,
)

european_student = requirement(
    "european_student",
    (money.resources_statement,),
    STUDENT & eu_national.holds,
    (
        "vous êtes étudiant et ressortissant de l'Union européenne, de l'EEE ou de la Suisse",
        "you are a student and a national of the European Union, the EEA or Switzerland",
    ),
    (
        "Le site des étudiants la demande à l'étudiant européen qui n'a plus de couverture dans son pays.",
        "The students' site asks it of a European student with no cover left at home.",
    ),
    sources.EUROPEAN_STUDENT,
)

internship = requirement(
    "internship",
    (work.internship_agreement,),
    answered_by("cooperation_intern"),
    ("vous êtes stagiaire dans un accord de coopération", "you are an intern under a cooperation agreement"),
    ("Il prouve que le stage relève de l'accord.", "It proves that the internship comes under the agreement."),
    sources.INTERN,
    css.ENROLLED_NEED_NOT_WAIT,
)

volunteering = requirement(
    "volunteering",
    (work.volunteer_certificate,),
    answered_by("returned_volunteer"),
    ("vous rentrez d'un volontariat international", "you are back from an international volunteer posting"),
    ("Il prouve le volontariat, qui dispense des trois mois.", "It proves the posting, which spares the three months."),
    css.VOLUNTEER_NEED_NOT_WAIT,
    sources.VOLUNTEER_CERTIFICATE,
)
