"""Holds: no block without a reason the person can read, an owner, a review date and a way out (M17, G3)."""
