"""Birth certificates: not a condition, not always needed, never too old."""

from ouverture.evidence.citations import crpa, css
from ouverture.evidence.filing import ANY_FILE, CHILD_IN_CARE, IN_OWN_NAME, PROTECTED
from ouverture.evidence.not_to_be_asked import not_asked
from ouverture.law.css.r111_3 import french_national
from ouverture.law.facts.plan import born_in
from ouverture.places.memberships import EU_EEA_SWITZERLAND

_ABROAD = IN_OWN_NAME & born_in.other_than("FR") & ~PROTECTED
_EUROPE = born_in.among(*sorted((EU_EEA_SWITZERLAND - {"FR"}) & set(born_in.options)))

birth_certificate_first = not_asked(
    "birth_certificate_first",
    (
        "L'acte de naissance comme condition de l'ouverture des droits",
        "The birth certificate as a condition of cover",
    ),
    _ABROAD,
    ("vous êtes né hors de France", "you were born outside France"),
    (
        "J'ai justifié de mon identité. L'article R. 114-7, III du code de la sécurité sociale dit que la caisse "
        "délivre alors un numéro d'attente, et que j'ai trois mois pour produire l'acte de naissance. L'article L. "
        "160-5 ne demande que l'identité et la résidence.",
        "I have shown who I am. Article R. 114-7, III of the code de la sécurité sociale says that the caisse then "
        "issues a waiting number, and that I have three months to produce the birth certificate. Article L. 160-5 "
        "asks only for identity and residence.",
    ),
    css.NUMBER_WITHOUT_CERTIFICATE,
    css.IDENTITY_AND_RESIDENCE,
)

recent_birth_certificate = not_asked(
    "recent_birth_certificate",
    ("Un acte de naissance de moins de trois mois", "A birth certificate less than three months old"),
    ANY_FILE & ~PROTECTED,
    ("vous envoyez un acte d'état civil", "you send a civil-status document"),
    (
        "L'article R. 113-7 du code des relations entre le public et l'administration dit que les pièces d'état civil "
        "valent quelle que soit leur date. La caisse ne peut en demander une plus récente que si cela est nécessaire "
        "pour certifier mon identité (article R. 114-7, I du code de la sécurité sociale).",
        "Article R. 113-7 of the code des relations entre le public et l'administration says that civil-status "
        "documents count whatever their date. The caisse may ask for a more recent one only if that is needed to "
        "certify my identity (article R. 114-7, I of the code de la sécurité sociale).",
    ),
    crpa.NO_AGE_LIMIT,
    css.MORE_RECENT_IF_NEEDED,
)

translation_of_a_european_act = not_asked(
    "translation_of_a_european_act",
    ("La traduction d'un acte délivré par un État européen", "The translation of an act issued by a European State"),
    _ABROAD & _EUROPE,
    (
        "votre acte vient d'un État de l'Union européenne, de l'EEE ou de la Suisse",
        "your act comes from a State of the European Union, the EEA or Switzerland",
    ),
    (
        "Mon acte émane d'une autorité de l'Union européenne, de l'EEE ou de la Suisse : l'article R. 114-7, I, 2° "
        "n'exige pas de traduction.",
        "My act comes from an authority of the European Union, the EEA or Switzerland: article R. 114-7, I, 2° "
        "requires no translation.",
    ),
    css.TRANSLATION,
)

civil_status_of_a_refugee = not_asked(
    "civil_status_of_a_refugee",
    ("Un acte d'état civil du pays d'origine", "A civil-status document of the country of origin"),
    IN_OWN_NAME & PROTECTED,
    ("vous êtes réfugié ou protégé", "you are a refugee or protected"),
    (
        "Je suis réfugié ou bénéficiaire de la protection subsidiaire. L'article R. 114-8, 3° admet mon "
        "identification sur la seule base du récépissé et de l'état civil établi par l'OFPRA.",
        "I am a refugee or a beneficiary of subsidiary protection. Article R. 114-8, 3° lets me be identified on the "
        "sole basis of the receipt and of the civil status drawn up by OFPRA.",
    ),
    css.OFPRA_IDENTIFIES,
)

civil_status_of_a_child_in_care = not_asked(
    "civil_status_of_a_child_in_care",
    ("Un acte d'état civil du mineur confié", "A civil-status document of the minor in care"),
    CHILD_IN_CARE,
    ("l'ASE ou la PJJ prend soin du mineur", "the child welfare or youth justice service looks after the minor"),
    (
        "L'article R. 114-8, 1° admet l'identification sur la seule base d'un document du service ou d'un jugement du "
        "tribunal pour enfants.",
        "Article R. 114-8, 1° lets the minor be identified on the sole basis of a document of the service or of a "
        "judgment of the children's court.",
    ),
    css.CARE_SERVICE_IDENTIFIES,
)

birth_extract_beside_identity_card = not_asked(
    "birth_extract_beside_identity_card",
    (
        "Un extrait d'acte de naissance, en plus d'une carte d'identité ou d'un passeport français valable",
        "A birth extract, on top of a valid French identity card or passport",
    ),
    IN_OWN_NAME & french_national.holds & born_in.among("FR"),
    ("vous êtes français et né en France", "you are French and were born in France"),
    (
        "J'ai joint ma carte d'identité ou mon passeport en cours de validité. Le tableau de l'article R. 113-5 du "
        "code des relations entre le public et l'administration me dispense de l'extrait d'acte de naissance.",
        "I have enclosed my valid identity card or passport. The table of article R. 113-5 of the code des relations "
        "entre le public et l'administration exempts me from the birth extract.",
    ),
    crpa.IDENTITY_REPLACES_BIRTH_EXTRACT,
)
