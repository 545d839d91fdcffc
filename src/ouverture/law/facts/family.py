"""The tie to somebody who is already insured, and, for a minor, to the adults around."""

from ouverture.rules.facts import Fact
from ouverture.text import Text

family_tie = Fact(
    name="family_tie",
    kind="one_of",
    after=(
        "activity",
        "lives_in",
    ),
    label=Text("votre lien de famille", "your family tie"),
    question=Text(
        "Rejoignez-vous ou accompagnez-vous un membre de votre famille qui vit en France ? Choisissez le lien.",
        "Are you joining or accompanying a member of your family who lives in France? Choose the tie.",
    ),
    options={
        "spouse": Text("Mon mari ou ma femme", "My husband or wife"),
        "pacs": Text("Mon partenaire de PACS", "My PACS partner"),
        "concubin": Text("La personne avec qui je vis en couple", "The person I live with as a couple"),
        "child": Text(
            "Mon parent (j'ai moins de 20 ans et j'étudie ou ne peux pas travailler)",
            "My parent (I am under 20 and study or cannot work)",
        ),
        "relative_raising_children": Text(
            "Un proche : je vis chez lui et j'élève ses enfants (au moins deux de moins de 14 ans)",
            "A relative: I live with them and raise their children (at least two under 14)",
        ),
        "none": Text("Aucun de ces liens", "None of these"),
    },
    proved_by=("family_tie_document",),
    priors={"none": 6.0, "spouse": 6.0},
)

relative_insured = Fact(
    name="relative_insured",
    kind="yes_no",
    after=("family_tie",),
    label=Text("l'assurance de ce membre de votre famille", "that family member's insurance"),
    question=Text(
        "Cette personne est-elle assurée en France aujourd'hui, et y vit-elle ?",
        "Is that person insured in France today, and living there?",
    ),
    hint=Text("Son attestation de droits le montre.", "Their certificate of rights shows it."),
    proved_by=("relative_rights_certificate",),
    priors={"yes": 3.0},
)

minor_with = Fact(
    name="minor_with",
    kind="one_of",
    after=("activity",),
    label=Text("les adultes autour de vous", "the adults around you"),
    question=Text(
        "Qui prend soin de vous ? Choisissez la première ligne vraie.",
        "Who looks after you? Choose the first line that is true.",
    ),
    options={
        "insured_adult": Text("Un parent ou un adulte assuré en France", "A parent or adult insured in France"),
        "care_service": Text(
            "L'aide sociale à l'enfance ou la protection judiciaire (ASE, PJJ)",
            "The child welfare or youth justice services (ASE, PJJ)",
        ),
        "asylum": Text(
            "Je demande l'asile, ou un parent qui me garde le demande",
            "I am asking for asylum, or a parent who keeps me is",
        ),
        "refugee": Text("Je suis réfugié ou protégé, ou un parent l'est", "I or a parent have refugee status"),
        "undocumented_parents": Text(
            "Mes parents sont sans document de séjour", "My parents have no residence document"
        ),
        "uninsured_parents": Text(
            "Mes parents ont le droit de séjour mais ne sont pas assurés", "My parents may stay but are not insured"
        ),
        "detained_mother": Text(
            "Ma mère est en détention et je suis né pendant celle-ci", "My mother is in prison and I was born there"
        ),
    },
)
