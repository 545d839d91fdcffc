"""The social security number: a waiting one on identity alone, then the permanent one, for life (R114-7, R161-1)."""
