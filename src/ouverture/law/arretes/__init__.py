"""Ministerial orders: one module per order."""
