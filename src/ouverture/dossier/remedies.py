"""Whom to write to and how to contest, as a message must say it; what is not known is not claimed (CRPA R112-5)."""

from __future__ import annotations

from ouverture.clock.deadlines import rule_named
from ouverture.places.caisse import Caisse, caisse_of
from ouverture.places.place_error import PlaceError
from ouverture.text import Text


def contact_known(caisse: str) -> bool:
    """Whether the postal address, the telephone and the site of a caisse are known: else a message cannot hold them."""
    found = _caisse(caisse)
    return found is not None and bool(found.postal_address and found.phone and found.website)


def contact(caisse: str) -> Text | None:
    """The designation of a service, its postal address, its telephone and its site; None when one is not known."""
    found = _caisse(caisse)
    if found is None or not contact_known(caisse):
        return None
    address = ", ".join(found.postal_address)
    phone = "36 46" if found.phone == "3646" else found.phone
    return Text(
        f"{found.name} ({address} ; téléphone : {phone} ; en ligne : {found.website})",
        f"{found.name} ({address}; telephone: {phone}; online: {found.website})",
    )


def contest(caisse: str) -> Text | None:
    """How to contest a decision of a caisse: before whom, by when, where to write; None when that is not known."""
    found = _caisse(caisse)
    if found is None or not contact_known(caisse):
        return None
    months = rule_named("cra_appeal").versions[-1].period.months
    address = ", ".join(found.postal_address)
    return Text(
        f"par écrit, devant la commission de recours amiable (CRA) de la caisse, dans les {months} mois qui suivent le "
        f"jour où vous le savez, à cette adresse : {address}",
        f"in writing, before the appeal board (CRA) of the caisse, within {months} months of the day you know of it, "
        f"at this address: {address}",
    )


def _caisse(code: str) -> Caisse | None:
    try:
        return caisse_of(code)
    except PlaceError:
        return None
