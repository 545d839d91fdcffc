"""Code de la sécurité sociale: identity, residence, stay, ties, and what may come later."""

from ouverture.evidence.citation import cite
from ouverture.law.css.d160_2 import ARTICLE as _D160_2
from ouverture.law.css.l111_2_2 import ARTICLE as _L111_2_2
from ouverture.law.css.l160_1 import ARTICLE as _L160_1
from ouverture.law.css.l160_2 import ARTICLE as _L160_2
from ouverture.law.css.l160_6 import ARTICLE as _L160_6
from ouverture.law.css.l161_1 import ARTICLE as _L161_1
from ouverture.law.css.l380_3_1 import ARTICLE as _L380_3_1
from ouverture.law.css.r111_2 import ARTICLE as _R111_2
from ouverture.law.css.r111_3 import ARTICLE as _R111_3
from ouverture.law.sources import article

_L160_5 = article("CSS", "L160-5", "LEGIARTI000033714770", "bf308018ff4e4e0b", since="2016-12-25")
_L161_1_4 = article("CSS", "L161-1-4", "LEGIARTI000042686260", "33494ed39a619b97", since="2020-12-16")
_R114_7 = article("CSS", "R114-7", "LEGIARTI000045283756", "63471f562b57f18f", since="2022-03-01")
_R114_8 = article("CSS", "R114-8", "LEGIARTI000045283752", "2b2df37a62085e69", since="2022-03-01")
_R161_8_1 = article("CSS", "R161-8-1", "LEGIARTI000038789122", "28d2bb37369ac9c3", since="2019-07-08")
_R161_1 = article("CSS", "R161-1", "LEGIARTI000045283745", "8a86a5d1acda7d0a", since="2022-03-01")

START = "2016-01-01"

CLAIM = cite(
    _L160_5,
    "al. 1",
    "Toute personne qui déclare auprès d'une caisse primaire d'assurance maladie, dans des conditions fixées par "
    "décret, ne pas bénéficier de la prise en charge des frais de santé",
    "A5 4c forms/2",
    since=START,
)
IDENTITY_AND_RESIDENCE = cite(
    _L160_5,
    "al. 1",
    "dès qu'elle justifie de son identité et de sa résidence stable et régulière",
    "A5 D5",
    since=START,
)
BANK_DETAILS = cite(
    _L160_5,
    "al. 1",
    "dès qu'elle justifie de son identité et de sa résidence stable et régulière",
    "4c forms/2 trap_13",
    certainty="M",
    since=START,
)
ELECTED_ADDRESS = cite(
    _L160_5, "al. 3", "Les personnes sans domicile stable doivent élire domicile", "A5 S53", since=START
)

TAX_PAPERS = cite(
    _L161_1_4,
    "al. 1",
    "notamment la production d'avis d'imposition ou de déclarations déposées auprès des administrations fiscales "
    "compétentes",
    "S37 4c after/E1",
    since="2016-01-28",
)
OBTAINED_DIRECTLY = cite(
    _L161_1_4,
    "al. 2",
    "lorsqu'ils peuvent obtenir directement les informations ou pièces justificatives nécessaires",
    "D11",
)

TITLE_OF_IDENTITY_OR_STAY = cite(
    _R114_7, "I 1°", "Un titre d'identité ou de séjour permettant l'identification de la personne", "D1 4c"
)
CIVIL_STATUS = cite(
    _R114_7, "I 2°", "Un document d'état civil permettant de confirmer leur identité", "D1 D7 4c forms/2"
)
TRANSLATION = cite(
    _R114_7,
    "I 2°",
    "sauf si le document émane des autorités d'un Etat membre de l'Union européenne, de l'Espace économique européen "
    "ou de la Confédération suisse ou si un accord international en dispense le demandeur, de sa traduction en langue "
    "française",
    "D1 L10 trap_14",
)
MORE_RECENT_IF_NEEDED = cite(
    _R114_7, "I dernier al.", "si cela s'avère nécessaire à la certification de son identité", "D8 C14"
)
NUMBER_WITHOUT_CERTIFICATE = cite(
    _R114_7,
    "III",
    "Si seul le titre d'identité ou de séjour produit par le demandeur répond aux exigences d'identification et "
    "d'authenticité mentionnées au II, l'organisme de sécurité sociale lui délivre un numéro d'identification "
    "d'attente",
    "D3 D5 trap_13 numbers/4",
)
CERTIFICATE_WITHIN_THREE_MONTHS = cite(
    _R114_7,
    "III",
    "Il informe la personne qu'elle est tenue de produire le document d'état civil manquant dans un délai de trois "
    "mois",
    "D3 D4 D5",
)
CERTIFICATE_IMPOSSIBLE = cite(
    _R114_7,
    "V 2°",
    "S'il estime qu'une impossibilité matérielle fait définitivement obstacle à la production des éléments manquants",
    "D4",
)
CARE_SERVICE_IDENTIFIES = cite(
    _R114_8,
    "1°",
    "peut être assurée sur la seule base d'un document émanant de ces services ou d'un jugement du tribunal pour "
    "enfants",
    "D6 S65",
)
MILITARY_CARD_IDENTIFIES = cite(_R114_8, "2°", "sur la seule base d'une carte d'identité militaire", "D6")
OFPRA_IDENTIFIES = cite(
    _R114_8, "3°", "des éléments d'état civil reconstitués par l'Office français de protection", "D6 S62"
)
EU_PENSION_FORM_IDENTIFIES = cite(
    _R114_8, "4°", "les formulaires de demande prévus par ce règlement tiennent lieu de justificatif d'état civil", "D6"
)
NUMBER_FROM_CIVIL_STATUS = cite(
    _R161_1,
    "al. 1",
    "sur la base des pièces d'identité et d'état civil qu'elle communique",
    "D1 numbers/4",
    since="2017-05-06",
)

