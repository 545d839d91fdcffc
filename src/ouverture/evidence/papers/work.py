"""Work, studies, posting, volunteering."""

from ouverture.evidence.citations import css, sources
from ouverture.evidence.copies import OFFICIAL_COPY, PLAIN_COPY, SIGNED_ORIGINAL
from ouverture.evidence.paper import paper

_SCHOOL = ("L'établissement.", "The school or university.")

work_contract_or_payslip = paper(
    "work_contract_or_payslip",
    "Contrat de travail, ou fiche de paie",
    "Work contract, or payslip",
    ("Votre employeur.", "Your employer."),
    PLAIN_COPY,
    css.WORK_FOR_AN_EMPLOYER,
    sources.NEVER_REGISTERED,
    proves="work_kind special_scheme work_started_on employed_in_france",
)

business_registration = paper(
    "business_registration",
    "Justificatif d'immatriculation de votre activité",
    "Proof that your business is registered",
    ("Le guichet qui a reçu la déclaration d'activité.", "The desk that received the declaration of activity."),
    OFFICIAL_COPY,
    css.SELF_EMPLOYED,
    sources.BUSINESS,
    proves="work_kind work_started_on self_employed_in_france",
)

au_pair_declaration = paper(
    "au_pair_declaration",
    "Formulaire de déclaration de la famille d'accueil à l'Urssaf",
    "The host family's declaration form to Urssaf",
    ("La famille d'accueil.", "The host family."),
    PLAIN_COPY,
    sources.AU_PAIR,
    proves="work_kind",
)

posting_certificate = paper(
    "posting_certificate",
    "Certificat de détachement (formulaire A1, ou certificat de la convention)",
    "Posting certificate (form A1, or the treaty's certificate)",
    ("L'organisme de sécurité sociale de votre pays.", "Your country's social security body."),
    OFFICIAL_COPY,
    css.POSTED_AND_EXEMPT,
    sources.S1_FORM,
    proves="posting_paper posted_with_certificate",
)

volunteer_certificate = paper(
    "volunteer_certificate",
    "Certificat de fin de volontariat international (VIE ou VIA)",
    "Certificate of international volunteering (VIE or VIA)",
    ("L'organisme qui vous a envoyé.", "The body that sent you."),
    OFFICIAL_COPY,
    sources.VOLUNTEER_CERTIFICATE,
    css.VOLUNTEER_NEED_NOT_WAIT,
    proves="activity volunteer_at_once",
)

enrolment_certificate = paper(
    "enrolment_certificate",
    "Certificat d'inscription de l'année en cours",
    "Enrolment certificate for the current year",
    _SCHOOL,
    PLAIN_COPY,
    sources.STUDENT_FILE,
    css.ENROLLED_NEED_NOT_WAIT,
    proves="study_kind course_started_on student_at_once",
    valid=("De l'année d'études en cours.", "For the current academic year."),
)

internship_agreement = paper(
    "internship_agreement",
    "Convention de stage, et la preuve de l'accord de coopération",
    "Internship agreement, and proof of the cooperation agreement",
    ("L'établissement qui vous envoie.", "The institution that sends you."),
    PLAIN_COPY,
    sources.INTERN,
    css.ENROLLED_NEED_NOT_WAIT,
    proves="study_kind intern_at_once",
)

parental_authorisation = paper(
    "parental_authorisation",
    "Autorisation d'un parent",
    "Authorisation by a parent",
    ("À faire signer par un parent.", "To be signed by a parent."),
    SIGNED_ORIGINAL,
    sources.STUDENT_UNDER_16,
    proves="born_on",
)
