"""Code de la sécurité sociale: one module per article."""
