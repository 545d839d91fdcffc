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
        "Qui rejoignez-vous en France ?",
        "Who do you join in France?",
    ),
    hint=Text(
        "Une personne de votre famille qui vit ici, ou qui vient avec vous. Choisissez la première ligne vraie.",
        "Someone of your family who lives here, or comes with you. Choose the first line that is true.",
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
        "none": Text("Personne, ou un autre proche", "Nobody, or another relative"),
    },
    proved_by=("family_tie_document",),
    priors={"none": 6.0, "spouse": 6.0},
)

relative_insured = Fact(
    name="relative_insured",
    kind="yes_no",
    after=("family_tie",),
    asked_with="family_tie",
    label=Text("l'assurance de ce membre de votre famille", "that family member's insurance"),
    question=Text(
        "Cette personne est-elle assurée en France aujourd'hui, et y vit-elle ?",
        "Is that person insured in France today, and living there?",
    ),
    hint=Text("Son attestation de droits le montre.", "Their certificate of rights shows it."),
    proved_by=("relative_rights_certificate",),
    priors={"yes": 3.0},
)

relative_other_cover = Fact(
    name="relative_other_cover",
    kind="one_of",
    after=("family_tie", "relative_insured"),
    label=Text("l'assurance d'un proche dans un autre pays", "a relative's insurance in another country"),
    question=Text(
        "Cette personne vit-elle en France en étant assurée par un autre pays (travail, détachement ou pension) ?",
        "Does that person live in France while insured by another country (work, posting or pension)?",
    ),
    options={
        "none": Text("Non", "No"),
        "s1": Text(
            "Oui, par un pays de l'UE, de l'EEE, la Suisse ou le Royaume-Uni (formulaire S1)",
            "Yes, by a country of the EU or the EEA, Switzerland or the United Kingdom (form S1)",
        ),
        "treaty": Text(
            "Oui, par un pays lié à la France par une convention, avec son formulaire",
            "Yes, by a country that has a treaty with France, with its form",
        ),
        "official": Text(
            "Oui, par l'État étranger ou l'organisation internationale dont elle est l'agent",
            "Yes, by the foreign State or international organisation it works or worked for",
        ),
    },
    hint=Text(
        "Sa famille est alors inscrite par le même formulaire.", "Its family is then registered by the same form."
    ),
    proved_by=("s1_form",),
    priors={"none": 8.0},
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
        "adult_insured_elsewhere": Text(
            "Un parent qui vit en France, assuré par un autre pays d'Europe (formulaire S1)",
            "A parent who lives in France, insured by another country of Europe (form S1)",
        ),
        "adult_insured_by_treaty": Text(
            "Un parent qui vit en France, assuré par un pays lié par une convention (avec son formulaire)",
            "A parent who lives in France, insured by a country that has a treaty (with its form)",
        ),
        "official_adult": Text(
            "Un parent qui vit en France, agent d'un État étranger ou d'une organisation internationale",
            "A parent who lives in France, official of a foreign State or of an international organisation",
        ),
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
            "Mes parents ont le droit de séjour mais ne sont assurés nulle part",
            "My parents may stay but are insured nowhere",
        ),
        "parents_abroad": Text(
            "Mes parents vivent à l'étranger, et je suis inscrit dans un établissement d'enseignement en France",
            "My parents live abroad, and I am enrolled in a school in France",
        ),
        "detained_mother": Text(
            "Ma mère est en détention et je suis né pendant celle-ci", "My mother is in prison and I was born there"
        ),
        "nobody": Text(
            "Rien de tout cela : je suis seul, ou chez un adulte qui n'a pas ma charge",
            "None of these: I am alone, or with an adult who is not in charge of me",
        ),
    },
)
