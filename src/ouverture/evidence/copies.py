"""When a copy will do. Offices may want originals; the law asks for them only on a reasoned doubt."""

from ouverture.evidence.citations import crpa
from ouverture.evidence.paper import CopyRule
from ouverture.text import Text

CIVIL_COPY = CopyRule(
    "copy_or_original",
    Text(
        "Une photocopie lisible suffit. L'original ne peut être demandé qu'en cas de doute, par lettre recommandée qui "
        "dit pourquoi.",
        "A legible photocopy is enough. The original may be asked only in case of doubt, by a registered letter that "
        "says why.",
    ),
    (crpa.ORIGINAL_OR_PHOTOCOPY, crpa.IDENTITY_ORIGINAL_ON_DOUBT),
)
"""Identity, civil status, family, French nationality (R113-5)."""

OFFICIAL_COPY = CopyRule(
    "copy",
    Text(
        "Une simple photocopie suffit, sans certification. L'original ne peut être demandé qu'en cas de doute, par "
        "lettre recommandée qui dit pourquoi.",
        "A plain photocopy is enough, with no certification. The original may be asked only in case of doubt, by a "
        "registered letter that says why.",
    ),
    (crpa.NO_CERTIFIED_COPY, crpa.ORIGINAL_ON_DOUBT),
)
"""Other documents issued by an administration (R113-10)."""

PLAIN_COPY = CopyRule(
    "copy",
    Text(
        "Envoyez une copie et gardez l'original. Aucun texte lu ici ne parle des copies de papiers privés.",
        "Send a copy and keep the original. No text read here speaks of copies of private papers.",
    ),
    (),
)
"""Papers no administration issued: a lease, a payslip, a bill. The form's notice asks for copies only (forms/2)."""

SIGNED_ORIGINAL = CopyRule(
    "original",
    Text("Envoyez-le signé, et gardez-en une copie.", "Send it signed, and keep a copy."),
    (),
)
"""What the person, or someone for them, writes for this claim."""
