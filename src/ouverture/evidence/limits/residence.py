"""Three months, bills, addresses: who need not show them, and how they may be shown."""

from ouverture.evidence.circumstances import answered_by
from ouverture.evidence.citations import crpa, css, sources
from ouverture.evidence.filing import (
    CHILD,
    CHILD_IN_CARE,
    FAMILY,
    IN_OWN_NAME,
    MUST_SHOW_THREE_MONTHS,
    PROTECTED,
    STUDENT,
    WORKERS,
)
from ouverture.evidence.not_to_be_asked import not_asked
from ouverture.law.css.d160_2 import benefit_proves_residence

_THREE_MONTHS = ("Trois mois de factures ou de quittances", "Three months of bills or rent receipts")

three_months_of_family = not_asked(
    "three_months_of_family",
    _THREE_MONTHS,
    FAMILY,
    (
        "vous rejoignez un membre de votre famille assuré en France",
        "you join a member of your family who is insured in France",
    ),
    (
        "Je rejoins en France un membre de ma famille qui y est assuré. L'article D. 160-2, II, 3° du code de la "
        "sécurité sociale dit que la condition de stabilité est remplie sans délai : je n'ai pas à prouver trois mois "
        "de résidence.",
        "I am joining in France a member of my family who is insured there. Article D. 160-2, II, 3° of the code de la "
        "sécurité sociale says that the condition of stability is met at once: I need not prove three months of "
        "residence.",
    ),
    css.FAMILY_NEED_NOT_WAIT,
)

bills_in_own_name = not_asked(
    "bills_in_own_name",
    ("Une facture à votre propre nom", "A bill in your own name"),
    FAMILY,
    (
        "vous rejoignez un membre de votre famille assuré en France",
        "you join a member of your family who is insured in France",
    ),
    (
        "Nous vivons à la même adresse. L'article R. 111-2 dit que la résidence peut être prouvée par tout moyen : un "
        "papier au nom de la personne que je rejoins convient.",
        "We live at the same address. Article R. 111-2 says that residence may be proved by any means: a paper in the "
        "name of the person I join will do.",
    ),
    css.BY_ANY_MEANS,
)

three_months_of_a_student = not_asked(
    "three_months_of_a_student",
    _THREE_MONTHS,
    STUDENT | answered_by("cooperation_intern"),
    (
        "vous êtes inscrit dans un établissement d'enseignement, ou stagiaire dans un accord de coopération",
        "you are enrolled in a school or university, or an intern under a cooperation agreement",
    ),
    (
        "L'article D. 160-2, II, 5° dispense des trois mois les personnes inscrites dans un établissement "
        "d'enseignement et les stagiaires des accords de coopération.",
        "Article D. 160-2, II, 5° spares the three months to persons enrolled in an educational establishment and to "
        "interns under cooperation agreements.",
    ),
    css.ENROLLED_NEED_NOT_WAIT,
)

three_months_of_the_protected = not_asked(
    "three_months_of_the_protected",
    _THREE_MONTHS,
    answered_by("refugee", "minor_asylum_or_refugee") | (IN_OWN_NAME & PROTECTED),
    (
        "vous êtes réfugié ou protégé, ou un mineur qui demande l'asile",
        "you are a refugee or protected, or a minor asking for asylum",
    ),
    (
        "L'article D. 160-2, II, 1° dispense des trois mois les réfugiés, les bénéficiaires de la protection "
        "subsidiaire et les mineurs qui demandent l'asile.",
        "Article D. 160-2, II, 1° spares the three months to refugees, to beneficiaries of subsidiary protection and "
        "to minors asking for asylum.",
    ),
    css.PROTECTED_NEED_NOT_WAIT,
)

three_months_of_a_volunteer = not_asked(
    "three_months_of_a_volunteer",
    _THREE_MONTHS,
    answered_by("returned_volunteer"),
    ("vous rentrez d'un volontariat international", "you are back from an international volunteer posting"),
    (
        "L'article D. 160-2, II, 2° dispense des trois mois qui rentre d'un volontariat international à l'étranger.",
        "Article D. 160-2, II, 2° spares the three months to whoever is back from an international volunteer posting.",
    ),
    css.VOLUNTEER_NEED_NOT_WAIT,
)

