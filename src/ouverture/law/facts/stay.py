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
    asked_with="lives_in",
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

stay_standing = Fact(
    name="stay_standing",
    kind="one_of",
    after=(
        "nationality",
        "lives_in",
    ),
    label=Text("où en est votre document de séjour", "where your residence document stands"),
    question=Text(
        "Avez-vous un document de séjour (visa, carte, récépissé) ?",
        "Do you have a residence document (visa, card, receipt)?",
    ),
    options={
        "in_date": Text("Oui, valable aujourd'hui", "Yes, in date today"),
        "in_date_and_asked_for": Text(
            "Oui, valable aujourd'hui, et j'ai demandé le suivant", "Yes, in date today, and I have asked for the next"
        ),
        "ended": Text("J'en avais un : il a pris fin", "I had one: it has ended"),
        "refused": Text("Il m'a été refusé ou retiré", "It was refused or withdrawn"),
        "asked_for": Text(
            "Je l'ai demandé et j'attends (récépissé, attestation, confirmation, rendez-vous)",
            "I have asked for one and am waiting (receipt, certificate, confirmation, appointment)",
        ),
        "short_stay": Text(
            "Je suis en court séjour : visa court séjour, ou entrée sans visa",
            "I am on a short stay: short-stay visa, or entry without a visa",
        ),
        "none": Text("Non, et je n'en ai pas eu", "No, and I have had none"),
        "under_18": Text("Non : j'ai moins de 18 ans", "No: I am under 18"),
        "european": Text(
            "Je suis aussi citoyen d'un pays de l'Union européenne, de l'EEE ou de la Suisse",
            "I am also a citizen of a country of the European Union, the EEA or Switzerland",
        ),
    },
    hint=Text(
        "Si vous êtes aussi français, changez la réponse sur la nationalité.",
        "If you are also French, change the answer on nationality.",
    ),
    proved_by=("stay_document",),
    priors={"in_date": 30.0, "asked_for": 6.0, "ended": 4.0, "in_date_and_asked_for": 3.0, "none": 3.0},
)

STILL_GOOD = ("in_date", "in_date_and_asked_for", "short_stay")
"""Answers that say that the document named next is in date today."""

stay_document = Fact(
    name="stay_document",
    kind="one_of",
    after=(
        "nationality",
        "lives_in",
        "stay_standing",
    ),
    label=Text("votre document de séjour", "your residence document"),
    question=Text("De quel document s'agit-il ?", "Which document is it?"),
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
        "extension_certificate": Text(
            "Une attestation de prolongation d'instruction",
            "A certificate that the examination is extended (attestation de prolongation d'instruction)",
        ),
        "favourable_decision": Text(
            "Une attestation de décision favorable",
            "A certificate of a favourable decision (attestation de décision favorable)",
        ),
        "prefecture_certificate": Text(
            "Une autre attestation de la préfecture, à mon nom et en cours de validité",
            "Another certificate of the prefecture, in my name and in date",
        ),
        "online_confirmation": Text(
            "Seulement la confirmation d'un dépôt en ligne (ANEF), pour une première demande",
            "Only the confirmation of an online filing (ANEF), for a first request",
        ),
        "renewal_confirmation": Text(
            "Seulement la confirmation d'une demande de renouvellement : donnez la fin du titre que vous aviez",
            "Only the confirmation of a request for renewal: give the last day of the permit you had",
        ),
        "appointment": Text(
            "Seulement une convocation ou un rendez-vous à la préfecture",
            "Only a summons or an appointment at the prefecture",
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
        "none_under_18": Text("Aucun : j'ai moins de 18 ans", "None: I am under 18"),
    },
    hint=Text(
        "S'il a pris fin, a été refusé au renouvellement ou retiré : celui que vous aviez, avec son dernier jour. Si "
        "vous en avez deux : celui qui est encore valable.",
        "If it has ended, its renewal was refused or it was withdrawn: the one you had, with its last day. If you "
        "have two: the one still in date.",
    ),
    proved_by=("stay_document",),
    priors={"residence_card": 12.0, "long_stay_visa_validated": 20.0, "none": 4.0},
)

WHILE_WAITING = (
    "renewal_receipt",
    "first_request_receipt",
    "extension_certificate",
    "favourable_decision",
    "prefecture_certificate",
    "asylum_certificate",
    "online_confirmation",
    "renewal_confirmation",
    "appointment",
)
"""Papers of somebody whose request is being examined."""

EXAMINED_BY_THE_PREFECTURE = (
    "first_request_receipt",
    "extension_certificate",
    "favourable_decision",
    "prefecture_certificate",
)
"""Documents in date that pass, if at all, through the last item of the list."""

_ONLY_SAID = ("online_confirmation", "renewal_confirmation", "appointment", "none", "none_under_18")
"""What is no document of the prefecture."""

_TITLES = tuple(name for name in stay_document.options if name not in _ONLY_SAID)

DOCUMENTS_BY_STANDING: dict[str, tuple[str, ...]] = {
    "in_date": tuple(name for name in _TITLES if name != "short_stay"),
    "in_date_and_asked_for": tuple(name for name in _TITLES if name != "short_stay"),
    "ended": (*_TITLES, "renewal_confirmation"),
    "refused": (*_TITLES, "none"),
    "asked_for": WHILE_WAITING,
    "short_stay": ("short_stay",),
    "none": ("none",),
    "under_18": ("none_under_18",),
    "european": tuple(stay_document.options),
}
"""For each answer to where the document stands, those it can be."""

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
    hint=Text(
        "S'il a été retiré : le jour du retrait. Entrée sans visa : en général 90 jours après l'entrée.",
        "If it was withdrawn: the day of that. Entry without a visa: as a rule 90 days after entry.",
    ),
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
