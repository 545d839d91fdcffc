"""Article D160-2 of the code de la sécurité sociale: three months of residence, and who need not wait."""

from ouverture.law.css.l161_1 import family_member
from ouverture.law.facts.family import minor_with, relative_insured
from ouverture.law.facts.means import listed_benefit
from ouverture.law.facts.situation import activity, study_kind
from ouverture.law.facts.stay import in_france_since, stay_document
from ouverture.law.sources import article, rule, statement

ARTICLE = article("CSS", "D160-2", "LEGIARTI000042947082", "05e1a1558d424d7d", since="2021-05-01")
OF_2020 = article("CSS", "D160-2", "LEGIARTI000039810099", "751d178bd1109c72", since="2020-01-01", until="2021-05-01")
BEFORE_2020 = statement("A8", "7f9cb8cd5b6af01c", "CSS D160-2")
COVID = statement("S46", "02670122654c1186", "Covid waivers")

three_months = rule(
    ARTICLE,
    "three_months",
    "I al. 1",
    "elles résident en France de manière ininterrompue depuis plus de trois mois",
    in_france_since.more_than_ago(months=3),
    "Vous vivez en France sans interruption depuis plus de trois mois.",
    "You have lived in France without interruption for more than three months.",
    rows="A6 T4",
    since="2016-01-01",
)

benefit_proves_residence = rule(
    ARTICLE,
    "benefit_proves_residence",
    "I a to f",
    "Ce justificatif peut attester de la perception d'une des prestations ou allocations suivantes",
    listed_benefit.is_yes(),
    "Recevoir une prestation de la liste remplace la preuve des trois mois.",
    "Receiving a benefit on the list replaces the proof of three months.",
    rows="A7",
    since="2016-01-01",
)

refugee_at_once = rule(
    ARTICLE,
    "refugee_at_once",
    "II 1°",
    "Personnes reconnues réfugiées ou bénéficiaires de la protection subsidiaire",
    stay_document.among("refugee", "subsidiary_protection"),
    "Un réfugié reconnu ou protégé n'a pas de délai.",
    "A recognised or protected refugee need not wait.",
    rows="A8 S62",
    since="2016-01-01",
)

asylum_minor_at_once = rule(
    ARTICLE,
    "asylum_minor_at_once",
    "II 1°",
    "les personnes mineures enregistrées par l'autorité compétente en qualité de demandeur d'asile ou à la charge "
    "d'une personne enregistrée comme telle",
    minor_with.among("asylum", "refugee"),
    "Un mineur qui demande l'asile, ou dont un parent le demande, n'a pas de délai.",
    "A minor asking for asylum, or whose parent is, need not wait.",
    rows="A8 S61",
    since="2016-01-01",
)

asylum_adult_at_once = rule(
    BEFORE_2020,
    "asylum_adult_at_once",
    "II 1°",
    "Adult asylum seekers were on the list until 2019-12-31",
    stay_document.among("asylum_certificate"),
    "Jusqu'au 31 décembre 2019, un adulte demandeur d'asile n'avait pas de délai.",
    "Until 31 December 2019, an adult asylum seeker need not wait.",
    rows="A8 S60 C10",
    until="2020-01-01",
)

asylum_adult_waits = rule(
    OF_2020,
    "asylum_adult_waits",
    "II 1°",
    "les personnes mineures enregistrées par l'autorité compétente",
    stay_document.among("asylum_certificate"),
    "Depuis 2020, seuls les mineurs qui demandent l'asile sont dispensés ; un adulte attend trois mois.",
    "Since 2020, only minors who ask for asylum are exempt; an adult waits three months.",
    rows="A8 S60 C10",
    since="2020-01-01",
)

volunteer_at_once = rule(
    ARTICLE,
    "volunteer_at_once",
    "II 2°",
    "Personnes de retour en France après avoir accompli",
    activity.among("returned_volunteer"),
    "Un volontaire international de retour, sans autre couverture, n'a pas de délai.",
    "A returning international volunteer with no other cover need not wait.",
    rows="A8 S50",
    since="2016-01-01",
)

family_at_once = rule(
    ARTICLE,
    "family_at_once",
    "II 3°",
    "Membres de la famille au sens de l'article L. 161-1 qui rejoignent ou accompagnent pour s'installer en France un "
    "assuré y séjournant dans les conditions prévues à l'article L. 160-1",
    family_member.holds & relative_insured.is_yes(),
    "Qui rejoint en France un membre de sa famille déjà assuré n'attend pas trois mois.",
    "Whoever joins in France a family member already insured does not wait three months.",
    rows="A8 S31 S32 S33 C6",
    since="2016-01-01",
)

care_service_at_once = rule(
    ARTICLE,
    "care_service_at_once",
    "II 4°",
    "Personnes prises en charge par les établissements ou services mentionnés aux 1° et 4° du I de l'article L. 312-1 "
    "du code de l'action sociale et des familles",
    minor_with.among("care_service"),
    "Un mineur confié à l'aide sociale à l'enfance ou à la protection judiciaire n'a pas de délai.",
    "A minor in the care of the child welfare or youth justice services need not wait.",
    rows="A8 S65",
    since="2016-01-01",
)

student_at_once = rule(
    ARTICLE,
    "student_at_once",
    "II 5°",
    "Personnes inscrites dans un établissement d'enseignement",
    activity.among("studying") & study_kind.among("enrolled"),
    "Une personne inscrite dans un établissement d'enseignement n'a pas de délai.",
    "A person enrolled in an educational establishment need not wait.",
    rows="A8 S20 S23 S25 C12",
    since="2018-09-01",
)

intern_at_once = rule(
    ARTICLE,
    "intern_at_once",
    "II 5°",
    "personnes venant en France effectuer un stage dans le cadre d'accords de coopération culturelle, technique et "
    "scientifique",
    activity.among("studying") & study_kind.among("intern_agreement"),
    "Un stagiaire venu dans le cadre d'un accord de coopération n'a pas de délai.",
    "An intern who came under a cooperation agreement need not wait.",
    rows="A8 S12",
    since="2016-01-01",
)

no_wait = rule(
    ARTICLE,
    "no_wait",
    "II",
    "La condition de stabilité de la résidence est également satisfaite, sans délai",
    refugee_at_once.holds | family_at_once.holds | volunteer_at_once.holds | intern_at_once.holds,
    "La condition de stabilité est remplie tout de suite.",
    "The condition of stability is met at once.",
    rows="A8 A9",
    since="2016-01-01",
)

BLIND_SPOTS = (
    "D160-2 II 1° asks that the adult asylum seeker may still remain in France; that right is not modelled.",
)
