"""Envelopes: what arrived, page by page, until each is attached, returned or destroyed (M8, M20, G4, I6)."""
