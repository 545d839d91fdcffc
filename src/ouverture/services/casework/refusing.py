"""What a use case answers instead of doing: re-exported for desks, which read no room below the services."""

from ouverture.dossier.refusals import Refusal, waits_for_nothing

__all__ = ["Refusal", "waits_for_nothing"]
