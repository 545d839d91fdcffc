"""The médecin traitant: chosen freely, changed at any time, asked online or on paper; a doctor may say no (M21)."""
