"""Cards: the carte Vitale in two forms, the European card and its certificate, from order to end (M18, M22, M23)."""
