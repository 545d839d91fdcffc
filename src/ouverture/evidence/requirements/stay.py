"""The right to stay, for those who are neither French nor European."""

from ouverture.evidence.circumstances import sent_by
from ouverture.evidence.citations import css
from ouverture.evidence.filing import IN_OWN_NAME, NEEDS_A_TITLE
from ouverture.evidence.papers import stay as papers
from ouverture.evidence.requirement import Option, requirement
from ouverture.law.facts.stay import stay_document
from ouverture.rules.rulebook import Verdict

_VISA = ("long_stay_visa_validated", "long_stay_visa_not_validated")
_PROTECTED = ("refugee", "subsidiary_protection")
_PREFECTURE = ("first_request_receipt", "extension_certificate", "favourable_decision", "prefecture_certificate")
_OF_THEIR_OWN = (*_VISA, *_PROTECTED, *_PREFECTURE, "asylum_certificate")
_TO_OBTAIN = sent_by("wait_document", verdicts=(Verdict.NOT_COVERED,))

regular_stay = requirement(
    "regular_stay",
    (
        Option(papers.validated_visa, stay_document.among(*_VISA)),
        Option(papers.asylum_certificate, stay_document.among("asylum_certificate"), once_said=True),
        Option(papers.protection_document, stay_document.among(*_PROTECTED), once_said=True),
        Option(papers.prefecture_document, stay_document.among(*_PREFECTURE)),
        Option(papers.stay_document, stay_document.other_than(*_OF_THEIR_OWN)),
    ),
    (IN_OWN_NAME | _TO_OBTAIN) & NEEDS_A_TITLE,
    (
        "vous n'êtes ni français, ni ressortissant de l'Union européenne, de l'EEE ou de la Suisse",
        "you are neither French nor a national of the European Union, the EEA or Switzerland",
    ),
    (
        "Seul un document de la liste, valable le jour de la demande, prouve le séjour régulier sans discussion.",
        "Only a document on the list, in date on the day of the claim, proves the regular stay beyond dispute.",
    ),
    css.REGULAR_STAY,
    css.JUDGED_ON_CLAIM_DAY,
    because=("Nationalité : {nationality}.", "Nationality: {nationality}."),
)
