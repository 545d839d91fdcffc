"""Code de l'action sociale et des familles."""