three_months_of_a_child_in_care = not_asked(
    "three_months_of_a_child_in_care",
    _THREE_MONTHS,
    CHILD_IN_CARE,
    ("l'ASE ou la PJJ prend soin du mineur", "the child welfare or youth justice service looks after the minor"),
    (
        "L'article D. 160-2, II, 4° dispense des trois mois les personnes prises en charge par l'aide sociale à "
        "l'enfance ou la protection judiciaire de la jeunesse.",
        "Article D. 160-2, II, 4° spares the three months to persons in the care of the child welfare or youth justice "
        "services.",
    ),
    css.CHILDREN_IN_CARE_NEED_NOT_WAIT,
)

three_months_of_a_worker = not_asked(
    "three_months_of_a_worker",
    _THREE_MONTHS,
    WORKERS,
    ("vous travaillez en France", "you work in France"),
    (
        "Je travaille en France. L'article L. 160-1 couvre toute personne travaillant ; les trois mois de résidence ne "
        "concernent que les personnes sans activité.",
        "I work in France. Article L. 160-1 covers any person who works; the three months of residence concern only "
        "persons without work.",
    ),
    css.WORK_IS_ENOUGH,
)

three_months_of_a_child = not_asked(
    "three_months_of_a_child",
    _THREE_MONTHS,
    CHILD,
    ("l'enfant est couvert par un adulte assuré", "the child is covered through an insured adult"),
    (
        "Un enfant mineur à charge est couvert comme ayant droit (article L. 160-2) : aucun délai de résidence n'est "
        "prévu pour lui.",
        "A dependent minor is covered through an adult (article L. 160-2): no period of residence is provided for.",
    ),
    css.CHILD_THROUGH_AN_ADULT,
)

bills_beside_a_benefit = not_asked(
    "bills_beside_a_benefit",
    _THREE_MONTHS,
    MUST_SHOW_THREE_MONTHS & benefit_proves_residence.holds,
    ("vous recevez une prestation de la liste", "you receive a benefit on the list"),
    (
        "Je reçois une prestation citée à l'article D. 160-2, I : son attestation remplace la preuve des trois mois.",
        "I receive a benefit named in article D. 160-2, I: its statement replaces the proof of three months.",
    ),
    css.BENEFIT_REPLACES,
)

one_kind_of_proof = not_asked(
    "one_kind_of_proof",
    ("Une seule sorte de preuve de résidence, à l'exclusion des autres", "One kind of proof of residence and no other"),
    MUST_SHOW_THREE_MONTHS,
    ("vous devez montrer trois mois de résidence", "you must show three months of residence"),
    (
        "L'article R. 111-2 dit que la résidence en France peut être prouvée par tout moyen. Merci d'examiner les "
        "papiers que j'ai joints.",
        "Article R. 111-2 says that residence in France may be proved by any means. Please examine the papers I sent.",
    ),
    css.BY_ANY_MEANS,
)

a_paper_for_each_month = not_asked(
    "a_paper_for_each_month",
    ("Un papier pour chacun des mois", "A paper for each of the months"),
    MUST_SHOW_THREE_MONTHS,
    ("vous devez montrer trois mois de résidence", "you must show three months of residence"),
    (
        "La résidence se prouve par tout moyen (article R. 111-2). Selon une lettre de la caisse nationale de 2004, "
        "rapportée par une revue, un papier pour chaque mois n'est pas nécessaire.",
        "Residence is proved by any means (article R. 111-2). A letter of the national fund of 2004, reported by a "
        "journal, says that a paper for each month is not needed.",
    ),
    sources.NOT_EVERY_MONTH,
    css.BY_ANY_MEANS,
)

proof_of_a_declared_address = not_asked(
    "proof_of_a_declared_address",
    (
        "Un justificatif de domicile, quand une déclaration suffit (la durée de trois mois est une autre preuve)",
        "Proof of address, where a declaration is enough (the three months are a separate proof)",
    ),
    IN_OWN_NAME | CHILD,
    ("vous déposez une demande", "you file a claim"),
    (
        "Je déclare mon domicile. L'article R. 113-8 du code des relations entre le public et l'administration dit "
        "que je n'ai pas à présenter de justificatif.",
        "I declare my address. Article R. 113-8 of the code des relations entre le public et l'administration says "
        "that I need not show proof of it.",
    ),
    crpa.ADDRESS_IS_DECLARED,
)
