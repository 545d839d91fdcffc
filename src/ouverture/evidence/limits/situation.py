"""What does not count: private insurance, hours, turnover, another's form, resources."""

from ouverture.evidence.circumstances import answered_by
from ouverture.evidence.citations import css, sources
from ouverture.evidence.filing import AID_TO_MINORS, EUROPEAN, FAMILY, WITHOUT_WORK
from ouverture.evidence.not_to_be_asked import not_asked
from ouverture.law.facts.means import eu_resident_five_years

no_private_insurance = not_asked(
    "no_private_insurance",
    (
        "De ne pas avoir d'assurance privée, ou de la résilier d'abord",
        "To have no private insurance, or to cancel it first",
    ),
    WITHOUT_WORK,
    ("vous demandez la couverture sans travailler", "you claim cover without working"),
    (
        "L'article R. 111-3, I n'écarte que les personnes qui relèvent d'un régime de sécurité sociale d'un autre "
        "État. Une assurance privée n'en est pas un : elle n'empêche pas l'affiliation.",
        "Article R. 111-3, I sets aside only persons under another State's social security scheme. Private insurance "
        "is not one: it does not prevent affiliation.",
    ),
    css.ONLY_A_STATE_SCHEME,
    sources.PRIVATE_INSURANCE,
)

attachment_of_an_adult = not_asked(
    "attachment_of_an_adult",
    (
        "Un formulaire de rattachement rempli par votre conjoint ou votre proche (S3705)",
        "An attachment form filled in by your partner or relative (S3705)",
    ),
    FAMILY,
    (
        "vous rejoignez un membre de votre famille assuré en France",
        "you join a member of your family who is insured in France",
    ),
    (
        "Je suis adulte : depuis 2016, seuls les mineurs sont ayants droit (article L. 160-2), hors régime militaire. "
        "Je demande ma couverture en mon nom, avec le formulaire S1106.",
        "I am an adult: since 2016 only minors are covered through another (article L. 160-2), save in the military "
        "scheme. I claim cover in my own name, with form S1106.",
    ),
    css.ONLY_MINORS_THROUGH_ANOTHER,
)

hours_of_work = not_asked(
    "hours_of_work",
    ("Un nombre d'heures ou plusieurs fiches de paie", "A number of hours, or several payslips"),
    answered_by("employee", "employee_of_a_foreign_employer", "posted_without_certificate", "agricultural"),
    ("vous êtes salarié", "you are an employee"),
    (
        "La prise en charge des soins est due dès la première heure travaillée (articles L. 160-1 et R. 161-8-1) ; un "
        "nombre d'heures n'est demandé que pour les indemnités journalières.",
        "Cover of care is due from the first hour worked (articles L. 160-1 and R. 161-8-1); a number of hours is "
        "asked only for daily sickness benefit.",
    ),
    css.WORK_IS_ENOUGH,
    css.RIGHTS_FROM_AFFILIATION,
    sources.NO_NUMBER_OF_HOURS,
)

turnover = not_asked(
    "turnover",
    ("Un chiffre d'affaires", "A turnover"),
    answered_by("self_employed", "self_employed_before_the_cpam"),
    ("vous travaillez à votre compte", "you are self-employed"),
    (
        "Mon activité est immatriculée : elle ouvre la prise en charge des soins dès son début, sans chiffre "
        "d'affaires minimum (article L. 111-2-2, 1° b).",
        "My business is registered: it opens cover of care from its start, with no minimum turnover (article L. "
        "111-2-2, 1° b).",
    ),
    css.SELF_EMPLOYED_FROM_THE_START,
)

resources_after_five_years = not_asked(
    "resources_after_five_years",
    ("Vos ressources", "Your resources"),
    EUROPEAN & eu_resident_five_years.is_yes(),
    (
        "vous êtes européen et vivez légalement en France depuis cinq ans",
        "you are European and have lived legally in France for five years",
    ),
    (
        "Je vis légalement en France depuis cinq ans : mon droit de séjour est permanent et ne dépend plus de mes "
        "ressources.",
        "I have lived legally in France for five years: my right of residence is permanent and no longer depends on my "
        "resources.",
    ),
    sources.FIVE_YEARS,
)

resources_of_a_minor = not_asked(
    "resources_of_a_minor",
    (
        "Les ressources, ou trois mois de présence, pour un mineur",
        "Resources, or three months of presence, for a minor",
    ),
    AID_TO_MINORS,
    ("un mineur demande l'aide médicale de l'État", "a minor applies for State medical aid"),
    (
        "La demande concerne un mineur : l'aide médicale de l'État lui est due sans délai et sans condition de "
        "ressources.",
        "The claim concerns a minor: State medical aid is due at once, with no resources test.",
    ),
    sources.AID_MINORS,
)