REGULAR_STAY = cite(
    _R111_3,
    "I al. 2",
    "la liste des titres ou documents attestant la régularité de la situation des personnes de nationalité étrangère",
    "G2 4c forms/2",
    since=START,
)
NO_TITLE_FOR_EUROPEANS = cite(
    _R111_3,
    "I al. 2",
    "qui ne sont pas ressortissants d'un Etat membre de l'Union européenne, d'un Etat partie à l'accord sur l'Espace "
    "économique européen ou de la Confédération suisse",
    "G1",
    since=START,
)
JUDGED_ON_CLAIM_DAY = cite(
    _R111_3,
    "II",
    "y compris lorsque cette demande est instruite postérieurement à la date de fin de validité du document présenté",
    "G4 trap_9",
)
ONLY_A_STATE_SCHEME = cite(
    _R111_3,
    "I al. 1",
    "ne relèvent pas, par ailleurs, d'un régime de sécurité sociale d'un autre Etat",
    "A12 S30",
    since=START,
)
BY_ANY_MEANS = cite(
    _R111_2, "dernier al.", "La résidence en France peut être prouvée par tout moyen", "T3 T6 trap_6", since=START
)

THREE_MONTHS = cite(
    _D160_2,
    "I al. 1",
    "un justificatif démontrant qu'elles résident en France de manière ininterrompue depuis plus de trois mois",
    "A6 4c",
    since=START,
)
BENEFIT_REPLACES = cite(
    _D160_2,
    "I a à f",
    "Ce justificatif peut attester de la perception d'une des prestations ou allocations suivantes",
    "A7",
    since=START,
)
NO_WAIT = "La condition de stabilité de la résidence est également satisfaite, sans délai"
PROTECTED_NEED_NOT_WAIT = cite(
    _D160_2,
    "II 1°",
    "Personnes reconnues réfugiées ou bénéficiaires de la protection subsidiaire ou les personnes mineures "
    "enregistrées",
    "A8 S61 S62",
    since=START,
)
VOLUNTEER_NEED_NOT_WAIT = cite(_D160_2, "II 2°", "un volontariat international à l'étranger", "A8 S50", since=START)
FAMILY_NEED_NOT_WAIT = cite(
    _D160_2,
    "II 3°",
    "Membres de la famille au sens de l'article L. 161-1 qui rejoignent ou accompagnent pour s'installer en France un "
    "assuré",
    "A8 S31 C6 trap_1 trap_6",
    since=START,
)
CHILDREN_IN_CARE_NEED_NOT_WAIT = cite(
    _D160_2, "II 4°", "Personnes prises en charge par les établissements ou services", "A8 S65", since=START
)
ENROLLED_NEED_NOT_WAIT = cite(
    _D160_2,
    "II 5°",
    "Personnes inscrites dans un établissement d'enseignement ou personnes venant en France effectuer un stage",
    "A8 S20 S12 trap_1",
    since="2018-09-01",
)
FAMILY_MEMBER = cite(
    _L161_1,
    "1° à 3°",
    "Le conjoint de l'assuré social, son concubin ou la personne à laquelle il est lié par un pacte civil de "
    "solidarité",
    "A17 S31 4c",
)
WORK_IS_ENOUGH = cite(_L160_1, "al. 1", "Toute personne travaillant", "A1 A3 T10 trap_1", since=START)
RIGHTS_FROM_AFFILIATION = cite(
    _R161_8_1, "al. 1", "Le droit aux prestations est ouvert à la date d'effet de l'affiliation", "A3"
)
WORK_FOR_AN_EMPLOYER = cite(
    _L111_2_2, "1° a", "Une activité pour le compte d'un ou de plusieurs employeurs", "A2 S1 S2 4c"
)
SELF_EMPLOYED_FROM_THE_START = cite(_L111_2_2, "1° b", "Une activité professionnelle non salariée", "S4", certainty="M")
SELF_EMPLOYED = cite(_L111_2_2, "1° b", "Une activité professionnelle non salariée", "A2 S4 4c")
CHILD_THROUGH_AN_ADULT = cite(
    _L160_2,
    "al. 1",
    "les enfants mineurs n'exerçant pas d'activité professionnelle qui sont à sa charge, à condition que la "
    "filiation, y compris adoptive, soit légalement établie",
    "A13 S52 4c",
    since=START,
)
ONLY_MINORS_THROUGH_ANOTHER = cite(
    _L160_2, "al. 1", "en tant qu'ayants droit d'un assuré social les enfants mineurs", "A13 A16 trap_5", since=START
)
POSTED_AND_EXEMPT = cite(
    _L160_6,
    "5°",
    "exemptés d'affiliation au régime français de sécurité sociale en application d'une convention internationale de "
    "sécurité sociale ou d'un règlement européen",
    "A11 S6 S7",
)
SWISS_CHOICE = cite(
    _L380_3_1,
    "I",
    "sur leur demande, sont exemptés d'affiliation obligatoire au régime suisse d'assurance maladie",
    "A20 S70",
    since=START,
)
