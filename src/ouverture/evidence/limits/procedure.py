"""How papers are asked for: copies, missing pieces, bank details, what the caisse can get by itself."""

from ouverture.evidence.citations import crpa, css
from ouverture.evidence.filing import ANY_FILE, IN_OWN_NAME, ON_ANOTHER_ACCOUNT
from ouverture.evidence.not_to_be_asked import not_asked

_CASE = ("vous déposez une demande", "you file a claim")

certified_copies = not_asked(
    "certified_copies",
    ("Des copies certifiées conformes", "Certified copies"),
    ANY_FILE,
    _CASE,
    (
        "L'article R. 113-10 du code des relations entre le public et l'administration interdit d'exiger la "
        "certification des photocopies de documents délivrés par une administration. Une photocopie lisible suffit.",
        "Article R. 113-10 of the code des relations entre le public et l'administration forbids asking for certified "
        "photocopies of documents issued by an administration. A legible photocopy is enough.",
    ),
    crpa.NO_CERTIFIED_COPY,
)

originals = not_asked(
    "originals",
    ("Les originaux, sans doute exprimé sur la copie", "Originals, without a stated doubt about the copy"),
    ANY_FILE,
    _CASE,
    (
        "Les articles R. 113-6 et R. 113-11 du code des relations entre le public et l'administration ne permettent de "
        "demander l'original qu'en cas de doute, par une lettre recommandée qui dit pourquoi.",
        "Articles R. 113-6 and R. 113-11 of the code des relations entre le public et l'administration let an office "
        "ask for the original only in case of doubt, by a registered letter that says why.",
    ),
    crpa.ORIGINAL_ON_DOUBT,
    crpa.IDENTITY_ORIGINAL_ON_DOUBT,
)

bank_details_first = not_asked(
    "bank_details_first",
    ("Un RIB comme condition de l'ouverture des droits", "Bank details as a condition of cover"),
    IN_OWN_NAME | ON_ANOTHER_ACCOUNT,
    _CASE,
    (
        "L'article L. 160-5 ne demande que l'identité et la résidence. Le RIB sert au paiement : je l'enverrai, mais "
        "son absence n'empêche pas d'ouvrir les droits.",
        "Article L. 160-5 asks only for identity and residence. Bank details serve to pay: I will send them, but their "
        "absence does not prevent cover.",
    ),
    css.BANK_DETAILS,
)

waiting_for_a_missing_piece = not_asked(
    "waiting_for_a_missing_piece",
    (
        "D'attendre une pièce non indispensable pour commencer l'examen",
        "To wait for a piece that is not indispensable before the claim is examined",
    ),
    ANY_FILE,
    _CASE,
    (
        "L'article L. 114-5-1 du code des relations entre le public et l'administration dit que l'absence d'une pièce "
        "ne suspend pas l'examen du dossier, sauf si elle est indispensable. Merci de me donner la liste des pièces "
        "manquantes et le délai (article L. 114-5).",
        "Article L. 114-5-1 of the code des relations entre le public et l'administration says that a missing piece "
        "does not stop the examination of the file, unless it is indispensable. Please give me the list of missing "
        "pieces and the time allowed (article L. 114-5).",
    ),
    crpa.MISSING_PIECE_DOES_NOT_STOP,
    crpa.MISSING_PIECES_ARE_LISTED,
)

what_the_caisse_can_get = not_asked(
    "what_the_caisse_can_get",
    (
        "Ce que la caisse a déjà, ou peut obtenir d'une autre administration",
        "What the caisse already has, or can get from another administration",
    ),
    ANY_FILE,
    _CASE,
    (
        "L'article L. 113-12 du code des relations entre le public et l'administration me dispense de produire ce que "
        "vous avez déjà ou pouvez obtenir directement d'une autre administration.",
        "Article L. 113-12 of the code des relations entre le public et l'administration exempts me from producing "
        "what you already have or can get directly from another administration.",
    ),
    crpa.ALREADY_HELD,
    css.OBTAINED_DIRECTLY,
)
