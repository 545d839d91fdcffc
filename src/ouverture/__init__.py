"""Ouverture: both sides of the counter of French health insurance."""

__version__ = "0.1.0"
