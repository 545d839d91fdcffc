"""Joining somebody who is insured in France: the tie, their insurance, the common address."""

from ouverture.evidence.citations import crpa, css, sources
from ouverture.evidence.filing import FAMILY
from ouverture.evidence.papers import family as papers
from ouverture.evidence.papers.residence import proof_of_address
from ouverture.evidence.requirement import Option, requirement
from ouverture.law.facts.family import family_tie

_CASE = (
    "vous rejoignez un membre de votre famille assuré en France",
    "you join a member of your family who is insured in France",
)

tie = requirement(
    "family_tie",
    (
        Option(papers.marriage_certificate, family_tie.among("spouse")),
        Option(papers.pacs_certificate, family_tie.among("pacs")),
        Option(papers.cohabitation_statement, family_tie.among("concubin")),
        Option(papers.family_tie_document, family_tie.among("child", "relative_raising_children")),
    ),
    FAMILY,
    _CASE,
    (
        "Il prouve le lien de famille : c'est ce lien qui dispense des trois mois.",
        "It proves the family tie: that tie is what spares you the three months.",
    ),
    sources.FAMILY_TIE,
    css.FAMILY_NEED_NOT_WAIT,
    css.FAMILY_MEMBER,
)

relative_insured = requirement(
    "relative_insured",
    (papers.relative_rights_certificate,),
    FAMILY,
    _CASE,
    (
        "Elle prouve que cette personne est assurée en France aujourd'hui.",
        "It proves that this person is insured in France today.",
    ),
    sources.FAMILY_FILE,
    css.FAMILY_NEED_NOT_WAIT,
)

relative_identity = requirement(
    "relative_identity",
    (papers.relative_identity_document,),
    FAMILY,
    _CASE,
    ("Elle dit qui est la personne que vous rejoignez.", "It says who the person you join is."),
    sources.FAMILY_FILE,
)

common_address = requirement(
    "common_address",
    (proof_of_address,),
    FAMILY,
    _CASE,
    (
        "Il montre que vous vivez à la même adresse. Un papier suffit, au nom de l'un ou de l'autre ; trois mois de "
        "factures ne sont pas exigés. Déclarer l'adresse suffit en principe : ce papier évite une question.",
        "It shows that you live at the same address. One paper is enough, in either name; three months of bills are "
        "not required. Declaring the address is enough in principle: this paper spares you a question.",
    ),
    sources.FAMILY_FILE,
    css.BY_ANY_MEANS,
    crpa.ADDRESS_IS_DECLARED,
)
