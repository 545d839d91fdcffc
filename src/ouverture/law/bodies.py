"""The words every ground says: the verdict, who pays for the care, and by which way one gets in."""

from ouverture.rules.rulebook import Verdict
from ouverture.text import Text

VERDICTS: dict[Verdict, Text] = {
    Verdict.COVERED: Text("Vous avez droit à la prise en charge", "You are entitled to cover"),
    Verdict.COVERED_LATER: Text("Pas encore : vous y aurez droit plus tard", "Not yet: you will be entitled later"),
    Verdict.SERVED_FOR_ANOTHER_STATE: Text("Un autre État paie vos soins", "Another State pays for your care"),
    Verdict.OTHER_SCHEME: Text("Un autre régime vous couvre", "Another scheme covers you"),
    Verdict.CHOICE: Text("Vous avez un choix à faire, dans un délai", "You have a choice to make, in time"),
    Verdict.STATE_MEDICAL_AID: Text("L'aide médicale de l'État vous est ouverte", "State medical aid is open to you"),
    Verdict.KEPT: Text("Vos droits sont gardés pour un temps", "Your rights are kept for a time"),
    Verdict.NOT_COVERED: Text("Pas de couverture dans cette situation", "Not covered in this situation"),
    Verdict.DISPUTED: Text("Les sources se contredisent", "The sources disagree"),
    Verdict.UNKNOWN: Text("On ne peut pas encore le dire", "It cannot be said yet"),
}

BODIES: dict[str, Text] = {
    "cpam": Text(
        "La caisse (CPAM, ou CGSS outre-mer) de votre domicile", "The caisse (CPAM, or CGSS overseas) of your home"
    ),
    "msa": Text("La Mutualité sociale agricole (MSA)", "The Mutualité sociale agricole (MSA), for farm work"),
    "cnmss": Text("La Caisse nationale militaire de sécurité sociale (CNMSS)", "The military fund (CNMSS)"),
    "cavimac": Text("La CAVIMAC, caisse des cultes", "The CAVIMAC, the fund of ministers of religion"),
    "enim": Text("L'ENIM, caisse des marins", "The ENIM, the seafarers' fund"),
    "canssm": Text("La CANSSM, caisse des mines", "The CANSSM, the miners' fund"),
    "cprp_sncf": Text("La caisse du personnel de la SNCF", "The fund of SNCF staff"),
    "ccas_ratp": Text("La CCAS de la RATP", "The CCAS of the RATP"),
    "crpcen": Text("La CRPCEN, caisse du notariat", "The CRPCEN, the notaries' fund"),
    "special": Text("La caisse de votre régime spécial", "The fund of your special scheme"),
    "pension_scheme": Text(
        "L'organisme du régime qui paie votre pension, ou votre CPAM",
        "The body of the scheme that pays your pension, or your CPAM",
    ),
    "previous_scheme": Text(
        "L'organisme de votre dernière activité, en général votre CPAM",
        "The body of your last activity, usually your CPAM",
    ),
    "parents_scheme": Text("L'organisme de l'adulte assuré", "The body of the insured adult"),
    "home_state": Text("L'organisme de l'autre État", "The other State's body"),
    "home_state_cpam": Text(
        "L'autre État ; la CPAM sert les soins en France pour son compte",
        "The other State; the CPAM serves care in France on its account",
    ),
    "sending_state": Text("Votre État d'envoi ou votre organisation", "Your sending State or organisation"),
    "cssm": Text("La Caisse de sécurité sociale de Mayotte (CSSM)", "The Mayotte fund (CSSM)"),
    "cafat": Text("La CAFAT (RUAMM) de Nouvelle-Calédonie", "The CAFAT (RUAMM) of New Caledonia"),
    "cps_polynesia": Text("La CPS de Polynésie française", "The CPS of French Polynesia"),
    "local": Text("L'organisme de la collectivité", "The body of that territory"),
    "monaco": Text("Les caisses sociales de Monaco", "The social funds of Monaco"),
    "self_employed_body": Text(
        "L'organisme des travailleurs indépendants de l'époque, ou votre CPAM",
        "The body of the self-employed of that time, or your CPAM",
    ),
    "student_body": Text("Le régime étudiant de l'époque", "The student scheme of that time"),
    "state": Text("L'État, par la CPAM", "The State, through the CPAM"),
    "nobody": Text("Aucun organisme français", "No French body"),
}

_CPAM_FROM_ABROAD = Text(
    "Une CPAM, désignée par dérogation pour qui vit hors de France : l'employeur ou toute CPAM dit laquelle",
    "A CPAM, named by exception for those who live outside France: the employer or any CPAM says which",
)
_ABROAD = ("eu_eea_switzerland", "elsewhere", "monaco")


def body_for(body: str, lives_in: object) -> Text:
    """The words for a body of ``BODIES``, for somebody whose answer to ``lives_in`` is given (None: not known).

    The CPAM of the home is nobody's who lives abroad (R312-1: habitual residence, with exceptions set by order).
    """
    return _CPAM_FROM_ABROAD if body == "cpam" and lives_in in _ABROAD else BODIES[body]


FUNDS_APART = frozenset(
    {"msa", "cnmss", "cavimac", "enim", "canssm", "cprp_sncf", "ccas_ratp", "crpcen", "special", "student_body"}
)
"""Bodies of a trade or a scheme: no CPAM receives their files."""

