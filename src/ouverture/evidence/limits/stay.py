"""Residence titles: of whom they may not be asked, and on which day they are judged."""

from ouverture.evidence.citations import css, sources
from ouverture.evidence.filing import AID_TO_MINORS, CHILD, CHILD_IN_CARE, IN_OWN_NAME, NEEDS_A_TITLE
from ouverture.evidence.not_to_be_asked import not_asked
from ouverture.law.css.r111_3 import eu_national

title_of_a_european = not_asked(
    "title_of_a_european",
    ("Un titre de séjour", "A residence permit"),
    IN_OWN_NAME & eu_national.holds,
    (
        "vous êtes ressortissant de l'Union européenne, de l'EEE ou de la Suisse",
        "you are a national of the European Union, the EEA or Switzerland",
    ),
    (
        "Je suis ressortissant d'un État de l'Union européenne, de l'EEE ou de la Suisse. L'article R. 111-3, I ne "
        "demande un titre de séjour qu'aux autres étrangers.",
        "I am a national of a State of the European Union, the EEA or Switzerland. Article R. 111-3, I asks only other "
        "foreigners for a residence permit.",
    ),
    css.NO_TITLE_FOR_EUROPEANS,
)

title_of_a_minor = not_asked(
    "title_of_a_minor",
    ("Un titre de séjour pour un mineur", "A residence permit for a minor"),
    CHILD | CHILD_IN_CARE | AID_TO_MINORS,
    ("la demande concerne un mineur", "the claim concerns a minor"),
    (
        "La demande concerne un mineur. Un mineur n'a pas besoin de titre de séjour (article L. 411-1 du code de "
        "l'entrée et du séjour des étrangers).",
        "The claim concerns a minor. A minor needs no residence permit (article L. 411-1 of the code on entry and "
        "stay of foreigners).",
    ),
    sources.MINORS_NEED_NO_TITLE,
)

newer_title_after_the_claim = not_asked(
    "newer_title_after_the_claim",
    (
        "Un nouveau titre, parce que le vôtre a expiré après le dépôt de la demande",
        "A new permit, because yours expired after the claim was filed",
    ),
    IN_OWN_NAME & NEEDS_A_TITLE,
    (
        "vous n'êtes ni français, ni ressortissant de l'Union européenne, de l'EEE ou de la Suisse",
        "you are neither French nor a national of the European Union, the EEA or Switzerland",
    ),
    (
        "Mon document était valable le jour de ma demande. L'article R. 111-3, II dit que la régularité s'apprécie ce "
        "jour-là, même si la demande est examinée plus tard.",
        "My document was in date on the day of my claim. Article R. 111-3, II says that regularity is judged on that "
        "day, even if the claim is examined later.",
    ),
    css.JUDGED_ON_CLAIM_DAY,
)
