"""Article L161-1 of the code de la sécurité sociale: who is a member of the family."""

from ouverture.law.facts.family import family_tie
from ouverture.law.sources import article, rule

ARTICLE = article("CSS", "L161-1", "LEGIARTI000031686766", "2a3e1877ff3de3e7", since="2016-01-01")

family_member = rule(
    ARTICLE,
    "family_member",
    "1° to 3°",
    "Le conjoint de l'assuré social, son concubin ou la personne à laquelle il est lié par un pacte civil de "
    "solidarité",
    family_tie.among("spouse", "pacs", "concubin", "child", "relative_raising_children"),
    "Conjoint, partenaire de PACS, concubin, enfant étudiant de moins de 20 ans, proche qui élève les enfants.",
    "Spouse, PACS partner, cohabiting partner, studying child under 20, relative who raises the children.",
    rows="A17",
)

BLIND_SPOTS = ()
