"""Minors: through an adult, through a service, or on their own as asylum seekers."""

from ouverture.evidence.circumstances import answered_by
from ouverture.evidence.citations import css, sources
from ouverture.evidence.filing import CHILD, CHILD_IN_CARE
from ouverture.evidence.papers import family, forms, stay
from ouverture.evidence.papers.identity import care_service_document
from ouverture.evidence.requirement import Option, requirement
from ouverture.law.facts.family import minor_with

_THROUGH_AN_ADULT = answered_by("minor_of_insured_adult", "minor_waits_for_parent")
_CASE = ("l'enfant est à la charge d'un adulte assuré", "the child is dependent on an insured adult")

attachment = requirement(
    "attachment",
    (forms.child_form,),
    CHILD,
    _CASE,
    (
        "Il rattache l'enfant à l'adulte, qui le remplit et le signe, dès que cet adulte est assuré.",
        "It attaches the child to the adult, who fills it in and signs it, as soon as that adult is insured.",
    ),
    sources.CHILD_FILE,
    css.CHILD_THROUGH_AN_ADULT,
)

filiation = requirement(
    "filiation",
    (family.filiation_document,),
    _THROUGH_AN_ADULT,
    _CASE,
    ("Il prouve la filiation, que la loi demande.", "It proves the parentage, which the law asks for."),
    css.CHILD_THROUGH_AN_ADULT,
    sources.CHILD_FILE,
)

guardianship = requirement(
    "guardianship",
    (family.guardianship_act,),
    _THROUGH_AN_ADULT,
    _CASE,
    ("Il prouve que l'adulte a la charge de l'enfant.", "It proves that the adult is in charge of the child."),
    css.CHILD_THROUGH_AN_ADULT,
    proviso=("l'adulte est un tuteur ou a recueilli l'enfant", "the adult is a guardian or has taken the child in"),
)

protected_child = requirement(
    "protected_child",
    (
        Option(stay.asylum_certificate, minor_with.among("asylum"), once_said=True),
        Option(stay.protection_document, minor_with.among("refugee"), once_said=True),
    ),
    answered_by("minor_asylum_or_refugee"),
    ("l'enfant ou son parent demande l'asile ou est protégé", "the child or a parent asks for asylum or is protected"),
    (
        "Il prouve la demande d'asile ou la protection, qui dispense des trois mois.",
        "It proves the asylum request or the protection, which spares the three months.",
    ),
    css.PROTECTED_NEED_NOT_WAIT,
)

child_in_care = requirement(
    "child_in_care",
    (care_service_document,),
    CHILD_IN_CARE,
    ("l'ASE ou la PJJ prend soin du mineur", "the child welfare or youth justice service looks after the minor"),
    (
        "Ce document seul suffit à identifier le mineur et à ouvrir ses droits.",
        "This document alone is enough to identify the minor and open their rights.",
    ),
    css.CARE_SERVICE_IDENTIFIES,
    css.CHILDREN_IN_CARE_NEED_NOT_WAIT,
)
