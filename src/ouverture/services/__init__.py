"""Use cases: what a desk asks of the rings below, as plain data that a screen or a command shows."""