TURN_TO: dict[str, Text] = {
    "hospital": Text(
        "L'hôpital public et sa permanence d'accès aux soins (PASS)", "The public hospital and its access desk (PASS)"
    ),
    "child_welfare": Text("L'aide sociale à l'enfance (ASE)", "The child welfare service (aide sociale à l'enfance)"),
    "prefecture": Text("La préfecture de votre domicile", "The prefecture of your home"),
    "visa_site": Text("Le site de l'État qui valide les visas", "The State's site that validates visas"),
    "court": Text(
        "Le tribunal administratif, avec un avocat ou une association",
        "The administrative court, with a lawyer or an association",
    ),
    "last_body": BODIES["previous_scheme"],
    "lawyer": Text("Un avocat, ou une association", "A lawyer, or an association"),
    "other_state": Text("L'organisme de l'autre État, puis votre CPAM", "The other State's body, then your CPAM"),
    "insurer": Text("Un assureur privé", "A private insurer"),
    "home_insurer": Text(
        "L'organisme du pays où vous vivez, ou un assureur", "The body of the country where you live, or an insurer"
    ),
}
"""Where a step leads when it is not to the body that pays, by the name that ``wording/data/steps.toml`` uses."""

ROUTES: dict[str, Text] = {
    "s1106": Text(
        "Formulaire S1106, « Demande d'ouverture des droits à l'assurance maladie », à votre caisse",
        'Form S1106, "Application for health insurance rights", to your caisse',
    ),
    "employer": Text(
        "Votre employeur vous déclare ; si personne ne l'a fait, demandez-le à cet organisme (à une CPAM : formulaire "
        "S1106), avec contrat ou fiche de paie",
        "Your employer registers you; if nobody did, ask this body (a CPAM: form S1106), with contract or payslip",
    ),
    "foreign_employer": Text(
        "Votre employeur étranger vous déclare par le service de l'Urssaf pour les firmes étrangères, ou vous le "
        "faites en son nom ; à défaut, formulaire S1106 avec le contrat",
        "Your foreign employer registers you through the Urssaf service for foreign firms, or you do it in its name; "
        "failing that, form S1106 with the contract",
    ),
    "business": Text(
        "L'immatriculation de votre activité déclenche l'affiliation",
        "Registering your business starts the affiliation",
    ),
    "student_site": Text("Le site etudiant-etranger.ameli.fr", "The site etudiant-etranger.ameli.fr"),
    "eu_online": Text(
        "Le service en ligne d'ameli pour les Européens sans activité",
        "The ameli online service for Europeans without work",
    ),
    "s3705": Text(
        "Formulaire S3705 de rattachement des enfants, rempli par l'adulte assuré",
        "Form S3705 to attach children, filled in by the insured adult",
    ),
    "care_service": Text("Le service qui a la garde dépose le dossier", "The service in charge files the claim"),
    "child_welfare": Text(
        "S'adresser à l'aide sociale à l'enfance (ASE)", "Turn to the child welfare service (aide sociale à l'enfance)"
    ),
    "prison": Text("L'établissement pénitentiaire fait la démarche", "The prison does it"),
    "s1": Text("Déposer le formulaire S1 à votre CPAM", "Hand form S1 to your CPAM"),
    "s1_student": Text(
        "Le formulaire S1, déposé sur le site etudiant-etranger.ameli.fr",
        "Form S1, uploaded on the site etudiant-etranger.ameli.fr",
    ),
    "ehic": Text(
        "Carte européenne de l'État qui vous assure, sans affiliation en France",
        "The European health card of the State that insures you, no affiliation in France",
    ),
    "treaty_form": Text("Le formulaire de la convention, à votre CPAM", "The treaty's form, to your CPAM"),
    "certificate": Text("Votre certificat de détachement", "Your posting certificate"),
    "swiss_form": Text(
        "Le formulaire « Choix du système d'assurance-maladie »", 'The form "Choix du système d\'assurance-maladie"'
    ),
    "ame": Text("Demande d'aide médicale de l'État, à votre CPAM", "Application for State medical aid, to your CPAM"),
    "scheme": Text("S'adresser à cet organisme", "Turn to that body"),
    "nothing": Text("Rien à faire : les droits continuent", "Nothing to do: rights continue"),
    "renew": Text(
        "Les droits sont gardés : apporter un document valable, ou contester, avant qu'ils ferment",
        "Rights are kept: bring a valid document, or contest, before they close",
    ),
    "keep_open": Text(
        "Les droits sont ouverts : donner une copie du document à la caisse, et répondre si elle veut fermer",
        "Rights are open: give the caisse a copy of the document, and answer if it means to close",
    ),
    "wait_document": Text(
        "Obtenir d'abord un document de séjour de la liste", "First obtain a residence document on the list"
    ),
    "validate_visa": Text("Valider d'abord le visa en ligne", "First validate the visa online"),
    "argue": Text(
        "Demande écrite, en citant le texte, et recours si refus",
        "Written claim quoting the text, and appeal if refused",
    ),
    "hospital": Text(
        "L'hôpital : soins urgents et permanence d'accès aux soins (PASS)",
        "Hospital: urgent care and the access desk (PASS)",
    ),
    "private": Text("Une assurance privée", "Private insurance"),
    "parents_first": Text("Un parent ouvre d'abord ses droits", "A parent opens their own rights first"),
}
