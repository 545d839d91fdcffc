"""The list of withdrawn papers as a file, signed with its day: opaque serials, a word, a day, and nobody's name."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from cryptography.exceptions import InvalidSignature

from ouverture.adapters.signed_papers.keys import PaperSigner, PublicKeys
from ouverture.adapters.signed_papers.token import FOR_LISTS
from ouverture.services.casework.shelf import data_of
from ouverture.services.casework.signed.withdrawing import Withdrawals, Withdrawn

FORMAT = "ouverture withdrawals 1"


class BadList(ValueError):
    """The file is no list of withdrawals, or nobody whose key is known here signed it as it stands."""


def list_document(known: Withdrawals, signer: PaperSigner) -> str:
    """The list as one JSON document."""
    rows = sorted([one.serial, one.why, one.on.isoformat()] for one in known.rows.values())
    told = {"format": FORMAT, "made_on": known.made_on.isoformat(), "withdrawn": rows}
    key, signature = signer.sign(FOR_LISTS + _canonical(told))
    return json.dumps({**told, "key": key, "signature": signature.hex()}) + "\n"


def read_list(document: str, keys: PublicKeys) -> Withdrawals:
    """The list, its signature checked first; raises BadList."""
    try:
        told: dict[str, Any] = json.loads(document)
        key, signature = keys[told.pop("key")], bytes.fromhex(told.pop("signature"))
        key.verify(signature, FOR_LISTS + _canonical(told))
        rows = [Withdrawn(serial, why, date.fromisoformat(on)) for serial, why, on in told["withdrawn"]]
        if told["format"] != FORMAT or not {one.why for one in rows} <= data_of("signed_papers")["why"].keys():
            raise ValueError(FORMAT)
        return Withdrawals(date.fromisoformat(told["made_on"]), {one.serial: one for one in rows})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, InvalidSignature):
        raise BadList("not a list of withdrawals signed by a key that is known here") from None


def _canonical(told: dict[str, Any]) -> bytes:
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()
