"""Who the person is: identity for admission, civil status for the permanent number."""

from ouverture.evidence.circumstances import answered_by
from ouverture.evidence.citations import css
from ouverture.evidence.filing import IN_OWN_NAME, NEEDS_A_TITLE, ON_ANOTHER_ACCOUNT, PROTECTED
from ouverture.evidence.papers import civil_status as papers
from ouverture.evidence.papers import stay as stay_papers
from ouverture.evidence.papers.identity import identity_document, military_identity_card
from ouverture.evidence.requirement import Option, requirement
from ouverture.law.facts.plan import born_in
from ouverture.law.facts.situation import activity, pension_from
from ouverture.law.facts.stay import stay_document
from ouverture.text import Text

identity = requirement(
    "identity",
    (
        identity_document,
        Option(
            stay_papers.stay_document,
            NEEDS_A_TITLE
            & stay_document.among("residence_card", "renewal_receipt", "provisional_permit", "temporary_protection"),
        ),
        Option(
            stay_papers.asylum_certificate, NEEDS_A_TITLE & stay_document.among("asylum_certificate"), once_said=True
        ),
        Option(stay_papers.protection_document, PROTECTED, once_said=True),
    ),
    IN_OWN_NAME | ON_ANOTHER_ACCOUNT,
    ("vous demandez une couverture en votre nom", "you claim cover in your own name"),
    (
        "Elle dit qui vous êtes : c'est une condition de l'ouverture des droits, et elle suffit pour le numéro "
        "d'attente.",
        "It says who you are: this is a condition of cover, and it is enough for the waiting number.",
    ),
    css.IDENTITY_AND_RESIDENCE,
    css.TITLE_OF_IDENTITY_OR_STAY,
)

civil_status = requirement(
    "civil_status",
    (
        Option(papers.birth_certificate, ~PROTECTED),
        Option(papers.ofpra_civil_status, PROTECTED, once_said=True),
        Option(
            military_identity_card,
            answered_by("military"),
            Text("vous êtes légionnaire", "you are a legionnaire"),
        ),
        Option(
            papers.eu_pension_form,
            activity.among("pension") & pension_from.among("france", "eu_eea_switzerland_uk", "switzerland"),
            Text(
                "vous demandez une pension d'ayant droit par un formulaire européen",
                "you claim a survivor's pension through a European form",
            ),
        ),
    ),
    IN_OWN_NAME & born_in.other_than("FR"),
    ("vous êtes né hors de France", "you were born outside France"),
    (
        "Il confirme votre état civil pour le numéro définitif. Il n'est pas une condition de l'ouverture des droits.",
        "It confirms your civil status for the permanent number. It is not a condition of cover.",
    ),
    css.CIVIL_STATUS,
    css.NUMBER_FROM_CIVIL_STATUS,
    css.CERTIFICATE_IMPOSSIBLE,
    because=("Vous êtes né hors de France.", "You were born outside France."),
    may_follow=(
        "Vous pouvez l'envoyer après : la caisse ouvre les droits avec un numéro d'attente et laisse trois mois, à "
        "partir de sa lettre, pour le produire. S'il est impossible de l'obtenir, écrivez-le : la loi prévoit ce cas.",
        "You may send it later: the caisse opens rights with a waiting number and allows three months, from its "
        "letter, to produce it. If it cannot be obtained, write so: the law provides for that case.",
    ),
    follows=css.CERTIFICATE_WITHIN_THREE_MONTHS,
    deadline="birth_act_first_term",
)
