"""Papers over which offices and guides disagree. Which paper proves what is the evidence room's business."""

from ouverture.law.css.r111_3 import french_national
from ouverture.law.facts.person import nationality
from ouverture.law.facts.plan import born_in, had_number
from ouverture.law.sources import article, statement
from ouverture.law.warnings.notice import Cited, notice, side
from ouverture.places.memberships import EU, EU_EEA_SWITZERLAND

IDENTITY = article("CSS", "R114-7", "LEGIARTI000045283756", "63471f562b57f18f", since="2022-03-01")
NUMBER = article("CSS", "R161-1", "LEGIARTI000045283745", "8a86a5d1acda7d0a", since="2022-03-01")
ANY_DATE = article("CRPA", "R113-7", "LEGIARTI000031370023", "e3213e9e1042d813", since="2016-01-01")
TRANSLATION = statement("C3", "b1fa8cf34a37fac2", "CSS R114-7")
OLD_LANGUAGES = statement("L9", "9693136f95dac0a3", "CPAM practice-2016")
TRANSLATOR = statement("L11", "9a4754cb4866375d", "Forum-ameli 1696940")
APOSTILLE = statement("C4", "f5e13198ee97ef7e", "CSS R114-7")
AGE_OF_ACT = statement("C14", "23b413f14e34a8e8", "CSS R114-7")
RIB = statement("trap 13", "68b70fbfab2e0ebc", "CSS L160-5")
FOR_LIFE = statement("trap 19", "530c4bc57736bcc9", "CSS R161-1")

_BORN_ABROAD = born_in.other_than("FR")
_CLAIMS = "s1106 student_site eu_online argue wait_document validate_visa s3705 employer foreign_employer business"
_EUROPE = tuple(sorted(EU_EEA_SWITZERLAND))
_UNION = tuple(sorted(EU))

NOTICES = (
    notice(
        "birth_certificate_does_not_block",
        "L'acte de naissance et le RIB ne bloquent pas vos droits : avec l'identité seule, la caisse donne un numéro "
        "d'attente et vous laisse trois mois pour l'acte. Le RIB sert au remboursement.",
        "The birth certificate and the bank details do not block your rights: with identity alone, the caisse gives "
        "a waiting number and allows three months for the certificate. Bank details are for reimbursement.",
        Cited(
            IDENTITY, "Si seul le titre d'identité ou de séjour produit par le demandeur répond aux exigences", "III"
        ),
        Cited(RIB, "Blocking admission for want of a birth certificate (D3) or a RIB"),
        rows="trap-13 D3 D5 RIB",
        when=_BORN_ABROAD,
        if_unknown=~french_national.holds,
        routes=_CLAIMS,
        deadlines="birth_act_first_term",
        since="2022-03-01",
        about="papers",
    ),
    notice(
        "translation_disputed",
        "Faites traduire un acte étranger qui n'est pas en français, par un traducteur assermenté. Même en anglais, "
        "la loi le demande pour un acte qui n'est pas européen ; certains bureaux s'en passent encore.",
        "Have a foreign certificate that is not in French translated by a sworn translator. Even in English, the law "
        "asks it for a certificate that is not European; some offices still do without.",
        Cited(IDENTITY, "de sa traduction en langue française", "I 2°"),
        Cited(TRANSLATION, "~20 languages accepted (2016–17) v. EU/EEA/CH-issued only (2022 decree)"),
        Cited(OLD_LANGUAGES, "Languages read without translation, old practice"),
        Cited(TRANSLATOR, "a translation legalised abroad has been refused by one CPAM"),
        rows="C3 L9 L10 L11 trap-14",
        when=born_in.other_than(*_EUROPE),
        if_unknown=nationality.other_than(*_EUROPE),
        routes=_CLAIMS,
        sides=(
            side(
                "Une vingtaine de langues lues sans traduction.",
                "Some twenty languages read without translation.",
                "guide de l'Université de Lyon",
                "2016-2017",
            ),
            side(
                "Traduction, sauf acte de l'UE, de l'EEE ou de Suisse.",
                "Translation, unless issued in the EU, the EEA or Switzerland.",
                "CSS R114-7",
                "2022-03-01",
            ),
        ),
        certainty="M",
        to_do=True,
        since="2022-03-01",
        about="papers",
    ),
    notice(
        "apostille_disputed",
        "L'article sur les pièces ne nomme pas l'apostille, mais le droit général la demande pour beaucoup de pays. "
        "Un refus sans elle est légal ; une acceptation est possible.",
        "The article on papers does not name the apostille, but general law asks for it for many countries. A "
        "refusal without it is lawful; acceptance is possible.",
        Cited(IDENTITY, "présentent des garanties d'authenticité suffisantes", "II"),
        Cited(APOSTILLE, "general legalisation law v. silence of R114-7"),
        rows="C4 L8",
        when=born_in.other_than(*_UNION),
        if_unknown=nationality.other_than(*_UNION),
        routes=_CLAIMS,
        sides=(
            side(
                "Pour certains pays.",
                "For certain countries.",
                "CPAM, par des guides d'universités / CPAM, through guides of universities",
                "",
            ),
            side(
                "Pour tout pays sans dispense.",
                "For any country not exempt.",
                "décret 2024-87 / decree 2024-87",
                "2024-04-01",
            ),
            side("Rien n'est dit.", "Nothing is said.", "CSS R114-7", "2022-03-01"),
        ),
        certainty="M",
        about="papers",
    ),
    notice(
        "birth_certificate_has_no_age_limit",
        "Un acte de naissance « de moins de trois mois » n'est pas une règle. La caisse peut en demander un plus "
        "récent si c'est nécessaire pour certifier l'identité.",
        'A birth certificate "less than three months old" is not a rule. The caisse may ask for a more recent one if '
        "needed to certify identity.",
        Cited(ANY_DATE, "les pièces d'état civil sont prises en compte quelle que soit la date de leur délivrance"),
        Cited(AGE_OF_ACT, "pvtistes.net v. CRPA R113-7/R114-7"),
        rows="C14 D8",
        when=_BORN_ABROAD,
        if_unknown=~french_national.holds,
        routes=_CLAIMS,
        sides=(
            side("Moins de trois mois.", "Less than three months old.", "pvtistes.net", ""),
            side("Aucune limite d'âge.", "No age limit.", "CRPA R113-7", "2016-01-01"),
        ),
        about="papers",
    ),
    notice(
        "give_the_earlier_number",
        "Donnez votre ancien numéro : il est pour la vie et reprend avec vos droits. N'en demandez pas un second. Un "
        "numéro d'attente, lui, n'est pas définitif.",
        "Give your earlier number: it is for life and starts again with your rights. Do not ask for a second one. A "
        "waiting number, though, is not permanent.",
        Cited(
            NUMBER,
            "est identifiée par le numéro d'inscription au répertoire national d'identification",
        ),
        Cited(FOR_LIFE, "a NIR is for life and survives leaving France"),
        rows="trap-19 after/V7",
        when=had_number.is_yes(),
        to_do=True,
        about="papers",
    ),
)
