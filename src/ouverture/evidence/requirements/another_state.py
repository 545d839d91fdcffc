"""Another State pays: the form that says so."""

from ouverture.evidence.circumstances import answered_by
from ouverture.evidence.citations import css, sources
from ouverture.evidence.filing import ON_ANOTHER_ACCOUNT
from ouverture.evidence.papers import elsewhere, forms, work
from ouverture.evidence.requirement import requirement

s1 = requirement(
    "s1",
    (elsewhere.s1_form,),
    ON_ANOTHER_ACCOUNT,
    ("un autre État paie vos soins", "another State pays for your care"),
    (
        "Il dit que l'autre État paie : déposé à la CPAM, il ouvre les soins en France.",
        "It says that the other State pays: handed to the CPAM, it opens care in France.",
    ),
    sources.S1_FORM,
)

posting = requirement(
    "posting",
    (work.posting_certificate,),
    answered_by("posted_with_a1", "posted_under_treaty"),
    ("un certificat vous garde assuré dans un autre pays", "a certificate keeps you insured in another country"),
    (
        "Il prouve que vous restez assuré dans votre pays. Gardez-le sur vous.",
        "It proves that you stay insured at home. Keep it with you.",
    ),
    css.POSTED_AND_EXEMPT,
)

european_card = requirement(
    "european_card",
    (elsewhere.european_card,),
    answered_by(
        "insured_in_europe",
        "unemployed_by_another_state",
        "eu_jobseeker",
        "visitor_insured_in_europe",
        "minor_with_a_home_card",
    ),
    ("un autre État européen vous assure", "another European State insures you"),
    (
        "Montrez-la au médecin et à la pharmacie : il n'y a rien à envoyer à la CPAM.",
        "Show it to the doctor and the pharmacy: there is nothing to send to the CPAM.",
    ),
    sources.EUROPEAN_CARD,
    sources.EXPORTED_BENEFIT,
)

treaty = requirement(
    "treaty",
    (elsewhere.treaty_form,),
    answered_by(
        "insured_by_treaty", "works_abroad_lives_here_by_treaty", "on_a_relatives_treaty_form", "minor_by_treaty"
    ),
    (
        "une convention met vos soins à la charge d'un autre pays",
        "a treaty puts your care on another country's account",
    ),
    (
        "Il dit que l'autre pays paie. Son numéro dépend de la convention et n'est pas vérifié ici.",
        "It says that the other country pays. Its number depends on the treaty and is not verified here.",
    ),
    sources.TREATY_FORM,
)

swiss_choice = requirement(
    "swiss_choice",
    (forms.swiss_choice_form,),
    answered_by(
        "swiss_worker_in_french_scheme",
        "swiss_worker_choice",
        "swiss_pensioner_in_french_scheme",
        "swiss_pensioner_choice",
    ),
    (
        "vous vivez en France et travaillez en Suisse, ou n'avez de pension que suisse",
        "you live in France and work in Switzerland, or have a Swiss pension alone",
    ),
    (
        "Il fait connaître votre choix, dans les trois mois ; sans lui, c'est l'assurance suisse, pour toujours.",
        "It states your choice, within three months; without it, Swiss insurance applies, for good.",
    ),
    css.SWISS_CHOICE,
    sources.SWISS_FORM,
)

rights_to_keep = requirement(
    "rights_to_keep",
    (elsewhere.rights_certificate,),
    answered_by("rights_kept_unclear"),
    ("vos droits étaient ouverts quand votre document a expiré", "your rights were open when your document expired"),
    ("Elle prouve que vos droits étaient ouverts.", "It proves that your rights were open."),
    sources.RIGHTS_CERTIFICATE,
)
