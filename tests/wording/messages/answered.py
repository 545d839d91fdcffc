"""What the decoder answers, in one word."""

from ouverture.wording.messages.answers import Phishing, Recognised
from ouverture.wording.messages.decoding import decode


def answered(text: str) -> str:
    """The entry, "phishing", or "" when nothing is recognised or we are unsure."""
    answer = decode(text)
    if isinstance(answer, Phishing):
        return "phishing" if answer.sure else ""
    return answer.entry.id if isinstance(answer, Recognised) else ""
