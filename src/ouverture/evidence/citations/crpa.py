"""Code des relations entre le public et l'administration: copies, age of documents, addresses, missing pieces."""

from ouverture.evidence.citation import cite
from ouverture.law.sources import article

_R113_5 = article("CRPA", "R113-5", "LEGIARTI000031370019", "995bc361390ed1e5", since="2016-01-01")
_R113_6 = article("CRPA", "R113-6", "LEGIARTI000031370021", "9c7a3884fa696c44", since="2016-01-01")
_R113_7 = article("CRPA", "R113-7", "LEGIARTI000031370023", "e3213e9e1042d813", since="2016-01-01")
_R113_8 = article("CRPA", "R113-8", "LEGIARTI000031370025", "cca05da8b7af0c07", since="2016-01-01")
_R113_10 = article("CRPA", "R113-10", "LEGIARTI000031370031", "2dbf3016a07bfe89", since="2016-01-01")
_R113_11 = article("CRPA", "R113-11", "LEGIARTI000031370033", "fdb485a768973aeb", since="2016-01-01")
_L113_12 = article("CRPA", "L113-12", "LEGIARTI000045213328", "9931b65021ee18e1", since="2022-02-23")
_L114_5 = article("CRPA", "L114-5", "LEGIARTI000031367402", "4b5a5f0f6af26305", since="2016-01-01")
_L114_5_1 = article("CRPA", "L114-5-1", "LEGIARTI000037309543", "0138c0aa71f7521c", since="2018-08-12")

ORIGINAL_OR_PHOTOCOPY = cite(
    _R113_5,
    "al. 1",
    "la présentation de l'original ou la production ou l'envoi d'une photocopie lisible",
    "D9 forms/2",
)
IDENTITY_REPLACES_BIRTH_EXTRACT = cite(_R113_5, "tableau", "Extrait de l'acte de naissance du titulaire.", "D9 forms/2")
IDENTITY_ORIGINAL_ON_DOUBT = cite(
    _R113_6,
    "al. 1",
    "l'administration peut demander de manière motivée par lettre recommandée avec demande d'avis de réception la "
    "présentation de l'original",
    "D9",
)
NO_AGE_LIMIT = cite(
    _R113_7,
    "",
    "les pièces d'état civil sont prises en compte quelle que soit la date de leur délivrance",
    "D8 C14",
)
ADDRESS_IS_DECLARED = cite(
    _R113_8,
    "al. 1",
    "Les personnes physiques qui déclarent leur domicile dans les procédures mentionnées à l'article R. 113-5 ne sont "
    "pas tenues de présenter des pièces justificatives",
    "T8",
    certainty="M",
)
NO_CERTIFIED_COPY = cite(
    _R113_10,
    "al. 1",
    "L'administration ne peut exiger, dans les procédures administratives qu'elle instruit, la certification conforme "
    "à l'original des photocopies de documents délivrés par une administration",
    "D9",
)
ORIGINAL_ON_DOUBT = cite(
    _R113_11,
    "al. 1",
    "l'administration peut demander de manière motivée par lettre recommandée avec une demande d'avis de réception la "
    "présentation de l'original",
    "D9",
)
ALREADY_HELD = cite(
    _L113_12,
    "",
    "ne peut être tenue de produire des informations ou des données que celle-ci détient ou qu'elle peut obtenir "
    "directement auprès d'une administration participant au système d'échange de données",
    "D11",
)
MISSING_PIECES_ARE_LISTED = cite(
    _L114_5,
    "al. 1",
    "celle-ci indique au demandeur les pièces et informations manquantes exigées par les textes législatifs et "
    "réglementaires en vigueur",
    "D10",
)
MISSING_PIECE_DOES_NOT_STOP = cite(
    _L114_5_1,
    "al. 1",
    "L'absence d'une pièce au sein d'un dossier déposé par un usager en vue de l'attribution d'un droit ne peut "
    "conduire l'administration à suspendre l'instruction de ce dossier dans l'attente de la transmission de la pièce "
    "manquante",
    "D10",
)
