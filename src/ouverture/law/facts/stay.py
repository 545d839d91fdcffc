"""Since when the person is here, and by which document."""

from ouverture.rules.facts import Fact
from ouverture.text import Text

in_france_since = Fact(
    name="in_france_since",
    kind="date",
    after=(
        "activity",
        "lives_in",
    ),
    label=Text("le début de votre résidence en France", "the day you started living in France"),
    question=Text(
        "Depuis quel jour vivez-vous en France sans interruption ?",
        "Since which day have you lived in France without interruption?",
    ),
    hint=Text(
        "La date du visa ne compte pas : c'est le jour où vous vous êtes installé.",
        "The date of the visa does not count: it is the day you settled.",
    ),
    proved_by=("three_months_residence",),
    cost=2.0,
)

stay_document = Fact(
    name="stay_document",
    kind="one_of",
    after=(
        "nationality",
        "lives_in",
    ),
    label=Text("votre document de séjour", "your residence document"),
    question=Text("Quel document de séjour avez-vous ?", "Which residence document do you hold?"),
    options={
        "residence_card": Text(
            "Une carte de séjour ou de résident (toutes : temporaire, pluriannuelle, talent, algérienne, andorrane…)",
            "A residence card (any: temporary, multi-year, talent, resident, Algerian, Andorran…)",
        ),
        "long_stay_visa_validated": Text(
            "Un visa long séjour valant titre de séjour (VLS-TS), validé en ligne",
            "A long-stay visa equal to a residence permit (VLS-TS), validated online",
        ),
        "long_stay_visa_not_validated": Text(
            "Le même visa (VLS-TS), pas encore validé", "The same visa (VLS-TS), not validated yet"
        ),
        "temporary_long_stay_visa": Text(
            "Un visa long séjour temporaire (VLS-T), par exemple vacances-travail (PVT)",
            "A temporary long-stay visa (VLS-T), for example a working holiday visa",
        ),
        "long_stay_visa_card_to_ask": Text(
            "Un visa long séjour « carte de séjour à solliciter » (Algériens, talent pluriannuel…)",
            'A long-stay visa "residence card to be asked for" (Algerians, multi-year talent…)',
        ),
        "short_stay": Text("Un visa court séjour, ou une entrée sans visa", "A short-stay visa, or entry without visa"),
        "renewal_receipt": Text("Un récépissé de renouvellement", "A receipt for a renewal"),
        "first_request_receipt": Text(
            "Un récépissé de première demande, à mon nom et en cours de validité",
            "A receipt for a first request, in my name and in date",
        ),
        "prefecture_certificate": Text(
            "Une autre attestation de la préfecture, à mon nom et en cours de validité (prolongation d'instruction, "
            "décision favorable…)",
            "Another certificate of the prefecture, in my name and in date (extension of the examination, favourable "
            "decision…)",
        ),
        "online_confirmation": Text(
            "Seulement la confirmation d'un dépôt en ligne (ANEF)", "Only the confirmation of an online filing (ANEF)"
        ),
        "asylum_certificate": Text("Une attestation de demande d'asile", "A certificate of asylum request"),
        "refugee": Text(
            "Un document de réfugié reconnu (récépissé ou carte)",
            "A document of a recognised refugee (receipt or card)",
        ),
        "subsidiary_protection": Text(
            "Un document de protection subsidiaire (récépissé ou carte)",
            "A document of subsidiary protection (receipt or card)",
        ),
        "temporary_protection": Text(
            "Une autorisation provisoire de séjour « protection temporaire »",
            'A provisional permit "temporary protection"',
        ),
        "provisional_permit": Text(
            "Une autre autorisation provisoire de séjour (APS)", "Another provisional stay permit (APS)"
        ),
        "withdrawal_agreement": Text(
            "Une carte de l'accord de retrait du Royaume-Uni", "A card under the United Kingdom's Withdrawal Agreement"
        ),
        "monaco_passport": Text(
            "Un passeport monégasque avec la note du consul de France",
            "A Monegasque passport with the note of the French consul",
        ),
        "special_card": Text(
            "Un titre de séjour spécial (diplomates, organisations)",
            "A special residence card (diplomats, organisations)",
        ),
        "none": Text("Aucun, et je n'en ai pas eu", "None, and I have had none"),
    },
    hint=Text(
        "S'il a expiré, a été refusé au renouvellement ou retiré : choisissez celui que vous aviez, et donnez sa "
        "fin. Si "
        "vous en avez deux, choisissez celui qui est encore valable.",
        "If it has expired, its renewal was refused or it was withdrawn: choose the one you had, and give its "
        "last day. "
        "If you have two, choose the one still in date.",
    ),
    proved_by=("stay_document",),
    priors={"residence_card": 12.0, "long_stay_visa_validated": 20.0, "none": 4.0},
)

PERMITS_WITH_A_LABEL = ("residence_card", "long_stay_visa_validated", "long_stay_visa_not_validated")
"""Documents whose label may forbid or limit work."""

stay_document_from = Fact(
    name="stay_document_from",
    kind="date",
    label=Text("le début de validité de votre document de séjour", "the first day of your residence document"),
    question=Text("À partir de quel jour ce document est-il valable ?", "From which day is this document valid?"),
    after=("stay_document",),
)

stay_document_until = Fact(
    name="stay_document_until",
    kind="date",
    after=("stay_document",),
    label=Text("la fin de validité de votre document de séjour", "the last day of your residence document"),
    question=Text("Jusqu'à quel jour ce document est-il valable ?", "Until which day is this document valid?"),
    asked_with="stay_document",
    proved_by=("stay_document",),
    cost=0.5,
)

stay_label = Fact(
    name="stay_label",
    kind="one_of",
    label=Text("la mention de votre document de séjour", "the label on your residence document"),
    question=Text("Quelle mention porte ce document ?", "Which label does this document carry?"),
    options={
        "visitor": Text("Visiteur", "Visitor"),
        "family": Text("Vie privée et familiale", "Private and family life"),
        "student": Text("Étudiant", "Student"),
        "employee": Text("Salarié ou travailleur", "Employee or worker"),
        "talent": Text("Talent", "Talent"),
        "trainee": Text("Stagiaire", "Trainee"),
        "other": Text("Une autre mention", "Another label"),
    },
)

removal_order = Fact(
    name="removal_order",
    kind="yes_no",
    after=(
        "stay_document_until",
        "rights_open",
    ),
    label=Text("une mesure d'éloignement définitive", "a final removal order"),
    question=Text(
        "Avez-vous reçu une mesure d'éloignement devenue définitive ?",
        "Have you received a removal order that has become final?",
    ),
    priors={"no": 9.0},
)

irregular_since = Fact(
    name="irregular_since",
    kind="date",
    after=(
        "stay_document",
        "stay_document_until",
    ),
    label=Text("le début de votre séjour sans titre", "the day your stay without a permit began"),
    question=Text(
        "Depuis quel jour vivez-vous en France sans document de séjour en règle ?",
        "Since which day have you lived in France without a valid residence document?",
    ),
)
