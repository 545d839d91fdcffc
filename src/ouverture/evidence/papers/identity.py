"""Who the person is."""

from ouverture.evidence.citations import crpa, css, sources
from ouverture.evidence.copies import CIVIL_COPY, OFFICIAL_COPY
from ouverture.evidence.paper import paper

identity_document = paper(
    "identity_document",
    "Pièce d'identité : carte d'identité ou passeport (pages d'identité)",
    "Identity document: identity card or passport (identity pages)",
    ("Les autorités de votre pays de nationalité.", "The authorities of your country of nationality."),
    CIVIL_COPY,
    css.IDENTITY_AND_RESIDENCE,
    css.TITLE_OF_IDENTITY_OR_STAY,
    crpa.ORIGINAL_OR_PHOTOCOPY,
    proves="nationality born_on french_national eu_national",
)

photo_identity_document = paper(
    "photo_identity_document",
    "Document d'identité avec photo",
    "Identity document with a photo",
    ("Les autorités de votre pays de nationalité.", "The authorities of your country of nationality."),
    CIVIL_COPY,
    sources.AID_PHOTO,
    proves="nationality born_on",
)

care_service_document = paper(
    "care_service_document",
    "Document de l'ASE ou de la PJJ, ou jugement du tribunal pour enfants, qui atteste la prise en charge",
    "Document of the child welfare or youth justice service, or judgment of the children's court, certifying the care",
    ("Le service qui a la garde du mineur.", "The service in charge of the minor."),
    OFFICIAL_COPY,
    css.CARE_SERVICE_IDENTIFIES,
    css.CHILDREN_IN_CARE_NEED_NOT_WAIT,
    proves="minor_with care_service_at_once",
)

military_identity_card = paper(
    "military_identity_card",
    "Carte d'identité militaire (légionnaires)",
    "Military identity card (legionnaires)",
    ("Votre unité.", "Your unit."),
    CIVIL_COPY,
    css.MILITARY_CARD_IDENTIFIES,
    proves="nationality",
)
