"""Contesting a decision: the board, the mediator, the court, and the clocks that run on each side (R7 to R14)."""
